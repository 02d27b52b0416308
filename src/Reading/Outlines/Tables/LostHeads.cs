using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A numbered table whose heads stood in several rows of merged cells, so that nobody can lay them over the columns any more:
/// its rows, when all are whole, still tell whose their numbers are.
/// </summary>
internal static class LostHeads
{
    private const int FewestRows = 3;
    private const int FewestCells = 5;

    /// <param name="levels">How many heads stood in each of their rows.</param>
    public static Table? Read(string text, FlattenedCells cells, int header, List<int> levels, List<(int From, int To)> rows, out int after)
    {
        after = 0;
        var width = rows[0].To - rows[0].From;
        if (rows.Count < FewestRows || width < FewestCells || width == header)
            return null;
        // Behind the last row only its own width counts.
        rows[^1] = (rows[^1].From, Math.Min(rows[^1].From + width, cells.Count));
        var grid = new List<List<SourceSpan>>();
        foreach (var (from, to) in rows)
        {
            if (to - from != width || cells.KindOf(from + 1) != CellKind.Text)
                return null;
            var row = new List<SourceSpan>(width);
            for (var cell = from; cell < to; cell++)
            {
                if (cell > from + 1 && cells.KindOf(cell) == CellKind.Text)
                    return null;
                row.Add(cells[cell]);
            }

            grid.Add(row);
        }

        after = cells.LineBehind(rows[^1].To - 1);
        if (HeadSearch.Find(cells.Heads(levels), new HeadBody(width, rows.ConvertAll(row => cells.Words.GetRange(row.From, width)))) is { Score: > 0 } found)
            return TableShape.Build(text, [.. found.Rows(), .. grid], flattened: true, headerRows: levels.Count);
        var names = new List<SourceSpan>(new SourceSpan[width]);
        (names[0], names[1]) = (cells[0], cells[1]);
        return TableShape.Build(text, [names, .. grid], flattened: true, headerRows: 1);
    }
}
