using Luoshi.Kernel.Rules;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>One line of a report with what is known around it: all that the checks read.</summary>
internal sealed record ReportedLine
{
    public required Guid Indicator { get; init; }

    public required string Name { get; init; }

    public PrintedUnit Unit { get; init; }

    public Counting Counting { get; init; }

    public IndicatorKind Kind { get; init; }

    /// <summary>In base units; null when the line was left empty.</summary>
    public decimal? Value { get; init; }

    /// <summary>Last accepted value of an earlier period, in base units.</summary>
    public decimal? Previous { get; init; }

    /// <summary>The year's plan, in base units.</summary>
    public decimal? Plan { get; init; }

    /// <summary>What the plan asks for by the end of the month, or in it where months are counted alone.</summary>
    public decimal? MonthPlan { get; init; }

    /// <summary>From where on the number asks for a reason, as the rule pack of its list says.</summary>
    public CheckRule Limits { get; init; } = new();

    /// <summary>The most there can be at all: every village of the county, 100 of a percentage. Null when nature sets no limit.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>What is counted, without its stage. Lines of one quantity must not grow from stage to stage.</summary>
    public Guid Quantity { get; init; }

    public Stage Stage { get; init; }

    /// <summary>Headline this line is a part of, or null.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>Photos and papers by content.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
