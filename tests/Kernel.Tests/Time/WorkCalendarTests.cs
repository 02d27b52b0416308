using Luoshi.Kernel.Time;

namespace Luoshi.Kernel.Tests.Time;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cn.json")));

    [Theory]
    [InlineData("2026-01-04", DayKind.Workday)]
    [InlineData("2026-02-14", DayKind.Workday)]
    [InlineData("2026-02-28", DayKind.Workday)]
    [InlineData("2026-05-09", DayKind.Workday)]
    [InlineData("2026-09-20", DayKind.Workday)]
    [InlineData("2026-10-10", DayKind.Workday)]
    [InlineData("2026-10-08", DayKind.Workday)]
    [InlineData("2026-10-11", DayKind.Weekend)]
    [InlineData("2026-10-07", DayKind.Holiday)]
    [InlineData("2026-02-15", DayKind.Holiday)]
    [InlineData("2026-02-23", DayKind.Holiday)]
    [InlineData("2026-02-24", DayKind.Workday)]
    [InlineData("2025-01-26", DayKind.Workday)]
    [InlineData("2025-02-04", DayKind.Holiday)]
    [InlineData("2025-10-08", DayKind.Holiday)]
    [InlineData("2025-10-11", DayKind.Workday)]
    public void Days_are_what_the_notices_say(string day, DayKind kind) => Calendar.KindOf(DateOnly.Parse(day)).ShouldBe(kind);

    [Fact]
    public void The_years_2025_and_2026_have_as_many_working_days_as_their_notices_give()
    {
        Calendar.WorkdaysBetween(new DateOnly(2024, 12, 31), new DateOnly(2025, 12, 31)).ShouldBe(248);
        Calendar.WorkdaysBetween(new DateOnly(2025, 12, 31), new DateOnly(2026, 12, 31)).ShouldBe(248);
        Calendar.HolidayName(new DateOnly(2026, 6, 19)).ShouldBe("端午");
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    [InlineData("2026-10-01", 0, "2026-10-01")]
    [InlineData("2026-10-08", -1, "2026-09-30")]
    [InlineData("2026-02-13", 10, "2026-03-05")]
    public void Working_days_are_counted_from_the_day_after(string start, int count, string end)
    {
        var computed = Calendar.AddWorkdays(DateOnly.Parse(start), count);

        computed.Day.ShouldBe(DateOnly.Parse(end));
        computed.IsCertain.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-09-21", 10, "2026-10-08")]
    [InlineData("2026-09-21", 9, "2026-09-30")]
    [InlineData("2026-05-04", 5, "2026-05-09")]
    [InlineData("2026-05-05", 5, "2026-05-11")]
    public void A_limit_in_calendar_days_that_ends_on_a_day_off_ends_on_the_next_working_day(string start, int count, string end) =>
        Calendar.AddDays(DateOnly.Parse(start), count).Day.ShouldBe(DateOnly.Parse(end));

    [Fact]
    public void A_month_after_the_thirty_first_is_the_last_day_of_a_shorter_month() =>
        Calendar.AddMonths(new DateOnly(2026, 3, 31), 1).Day.ShouldBe(new DateOnly(2026, 4, 30));

    [Fact]
    public void What_passes_through_a_year_without_a_notice_says_so()
    {
        Calendar.Knows(2027).ShouldBeFalse();

        Calendar.AddWorkdays(new DateOnly(2026, 12, 30), 1).IsCertain.ShouldBeTrue();
        Calendar.AddWorkdays(new DateOnly(2026, 12, 30), 2).UnknownYears.ShouldBe([2027]);
        Calendar.AddDays(new DateOnly(2026, 12, 30), 400).UnknownYears.ShouldBe([2028]);
        Calendar.OnOrBefore(new DateOnly(2027, 1, 3)).UnknownYears.ShouldBe([2027]);
    }

    [Fact]
    public void Counting_forward_and_back_meet()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            if (!Calendar.IsWorkday(day) || day > new DateOnly(2026, 11, 30))
                continue;
            var there = Calendar.AddWorkdays(day, 7).Day;
            Calendar.AddWorkdays(there, -7).Day.ShouldBe(day);
            Calendar.WorkdaysBetween(day, there).ShouldBe(7);
            Calendar.WorkdaysBetween(there, day).ShouldBe(-7);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"years":[{"year":2026}]}""")]
    [InlineData("""{"years":[{"year":2026,"off":[["2026-1-1","2026-01-03","x"]],"work":[]}]}""")]
    [InlineData("""{"years":[{"year":2026,"off":[["2026-01-03","2026-01-01","x"]],"work":[]}]}""")]
    [InlineData("""{"years":[{"year":2026,"off":[["2026-01-01","2026-12-31","x"]],"work":[]}]}""")]
    [InlineData("""{"years":[{"year":2026,"off":[["2026-01-01","2026-01-03","x"]],"work":["2026-01-02"]}]}""")]
    [InlineData("""{"years":[{"year":2026,"off":[],"work":[]},{"year":2026,"off":[],"work":[]}]}""")]
    public void A_broken_file_is_refused(string json) => Should.Throw<FormatException>(() => WorkCalendar.Parse(json));
}
