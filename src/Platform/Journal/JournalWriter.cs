using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Luoshi.Platform.Journal;

/// <summary>Turns what a save is about to change into one process row with its events, in the same transaction.</summary>
internal static class JournalWriter
{
    /// <returns>The row to store with the change, or null when nothing journalled changes.</returns>
    /// <exception cref="InvalidOperationException">A journalled entity changes outside a process, or the journal itself would be edited.</exception>
    public static JournalProcess? Write(LuoshiDb db, Process? process, TimeProvider clock)
    {
        JournalProcess? row = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            if (entry.Entity is JournalProcess or JournalEvent or JournalSeal && entry.State != EntityState.Added)
                throw new InvalidOperationException("The journal is only ever added to.");
            if (Subject(entry) is not { } subject || Event(entry, subject) is not { } happened)
                continue;
            row ??= Row(process ?? throw Outside(entry), clock);
            row.Events.Add(new JournalEvent
            {
                ProcessId = row.Id,
                Ordinal = row.Events.Count,
                Subject = subject.Table,
                SubjectId = subject.Id,
                Change = happened.Change,
                Before = happened.Before,
                After = happened.After,
            });
        }

        return row;
    }

    /// <summary>The journalled thing a row belongs to; a value an entity owns in its own table is that entity's.</summary>
    private static (string Table, Guid Id)? Subject(EntityEntry entry)
    {
        var type = entry.Metadata;
        var owner = type;
        while (owner.FindOwnership() is { } ownership)
            owner = ownership.PrincipalEntityType;
        if (!typeof(Entity).IsAssignableFrom(owner.ClrType) || owner.ClrType.IsDefined(typeof(UnjournalledAttribute), inherit: false))
            return null;
        var table = owner.GetTableName() ?? owner.ShortName();
        if (owner == type)
            return (table, ((Entity)entry.Entity).Id);
        var key = type.FindOwnership()!.Properties[0];
        return ($"{table}.{type.FindOwnership()!.GetNavigation(pointsToPrincipal: false)?.Name}", (Guid)entry.Property(key.Name).CurrentValue!);
    }

    private static (JournalChange Change, string? Before, string? After)? Event(EntityEntry entry, (string Table, Guid Id) subject) => entry.State switch
    {
        EntityState.Added => (JournalChange.Added, null, JournalJson.Whole(entry, original: false)),
        EntityState.Deleted => (JournalChange.Removed, JournalJson.Whole(entry, original: true), null),
        _ => JournalJson.Changed(entry) is var (before, after) ? (JournalChange.Changed, before, after) : null,
    };

    private static JournalProcess Row(Process process, TimeProvider clock) => new()
    {
        Kind = process.Kind.Code,
        At = clock.GetUtcNow().UtcDateTime,
        AccountId = process.Actor.AccountId,
        PostId = process.Actor.PostId,
        ActorName = process.Actor.Name,
        Purpose = process.Purpose,
        Basis = process.Basis,
    };

    private static InvalidOperationException Outside(EntityEntry entry) => new(
        $"{entry.Metadata.ClrType.Name} changes outside a process. Call db.Begin(kind, actor, …) first, or mark the entity [Unjournalled(\"reason\")] when its changes are no one's decision.");
}
