using Luoshi.Ledger.Acting;

namespace Luoshi.Ledger.Overview.Pages;

/// <summary>A column that a person may hide. Number, item and light always show.</summary>
internal enum RowColumn
{
    List,
    Unit,
    Official,
    Promise,
    Result,
    Percent,
    Due,
    Gap,
    Reason,
    Trend,
    Deadline,
    Verification,
}

/// <summary>The columns somebody wants, in their fixed order.</summary>
internal sealed class RowColumns
{
    private static readonly RowColumn[] Usual = [RowColumn.List, RowColumn.Unit, RowColumn.Promise, RowColumn.Result, RowColumn.Percent, RowColumn.Due, RowColumn.Reason, RowColumn.Trend];

    private readonly SortedSet<RowColumn> shown;

    public RowColumns(IEnumerable<RowColumn> shown) => this.shown = [.. shown];

    public static RowColumns Default { get; } = new(Usual);

    public bool IsUsual => shown.SetEquals(Usual);

    public IReadOnlyCollection<RowColumn> Shown => shown;

    public bool Has(RowColumn column) => shown.Contains(column);

    /// <summary>What is in fact shown: with one list at hand its name in every row would say nothing, unless somebody wants it.</summary>
    public RowColumns For(bool severalLists) => severalLists || !IsUsual ? this : new RowColumns(shown.Where(c => c != RowColumn.List));

    public static RowColumns Parse(string? codes) => codes is null
        ? Default
        : new RowColumns(codes.Split(',').Select(code => Enum.TryParse<RowColumn>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var column) && Enum.IsDefined(column) ? (RowColumn?)column : null).OfType<RowColumn>());

    public override string ToString() => string.Join(',', shown.Select(LocalRules.Code));
}
