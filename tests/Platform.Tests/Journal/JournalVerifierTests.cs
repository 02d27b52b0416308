using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Tests.Storage;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Journal;

public sealed class JournalVerifierTests
{
    private const int BatchSize = 6;

    [Theory, DatabaseData]
    public async Task An_untouched_journal_is_sound(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        var report = await VerifyAsync(database);

        report.Faults.ShouldBeEmpty();
        report.Batches.ShouldBe(3);
        report.Processes.ShouldBe(BatchSize + 3);
        report.Unsealed.ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task What_waits_for_its_seal_is_no_fault(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await WorkAsync(database, 2);

        var report = await VerifyAsync(database);

        report.IsSound.ShouldBeTrue();
        report.Unsealed.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Any_hand_in_the_tables_is_found(DatabaseKind kind, string attack, JournalFaultKind expected)
    {
        if (kind == DatabaseKind.Postgres && TestDatabase.Server is null)
            Assert.Skip("LUOSHI_TEST_POSTGRES names no PostgreSQL server");
        await using var database = await FilledAsync(kind);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(attack.Replace("{", "{{").Replace("}", "}}"), TestContext.Current.CancellationToken);
        }

        var report = await VerifyAsync(database);

        report.Faults.ShouldContain(fault => fault.Kind == expected, attack);
    }

    public static TheoryData<DatabaseKind, string, JournalFaultKind> Attacks()
    {
        var data = new TheoryData<DatabaseKind, string, JournalFaultKind>();
        const string first = "(select id from platform_journal_processes where batch = 1 and \"position\" = 3)";
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            data.Add(kind, "update platform_journal_processes set purpose = 'other' where batch = 2 and \"position\" = 1", JournalFaultKind.Altered);
            data.Add(kind, "update platform_journal_processes set actor_name = 'other' where batch = 1 and \"position\" = 5", JournalFaultKind.Altered);
            data.Add(kind, "update platform_journal_processes set basis = null where batch = 1 and \"position\" = 5", JournalFaultKind.Altered);
            data.Add(kind, $"update platform_journal_events set after = '{{\"Amount\":1}}' where process_id = {first}", JournalFaultKind.Altered);
            data.Add(kind, $"delete from platform_journal_events where process_id = {first}", JournalFaultKind.Altered);
            data.Add(kind, $"insert into platform_journal_events (id, process_id, ordinal, subject, subject_id, change) select {NewId(kind)}, process_id, 9, subject, subject_id, 'Removed' from platform_journal_events where process_id = {first}", JournalFaultKind.Altered);
            data.Add(kind, $"delete from platform_journal_events where process_id = {first}; delete from platform_journal_processes where batch = 1 and \"position\" = 3", JournalFaultKind.Missing);
            data.Add(kind, $"insert into platform_journal_processes (id, kind, at, actor_name, batch, \"position\", hash) select {NewId(kind)}, kind, at, actor_name, batch, \"position\", hash from platform_journal_processes where batch = 1 and \"position\" = 3", JournalFaultKind.Inserted);
            data.Add(kind, $"insert into platform_journal_processes (id, kind, at, actor_name, batch, \"position\", hash) select {NewId(kind)}, kind, at, actor_name, batch, 4711, hash from platform_journal_processes where batch = 1 and \"position\" = 3", JournalFaultKind.Inserted);
            data.Add(kind, "update platform_journal_processes set batch = 99 where batch = 1 and \"position\" = 3", JournalFaultKind.Inserted);
            data.Add(kind, "delete from platform_journal_seals where number = 2", JournalFaultKind.Missing);
            data.Add(kind, "delete from platform_journal_seals where number = 2", JournalFaultKind.BrokenChain);
            data.Add(kind, "update platform_journal_seals set sealed_at = '2026-01-01 00:00:00' where number = 2", JournalFaultKind.Altered);
            data.Add(kind, "update platform_journal_seals set hash = previous where number = 2", JournalFaultKind.BrokenChain);
        }

        return data;
    }

    [Theory, DatabaseData]
    public async Task A_chain_forged_from_end_to_end_is_betrayed_by_the_published_root(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var published = await RootsAsync(database);
        await using (var db = database.Open())
        {
            // The strongest forger: changes a row, drops every seal and lets the program seal it all anew.
            await db.Database.ExecuteSqlRawAsync(
                """
                update platform_journal_processes set purpose = 'other' where batch = 1 and "position" = 1;
                delete from platform_journal_seals;
                update platform_journal_processes set batch = null, "position" = null, hash = null;
                """,
                TestContext.Current.CancellationToken);
        }

        await SealAsync(database);

        (await VerifyAsync(database)).IsSound.ShouldBeTrue("nothing inside the database can tell");
        var against = await database.Services.GetRequiredService<JournalVerifier>().VerifyAsync(published, TestContext.Current.CancellationToken);
        against.Faults.ShouldContain(fault => fault.Kind == JournalFaultKind.WrongRoot);
    }

    [Theory, DatabaseData]
    public async Task A_cut_off_end_is_betrayed_by_the_published_root(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var published = await RootsAsync(database);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                delete from platform_journal_events where process_id in (select id from platform_journal_processes where batch = 3);
                delete from platform_journal_processes where batch = 3;
                delete from platform_journal_seals where number = 3;
                """,
                TestContext.Current.CancellationToken);
        }

        var report = await database.Services.GetRequiredService<JournalVerifier>().VerifyAsync(published, TestContext.Current.CancellationToken);

        report.Faults.ShouldContain(fault => fault.Kind == JournalFaultKind.WrongRoot);
    }

    [Theory, DatabaseData]
    public async Task Nodes_that_seal_at_the_same_time_make_one_chain(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await WorkAsync(database, 30);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SealAsync(database))));
        await SealAsync(database);

        var report = await VerifyAsync(database);
        report.Faults.ShouldBeEmpty();
        report.Unsealed.ShouldBe(0);
        report.Processes.ShouldBe(30);
    }

    [Theory, DatabaseData]
    public async Task A_days_root_is_its_last_seal_in_local_time(DatabaseKind kind)
    {
        var clock = new FakeClock(new DateTime(2026, 6, 30, 15, 59, 0, DateTimeKind.Utc));
        await using var database = await SampleDatabase.CreateAsync(kind, clock);
        await WorkAsync(database, 1);
        await SealAsync(database);
        clock.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync(database, 1);
        await SealAsync(database);

        var roots = await RootsAsync(database);

        roots.Keys.Order().ShouldBe([new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)]);
        roots[new DateOnly(2026, 7, 1)].ShouldBe((await VerifyAsync(database)).Head);
    }

    /// <summary>Three batches: one full, the rest in a second, and a third of its own.</summary>
    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await SampleDatabase.CreateAsync(kind);
        await WorkAsync(database, BatchSize + 1);
        await SealAsync(database);
        await WorkAsync(database, 2);
        await SealAsync(database);
        return database;
    }

    private static async Task WorkAsync(TestDatabase database, int times)
    {
        await using var db = database.OpenForWork();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < times; i++)
        {
            db.Add(Samples.Made("x", i));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static Task SealAsync(TestDatabase database) =>
        new JournalSealer(database.Services.GetRequiredService<IDbContextFactory<LuoshiDb>>(), database.Services.GetRequiredService<TimeProvider>()) { BatchSize = BatchSize }
            .SealAllAsync(TestContext.Current.CancellationToken);

    private static Task<JournalReport> VerifyAsync(TestDatabase database) =>
        database.Services.GetRequiredService<JournalVerifier>().VerifyAsync(cancellation: TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyDictionary<DateOnly, string>> RootsAsync(TestDatabase database)
    {
        await using var scope = database.Scope();
        var days = await scope.ServiceProvider.GetRequiredService<JournalDays>().NewestAsync(10, TestContext.Current.CancellationToken);
        return days.ToDictionary(day => day.Day, day => day.Root);
    }

    private static string NewId(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "'01900000-0000-7000-8000-000000000001'" : "gen_random_uuid()";
}
