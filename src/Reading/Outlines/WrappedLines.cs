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
    private const int ManyBroken = 5;
    private const int Slack = 2;
    private const int Ragged = 4;
    private const int LongestHeading = 12;

    private static readonly System.Buffers.SearchValues<char> Bullets = System.Buffers.SearchValues.Create("●◆■★▲○◇□☆▶※•➤▪");

    /// <param name="cuts">Where a line end was taken out of a number or a word: a printed line ended there too.</param>
    public static List<Line> Join(string text, List<Line> lines, List<int> cuts)
    {
        if (!IsWrapped(text, lines, cuts, out var full))
            return lines;
        var joined = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && GoesOn(text, joined[^1], line, LastLineStart(text, joined[^1], cuts), full))
                joined[^1] = joined[^1] with { End = line.End };
            else
                joined.Add(line);
        }

        return joined;
    }

    // Most long lines must stop in the middle of a sentence, or the breaks are the author's.
    // What most of the broken ones hold fills a line.
    private static bool IsWrapped(string text, List<Line> lines, List<int> cuts, out int full)
    {
        Span<int> lengths = stackalloc int[Longest + 1];
        full = int.MaxValue;
        var (broken, whole, longer, cut) = (0, 0, 0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var start = lines[i].Start;
            for (; cut < cuts.Count && cuts[cut] < lines[i].End; cut++, broken++)
            {
                lengths[Math.Min(WidthOf(text.AsSpan(start, cuts[cut] - start)), Longest)]++;
                start = cuts[cut];
            }

            var length = lines[i].End - start;
            if (length > Longest)
                longer++;
            if (length < Shortest)
                continue;
            if (GoesOn(text, lines[i], lines[i + 1], start, full))
            {
                broken++;
                lengths[WidthOf(text.AsSpan(start, length))]++;
            }
            else
            {
                whole++;
            }
        }

        full = Median(lengths, broken) - Slack;
        // Lines broken at the page width are of one width; those of a list are as long as what they say.
        // A number taken over a line end makes single lines wider: the most common width counts.
        var (wide, near) = (0, 0);
        for (var i = 0; i < lengths.Length; i++)
        {
            near += lengths[i] - (i >= Ragged ? lengths[i - Ragged] : 0);
            wide = Math.Max(wide, near);
        }

        var even = wide * 2 > broken;
        // So many of one width settle it, however many items and cells stand on short lines of their own.
        var settled = broken >= ManyBroken && wide * 10 >= broken * 8;
        broken += cuts.Count - cut;
        return broken >= FewestBroken && even && (settled || (broken * 4 >= lines.Count && broken * 2 >= whole)) && longer * 3 <= broken + whole;
    }

    // In Chinese characters; two digits or Latin letters are as wide as one.
    private static int WidthOf(ReadOnlySpan<char> line)
    {
        var narrow = 0;
        foreach (var c in line)
            narrow += char.IsAscii(c) ? 1 : 0;
        return line.Length - (narrow / 2);
    }

    private static int Median(ReadOnlySpan<int> counts, int count)
    {
        var (at, seen) = (0, 0);
        while (at < counts.Length && (seen += counts[at]) * 2 < count)
            at++;
        return at;
    }

    private static bool GoesOn(string text, Line line, Line next, int lastLineStart, int full)
    {
        if (next.AfterGap || Bullets.Contains(text[next.Start]) || line.End - lastLineStart is < Shortest or > Longest)
            return false;
        // A line that is full may end in any mark but a full stop.
        var fills = WidthOf(text.AsSpan(lastLineStart, line.End - lastLineStart)) >= full;
        if (fills ? text[line.End - 1] is '。' or '！' or '？' or '!' : Marks.EndsParagraph(text[line.End - 1]))
            return false;
        // A title or heading has no marks in it; a wrapped sentence nearly always has.
        if (!fills && text.AsSpan(lastLineStart, line.End - lastLineStart).IndexOfAny(Marks.ClauseEnds) < 0 && lastLineStart == line.Start)
            return false;
        // An indent begins a paragraph, a bar a table row, a bracket or number a heading.
        if (next.Start == 0 || text[next.Start - 1] is not ('\n' or '\r') || text[next.Start] is '|' or '(' or '第')
            return false;
        var first = next.Of(text);
        // 展望2018年 alone on its line is a heading, whatever stands above and below it.
        if (first.Length <= LongestHeading && SpokenTime.Read(first).Year > 0 && HeadingWords.KindOfSection(first, weak: true) != SectionKind.Unknown)
            return false;
        return !IsRow(first) && !IsRow(text.AsSpan(lastLineStart, line.End - lastLineStart)) && !IsNumbered(first);
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.IndexOfAny('|', '\t') >= 0 || line.IndexOf("  ", StringComparison.Ordinal) >= 0 || line.IndexOf("　　", StringComparison.Ordinal) >= 0;

    private static bool IsNumbered(ReadOnlySpan<char> line) =>
        line.Length > 1 && (line[1] is '、' || (line[0] is >= '一' and <= '十' && line.Length > 2 && line[2] is '、') || (line[1] == '.' && line.Length > 2 && !char.IsAsciiDigit(line[2]) && char.IsAsciiDigit(line[0])));

    private static int LastLineStart(string text, Line line, List<int> cuts)
    {
        var start = line.Start + text.AsSpan(line.Start, line.Length).LastIndexOf('\n') + 1;
        var cut = cuts.BinarySearch(line.End - 1);
        cut = cut < 0 ? ~cut - 1 : cut;
        return cut >= 0 && cuts[cut] > start ? cuts[cut] : start;
    }
}
