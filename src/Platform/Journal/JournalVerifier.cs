using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Journal;

public enum JournalFaultKind
{
    /// <summary>A stored row no longer has the values that were sealed.</summary>
    Altered,

    /// <summary>A sealed row, or a whole batch, is gone.</summary>
    Missing,

    /// <summary>A row claims a place in a sealed batch that it never had.</summary>
    Inserted,

    /// <summary>The chain from one seal to the next is broken.</summary>
    BrokenChain,

    /// <summary>The root written down elsewhere for that day is not the one stored here.</summary>
    WrongRoot,

    /// <summary>Stored content is not the one whose digest the journal keeps.</summary>
    Content,
}

public sealed record JournalFault(JournalFaultKind Kind, long Batch, int? Position, Guid? ProcessId, string Chinese, string English);

public sealed record JournalReport
{
    public required long Batches { get; init; }

    public required long Processes { get; init; }

    /// <summary>Written, but not sealed yet: normal for the last moments, and no fault.</summary>
    public required long Unsealed { get; init; }

    /// <summary>The hash of the newest seal: whoever keeps it elsewhere can later prove that nothing before it has changed.</summary>
    public required string Head { get; init; }

    public required IReadOnlyList<JournalFault> Faults { get; init; }

    public bool IsSound => Faults.Count == 0;
}

/// <summary>Recomputes the whole journal from the stored rows, one batch in memory at a time, and holds stored files against the digests it keeps.</summary>
public sealed class JournalVerifier(IDbContextFactory<LuoshiDb> factory)
{
    /// <param name="published">Day roots kept outside the database, where nobody with access to it could rewrite them.</param>
    public async Task<JournalReport> VerifyAsync(IReadOnlyDictionary<DateOnly, string>? published = null, CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var walk = new JournalWalk(published ?? new Dictionary<DateOnly, string>());
        var seals = await db.Set<JournalSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellation);
        foreach (var seal in seals)
        {
            var rows = await db.Set<JournalProcess>().AsNoTracking().Include(p => p.Events)
                .Where(p => p.Batch == seal.Number).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellation);
            walk.Take(seal, rows);
        }

        var last = seals.Count == 0 ? 0 : seals[^1].Number;
        var strangers = await db.Set<JournalProcess>().AsNoTracking()
            .Where(p => p.Batch != null && !db.Set<JournalSeal>().Any(s => s.Number == p.Batch)).Select(p => new { p.Id, p.Batch, p.Position }).ToListAsync(cancellation);
        foreach (var stranger in strangers)
            walk.Stranger(stranger.Batch!.Value, stranger.Position, stranger.Id, last);
        var unsealed = await db.Set<JournalProcess>().LongCountAsync(p => p.Batch == null, cancellation);
        var report = walk.Finish(seals, unsealed);
        return report with { Faults = [.. report.Faults, .. await new StoredDigests(db).FaultsAsync(cancellation)] };
    }
}
