using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Heads whose cells were merged, printed without the empty cells that keep the columns:
/// 项目 | 年度目标 | 进展情况 | 责任单位 over 完成数 | 完成率, which both stand under 进展情况. Rows that merged cells of their own
/// (合计 | 120 | 96 | 80.0%) are moved under the heads of their numbers.
/// </summary>
internal static class MergedHeads
{
    private const int RowsAsked = 12;

    public static void Spread(string text, List<List<SourceSpan>> rows)
    {
        for (var head = 0; head < 3 && head + 2 < rows.Count; head++)
        {
            if (rows[head].Count < 3 || rows[head + 1].Count < 2 || !AreHeads(text, rows[head]) || !AreHeads(text, rows[head + 1]))
                continue;
            if (TryFit(text, rows, head, out var first, out var groups))
                Spread(text, rows, head, first, groups);
            return;
        }
    }

    private static bool AreHeads(string text, List<SourceSpan> row) => row.TrueForAll(cell => CellText.KindOf(cell.Of(text)) == CellKind.Text);

    /// <summary>The heads that are parted, so that the rows are as long as all heads together and each cell suits its head.</summary>
    private static bool TryFit(string text, List<List<SourceSpan>> rows, int head, out int first, out int groups)
    {
        var (above, below) = (rows[head], rows[head + 1]);
        var serial = above.FindIndex(cell => ColumnHead.RoleOfWords(cell.Of(text)) == ColumnRole.Serial);
        var longest = rows.Skip(head + 2).Max(row => row.Count);
        (first, groups) = (-1, 0);
        for (var group = 1; group < above.Count && longest > above.Count; group++)
        {
            var columns = above.Count - group + below.Count;
            if (below.Count % group > 0 || below.Count == group || (longest != columns && (serial <= 0 || longest != columns - serial)))
                continue;
            var best = 0;
            for (var at = 0; at + group <= above.Count; at++)
            {
                var score = Score(text, rows, head, at, group, longest);
                if (score > best)
                    (best, first, groups) = (score, at, group);
            }
        }

        return first >= 0;
    }

    private static int Score(string text, List<List<SourceSpan>> rows, int head, int first, int groups, int longest)
    {
        var (above, below) = (rows[head], rows[head + 1]);
        var columns = above.Count - groups + below.Count;
        var score = 0;
        foreach (var row in rows.Skip(head + 2).Where(row => row.Count == longest).Take(RowsAsked))
        {
            var shift = columns - row.Count;
            for (var i = 0; i < row.Count; i++)
            {
                var column = i + shift;
                var name = column < first ? above[column] : column < first + below.Count ? below[column - first] : above[column - below.Count + groups];
                var words = name.Of(text);
                score += CellText.KindOf(row[i].Of(text)) switch
                {
                    CellKind.Number => HoldsNumbers(words) ? 1 : -1,
                    CellKind.Text => HoldsNumbers(words) ? -1 : 1,
                    _ => 0,
                };
            }
        }

        return score;
    }

    private static bool HoldsNumbers(string head) =>
        ColumnHead.RoleOfWords(head) == ColumnRole.Serial || HeadUnit.TryFind(head, out _, out _, out _) || (ColumnHead.IsStage(head) && !ColumnHead.NamesWords(head) && !head.EndsWith("情况", StringComparison.Ordinal));

    private static void Spread(string text, List<List<SourceSpan>> rows, int head, int first, int groups)
    {
        var (above, below) = (rows[head], rows[head + 1]);
        var each = below.Count / groups;
        for (var group = groups - 1; group >= 0; group--)
            above.InsertRange(first + group + 1, new SourceSpan[each - 1]);
        below.InsertRange(0, new SourceSpan[first]);
        below.AddRange(new SourceSpan[above.Count - below.Count]);
        Align(text, rows, head, first);
    }

    /// <summary>A row whose cells in front of the numbers were merged has its first number under the first head of numbers.</summary>
    private static void Align(string text, List<List<SourceSpan>> rows, int head, int first)
    {
        var columns = rows[head].Count;
        var figures = Enumerable.Range(0, columns).FirstOrDefault(column => ColumnHead.RoleOfWords(HeadOf(text, rows, head, column)) != ColumnRole.Serial && HoldsNumbers(HeadOf(text, rows, head, column)), first);
        var label = Enumerable.Range(0, figures).LastOrDefault(column => ColumnHead.RoleOfWords(HeadOf(text, rows, head, column)) == ColumnRole.Label && HeadOf(text, rows, head, column).Contains("名称", StringComparison.Ordinal), -1);
        foreach (var row in rows.Skip(head + 2))
        {
            var number = row.FindIndex(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number);
            if (number > 0 && number < figures && row.Count <= columns - (figures - number) && CellText.KindOf(row[number - 1].Of(text)) == CellKind.Text)
            {
                // 一、水利 | 水利6个项目合计 | 3250: the words next to the numbers are the row's name.
                var name = number > 1 && label >= number ? number - 1 : number;
                row.InsertRange(number, new SourceSpan[figures - (name < number ? label + 1 : number)]);
                row.InsertRange(name, new SourceSpan[name < number ? label - name : 0]);
            }
        }
    }

    private static string HeadOf(string text, List<List<SourceSpan>> rows, int head, int column) =>
        (rows[head + 1][column].IsEmpty ? rows[head][column] : rows[head + 1][column]).Of(text);
}
