namespace Luoshi.Reading.Cleaning;

/// <summary>
/// The width at which the lines of a text were broken, where they were: most long lines then stop in the middle of a sentence and at one width,
/// some in the middle of a word, and no paragraph stands on a line of its own.
/// </summary>
internal readonly record struct PageWidth(int Columns)
{
    private const int ShortestLine = 32;
    private const int LongestLine = 140;
    private const int LinesLookedAt = 200;
    private const int FewestBroken = 5;
    private const int FewestCut = 2;
    private const int Ragged = 8;

    /// <summary>No width: lines end where their paragraphs do.</summary>
    public static PageWidth None => new(0);

    /// <summary>Whether a line can be a full one of any page; asked before the page is looked for.</summary>
    public static bool MayFill(ReadOnlySpan<char> line) => line.Length <= LongestLine && Of(line) >= ShortestLine - Ragged;

    /// <summary>The line was broken here and not ended by its author.</summary>
    public bool IsFull(ReadOnlySpan<char> line) => Columns > 0 && Of(line) >= Columns - Ragged;

    /// <summary>As <see cref="IsFull"/>, where a word or number cut in two says so too: letters and digits of half the width make lines ragged.</summary>
    public bool IsNearlyFull(int width) => Columns > 0 && width >= Columns - (2 * Ragged);

    public static PageWidth Find(string raw)
    {
        Span<int> widths = stackalloc int[LongestLine + 1];
        var (full, broken, longest, wordsCut) = (0, 0, 0, 0);
        var start = 0;
        for (var lines = 0; lines < LinesLookedAt && start < raw.Length; lines++)
        {
            var cut = raw.AsSpan(start).IndexOfAny('\n', '\r');
            var end = cut < 0 ? raw.Length : start + cut;
            var line = raw.AsSpan(start, end - start).TrimEnd();
            start = end + (Glyphs.At(raw, end) == '\r' && Glyphs.At(raw, end + 1) == '\n' ? 2 : 1);
            // A paragraph on a line of its own is wider than any page.
            if (line.Length > LongestLine)
                return None;
            var width = Of(line);
            // 版权所有：…  网站标识码…: a row of furniture is as wide as what it holds.
            if (!line.Trim().Contains("  ", StringComparison.Ordinal))
                longest = Math.Max(longest, width);
            if (width is < ShortestLine or > LongestLine || Glyphs.IsLatin(line[^1]) || line.IndexOfAny('\t', '|', '｜') >= 0)
                continue;
            full++;
            var next = Glyphs.At(raw, start);
            if (Glyphs.IsLineEnd(next) || Glyphs.IsSpace(next) || EndsSentence(line[^1]))
                continue;
            broken++;
            wordsCut += Glyphs.IsHan(raw[end - 1]) && Glyphs.IsHan(next) && SplitWord.IsCut(raw, end, start) ? 1 : 0;
            widths[width]++;
        }

        if (broken < FewestBroken || broken * 2 < full || wordsCut < FewestCut)
            return None;
        var median = Median(widths, broken);
        var near = 0;
        foreach (var count in widths[Math.Max(0, median - Ragged)..Math.Min(widths.Length, median + Ragged + 1)])
            near += count;
        return near * 10 >= broken * 8 && longest <= median + (2 * Ragged) ? new PageWidth(median) : None;
    }

    /// <summary>In half-width columns, as a printed line is.</summary>
    public static int Of(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line.TrimEnd())
            width += c >= '\u1100' ? 2 : 1;
        return width;
    }

    private static bool EndsSentence(char c) => c is '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':' or '”' or ')' or '）' or '》' or '…';

    private static int Median(ReadOnlySpan<int> widths, int count)
    {
        var (at, seen) = (0, 0);
        while (at < widths.Length - 1 && (seen += widths[at]) * 2 < count)
            at++;
        return at;
    }
}
