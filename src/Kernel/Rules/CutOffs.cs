using Luoshi.Kernel.Time;

namespace Luoshi.Kernel.Rules;

/// <summary>When a report is due. Weekly rhythms are counted from Monday, fortnights from the first Monday of the year.</summary>
public static class CutOffs
{
    /// <summary>The cut-off day that falls into a month, rolled off weekends and holidays as the rule says; for a quarterly rhythm only in its last month.</summary>
    public static ComputedDay? InMonth(this ReportingRule rule, int year, int month, WorkCalendar calendar)
    {
        if (rule.Cadence is Cadence.Weekly or Cadence.Fortnightly || (rule.Cadence == Cadence.Quarterly && month % 3 != 0))
            return null;
        var day = new DateOnly(year, month, Math.Min(rule.CutOffDay, DateTime.DaysInMonth(year, month)));
        return Rolled(rule, day, calendar);
    }

    /// <summary>The first cut-off on or after a day.</summary>
    public static ComputedDay Next(this ReportingRule rule, DateOnly day, WorkCalendar calendar)
    {
        if (rule.Cadence is Cadence.Weekly or Cadence.Fortnightly)
            return NextWeekly(rule, day, calendar);
        // A cut-off of this month may have rolled before the day, so later months are looked at until one lies ahead.
        for (var month = day.AddDays(1 - day.Day); ; month = month.AddMonths(1))
        {
            if (rule.InMonth(month.Year, month.Month, calendar) is { } due && due.Day >= day)
                return due;
        }
    }

    /// <summary>The days on which people are reminded of a cut-off, the earliest first.</summary>
    public static IEnumerable<DateOnly> Reminders(this ReportingRule rule, DateOnly cutOff) =>
        rule.RemindDaysBefore.OrderDescending().Select(days => cutOff.AddDays(-days));

    public static ComputedDay Lock(this ReportingRule rule, DateOnly cutOff, WorkCalendar calendar) => calendar.AddWorkdays(cutOff, rule.LockWorkdaysAfter);

    private static ComputedDay NextWeekly(ReportingRule rule, DateOnly day, WorkCalendar calendar)
    {
        for (var candidate = day.AddDays(-7); ; candidate = candidate.AddDays(1))
        {
            if (Weekday(candidate) != rule.CutOffDay || (rule.Cadence == Cadence.Fortnightly && Week(candidate) % 2 != 0))
                continue;
            var due = Rolled(rule, candidate, calendar);
            if (due.Day >= day)
                return due;
        }
    }

    private static ComputedDay Rolled(ReportingRule rule, DateOnly day, WorkCalendar calendar) => rule.Roll switch
    {
        CutOffRoll.PreviousWorkday => calendar.OnOrBefore(day),
        CutOffRoll.NextWorkday => calendar.OnOrAfter(day),
        _ => new ComputedDay(day, []),
    };

    private static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>Whole weeks since the first Monday of the year; days before it belong to the last fortnight of the year before.</summary>
    private static int Week(DateOnly day)
    {
        var first = new DateOnly(day.Year, 1, 1);
        var monday = first.AddDays((8 - Weekday(first)) % 7);
        return day < monday ? 0 : (day.DayNumber - monday.DayNumber) / 7;
    }
}
