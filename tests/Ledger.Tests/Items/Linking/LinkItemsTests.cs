using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Linking;
using Luoshi.Ledger.Items.Linking.Pages;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items.Linking;

public sealed class LinkItemsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The province set the same task, in its own words and with a smaller number.</summary>
    private static async Task<(Office Office, Guid Mine, Guid Theirs, Guid List)> TwoListsAsync(DatabaseKind kind)
    {
        var office = await Office.OpenAsync(kind);
        var list = (await office.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2025年省级交办任务", Place = "海岳市", Year = 2025, Kind = ListKind.Assigned }, office.Officer))).Value;
        var proposal = new Proposal([new ProposedCommitment(0, Promise: null, Source: null,
        [
            new ProposedItem { Number = 1, Name = "老旧小区改造工程", Units = [("市发改委", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "老旧小区改造", Unit = new PrintedUnit("个"), Stage = Stage.Started, StageWord = "启动", Promised = 180, Bound = Bound.Exact }] },
            new ProposedItem { Number = 2, Name = "水库除险", Units = [("市发改委", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "病险水库除险加固", Unit = new PrintedUnit("座"), Promised = 4 }] },
        ])]);
        (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(list, proposal, new Dictionary<string, Guid> { ["市发改委"] = Guid.NewGuid() }, LedgerProcesses.Import), office.Officer))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        var items = await db.Set<Item>().ToListAsync(Stop);
        return (office, items.Single(i => i.ListId == office.List).Id, items.Single(i => i.ListId == list && i.Number == 1).Id, list);
    }

    [Theory, DatabaseData]
    public async Task The_other_list_is_found_and_only_the_same_promise_proposed(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            var view = (await office.DoAsync((LinkViews views) => views.OfAsync(office.List, only: null, new(), Stop))).ShouldNotBeNull();

            var proposal = view.Proposals.Single();
            (proposal.Item.Id, proposal.Other.Id).ShouldBe((mine, theirs));
        }
    }

    [Theory, DatabaseData]
    public async Task One_report_counts_for_both_and_a_correction_reaches_both(DatabaseKind kind)
    {
        var (office, mine, theirs, list) = await TwoListsAsync(kind);
        await using (office)
        {
            await office.AcceptedAsync("150", period: Kernel.Time.Period.OfMonth(2025, 5));
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Refusal.ShouldBeNull();
            await office.AcceptedAsync("196");

            (await FiguresAsync(office, theirs)).ShouldBe([150, 196]);
            // The other unit is not asked for the number any more.
            await using (var db = office.Database.Open())
            {
                var linked = await db.Set<Indicator>().SingleAsync(i => i.ItemId == theirs, Stop);
                var sheet = await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(linked.UnitId ?? default, Office.June, Stop));
                sheet.Items.SelectMany(i => i.Lines).Select(l => l.Indicator.Name).ShouldBe(["病险水库除险加固"]);
            }

            (await office.MoveAsync(ReportAction.Return, office.Officer, "数字有误")).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([150]);
        }
    }

    [Theory, DatabaseData]
    public async Task What_was_rated_follows_the_link_and_its_undoing(DatabaseKind kind)
    {
        var (office, mine, theirs, list) = await TwoListsAsync(kind);
        await using (office)
        {
            await office.AcceptedAsync("90");
            (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(list, Office.June, reportsDue: false, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
            (await RatedAsync(office, theirs)).ShouldBeNull();

            var link = (await office.DoAsync((LinkItems handler) => handler.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Value;
            (await RatedAsync(office, theirs)).ShouldBe(90);

            (await office.DoAsync((UnlinkItems handler) => handler.RunAsync(link, "不是同一件事", office.Officer, Stop))).Refusal.ShouldBeNull();
            (await RatedAsync(office, theirs)).ShouldBeNull();
        }
    }

    [Theory, DatabaseData]
    public async Task A_number_reaches_an_item_that_is_counted_by_a_linked_one(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            var county = (await office.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2025年区级任务", Place = "海岳市", Year = 2025, Kind = ListKind.Assigned }, office.Officer))).Value;
            var proposal = new Proposal([new ProposedCommitment(0, Promise: null, Source: null, [new ProposedItem { Number = 1, Name = "老旧小区", Units = [("区住建局", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "老旧小区改造", Unit = new PrintedUnit("个"), Stage = Stage.Started, StageWord = "启动", Promised = 60 }] }])]);
            (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(county, proposal, new Dictionary<string, Guid> { ["区住建局"] = Guid.NewGuid() }, LedgerProcesses.Import), office.Officer))).Refusal.ShouldBeNull();
            await using var db = office.Database.Open();
            var last = (await db.Set<Item>().SingleAsync(i => i.ListId == county, Stop)).Id;
            await office.AcceptedAsync("150", period: Kernel.Time.Period.OfMonth(2025, 5));

            (await office.DoAsync((LinkItems handler) => handler.RunAsync(new LinkWanted(theirs, last), office.Officer, Stop))).Refusal.ShouldBeNull();
            var link = (await office.DoAsync((LinkItems handler) => handler.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Value;
            (await FiguresAsync(office, last)).ShouldBe([150]);
            await office.AcceptedAsync("196");
            (await FiguresAsync(office, last)).ShouldBe([150, 196]);

            (await office.DoAsync((UnlinkItems handler) => handler.RunAsync(link, "不是同一件事", office.Officer, Stop))).Refusal.ShouldBeNull();
            (await FiguresAsync(office, last)).ShouldBeEmpty();
        }
    }

    [Theory, DatabaseData]
    public async Task A_number_reported_before_the_link_stands_and_the_page_says_so(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            var (may, unit) = (Kernel.Time.Period.OfMonth(2025, 5), await UnitAsync(office, theirs));
            await AcceptedAsync(office, theirs, unit, may, "120");
            await AcceptedAsync(office, mine, office.Unit, may, "150");
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Refusal.ShouldBeNull();
            await office.AcceptedAsync("196");
            (await FiguresAsync(office, theirs)).ShouldBe([120, 196]);

            // The other one's report of May is taken back and comes again; neither touches what stood here.
            (await MoveAsync(office, office.Unit, may, ReportAction.Return, office.Officer)).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([120, 196]);
            (await office.ReportAsync("155", period: may, seen: (await ReportAsync(office, office.Unit, may)).RowVersion)).Refusal.ShouldBeNull();
            (await MoveAsync(office, office.Unit, may, ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
            (await MoveAsync(office, office.Unit, may, ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([120, 196]);
            (await office.DoAsync((LinkViews views) => views.OfItemAsync(theirs, Stop))).Single().Own.ShouldBe([may]);
            (await office.DoAsync((LinkViews views) => views.OfItemAsync(mine, Stop))).Single().Own.ShouldBe([may]);

            // Once the own report is taken back, the linked number counts.
            (await MoveAsync(office, unit, may, ReportAction.Return, office.Officer)).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([155, 196]);
            (await office.DoAsync((LinkViews views) => views.OfItemAsync(theirs, Stop))).Single().Own.ShouldBeEmpty();
        }
    }

    [Theory, DatabaseData]
    public async Task A_report_that_left_the_number_empty_takes_nothing_away_that_came_through_the_link(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            var unit = await UnitAsync(office, theirs);
            await AcceptedAsync(office, theirs, unit, Office.June, "", accept: false);
            await AcceptedAsync(office, mine, office.Unit, Office.June, "196");
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([196]);

            (await MoveAsync(office, unit, Office.June, ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBe([196]);
        }
    }

    private static async Task<Guid> UnitAsync(Office office, Guid item)
    {
        await using var db = office.Database.Open();
        return (await db.Set<Indicator>().SingleAsync(i => i.ItemId == item, Stop)).UnitId ?? default;
    }

    private static async Task AcceptedAsync(Office office, Guid item, Guid unit, Kernel.Time.Period period, string value, bool accept = true)
    {
        await using var db = office.Database.Open();
        var indicators = await db.Set<Indicator>().Where(i => i.UnitId == unit).ToListAsync(Stop);
        var typed = new TypedReport { UnitId = unit, Period = period, SeenVersion = 0, Lines = [.. indicators.Select(i => new TypedLine(i.Id, i.ItemId == item ? value : "1"))], BlankReason = "由关联清单填报", Submit = true };
        (await office.DoAsync((SaveReport save) => save.RunAsync(typed, LedgerDatabase.Somebody(Hand.Reporter, unit), Stop))).Refusal.ShouldBeNull();
        (await MoveAsync(office, unit, period, ReportAction.Approve, LedgerDatabase.Somebody(Hand.UnitLeader, unit))).Refusal.ShouldBeNull();
        if (accept)
            (await MoveAsync(office, unit, period, ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
    }

    private static async Task<UnitReport> ReportAsync(Office office, Guid unit, Kernel.Time.Period period)
    {
        await using var db = office.Database.Open();
        return await db.Set<UnitReport>().Where(r => r.UnitId == unit && r.PeriodEnd == period.LastDay).SingleAsync(Stop);
    }

    private static async Task<Kernel.Outcomes.Outcome<UnitReport>> MoveAsync(Office office, Guid unit, Kernel.Time.Period period, ReportAction action, ActingPerson who)
    {
        var report = await ReportAsync(office, unit, period);
        return await office.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, action, report.RowVersion, "请核对"), who, Stop));
    }

    private static async Task<decimal?> RatedAsync(Office office, Guid item)
    {
        await using var db = office.Database.Open();
        var indicator = await db.Set<Indicator>().Where(i => i.ItemId == item).Select(i => i.Id).SingleAsync(Stop);
        return await db.Set<StoredAssessment>().Where(a => a.IndicatorId == indicator).Select(a => a.Actual).SingleAsync(Stop);
    }

    [Theory, DatabaseData]
    public async Task Each_sheet_shows_the_link_and_taking_it_back_takes_the_numbers_along(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            await office.AcceptedAsync("196");
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Refusal.ShouldBeNull();

            (await office.DoAsync((LinkViews views) => views.OfItemAsync(mine, Stop))).Single().CountedThere.ShouldBe(false);
            var there = (await office.DoAsync((LinkViews views) => views.OfItemAsync(theirs, Stop))).Single();
            (there.ItemId, there.CountedThere).ShouldBe((mine, true));

            (await office.DoAsync((UnlinkItems unlink) => unlink.RunAsync(there.LinkId, "", office.Officer, Stop))).Refusal!.Where.ShouldBe("reason");
            (await office.DoAsync((UnlinkItems unlink) => unlink.RunAsync(there.LinkId, "两项口径不同", office.Officer, Stop))).Refusal.ShouldBeNull();
            (await FiguresAsync(office, theirs)).ShouldBeEmpty();
            (await FiguresAsync(office, mine)).ShouldBe([196]);
        }
    }

    [Theory, DatabaseData]
    public async Task Nobody_but_the_office_links_and_never_twice(DatabaseKind kind)
    {
        var (office, mine, theirs, _) = await TwoListsAsync(kind);
        await using (office)
        {
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Leader, Stop))).Refusal!.Code.ShouldBe("ledger.not_allowed");
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(mine, theirs), office.Officer, Stop))).Refusal.ShouldBeNull();
            (await office.DoAsync((LinkItems link) => link.RunAsync(new LinkWanted(theirs, mine), office.Officer, Stop))).Refusal!.Code.ShouldBe("link.linked");
        }
    }

    private static async Task<IReadOnlyList<decimal>> FiguresAsync(Office office, Guid item)
    {
        await using var db = office.Database.Open();
        var ids = await db.Set<Indicator>().Where(i => i.ItemId == item && i.Number == 1).Select(i => i.Id).ToListAsync(Stop);
        return await db.Set<AcceptedFigure>().Where(f => ids.Contains(f.IndicatorId)).OrderBy(f => f.PeriodEnd).Select(f => f.Value).ToListAsync(Stop);
    }
}
