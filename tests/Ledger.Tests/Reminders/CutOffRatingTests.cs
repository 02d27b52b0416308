using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reminders;

/// <summary>What the night rates: every list once, again only when a report of its own units moved, and no list for another's fault.</summary>
public sealed class CutOffRatingTests
{
    private static readonly Period June = Period.OfMonth(2026, 6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Only_a_report_of_the_lists_own_units_has_it_rated_again_and_a_lock_does_not(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        await city.ReportAsync(6, "120");
        var stranger = (await city.NeighbourAsync()).Unit;
        var node = city.Node();
        await city.UntilAsync(6, 25, node);
        (await RunsAsync(city)).ShouldBe(1);

        await HandInAsync(city, stranger);
        await city.UntilAsync(6, 30, node);
        await using var db = city.Database.Open();
        (await db.Set<UnitReport>().SingleAsync(r => r.UnitId == city.Bureau, Stop)).State.ShouldBe(ReportState.Locked);
        (await RunsAsync(city)).ShouldBe(1, "another's report and a lock change no number of the list");

        (await AddListAsync(city, "区民生清单", stranger)).ShouldNotBe(Guid.Empty);
        await HandInAsync(city, city.Bureau, version: 2);
        await city.UntilAsync(7, 1, node);
        (await RunsAsync(city)).ShouldBe(2, "the list's own unit handed in a correction");
    }

    [Theory, DatabaseData]
    public async Task A_list_that_fails_is_named_and_tried_again_while_the_others_are_rated_and_told(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var broken = await AddListAsync(city, "区民生清单", (await city.NeighbourAsync()).Unit);
        await SqlAsync(city, kind == DatabaseKind.Postgres
            ? $"ALTER TABLE ledger_assessments ADD CONSTRAINT broken CHECK (list_id <> '{broken}')"
            : $"CREATE TRIGGER broken BEFORE INSERT ON ledger_assessments WHEN lower(NEW.list_id) = '{broken}' BEGIN SELECT RAISE(ABORT, 'broken'); END");
        var node = city.Node();

        await city.UntilAsync(6, 25, node);

        (await RatedAsync(city)).ShouldBe([city.List]);
        (await city.ToldAsync(city.Officer)).ShouldBe(["《2026年市办实事》6月进展：1 个单位逾期未报。"]);
        await using (var db = city.Database.Open())
            (await db.Database.SqlQuery<string>($"SELECT error AS \"Value\" FROM platform_jobs WHERE name = 'ledger.cut_off'").SingleAsync(Stop)).ShouldContain("区民生清单");

        await SqlAsync(city, kind == DatabaseKind.Postgres ? "ALTER TABLE ledger_assessments DROP CONSTRAINT broken" : "DROP TRIGGER broken");
        await city.UntilAsync(6, 26, node);

        (await RatedAsync(city)).ShouldBe([city.List, broken], ignoreOrder: true);
        (await RunsAsync(city)).ShouldBe(1, "what was rated the first time stands");
    }

    private static async Task<int> RunsAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        return await db.Set<RatingRun>().CountAsync(r => r.ListId == city.List && r.Period == June, Stop);
    }

    private static async Task<List<Guid>> RatedAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        return await db.Set<StoredAssessment>().Where(a => a.PeriodEnd == June.LastDay).Select(a => a.ListId).Distinct().ToListAsync(Stop);
    }

    private static async Task SqlAsync(ReportingCity city, string sql)
    {
        await using var db = city.Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Stop);
    }

    private static async Task<Guid> AddListAsync(ReportingCity city, string title, Guid unit)
    {
        var office = LedgerDatabase.Somebody(Hand.Office, city.Bureau);
        var list = (await city.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = title, Place = "海岳市", Year = 2026, DivisionCode = "990100" }, office, Stop))).Value;
        var proposal = new Proposal([new ProposedCommitment(1, "办好民生实事", Source: null, [new ProposedItem
        {
            Number = 1,
            Name = "新建幼儿园",
            Units = [("市教育局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = "新建幼儿园", Unit = new PrintedUnit("所"), Promised = 10 }],
        }])]);
        (await city.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(list, proposal, new Dictionary<string, Guid> { ["市教育局"] = unit }, LedgerProcesses.Import), office, Stop))).Refusal.ShouldBeNull();
        return list;
    }

    private static async Task HandInAsync(ReportingCity city, Guid unit, int version = 1)
    {
        await using var db = LedgerDatabase.Open(city.Database);
        db.Add(new UnitReport { UnitId = unit, Period = June, PeriodEnd = June.LastDay, Version = version, State = ReportState.Submitted, Since = city.Clock.GetUtcNow().UtcDateTime.AddMinutes(1) });
        await db.SaveChangesAsync(Stop);
    }
}
