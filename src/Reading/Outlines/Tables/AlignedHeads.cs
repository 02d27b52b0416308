using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Heads in two rows or more over columns that blanks set apart: where each stands on its line tells which columns it is over.</summary>
internal static class AlignedHeads
{
    private const int MostLevels = 4;
    private const int FewestColumns = 3;

    /// <summary>Lays the rows under their columns; how many of them are heads, or null where they have fewer than two rows or fit in no way.</summary>
    public static int? Lay(string text, List<List<SourceSpan>> rows, List<Line> lines)
    {
        var count = rows.FindIndex(row => row.Exists(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number && !CellText.IsYear(cell.Of(text))));
        // 一、教育健康 under the heads names the first group of rows.
        while (count > 1 && rows[count - 1].Count == 1 && rows[count - 2].Count >= FewestColumns)
            count--;
        if (count is < 2 or > MostLevels)
            return null;
        var width = rows.Skip(count).Max(row => row.Count);
        if (width < FewestColumns)
            return null;
        var places = Columns(text, rows, lines, count, width);
        var levels = new List<List<HeadCell>>();
        for (var row = 0; row < count; row++)
        {
            var own = AlignedTable.Places(text, lines[row], rows[row]);
            levels.Add([.. rows[row].Select((cell, i) => new HeadCell(cell, cell.Of(text), own[i].From, own[i].To))]);
        }

        var body = new HeadBody(width, rows.Skip(count).Select(row => row.ConvertAll(cell => cell.Of(text))), places);
        if (HeadSearch.Find(levels, body, orphan: 1) is not { Score: > 0 } found)
            return null;
        for (var row = count; row < rows.Count; row++)
            rows[row] = AlignedTable.Under(text, lines[row], rows[row], places);
        rows.RemoveRange(0, count);
        rows.InsertRange(0, found.Rows());
        return count;
    }

    /// <summary>Where the columns stand: as wide as their widest cells in the rows that lack none.</summary>
    private static List<(int From, int To)> Columns(string text, List<List<SourceSpan>> rows, List<Line> lines, int first, int width)
    {
        var places = new List<(int From, int To)>();
        for (var row = first; row < rows.Count; row++)
        {
            if (rows[row].Count != width)
                continue;
            var own = AlignedTable.Places(text, lines[row], rows[row]);
            places = places.Count == 0 ? own : [.. own.Zip(places, (one, other) => (Math.Min(one.From, other.From), Math.Max(one.To, other.To)))];
        }

        return places;
    }
}
