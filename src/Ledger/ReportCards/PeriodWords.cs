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
