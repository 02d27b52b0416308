using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Tables drawn side by side under heads that repeat (类别 | 件数 | 占比 | 类别 | 件数 | 占比) are laid under each other.</summary>
internal static class SidePanels
{
    private const int MostPanels = 4;

    /// <summary>The rows of one narrow table, or the rows as they were.</summary>
    public static List<List<SourceSpan>> Fold(string text, List<List<SourceSpan>> rows)
    {
        var columns = rows[0].Count;
        for (var panels = 2; panels <= MostPanels && rows.Count > 2; panels++)
        {
            var width = columns / panels;
            if (width < 2 || width * panels != columns || !Repeat(i => rows[0][i].Of(text), panels, width) || !AreNamed(text, rows, panels, width))
                continue;
            var folded = new List<List<SourceSpan>> { rows[0].GetRange(0, width) };
            foreach (var row in rows.Skip(1))
            {
                for (var from = 0; from < row.Count; from += width)
                {
                    var part = row.GetRange(from, Math.Min(width, row.Count - from));
                    if (part.Exists(cell => !cell.IsEmpty))
                        folded.Add(part);
                }
            }

            return folded;
        }

        return rows;
    }

    /// <summary>Every panel has the heads of the first; only what is over its names may be called otherwise.</summary>
    public static bool Repeat(Func<int, string> head, int panels, int width)
    {
        var figures = false;
        for (var i = 0; i < width; i++)
        {
            var first = head(i);
            figures |= i > 0 && first.Length > 0 && !ColumnHead.NamesWords(first);
            for (var panel = 1; panel < panels; panel++)
            {
                var other = head((panel * width) + i);
                if (first.Length == 0 || other.Length == 0 || (first != other && (i > 0 || ColumnHead.IsStage(first) || ColumnHead.IsStage(other))))
                    return false;
            }
        }

        return figures;
    }

    /// <summary>The same columns of every panel hold names, and the others numbers.</summary>
    private static bool AreNamed(string text, List<List<SourceSpan>> rows, int panels, int width)
    {
        for (var panel = 0; panel < panels; panel++)
        {
            var (names, numbers) = (0, 0);
            for (var row = 1; row < rows.Count; row++)
            {
                for (var i = 0; i < width; i++)
                {
                    var column = (panel * width) + i;
                    if (column >= rows[row].Count || rows[row][column].IsEmpty)
                        continue;
                    var kind = CellText.KindOf(rows[row][column].Of(text));
                    names += i < width - 1 && kind == CellKind.Text ? 1 : 0;
                    numbers += i == width - 1 && kind == CellKind.Number ? 1 : 0;
                }
            }

            if (names == 0 || numbers == 0 || Math.Max(names, numbers) > 2 * Math.Min(names, numbers))
                return false;
        }

        return true;
    }
}
