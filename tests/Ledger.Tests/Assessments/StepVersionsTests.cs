using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Assessments;

/// <summary>倒排工期 changes by a recorded decision, from its day on: a month stays judged by the steps that held in it.</summary>
public sealed class StepVersionsTests
{
    private static readonly Kernel.Time.Period May = Kernel.Time.Period.OfMonth(2025, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Steps_that_are_put_off_leave_earlier_months_as_they_were_judged(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var bridge = await BridgeAsync(office);
        await PlanAsync(office, bridge, new DateOnly(2025, 9, 30));
        (await DuesAsync(office, bridge)).ShouldBe([new DateOnly(2025, 5, 3), new DateOnly(2025, 9, 30)]);
        await DoneAsync(office, bridge, "施工图", new DateOnly(2025, 3, 2));
        await RateAsync(office, May);
        await RateAsync(office, Office.June);
        (await JudgedAsync(office, bridge)).ShouldBe([Progress.Behind, Progress.Behind], "the tender was due on 3 May");

        var wanted = await WantedAsync(bridge, office, new DateOnly(2025, 11, 30));
        (await SetAsync(office, wanted with { Decision = null })).ShouldBe(LedgerRefusals.NeedsDecision);
        (await SetAsync(office, wanted with { From = new DateOnly(9000, 1, 1) })).ShouldBe(PlanVersions.NotYet);
        (await SetAsync(office, wanted with { From = new DateOnly(2025, 6, 10) })).ShouldBeNull();

        (await JudgedAsync(office, bridge)).ShouldBe([Progress.Behind, Progress.OnTrack], "in June it was put off to July");
        await RateAsync(office, May);
        (await JudgedAsync(office, bridge)).ShouldBe([Progress.Behind, Progress.OnTrack], "however late May is rated again");
        await using var db = office.Database.Open();
        var kept = await db.Set<PlanChange>().SingleAsync(Stop);
        (kept.StepsBefore, kept.Before, kept.Decision, kept.Reason, kept.ByPost).ShouldBe(("2025-02-28 施工图\n2025-05-03 公开招标\n2025-09-30 竣工", null, "海政办〔2025〕9号", "征地延后", office.Officer.Actor.PostId));
    }

    [Theory, DatabaseData]
    public async Task The_same_steps_again_are_no_change_and_a_draft_is_no_version(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var bridge = await BridgeAsync(office);
        await PlanAsync(office, bridge, new DateOnly(2025, 9, 30));
        await PlanAsync(office, bridge, new DateOnly(2025, 10, 31));
        await DoneAsync(office, bridge, "施工图", new DateOnly(2025, 3, 2));

        await PlanAsync(office, bridge, new DateOnly(2025, 10, 31));

        await using var db = office.Database.Open();
        (await db.Set<PlanChange>().AnyAsync(Stop)).ShouldBeFalse();
    }

    private static async Task<Guid> BridgeAsync(Office office)
    {
        (await office.AdoptAsync(new Proposal([new ProposedCommitment(2, "打通断头路", Source: null, [new ProposedItem
        {
            Number = 2,
            Name = "跨河桥建设",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = "跨河桥", Unit = new PrintedUnit("座"), Kind = IndicatorKind.Milestone, Steps = [new("施工图", new DateOnly(2025, 2, 28))] }],
        }])]))).Refusal.ShouldBeNull();
        return (await office.IndicatorsAsync()).Single(i => i.Name == "跨河桥").Id;
    }

    private static async Task<WantedPlan> WantedAsync(Guid bridge, Office office, DateOnly end) => new()
    {
        IndicatorId = bridge,
        SeenVersion = (await office.IndicatorsAsync()).Single(i => i.Id == bridge).RowVersion,
        Steps = [new StepLength("施工图", 30), new StepLength("公开招标", 64), new StepLength("竣工", 150)],
        Deadline = end,
        Decision = "海政办〔2025〕9号",
        Reason = "征地延后",
    };

    private static async Task PlanAsync(Office office, Guid bridge, DateOnly end) => (await SetAsync(office, await WantedAsync(bridge, office, end))).ShouldBeNull();

    private static async Task<Kernel.Outcomes.Refusal?> SetAsync(Office office, WantedPlan wanted) =>
        (await office.DoAsync((SetPlan set) => set.RunAsync(wanted, office.Officer, Stop))).Refusal;

    private static async Task DoneAsync(Office office, Guid bridge, string step, DateOnly day)
    {
        await using var db = LedgerDatabase.Open(office.Database);
        (await db.Set<IndicatorStep>().SingleAsync(s => s.IndicatorId == bridge && s.Name == step, Stop)).Done = day;
        await db.SaveChangesAsync(Stop);
    }

    private static Task RateAsync(Office office, Kernel.Time.Period month) =>
        office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, month, false, AssessmentRules.Default, Actor.System("nightly"), Stop));

    private static async Task<List<DateOnly>> DuesAsync(Office office, Guid bridge)
    {
        await using var db = office.Database.Open();
        return await db.Set<IndicatorStep>().Where(s => s.IndicatorId == bridge && s.Name != "施工图").OrderBy(s => s.Number).Select(s => s.Due).ToListAsync(Stop);
    }

    private static async Task<List<Progress>> JudgedAsync(Office office, Guid bridge)
    {
        await using var db = office.Database.Open();
        return await db.Set<StoredAssessment>().Where(a => a.IndicatorId == bridge).OrderBy(a => a.PeriodEnd).Select(a => a.Progress).ToListAsync(Stop);
    }
}
