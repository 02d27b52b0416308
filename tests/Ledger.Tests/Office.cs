using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests;

/// <summary>A small government on a fresh database: one list, one unit with two indicators, and the people who sign.</summary>
internal sealed class Office : IAsyncDisposable
{
    public static readonly Period June = Period.OfMonth(2025, 6);

    private Office(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public required Guid Unit { get; init; }

    public Guid List { get; private set; }

    public required ActingPerson Clerk { get; init; }

    public required ActingPerson Leader { get; init; }

    public required ActingPerson Officer { get; init; }

    public static async Task<Office> OpenAsync(DatabaseKind kind)
    {
        var unit = Guid.NewGuid();
        var office = new Office(await LedgerDatabase.CreateAsync(kind))
        {
            Unit = unit,
            Clerk = LedgerDatabase.Somebody(Hand.Reporter, unit),
            Leader = LedgerDatabase.Somebody(Hand.UnitLeader, unit),
            Officer = LedgerDatabase.Somebody(Hand.Office, Guid.NewGuid()),
        };
        office.List = (await office.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2025年市办实事", Place = "海岳市", Year = 2025 }, office.Officer))).Value;
        (await office.AdoptAsync(Homes)).Value.Items.ShouldBe(1);
        return office;
    }

    public static Proposal Homes { get; } = new([new ProposedCommitment(1, "改善群众居住条件，启动改造老旧小区200个以上", Source: null,
    [
        new ProposedItem
        {
            Number = 1,
            Name = "老旧小区改造",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators =
            [
                new ProposedIndicator { Name = "老旧小区改造", Unit = new PrintedUnit("个"), Stage = Stage.Started, StageWord = "开工", Promised = 200, Bound = Bound.AtLeast, WorkingPlan = 216 },
                new ProposedIndicator { Name = "老旧小区改造", Unit = new PrintedUnit("个"), Stage = Stage.Completed, StageWord = "完工", CountsAsPromised = false },
            ],
        },
    ])]);

    public Task<Outcome<Adopted>> AdoptAsync(Proposal proposal) => DoAsync((AdoptProposal adopt) =>
        adopt.RunAsync(new Adoption(List, proposal, new Dictionary<string, Guid> { ["市住建局"] = Unit }, LedgerProcesses.Import), Officer));

    public async Task<IReadOnlyList<Indicator>> IndicatorsAsync()
    {
        await using var db = Database.Open();
        return await db.Set<Indicator>().Where(i => db.Set<Item>().Any(item => item.Id == i.ItemId && item.ListId == List)).OrderBy(i => i.Number).ToListAsync();
    }

    /// <summary>Types the started and the finished number and saves, or submits.</summary>
    public async Task<Outcome<SavedReport>> ReportAsync(string started, string? finished = null, bool submit = true, int seen = 0, string? reason = null, Period? period = null)
    {
        var indicators = await IndicatorsAsync();
        return await DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport
            {
                UnitId = Unit,
                Period = period ?? June,
                SeenVersion = seen,
                Lines = [new TypedLine(indicators[0].Id, started, reason), new TypedLine(indicators[1].Id, finished, reason)],
                Notes = [new TypedNote(indicators[0].ItemId, "全面铺开", null, null, "加快管网改造")],
                BlankReason = finished is null ? "本月没有完工的" : null,
                Submit = submit,
            },
            Clerk));
    }

    public async Task<Outcome<UnitReport>> MoveAsync(ReportAction action, ActingPerson who, string? reason = null, int? seen = null)
    {
        var report = await LatestAsync();
        return await DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, action, seen ?? report.RowVersion, reason), who));
    }

    public async Task<UnitReport> LatestAsync()
    {
        await using var db = Database.Open();
        return await db.Set<UnitReport>().OrderByDescending(r => r.PeriodEnd).ThenByDescending(r => r.Version).FirstAsync();
    }

    /// <summary>Reports and has it accepted.</summary>
    public async Task AcceptedAsync(string started, string? finished = null, Period? period = null)
    {
        (await ReportAsync(started, finished, period: period)).Refusal.ShouldBeNull();
        (await MoveAsync(ReportAction.Approve, Leader)).Refusal.ShouldBeNull();
        (await MoveAsync(ReportAction.Accept, Officer)).Refusal.ShouldBeNull();
    }

    /// <summary>Runs a handler in a request of its own.</summary>
    public async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> work)
        where THandler : notnull
    {
        await using var scope = Database.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
