using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>
/// Joins the lines of a text that was broken at the page width, so that 完成２ / １３．６亿元 is one sentence again.
/// A joined line spans the line break.
/// </summary>
internal static class WrappedLines
{
    // A printed line holds about twenty to sixty characters; shorter ones are headings and cells, longer ones whole paragraphs.
    private const int Shortest = 16;
    private const int Longest = 64;
    private const int FewestBroken = 3;
    private const int Ragged = 5;

    private static readonly System.Buffers.SearchValues<char> Bullets = System.Buffers.SearchValues.Create("●◆■★▲○◇□☆▶※•➤▪");

    public static List<Line> Join(string text, List<Line> lines)
    {
        if (!IsWrapped(text, lines))
            return lines;
        var joined = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && GoesOn(text, joined[^1], line, lastLineStart: LastLineStart(text, joined[^1])))
                joined[^1] = joined[^1] with { End = line.End };
            else
                joined.Add(line);
        }

        return joined;
    }

    // Most long lines must stop in the middle of a sentence, or the breaks are the author's.
    private static bool IsWrapped(string text, List<Line> lines)
    {
        // A number joined over a line end makes a line longer than the page; whole paragraphs make most of them longer.
        var (broken, whole, longer, widest, full) = (0, 0, 0, 0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length <= Longest && GoesOn(text, lines[i], lines[i + 1], lines[i].Start))
                widest = Math.Max(widest, lines[i].Length);
        }

        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length > Longest)
                longer++;
            if (lines[i].Length < Shortest)
                continue;
            if (GoesOn(text, lines[i], lines[i + 1], lines[i].Start))
            {
                broken++;
                full += lines[i].Length >= widest - Ragged ? 1 : 0;
            }
            else
                whole++;
        }

        // Lines broken at the page width are of one width; those of a list are as long as what they say.
        return broken >= FewestBroken && full * 2 > broken && broken * 4 >= lines.Count && broken * 2 >= whole && longer * 3 <= broken + whole;
    }

    private static bool GoesOn(string text, Line line, Line next, int lastLineStart)
    {
        if (next.AfterGap || Bullets.Contains(text[next.Start]) || line.End - lastLineStart is < Shortest or > Longest || Marks.EndsParagraph(text[line.End - 1]))
            return false;
        // A title or heading has no marks in it; a wrapped sentence nearly always has.
        if (text.AsSpan(lastLineStart, line.End - lastLineStart).IndexOfAny(Marks.ClauseEnds) < 0 && lastLineStart == line.Start)
            return false;
        // An indent begins a paragraph, a bar a table row, a bracket or number a heading.
        if (next.Start == 0 || text[next.Start - 1] is not ('\n' or '\r') || text[next.Start] is '|' or '(' or '第')
            return false;
        var first = next.Of(text);
        return !IsRow(first) && !IsRow(text.AsSpan(lastLineStart, line.End - lastLineStart)) && !IsNumbered(first);
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.IndexOfAny('|', '\t') >= 0 || line.IndexOf("  ", StringComparison.Ordinal) >= 0 || line.IndexOf("　　", StringComparison.Ordinal) >= 0;

    private static bool IsNumbered(ReadOnlySpan<char> line) =>
        line.Length > 1 && (line[1] is '、' || (line[0] is >= '一' and <= '十' && line.Length > 2 && line[2] is '、') || (line[1] == '.' && line.Length > 2 && !char.IsAsciiDigit(line[2]) && char.IsAsciiDigit(line[0])));

    private static int LastLineStart(string text, Line line)
    {
        var at = text.AsSpan(line.Start, line.Length).LastIndexOf('\n');
        return at < 0 ? line.Start : line.Start + at + 1;
    }
}
