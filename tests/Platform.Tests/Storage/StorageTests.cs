using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Tests.Storage;

public sealed class StorageTests
{
    private static readonly DateTime Noon = new(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc);

    [Theory, DatabaseData]
    public async Task What_is_written_is_read_back(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        var sample = Samples.Made("望潮区", 18.44m);
        sample.At = Noon.AddTicks(1234567);
        await using (var db = database.OpenForWork())
        {
            db.Add(sample);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = database.Open();
        var read = await again.Set<Sample>().SingleAsync(TestContext.Current.CancellationToken);

        read.Name.ShouldBe("望潮区");
        read.Amount.ShouldBe(18.44m);
        read.Day.ShouldBe(new DateOnly(2026, 6, 30));
        read.At.ShouldBe(Noon.AddTicks(1234560), "PostgreSQL keeps microseconds, so both do");
        read.At.Kind.ShouldBe(DateTimeKind.Utc);
        read.Period.ShouldBe(Period.OfHalf(2026, 1));
        read.State.ShouldBe(SampleState.Final);
        read.RowVersion.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Decimals_compare_sort_and_sum_as_numbers(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        decimal[] amounts = [9m, 10.5m, 100m, -3m, 0.1m, 0.2m, 123456789012345.678m];
        db.AddRange(amounts.Select(amount => Samples.Made("x", amount)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var sorted = await db.Set<Sample>().OrderBy(s => s.Amount).Select(s => s.Amount).ToListAsync(TestContext.Current.CancellationToken);
        var large = await db.Set<Sample>().CountAsync(s => s.Amount > 9m, TestContext.Current.CancellationToken);
        var sum = await db.Set<Sample>().SumAsync(s => s.Amount, TestContext.Current.CancellationToken);
        var most = await db.Set<Sample>().MaxAsync(s => s.Amount, TestContext.Current.CancellationToken);
        var equal = await db.Set<Sample>().CountAsync(s => s.Amount == 10.50m, TestContext.Current.CancellationToken);

        sorted.ShouldBe(amounts.Order());
        large.ShouldBe(3);
        sum.ShouldBe(amounts.Sum());
        most.ShouldBe(123456789012345.678m);
        equal.ShouldBe(1, "10.5 and 10.50 are one number");
    }

    [Theory, DatabaseData]
    public async Task Days_and_instants_compare_in_order(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        foreach (var days in (int[])[0, 40, -1])
        {
            var sample = Samples.Made("x", 1);
            (sample.Day, sample.At) = (new DateOnly(2026, 6, 30).AddDays(days), Noon.AddDays(days).AddMilliseconds(days));
            db.Add(sample);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await db.Set<Sample>().CountAsync(s => s.Day >= new DateOnly(2026, 6, 30), TestContext.Current.CancellationToken)).ShouldBe(2);
        (await db.Set<Sample>().CountAsync(s => s.At > Noon, TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.Set<Sample>().OrderBy(s => s.At).Select(s => s.At).FirstAsync(TestContext.Current.CancellationToken)).ShouldBe(Noon.AddDays(-1).AddMilliseconds(-1));
    }

    [Theory, DatabaseData]
    public async Task The_second_of_two_editors_is_told(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        var sample = Samples.Made("x", 1);
        await using (var db = database.OpenForWork())
        {
            db.Add(sample);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var first = database.OpenForWork();
        await using var second = database.OpenForWork();
        var mine = await first.Set<Sample>().SingleAsync(TestContext.Current.CancellationToken);
        var theirs = await second.Set<Sample>().SingleAsync(TestContext.Current.CancellationToken);
        mine.Amount = 2;
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        theirs.Amount = 3;

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
        mine.RowVersion.ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_form_opened_before_another_persons_change_is_refused_though_the_row_was_just_loaded(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 1);
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var seen = sample.RowVersion;
        sample.Amount = 2;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var later = database.OpenForWork();
        var loaded = await later.Set<Sample>().SingleAsync(TestContext.Current.CancellationToken);
        later.Expect(loaded, seen);
        loaded.Amount = 3;

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => later.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, DatabaseData]
    public async Task A_row_cannot_point_at_nothing(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        db.Add(new SamplePart { SampleId = Guid.CreateVersion7() });

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, DatabaseData]
    public async Task A_local_time_is_refused_before_it_reaches_the_database(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 1);
        sample.At = new DateTime(2026, 6, 30, 12, 0, 0, DateTimeKind.Local);
        db.Add(sample);

        await Should.ThrowAsync<Exception>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sqlite_keeps_an_acknowledged_write_through_power_loss()
    {
        await using var database = await SampleDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.OpenForWork();

        (await PragmaAsync(db, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync(db, "synchronous")).ShouldBe("2");
        (await PragmaAsync(db, "foreign_keys")).ShouldBe("1");
        (await PragmaAsync(db, "busy_timeout")).ShouldBe("30000");
    }

    [Theory]
    [InlineData("RowVersion", "row_version")]
    [InlineData("Id", "id")]
    [InlineData("QRCode", "qr_code")]
    [InlineData("LeadOfficialPostId", "lead_official_post_id")]
    [InlineData("Amount_Unit", "amount_unit")]
    public void Columns_are_written_in_snake_case(string property, string column) => Conventions.Snake(property).ShouldBe(column);

    private static async Task<string?> PragmaAsync(LuoshiDb db, string name)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
    }
}
