using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Acceptance;

/// <summary>A ledger made from a published card by the same steps an office takes: adopt, report, approve, accept, write, publish.</summary>
internal sealed class HalfYearLedger : IAsyncDisposable
{
    private const string Bureau = "主管部门";

    private HalfYearLedger(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public required Proposal Proposal { get; init; }

    public required Guid List { get; init; }

    private Guid Unit { get; } = Guid.NewGuid();

    private ActingPerson Officer { get; } = LedgerDatabase.Somebody(Hand.Office, Guid.NewGuid());

    public static Period Half { get; } = Period.OfHalf(2021, 1);

    public static async Task<HalfYearLedger> OpenAsync(DatabaseKind kind, Proposal read)
    {
        var database = await LedgerDatabase.CreateAsync(kind);
        var officer = LedgerDatabase.Somebody(Hand.Office, Guid.NewGuid());
        await using var scope = database.Scope();
        var list = await scope.ServiceProvider.GetRequiredService<OpenList>().RunAsync(new NewList { Title = "2021年市办实事", Place = "青岛市", Year = 2021 }, officer);
        // The document names no units; the office puts them in before it adopts.
        var assigned = new Proposal([.. read.Commitments.Select(c => c with { Items = [.. c.Items.Select(i => i with { Units = [(Bureau, UnitRole.Lead)] })] })]);
        return new HalfYearLedger(database) { Proposal = assigned, List = list.Value };
    }

    public Task<Outcome<Adopted>> AdoptAsync() => DoAsync((AdoptProposal adopt) =>
        adopt.RunAsync(new Adoption(List, Proposal, new Dictionary<string, Guid> { [Bureau] = Unit }, LedgerProcesses.Adopt), Officer));

    /// <summary>The bureau types what the document prints, indicator by indicator, and it is signed for twice.</summary>
    public async Task ReportAsync()
    {
        await using var db = Database.Open();
        var items = (await db.Set<Item>().Where(i => i.ListId == List).ToListAsync()).ToDictionary(i => i.Number);
        var indicators = (await db.Set<Indicator>().OrderBy(i => i.Number).ToListAsync()).ToLookup(i => i.ItemId);
        var lines = from item in Proposal.Items
                    from pair in indicators[items[item.Number].Id].Zip(Flat(item))
                    where pair.Second.Actual is not null
                    select new TypedLine(pair.First.Id, pair.First.Printed.Number(pair.Second.Actual ?? 0), "首次上报，已核对");
        var typed = new TypedReport { UnitId = Unit, Period = Period.OfMonth(2021, 6), SeenVersion = 0, Lines = [.. lines], Notes = [], Submit = true };
        (await DoAsync((SaveReport save) => save.RunAsync(typed, LedgerDatabase.Somebody(Hand.Reporter, Unit)))).Refusal.ShouldBeNull();
        await MoveAsync(ReportAction.Approve, LedgerDatabase.Somebody(Hand.UnitLeader, Unit));
        await MoveAsync(ReportAction.Accept, Officer);
    }

    public async Task<Card> WriteAsync()
    {
        var id = (await DoAsync((WriteCard write) => write.RunAsync(List, Half, AssessmentRules.Default, Officer))).Value;
        await using var db = Database.Open();
        return await db.Set<Card>().AsNoTracking().SingleAsync(c => c.Id == id);
    }

    public Task<Outcome<Card>> PublishAsync(Card card) => DoAsync((PublishCard publish) => publish.RunAsync(card.Id, card.RowVersion, Officer));

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>In the order adoption numbers them.</summary>
    private static IEnumerable<ProposedIndicator> Flat(ProposedItem item) => item.Indicators.SelectMany(i => i.Parts.Prepend(i));

    private async Task MoveAsync(ReportAction action, ActingPerson who)
    {
        await using var db = Database.Open();
        var report = await db.Set<UnitReport>().AsNoTracking().SingleAsync();
        (await DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, action, report.RowVersion, Reason: null), who))).Refusal.ShouldBeNull();
    }

    private async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> work)
        where THandler : notnull
    {
        await using var scope = Database.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
