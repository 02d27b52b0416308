using Luoshi.Kernel.Rules;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Overview.Pages;

internal enum ViewKind
{
    Rows,
    Board,
    Timeline,
    Months,
}

/// <summary>How a board is parted.</summary>
internal enum BoardBy
{
    Light,
    State,
    Stage,
}

/// <summary>What the filter offers to choose from.</summary>
internal sealed record OverviewChoices
{
    /// <summary>Years that have lists, newest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public required IReadOnlyList<PromiseList> Lists { get; init; }

    /// <summary>Of the chosen list.</summary>
    public IReadOnlyList<Commitment> Bundles { get; init; } = [];

    /// <summary>Posts that lead any item.</summary>
    public IReadOnlyList<PostView> Posts { get; init; } = [];

    /// <summary>Names to choose from; empty where there are too many to offer.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
}

/// <param name="Look">For a column of one light.</param>
/// <param name="Href">The list that has as many rows as <paramref name="Count"/> says.</param>
internal sealed record BoardColumn(Words Title, StatusLook? Look, int Count, bool IsWhole, IReadOnlyList<OverviewRow> Rows, string Href);

internal sealed record OverviewView
{
    public required KnownFilter Known { get; init; }

    public required ViewKind Kind { get; init; }

    public required OverviewChoices Choices { get; init; }

    public required RowTotals Totals { get; init; }

    /// <summary>The rules of the chosen list, or of the first: how lights are called and coloured.</summary>
    public required RulePack Pack { get; init; }

    public required bool IsOffice { get; init; }

    public IReadOnlyList<OverviewRow> Rows { get; init; } = [];

    public int Page { get; init; } = 1;

    public string? Sort { get; init; }

    /// <summary>A sort was asked for that so many rows do not allow.</summary>
    public bool SortRefused { get; init; }

    public BoardBy By { get; init; }

    public IReadOnlyList<BoardColumn> Columns { get; init; } = [];

    public IReadOnlyList<TimelineRow> Lines { get; init; } = [];

    public IReadOnlyDictionary<(DateOnly PeriodEnd, Light Light), int> ByMonth { get; init; } = new Dictionary<(DateOnly, Light), int>();

    /// <summary>As the person keeps them.</summary>
    public RowColumns Kept { get; init; } = RowColumns.Default;

    public RowColumns Shown => Kept.For(SeveralLists);

    /// <summary>Rows of several lists stand together, so each has to say which it belongs to.</summary>
    public bool SeveralLists => Filter.List is null && Choices.Lists.Count > 1;

    public IReadOnlyList<KeptFilter> KeptFilters { get; init; } = [];

    /// <summary>Lead officials the office may assign to; empty for everybody else.</summary>
    public IReadOnlyList<PostView> Assignable { get; init; } = [];

    public OverviewFilter Filter => Known.Filter;

    /// <summary>The rows on this page and those before it can be reached; a filter narrows more.</summary>
    public int Reachable => Math.Min(Totals.Count, OverviewRows.MostCounted);

    /// <summary>The same rows in another view or sort.</summary>
    public string Href(params ReadOnlySpan<(string Key, string? Value)> more) => Filter.Href(more);
}
