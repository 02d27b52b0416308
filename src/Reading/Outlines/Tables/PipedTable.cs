using System.Buffers;
using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Rows of cells between bars, with or without bars at the ends and a line of dashes under the header.</summary>
internal static class PipedTable
{
    private const string Bars = "|｜│┃";
    private const int MaxColumns = 200;

    /// <summary>So many rows of a single cell at the top, and bars are only what was left at the ends of cells.</summary>
    private const int LoneCells = 3;

    /// <summary>Lines of dashes without end are not read to their end from each of them.</summary>
    private const int MostRules = 20;

    private static readonly SearchValues<char> Rule = SearchValues.Create("-─━—=+┼┬┴├┤┌┐└┘|: ");

    public static bool TryRead(string text, List<Line> lines, int at, out Table? table, out int after)
    {
        table = null;
        after = at;
        if (!IsRow(lines[at].Of(text)))
            return false;
        var rows = new List<List<SourceSpan>>();
        var behindBar = new List<(List<SourceSpan> Row, int Bars)>();
        var most = 0;
        while (after < lines.Count && (after == at || !lines[after].AfterGap) && IsRow(lines[after].Of(text)))
        {
            var cells = Cells(text, lines[after]);
            if (cells is not null)
                rows.Add(cells);
            // A title and a line of dates drawn across the table stand above it; with one lone cell the table begins.
            if (rows.Count == 2 && most == 0 && behindBar.Count == 1 && rows.TrueForAll(IsLone))
                return false;
            if (rows.Count == LoneCells && rows.TrueForAll(IsLone))
                return false;
            if (rows.Count < 2 && after - at > MostRules)
                return false;
            var bars = CountBars(lines[after].Of(text));
            if (cells is not null && Bars.Contains(text[lines[after].Start], StringComparison.Ordinal))
                behindBar.Add((cells, bars));
            else if (cells is not null)
                most = Math.Max(most, bars);
            after++;
        }

        // Where most rows begin with a word, one that begins with a bar and has no bar more than they begins with an empty cell.
        if (behindBar.Count * 2 < rows.Count)
            behindBar.FindAll(row => row.Bars <= most).ForEach(row => row.Row.Insert(0, default));
        if (rows.Count < 2 || rows.Max(row => row.Count) < 2)
            return false;
        HeadRows.Spread(text, rows);
        PutUnderSerial(text, rows);
        table = TableShape.Build(text, rows, flattened: false);
        return true;
    }

    /// <summary>
    /// A merged cell in front of the serial numbers stands in the first of its rows only; the others begin with their number and are
    /// moved under its head.
    /// </summary>
    private static void PutUnderSerial(string text, List<List<SourceSpan>> rows)
    {
        // A title or a line of units may stand above the heads.
        var (head, serial) = (-1, -1);
        while (serial < 0 && ++head < Math.Min(3, rows.Count))
            serial = rows[head].FindIndex(cell => ColumnHead.RoleOfWords(cell.Of(text)) == ColumnRole.Serial);
        if (serial == 0 && head == 0)
            Unshift(text, rows);
        if (serial <= 0)
            return;
        for (var row = head + 1; row < rows.Count; row++)
        {
            if (rows[row].Count == rows[head].Count - serial && CellText.KindOf(rows[row][0].Of(text)) == CellKind.Number)
                rows[row].InsertRange(0, new SourceSpan[serial]);
        }
    }

    /// <summary>A merged serial number stands in the first of its rows; the others begin with a word and end with an empty cell too many.</summary>
    private static void Unshift(string text, List<List<SourceSpan>> rows)
    {
        var full = rows[0].Count;
        for (var row = 2; row < rows.Count; row++)
        {
            // 新增学位810个 | |||||: one word, of the item above.
            if (rows[row].Count(cell => !cell.IsEmpty) == 1 && !rows[row][0].IsEmpty && CellText.KindOf(rows[row][0].Of(text)) == CellKind.Text && !TotalRow.Names(rows[row][0].Of(text)) && rows[row].Count > 2)
                rows[row].Insert(0, default);
            if (rows[row].Count > full && rows[row][^1].IsEmpty)
                rows[row].RemoveAt(rows[row].Count - 1);
            if (rows[row].Count != full || !rows[row][^1].IsEmpty || CellText.KindOf(rows[row][0].Of(text)) != CellKind.Text || TotalRow.Names(rows[row][0].Of(text)) || CellText.KindOf(rows[row][1].Of(text)) != CellKind.Number)
                continue;
            rows[row].RemoveAt(full - 1);
            rows[row].Insert(0, default);
        }
    }

    private static bool IsLone(List<SourceSpan> row) => row.Count(cell => !cell.IsEmpty) < 2;

    private static int CountBars(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
            count += Bars.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    private static bool IsRow(ReadOnlySpan<char> line)
    {
        var first = line.IndexOfAny(Bars);
        if (first < 0)
            return IsRule(line);
        return first == 0 || line[(first + 1)..].IndexOfAny(Bars) >= 0 || line.Length < 80;
    }

    public static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 5 && line.IndexOfAnyExcept(Rule) < 0;

    /// <summary>The cells of a row; null for a line of dashes.</summary>
    private static List<SourceSpan>? Cells(string text, Line line)
    {
        if (IsRule(line.Of(text)))
            return null;
        var cells = new List<SourceSpan>();
        var start = line.Start;
        for (var at = line.Start; at <= line.End && cells.Count < MaxColumns; at++)
        {
            if (at < line.End && !Bars.Contains(text[at], StringComparison.Ordinal))
                continue;
            var outer = (at == line.Start) || (at == line.End && start == line.End);
            if (!outer)
            {
                var (from, to) = Lines.Trim(text, start, at);
                cells.Add(from < to ? new SourceSpan(from, to) : new SourceSpan(from, from));
            }

            start = at + 1;
        }

        return cells;
    }
}
