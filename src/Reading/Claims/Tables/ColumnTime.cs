using Luoshi.Kernel.Time;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>Which period a column's figures stand for: what its head says, else what the document says of plans and results.</summary>
internal static class ColumnTime
{
    /// <param name="told">What the heads of the results say, where the document does not.</param>
    public static Period? Of(ColumnHead head, Outline outline, Section section, Stance stance, Period? told = null)
    {
        var words = string.Concat(head.Path);
        var spoken = SpokenTime.Read(words);
        var report = outline.ReportPeriod ?? (section.Kind == SectionKind.Review ? section.Period : null) ?? outline.OpeningPeriod ?? told;
        if (spoken.Year > 0 || spoken.HasPart)
        {
            var year = spoken.Year > 0 ? spoken.Year : report?.Year ?? outline.Year;
            if (spoken is { Year: > 0, HasPart: false } && stance == Stance.Done && report is { } part && part.Months < 12 && section.Kind != SectionKind.Plan)
                return Moved(part, (spoken.Year - part.Year) * 12);
            return spoken.In(year);
        }

        if (stance == Stance.Planned)
            return section.Kind == SectionKind.Plan ? section.Period ?? outline.PlanPeriod : outline.PlanPeriod;
        if (report is not { } period)
            return null;
        if (IsChange(head))
            return period;
        if (Has(words, "上年同期") || Has(words, "去年同期") || Has(words, "上年") || Has(words, "去年"))
            return Moved(period, -12);
        if (Has(words, "上月") && period.Months == 1)
            return Moved(period, -1);
        if (Has(words, "本月") || Has(words, "当月"))
            return Period.OfMonth(period.LastDay.Year, period.LastDay.Month);
        // 一季度 | 二季度 | 三季度 | 累计完成: from the beginning of the year.
        if (Has(words, "累计") && period.Months < 12 && period.FirstDay.Year == period.LastDay.Year)
            return Period.Of(period.Year, 1, period.Year, period.LastDay.Month);
        return period;
    }

    private static bool IsChange(ColumnHead head) => head.Role == ColumnRole.Change;

    private static bool Has(string words, string word) => words.Contains(word, StringComparison.Ordinal);

    private static Period? Moved(Period period, int months)
    {
        var (first, last) = (period.FirstDay.AddMonths(months), period.LastDay);
        last = new DateOnly(last.Year, last.Month, 1).AddMonths(months);
        return Period.Of(first.Year, first.Month, last.Year, last.Month);
    }
}
