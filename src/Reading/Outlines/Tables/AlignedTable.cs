using Luoshi.Kernel.Text;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Rows of cells set apart by tabs, or by runs of two blanks or more.</summary>
internal static class AlignedTable
{
    private const int MaxLine = 600;
    private const int MaxCell = 60;
    private const int FewestNumbers = 2;
    private const int LongestPiece = 4;

    // No table begins with so many more rows of words than of numbers: lines set apart without end are not read to their end from each of them.
    private const int MostWords = 60;

    public static bool TryRead(string text, List<Line> lines, int at, out Table? table, out int after)
    {
        table = null;
        after = at;
        if (!Splits(lines[at].Of(text)) || PipedTable.IsRule(lines[at].Of(text)) || !GoesOn(text, lines, at + 1))
            return false;
        var rows = new List<List<SourceSpan>>();
        var taken = new List<Line>();
        var numbered = 0;
        var tabbed = lines[at].Of(text).Contains('\t');
        while (after < lines.Count && (after == at || !lines[after].AfterGap || (rows.Count > 1 && IsNumbered(text, lines[after]))) && (Splits(lines[after].Of(text)) || IsLoneLabel(text, lines, after) || PipedTable.IsRule(lines[after].Of(text))))
        {
            // A line of dashes under the heads, or under the last row.
            if (PipedTable.IsRule(lines[after].Of(text)))
            {
                after++;
                continue;
            }

            var cells = Cells(text, lines[after], tabbed);
            if (cells.Any(cell => cell.Length > MaxCell && !tabbed))
                break;
            rows.Add(cells);
            taken.Add(lines[after]);
            after++;
            numbered += rows.Count > 1 && cells.Skip(1).Any(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number) ? 1 : 0;
            if (rows.Count - (numbered * 2) > MostWords)
                return false;
        }

        if (!IsTable(rows, numbered))
            return false;
        if (tabbed)
            HeadRows.Spread(text, rows);
        int? heads = tabbed ? null : AlignedHeads.Lay(text, rows, taken);
        if (!tabbed && heads is null)
            rows = WithoutSideName(text, Aligned(text, taken, rows));
        table = TableShape.Build(text, rows, flattened: false, heads);
        return true;
    }

    // Under the heads a rule and the name of the first group may stand before the first row of cells.
    private static bool GoesOn(string text, List<Line> lines, int at)
    {
        for (var last = Math.Min(lines.Count, at + 3); at < last && !lines[at].AfterGap; at++)
        {
            if (PipedTable.IsRule(lines[at].Of(text)) || IsLoneLabel(text, lines, at))
                continue;
            return Splits(lines[at].Of(text));
        }

        return false;
    }

    /// <summary>项目   年度计划   完成: heads set apart by wide gaps, one of them for what was planned or done.</summary>
    public static bool IsHead(ReadOnlySpan<char> line)
    {
        if (!line.Contains("  ", StringComparison.Ordinal))
            return false;
        var text = line.ToString();
        var cells = Cells(text, new Line(0, text.Length, AfterGap: false), tabbed: false);
        return cells.Count >= 3 && cells.Exists(cell => ColumnHead.IsStage(cell.Of(text)));
    }

    /// <summary>At least two rows of two cells, and numbers below the first.</summary>
    private static bool IsTable(List<List<SourceSpan>> rows, int numbered)
    {
        if (rows.Count < 2)
            return false;
        var wide = rows.Count(row => row.Count >= 3);
        return numbered * 2 >= rows.Count - 1 && (wide * 2 >= rows.Count || (rows.Count >= 3 && numbered >= 2));
    }

    private static bool Splits(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine)
            return false;
        return line.Contains('\t') || line.Contains("  ", StringComparison.Ordinal) || line.Contains("\u3000\u3000", StringComparison.Ordinal);
    }

    /// <summary>Printed pages leave a blank line between the groups of a table: the row behind it has numbers as the ones above.</summary>
    private static bool IsNumbered(string text, Line line) =>
        Splits(line.Of(text)) && Cells(text, line, tabbed: false).Count(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number) >= FewestNumbers;

    private static bool IsLoneLabel(string text, List<Line> lines, int at) =>
        lines[at].Length <= 20 && at + 1 < lines.Count && !lines[at + 1].AfterGap && !Splits(lines[at].Of(text)) && Splits(lines[at + 1].Of(text))
        && CellText.KindOf(lines[at].Of(text)) == CellKind.Text && lines[at].Of(text).IndexOfAny("，。：:") < 0;

    private static List<SourceSpan> Cells(string text, Line line, bool tabbed)
    {
        var cells = new List<SourceSpan>();
        // Tabs at the very front were trimmed away with the blanks of the line: each stands for an empty cell.
        for (var at = line.Start - 1; tabbed && at >= 0 && text[at] is '\t' or ' '; at--)
        {
            if (text[at] == '\t')
                cells.Add(new SourceSpan(line.Start, line.Start));
        }

        for (var at = line.Start; at < line.End;)
        {
            var end = at;
            while (end < line.End && !Breaks(text, end, line.End, tabbed))
                end++;
            var (from, to) = Lines.Trim(text, at, end);
            cells.Add(new SourceSpan(from, Math.Max(from, to)));
            at = end + 1;
            while (!tabbed && at < line.End && Lines.IsBlank(text[at]))
                at++;
        }

        return tabbed ? cells : Joined(text, cells);
    }

    /// <summary>项  目  类  别: a head drawn apart over the width of its column.</summary>
    private static List<SourceSpan> Joined(string text, List<SourceSpan> cells)
    {
        if (!cells.Exists(cell => cell.Length == 1) || cells.Exists(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number))
            return cells;
        var joined = new List<SourceSpan>();
        foreach (var cell in cells)
        {
            if (cell.Length == 1 && joined.Count > 0 && text[joined[^1].End - 1] is var last && Marks.IsIdeograph(last) && (joined[^1].Length == 1 || Lines.IsBlank(text[joined[^1].End - 2])))
                joined[^1] = new SourceSpan(joined[^1].Start, cell.End);
            else
                joined.Add(cell);
        }

        return joined;
    }

    private static bool Breaks(string text, int at, int end, bool tabbed)
    {
        if (tabbed)
            return text[at] == '\t';
        return text[at] == '\t' || (Lines.IsBlank(text[at]) && at + 1 < end && Lines.IsBlank(text[at + 1]));
    }

    /// <summary>
    /// 重点基 / 础设施 / 项目 beside the rows of a group: its name is set in short lines over the height of the group, has no head, and names no row.
    /// </summary>
    private static List<List<SourceSpan>> WithoutSideName(string text, List<List<SourceSpan>> rows)
    {
        if (rows[0].Count < 3 || !rows[0][0].IsEmpty || rows[0][1].IsEmpty)
            return rows;
        var pieces = rows.FindAll(row => !row[0].IsEmpty);
        if (pieces.Count == 0 || pieces.Count * 2 >= rows.Count || pieces.Exists(row => row[0].Length > LongestPiece || CellText.KindOf(row[0].Of(text)) != CellKind.Text))
            return rows;
        return [.. rows.Where(row => row.Skip(1).Any(cell => !cell.IsEmpty)).Select(row => row[1..])];
    }

    /// <summary>Rows with fewer cells than the fullest are laid under its columns by where they stand on the line, wide characters counting two.</summary>
    private static List<List<SourceSpan>> Aligned(string text, List<Line> lines, List<List<SourceSpan>> rows)
    {
        var full = rows.MaxBy(row => row.Count)!;
        var places = Places(text, lines[rows.IndexOf(full)], full);
        for (var row = 0; row < rows.Count; row++)
            rows[row] = Under(text, lines[row], rows[row], places);
        return rows;
    }

    /// <summary>The cells of a row under the columns they stand nearest to.</summary>
    internal static List<SourceSpan> Under(string text, Line line, List<SourceSpan> row, List<(int From, int To)> places)
    {
        if (row.Count >= places.Count)
            return row;
        var own = Places(text, line, row);
        var laid = new List<SourceSpan>(new SourceSpan[places.Count]);
        var column = 0;
        for (var i = 0; i < row.Count; i++)
        {
            // Enough columns must remain for the cells that follow.
            var last = places.Count - (row.Count - i);
            var best = column;
            for (var c = column; c <= last; c++)
            {
                if (Distance(own[i], places[c]) < Distance(own[i], places[best]))
                    best = c;
            }

            laid[best] = row[i];
            column = best + 1;
        }

        return laid;
    }

    private static int Distance((int From, int To) a, (int From, int To) b) =>
        Math.Min(Math.Min(Math.Abs(a.From - b.From), Math.Abs(a.To - b.To)), Math.Abs((a.From + a.To - b.From - b.To) / 2));

    /// <summary>Where cells stand on their line, wide characters counting two.</summary>
    internal static List<(int From, int To)> Places(string text, Line line, List<SourceSpan> cells)
    {
        var places = new List<(int From, int To)>();
        var (at, width) = (line.Start, 0);
        // Blanks in front of the line count as well: they were trimmed from the line, not from the page.
        for (var back = line.Start - 1; back >= 0 && Lines.IsBlank(text[back]); back--)
            width += Width(text[back]);
        foreach (var cell in cells)
        {
            for (; at < cell.Start; at++)
                width += Width(text[at]);
            var from = width;
            for (; at < cell.End; at++)
                width += Width(text[at]);
            places.Add((from, width));
        }

        return places;
    }

    private static int Width(char c) => c >= '\u1100' ? 2 : 1;
}
