using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reminders;

/// <summary>What a cut-off means: before it nobody is missing, after it a report may still come, for whichever month.</summary>
public sealed class LateReportTests
{
    private static readonly Period June = Period.OfMonth(2026, 6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_rating_asked_for_before_the_cut_off_finds_nobody_missing(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind, month: 6, day: 22);
        (await RateAsync(city)).ShouldNotBe(Progress.NotReported, "the 22nd is the day itself");

        city.Clock.Advance(TimeSpan.FromDays(1));

        (await RateAsync(city)).ShouldBe(Progress.NotReported);
    }

    [Theory, DatabaseData]
    public async Task A_list_opened_after_the_cut_off_owes_that_month_nothing(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind, month: 6, day: 23);
        (await RateAsync(city)).ShouldNotBe(Progress.NotReported, "June was due on the 22nd, and the list was not there");

        await using (var db = city.Database.Open())
        {
            var list = await db.Set<Luoshi.Ledger.Lists.PromiseList>().AsNoTracking().SingleAsync(Stop);
            await city.DoAsync(async (FirstRating rate) =>
            {
                await rate.RunAsync(list, LedgerDatabase.Somebody(Hand.Office, city.Bureau), Stop);
                return true;
            });
        }

        (await ProgressAsync(city)).ShouldNotBe(Progress.NotReported, "nor is it red with its adoption");
    }

    [Theory, DatabaseData]
    public async Task What_came_after_a_report_was_accepted_is_asked_for_once_by_night(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var node = city.Node();
        await city.ReportAsync(6, "120");
        await city.UntilAsync(6, 9, node);
        await GiveAsync(city, city.List);

        await city.UntilAsync(6, 12, node);

        (await city.ToldAsync(city.Reporter)).Count(text => text == "市住建局：6月报告审定以后又分来 1 个指标，请补报；已审定的数不用再填。").ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task What_came_on_two_lists_on_one_day_is_asked_for_together(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var node = city.Node();
        await city.ReportAsync(6, "120");
        await city.UntilAsync(6, 9, node);
        var other = (await city.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2026年重点工作", Place = "海岳市", Year = 2026, DivisionCode = "990100" }, LedgerDatabase.Somebody(Hand.Office, city.Bureau), Stop))).Value;
        await GiveAsync(city, city.List);
        await GiveAsync(city, other);

        await city.UntilAsync(6, 12, node);

        (await city.ToldAsync(city.Reporter)).Where(text => text.Contains("请补报", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("又分来 2 个指标");
    }

    [Theory, DatabaseData]
    public async Task A_report_for_an_older_month_is_seen_the_next_night_and_locked_like_the_others(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var node = city.Node();
        await city.UntilAsync(7, 28, node);
        (await ProgressAsync(city)).ShouldBe(Progress.NotReported);

        await city.ReportAsync(6, "120", accepted: false);
        await city.UntilAsync(7, 29, node);
        (await ProgressAsync(city)).ShouldNotBe(Progress.NotReported, "July was due last, and June was reported late");
        await MoveAsync(city, ReportAction.Approve, Hand.UnitLeader);
        await MoveAsync(city, ReportAction.Accept, Hand.Office);
        await city.UntilAsync(7, 30, node);

        await using var db = city.Database.Open();
        (await db.Set<UnitReport>().SingleAsync(Stop)).State.ShouldBe(ReportState.Locked);
    }

    [Theory, DatabaseData]
    public async Task The_month_being_reported_follows_the_calendar_and_the_rules_and_not_who_was_early(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        await city.ReportAsync(9, "10", accepted: false);

        (await CurrentAsync(city)).ShouldBe(June);
        city.Clock.Advance(TimeSpan.FromDays(24));
        (await CurrentAsync(city)).ShouldBe(June, "the 25th: July has not begun");
        city.Clock.Advance(TimeSpan.FromDays(6));
        (await CurrentAsync(city)).ShouldBe(Period.OfMonth(2026, 7));
        city.Clock.Advance(TimeSpan.FromDays(300));
        (await CurrentAsync(city)).ShouldBe(Period.OfMonth(2026, 12), "the plan ends with the year");
    }

    private static async Task GiveAsync(ReportingCity city, Guid list)
    {
        var given = new Proposal([new ProposedCommitment(2, "方便上下楼", Source: null, [new ProposedItem
        {
            Number = 2,
            Name = "加装电梯",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = "加装电梯", Unit = new PrintedUnit("部"), Promised = 30 }],
        }])]);
        (await city.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(list, given, new Dictionary<string, Guid> { ["市住建局"] = city.Bureau }, LedgerProcesses.Import), LedgerDatabase.Somebody(Hand.Office, city.Bureau), Stop))).Refusal.ShouldBeNull();
    }

    private static Task<Period> CurrentAsync(ReportingCity city) => city.DoAsync((UnitStandings standings) => standings.CurrentAsync(LocalTime.Today(city.Clock), Stop));

    private static async Task<Progress> RateAsync(ReportingCity city)
    {
        var office = LedgerDatabase.Somebody(Hand.Office, city.Bureau);
        (await city.DoAsync((RateNow rate) => rate.RunAsync(city.List, June, office, Stop))).Refusal.ShouldBeNull();
        return await ProgressAsync(city);
    }

    private static async Task<Progress> ProgressAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        return await db.Set<StoredAssessment>().Where(a => a.PeriodEnd == June.LastDay).Select(a => a.Progress).SingleAsync(Stop);
    }

    private static async Task MoveAsync(ReportingCity city, ReportAction action, Hand hand)
    {
        await using var db = city.Database.Open();
        var report = await db.Set<UnitReport>().SingleAsync(Stop);
        var who = LedgerDatabase.Somebody(hand, city.Bureau);
        (await city.DoAsync((Luoshi.Ledger.Reports.Signing.MoveReport move) => move.RunAsync(new Luoshi.Ledger.Reports.Signing.ReportMove(report.Id, action, report.RowVersion), who, Stop))).Refusal.ShouldBeNull();
    }
}
