using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;

namespace Luoshi.Kernel.Tests.Rules;

public sealed class CutOffsTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cn.json")));

    [Theory]
    [InlineData(Cadence.Monthly, 28, CutOffRoll.None, "2026-02-01", "2026-02-28")]
    [InlineData(Cadence.Monthly, 31, CutOffRoll.None, "2026-02-01", "2026-02-28")]
    [InlineData(Cadence.Monthly, 20, CutOffRoll.NextWorkday, "2026-02-01", "2026-02-24")]
    [InlineData(Cadence.Monthly, 20, CutOffRoll.PreviousWorkday, "2026-02-01", "2026-02-14")]
    [InlineData(Cadence.Monthly, 20, CutOffRoll.PreviousWorkday, "2026-02-15", "2026-03-20")]
    [InlineData(Cadence.Monthly, 31, CutOffRoll.NextWorkday, "2026-10-31", "2026-11-02")]
    [InlineData(Cadence.Quarterly, 20, CutOffRoll.NextWorkday, "2026-04-01", "2026-06-22")]
    [InlineData(Cadence.Quarterly, 20, CutOffRoll.None, "2026-06-21", "2026-09-20")]
    [InlineData(Cadence.Weekly, 5, CutOffRoll.None, "2026-06-30", "2026-07-03")]
    [InlineData(Cadence.Weekly, 5, CutOffRoll.None, "2026-07-03", "2026-07-03")]
    [InlineData(Cadence.Weekly, 7, CutOffRoll.NextWorkday, "2026-07-06", "2026-07-06")]
    [InlineData(Cadence.Fortnightly, 1, CutOffRoll.None, "2026-01-06", "2026-01-19")]
    public void The_next_cut_off_is_found_and_rolled(Cadence cadence, int day, CutOffRoll roll, string from, string due) =>
        Rule(cadence, day, roll).Next(DateOnly.Parse(from), Calendar).Day.ShouldBe(DateOnly.Parse(due));

    [Fact]
    public void Reminders_come_before_and_the_lock_comes_after()
    {
        var rule = Rule(Cadence.Monthly, 28, CutOffRoll.NextWorkday);

        rule.Reminders(new DateOnly(2026, 9, 28)).ShouldBe([new DateOnly(2026, 9, 25), new DateOnly(2026, 9, 27)]);
        rule.Lock(new DateOnly(2026, 9, 28), Calendar).Day.ShouldBe(new DateOnly(2026, 10, 10), "the national holiday lies between");
    }

    [Fact]
    public void A_cut_off_in_a_year_without_a_notice_says_so() =>
        Rule(Cadence.Monthly, 20, CutOffRoll.NextWorkday).Next(new DateOnly(2027, 2, 1), Calendar).UnknownYears.ShouldBe([2027]);

    private static ReportingRule Rule(Cadence cadence, int day, CutOffRoll roll) =>
        new() { Cadence = cadence, CutOffDay = day, Roll = roll, RemindDaysBefore = [1, 3], LockWorkdaysAfter = 5 };
}
