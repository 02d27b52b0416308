using System.Globalization;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>Reads a deadline as sheets write them: 2025年10月底前, 12月31日, 9月, 年底, 2025-11-30, 2025.11.</summary>
internal static class SheetDeadline
{
    public static bool TryParse(string text, int planYear, out DateOnly day)
    {
        day = default;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimEnd('前');
        if (DateOnly.TryParseExact(plain, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        if (plain.Contains("年底", StringComparison.Ordinal) || plain.Contains("全年", StringComparison.Ordinal) || plain.Contains("长期", StringComparison.Ordinal))
        {
            day = new DateOnly(YearIn(plain) ?? planYear, 12, 31);
            return true;
        }

        if (plain.Contains("上半年", StringComparison.Ordinal))
        {
            day = new DateOnly(YearIn(plain) ?? planYear, 6, 30);
            return true;
        }

        var numbers = Numbers(plain);
        var year = numbers.Count > 0 && numbers[0] > 1900 ? numbers[0] : planYear;
        if (numbers.Count > 0 && numbers[0] > 1900)
            numbers.RemoveAt(0);
        if (numbers.Count == 0 || numbers[0] is < 1 or > 12 || year is < 1900 or > 2200)
            return false;
        var last = DateTime.DaysInMonth(year, numbers[0]);
        if (numbers.Count > 1 && numbers[1] > last)
            return false;
        day = new DateOnly(year, numbers[0], numbers.Count > 1 ? numbers[1] : last);
        return true;
    }

    private static int? YearIn(string text) => Numbers(text) is [> 1900 and < 2200 and var year, ..] ? year : null;

    private static List<int> Numbers(string text)
    {
        var found = new List<int>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            if (i > start && i - start <= 4)
                found.Add(int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture));
            if (i == start)
                i++;
        }

        return found;
    }
}
