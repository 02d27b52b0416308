using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Overview.Leading;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Overview;

/// <summary>Beside a red light a leader reads what the unit itself says: the last report it handed in, never a draft.</summary>
public sealed class UnitWordsTests(FilledCity city) : IClassFixture<FilledCity>
{
    private static readonly Period July = Period.OfMonth(2025, 7);
    private static readonly DateOnly YearEnd = new(2025, 12, 31);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_last_report_handed_in_speaks_and_a_draft_does_not(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await SaidAsync(office, YearEnd)).ShouldBeNull("nothing was handed in yet");
        await office.AcceptedAsync("90");

        var june = (await SaidAsync(office, YearEnd)).ShouldNotBeNull();
        (june.Period, june.State, june.Progress, june.Problem, june.HelpNeeded, june.NextStep).ShouldBe((Office.June, ReportState.Accepted, "全面铺开", null, null, "加快管网改造"));

        (await ReportAsync(office, submit: false)).ShouldNotBe(0);
        (await SaidAsync(office, YearEnd)).ShouldNotBeNull().Period.ShouldBe(Office.June, "a draft is nobody's word yet");
        await ReportAsync(office, submit: true, seen: (await office.LatestAsync()).RowVersion);

        var july = (await SaidAsync(office, YearEnd)).ShouldNotBeNull();
        (july.Period, july.State, july.Problem, july.HelpNeeded, july.Progress).ShouldBe((July, ReportState.Submitted, "管线迁改没有批下来", "请协调供电部门迁改线路", null));
        (await SaidAsync(office, Office.June.LastDay)).ShouldNotBeNull().Period.ShouldBe(Office.June, "a month gone by is shown with what was said by then");

        (await office.MoveAsync(ReportAction.Return, office.Leader, "写清楚是哪一段")).Refusal.ShouldBeNull();
        (await SaidAsync(office, YearEnd)).ShouldNotBeNull().Period.ShouldBe(Office.June, "what was returned is being written again");
    }

    [Theory, DatabaseData]
    public async Task A_correction_speaks_in_place_of_what_it_corrects_and_numbers_alone_say_nothing(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("90");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Officer, "报数有误")).Refusal.ShouldBeNull();
        (await SaidAsync(office, YearEnd)).ShouldNotBeNull().State.ShouldBe(ReportState.Locked, "the correction is not handed in");
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            await db.Set<UnitReport>().Where(r => r.Version == 2).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReportState.Submitted), Stop);
            await db.Set<ReportNote>().Where(n => db.Set<UnitReport>().Any(r => r.Id == n.ReportId && r.Version == 2))
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.Progress, " ").SetProperty(n => n.NextStep, (string?)null), Stop);
        }

        var said = (await SaidAsync(office, YearEnd)).ShouldNotBeNull();
        (said.State, said.IsSilent).ShouldBe((ReportState.Submitted, true));
    }

    [Theory, DatabaseData]
    public async Task Of_an_item_that_came_after_the_last_report_nobody_says_that_numbers_alone_were_reported(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("90");
        (await office.AdoptAsync(new Proposal([new ProposedCommitment(9, "加装电梯9部", Source: null, [new ProposedItem
        {
            Number = 9,
            Name = "加装电梯",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = "加装电梯", Unit = new PrintedUnit("部"), Promised = 9 }],
        }])]))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        var late = await db.Set<Item>().Where(i => i.Name == "加装电梯").Select(i => i.Id).SingleAsync(Stop);

        var said = await office.DoAsync((UnitWordsReader words) => words.OfAsync([(office.Unit, late)], YearEnd, Stop));

        said.Keys.ShouldNotContain((office.Unit, late));
        (await SaidAsync(office, YearEnd)).ShouldNotBeNull("what was reported still speaks");
    }

    [Theory, DatabaseData]
    public async Task The_leader_reads_of_every_case_why_it_is_red_what_the_unit_says_and_who_has_its_report(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var db = scope.ServiceProvider.GetRequiredService<Luoshi.Platform.Storage.LuoshiDb>();
        var post = await db.Set<Item>().Where(i => i.LeadPostId != null).Select(i => i.LeadPostId).FirstAsync(Stop);
        var view = await scope.ServiceProvider.GetRequiredService<LeaderViews>().OfAsync(post, Period.OfMonth(2026, 6), Stop);

        var parts = new[] { view.Red, view.Unreported, view.Warned }.OfType<LeaderPart>().ToList();
        foreach (var part in parts)
            part.Shown.ShouldBe(part.Count, "nothing is lost by putting indicators of one item together");
        var cases = parts.SelectMany(p => p.Cases).ToList();
        cases.ShouldNotBeEmpty();
        foreach (var one in cases)
        {
            one.Rows.ShouldAllBe(r => r.Item.Id == one.Item.Id && r.Rated.UnitId == one.Unit);
            one.Report.ShouldNotBeNull();
            var last = await db.Set<UnitReport>().Where(r => r.UnitId == one.Unit && r.State != ReportState.Draft).OrderByDescending(r => r.PeriodEnd).FirstAsync(Stop);
            var note = await db.Set<ReportNote>().FirstOrDefaultAsync(n => n.ReportId == last.Id && n.ItemId == one.Item.Id, Stop);
            var said = one.Said.ShouldNotBeNull();
            (said.Period, said.Problem, said.HelpNeeded).ShouldBe((last.Period, note?.Problem, note?.HelpNeeded));
        }

        view.Asking.ShouldNotBeEmpty();
        view.Asking.ShouldAllBe(c => c.Said!.HelpNeeded != null);
        view.Asking.Select(c => (c.Item.Id, c.Unit)).ShouldBeUnique();
    }

    private static async Task<UnitWords?> SaidAsync(Office office, DateOnly until)
    {
        var item = (await office.IndicatorsAsync())[0].ItemId;
        return (await office.DoAsync((UnitWordsReader words) => words.OfAsync([(office.Unit, item)], until, Stop))).GetValueOrDefault((office.Unit, item));
    }

    private static async Task<int> ReportAsync(Office office, bool submit, int seen = 0)
    {
        var indicators = await office.IndicatorsAsync();
        return (await office.DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport
            {
                UnitId = office.Unit,
                Period = July,
                SeenVersion = seen,
                Lines = [new TypedLine(indicators[0].Id, "100", null), new TypedLine(indicators[1].Id, null, null)],
                Notes = [new TypedNote(indicators[0].ItemId, null, "管线迁改没有批下来", "请协调供电部门迁改线路", null)],
                BlankReason = "还没有完工的",
                Submit = submit,
            },
            office.Clerk))).Value.RowVersion;
    }
}
