using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Changing;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.ReportCards;

/// <summary>
/// Corrections are looked for when something of the card's own list moved, and once for each state of the ledger. Both are seen by a
/// figure that is changed where nobody could: it must not be found before somebody looks again.
/// </summary>
public sealed class CorrectionsTests
{
    private static readonly Period Half = Period.OfHalf(2025, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_list_is_not_looked_through_because_another_one_moved(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var other = await AnotherListAsync(office);
        var card = await PublishedAsync(office);
        await TamperAsync(office, 96);

        await ChangeTargetAsync(office, other, 60);
        (await CorrectionsAsync(office, card)).ShouldBeEmpty("only the other list moved");

        await ChangeTargetAsync(office, (await office.IndicatorsAsync())[0].Id, 190);
        (await CorrectionsAsync(office, card)).ShouldContain(c => c.Change.Old == "196个" && c.Change.New == "96个");
    }

    [Theory, DatabaseData]
    public async Task They_are_found_once_for_each_state_of_the_ledger_however_often_somebody_asks(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var card = await PublishedAsync(office);
        var indicator = (await office.IndicatorsAsync())[0].Id;
        await ChangeTargetAsync(office, indicator, 190);
        var found = await CorrectionsAsync(office, card);
        found.ShouldNotBeEmpty();

        await TamperAsync(office, 96);
        (await CorrectionsAsync(office, card)).ShouldBe(found, "nothing that anybody did has happened since");

        await ChangeTargetAsync(office, indicator, 180, seen: 2);
        (await CorrectionsAsync(office, card)).ShouldContain(c => c.Change.New == "96个", "a decision is another state of the ledger");
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_finds_out_and_a_refused_finding_is_tried_again()
    {
        var (shelf, card, asked) = (new CorrectionShelf(), Guid.NewGuid(), 0);
        var open = new TaskCompletionSource();
        async Task<IReadOnlyList<CardCorrection>> FindAsync()
        {
            asked++;
            await open.Task;
            return [];
        }

        var many = Enumerable.Range(0, 8).Select(_ => shelf.OfAsync(card, "1+0", FindAsync, Stop)).ToArray();
        open.SetResult();
        await Task.WhenAll(many);
        asked.ShouldBe(1);

        await Should.ThrowAsync<InvalidOperationException>(() => shelf.OfAsync(card, "1+1", () => throw new InvalidOperationException("away"), Stop));
        await shelf.OfAsync(card, "1+1", FindAsync, Stop);
        asked.ShouldBe(2);
    }

    private static async Task<Guid> PublishedAsync(Office office)
    {
        await office.AcceptedAsync("196");
        var id = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Half, AssessmentRules.Default, office.Officer, Stop))).Value;
        (await office.DoAsync((PublishCard publish) => publish.RunAsync(id, 1, office.Officer, Stop))).Refusal.ShouldBeNull();
        (await CorrectionsAsync(office, id)).ShouldBeEmpty();
        return id;
    }

    private static Task<IReadOnlyList<CardCorrection>> CorrectionsAsync(Office office, Guid id) => office.DoAsync(async (Corrections corrections) =>
    {
        await using var db = office.Database.Open();
        var card = await db.Set<Card>().AsNoTracking().SingleAsync(c => c.Id == id, Stop);
        return await corrections.OfAsync(card, await db.Set<PromiseList>().AsNoTracking().SingleAsync(l => l.Id == card.ListId, Stop), Stop);
    });

    /// <summary>Past every handler and the journal.</summary>
    private static async Task TamperAsync(Office office, decimal value)
    {
        var indicator = (await office.IndicatorsAsync())[0].Id;
        await using var db = office.Database.Open();
        (await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == indicator).ExecuteUpdateAsync(set => set.SetProperty(f => f.Value, value), Stop)).ShouldBe(1);
    }

    private static async Task ChangeTargetAsync(Office office, Guid indicator, decimal promised, int seen = 1) =>
        (await office.DoAsync((ChangeTarget change) => change.RunAsync(
            new TargetChange { IndicatorId = indicator, SeenVersion = seen, Promised = promised, Bound = Bound.AtLeast, WorkingPlan = null, From = new DateOnly(2025, 6, 1), Decision = "海政办〔2025〕20号", Reason = "片区并入" },
            office.Officer))).Refusal.ShouldBeNull();

    /// <returns>Its only indicator.</returns>
    private static async Task<Guid> AnotherListAsync(Office office)
    {
        var list = (await office.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2025年绿化任务", Place = "海岳市", Year = 2025 }, office.Officer))).Value;
        var proposal = new Proposal([new ProposedCommitment(1, "增绿", Source: null, [new ProposedItem { Number = 1, Name = "口袋公园", Units = [("市城管局", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "口袋公园", Unit = new PrintedUnit("个"), Promised = 50, Bound = Bound.AtLeast }] }])]);
        (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(list, proposal, new Dictionary<string, Guid> { ["市城管局"] = Guid.NewGuid() }, LedgerProcesses.Import), office.Officer))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        return await db.Set<Indicator>().Where(i => db.Set<Item>().Any(item => item.Id == i.ItemId && item.ListId == list)).Select(i => i.Id).SingleAsync(Stop);
    }
}
