using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Adding;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items;

public sealed class AddByHandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task An_item_goes_behind_the_others_with_a_promise_of_its_own(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var added = await AddAsync(office, new NewItem { ListId = office.List, NewPromise = "实施全域绿化，新建口袋公园30个", Name = "口袋公园", Deadline = new DateOnly(2025, 11, 30) });

        await using var db = office.Database.Open();
        var item = await db.Set<Item>().SingleAsync(i => i.Id == added.Value, Stop);
        var promise = await db.Set<Commitment>().SingleAsync(c => c.Id == item.CommitmentId, Stop);
        (item.Number, item.Status, promise.Number, promise.Promise).ShouldBe((2, ItemStatus.Selected, 2, "实施全域绿化，新建口袋公园30个"));
        (await HistoryAsync(office, item.Id)).ShouldBe(["ledger.add_item"]);
    }

    [Theory, DatabaseData]
    public async Task An_indicator_is_reported_by_the_items_unit_and_keeps_its_target_in_base_units(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = (await office.IndicatorsAsync())[0].ItemId;

        var added = await AddAsync(office, new NewIndicator { ItemId = item, Name = "惠及居民", Unit = new PrintedUnit("人", 10_000), Promised = 184_400, Bound = Bound.AtLeast });

        var indicator = (await office.IndicatorsAsync()).Single(i => i.Id == added.Value);
        (indicator.Number, indicator.Kind, indicator.UnitId).ShouldBe((3, IndicatorKind.Quantity, office.Unit));
        await using var db = office.Database.Open();
        var target = await db.Set<Target>().SingleAsync(t => t.IndicatorId == indicator.Id, Stop);
        (target.Version, target.Value?.Print(indicator.Printed)).ShouldBe((1, new TargetValue(184_400, Bound.AtLeast).Print(indicator.Printed)));
        (await HistoryAsync(office, indicator.Id)).ShouldBe(["ledger.add_indicator"]);
    }

    [Theory, DatabaseData]
    public async Task What_is_incomplete_or_twice_is_refused_at_its_field(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = (await office.IndicatorsAsync())[0].ItemId;
        var wanted = new NewIndicator { ItemId = item, Name = "惠及居民", Unit = new PrintedUnit("人") };
        (await AddAsync(office, wanted)).Refusal.ShouldBeNull();

        (await AddAsync(office, wanted)).Refusal.ShouldNotBeNull().Where.ShouldBe("name");
        (await AddAsync(office, wanted with { Name = " " })).Refusal.ShouldNotBeNull().Where.ShouldBe("name");
        (await AddAsync(office, wanted with { Name = "惠及老人", Unit = default(PrintedUnit) with { Unit = "" } })).Refusal.ShouldNotBeNull().Where.ShouldBe("unit");
        (await AddAsync(office, new NewItem { ListId = office.List, Name = "" })).Refusal.ShouldNotBeNull().Where.ShouldBe("name");
        (await AddAsync(office, new NewItem { ListId = office.List, Name = "口袋公园", CommitmentId = Guid.NewGuid() })).Refusal.ShouldBe(LedgerRefusals.NotFound);
        (await AddAsync(office, new NewItem { ListId = Guid.NewGuid(), Name = "口袋公园" })).Refusal.ShouldBe(LedgerRefusals.NotFound);
    }

    [Theory, DatabaseData]
    public async Task A_unit_adds_nothing(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = (await office.IndicatorsAsync())[0].ItemId;

        (await office.DoAsync((AddItem add) => add.RunAsync(new NewItem { ListId = office.List, Name = "口袋公园" }, office.Leader, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await office.DoAsync((AddIndicator add) => add.RunAsync(new NewIndicator { ItemId = item, Name = "惠及居民", Unit = new PrintedUnit("人") }, office.Clerk, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
    }

    private static Task<Outcome<Guid>> AddAsync(Office office, NewItem item) => office.DoAsync((AddItem add) => add.RunAsync(item, office.Officer, Stop));

    private static Task<Outcome<Guid>> AddAsync(Office office, NewIndicator indicator) => office.DoAsync((AddIndicator add) => add.RunAsync(indicator, office.Officer, Stop));

    private static async Task<IEnumerable<string>> HistoryAsync(Office office, Guid subject) =>
        (await office.DoAsync((JournalHistory journal) => journal.OfAsync([subject], cancellation: Stop))).Select(h => h.ProcessCode);
}
