namespace Luoshi.Platform.Tests;

public sealed class StandingDayTests
{
    [Fact]
    public void The_calendar_stands_still_and_the_clock_goes_on()
    {
        var clock = new StandingDay(new DateOnly(2026, 6, 22));
        LocalTime.Today(clock).ShouldBe(new DateOnly(2026, 6, 22));
        (TimeProvider.System.GetUtcNow() - clock.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Work_is_due_on_its_own_day_unless_the_calendar_stands_before_it()
    {
        var due = new DateTime(2020, 11, 20, 18, 0, 0, DateTimeKind.Utc);
        LocalTime.Due(due, TimeProvider.System).ShouldBe(new DateOnly(2020, 11, 21));
        LocalTime.Due(due, new StandingDay(new DateOnly(2020, 6, 22))).ShouldBe(new DateOnly(2020, 6, 22));
    }
}
