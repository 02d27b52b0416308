using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A unit's page for one period: every item it reports on, with last values and what was typed so far.</summary>
internal sealed record ReportSheet
{
    public required Guid UnitId { get; init; }

    public required Period Period { get; init; }

    /// <summary>The version at hand; null before anything was saved.</summary>
    public UnitReport? Report { get; init; }

    public required IReadOnlyList<SheetItem> Items { get; init; }

    public IEnumerable<SheetLine> Lines => Items.SelectMany(i => i.Lines);

    /// <summary>How many fields the unit is asked for: the measure of its burden.</summary>
    public int Fields => Items.Where(i => i.IsOpen).Sum(i => i.Lines.Count(l => !l.Settled) + 1);
}

internal sealed record SheetItem
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string ListTitle { get; init; }

    public string? Promise { get; init; }

    /// <summary>Where it is carried out, where the task sheet says so.</summary>
    public MapPlace? Place { get; init; }

    public required IReadOnlyList<SheetLine> Lines { get; init; }

    public ReportNote? Note { get; init; }

    /// <summary>Something of it is asked: all but the items a supplement finds settled.</summary>
    public bool IsOpen => Lines.Any(l => !l.Settled);
}

internal sealed record SheetLine
{
    public required Indicator Indicator { get; init; }

    public decimal? Value { get; init; }

    /// <summary>The version at hand knows the line, be it empty.</summary>
    public bool IsReported { get; init; }

    /// <summary>Accepted before the supplement at hand was opened: it stands in it as it is.</summary>
    public bool Settled { get; init; }

    /// <summary>The version at hand does not know it, and no number of the period was accepted.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>A supplement could tell it: it is unknown, or a number that was left empty.</summary>
    public bool IsLacking => !Settled && (IsUnknown || (Value is null && BlankReport.IsAsked(Indicator.Kind)));

    /// <summary>Last accepted value of an earlier period.</summary>
    public decimal? Previous { get; init; }

    public Period? PreviousPeriod { get; init; }

    public decimal? Plan { get; init; }

    /// <summary>What the plan asks for by the end of the month.</summary>
    public decimal? MonthPlan { get; init; }

    public CheckRule Limits { get; init; } = new();

    public string? WarningReason { get; init; }

    /// <summary>The day this report says the open step was done.</summary>
    public DateOnly? StepDone { get; init; }

    public IReadOnlyList<IndicatorStep> Steps { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public ReportedLine ToCheck() => new()
    {
        Indicator = Indicator.Id,
        Name = ReportFields.FullName(Indicator),
        Unit = Indicator.Printed,
        Counting = Indicator.Counting,
        Kind = Indicator.Kind,
        Value = Value,
        Previous = Previous,
        Plan = Plan,
        MonthPlan = MonthPlan,
        Limits = Limits,
        Ceiling = Indicator.Ceiling,
        Quantity = Indicator.QuantityId,
        Stage = Indicator.Stage,
        PartOf = Indicator.PartOfId,
        Evidence = [.. Evidence.Select(e => e.Content)],
    };
}
