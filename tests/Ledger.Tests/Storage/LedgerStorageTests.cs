using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Linking;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Storage;

public sealed class LedgerStorageTests
{
    private static readonly DateTime Noon = new(2025, 1, 20, 4, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PromiseList List() => new() { Title = "2025年市办实事", Plan = Period.OfYear(2025), Year = 2025, Place = "海岳市" };

    [Theory, DatabaseData]
    public async Task A_promise_is_read_back_with_its_sentence_and_both_targets(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var list = List();
        var source = new SourcePlace { DocumentId = Guid.NewGuid(), Start = 10, End = 24, Sentence = "启动改造老旧小区200个以上" };
        var commitment = new Commitment { ListId = list.Id, Number = 3, Level = CommitmentLevel.Commitment, Promise = "改善群众居住条件", Source = source };
        var item = new Item { ListId = list.Id, CommitmentId = commitment.Id, Number = 5, Name = "老旧小区改造" };
        var indicator = new Indicator { ItemId = item.Id, QuantityId = Guid.NewGuid(), Name = "老旧小区改造", Stage = Stage.Started, Unit = "个" };
        var target = new Target { IndicatorId = indicator.Id, Version = 1, Promised = 200, Bound = Bound.AtLeast, WorkingPlan = 216, At = Noon, Source = source };
        await using (var db = LedgerDatabase.Open(database))
        {
            db.AddRange(list, commitment, item, indicator, target);
            await db.SaveChangesAsync(Stop);
        }

        await using var again = database.Open();
        var read = await again.Set<Target>().SingleAsync(Stop);
        read.Value.ShouldBe(new TargetValue(200, Bound.AtLeast));
        read.WorkingPlan.ShouldBe(216);
        read.Source.ShouldBe(source);
        (await again.Set<Commitment>().SingleAsync(Stop)).Source.ShouldBe(source);
        (await again.Set<Item>().SingleAsync(Stop)).Source.ShouldBeNull();
        (await again.Set<Indicator>().SingleAsync(Stop)).Stage.ShouldBe(Stage.Started);
    }

    [Fact]
    public async Task Linked_indicators_are_found_without_reading_all_of_them()
    {
        await using var database = await LedgerDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = LedgerDatabase.Open(database);
        var list = List();
        var item = new Item { ListId = list.Id, Number = 1, Name = "路灯整治" };
        db.AddRange(list, item);
        db.AddRange(Enumerable.Range(1, 200).Select(number => new Indicator { ItemId = item.Id, Number = number, QuantityId = Guid.NewGuid(), Name = "路灯", Unit = "处" }));
        await db.SaveChangesAsync(Stop);
        // What the planner then knows of a column that is nearly always empty must not lead it astray.
        await db.Database.ExecuteSqlAsync($"ANALYZE", Stop);

        await db.Database.OpenConnectionAsync(Stop);
        await using var command = LinkedFigures.CountedBy(db, [Guid.NewGuid(), Guid.NewGuid()]).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        var steps = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Stop))
        {
            while (await reader.ReadAsync(Stop))
                steps.Add(reader.GetString(3));
        }

        steps.ShouldContain(step => step.Contains("USING INDEX IX_ledger_indicators_counted_by_id", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_target_version_is_taken_once(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        await using var db = LedgerDatabase.Open(database);
        var list = List();
        var item = new Item { ListId = list.Id, Number = 1, Name = "路灯整治" };
        var indicator = new Indicator { ItemId = item.Id, QuantityId = Guid.NewGuid(), Name = "路灯", Unit = "处" };
        db.AddRange(list, item, indicator);
        db.AddRange(new Target { IndicatorId = indicator.Id, Version = 1, At = Noon }, new Target { IndicatorId = indicator.Id, Version = 1, At = Noon });

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
    }

    [Theory, DatabaseData]
    public async Task A_report_has_each_version_once(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        await using var db = LedgerDatabase.Open(database);
        var unit = Guid.NewGuid();
        var june = Period.OfMonth(2025, 6);
        db.AddRange(Report(), Report());

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));

        UnitReport Report() => new() { UnitId = unit, Period = june, PeriodEnd = june.LastDay, Version = 1, Since = Noon };
    }

    [Theory, DatabaseData]
    public async Task An_item_that_was_reported_cannot_be_deleted(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var list = List();
        var item = new Item { ListId = list.Id, Number = 1, Name = "路灯整治" };
        await using (var db = LedgerDatabase.Open(database))
        {
            db.AddRange(list, item, new Indicator { ItemId = item.Id, QuantityId = Guid.NewGuid(), Name = "路灯", Unit = "处" });
            await db.SaveChangesAsync(Stop);
        }

        await using var again = database.Open();
        await Should.ThrowAsync<Exception>(() => again.Set<Item>().Where(i => i.Id == item.Id).ExecuteDeleteAsync(Stop));
    }
}
