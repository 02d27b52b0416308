using System.Data;
using System.IO.Compression;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Luoshi.Platform.Backup;

/// <summary>Every table by COPY, all from one snapshot.</summary>
internal static class PostgresCopy
{
    private const string Prefix = "tables/";

    public static async Task<List<BackupPart>> WriteAsync(LuoshiDb db, ZipArchive archive, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var parts = new List<BackupPart>();
        foreach (var table in Tables(db))
            parts.Add(await HashedEntry.WriteAsync(archive, $"{Prefix}{table.Name}.copy", entry => CopyOutAsync(connection, table, entry, cancellation)));
        return parts;
    }

    public static async Task ReadAsync(LuoshiDb db, ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var held = manifest.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        // The order in which tables refer to one another; a table the backup does not have came with a later version and stays empty.
        foreach (var table in Tables(db).Where(table => held.Contains($"{Prefix}{table.Name}.copy")))
        {
            await using var source = await archive.GetEntry($"{Prefix}{table.Name}.copy")!.OpenAsync(cancellation);
            var columns = await HeaderAsync(source, cancellation);
            await using var target = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancellation);
            await source.CopyToAsync(target, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<long?> CopyOutAsync(NpgsqlConnection connection, Table table, Stream entry, CancellationToken cancellation)
    {
        // The columns stand before the rows, so that a later version with more columns can still read them.
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(columns + "\n"), cancellation);
        await using (var source = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({columns}) TO STDOUT (FORMAT BINARY)", cancellation))
            await source.CopyToAsync(entry, cancellation);
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM \"{table.Name}\"", connection);
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<string> HeaderAsync(Stream source, CancellationToken cancellation)
    {
        var (line, one) = (new List<byte>(), new byte[1]);
        while (await source.ReadAsync(one, cancellation) == 1 && one[0] != (byte)'\n')
            line.Add(one[0]);
        return System.Text.Encoding.UTF8.GetString([.. line]);
    }

    /// <summary>Tables of the model, those referred to before those that refer.</summary>
    private static List<Table> Tables(LuoshiDb db)
    {
        var all = db.Model.GetRelationalModel().Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var (ordered, seen) = (new List<Table>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in all.Keys.Order(StringComparer.Ordinal))
            Visit(all[name]);
        return ordered;

        void Visit(ITable table)
        {
            if (!seen.Add(table.Name))
                return;
            foreach (var reference in table.ForeignKeyConstraints)
                Visit(reference.PrincipalTable);
            ordered.Add(new Table(table.Name, [.. table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal)]));
        }
    }

    private sealed record Table(string Name, IReadOnlyList<string> Columns);
}
