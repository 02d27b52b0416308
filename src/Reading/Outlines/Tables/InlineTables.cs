using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Tables that lost their line ends, behind the words that lead to them: …。表1 粮食产量 品种 | 产量(吨) | 比上年增长(%) | 小麦 | 1250 | 3.1 | …
/// Cut back into lines of prose, caption and rows.
/// </summary>
internal static class InlineTables
{
    private const string Bars = "|｜";
    private const int FewestColumns = 3;
    private const int MostColumns = 8;

    public static List<Line> Cut(string text, List<Line> lines)
    {
        if (text.AsSpan().IndexOfAny(Bars) < 0)
            return lines;
        List<Line>? cut = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = lines[i].Of(text).IndexOfAny(Bars) < 0 ? null : Cells(text, lines[i]);
            if (cells is null || Columns(text, cells) is not (> 0 and var columns))
            {
                cut?.Add(lines[i]);
                continue;
            }

            cut ??= [.. lines[..i]];
            Add(text, lines[i], cells, columns, cut);
        }

        return cut ?? lines;
    }

    private static List<SourceSpan> Cells(string text, Line line)
    {
        var cells = new List<SourceSpan>();
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            if (at < line.End && !Bars.Contains(text[at], StringComparison.Ordinal))
                continue;
            var (from, to) = Lines.Trim(text, start, at);
            // A bar at either end of the line closes nothing off.
            if (from < to || (start > line.Start && at < line.End))
                cells.Add(new SourceSpan(from, Math.Max(from, to)));
            start = at + 1;
        }

        return cells;
    }

    /// <summary>How many cells make a row: heads without numbers, then row upon row of one name and its numbers; 0 when it is no table.</summary>
    private static int Columns(string text, List<SourceSpan> cells)
    {
        var columns = cells.FindIndex(cell => IsNumber(text, cell)) - 1;
        if (columns is < FewestColumns or > MostColumns || cells.Count < 2 * columns)
            return 0;
        var rows = 0;
        for (var at = columns; at < cells.Count; at++)
        {
            var number = at % columns > 0;
            if (cells[at].IsEmpty ? !number : number != IsNumber(text, cells[at]) && !(number && CellText.KindOf(cells[at].Of(text)) == CellKind.Mark))
                return 0;
            rows += at % columns == columns - 1 ? 1 : 0;
        }

        var heads = 0;
        for (var at = 1; at < columns; at++)
            heads += HeadUnit.TryFind(cells[at].Of(text), out _, out _, out _) || ColumnHead.IsStage(cells[at].Of(text)) ? 1 : 0;
        return heads > 0 && (rows > 1 || CaptionStart(text, cells[0]) >= 0) ? columns : 0;
    }

    private static void Add(string text, Line line, List<SourceSpan> cells, int columns, List<Line> lines)
    {
        var head = cells[0];
        // The last word in front of the first bar is the head of the first column.
        var name = head.Start + Math.Max(0, text.AsSpan(head.Start, head.Length).LastIndexOfAny(" \u3000") + 1);
        var caption = CaptionStart(text, head) is >= 0 and var start && start < name ? start : name;
        AddWords(text, line.Start, caption, line.AfterGap, lines);
        AddWords(text, caption, name, lines.Count == 0 && line.AfterGap, lines);
        for (var at = 0; at < cells.Count; at += columns)
            lines.Add(new Line(at == 0 ? name : cells[at].Start, cells[Math.Min(at + columns, cells.Count) - 1].End, at == 0));
    }

    private static void AddWords(string text, int from, int to, bool afterGap, List<Line> lines)
    {
        (from, to) = Lines.Trim(text, from, to);
        if (from < to)
            lines.Add(new Line(from, to, afterGap));
    }

    /// <summary>表1 … at the start of the first cell or behind a blank or a sentence in it; -1 when there is none.</summary>
    private static int CaptionStart(string text, SourceSpan cell)
    {
        var words = text.AsSpan(cell.Start, cell.Length);
        var at = words.LastIndexOf('表');
        if (at < 0 || at + 1 >= words.Length || HanCount.Read(words[(at + 1)..], out _) == 0)
            return -1;
        at -= at > 0 && words[at - 1] == '附' ? 1 : 0;
        return at == 0 || words[at - 1] is ' ' or '\u3000' or '。' or '；' or ';' ? cell.Start + at : -1;
    }

    private static bool IsNumber(string text, SourceSpan cell) => !cell.IsEmpty && CellText.KindOf(cell.Of(text)) == CellKind.Number && !CellText.IsYear(cell.Of(text));
}
