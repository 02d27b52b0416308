using System.IO.Compression;
using Luoshi.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace Luoshi.Platform.Backup;

/// <summary>The whole file, by SQLite's own online backup: consistent while others write.</summary>
internal static class SqliteCopy
{
    public const string EntryName = "luoshi.db";

    public static async Task<List<BackupPart>> WriteAsync(StorageOptions options, ZipArchive archive, CancellationToken cancellation)
    {
        var copy = Path.Combine(options.DataFolder, $".backup-{Guid.CreateVersion7():N}.db");
        try
        {
            await using (var from = new SqliteConnection(options.SqliteConnection))
            await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
            {
                await from.OpenAsync(cancellation);
                await to.OpenAsync(cancellation);
                from.BackupDatabase(to);
            }

            return
            [
                await HashedEntry.WriteAsync(archive, EntryName, async entry =>
                {
                    await using var source = File.OpenRead(copy);
                    await source.CopyToAsync(entry, cancellation);
                    return null;
                }),
            ];
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public static async Task ReadAsync(StorageOptions options, ZipArchive archive, CancellationToken cancellation)
    {
        // Under another name until it is whole: a half-written file must not be taken for an installation.
        var unfinished = options.SqliteFile + ".part";
        await using (var target = new FileStream(unfinished, FileMode.Create))
        await using (var source = await archive.GetEntry(EntryName)!.OpenAsync(cancellation))
            await source.CopyToAsync(target, cancellation);
        File.Move(unfinished, options.SqliteFile);
    }
}
