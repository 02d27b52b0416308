namespace Luoshi.Reading.Figures;

/// <summary>Steps over dates, years, months, clock times and spans of years: they are when, not how much.</summary>
internal static class Times
{
    /// <summary>Where the time expression ends, or <paramref name="at"/> when none stands here.</summary>
    public static int Skip(string text, int start, int end, int at, NumberText number)
    {
        if (number.HasPoint && !IsDottedDate(text, end, at))
            return StartsWith(text, end, at + number.Length, "个月") || StartsWith(text, end, at + number.Length, "个季度") ? at + number.Length + 2 : at;
        var after = at + number.Length;
        if (after >= end)
            return at;
        if (number is { Magnitude: 1, HasPoint: false } && IsDatePart(text, end, after, out var behind))
            return SkipFollowing(text, end, behind);
        if (number.Magnitude > 1 || number.More)
            return text[after] is '年' or '岁' or '载' || StartsWith(text, end, after, "个月") || StartsWith(text, end, after, "周年") ? after + 1 : at;
        return text[after] is '-' or '/' or '.' ? NumericDate(text, end, at) : at;
    }

    // 2021年6月1日, 6月底, 5日前, 2023年度, 1至6月份, 5月17—19日, 14:30, 3个月, 30年来, 60岁
    private static bool IsDatePart(string text, int end, int after, out int behind)
    {
        behind = after;
        switch (text[after])
        {
            case '年' or '岁' or '载' or '旬' or '时' when text[after] != '时' || IsClock(text, end, after):
            case '月':
                behind = after + 1;
                return true;
            case '日' or '号':
                behind = after + 1;
                return true;
            case '周' when StartsWith(text, end, after, "周岁") || StartsWith(text, end, after, "周年"):
            case '届':
                behind = after + 2;
                return true;
            case '个' when StartsWith(text, end, after, "个多月") || StartsWith(text, end, after, "个半月"):
                behind = after + 3;
                return true;
            case '个' when StartsWith(text, end, after, "个月") || StartsWith(text, end, after, "个季度") || StartsWith(text, end, after, "个年头") || StartsWith(text, end, after, "个年度"):
                behind = after + 2;
                return true;
            case ':' or '：':
                if (after + 2 < end && NumberText.IsDigit(text[after + 1]) && NumberText.IsDigit(text[after + 2]))
                    behind = after + 3;
                return behind > after;
            default:
                return IsRangeOfDates(text, end, after, out behind);
        }
    }

    // 1-4月份, 2023—2025年, 10、11月: a bare number that a date completes.
    private static bool IsRangeOfDates(string text, int end, int after, out int behind)
    {
        behind = after;
        if (!FigureScanner.IsDash(text[after]) && text[after] != '、')
            return false;
        var at = after + 1;
        var digits = 0;
        while (at < end && NumberText.IsDigit(text[at]) && digits < 4)
        {
            at++;
            digits++;
        }

        if (digits is 0 or 3 || at >= end || text[at] is not ('年' or '月' or '日' or '号' or '岁' or '时') || (text[at] == '时' && !IsClock(text, end, at)))
            return false;
        behind = at + 1;
        return true;
    }

    private static bool IsClock(string text, int end, int after) =>
        after + 1 >= end || NumberText.IsDigit(text[after + 1]) || text[after + 1] is '至' or '许' or '前' or '后' or '，' or '。' or '起' or '止' or '-' or '—' or '整' or '、';

    // 2021-06-01, 2021/7/27, 2024.1.5
    private static int NumericDate(string text, int end, int at)
    {
        var position = at;
        for (var part = 0; part < 3; part++)
        {
            var digits = 0;
            while (position < end && NumberText.IsDigit(text[position]))
            {
                position++;
                digits++;
            }

            if (digits != 4 && part == 0 || digits is 0 or > 4)
                return at;
            if (part == 2)
                return SkipFollowing(text, end, position);
            if (position >= end || text[position] is not ('-' or '/' or '.'))
                return at;
            position++;
        }

        return at;
    }

    private static bool IsDottedDate(string text, int end, int at) => NumericDate(text, end, at) > at;

    // Behind a year come months and days, behind a day the end of a span: 6月1日至30日, 5月17—19日.
    private static int SkipFollowing(string text, int end, int position)
    {
        while (position < end)
        {
            var at = position;
            if (FigureScanner.IsDash(text[at]) || text[at] is ' ' or '、')
                at++;
            var digits = at;
            while (at < end && NumberText.IsDigit(text[at]))
                at++;
            if (at == digits || at - digits > 4 || at >= end)
                return position;
            // 20时15分: but 8时12人 counts people.
            if (text[position - 1] == '时' && text[at] == '分')
                position = at + 1;
            else if (text[at] is '年' or '月' or '日' or '号' || (text[at] is ':' or '：' && at + 2 < end && NumberText.IsDigit(text[at + 1])))
                position = at + 1;
            else if (text[position - 1] is ':' or '：')
                position = at;
            else
                return position;
        }

        return position;
    }

    private static bool StartsWith(string text, int end, int at, string word) => text.AsSpan(at, end - at).StartsWith(word, StringComparison.Ordinal);
}
