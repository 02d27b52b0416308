namespace Luoshi.Reading.Outlines;

/// <summary>A full date in a line: 2024年1月29日, 2021-06-01, 2021/6/1, 2021.6.1, 二〇二四年一月二十九日.</summary>
internal static class PrintedDate
{
    public static DateOnly? Find(ReadOnlySpan<char> text) => Find(text, out _, out _);

    public static DateOnly? Find(ReadOnlySpan<char> text, out int start, out int end)
    {
        for (start = 0; start + 6 < text.Length; start++)
        {
            var next = text[start..].IndexOfAny("12一二");
            if (next < 0)
                break;
            start += next;
            if (At(text, start, out end) is { } date)
                return date;
        }

        start = end = 0;
        return null;
    }

    private static DateOnly? At(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var year = SpokenTime.YearAt(text, at, out var length);
        if (year == 0)
            year = DottedYear(text, at, out length);
        if (year == 0)
            return null;
        at += length;
        var named = text[at - 1] == '年';
        if (!named)
            at++;
        if (at >= text.Length)
            return null;
        var month = HanCount.Read(text[at..], out length);
        at += length;
        if (length == 0 || at >= text.Length || (named ? text[at] != '月' : text[at] is not ('-' or '/' or '.' or '—' or '–')))
            return null;
        var day = HanCount.Read(text[(at + 1)..], out length);
        at += 1 + length;
        if (length is 0 or > 3 || (named && (at >= text.Length || text[at] is not ('日' or '号'))))
            return null;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        end = named ? at + 1 : at;
        return new DateOnly(year, month, day);
    }

    private static int DottedYear(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 4;
        if (at + 8 > text.Length || text[at + 4] != '.' || (at > 0 && char.IsAsciiDigit(text[at - 1])))
            return 0;
        return int.TryParse(text.Slice(at, 4), System.Globalization.NumberStyles.None, provider: null, out var year) && year is >= 1949 and <= 2099 ? year : 0;
    }
}
