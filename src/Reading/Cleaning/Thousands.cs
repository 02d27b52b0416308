namespace Luoshi.Reading.Cleaning;

/// <summary>Commas that part the thousands of one number (<c>38,426</c>, <c>38，426</c>), told from commas that part numbers of a list.</summary>
internal static class Thousands
{
    private const int LongestGroup = 3;

    // More groups than this are no number; the bound also keeps a line of nothing but groups linear.
    private const int MostGroups = 7;

    // 分别为120,115,300件 is a list, however its numbers look.
    private const int ListWordReach = 12;

    public static bool IsSeparator(string raw, int comma)
    {
        if (!Glyphs.IsDigit(Glyphs.At(raw, comma - 1)) || !IsGroup(raw, comma + 1))
            return false;
        var first = StartOfNumber(raw, comma);
        if (first < 0)
            return false;
        var tail = EndOfNumber(raw, comma);
        // 1,234.5 goes on behind its point; 1,234,56 is no number at all.
        if (Glyphs.At(raw, tail) is ',' or '，' && Glyphs.IsDigit(Glyphs.At(raw, tail + 1)))
            return false;
        return !FollowsListWord(raw, first);
    }

    /// <summary>Walks back over groups of three to the first group; -1 when the number does not start as one with separators does.</summary>
    private static int StartOfNumber(string raw, int comma)
    {
        for (var groups = 0; groups < MostGroups; groups++)
        {
            var start = comma;
            while (Glyphs.IsDigit(Glyphs.At(raw, start - 1)) && comma - start <= LongestGroup)
                start--;
            var before = Glyphs.At(raw, start - 1);
            if (comma - start > LongestGroup || before is '.' or '．')
                return -1;
            if (before is ',' or '，' && comma - start == LongestGroup && Glyphs.IsDigit(Glyphs.At(raw, start - 2)))
            {
                comma = start - 1;
                continue;
            }

            // The first group of a number does not start with 0, nor does it continue a word (A1,200) or follow another comma.
            return raw[start] is '0' or '０' || Glyphs.IsLatin(before) ? -1 : start;
        }

        return -1;
    }

    private static int EndOfNumber(string raw, int comma)
    {
        for (var groups = 0; groups < MostGroups && Glyphs.At(raw, comma) is ',' or '，' && IsGroup(raw, comma + 1); groups++)
            comma += LongestGroup + 1;
        return comma;
    }

    /// <summary>Exactly three digits.</summary>
    private static bool IsGroup(string raw, int at) =>
        Glyphs.IsDigit(Glyphs.At(raw, at)) && Glyphs.IsDigit(Glyphs.At(raw, at + 1)) && Glyphs.IsDigit(Glyphs.At(raw, at + 2))
        && !Glyphs.IsDigit(Glyphs.At(raw, at + LongestGroup));

    private static bool FollowsListWord(string raw, int start)
    {
        var before = raw.AsSpan(Math.Max(0, start - ListWordReach), Math.Min(start, ListWordReach));
        return before.Contains("分别", StringComparison.Ordinal) || before.Contains("分別", StringComparison.Ordinal) || before.Contains("依次", StringComparison.Ordinal);
    }
}
