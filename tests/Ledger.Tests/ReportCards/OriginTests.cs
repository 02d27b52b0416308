using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.ReportCards;

public sealed class OriginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_number_of_a_published_card_leads_to_its_promise_its_reports_and_its_changes(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", period: Period.OfMonth(2025, 5));
        await office.AcceptedAsync("196");
        var indicators = await office.IndicatorsAsync();
        (await office.DoAsync((ChangeTarget change) => change.RunAsync(
            new TargetChange { IndicatorId = indicators[0].Id, SeenVersion = 1, Promised = 210, Bound = Bound.AtLeast, WorkingPlan = 216, Decision = "海政办〔2025〕1号", Reason = "省里追加" },
            office.Officer))).Refusal.ShouldBeNull();
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;

        // A draft is nobody's business.
        (await OfAsync(office, card, indicators[0].Id)).ShouldBeNull();
        await using (var db = office.Database.Open())
        {
            var version = (await db.Set<Card>().SingleAsync(Stop)).RowVersion;
            (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, version, office.Officer, Stop))).Refusal.ShouldBeNull();
        }

        var origin = (await OfAsync(office, card, indicators[0].Id)).ShouldNotBeNull();
        origin.Promise.ShouldBe("改善群众居住条件，启动改造老旧小区200个以上");
        origin.Reports.Select(r => r.Value).ShouldBe([150, 196]);
        origin.Reports.ShouldAllBe(r => r.Words == "全面铺开" && r.NextStep == "加快管网改造", "what the month's report said can be read");
        origin.Targets.Select(t => t.Promised).ShouldBe([200, 210]);
        origin.Targets[1].Decision.ShouldBe("海政办〔2025〕1号");
        origin.Printed.ShouldContain(p => p.Printed == "196个");
        // What the card does not print stays inside.
        (await OfAsync(office, card, Guid.NewGuid())).ShouldBeNull();
        (await OfAsync(office, Guid.NewGuid(), indicators[0].Id)).ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_report_that_went_back_is_told_until_it_is_accepted_again_and_later_reasons_stay_inside(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var indicator = (await office.IndicatorsAsync())[0].Id;
        await ChangeAsync(office, indicator, seen: 1, "省里追加");
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;
        await using (var db = office.Database.Open())
        {
            var version = (await db.Set<Card>().SingleAsync(Stop)).RowVersion;
            (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, version, office.Officer, Stop))).Refusal.ShouldBeNull();
        }

        await ChangeAsync(office, indicator, seen: 2, "内部测算有误");
        (await OfAsync(office, card, indicator)).ShouldNotBeNull().Standing.ShouldBe(OriginStanding.Accepted);
        (await office.MoveAsync(ReportAction.Return, office.Officer, "位数有误")).Refusal.ShouldBeNull();
        (await OfAsync(office, card, indicator)).ShouldNotBeNull().Standing.ShouldBe(OriginStanding.Returned);
        (await office.ReportAsync("169", seen: (await office.LatestAsync()).RowVersion)).Refusal.ShouldBeNull();
        (await OfAsync(office, card, indicator)).ShouldNotBeNull().Standing.ShouldBe(OriginStanding.Waiting, "handing in again clears the reason of the return");
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        var origin = (await OfAsync(office, card, indicator)).ShouldNotBeNull();

        origin.Standing.ShouldBe(OriginStanding.Waiting);
        origin.Targets.Select(origin.ReasonOf).ShouldBe([null, "省里追加", null], "nobody released the reason given after publication");
        origin.Targets[2].Decision.ShouldBe("海政办〔2025〕2号");
    }

    /// <summary>A sheet has a category and an item; the promise is neither of the two but the words of its goal.</summary>
    [Theory, DatabaseData]
    public async Task A_promise_from_a_spreadsheet_is_told_in_its_own_words_with_its_row(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var table = new SheetTable(["类别", "项目名称", "年度目标", "牵头单位"], [["住房", "老旧电梯更新", "更新老旧电梯180部以上", "市住建局"]]) { Numbers = [4] };
        var proposal = SheetProposer.Propose(table, ColumnNames.Guess(table.Headers), 2025).Proposal;
        var numbered = new Proposal([.. proposal.Commitments.Select(c => c with { Number = 2 })]);
        (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(office.List, numbered, new Dictionary<string, Guid> { ["市住建局"] = office.Unit }, LedgerProcesses.Import) { File = "分解表.xlsx" }, office.Officer))).Refusal.ShouldBeNull();
        await using (var db = office.Database.Open())
        {
            var item = await db.Set<Item>().SingleAsync(i => i.Name == "老旧电梯更新", Stop);
            item.Sheet.ShouldBe(new SheetPlace { File = "分解表.xlsx", Row = 4, Words = "更新老旧电梯180部以上" });
            var lift = await db.Set<Indicator>().SingleAsync(i => i.ItemId == item.Id, Stop);
            (await office.DoAsync((SaveReport save) => save.RunAsync(new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = 0, Lines = [new TypedLine(lift.Id, "96", null)], Notes = [], Submit = true, BlankReason = "其他事项无变化" }, office.Clerk))).Refusal.ShouldBeNull();
        }

        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;
        await using (var db = office.Database.Open())
        {
            var stored = await db.Set<Card>().SingleAsync(Stop);
            stored.Text.ShouldContain("占年计划180部的53.3%", customMessage: "the heading is a category and tells no plan");
            (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, stored.RowVersion, office.Officer, Stop))).Refusal.ShouldBeNull();
            var figure = CardFigures.FromJson(stored.Figures).Single(f => f.Printed == "96部");
            figure.Promised.ShouldBe(new PrintedGoal(180, "180部以上"));
            figure.Plan.ShouldBe(new PrintedGoal(180, "180部"));
            var origin = (await OfAsync(office, card, figure.Indicator ?? default)).ShouldNotBeNull();
            origin.Promise.ShouldBe("更新老旧电梯180部以上");
            origin.Bundle.ShouldNotBeNull().Promise.ShouldBe("住房");
        }
    }

    [Fact]
    public void Numbers_are_found_in_an_edited_line_and_never_inside_other_numbers()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        ExpectedNumber[] figures = [new(3, PrintedAs.Amount, 16, "个", a, "16个"), new(3, PrintedAs.OfPlan, 80, "%", b, "80%"), new(3, PrintedAs.Amount, 9, "个", b, "9个")];

        var parts = NumberLinks.Of("3.改造216个，其中16个完工，占180%的80%。", figures);

        parts.Where(p => p.Indicator is not null).Select(p => (p.Text, p.Indicator)).ShouldBe([("16个", (Guid?)a), ("80%", b)]);
        string.Concat(parts.Select(p => p.Text)).ShouldBe("3.改造216个，其中16个完工，占180%的80%。");
        NumberLinks.Of("3.16个", figures).Select(p => (p.Text, p.Indicator)).ShouldBe([("3.", null), ("16个", (Guid?)a)]);
    }

    private static async Task ChangeAsync(Office office, Guid indicator, int seen, string reason) => (await office.DoAsync((ChangeTarget change) => change.RunAsync(
        new TargetChange { IndicatorId = indicator, SeenVersion = seen, Promised = 200 + seen, Bound = Bound.AtLeast, WorkingPlan = 216, Decision = $"海政办〔2025〕{seen}号", Reason = reason },
        office.Officer))).Refusal.ShouldBeNull();

    private static Task<OriginView?> OfAsync(Office office, Guid card, Guid indicator) => office.DoAsync((OriginViews views) => views.OfAsync(card, indicator, Stop));
}
