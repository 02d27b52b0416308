namespace Luoshi.Reading.Outlines.Tables;

/// <summary>一季度 | 二季度 | 三季度 | 累计完成: a column that adds up those in front of it, as the rows that lost nothing show.</summary>
/// <param name="First">The first column added up.</param>
/// <param name="Whole">The column behind the last one.</param>
internal readonly record struct RowSum(int First, int Whole)
{
    private const int FewestParts = 2;
    private const int MostParts = 12;
    private const int FewestRows = 2;
    private const int RowsAsked = 12;
    private const int Closed = 8;
    private const int Open = -4;

    public static List<RowSum> Find(IReadOnlyList<ColumnHead> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var found = new List<RowSum>();
        var full = rows.Where(row => row.Count == columns.Count).Take(RowsAsked)
            .Select(row => row.Select(cell => CellText.TryValue(cell, out var value, out _) ? value : (decimal?)null).ToArray()).ToList();
        if (full.Count < FewestRows || full.Count == rows.Count)
            return found;
        for (var whole = FewestParts; whole < columns.Count; whole++)
        {
            for (var first = whole - 1; first >= Math.Max(0, whole - MostParts) && IsPart(columns[first]) && IsPart(columns[whole]); first--)
            {
                var sum = new RowSum(first, whole);
                if (whole - first >= FewestParts && full.Count(row => sum.Closes(row) == true) is >= FewestRows and var closed && closed * 3 >= full.Count * 2)
                    found.Add(sum);
            }
        }

        return found;
    }

    public int Suits(decimal?[] values) => Closes(values) switch { true => Closed, false => Open, null => 0 };

    /// <summary>Null where nothing can be told.</summary>
    private bool? Closes(decimal?[] values)
    {
        var (sum, parts) = (0d, 0);
        for (var column = First; column < Whole; column++)
        {
            sum += (double)(values[column] ?? 0);
            parts += values[column] is null ? 0 : 1;
        }

        return values[Whole] is { } whole && parts > 1 ? Math.Abs(sum - (double)whole) < 0.0001 * Math.Max(1, Math.Abs(sum)) : null;
    }

    private static bool IsPart(ColumnHead column) => column.Role is ColumnRole.Actual or ColumnRole.Value;
}
