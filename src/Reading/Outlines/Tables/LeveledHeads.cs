using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Heads in two or three rows of merged cells, printed one a line with a line of bars behind each row:
/// 单位 / 案件总数 / 办结率 ‖ 总计 / 热线 / 网站 ‖ 按时 / 超时 / 按时 / 超时. Which heads hold the row below is told by how many columns there
/// are and by what stands in them.
/// </summary>
internal static class LeveledHeads
{
    private const int MostHeads = 24;
    private const int RowsAsked = 4;

    /// <summary>The rows of heads, each over the first of its columns; null when they fit in no way.</summary>
    public static List<List<SourceSpan>>? Lay(string text, FlattenedCells cells, List<int> levels, List<(int From, int To)> rows, int width)
    {
        if (levels.Count is < 2 or > 3 || levels[0] > MostHeads || width > MostHeads)
            return null;
        var (first, second) = (levels[0], levels[1]);
        var third = levels.Count == 3 ? levels[2] : 0;
        var (best, found) = (0, default((int From, int Count, int From2, int Count2)));
        for (var parents = 1; parents <= second && parents <= first; parents++)
        {
            var below = width - first + parents;
            var narrow = third == 0 ? 0 : second + third - below;
            if (third == 0 ? second != below : narrow < 1 || narrow > second || third % narrow > 0 || !Repeats(cells, first + second, third, narrow))
                continue;
            // In front stand the serial number and the name of the row.
            for (var from = 2; from + parents <= first; from++)
            {
                for (var from2 = 0; from2 + narrow <= second; from2++)
                {
                    // One head of several holds all below it, or each as many.
                    if (parents > 1 && (second % parents > 0 || third > 0))
                        break;
                    if (HoldsTotal(cells, first + from2, narrow))
                        continue;
                    var columns = Columns(first, second, third, from, parents, from2, narrow);
                    var score = Score(cells, columns, rows);
                    if (score > best)
                        (best, found) = (score, (from, parents, from2, narrow));
                }
            }
        }

        return best == 0 ? null : Grid(cells, levels, width, found);
    }

    /// <summary>按时 / 超时 / 按时 / 超时: the narrow heads are the same under each of theirs.</summary>
    private static bool Repeats(FlattenedCells cells, int from, int count, int groups)
    {
        var each = count / groups;
        for (var i = each; i < count; i++)
        {
            if (cells.Words[from + i] != cells.Words[from + i - each])
                return false;
        }

        return each > 1;
    }

    /// <summary>总计 has no parts of its own.</summary>
    private static bool HoldsTotal(FlattenedCells cells, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (TotalRow.Names(cells.Words[i]))
                return true;
        }

        return false;
    }

    /// <summary>The narrowest head of each column, as an index of cells.</summary>
    private static List<int> Columns(int first, int second, int third, int from, int parents, int from2, int narrow)
    {
        var columns = new List<int>();
        for (var head = 0; head < first; head++)
        {
            if (head < from || head >= from + parents)
                columns.Add(head);
            if (head != from)
                continue;
            for (var middle = 0; middle < second; middle++)
            {
                if (middle < from2 || middle >= from2 + narrow)
                    columns.Add(first + middle);
                else if (middle == from2)
                    columns.AddRange(Enumerable.Range(first + second, third));
            }
        }

        return columns;
    }

    private static int Score(FlattenedCells cells, List<int> columns, List<(int From, int To)> rows)
    {
        var score = 1;
        for (var row = 0; row < Math.Min(rows.Count, RowsAsked); row++)
        {
            for (var column = 2; column < columns.Count; column++)
            {
                var (head, cell) = (cells.Words[columns[column]], cells.Words[rows[row].From + column]);
                var ratio = ColumnHead.RoleOfFigures(head) is ColumnRole.Rate or ColumnRole.OfPlan or ColumnRole.Share or ColumnRole.Change;
                if (ratio != cell[^1] is '%' or '％' && cell.AsSpan().ContainsAnyInRange('1', '9'))
                    return 0;
                score += ratio ? 1 : 0;
            }
        }

        return score;
    }

    private static List<List<SourceSpan>> Grid(FlattenedCells cells, List<int> levels, int width, (int From, int Count, int From2, int Count2) found)
    {
        var grid = levels.ConvertAll(_ => new List<SourceSpan>(new SourceSpan[width]));
        var (first, second) = (levels[0], levels[1]);
        var each = levels.Count == 3 ? levels[2] / found.Count2 : 0;
        var column = 0;
        var middle = 0;
        for (var head = 0; head < first; head++)
        {
            grid[0][column] = cells[head];
            if (head < found.From || head >= found.From + found.Count)
            {
                column++;
                continue;
            }

            for (var end = middle + (second / found.Count); middle < end; middle++)
            {
                grid[1][column] = cells[first + middle];
                if (each == 0 || middle < found.From2 || middle >= found.From2 + found.Count2)
                {
                    column++;
                    continue;
                }

                for (var narrow = 0; narrow < each; narrow++)
                    grid[2][column++] = cells[first + second + ((middle - found.From2) * each) + narrow];
            }
        }

        return grid;
    }
}
