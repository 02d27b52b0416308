using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.HandOvers;

/// <summary>When units merge or split, what they promised goes on in other hands.</summary>
public sealed class UnitHandOverTests
{
    private static readonly Actor Maker = Actor.System("测试");
    private static readonly DateOnly From = new(2022, 1, 1);
    private static readonly DateOnly On = new(2025, 7, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_merger_gives_the_lead_and_the_indicators_to_the_successor_who_must_sign(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (housing, planning, merged) = (await UnitAsync(office, "市住建局"), await UnitAsync(office, "市规划局"), await UnitAsync(office, "市住建规划局"));
        await AdoptAsync(office, housing, planning);

        (await WorkOfAsync(office, planning)).Select(w => w.Name).ShouldBe(["2．口袋公园建设", "3．充电桩建设"]);
        await MergeAsync(office, [housing, planning], merged);

        await using var db = office.Database.Open();
        var shares = await db.Set<ItemUnit>().Where(u => u.UnitId == merged).ToListAsync(Stop);
        shares.Count.ShouldBe(2);
        shares.ShouldAllBe(share => share.Role == UnitRole.Lead && share.SignedAt == null);
        (await db.Set<Indicator>().CountAsync(i => i.UnitId == housing || i.UnitId == planning, Stop)).ShouldBe(0);
        (await db.Set<Indicator>().CountAsync(i => i.UnitId == merged, Stop)).ShouldBe(2);
        (await WorkOfAsync(office, housing)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_split_sends_each_item_where_the_plan_says(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (housing, planning, parks, power) = (await UnitAsync(office, "市住建局"), await UnitAsync(office, "市规划局"), await UnitAsync(office, "市园林局"), await UnitAsync(office, "市能源局"));
        await AdoptAsync(office, housing, planning);
        var charging = (await WorkOfAsync(office, housing)).Single(w => w.Name.Contains("充电桩", StringComparison.Ordinal)).Id;

        await MergeAsync(office, [housing], parks, new Dictionary<Guid, Guid> { [charging] = power });

        (await WorkOfAsync(office, parks)).Select(w => w.Name).ShouldBe(["2．口袋公园建设"]);
        (await WorkOfAsync(office, power)).Select(w => w.Name).ShouldBe(["3．充电桩建设"]);
    }

    [Theory, DatabaseData]
    public async Task Work_on_a_closed_list_stays_with_the_unit_that_did_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (housing, merged) = (await UnitAsync(office, "市住建局"), await UnitAsync(office, "市住建规划局"));
        await AdoptAsync(office, housing, housing);
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            (await db.Set<PromiseList>().SingleAsync(Stop)).Closed = true;
            await db.SaveChangesAsync(Stop);
        }

        await MergeAsync(office, [housing], merged);

        await using var later = office.Database.Open();
        (await later.Set<Indicator>().CountAsync(i => i.UnitId == housing, Stop)).ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_day_years_before_the_list_or_far_ahead_is_refused_and_nothing_changes_hands(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (housing, merged) = (await UnitAsync(office, "市住建局"), await UnitAsync(office, "市住建规划局"));
        await AdoptAsync(office, housing, housing);

        var early = (await CarryOutAsync(office, [housing], merged, new DateOnly(2022, 12, 31))).ShouldNotBeNull();
        (early.Code, early.Where).ShouldBe(("org.before_work", "on"));
        early.Chinese.ShouldContain("2023-01-01");
        var far = (await CarryOutAsync(office, [housing], merged, LocalTime.Today(TimeProvider.System).AddYears(1).AddDays(1))).ShouldNotBeNull();
        (far.Code, far.Where).ShouldBe(("org.too_far_ahead", "on"));
        (await WorkOfAsync(office, housing)).Count.ShouldBe(2);

        (await CarryOutAsync(office, [housing], merged, new DateOnly(2024, 12, 1))).ShouldBeNull("a list is published before its year begins");
        (await WorkOfAsync(office, merged)).Count.ShouldBe(2);
    }

    private static async Task<Guid> UnitAsync(Office office, string name) =>
        (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, From = From }, Maker, cancellation: Stop))).Value;

    /// <summary>Two items: 住建 leads both, 规划 supports the first and is responsible for the second.</summary>
    private static async Task AdoptAsync(Office office, Guid housing, Guid planning)
    {
        var proposal = new Proposal([new ProposedCommitment(2, "建设宜居城市", Source: null, [Item(2, "口袋公园建设", UnitRole.Supporting), Item(3, "充电桩建设", UnitRole.Responsible)])]);
        var units = new Dictionary<string, Guid> { ["市住建局"] = housing, ["市规划局"] = planning };
        (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(office.List, proposal, units, LedgerProcesses.Import), office.Officer))).Refusal.ShouldBeNull();
    }

    private static ProposedItem Item(int number, string name, UnitRole second) => new()
    {
        Number = number,
        Name = name,
        Units = [("市住建局", UnitRole.Lead), ("市规划局", second)],
        Indicators = [new ProposedIndicator { Name = name, Unit = new PrintedUnit("个"), Promised = 50 }],
    };

    private static async Task MergeAsync(Office office, IReadOnlyList<Guid> ending, Guid successor, Dictionary<Guid, Guid>? work = null) =>
        (await CarryOutAsync(office, ending, successor, On, work)).ShouldBeNull();

    private static async Task<Refusal?> CarryOutAsync(Office office, IReadOnlyList<Guid> ending, Guid successor, DateOnly on, Dictionary<Guid, Guid>? work = null)
    {
        var plan = new ReorganisationPlan { Ending = ending, MainSuccessor = successor, On = on, Basis = "海编〔2025〕3号", Work = work ?? [] };
        return (await office.DoAsync((Reorganisation reorganise) => reorganise.CarryOutAsync(plan, Maker, Stop))).Refusal;
    }

    private static async Task<IReadOnlyList<OpenWork>> WorkOfAsync(Office office, Guid unit)
    {
        await using var db = office.Database.Open();
        var found = new List<OpenWork>();
        foreach (var module in office.Database.Services.GetServices<FindOpenWork>())
            found.AddRange(await module(db, unit, Stop));
        return found;
    }
}
