using System.Text.Json;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Journal;

/// <summary>One property's value before and after, as JSON; null where there was none.</summary>
public sealed record HistoryValue(string Property, string? Before, string? After);

public sealed record HistoryEntry
{
    public required DateTime At { get; init; }

    public required string ProcessCode { get; init; }

    public required string ActorName { get; init; }

    public Guid? PostId { get; init; }

    public string? Purpose { get; init; }

    public string? Basis { get; init; }

    /// <summary>The table of the row that changed.</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required IReadOnlyList<HistoryValue> Values { get; init; }

    public required bool IsSealed { get; init; }
}

/// <summary>What the history tab shows: everything that happened to one thing and the rows that belong to it, newest first.</summary>
public sealed class JournalHistory(LuoshiDb db)
{
    public async Task<IReadOnlyList<HistoryEntry>> OfAsync(IReadOnlyCollection<Guid> subjects, int most = 200, CancellationToken cancellation = default)
    {
        var found = await db.Set<JournalEvent>().AsNoTracking().Where(e => subjects.Contains(e.SubjectId))
            .Join(db.Set<JournalProcess>().AsNoTracking(), e => e.ProcessId, p => p.Id, (e, p) => new { Event = e, Process = p })
            .OrderByDescending(pair => pair.Process.At).ThenByDescending(pair => pair.Process.Id).ThenBy(pair => pair.Event.Ordinal)
            .Take(most).ToListAsync(cancellation);
        return [.. found.Select(pair => new HistoryEntry
        {
            At = pair.Process.At,
            ProcessCode = pair.Process.Kind,
            ActorName = pair.Process.ActorName,
            PostId = pair.Process.PostId,
            Purpose = pair.Process.Purpose,
            Basis = pair.Process.Basis,
            Subject = pair.Event.Subject,
            SubjectId = pair.Event.SubjectId,
            Values = Values(pair.Event.Before, pair.Event.After),
            IsSealed = pair.Process.Batch is not null,
        })];
    }

    private static List<HistoryValue> Values(string? before, string? after)
    {
        var (old, now) = (Read(before), Read(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new HistoryValue(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string> Read(string? json) => json is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText(), StringComparer.Ordinal);
}
