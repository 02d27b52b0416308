using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Heads in rows of merged cells, printed without the empty cells that keep the columns:
/// 项目 | 年度目标 | 进展情况 | 责任单位 over 完成数 | 完成率, which both stand under 进展情况. Rows that merged cells of their own
/// (合计 | 120 | 96 | 80.0%) are moved under the heads of their numbers.
/// </summary>
internal static class HeadRows
{
    private const int MostLevels = 4;
    private const int MostAbove = 3;

    /// <summary>Lays the heads over their columns where their rows are shorter than those below them.</summary>
    public static void Spread(string text, List<List<SourceSpan>> rows)
    {
        // A title, a line of units may stand above the heads.
        var head = 0;
        while (head < MostAbove && head + 2 < rows.Count && !AreHeads(text, rows[head], 3))
            head++;
        if (head == MostAbove || head + 2 >= rows.Count)
            return;
        var count = Levels(text, rows, head);
        if (count < 2)
            return;
        var levels = new List<List<HeadCell>>();
        for (var level = 0; level < count; level++)
            levels.Add([.. rows[head + level].Take(Filled(rows[head + level])).Select(cell => new HeadCell(cell, cell.Of(text)))]);
        if (Find(text, rows, levels, head) is not { Score: > 0 } found)
            return;
        var laid = found.Rows();
        for (var level = 0; level < count; level++)
            rows[head + level] = laid[level];
        MergedRows.Align(text, rows, head, count);
    }

    private static HeadLayout? Find(string text, List<List<SourceSpan>> rows, List<List<HeadCell>> levels, int head)
    {
        var body = rows.GetRange(head + levels.Count, rows.Count - head - levels.Count);
        var longest = body.Max(row => row.Count);
        var words = body.ConvertAll(row => row.ConvertAll(cell => cell.Of(text)));
        var whole = HeadSearch.Find(levels, new HeadBody(longest, words));
        // A cell merged in front of the serial numbers is missing from all rows but its first.
        var serial = levels[0].FindIndex(cell => cell.OfWords == ColumnRole.Serial);
        if (serial > 0)
        {
            var shifted = words.ConvertAll(row => row.Count == longest ? [.. new string[serial].Select(_ => ""), .. row] : row);
            if (HeadSearch.Find(levels, new HeadBody(longest + serial, shifted)) is { } moved && moved.Score > (whole?.Score ?? 0))
                return moved;
        }

        // Bars too many behind the rows are no columns.
        var filled = body.Max(Filled);
        var cut = filled < longest ? HeadSearch.Find(levels, new HeadBody(filled, words.ConvertAll(row => row.Take(filled).ToList()))) : null;
        return whole is null || cut?.Score > whole.Score ? cut : whole;
    }

    /// <summary>How many rows are heads: those in front of the first number, as long as they are shorter than the rows below.</summary>
    private static int Levels(string text, List<List<SourceSpan>> rows, int head)
    {
        var number = rows.FindIndex(head, row => row.Exists(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number));
        var most = number > head && number - head <= MostLevels ? number - head : 2;
        var longest = rows.Skip(head + most).Max(row => (int?)row.Count) ?? 0;
        var count = 0;
        while (count < most && head + count < rows.Count - 1 && Filled(rows[head + count]) < longest && AreHeads(text, rows[head + count], 2))
            count++;
        return count == most ? count : 0;
    }

    private static bool AreHeads(string text, List<SourceSpan> row, int least)
    {
        var filled = Filled(row);
        if (filled < least)
            return false;
        for (var i = 0; i < filled; i++)
        {
            if (CellText.KindOf(row[i].Of(text)) != CellKind.Text)
                return false;
        }

        return true;
    }

    private static int Filled(List<SourceSpan> row) => row.FindLastIndex(cell => !cell.IsEmpty) + 1;
}
