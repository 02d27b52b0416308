namespace Luoshi.Reading.Cleaning;

/// <summary>A space that parts the thousands of one number: 3 000 人.</summary>
internal static class SplitNumber
{
    private const int Group = 3;

    // More groups than this are a row of a table.
    private const int MostGroups = 5;

    public static bool IsSplit(string raw, int space)
    {
        var start = space;
        while (Glyphs.IsDigit(Glyphs.At(raw, start - 1)) && space - start <= Group)
            start--;
        if (IsSplitDecimal(raw, space))
            return true;
        if (space - start > Group || raw[start] is '0' or '０')
            return IsLaterGroup(raw, start, space);
        if (Glyphs.At(raw, start - 1) is '.' or ',' or '-' or ':' or '/')
            return false;
        return IsFollowedByUnit(raw, space);
    }

    /// <summary>约10.1 7亿元: a blank among the decimals, and behind them a word.</summary>
    private static bool IsSplitDecimal(string raw, int space)
    {
        var point = space - (Glyphs.At(raw, space - 2) == '.' ? 2 : 3);
        if (Glyphs.At(raw, point) != '.' || !Glyphs.IsDigit(Glyphs.At(raw, point - 1)) || !Glyphs.IsDigit(raw[space - 1]) || !Glyphs.IsDigit(Glyphs.At(raw, space - 2)) && space - point > 2)
            return false;
        var start = point;
        while (Glyphs.IsDigit(Glyphs.At(raw, start - 1)))
            start--;
        return Glyphs.IsHan(Glyphs.At(raw, start - 1)) && Glyphs.IsDigit(Glyphs.At(raw, space + 1)) && Glyphs.IsHan(Glyphs.At(raw, space + 2));
    }

    /// <summary>The number at <paramref name="at"/> is the first thing on its line.</summary>
    public static bool StartsLine(string raw, int at)
    {
        while (at > 0 && Glyphs.IsDigit(raw[at - 1]))
            at--;
        while (at > 0 && Glyphs.IsSpace(raw[at - 1]))
            at--;
        return at == 0 || Glyphs.IsLineEnd(raw[at - 1]);
    }

    private static bool IsLaterGroup(string raw, int start, int space) =>
        space - start == Group && Glyphs.At(raw, start - 1) == ' ' && Glyphs.IsDigit(Glyphs.At(raw, start - 2)) && IsFollowedByUnit(raw, space);

    /// <summary>Groups of exactly three digits, then a word: two numbers of a table row have no word between them.</summary>
    private static bool IsFollowedByUnit(string raw, int space)
    {
        for (var groups = 0; Glyphs.At(raw, space) == ' ' && Glyphs.IsDigit(Glyphs.At(raw, space + 1)); groups++)
        {
            if (groups == MostGroups)
                return false;
            var end = space + 1;
            while (Glyphs.IsDigit(Glyphs.At(raw, end)) && end - space <= Group + 1)
                end++;
            if (end - space - 1 != Group)
                return false;
            space = end;
        }

        // 1 228.3亿
        if (Glyphs.At(raw, space) == '.')
        {
            do
                space++;
            while (Glyphs.IsDigit(Glyphs.At(raw, space)));
        }

        var next = Glyphs.At(raw, space) == ' ' ? Glyphs.At(raw, space + 1) : Glyphs.At(raw, space);
        return Glyphs.IsHan(next);
    }
}
