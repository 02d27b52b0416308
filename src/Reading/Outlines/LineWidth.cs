namespace Luoshi.Reading.Outlines;

/// <summary>
/// Finds out whether a text was broken at a fixed width, so that the end of a line ends no paragraph.
/// Two signs: most lines end at the same column without a stop, or paragraphs are indented and the line below is not.
/// </summary>
internal sealed class LineWidth
{
    private const int Slack = 3;
    // A line that lost characters or blanks in cleaning is a little shorter.
    private const int Damage = 8;
    private const int Narrowest = 24;
    private const int Widest = 120;
    private const int Sample = 2000;
    private const int ShortestIndented = 8;

    private readonly string text;
    private readonly List<Line> lines;
    private readonly int width;
    private readonly bool indented;

    private LineWidth(string text, List<Line> lines, int width, bool indented) =>
        (this.text, this.lines, this.width, this.indented) = (text, lines, width, indented);

    public static LineWidth Of(string text, List<Line> lines)
    {
        Span<int> columns = stackalloc int[Widest + 2];
        var (open, indents, longer) = (0, 0, 0);
        for (var i = 0; i < lines.Count && i < Sample; i++)
        {
            var line = lines[i];
            if (IsIndented(text, line))
                indents++;
            if (line.Length > Widest)
            {
                longer++;
                continue;
            }

            var own = Columns(text, line);
            if (own < Narrowest || own > Widest || Stops(text[line.End - 1]) || i + 1 >= lines.Count || lines[i + 1].AfterGap)
                continue;
            columns[own]++;
            open++;
        }

        var (best, at) = (0, 0);
        for (var column = Narrowest; column <= Widest; column++)
        {
            var near = 0;
            for (var c = Math.Max(Narrowest, column - Slack); c <= column; c++)
                near += columns[c];
            if (near > best)
                (best, at) = (near, column);
        }

        // A few long headings of one length are no proof: most open lines must end there, and none may be much longer.
        var broken = best >= 4 && best * 3 >= open * 2 && longer == 0;
        return new LineWidth(text, lines, broken ? at : 0, indents > 0);
    }

    /// <summary>The paragraph of this line goes on in the next.</summary>
    public bool Joins(int at)
    {
        if (at + 1 >= lines.Count || lines[at + 1].AfterGap)
            return false;
        var (line, next) = (lines[at], lines[at + 1]);
        if (line.Length > Widest || Stops(text[line.End - 1]) || PrintedNumber.Read(next.Of(text)).IsNumbered || text[next.Start] is '|' or '—')
            return false;
        if (width > 0)
            return Columns(text, line) >= width - Damage && !IsIndented(text, next);
        return indented && line.Length >= ShortestIndented && IsIndented(text, line) && !IsIndented(text, next) && !line.Of(text).Contains('\t');
    }

    private static bool Stops(char c) => c is '。' or '；' or ';' or ':' or '：' or '！' or '!' or '？' or '|';

    /// <summary>Two full-width blanks, or two to four others: an indented paragraph, not a centred title.</summary>
    private static bool IsIndented(string text, Line line)
    {
        var columns = 0;
        for (var at = line.Start - 1; at >= 0 && Lines.IsBlank(text[at]) && columns < 8; at--)
            columns += text[at] == '\u3000' ? 2 : 1;
        return columns is >= 2 and <= 4;
    }

    private static int Columns(string text, Line line)
    {
        var columns = 0;
        foreach (var c in line.Of(text))
            columns += c >= '\u1100' ? 2 : 1;
        return columns;
    }
}
