namespace Luoshi.Platform;

/// <summary>Instants are stored in UTC; days, deadlines and clocks on pages are Beijing time, which knows no daylight saving.</summary>
public static class LocalTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    public static DateOnly Today(TimeProvider clock) => clock is StandingDay standing ? standing.Day : Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day an instant is told as: where the calendar stands still, what is done now is done on its day.</summary>
    public static DateOnly Day(DateTime utc, TimeProvider clock) => DateOnly.FromDateTime(Told(utc, clock));

    /// <summary>An instant as people are told it, by the same calendar as everything else on the page.</summary>
    public static DateTime Told(DateTime utc, TimeProvider clock)
    {
        var local = Of(utc);
        return clock is StandingDay standing && (DateOnly.FromDateTime(local) > standing.Day || local.Date == Of(clock.GetUtcNow().UtcDateTime).Date)
            ? standing.Day.ToDateTime(TimeOnly.FromDateTime(local))
            : local;
    }

    /// <summary>The day work was due; never behind today, where the calendar stands still.</summary>
    public static DateOnly Due(DateTime due, TimeProvider clock) => Day(due) is var day && Today(clock) is var today && today < day ? today : day;

    /// <summary>The first instant of a local day.</summary>
    public static DateTime Start(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);
}

/// <summary>
/// A calendar that stands still while the clock goes on: the demonstration's work ends in a month, and its working day with it.
/// Instants (sessions, codes, the journal) stay true; <see cref="LocalTime.Told"/> tells them by this calendar.
/// </summary>
public sealed class StandingDay(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; } = day;
}
