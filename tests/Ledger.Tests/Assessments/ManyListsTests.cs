using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Tests.Assessments.Strips;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Assessments;

/// <summary>Many lists are rated by one way, several at a time where the database can: the same as list by list, and each by itself.</summary>
public sealed class ManyListsTests
{
    private static readonly Period June = Period.OfMonth(2025, 6);
    private static readonly Actor Nightly = Actor.System("nightly");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Many_at_once_come_out_as_list_by_list(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var years = await MakeAsync(database);
        foreach (var year in years.Take(3))
            (await DoAsync(database, assess => assess.RunAsync(year.List.Id, June, reportsDue: true, AssessmentRules.Default, Nightly, Stop))).Value.Changed.ShouldBe(24);
        var one = await StoredAsync(database);

        var rated = await DoAsync(database, assess => assess.ManyAsync([.. years.Select(Due)], Nightly, Stop));

        rated.Failed.ShouldBeEmpty();
        rated.Count.ShouldBe(new RatingCount(6 * 24, 3 * 24), "the three rated list by list stand as they are");
        var many = await StoredAsync(database);
        one.ShouldBeSubsetOf(many);
        foreach (var year in years)
            (await DoAsync(database, assess => assess.RunAsync(year.List.Id, June, reportsDue: true, AssessmentRules.Default, Nightly, Stop))).Value.Changed.ShouldBe(0);
        (await StoredAsync(database)).ShouldBe(many);
    }

    [Theory, DatabaseData]
    public async Task A_list_that_cannot_be_rated_leaves_the_others_rated_and_is_named(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var years = await MakeAsync(database);
        var (broken, later) = (years[1].List, Period.OfMonth(2025, 9));
        var months = years.Select(Due).Select(m => m.List == broken ? m with { Rules = m.Rules with { Bands = null! } } : m).Append(Due(years[1]) with { Period = later });

        var rated = await DoAsync(database, assess => assess.ManyAsync([.. months], Nightly, Stop));

        rated.Failed.ShouldHaveSingleItem().Month.List.Title.ShouldBe(broken.Title);
        rated.Count.Indicators.ShouldBe(5 * 24);
        Should.Throw<AggregateException>(rated.ThrowFailures).Message.ShouldContain(broken.Title);
        await using var db = database.Open();
        (await db.Set<StoredAssessment>().Where(a => a.ListId == broken.Id).CountAsync(Stop)).ShouldBe(0, "nothing half rated, and no later month before an earlier one");
        (await db.Set<RatingRun>().Select(r => r.ListId).ToListAsync(Stop)).ShouldBe(years.Select(y => y.List.Id).Where(id => id != broken.Id), ignoreOrder: true);
    }

    private static ListMonth Due(RandomYear year) => new(year.List, June, ReportsDue: true, AssessmentRules.Default);

    private static async Task<RandomYear[]> MakeAsync(TestDatabase database)
    {
        var years = Enumerable.Range(1, 6).Select(seed => new RandomYear(database, seed)).ToArray();
        foreach (var year in years)
            await year.MakeAsync();
        return years;
    }

    /// <summary>Everything rated and tallied, but for keys and times.</summary>
    private static async Task<List<string>> StoredAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var rows = await db.Set<StoredAssessment>().AsNoTracking().OrderBy(a => a.IndicatorId).ToListAsync(Stop);
        var tallies = await db.Set<LightTally>().AsNoTracking().ToListAsync(Stop);
        return
        [
            .. rows.Select(a => $"{a.ListId} {a.IndicatorId} {a.UnitId} {a.Period} {a.Rated} {a.Actual} {a.OfPlan} {a.OfPromise} {a.OfOriginal} {a.Due} {a.Gap} {a.Progress} {a.Light} {a.Overdue} {a.ReasonChinese} {a.Verification} {a.RulesVersion}"),
            .. tallies.Select(t => $"{t.ListId} {t.PeriodEnd} {t.UnitId} {t.Light} {t.Progress} {t.Overdue} {t.Turn} {t.Indicators}").Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<T> DoAsync<T>(TestDatabase database, Func<AssessPeriod, Task<T>> work)
    {
        await using var scope = database.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<AssessPeriod>());
    }
}
