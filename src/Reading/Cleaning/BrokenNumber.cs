using System.Buffers;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Numbers and words that a fixed line width cut in two (<c>…产值12⏎34.5亿元</c>, <c>…8.⏎6%</c>, <c>…120⏎万元</c>, <c>…其⏎中</c>).
/// Only in running text: a table printed one cell a line has numbers at the ends of its short lines too.
/// </summary>
internal static class BrokenNumber
{
    // A line that a width has cut is long, and the next one is not longer than it by more than a character or two.
    private const int ShortestLine = 24;
    private const int FewestWords = 8;
    private const int Slack = 2;
    private const int LongestLine = 400;

    /// <summary>The raw offset where the number goes on behind the line end at <paramref name="lineEnd"/>, or 0.</summary>
    public static int ResumesAt(string raw, int lineEnd, TextNature nature)
    {
        var last = Glyphs.At(raw, lineEnd - 1);
        if (last is ',' or '，' && Glyphs.IsDigit(Glyphs.At(raw, lineEnd - 2)))
            return BehindComma(raw, lineEnd);
        if (!Glyphs.IsDigit(last) && !(last is '.' or '．' && Glyphs.IsDigit(Glyphs.At(raw, lineEnd - 2))) && !Glyphs.IsHan(last))
            return 0;
        var next = lineEnd + (raw[lineEnd] == '\r' && Glyphs.At(raw, lineEnd + 1) == '\n' ? 2 : 1);
        var start = next;
        while (start < raw.Length && Glyphs.IsSpace(raw[start]))
            start++;
        if (start >= raw.Length)
            return 0;
        // 高标准农田3.6⏎万亩: no line of its own begins so.
        if (Glyphs.IsDigit(last) && start == next && IsMagnitude(raw[start]) && (UnitStarts.Contains(Glyphs.At(raw, start + 1)) || Glyphs.At(raw, start + 1) is '(' or '（') && HoldsWords(raw, lineEnd))
            return start;
        if (Glyphs.IsHan(last) ? IsCutUnit(raw, lineEnd, start) || SplitWord.IsCut(raw, lineEnd, start) : Continues(raw, start, last))
            return IsProse(raw, lineEnd, next, nature) ? start : 0;
        return start == next && Glyphs.IsHan(last) && GoesOn(raw, start) && LineBefore(raw, lineEnd) is var line && PageWidth.MayFill(line) && nature.Page.IsFull(line) ? start : 0;
    }

    // 收入9,⏎842元: three digits and no more stand behind the comma that parts thousands.
    private static int BehindComma(string raw, int lineEnd)
    {
        var next = lineEnd + (raw[lineEnd] == '\r' && Glyphs.At(raw, lineEnd + 1) == '\n' ? 2 : 1);
        for (var at = next; at < next + 3; at++)
        {
            if (!Glyphs.IsDigit(Glyphs.At(raw, at)))
                return 0;
        }

        return Glyphs.IsHan(Glyphs.At(raw, next + 3)) && Glyphs.At(raw, next + 3) is not ('年' or '月' or '日') && HoldsWords(raw, lineEnd) ? next : 0;
    }

    private static bool IsMagnitude(char c) => c is '万' or '亿' or '萬' or '億';

    // A sentence, and no cell of a table that was printed one a line.
    private static bool HoldsWords(string raw, int lineEnd)
    {
        var words = 0;
        var line = LineBefore(raw, lineEnd);
        foreach (var c in line)
            words += Glyphs.IsHan(c) ? 1 : 0;
        return words >= FewestWords && !line.Contains('|') && !line.Contains('\t');
    }

    // 硬化巷⏎道17条: where a page width has broken the lines, a full one goes on in the next, unless that is numbered or a row.
    private static bool GoesOn(string raw, int start)
    {
        var first = raw[start];
        if (Glyphs.IsDigit(first))
            return Continues(raw, start, first);
        return Glyphs.IsHan(first) && first is not '第' && Glyphs.At(raw, start + 1) is not '、' && (first is not '十' || Glyphs.At(raw, start + 2) is not '、');
    }

    private static ReadOnlySpan<char> LineBefore(string raw, int lineEnd)
    {
        var from = Math.Max(0, lineEnd - LongestLine);
        var start = raw.AsSpan(from, lineEnd - from).LastIndexOfAny('\n', '\r') + 1 + from;
        return raw.AsSpan(start, lineEnd - start);
    }

    // What a number in 万 or 亿 goes on with; anything else begins a statement of its own.
    private static readonly SearchValues<char> UnitStarts = SearchValues.Create("元美人户戶平立吨噸千公亩畝套个個件家条條株册册只头頭张張份次名斤公升度标標");

    // 9.5亿⏎元, 6.5个⏎百分点, 6.5个百⏎分点
    private static bool IsCutUnit(string raw, int lineEnd, int start)
    {
        var (before, last, first) = (Glyphs.At(raw, lineEnd - 2), raw[lineEnd - 1], raw[start]);
        return last switch
        {
            '万' or '亿' or '萬' or '億' => Glyphs.IsDigit(before) && UnitStarts.Contains(first),
            '个' or '個' => Glyphs.IsDigit(before) && first == '百' && Glyphs.At(raw, start + 1) == '分',
            '百' => before is '个' or '個' && first == '分',
            '分' => before == '百' && first is '点' or '點',
            _ => false,
        };
    }

    private static bool Continues(string raw, int start, char last)
    {
        var first = raw[start];
        if (first is '万' or '亿' or '萬' or '億' or '%' or '％')
            return Glyphs.IsDigit(last);
        if (first is '.' or '．')
            return Glyphs.IsDigit(last) && Glyphs.IsDigit(Glyphs.At(raw, start + 1));
        if (!Glyphs.IsDigit(first))
            return false;
        var end = start;
        while (Glyphs.IsDigit(Glyphs.At(raw, end)))
            end++;
        // 1. and 2、 at the start of a line number the line; a decimal goes on with digits behind its point.
        return Glyphs.At(raw, end) switch
        {
            '.' or '．' => Glyphs.IsDigit(Glyphs.At(raw, end + 1)),
            '、' or ')' or '）' or '\n' or '\r' or ' ' or '\t' or '|' => false,
            _ => true,
        };
    }

    private static bool IsProse(string raw, int lineEnd, int next, TextNature nature)
    {
        var line = LineBefore(raw, lineEnd);
        var ahead = raw.AsSpan(next, Math.Min(raw.Length - next, LongestLine + 1));
        var cut = ahead.IndexOfAny('\n', '\r');
        var (width, nextWidth) = (PageWidth.Of(line), PageWidth.Of(cut < 0 ? ahead : ahead[..cut]));
        return width >= ShortestLine && !line.Contains('|') && !line.Contains('\t') && (nextWidth <= width + Slack || nature.Page.IsNearlyFull(width));
    }
}
