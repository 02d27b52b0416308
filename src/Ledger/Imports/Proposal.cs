using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;

namespace Luoshi.Ledger.Imports;

/// <summary>What a document or a task sheet would put into a list: shown to a person first, then adopted in one go or not at all.</summary>
internal sealed record Proposal(IReadOnlyList<ProposedCommitment> Commitments)
{
    public IEnumerable<ProposedItem> Items => Commitments.SelectMany(c => c.Items);
}

/// <param name="Promise">Null for items that belong to no 件.</param>
internal sealed record ProposedCommitment(int Number, string? Promise, SourcePlace? Source, IReadOnlyList<ProposedItem> Items)
{
    /// <summary>类 it stands under, where the list has both.</summary>
    public string? Category { get; init; }
}

/// <param name="Source">One of <see cref="FundSources"/>.</param>
internal sealed record ProposedFund(string Source, decimal Planned, decimal Arrived = 0, decimal Paid = 0);

internal sealed record ProposedStep(string Name, DateOnly Due);

internal sealed record ProposedItem
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public string Content { get; init; } = "";

    public SourcePlace? Source { get; init; }

    /// <summary>The row of the spreadsheet, and the words its goal is stated in.</summary>
    public (int Row, string Words)? Stated { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? Location { get; init; }

    public string? Contact { get; init; }

    public string? PolicyBasis { get; init; }

    public string? PublicSummary { get; init; }

    public Reports.FillIn.MapPlace? Place { get; init; }

    /// <summary>分管领导 as printed.</summary>
    public string? LeadOfficial { get; init; }

    public decimal? TotalInvestment { get; init; }

    public decimal? YearInvestment { get; init; }

    /// <summary>As printed; resolved against the tree of units when adopted.</summary>
    public IReadOnlyList<(string Name, UnitRole Role)> Units { get; init; } = [];

    public IReadOnlyList<ProposedFund> Funds { get; init; } = [];

    public IReadOnlyList<ProposedIndicator> Indicators { get; init; } = [];
}

internal sealed record ProposedIndicator
{
    public required string Name { get; init; }

    public PrintedUnit Unit { get; init; }

    /// <summary>The unit that reports it, as printed; null for the one that leads the item.</summary>
    public string? ReportedBy { get; init; }

    public IndicatorKind Kind { get; init; }

    public Direction Direction { get; init; }

    public Counting Counting { get; init; }

    public Stage Stage { get; init; }

    public string? StageWord { get; init; }

    public bool CountsAsPromised { get; init; } = true;

    public decimal? Promised { get; init; }

    public Bound Bound { get; init; }

    public decimal? WorkingPlan { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>The most there can be.</summary>
    public decimal? Ceiling { get; init; }

    public DateOnly? Deadline { get; init; }

    public SourcePlace? Source { get; init; }

    /// <summary>A result printed in the same document; kept with the proposal, never adopted as a report.</summary>
    public decimal? Actual { get; init; }

    public IReadOnlyList<(int Month, decimal? Amount, string? Words)> Plan { get; init; } = [];

    public IReadOnlyList<ProposedStep> Steps { get; init; } = [];

    public IReadOnlyList<ProposedIndicator> Parts { get; init; } = [];
}
