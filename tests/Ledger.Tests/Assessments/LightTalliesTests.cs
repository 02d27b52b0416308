using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Assessments;

/// <summary>Tallies say what counting every assessment would.</summary>
public sealed class LightTalliesTests
{
    private static readonly Period July = Period.OfMonth(2025, 7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<StoredAssessment> RateAsync(Office office, Period period)
    {
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, period, reportsDue: true, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        return await db.Set<StoredAssessment>().SingleAsync(a => a.Rated && a.PeriodEnd == period.LastDay, Stop);
    }

    private static async Task<LightTally> OnlyTallyAsync(Office office, Period period)
    {
        await using var db = office.Database.Open();
        return await db.Set<LightTally>().SingleAsync(t => t.ListId == office.List && t.PeriodEnd == period.LastDay, Stop);
    }

    [Theory, DatabaseData]
    public async Task A_rating_is_tallied_without_the_stages_short_of_the_promise(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("20", "10");
        await RateAsync(office, Office.June);
        await RateAsync(office, Office.June);

        var tally = await OnlyTallyAsync(office, Office.June);

        (tally.UnitId, tally.Light, tally.Progress, tally.Overdue, tally.Turn, tally.Indicators).ShouldBe((office.Unit, Light.Alarm, Progress.Behind, false, Turn.Same, 1));
    }

    [Theory, DatabaseData]
    public async Task A_decision_is_tallied_in_its_month_and_turns_the_next(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("60");
        await office.AcceptedAsync("60", period: July);
        var row = await RateAsync(office, Office.June);
        await RateAsync(office, July);
        (await OnlyTallyAsync(office, July)).Turn.ShouldBe(Turn.TurnedRed);

        (await office.DoAsync((DecideLight decide) => decide.RunAsync(new LightDecision(row.Id, row.RowVersion, Progress.Behind, Light.Alarm, "现场核查未开工"), office.Officer))).Refusal.ShouldBeNull();

        (await OnlyTallyAsync(office, Office.June)).Light.ShouldBe(Light.Alarm);
        (await OnlyTallyAsync(office, July)).Turn.ShouldBe(Turn.Same);
    }

    [Theory, DatabaseData]
    public async Task What_burns_most_sorts_first_whatever_the_database(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("20");
        var burning = (await RateAsync(office, Office.June)).Urgency;
        await office.AcceptedAsync("130", period: July);

        var calm = (await RateAsync(office, July)).Urgency;

        burning.ShouldBeInRange(-100, 0);
        calm.ShouldBeInRange(29_999_900, 30_000_100);
    }

    [Theory, DatabaseData]
    public async Task A_closed_list_takes_no_decision(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("110");
        var row = await RateAsync(office, Office.June);
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            (await db.Set<PromiseList>().SingleAsync(Stop)).Closed = true;
            await db.SaveChangesAsync(Stop);
        }

        var refused = await office.DoAsync((DecideLight decide) => decide.RunAsync(new LightDecision(row.Id, row.RowVersion, Progress.Behind, Light.Alarm, "现场核查未开工"), office.Officer));

        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.list_closed");
        await using var after = office.Database.Open();
        (await after.Set<StoredAssessment>().SingleAsync(a => a.Id == row.Id, Stop)).DecidedLight.ShouldBeNull();
    }
}
