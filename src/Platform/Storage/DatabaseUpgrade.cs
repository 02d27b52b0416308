using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Storage;

/// <summary>What an upgrade did: the migrations applied and, on SQLite, the copy made before.</summary>
public sealed record UpgradeReport(IReadOnlyList<string> Applied, string? Backup);

/// <summary>Brings the database to the model of this program before anything else uses it.</summary>
public sealed class DatabaseUpgrade(IDbContextFactory<LuoshiDb> factory, StorageOptions options, TimeProvider clock)
{
    public async Task<Outcome<UpgradeReport>> RunAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await AppliedAsync(db, cancellation);
        if (applied.Find(id => !known.Contains(id)) is { } stranger)
            return Newer(stranger);
        var pending = known.Except(applied, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (pending.Count == 0)
            return new UpgradeReport([], Backup: null);

        var backup = applied.Count > 0 && !db.IsPostgres ? Copy(pending[^1]) : null;
        await db.Database.MigrateAsync(cancellation);
        return new UpgradeReport(pending, backup);
    }

    private static async Task<List<string>> AppliedAsync(LuoshiDb db, CancellationToken cancellation) =>
        await db.Database.CanConnectAsync(cancellation) ? [.. await db.Database.GetAppliedMigrationsAsync(cancellation)] : [];

    internal string Copy(string migration)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var target = Path.Combine(options.DataFolder, $"before-{migration}-{time}.db");
        using var from = new SqliteConnection(options.SqliteConnection);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return target;
    }

    private static Refusal Newer(string migration) => new(
        "storage.unknown_version",
        $"数据库含有本程序不认识的结构版本“{migration}”，可能由另一版本的落实建立。请换用对应版本，或换一个数据目录。",
        $"The database carries the schema version '{migration}', which this program does not know; another version of Luoshi made it. Use that version, or another data folder.");
}
