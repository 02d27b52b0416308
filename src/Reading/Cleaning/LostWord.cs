using System.Buffers;

namespace Luoshi.Reading.Cleaning;

/// <summary>A word whose last character a copy may have lost, and what must stand on both sides of it; the notation is told in the data file.</summary>
internal sealed class LostWord
{
    private const int Reach = 24;
    private const int LongestUnit = 8;
    private const int LongestNumber = 16;
    private const char ClauseStart = '^';
    private const char Gap = '…';
    private const char Number = 'N';

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;。!?:？！\n\r");

    // What stands in front of the gap, and what behind it; only the latter where the pattern has no gap.
    private readonly string far;
    private readonly string near;
    private readonly string[] behind;

    private LostWord(string front, char character, string behind)
    {
        var gap = front.IndexOf(Gap, StringComparison.Ordinal);
        (far, near) = gap < 0 ? ("", front) : (front[..gap], front[(gap + 1)..]);
        this.behind = behind.Length == 0 ? [] : behind.Split('/');
        Character = character;
        Length = front.Length;
    }

    public char Character { get; }

    /// <summary>The longer the pattern, the surer its word.</summary>
    public int Length { get; }

    /// <summary>The character in front of the lost one, or '\0' where that is the end of some unit.</summary>
    public char Key => near[^1] == Number ? '\0' : near[^1];

    public static LostWord? Parse(ReadOnlySpan<char> word)
    {
        var (open, close) = (word.IndexOf('['), word.IndexOf(']'));
        return open > 0 && close == open + 2 && word[open - 1] is not Gap ? new LostWord(word[..open].ToString(), word[open + 1], word[(close + 1)..].ToString()) : null;
    }

    /// <param name="front">The cleaned text in front of the lost character.</param>
    /// <param name="rest">The raw text behind it.</param>
    public bool Fits(ReadOnlySpan<char> front, ReadOnlySpan<char> rest) => FitsFront(front) && FitsBehind(rest);

    private bool FitsFront(ReadOnlySpan<char> front)
    {
        var left = Ending(front, near);
        if (left < 0 || far.Length == 0)
            return left >= 0;
        for (var end = left; end >= Math.Max(0, left - Reach); end--)
        {
            if (Ending(front[..end], far) >= 0)
                return true;
            if (end > 0 && ClauseMarks.Contains(front[end - 1]))
                return false;
        }

        return false;
    }

    /// <summary>Where the pattern begins that the text ends with, or -1.</summary>
    private static int Ending(ReadOnlySpan<char> text, string pattern)
    {
        var at = text.Length;
        for (var i = pattern.Length - 1; i >= 0; i--)
        {
            if (pattern[i] == ClauseStart)
                return at == 0 || ClauseMarks.Contains(text[at - 1]) || Glyphs.IsSpace(text[at - 1]) ? at : -1;
            if (pattern[i] == Number)
                at = NumberStart(text[..at]);
            else if (at > 0 && text[at - 1] == pattern[i])
                at--;
            else
                return -1;
            if (at < 0)
                return -1;
        }

        return at;
    }

    private static int NumberStart(ReadOnlySpan<char> text)
    {
        var at = text.Length;
        while (at > 0 && text.Length - at < LongestUnit && (Glyphs.IsHan(text[at - 1]) || text[at - 1] is '(' or ')' or '㎡'))
            at--;
        var end = at;
        while (at > 0 && end - at < LongestNumber && Glyphs.IsDigitOrPoint(text[at - 1]))
            at--;
        return at < end && end < text.Length ? at : -1;
    }

    private bool FitsBehind(ReadOnlySpan<char> rest)
    {
        if (behind.Length == 0)
            return rest.IsEmpty || !Glyphs.IsLatin(rest[0]);
        foreach (var pattern in behind)
        {
            if (Begins(rest, pattern))
                return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> rest, ReadOnlySpan<char> pattern)
    {
        switch (pattern[0])
        {
            case 'M':
                return IsMark(rest);
            case 'Q':
                return !rest.IsEmpty && rest[0] is '“' or '「' or '"' or '《';
            case 'D':
                var number = NumberLength(rest);
                return number > 0 && Begin(rest[number..], pattern[1..]);
            case 'P':
                var value = NumberLength(rest);
                return value > 0 && IsRatio(rest[value..]);
            case 'C':
                var count = NumberLength(rest);
                return count > 0 && !IsRatio(rest[count..]) && (pattern.Length == 1 || EndsClause(rest[count..]));
            default:
                return Begin(rest, pattern);
        }
    }

    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length && at < LongestNumber && (Glyphs.IsDigit(rest[at]) || (at > 0 && rest[at] is '.' or '．' or ',')))
            at++;
        if (at > 0)
        {
            while (at < rest.Length && rest[at] is '万' or '亿' or '萬' or '億' or '余' or '餘' or '多')
                at++;
        }

        return at;
    }

    private static bool IsRatio(ReadOnlySpan<char> rest) => Begin(rest, "%") || Begin(rest, "‰") || Begin(rest, "个百分") || Begin(rest, "百分");

    private static bool EndsClause(ReadOnlySpan<char> rest)
    {
        const int longestMeasureWord = 3;
        for (var length = 1; length <= longestMeasureWord && length <= rest.Length && Glyphs.IsHan(rest[length - 1]); length++)
        {
            if (IsMark(rest[length..]))
                return true;
        }

        return false;
    }

    private static bool IsMark(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest[0] is '，' or ',' or '。' or '；' or ';' or '、' or '：' or ':' || Glyphs.IsLineEnd(rest[0]);

    private static bool Begin(ReadOnlySpan<char> rest, ReadOnlySpan<char> with)
    {
        if (rest.Length < with.Length)
            return false;
        for (var i = 0; i < with.Length; i++)
        {
            if (CharacterTable.Shared.TargetOf(rest[i]) != with[i])
                return false;
        }

        return true;
    }
}
