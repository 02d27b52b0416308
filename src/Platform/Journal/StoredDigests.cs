using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Luoshi.Platform.Journal;

/// <summary>Holds stored content of which the journal keeps the digest against what was written down when it was stored.</summary>
internal sealed class StoredDigests(LuoshiDb db)
{
    private const string Mark = "sha256:";

    public static bool IsDigested(IProperty property) => property.PropertyInfo?.IsDefined(typeof(JournalDigestAttribute), inherit: true) is true;

    public static string Of(object content) => Mark + Convert.ToHexStringLower(SHA256.HashData(content as byte[] ?? Encoding.UTF8.GetBytes((string)content)));

    public async Task<List<JournalFault>> FaultsAsync(CancellationToken cancellation)
    {
        var faults = new List<JournalFault>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            if (type.GetProperties().Where(IsDigested).ToArray() is { Length: > 0 } digested)
                await TableAsync(type.GetTableName()!, digested, faults, cancellation);
        }

        return faults;
    }

    private async Task TableAsync(string table, IProperty[] digested, List<JournalFault> faults, CancellationToken cancellation)
    {
        var known = await KnownAsync(table, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // Row by row: files of many years do not lie in memory together.
        command.CommandText = $"SELECT id, {string.Join(", ", digested.Select(p => $"\"{p.GetColumnName()}\""))} FROM {table} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (!known.Remove(id, out var row) || row.Process is not { } process)
            {
                faults.Add(Fault(JournalFaultKind.Inserted, row?.Process, $"{table} {id} 不是经过程写入的", $"{table} {id} was not stored by any process"));
                continue;
            }

            for (var i = 0; i < digested.Length; i++)
            {
                // What was stored before digests were kept has none to be held against.
                if (row.Digests.TryGetValue(digested[i].Name, out var digest) && digest != (await reader.IsDBNullAsync(i + 1, cancellation) ? null : Of(reader.GetValue(i + 1))))
                    faults.Add(Fault(JournalFaultKind.Content, process, $"{table} {id} 的 {digested[i].Name} 与过程记录中的校验值不符", $"{digested[i].Name} of {table} {id} is not what the journal says was stored"));
            }
        }

        foreach (var (id, row) in known.Where(k => k.Value.Process is not null))
            faults.Add(Fault(JournalFaultKind.Missing, row.Process, $"{table} {id} 未经过程即被删去", $"{table} {id} is gone, and no process removed it"));
    }

    private async Task<Dictionary<Guid, Known>> KnownAsync(string table, CancellationToken cancellation)
    {
        var known = new Dictionary<Guid, Known>();
        var events = db.Set<JournalEvent>().AsNoTracking().Where(e => e.Subject == table)
            .Join(db.Set<JournalProcess>(), e => e.ProcessId, p => p.Id, (e, p) => new { Event = e, p.At })
            .OrderBy(e => e.At).ThenBy(e => e.Event.ProcessId).ThenBy(e => e.Event.Ordinal).Select(e => e.Event);
        await foreach (var one in events.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!known.TryGetValue(one.SubjectId, out var row))
                known.Add(one.SubjectId, row = new Known());
            row.Process = one.Change == JournalChange.Removed ? null : one.ProcessId;
            if (one.After is null)
                continue;
            using var after = JsonDocument.Parse(one.After);
            foreach (var value in after.RootElement.EnumerateObject().Where(v => v.Value.ValueKind == JsonValueKind.String))
            {
                if (value.Value.GetString() is { } text && text.StartsWith(Mark, StringComparison.Ordinal))
                    row.Digests[value.Name] = text;
            }
        }

        return known;
    }

    private static JournalFault Fault(JournalFaultKind kind, Guid? process, string chinese, string english) => new(kind, Batch: 0, Position: null, process, chinese, english);

    private sealed class Known
    {
        /// <summary>The last process that wrote the row; null once it was removed.</summary>
        public Guid? Process { get; set; }

        public Dictionary<string, string?> Digests { get; } = new(StringComparer.Ordinal);
    }
}
