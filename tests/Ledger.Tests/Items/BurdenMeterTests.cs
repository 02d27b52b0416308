using Luoshi.Ledger.Burden;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Adding;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items;

public sealed class BurdenMeterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_meter_counts_what_the_reports_page_asks_for_from_the_month_it_is_asked(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            var late = new Indicator { ItemId = (await db.Set<Item>().FirstAsync(Stop)).Id, QuantityId = Guid.NewGuid(), Number = 3, Name = "加装电梯", Unit = "部", UnitId = office.Unit };
            db.Add(late);
            db.Add(new Target { IndicatorId = late.Id, Version = 1, At = new DateTime(2025, 5, 10, 0, 0, 0, DateTimeKind.Utc) });
            foreach (var target in await db.Set<Target>().ToListAsync(Stop))
                db.Entry(target).Property(t => t.At).CurrentValue = new DateTime(2025, 1, 20, 0, 0, 0, DateTimeKind.Utc);
            await db.SaveChangesAsync(Stop);
        }

        var unit = (await MeterAsync(office)).ShouldHaveSingleItem();

        unit.Months.Take(4).ShouldBe([3, 3, 3, 3]);
        unit.In(5).ShouldBe(4);
        unit.In(6).ShouldBe((await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop))).Fields);
        unit.Twice.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task The_first_hours_of_a_local_month_belong_to_that_month(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            foreach (var target in await db.Set<Target>().ToListAsync(Stop))
                db.Entry(target).Property(t => t.At).CurrentValue = new DateTime(2025, 4, 30, 17, 0, 0, DateTimeKind.Utc);
            await db.SaveChangesAsync(Stop);
        }

        var unit = (await MeterAsync(office)).ShouldHaveSingleItem();

        (unit.In(4), unit.In(5)).ShouldBe((0, 3));
    }

    [Theory, DatabaseData]
    public async Task The_same_indicator_in_two_items_is_asked_twice_and_adding_it_has_to_be_confirmed(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.AdoptAsync(new Proposal([new ProposedCommitment(2, "城市更新", null, [new ProposedItem { Number = 2, Name = "城市更新", Units = [("市住建局", UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "加装电梯", Unit = new PrintedUnit("部"), Promised = 10 }] }])]))).Refusal.ShouldBeNull();
        var homes = (await office.IndicatorsAsync())[0].ItemId;
        var again = new NewIndicator { ItemId = homes, Name = "加装电梯 ", Unit = new PrintedUnit("部"), Promised = 10 };

        (await office.DoAsync((AddIndicator add) => add.RunAsync(again, office.Officer, Stop))).Refusal.ShouldNotBeNull().Code.ShouldBe("indicator.asked_twice");
        (await office.DoAsync((AddIndicator add) => add.RunAsync(again with { KnownTwice = true }, office.Officer, Stop))).Refusal.ShouldBeNull();

        var twice = (await MeterAsync(office)).Single().Twice.ShouldHaveSingleItem();
        (twice.First.Number, twice.Second.Number, twice.ByLink).ShouldBe((1, 2, false));
    }

    private static Task<IReadOnlyList<UnitBurden>> MeterAsync(Office office) => office.DoAsync((BurdenMeter meter) => meter.OfAsync(2025, cancellation: Stop));
}
