using System.IO.Compression;
using System.Text.Json;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Backup;

/// <summary>
/// One file with everything: the database as it was at one moment, attachments included, and the installation's own rules and
/// calendar. Made while people work; nobody waits for it.
/// </summary>
public sealed class BackupService(IDbContextFactory<LuoshiDb> factory, StorageOptions options, TimeProvider clock)
{
    /// <summary>The installation's own small files; keys, passwords of mail servers and the like stay in settings.json, which is not copied.</summary>
    internal static readonly string[] OwnFiles = ["calendar.json", "rulepacks"];

    public async Task<Outcome<BackupReport>> BackupAsync(string file, CancellationToken cancellation = default)
    {
        if (File.Exists(file))
            return BackupTexts.Exists(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var unfinished = file + ".part";
        try
        {
            var manifest = await WriteAsync(unfinished, cancellation);
            File.Move(unfinished, file);
            return new BackupReport(file, new FileInfo(file).Length, manifest);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> WriteAsync(string file, CancellationToken cancellation)
    {
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var migrations = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var parts = db.IsPostgres ? await PostgresCopy.WriteAsync(db, archive, cancellation) : await SqliteCopy.WriteAsync(options, archive, cancellation);
        foreach (var own in Own())
        {
            parts.Add(await HashedEntry.WriteAsync(archive, "files/" + Path.GetRelativePath(options.DataFolder, own).Replace('\\', '/'), async entry =>
            {
                await using var source = File.OpenRead(own);
                await source.CopyToAsync(entry, cancellation);
                return null;
            }));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Database = db.IsPostgres ? "postgres" : "sqlite",
            Migrations = migrations,
            Parts = parts,
        };
        // Last, so that an archive that was cut off has none.
        await using var list = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(list, manifest, cancellationToken: cancellation);
        return manifest;
    }

    private IEnumerable<string> Own() => OwnFiles.Select(name => Path.Combine(options.DataFolder, name))
        .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json") : File.Exists(path) ? [path] : []);
}
