using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;

namespace Luoshi.Ledger.Reminders;

/// <summary>A period and the day its reports are due.</summary>
internal readonly record struct ReportDue(Period Period, DateOnly CutOff);

/// <summary>Which month's report a cut-off belongs to. A quarterly rhythm reports in the quarter's last month; a weekly one is closed by the month's last cut-off.</summary>
internal static class ReportingDates
{
    /// <summary>The next cut-off on or after the day.</summary>
    public static ReportDue Next(ReportingRule rule, DateOnly day, WorkCalendar calendar)
    {
        // A cut-off of the month before may have rolled over the month's end.
        for (var month = First(day).AddMonths(-1); ; month = month.AddMonths(1))
        {
            if (Of(rule, month, calendar) is { } due && due.CutOff >= day)
                return due;
        }
    }

    /// <summary>The last cut-off before the day.</summary>
    public static ReportDue Last(ReportingRule rule, DateOnly day, WorkCalendar calendar)
    {
        for (var month = First(day); ; month = month.AddMonths(-1))
        {
            if (Of(rule, month, calendar) is { } due && due.CutOff < day)
                return due;
        }
    }

    /// <summary>The month that is being reported: the one whose cut-off comes next, once it has begun; until then the one that was due last.</summary>
    public static Period Current(ReportingRule rule, DateOnly day, WorkCalendar calendar)
    {
        var next = Next(rule, day, calendar).Period;
        return next.FirstDay <= day ? next : Last(rule, day, calendar).Period;
    }

    /// <summary>The months of a plan whose reports were due before the day, the earliest first.</summary>
    public static IEnumerable<ReportDue> Passed(ReportingRule rule, Period plan, DateOnly day, WorkCalendar calendar)
    {
        for (var month = First(plan.FirstDay); month <= plan.LastDay; month = month.AddMonths(1))
        {
            if (Of(rule, month, calendar) is { } due && due.CutOff < day)
                yield return due;
        }
    }

    private static ReportDue? Of(ReportingRule rule, DateOnly month, WorkCalendar calendar)
    {
        var period = Period.OfMonth(month.Year, month.Month);
        if (rule.Cadence is not (Cadence.Weekly or Cadence.Fortnightly))
            return rule.InMonth(month.Year, month.Month, calendar) is { } due ? new ReportDue(period, due.Day) : null;
        DateOnly? last = null;
        for (var day = period.FirstDay; rule.Next(day, calendar).Day is var next && next <= period.LastDay; day = next.AddDays(1))
            last = next;
        return last is { } cutOff ? new ReportDue(period, cutOff) : null;
    }

    private static DateOnly First(DateOnly day) => day.AddDays(1 - day.Day);
}
