using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Assessments.Strips;

/// <summary>Rating from packed strips says, to the last digit and word, what rating from the rows would.</summary>
public sealed class StripRatingTests
{
    private static readonly Actor Nightly = Actor.System("nightly");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Whatever_changes_the_stored_rating_is_the_one_the_rows_give(DatabaseKind kind)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            await using var database = await LedgerDatabase.CreateAsync(kind);
            var year = new RandomYear(database, seed);
            await year.MakeAsync();
            for (var round = 0; round < 6; round++)
            {
                var (period, due) = (Period.OfMonth(2025, 4 + (round % 3 * 4)), round % 2 == 0);
                await DoAsync(database, (AssessPeriod assess) => assess.RunAsync(year.List.Id, period, due, AssessmentRules.Default, Nightly, Stop));
                await SameAsync(database, year, period, due, $"seed {seed}, round {round}");
                await year.ChangeAsync();
                (await DoAsync(database, (StripShelf shelf) => shelf.CheckAsync(year.List.Id, Stop))).ShouldBeEmpty($"seed {seed}, round {round}");
            }
        }
    }

    [Theory, DatabaseData]
    public async Task A_rating_that_finds_nothing_new_writes_nothing(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var year = new RandomYear(database, 7);
        await year.MakeAsync();
        var first = (await RateAsync(database, year)).Value;
        var second = (await RateAsync(database, year)).Value;

        first.Changed.ShouldBe(first.Indicators);
        second.ShouldBe(new RatingCount(first.Indicators, 0));
        await using var db = database.Open();
        (await db.Set<StoredAssessment>().ToListAsync(Stop)).ShouldAllBe(a => a.RowVersion == 1);
        (await db.Set<RatingRun>().CountAsync(Stop)).ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task An_approval_keeps_true_what_was_rated_and_rates_nothing_that_was_not(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("20");
        (await StoredAsync(office)).ShouldBeEmpty();
        await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, Office.June, reportsDue: true, AssessmentRules.Default, Nightly, Stop));
        (await StoredAsync(office)).Single(a => a.Rated).Actual.ShouldBe(20);

        (await office.MoveAsync(ReportAction.Return, office.Officer, "请核对")).Refusal.ShouldBeNull();
        (await StoredAsync(office)).Single(a => a.Rated).Progress.ShouldBe(Progress.NotReported);

        await office.ReportAsync("196", seen: (await office.LatestAsync()).RowVersion);
        await office.MoveAsync(ReportAction.Approve, office.Leader);
        await office.MoveAsync(ReportAction.Accept, office.Officer);

        var row = (await StoredAsync(office)).Single(a => a.Rated);
        (row.Actual, row.OfPlan, row.Progress).ShouldBe((196m, 90.7m, Progress.Ahead));
    }

    [Theory, DatabaseData]
    public async Task What_was_packed_before_a_change_is_not_stored_after_it(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var year = new RandomYear(database, 3);
        await year.MakeAsync();
        await RateAsync(database, year);
        await using var db = database.Open();
        var strip = await db.Set<UnitStrip>().AsNoTracking().FirstAsync(s => s.Content != null, Stop);

        for (var round = 0; round < 6; round++)
            await year.ChangeAsync();

        var after = await db.Set<UnitStrip>().AsNoTracking().Where(s => s.ListId == strip.ListId).ToListAsync(Stop);
        after.ShouldContain(s => s.Content == null);
        after.Where(s => s.Content is null).ShouldAllBe(s => s.Version > 0);
    }

    private static Task<Kernel.Outcomes.Outcome<RatingCount>> RateAsync(TestDatabase database, RandomYear year) =>
        DoAsync(database, (AssessPeriod assess) => assess.RunAsync(year.List.Id, Office.June, reportsDue: true, AssessmentRules.Default, Nightly, Stop));

    private static async Task<List<StoredAssessment>> StoredAsync(Office office)
    {
        await using var db = office.Database.Open();
        return await db.Set<StoredAssessment>().AsNoTracking().ToListAsync(Stop);
    }

    private static async Task SameAsync(TestDatabase database, RandomYear year, Period period, bool due, string where)
    {
        var plain = await DoAsync(database, (PeriodFacts facts) => facts.OfAsync(year.List, period, due, Stop));
        await using var db = database.Open();
        var stored = await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.PeriodEnd == period.LastDay).ToDictionaryAsync(a => a.IndicatorId, Stop);
        foreach (var one in plain)
        {
            var row = stored[one.Indicator.Id];
            var found = Assessor.Assess(one.Known, AssessmentRules.Default);
            (row.UnitId, row.ListId, row.Rated, row.Period).ShouldBe((one.Indicator.UnitId, year.List.Id, one.Indicator.IsRated, period), where);
            (row.Actual, row.OfPlan, row.OfPromise, row.Due, row.Gap).ShouldBe((one.Known.Actual, found.OfPlan?.Value, found.OfPromise?.Value, found.Due?.Value, found.Gap), where);
            (row.Progress, row.Light, row.Overdue, row.RulesVersion).ShouldBe((found.Progress, found.Light, found.Overdue, found.RulesVersion), where);
            (row.ReasonChinese, row.ReasonEnglish).ShouldBe((found.Reason.Chinese, found.Reason.English), where);
            var first = one.Original?.Promised;
            row.OfOriginal.ShouldBe(first is null || one.Known.Actual is not { } actual ? null
                : (one.Indicator.Direction == Ledger.Indicators.Direction.LowerIsBetter ? Kernel.Quantities.Percent.Of(first.Value, actual) : Kernel.Quantities.Percent.Of(actual, first.Value))?.Value, where);
        }
    }

    private static async Task<T> DoAsync<THandler, T>(TestDatabase database, Func<THandler, Task<T>> work)
        where THandler : notnull
    {
        await using var scope = database.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
