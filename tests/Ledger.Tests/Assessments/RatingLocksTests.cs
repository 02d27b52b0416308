using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Assessments;

/// <summary>
/// Ratings and approvals that meet in the same lists and units, with numbers that count across: nobody waits for one who waits for him,
/// and what is tallied at the end is what stands there.
/// </summary>
public sealed class RatingLocksTests
{
    private const int Units = 3;
    private const int Lists = 3;
    private static readonly Period June = Period.OfMonth(2025, 6);
    private static readonly Actor Nightly = Actor.System("nightly");
    private static readonly ActingPerson Officer = LedgerDatabase.Somebody(Hand.Office, Guid.NewGuid());

    private readonly List<PromiseList> lists = [];
    private readonly List<Guid> reports = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Ratings_and_approvals_over_the_same_lists_never_wait_for_each_other(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        await MakeAsync(database);
        await RateAsync(database, "0");

        for (var round = 1; round <= 8; round++)
        {
            var work = new List<Task> { RateAsync(database, $"{round}a"), RateAsync(database, $"{round}b") };
            work.AddRange(reports.Select(report => MoveAsync(database, report, round % 2 == 1 ? ReportAction.Accept : ReportAction.Return)));
            await Task.WhenAll(work);
            await TrueAsync(database);
        }
    }

    /// <summary>Every list with new rules, so that every row is written.</summary>
    private Task RateAsync(TestDatabase database, string edition) => Task.Run(async () =>
    {
        await using var scope = database.Scope();
        var rules = AssessmentRules.Default with { Version = edition };
        (await scope.ServiceProvider.GetRequiredService<AssessPeriod>().ManyAsync([.. lists.Select(list => new ListMonth(list, June, true, rules))], Nightly, Stop)).Failed.ShouldBeEmpty();
    });

    private static Task MoveAsync(TestDatabase database, Guid id, ReportAction action) => Task.Run(async () =>
    {
        await using (var db = LedgerDatabase.Open(database))
        {
            // Back where the office has it, whatever the last round left.
            var back = await db.Set<UnitReport>().SingleAsync(r => r.Id == id, Stop);
            if (back.State == ReportState.Draft)
                (back.State, back.ReporterPerson, back.ReporterPost, back.ApproverPerson, back.ApproverPost) = (ReportState.UnitApproved, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
            await db.SaveChangesAsync(Stop);
        }

        await using var scope = database.Scope();
        var report = await scope.ServiceProvider.GetRequiredService<Platform.Storage.LuoshiDb>().Set<UnitReport>().AsNoTracking().SingleAsync(r => r.Id == id, Stop);
        (await scope.ServiceProvider.GetRequiredService<MoveReport>().RunAsync(new ReportMove(id, action, report.RowVersion, "复核"), Officer, Stop)).Refusal.ShouldBeNull();
    });

    /// <summary>Rated as the figures stand, and tallied as rated.</summary>
    private async Task TrueAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var figures = await db.Set<AcceptedFigure>().ToDictionaryAsync(f => f.IndicatorId, f => f.Value, Stop);
        var rated = await db.Set<StoredAssessment>().ToListAsync(Stop);
        rated.Count.ShouldBe(Units * Lists);
        foreach (var row in rated)
            row.Actual.ShouldBe(figures.TryGetValue(row.IndicatorId, out var value) ? value : null);
        var tallies = await db.Set<LightTally>().ToListAsync(Stop);
        tallies.ToDictionary(t => (t.ListId, t.UnitId, t.Light, t.Progress), t => t.Indicators)
            .ShouldBe(rated.GroupBy(a => (a.ListId, a.UnitId ?? default, a.Light, a.Progress)).ToDictionary(g => g.Key, g => g.Count()), ignoreOrder: true);
    }

    /// <summary>Every unit reports in every list, and each one's number counts for another unit in another list too.</summary>
    private async Task MakeAsync(TestDatabase database)
    {
        await using var db = LedgerDatabase.Open(database);
        var units = Enumerable.Range(0, Units).Select(_ => Guid.NewGuid()).ToArray();
        var made = new Indicator[Lists, Units];
        for (var l = 0; l < Lists; l++)
        {
            var list = new PromiseList { Title = $"清单{l}", Place = "海岳市", Plan = Period.OfYear(2025), Year = 2025 };
            lists.Add(list);
            db.Add(list);
            var item = new Item { ListId = list.Id, Number = 1, Name = "事项" };
            db.Add(item);
            for (var u = 0; u < Units; u++)
            {
                db.Add(made[l, u] = new Indicator { ItemId = item.Id, Number = u, QuantityId = Guid.NewGuid(), Name = $"指标{u}", Unit = "个", UnitId = units[u] });
                db.Add(new Target { IndicatorId = made[l, u].Id, Version = 1, Promised = 100, At = DateTime.UtcNow });
            }
        }

        await db.SaveChangesAsync(Stop);
        for (var u = 0; u < Units; u++)
        {
            var report = new UnitReport { UnitId = units[u], Period = June, PeriodEnd = June.LastDay, Version = 1, State = ReportState.UnitApproved, ReporterPerson = Guid.NewGuid(), ReporterPost = Guid.NewGuid(), ApproverPerson = Guid.NewGuid(), ApproverPost = Guid.NewGuid(), Since = DateTime.UtcNow };
            reports.Add(report.Id);
            db.Add(report);
            // In its own list it reports; in the next list the next unit's indicator counts by it, in the last nobody has said anything.
            db.Add(new ReportLine { ReportId = report.Id, IndicatorId = made[u, u].Id, Value = 20 + (30 * u) });
            made[(u + 1) % Lists, (u + 2) % Units].CountedById = made[u, u].Id;
        }

        await db.SaveChangesAsync(Stop);
    }
}
