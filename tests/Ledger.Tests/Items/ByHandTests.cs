using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Commitments.Adding;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items.Adding;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items;

/// <summary>A list typed in by hand: categories, promises, parts, steps counted back, months.</summary>
public sealed class ByHandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_category_holds_promises_and_items_and_the_card_prints_all_three_levels(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var category = (await AddAsync(office, new NewCommitment { ListId = office.List, Level = CommitmentLevel.Category, Promise = "公共安全" })).Value;
        var promise = (await AddAsync(office, new NewCommitment { ListId = office.List, ParentId = category, Promise = "提升应急能力，新建乡镇消防站8座" })).Value;
        (await ItemAsync(office, category, "隐患排查")).Refusal.ShouldBeNull();
        (await ItemAsync(office, promise, "乡镇消防站")).Refusal.ShouldBeNull();
        (await ItemAsync(office, null, "防汛物资储备")).Refusal.ShouldBeNull();
        await office.AcceptedAsync("196");

        var card = await CardAsync(office);

        card.Text.Split('\n').Where(CardPlaces.IsPromiseLine).ShouldBe(["第一类：公共安全", "第二件：提升应急能力，新建乡镇消防站8座", "第一件：改善群众居住条件，启动改造老旧小区200个以上"]);
        string.Join('\n', CardGate.Check(card.Text, CardFigures.FromJson(card.Figures), card.Generated).Select(p => p.Message.Chinese)).ShouldBe("");
    }

    [Theory, DatabaseData]
    public async Task A_category_is_no_parent_of_a_category_and_nothing_is_added_twice(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var wanted = new NewCommitment { ListId = office.List, Level = CommitmentLevel.Category, Promise = "公共安全" };
        var category = (await AddAsync(office, wanted)).Value;

        (await AddAsync(office, wanted)).Refusal!.Code.ShouldBe("commitment.twice");
        (await AddAsync(office, wanted with { Promise = "消防", ParentId = category })).Refusal!.Where.ShouldBe("parent");
        (await AddAsync(office, wanted with { Promise = " " })).Refusal!.Where.ShouldBe("promise");
    }

    [Theory, DatabaseData]
    public async Task The_words_of_a_promise_change_by_decision_and_the_old_ones_stay_in_the_journal(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = office.Database.Open();
        var before = await db.Set<Commitment>().AsNoTracking().SingleAsync(Stop);

        (await ChangeAsync(office, before, "启动改造老旧小区180个以上", "", "")).Refusal.ShouldBe(LedgerRefusals.NeedsDecision);
        (await ChangeAsync(office, before, "启动改造老旧小区180个以上", "海人常〔2025〕3号", "部分小区列入征收")).Refusal.ShouldBeNull();
        (await ChangeAsync(office, before, "启动改造老旧小区150个以上", "海人常〔2025〕4号", "再调")).Refusal.ShouldBe(LedgerRefusals.Conflict);
        (await db.Set<Commitment>().AsNoTracking().SingleAsync(Stop)).Promise.ShouldBe("启动改造老旧小区180个以上");
    }

    [Theory, DatabaseData]
    public async Task Parts_have_the_unit_of_their_headline_and_never_promise_more(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = (await office.IndicatorsAsync())[0].ItemId;
        var whole = (await IndicatorAsync(office, new NewIndicator { ItemId = item, Name = "住房保障", Unit = new PrintedUnit("套(户)"), Promised = 5000 })).Value;
        var part = new NewIndicator { ItemId = item, Name = "租赁补贴", Unit = new PrintedUnit("套(户)"), Promised = 4000, PartOf = whole };

        (await IndicatorAsync(office, part)).Refusal.ShouldBeNull();
        (await IndicatorAsync(office, part with { Name = "公租房筹集", Promised = 1001 })).Refusal!.Code.ShouldBe("indicator.parts_over");
        (await IndicatorAsync(office, part with { Name = "公租房筹集", Unit = new PrintedUnit("套"), Promised = 1000 })).Refusal!.Code.ShouldBe("indicator.part_unit");
        (await IndicatorAsync(office, part with { Name = "公租房筹集", Promised = 1000 })).Refusal.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task Steps_are_counted_back_from_the_deadline(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = (await office.IndicatorsAsync())[0].ItemId;
        var station = (await IndicatorAsync(office, new NewIndicator { ItemId = item, Name = "消防站建设", Unit = new PrintedUnit(""), Kind = IndicatorKind.Milestone })).Value;
        var plan = new WantedPlan { IndicatorId = station, SeenVersion = await VersionAsync(office, station), Steps = [new("公开招标", 30), new("开工", 1), new("主体完工", 120)], Deadline = new DateOnly(2025, 11, 30) };

        (await PlanAsync(office, plan)).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<IndicatorStep>().Where(s => s.IndicatorId == station).OrderBy(s => s.Number).ToListAsync(Stop)).Select(s => (s.Name, s.Due))
            .ShouldBe([("公开招标", new DateOnly(2025, 8, 1)), ("开工", new DateOnly(2025, 8, 2)), ("主体完工", new DateOnly(2025, 11, 30))]);
        (await PlanAsync(office, plan with { SeenVersion = await VersionAsync(office, station), Deadline = null })).Refusal!.Where.ShouldBe("deadline");
    }

    [Theory, DatabaseData]
    public async Task A_plan_by_month_rises_and_changes_by_decision_once_a_number_is_accepted(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var started = (await office.IndicatorsAsync())[0].Id;
        var plan = new WantedPlan { IndicatorId = started, SeenVersion = await VersionAsync(office, started), Amounts = new Dictionary<int, decimal> { [3] = 40, [6] = 130, [12] = 216 } };

        (await PlanAsync(office, plan with { Amounts = new Dictionary<int, decimal> { [3] = 40, [6] = 30 } })).Refusal!.Code.ShouldBe("plan.falls");
        (await PlanAsync(office, plan)).Refusal.ShouldBeNull();
        (await PlanAsync(office, plan)).Refusal.ShouldBe(LedgerRefusals.Conflict);
        await office.AcceptedAsync("196");
        var later = plan with { SeenVersion = await VersionAsync(office, started), Amounts = new Dictionary<int, decimal> { [6] = 120, [12] = 216 } };
        (await PlanAsync(office, later)).Refusal.ShouldBe(LedgerRefusals.NeedsDecision);
        (await PlanAsync(office, later with { Decision = "海政办〔2025〕9号", Reason = "汛期停工" })).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<PlanEntry>().Where(p => p.IndicatorId == started).OrderBy(p => p.Month).ToListAsync(Stop)).Select(p => (p.Month, p.Amount)).ShouldBe([(6, 120m), (12, 216m)]);
    }

    private static async Task<int> VersionAsync(Office office, Guid indicator)
    {
        await using var db = office.Database.Open();
        return (await db.Set<Indicator>().AsNoTracking().SingleAsync(i => i.Id == indicator, Stop)).RowVersion;
    }

    private static async Task<Card> CardAsync(Office office)
    {
        var id = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;
        await using var db = office.Database.Open();
        return await db.Set<Card>().AsNoTracking().SingleAsync(c => c.Id == id, Stop);
    }

    private static Task<Kernel.Outcomes.Outcome<Guid>> AddAsync(Office office, NewCommitment wanted) => office.DoAsync((AddCommitment add) => add.RunAsync(wanted, office.Officer, Stop));

    private static Task<Kernel.Outcomes.Outcome<Guid>> ItemAsync(Office office, Guid? commitment, string name) => office.DoAsync((AddItem add) => add.RunAsync(new NewItem { ListId = office.List, CommitmentId = commitment, Name = name }, office.Officer, Stop));

    private static Task<Kernel.Outcomes.Outcome<Guid>> IndicatorAsync(Office office, NewIndicator wanted) => office.DoAsync((AddIndicator add) => add.RunAsync(wanted, office.Officer, Stop));

    private static Task<Kernel.Outcomes.Outcome<Guid>> PlanAsync(Office office, WantedPlan wanted) => office.DoAsync((SetPlan set) => set.RunAsync(wanted, office.Officer, Stop));

    private static Task<Kernel.Outcomes.Outcome<Guid>> ChangeAsync(Office office, Commitment before, string promise, string decision, string reason) =>
        office.DoAsync((ChangeCommitment change) => change.RunAsync(before.Id, before.RowVersion, promise, decision, reason, office.Officer, Stop));
}
