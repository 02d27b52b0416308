using System.Buffers;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Single spaces that typesetting or a bad copy left in Chinese prose: before punctuation, round numbers, inside numbers and words.
/// Two blanks side by side are a column gap and are never touched.
/// </summary>
internal sealed class StraySpaces(string raw)
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。、；：！？,;:!?）)”’》】〕」』％%‰℃…");
    private static readonly SearchValues<char> Openers = SearchValues.Create("“‘《（(【〔「『");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，。、；！？,;!");

    // The line that was looked at last, and whether it looks like a row of an aligned table.
    private int lineEnd = -1;
    private bool row;

    public bool IsStray(int at)
    {
        var (before, after) = (Glyphs.At(raw, at - 1), Glyphs.At(raw, at + 1));
        if (IsEdge(before) || IsEdge(after))
            return false;
        if (ClauseMarks.Contains(after))
            return after is not ('%' or '％' or '‰' or '℃') || Glyphs.IsDigit(before);
        if (Openers.Contains(before))
            return true;
        if (IsRangeMark(after) && Glyphs.At(raw, at + 2) == ' ')
            return Glyphs.IsDigit(before) && Glyphs.IsDigit(Glyphs.At(raw, at + 3)) && !IsRow(at);
        if (IsRangeMark(before) && Glyphs.At(raw, at - 2) == ' ')
            return Glyphs.IsDigit(after) && Glyphs.IsDigit(Glyphs.At(raw, at - 3)) && !IsRow(at);
        if (Glyphs.IsDigit(after))
            return Glyphs.IsDigit(before) ? SplitNumber.IsSplit(raw, at) : IsBesideNumber(at, before);
        if (Glyphs.IsDigit(before))
            return after is '.' ? Glyphs.IsDigit(Glyphs.At(raw, at + 2)) && !IsRow(at) : Glyphs.IsHan(after) && !EndsClockOrDate(at) && !IsRow(at);
        if (Openers.Contains(after))
            return Glyphs.IsHan(before) && !IsRow(at);
        if (Breaks.Contains(before))
            return Glyphs.IsHan(after);
        return Glyphs.IsHan(before) && Glyphs.IsHan(after) && SplitWord.IsSplit(raw, at);
    }

    private static bool IsEdge(char c) => Glyphs.IsSpace(c) || Glyphs.IsLineEnd(c) || c is '|' or '｜';

    /// <summary>A space in front of a digit: 完成 38 项, also 增长2. 64%, but neither 1. 5个 at the start of a line nor a date that stands apart.</summary>
    private bool IsBesideNumber(int at, char before)
    {
        if (before is '.')
            return Glyphs.IsDigit(Glyphs.At(raw, at - 2)) && !SplitNumber.StartsLine(raw, at - 1) && !IsRow(at);
        return (Glyphs.IsHan(before) || Breaks.Contains(before)) && !StartsDate(at + 1) && !IsRow(at);
    }

    private bool StartsDate(int at) =>
        Glyphs.IsDigit(Glyphs.At(raw, at + 3)) && Glyphs.At(raw, at + 4) is '-' or '/' or '.' && Glyphs.IsDigit(Glyphs.At(raw, at + 5));

    /// <summary>With blanks on both sides (3 - 5个); with one on the left only it may be a minus in a row.</summary>
    private static bool IsRangeMark(char c) => c is '-' or '~' or '～' or '—' or '–';

    /// <summary>09:40 and 2024-07-18 stand apart from what follows; 1-4 月 does not.</summary>
    private bool EndsClockOrDate(int at)
    {
        var start = StartOfDigits(at);
        var mark = Glyphs.At(raw, start - 1);
        return mark is ':' || (mark is '-' or '/' && Glyphs.At(raw, StartOfDigits(start - 1) - 1) == mark);
    }

    private int StartOfDigits(int end)
    {
        while (end > 0 && Glyphs.IsDigit(raw[end - 1]))
            end--;
        return end;
    }

    /// <summary>A tab, a gap of two blanks, or two numbers with a blank between them make the line a row.</summary>
    private bool IsRow(int at)
    {
        if (at < lineEnd)
            return row;
        var start = raw.AsSpan(0, at).LastIndexOfAny('\n', '\r') + 1;
        var length = raw.AsSpan(at).IndexOfAny('\n', '\r');
        lineEnd = length < 0 ? raw.Length : at + length;
        while (start < lineEnd && Glyphs.IsSpace(raw[start]))
            start++;
        return row = start < lineEnd && raw[start] is not ('|' or '｜') && HasGap(start);
    }

    private bool HasGap(int start)
    {
        for (var i = start; i + 1 < lineEnd; i++)
        {
            if (!Glyphs.IsSpace(raw[i]))
                continue;
            if (raw[i] is '\t')
                return true;
            if (Glyphs.IsSpace(raw[i + 1]))
            {
                if (!IsBlankUntilEnd(i))
                    return true;
                return false;
            }

            var number = raw[i + 1] is '-' ? i + 2 : i + 1;
            if (Glyphs.IsDigit(Glyphs.At(raw, number)) && Glyphs.At(raw, i - 1) is var c && (Glyphs.IsDigit(c) || c is '%' or '％') && !SplitNumber.IsSplit(raw, i))
                return true;
        }

        return false;
    }

    private bool IsBlankUntilEnd(int at) => raw.AsSpan(at, lineEnd - at).IsWhiteSpace();
}
