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

/// <summary>What one process did to one row.</summary>
internal sealed record HistoryChange(string Subject, Guid SubjectId, JournalChange Change, IReadOnlyList<HistoryValue> Values);

/// <summary>One process with everything it did to the rows asked for.</summary>
internal sealed record HistoryStep(DateTime At, string ProcessCode, string ActorName, string? Purpose, string? Basis, bool IsSealed, IReadOnlyList<HistoryChange> Changes);

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

    /// <summary>When the thing came to be; null when nothing is journalled of it.</summary>
    public async Task<DateTime?> FirstAsync(Guid subject, CancellationToken cancellation = default) =>
        await db.Set<JournalEvent>().Where(e => e.SubjectId == subject).Join(db.Set<JournalProcess>(), e => e.ProcessId, p => p.Id, (_, p) => (DateTime?)p.At).MinAsync(cancellation);

    /// <summary>
    /// The same, process by process. Rows that were removed since are found in the processes that touched the thing: they carried its id.
    /// </summary>
    internal async Task<IReadOnlyList<HistoryStep>> StepsAsync(IReadOnlyCollection<Guid> subjects, int most = 100, CancellationToken cancellation = default)
    {
        var processes = db.Set<JournalEvent>().Where(e => subjects.Contains(e.SubjectId)).Select(e => e.ProcessId).Distinct();
        var found = await db.Set<JournalProcess>().AsNoTracking().Where(p => processes.Contains(p.Id)).OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Take(most).ToListAsync(cancellation);
        var ids = found.ConvertAll(process => process.Id);
        var events = await db.Set<JournalEvent>().AsNoTracking()
            .Where(e => ids.Contains(e.ProcessId) && (subjects.Contains(e.SubjectId) || e.Change == JournalChange.Removed)).OrderBy(e => e.Ordinal).ToListAsync(cancellation);
        var told = events.Where(e => subjects.Contains(e.SubjectId) || subjects.Any(id => e.Before?.Contains(id.ToString("D"), StringComparison.OrdinalIgnoreCase) is true)).ToLookup(e => e.ProcessId);
        return
        [
            .. found.Select(p => new HistoryStep(p.At, p.Kind, p.ActorName, p.Purpose, p.Basis, p.Batch is not null,
                [.. told[p.Id].Select(e => new HistoryChange(e.Subject, e.SubjectId, e.Change, Values(e.Before, e.After)))])),
        ];
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
