using System.Globalization;

namespace Luoshi.Ledger.Assessments;

/// <summary>Days as official texts write them.</summary>
internal static class Days
{
    public static string Chinese(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string English(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>截至6月底 for the last day of a month, else 截至6月15日.</summary>
    public static string ChineseAsOf(DateOnly day) => IsMonthEnd(day)
        ? string.Create(CultureInfo.InvariantCulture, $"截至{day.Month}月底")
        : string.Create(CultureInfo.InvariantCulture, $"截至{day.Month}月{day.Day}日");

    public static string EnglishAsOf(DateOnly day) => IsMonthEnd(day)
        ? "by the end of " + day.ToString("MMMM", CultureInfo.InvariantCulture)
        : "by " + day.ToString("d MMMM", CultureInfo.InvariantCulture);

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
