using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>
/// Keeps strips true to the rows, in the transaction of every save, whoever saves: accepted values are entered where they belong, after
/// any other change the strip is emptied.
/// </summary>
internal static class StripKeeper
{
    public static Func<CancellationToken, Task>? Watch(LuoshiDb db)
    {
        var changed = new HashSet<Guid>();
        var left = new HashSet<Guid>();
        var values = new List<ChangedValue>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            if (entry.Entity is AcceptedFigure figure)
                values.Add(new ChangedValue(figure.IndicatorId, figure.PeriodEnd, entry.State == EntityState.Deleted ? null : figure.Value));
            else if (IndicatorOf(entry) is { } indicator)
                changed.Add(indicator);
            // The strip it leaves changes as well as the one it comes to.
            if (entry is { Entity: Indicator, State: EntityState.Modified } && entry.OriginalValues[nameof(Indicator.UnitId)] is var before)
                left.Add(before as Guid? ?? Guid.Empty);
        }

        return changed.Count == 0 && values.Count == 0 ? null : cancellation => FollowAsync(db, changed, left, values, cancellation);
    }

    private static Guid? IndicatorOf(EntityEntry entry) => entry.Entity switch
    {
        Indicator indicator => indicator.Id,
        Target target => target.IndicatorId,
        PlanEntry plan => plan.IndicatorId,
        PlanChange change => change.IndicatorId,
        IndicatorStep step => step.IndicatorId,
        _ => null,
    };

    private static async Task FollowAsync(LuoshiDb db, HashSet<Guid> changed, HashSet<Guid> left, List<ChangedValue> values, CancellationToken cancellation)
    {
        var ids = values.Select(v => v.Indicator).Concat(changed).Distinct().ToList();
        var touched = await db.Set<Indicator>().Where(i => EF.Parameter(ids).Contains(i.Id))
            .Join(db.Set<Item>(), i => i.ItemId, i => i.Id, (indicator, item) => new { indicator.Id, item.ListId, UnitId = indicator.UnitId ?? Guid.Empty })
            .ToListAsync(cancellation);
        var emptied = touched.Where(t => changed.Contains(t.Id)).Select(t => (t.ListId, t.UnitId)).Concat(touched.SelectMany(_ => left, (t, unit) => (t.ListId, UnitId: unit))).ToHashSet();
        var entered = touched.Select(t => (t.ListId, t.UnitId)).Where(key => !emptied.Contains(key)).ToHashSet();
        // In one order everywhere, so that two saves never wait for each other.
        foreach (var key in emptied.Concat(entered).Order())
        {
            if (emptied.Contains(key) || !await EnterAsync(db, key, values, cancellation))
                await EmptyAsync(db, key, cancellation);
        }
    }

    /// <returns>False when the strip is empty as it is, or does not know one of the indicators.</returns>
    private static async Task<bool> EnterAsync(LuoshiDb db, (Guid List, Guid Unit) key, List<ChangedValue> values, CancellationToken cancellation)
    {
        if (await StripShelf.StoredAsync(db, key.List, key.Unit, cancellation) is not [{ Content: { } content }] || StripFormat.Read(content) is not { } records)
            return false;
        var own = values.ToLookup(v => v.Indicator);
        for (var i = 0; i < records.Length; i++)
        {
            foreach (var value in own[records[i].Indicator])
                records[i] = records[i].With(value.PeriodEnd, value.Value);
        }

        var written = StripFormat.Write(records);
        await db.Database.ExecuteSqlAsync($"UPDATE ledger_strips SET version = version + 1, content = {written} WHERE list_id = {key.List} AND unit_id = {key.Unit}", cancellation);
        return true;
    }

    private static Task EmptyAsync(LuoshiDb db, (Guid List, Guid Unit) key, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO ledger_strips (list_id, unit_id, version, content) VALUES ({key.List}, {key.Unit}, 1, NULL)
        ON CONFLICT (list_id, unit_id) DO UPDATE SET version = ledger_strips.version + 1, content = NULL
        """,
        cancellation);

    /// <param name="Value">Null when it is taken out.</param>
    private readonly record struct ChangedValue(Guid Indicator, DateOnly PeriodEnd, decimal? Value);
}
