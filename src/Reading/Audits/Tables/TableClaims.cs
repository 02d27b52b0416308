namespace Luoshi.Reading.Audits.Tables;

/// <summary>The claims of a document by table.</summary>
internal sealed class TableClaims
{
    private readonly int[] order;
    private readonly int[] starts;

    private TableClaims(int[] order, int[] starts)
    {
        this.order = order;
        this.starts = starts;
    }

    public static TableClaims Of(AuditScope scope)
    {
        var tables = scope.Result.Outline.Tables.Count;
        var first = new int[tables + 1];
        for (var i = 0; i < scope.Claims.Count; i++)
        {
            if ((uint)scope.Claims[i].Table < (uint)tables)
                first[scope.Claims[i].Table + 1]++;
        }

        for (var table = 0; table < tables; table++)
            first[table + 1] += first[table];
        var sorted = new int[first[tables]];
        var next = first.AsSpan().ToArray();
        for (var i = 0; i < scope.Claims.Count; i++)
        {
            if ((uint)scope.Claims[i].Table < (uint)tables)
                sorted[next[scope.Claims[i].Table]++] = i;
        }

        return new TableClaims(sorted, first);
    }

    public ReadOnlySpan<int> Of(int table) => order.AsSpan(starts[table], starts[table + 1] - starts[table]);
}
