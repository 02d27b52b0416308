using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Luoshi.Platform.Backup;

/// <summary>Brings a backup into an empty place, after every byte of it was checked, and upgrades it to this version.</summary>
public sealed class RestoreService(IDbContextFactory<LuoshiDb> factory, StorageOptions options, DatabaseUpgrade upgrade)
{
    public async Task<Outcome<BackupManifest>> RestoreAsync(string file, CancellationToken cancellation = default)
    {
        if (!(await CheckAsync(file, cancellation)).TryGet(out var manifest, out var refusal))
            return refusal;
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (manifest.Database != (db.IsPostgres ? "postgres" : "sqlite"))
            return BackupTexts.OtherDatabase(manifest.Database);
        if (!await IsEmptyAsync(db, cancellation))
            return BackupTexts.NotEmpty;
        if (manifest.Migrations.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
            return BackupTexts.Newer;

        Directory.CreateDirectory(options.DataFolder);
        await using var archive = await ZipFile.OpenReadAsync(file, cancellation);
        await FilesAsync(archive, manifest, cancellation);
        if (db.IsPostgres)
        {
            // The tables as they were when the backup was made; what came later is applied to the data like any upgrade.
            await db.GetService<IMigrator>().MigrateAsync(manifest.Migrations[^1], cancellation);
            await PostgresCopy.ReadAsync(db, archive, manifest, cancellation);
        }
        else
        {
            await SqliteCopy.ReadAsync(options, archive, cancellation);
        }

        return (await upgrade.RunAsync(cancellation)).TryGet(out _, out var notUpgraded) ? manifest : notUpgraded;
    }

    /// <summary>Recomputes every checksum; nothing is written anywhere.</summary>
    public static async Task<Outcome<BackupManifest>> CheckAsync(string file, CancellationToken cancellation = default)
    {
        if (!File.Exists(file))
            return BackupTexts.NotABackup;
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancellation);
            if (archive.GetEntry(BackupManifest.EntryName) is not { } list)
                return BackupTexts.NotABackup;
            await using var stream = await list.OpenAsync(cancellation);
            if (await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: cancellation) is not { Migrations.Count: > 0 } manifest)
                return BackupTexts.NotABackup;
            if (manifest.Format > BackupManifest.CurrentFormat)
                return BackupTexts.Newer;
            foreach (var part in manifest.Parts)
            {
                if (archive.GetEntry(part.Name) is not { } entry || !await IsWholeAsync(entry, part, cancellation))
                    return BackupTexts.Damaged(part.Name);
            }

            return manifest;
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or EndOfStreamException)
        {
            return BackupTexts.NotABackup;
        }
    }

    private static async Task<bool> IsWholeAsync(ZipArchiveEntry entry, BackupPart part, CancellationToken cancellation)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) == part.Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private async Task<bool> IsEmptyAsync(LuoshiDb db, CancellationToken cancellation)
    {
        if (!db.IsPostgres)
            return !File.Exists(options.SqliteFile);
        return !await db.Database.CanConnectAsync(cancellation) || !(await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
    }

    private async Task FilesAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var part in manifest.Parts.Where(part => part.Name.StartsWith("files/", StringComparison.Ordinal)))
        {
            var target = Path.GetFullPath(Path.Combine(options.DataFolder, part.Name["files/".Length..]));
            // The manifest is only a file: a name that leads out of the folder is not followed.
            if (!target.StartsWith(Path.GetFullPath(options.DataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await archive.GetEntry(part.Name)!.ExtractToFileAsync(target, overwrite: true, cancellation);
        }
    }
}
