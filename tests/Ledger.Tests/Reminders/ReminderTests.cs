using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reminders;

/// <summary>What happens by the clock round a cut-off, with two nodes looking at it. In June 2026 the 20th is a Saturday of the festival: due on Monday the 22nd.</summary>
public sealed class ReminderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Each_reminder_comes_once_on_its_day_though_two_nodes_are_up(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);

        await city.UntilAsync(6, 22, city.Node(), city.Node());

        (await city.ToldAsync(city.Reporter)).ShouldBe(
        [
            "市住建局：6月进展 6月22日截止，还剩 5 天，尚未上报。",
            "市住建局：6月进展 6月22日截止，还剩 2 天，尚未上报。",
            "市住建局：6月进展今天截止，尚未上报。",
        ]);
        (await city.ToldAsync(city.Officer)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task Who_has_reported_is_left_alone(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        await city.ReportAsync(6, "120");

        await city.UntilAsync(6, 24, city.Node(), city.Node());

        (await city.ToldAsync(city.Reporter)).ShouldBeEmpty();
        (await city.ToldAsync(city.Officer)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task After_the_cut_off_it_is_overdue_and_rated_without_a_button(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var nodes = new[] { city.Node(), city.Node() };

        await city.UntilAsync(6, 25, nodes);

        (await city.ToldAsync(city.Reporter)).Count(text => text.Contains("逾期未报")).ShouldBe(1);
        (await city.ToldAsync(city.Approver)).ShouldBe(["市住建局：6月进展已于 6月22日截止，逾期未报，请尽快补报。"]);
        (await city.ToldAsync(city.Officer)).ShouldBe(["《2026年市办实事》6月进展：1 个单位逾期未报。"]);
        (await RatingAsync(city)).Progress.ShouldBe(Progress.NotReported);

        await city.ReportAsync(6, "120");
        await city.UntilAsync(6, 26, nodes);
        var late = await RatingAsync(city);
        late.Progress.ShouldNotBe(Progress.NotReported);
        late.Actual.ShouldBe(120);
    }

    [Theory, DatabaseData]
    public async Task An_officers_decision_does_not_hide_a_late_report_from_the_next_night(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var node = city.Node();
        await city.UntilAsync(6, 25, node);
        await city.ReportAsync(6, "120", accepted: false);
        var row = await RatingAsync(city);
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var office = LedgerDatabase.Somebody(Hand.Office, city.Bureau);
        (await city.DoAsync((DecideLight decide) => decide.RunAsync(new LightDecision(row.Id, row.RowVersion, Progress.Behind, Light.Warning, "迟报"), office, Stop))).Refusal.ShouldBeNull();

        await city.UntilAsync(6, 26, node);

        (await RatingAsync(city)).Progress.ShouldNotBe(Progress.NotReported);
    }

    [Theory, DatabaseData]
    public async Task What_was_accepted_is_locked_after_the_days_the_rules_grant(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        await city.ReportAsync(6, "120");
        var node = city.Node();

        await city.UntilAsync(6, 25, node);
        (await ReportAsync(city)).State.ShouldBe(ReportState.Accepted, "three working days after the 22nd end with the 25th or later");
        await city.UntilAsync(6, 30, node);

        (await ReportAsync(city)).State.ShouldBe(ReportState.Locked);
        var report = await ReportAsync(city);
        var history = await city.DoAsync((JournalHistory journal) => journal.OfAsync([report.Id], cancellation: Stop));
        history[0].ActorName.ShouldBe("到期锁定");
    }

    [Theory, DatabaseData]
    public async Task Behind_two_months_running_is_escalated_once_and_three_months_to_the_leader(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var nodes = new[] { city.Node(), city.Node() };
        // 50 % are due by the end of June, 80 % by the end of September: 20 of 200 is far behind.
        foreach (var month in new[] { 6, 7, 8 })
        {
            await city.ReportAsync(month, "20");
            await city.UntilAsync(month, 28, nodes);
        }

        var talk = "老旧小区改造（市住建局）连续 2 期滞后：约谈单位负责人。";
        var letter = "老旧小区改造（市住建局）连续 3 期滞后：书面说明原因并报分管领导。";
        (await city.ToldAsync(city.Approver)).ShouldBe([talk, letter]);
        (await city.ToldAsync(city.Officer)).ShouldBe([talk, letter]);
        (await city.ToldAsync(city.Leader)).ShouldBe([letter]);
    }

    [Theory, DatabaseData]
    public async Task Nobody_owes_a_report_to_a_list_that_was_opened_after_the_cut_off(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind, month: 6, day: 28);

        await city.UntilAsync(7, 3, city.Node());

        (await city.ToldAsync(city.Approver)).ShouldBeEmpty();
        await using var db = city.Database.Open();
        (await db.Set<StoredAssessment>().AnyAsync(Stop)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Cadence.Monthly, 31, CutOffRoll.NextWorkday, "2026-06-01", "2026-05", "2026-06-01")]
    [InlineData(Cadence.Monthly, 20, CutOffRoll.None, "2026-06-21", "2026-07", "2026-07-20")]
    [InlineData(Cadence.Quarterly, 20, CutOffRoll.None, "2026-04-02", "2026-06", "2026-06-20")]
    [InlineData(Cadence.Weekly, 5, CutOffRoll.None, "2026-06-02", "2026-06", "2026-06-26")]
    public void A_cut_off_belongs_to_the_month_it_was_set_for(Cadence cadence, int day, CutOffRoll roll, string today, string period, string cutOff)
    {
        var rule = new ReportingRule { Cadence = cadence, CutOffDay = day, Roll = roll, RemindDaysBefore = [], LockWorkdaysAfter = 0 };

        var due = ReportingDates.Next(rule, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Calendar());

        due.Period.ToString().ShouldBe(period);
        due.CutOff.ShouldBe(DateOnly.Parse(cutOff, System.Globalization.CultureInfo.InvariantCulture));
        ReportingDates.Last(rule, due.CutOff.AddDays(1), Calendar()).ShouldBe(due);
    }

    private static WorkCalendar Calendar() => Luoshi.Platform.Calendars.CalendarFile.Load(Path.GetTempPath());

    private static async Task<StoredAssessment> RatingAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        return await db.Set<StoredAssessment>().SingleAsync(Stop);
    }

    private static async Task<UnitReport> ReportAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        return await db.Set<UnitReport>().SingleAsync(Stop);
    }
}
