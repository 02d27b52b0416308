using Luoshi.Kernel.Time;

namespace Luoshi.Ledger.ReportCards;

/// <summary>Periods as titles and openings call them.</summary>
internal static class PeriodWords
{
    /// <summary>2025年上半年, 2025年第一季度, 2025年1—8月, 2025年.</summary>
    public static string Title(Period period) => $"{period.Year}年{Inside(period)}";

    /// <summary>上半年, 一季度, 1—8月, 全年.</summary>
    public static string Opening(Period period) => period.Months switch
    {
        12 => "全年",
        _ => Inside(period),
    };

    /// <summary>first half of 2025, first quarter of 2025, January to August 2025, 2025.</summary>
    public static string English(Period period)
    {
        var months = System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat;
        var (first, last) = (period.FirstDay.Month, period.LastDay.Month);
        return (first, period.Months) switch
        {
            (1, 12) => $"{period.Year}",
            (1, 6) => $"first half of {period.Year}",
            (7, 6) => $"second half of {period.Year}",
            (1, 3) => $"first quarter of {period.Year}",
            (4, 3) => $"second quarter of {period.Year}",
            (7, 3) => $"third quarter of {period.Year}",
            (10, 3) => $"fourth quarter of {period.Year}",
            (_, 1) => $"{months.GetMonthName(first)} {period.Year}",
            _ => $"{months.GetMonthName(first)} to {months.GetMonthName(last)} {period.Year}",
        };
    }

    private static string Inside(Period period)
    {
        var (first, last) = (period.FirstDay.Month, period.LastDay.Month);
        return (first, period.Months) switch
        {
            (1, 12) => "",
            (1, 6) => "上半年",
            (7, 6) => "下半年",
            (1, 3) => "第一季度",
            (4, 3) => "第二季度",
            (7, 3) => "第三季度",
            (10, 3) => "第四季度",
            (_, 1) => $"{first}月",
            _ => $"{first}—{last}月",
        };
    }
}
