using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Overview.Bulk;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Overview;

public sealed class BulkActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Proposal Trees { get; } = new([new ProposedCommitment(2, "扩大绿色空间，新增口袋公园30个", Source: null,
    [
        new ProposedItem { Number = 2, Name = "口袋公园建设", Units = [("市住建局", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "口袋公园", Unit = new PrintedUnit("个"), Promised = 30 }] },
    ])]);

    private static async Task<(Office Office, List<StoredAssessment> Rows)> RatedAsync(DatabaseKind kind)
    {
        var office = await Office.OpenAsync(kind);
        (await office.AdoptAsync(Trees)).Refusal.ShouldBeNull();
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, Office.June, reportsDue: true, AssessmentRules.Default, Actor.System("nightly"), Stop))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        var rated = await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.Rated).ToListAsync(Stop);
        rated.Count.ShouldBe(2);
        return (office, rated);
    }

    [Theory, DatabaseData]
    public async Task Rows_are_decided_one_by_one_and_the_stale_one_says_why_first(DatabaseKind kind)
    {
        var (office, rows) = await RatedAsync(kind);
        await using var _ = office;
        Pick[] picks = [new(rows[0].Id, rows[0].RowVersion, 0), new(rows[1].Id, rows[1].RowVersion + 7, 0)];

        var lines = (await office.DoAsync((BulkActions bulk) => bulk.DecideAsync(picks, Progress.Behind, Light.Alarm, "现场核查未动工", office.Officer, Stop))).Value;

        lines.Select(l => l.Refusal).ShouldBe([LedgerRefusals.Conflict, null]);
        await using var db = office.Database.Open();
        (await db.Set<StoredAssessment>().Where(a => a.DecidedLight == Light.Alarm).Select(a => a.Id).ToListAsync(Stop)).ShouldBe([rows[0].Id]);
        await TalliesHoldAsync(office);
    }

    [Theory, DatabaseData]
    public async Task Deciding_without_a_reason_is_refused_for_every_row(DatabaseKind kind)
    {
        var (office, rows) = await RatedAsync(kind);
        await using var _ = office;

        var lines = (await office.DoAsync((BulkActions bulk) => bulk.DecideAsync([.. rows.Select(r => new Pick(r.Id, r.RowVersion, 0))], Progress.Met, Light.Done, " ", office.Officer, Stop))).Value;

        lines.ShouldAllBe(l => l.Refusal!.Code == "ledger.missing");
    }

    [Theory, DatabaseData]
    public async Task Items_are_handed_to_another_unit_with_the_lights_of_the_last_month(DatabaseKind kind)
    {
        var (office, rows) = await RatedAsync(kind);
        await using var _ = office;
        var lead = (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = "市城市管理局", From = new DateOnly(2020, 1, 1) }, Actor.System("test"), cancellation: Stop))).Value;
        var picks = await PicksAsync(office, rows);

        (await AssignAsync(office, picks, lead: null, post: null)).Refusal.ShouldBe(LedgerRefusals.NothingChanged);
        var lines = (await AssignAsync(office, picks, lead, post: null)).Value;

        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(l => l.Refusal == null);
        await using var db = office.Database.Open();
        (await db.Set<ItemUnit>().Select(u => u.UnitId).ToListAsync(Stop)).ShouldAllBe(u => u == lead);
        (await db.Set<StoredAssessment>().Where(a => a.Rated).Select(a => a.UnitId).ToListAsync(Stop)).ShouldAllBe(u => u == lead);
        (await db.Set<LightTally>().Select(t => t.UnitId).Distinct().ToListAsync(Stop)).ShouldBe([lead]);
        await TalliesHoldAsync(office);
    }

    [Theory, DatabaseData]
    public async Task An_item_that_was_changed_since_it_was_picked_is_a_conflict_of_its_own_row(DatabaseKind kind)
    {
        var (office, rows) = await RatedAsync(kind);
        await using var _ = office;
        var lead = (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = "市城市管理局", From = new DateOnly(2020, 1, 1) }, Actor.System("test"), cancellation: Stop))).Value;
        var picks = await PicksAsync(office, rows);
        Guid touched;
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            var item = await db.Set<Item>().OrderBy(i => i.Number).FirstAsync(Stop);
            (touched, item.Contact) = (item.Id, "另一位督查员");
            await db.SaveChangesAsync(Stop);
        }

        var lines = (await AssignAsync(office, [.. picks], lead, post: null)).Value;

        lines.Select(l => l.Refusal).ShouldBe([LedgerRefusals.Conflict, null]);
        lines[0].Href.ShouldEndWith($"{touched}");
        await using var after = office.Database.Open();
        (await after.Set<ItemUnit>().Where(u => u.ItemId == touched).Select(u => u.UnitId).ToListAsync(Stop)).ShouldNotContain(lead);
    }

    private static async Task<Pick[]> PicksAsync(Office office, List<StoredAssessment> rows)
    {
        await using var db = office.Database.Open();
        var versions = await db.Set<Indicator>().Join(db.Set<Item>(), x => x.ItemId, i => i.Id, (x, i) => new { x.Id, i.RowVersion }).ToDictionaryAsync(i => i.Id, i => i.RowVersion, Stop);
        return [.. rows.Select(r => new Pick(r.Id, r.RowVersion, versions[r.IndicatorId]))];
    }

    private static Task<Kernel.Outcomes.Outcome<IReadOnlyList<BulkLine>>> AssignAsync(Office office, Pick[] picks, Guid? lead, Guid? post) =>
        office.DoAsync((BulkActions bulk) => bulk.AssignAsync(picks, lead, post, "职能划转", "市政府办〔2025〕12号", office.Officer, Stop));

    private static async Task TalliesHoldAsync(Office office)
    {
        await using var db = office.Database.Open();
        var counted = (await db.Set<StoredAssessment>().Where(a => a.Rated).ToListAsync(Stop)).GroupBy(a => (a.UnitId, a.Judgement.Light, a.Judgement.Progress)).ToDictionary(g => g.Key, g => g.Count());
        var tallied = (await db.Set<LightTally>().ToListAsync(Stop)).ToDictionary(t => ((Guid?)t.UnitId, t.Light, t.Progress), t => t.Indicators);
        tallied.ShouldBe(counted, ignoreOrder: true);
    }
}
