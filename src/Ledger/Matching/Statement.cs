using Luoshi.Ledger.Indicators;
using Luoshi.Reading.Audits.Names;

namespace Luoshi.Ledger.Matching;

/// <summary>
/// One thing a document or the ledger says can be counted: what was promised of it, what was reported, and where both stand.
/// Matching holds statements of two sides against each other, whatever they were taken from.
/// </summary>
internal sealed record Statement
{
    /// <summary>Names it across comparisons, so that a person's decision on a pair is found again: document and place, or indicator.</summary>
    public required string Key { get; init; }

    /// <summary>What is counted: 老旧小区改造.</summary>
    public required string Name { get; init; }

    /// <summary>The item or paragraph it belongs to, as that is called.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The promise or heading above it.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Printed number of the item, or null.</summary>
    public string? Item { get; init; }

    /// <summary>Items of one side that share a block belong together: stages and parts of one promise.</summary>
    public string Block { get; init; } = "";

    public PrintedUnit Unit { get; init; }

    public TargetValue? Promised { get; init; }

    /// <summary>What percentages of it are taken of, where that is not the promised number.</summary>
    public decimal? Denominator { get; init; }

    public decimal? Reported { get; init; }

    /// <summary>The percentage of plan that is printed beside the result.</summary>
    public decimal? Percent { get; init; }

    public Stage Stage { get; init; }

    public string? StageWord { get; init; }

    public bool LowerIsBetter { get; init; }

    /// <summary>A level: coverage, pass rate.</summary>
    public bool IsRate { get; init; }

    /// <summary>Its sentence as printed.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Where the sentence or the indicator is shown.</summary>
    public string Href { get; init; } = "";

    public IndicatorName Words => words ??= IndicatorName.Of(Name);

    /// <summary>Name with topic: 完成208处 says what only under 智慧交通设施.</summary>
    public IndicatorName FullWords => full ??= IndicatorName.Of(Topic + Name);

    public IndicatorName HeadingWords => head ??= IndicatorName.Of(Heading);

    private IndicatorName? words;
    private IndicatorName? full;
    private IndicatorName? head;

    public bool Equals(Statement? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

}
