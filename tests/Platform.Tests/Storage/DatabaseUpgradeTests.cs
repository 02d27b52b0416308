using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Storage;

public sealed class DatabaseUpgradeTests
{
    [Theory, DatabaseData]
    public async Task An_empty_place_becomes_a_database_and_a_second_start_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind, Platform);

        var first = await UpgradeAsync(database);
        var second = await UpgradeAsync(database);

        first.Value.Applied.Single().ShouldContain("_Initial_");
        first.Value.Backup.ShouldBeNull("there was nothing to keep");
        second.Value.Applied.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_database_of_another_version_is_left_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind, Platform);
        await UpgradeAsync(database);
        await using (var db = database.Open())
            await db.Database.ExecuteSqlRawAsync("""update "__EFMigrationsHistory" set "MigrationId" = '20990101000000_Later'""", TestContext.Current.CancellationToken);

        var outcome = await UpgradeAsync(database);

        outcome.Refusal!.Code.ShouldBe("storage.unknown_version");
        outcome.Refusal.Chinese.ShouldContain("20990101000000_Later");
    }

    [Fact]
    public async Task A_sqlite_file_is_copied_before_it_is_changed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite, Platform);
        await UpgradeAsync(database);
        // Still in the write-ahead log when the copy is made: copying the file alone would lose it.
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("create table kept (word text); insert into kept values ('实事')", TestContext.Current.CancellationToken);
        }

        var copy = database.Services.GetRequiredService<DatabaseUpgrade>().Copy("Next");

        await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select word from kept";
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("实事");
    }

    private static Task<Luoshi.Kernel.Outcomes.Outcome<UpgradeReport>> UpgradeAsync(TestDatabase database) =>
        database.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The migrations hold every module's tables and this project only knows the platform's; the full model is compared in Architecture.Tests.</summary>
    private static void Platform(IServiceCollection services, StorageOptions options) => services
        .AddPlatform(options)
        .ConfigureDbContext<LuoshiDb>(builder => builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
}
