using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Assessments;

public sealed class RatingHandlersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<StoredAssessment>> AssessAsync(Office office, bool due = true)
    {
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, Office.June, due, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        return await db.Set<StoredAssessment>().ToListAsync(Stop);
    }

    [Theory, DatabaseData]
    public async Task A_result_is_stored_with_both_percentages_and_the_rules_it_was_made_by(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");

        var row = (await AssessAsync(office)).Single(a => a.OfPlan is not null);

        (row.OfPlan, row.OfPromise, row.Due, row.Progress).ShouldBe((90.7m, 98m, 50m, Progress.Ahead));
        row.RulesVersion.ShouldBe(AssessmentRules.Default.Version);
        row.Verification.ShouldBe(Verification.SelfReported);
    }

    [Theory, DatabaseData]
    public async Task Who_has_not_reported_by_the_cut_off_is_shown_as_not_reported(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        (await AssessAsync(office, due: false)).ShouldNotContain(a => a.Progress == Progress.NotReported);
        (await AssessAsync(office)).ShouldContain(a => a.Progress == Progress.NotReported);
    }

    [Theory, DatabaseData]
    public async Task A_lowered_target_still_shows_how_far_the_first_promise_is(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("160");
        var indicator = (await office.IndicatorsAsync())[0];
        var change = new TargetChange { IndicatorId = indicator.Id, SeenVersion = 1, Promised = 160, From = new DateOnly(2025, 6, 12), Decision = "市人大常委会决定〔2025〕3号", Reason = "两个片区整体征收" };

        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change with { Reason = " " }, office.Officer))).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.needs_decision");
        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Clerk))).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.not_allowed");
        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Officer))).Value.Version.ShouldBe(2);
        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Officer))).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.conflict");

        var row = (await AssessAsync(office)).Single(a => a.OfOriginal is not null);
        (row.OfPromise, row.OfOriginal, row.Progress).ShouldBe((100m, 80m, Progress.Met));
    }

    [Theory, DatabaseData]
    public async Task A_changed_target_holds_from_its_day_and_leaves_earlier_months_as_they_were(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var may = Kernel.Time.Period.OfMonth(2025, 5);
        await office.AcceptedAsync("100", period: may);
        await office.AcceptedAsync("160");
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, may, true, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
        await AssessAsync(office);
        var indicator = (await office.IndicatorsAsync())[0];
        var change = new TargetChange { IndicatorId = indicator.Id, SeenVersion = 1, Promised = 160, From = new DateOnly(2025, 6, 12), Decision = "市人大常委会决定〔2025〕3号", Reason = "两个片区整体征收" };

        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Officer))).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        var rows = await db.Set<StoredAssessment>().Where(a => a.IndicatorId == indicator.Id).OrderBy(a => a.PeriodEnd).ToListAsync(Stop);
        rows.Select(a => a.OfPromise).ShouldBe([50m, 100m]);
    }

    [Theory, DatabaseData]
    public async Task A_late_correction_of_an_old_month_is_rated_by_the_target_of_that_month(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var may = Kernel.Time.Period.OfMonth(2025, 5);
        await office.AcceptedAsync("100", period: may);
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, may, true, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
        var indicator = (await office.IndicatorsAsync())[0];
        foreach (var (version, promised, day) in new[] { (1, 160m, 12), (2, 320m, 20) })
        {
            var change = new TargetChange { IndicatorId = indicator.Id, SeenVersion = version, Promised = promised, From = new DateOnly(2025, 6, day), Decision = "市人大常委会决定〔2025〕3号", Reason = "两个片区整体征收" };
            (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Officer))).Refusal.ShouldBeNull();
        }

        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "重复统计")).Refusal.ShouldBeNull();
        (await office.ReportAsync("80", seen: (await office.LatestAsync()).RowVersion, period: may, reason: "重复统计")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<StoredAssessment>().SingleAsync(a => a.IndicatorId == indicator.Id, Stop)).OfPromise.ShouldBe(40m, "80 of the 200 promised in May");
        (await AssessAsync(office)).Single(a => a.IndicatorId == indicator.Id && a.PeriodEnd == Office.June.LastDay).OfPromise.ShouldBeNull("June has no report");
    }

    [Theory, DatabaseData]
    public async Task A_change_does_not_hold_from_a_later_day_than_today(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var indicator = (await office.IndicatorsAsync())[0];
        var change = new TargetChange { IndicatorId = indicator.Id, SeenVersion = 1, Promised = 160, From = new DateOnly(9000, 1, 1), Decision = "海政办〔2025〕7号", Reason = "追加" };

        (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(change, office.Officer))).Refusal.ShouldNotBeNull().Where.ShouldBe("from");
    }

    [Theory, DatabaseData]
    public async Task A_changed_plan_holds_from_its_day_and_leaves_earlier_months_as_they_were(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var may = Kernel.Time.Period.OfMonth(2025, 5);
        await PlanAsync(office, new() { [5] = 54, [12] = 216 });
        await office.AcceptedAsync("54", period: may);
        await RateMayAsync();
        await office.AcceptedAsync("108");
        var before = (await AssessAsync(office)).Single(a => a.OfPlan is not null && a.PeriodEnd == Office.June.LastDay);
        var indicator = (await office.IndicatorsAsync())[0];
        var plan = new WantedPlan { IndicatorId = indicator.Id, SeenVersion = indicator.RowVersion, Amounts = new Dictionary<int, decimal> { [5] = 108, [6] = 162, [12] = 216 }, From = new DateOnly(2025, 6, 12), Decision = "海政办〔2025〕7号", Reason = "工期提前" };

        (await office.DoAsync((SetPlan set) => set.RunAsync(plan with { From = new DateOnly(9000, 1, 1) }, office.Officer, Stop))).Refusal.ShouldBe(PlanVersions.NotYet);
        (await office.DoAsync((SetPlan set) => set.RunAsync(plan with { Reason = " " }, office.Officer, Stop))).Refusal.ShouldBe(LedgerRefusals.NeedsDecision);
        (await office.DoAsync((SetPlan set) => set.RunAsync(plan, office.Officer, Stop))).Refusal.ShouldBeNull();

        before.Due.ShouldBe(25m, "nothing more is planned before December");
        (await DueAsync()).ShouldBe([25m, 75m]);
        await RateMayAsync();
        (await DueAsync()).ShouldBe([25m, 75m], "May is held against the plan that held in May, however late it is rated again");
        await using var db = office.Database.Open();
        var kept = await db.Set<PlanChange>().SingleAsync(Stop);
        (kept.Before, kept.Decision, kept.Reason, kept.ByPost).ShouldBe(("5=54 12=216", "海政办〔2025〕7号", "工期提前", office.Officer.Actor.PostId));

        Task RateMayAsync() => office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, may, true, AssessmentRules.Default, Actor.System("nightly"), Stop));

        async Task<List<decimal?>> DueAsync()
        {
            await using var read = office.Database.Open();
            return await read.Set<StoredAssessment>().Where(a => a.IndicatorId == indicator.Id).OrderBy(a => a.PeriodEnd).Select(a => a.Due).ToListAsync(Stop);
        }
    }

    [Theory, DatabaseData]
    public async Task A_draft_of_a_plan_is_no_version_and_a_later_decision_may_begin_earlier(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await PlanAsync(office, new() { [6] = 54, [12] = 216 });
        await PlanAsync(office, new() { [6] = 108, [12] = 216 });
        await office.AcceptedAsync("108");
        await using (var db = office.Database.Open())
            (await db.Set<PlanChange>().AnyAsync(Stop)).ShouldBeFalse();
        await PlanAsync(office, new() { [6] = 162, [12] = 216 }, new DateOnly(2025, 8, 1));
        (await AssessAsync(office)).Single(a => a.OfPlan is not null).Due.ShouldBe(50m, "August's plan is not June's");

        await PlanAsync(office, new() { [6] = 27, [12] = 216 }, new DateOnly(2025, 6, 1));

        (await AssessAsync(office)).Single(a => a.OfPlan is not null).Due.ShouldBe(12.5m, "what was decided last holds from its own day");
    }

    private static async Task PlanAsync(Office office, Dictionary<int, decimal> amounts, DateOnly? from = null)
    {
        var indicator = (await office.IndicatorsAsync())[0];
        var plan = new WantedPlan { IndicatorId = indicator.Id, SeenVersion = indicator.RowVersion, Amounts = amounts, From = from, Decision = "海政办〔2025〕7号", Reason = "工期提前" };
        (await office.DoAsync((SetPlan set) => set.RunAsync(plan, office.Officer, Stop))).Refusal.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task The_officers_decision_survives_the_next_rating(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var row = (await AssessAsync(office)).Single(a => a.OfPlan is not null);

        var decided = await office.DoAsync((DecideLight decide) => decide.RunAsync(new LightDecision(row.Id, row.RowVersion, Progress.Behind, Light.Warning, "抽查发现3个小区未开工"), office.Officer));
        decided.Refusal.ShouldBeNull();
        await AssessAsync(office);

        await using var db = office.Database.Open();
        var again = await db.Set<StoredAssessment>().SingleAsync(a => a.Id == row.Id, Stop);
        again.Progress.ShouldBe(Progress.Ahead);
        again.Judgement.Progress.ShouldBe(Progress.Behind);
        again.DecisionReason.ShouldBe("抽查发现3个小区未开工");
    }
}
