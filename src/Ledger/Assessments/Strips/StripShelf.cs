using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>A unit's strip, read.</summary>
internal sealed record OpenStrip(Guid Unit, IndicatorRecord[] Records);

/// <summary>Hands out the strips of a list, packing those that are empty. Belongs inside a transaction: what is handed out stays true until its end.</summary>
internal sealed class StripShelf(LuoshiDb db, RecordReader rows)
{
    /// <param name="unit">One unit's strip alone; null for all of the list.</param>
    public async Task<IReadOnlyList<OpenStrip>> OfAsync(Guid list, Guid? unit, CancellationToken cancellation = default)
    {
        // Every unit with work has its row, packed or not: the keeper makes it with the first change.
        var stored = await StoredAsync(db, list, unit, cancellation);
        var read = stored.AsParallel().AsOrdered().Select(s => s.Content is { } content && StripFormat.Read(content) is { } records ? new OpenStrip(s.UnitId, records) : null).ToArray();
        var empty = stored.Where((_, i) => read[i] is null).ToList();
        if (empty.Count == 0)
            return read!;
        var gathered = await rows.OfAsync(list, empty.ConvertAll(s => s.UnitId), cancellation);
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is not null)
                continue;
            read[i] = new OpenStrip(stored[i].UnitId, [.. gathered[stored[i].UnitId]]);
            await StoreAsync(list, read[i]!, stored[i].Version, cancellation);
        }

        return read!;
    }

    /// <summary>The rows as they are, held until the end of the transaction: nobody may change a unit's figures while its rating is written. SQLite has one writer anyway.</summary>
    public static async Task<List<UnitStrip>> StoredAsync(LuoshiDb db, Guid list, Guid? unit, CancellationToken cancellation)
    {
        var lines = (db.IsPostgres, unit) switch
        {
            (true, { } only) => db.Set<UnitStrip>().FromSql($"SELECT * FROM ledger_strips WHERE list_id = {list} AND unit_id = {only} FOR UPDATE"),
            (true, null) => db.Set<UnitStrip>().FromSql($"SELECT * FROM ledger_strips WHERE list_id = {list} ORDER BY unit_id FOR UPDATE"),
            (false, { } only) => db.Set<UnitStrip>().Where(s => s.ListId == list && s.UnitId == only),
            _ => db.Set<UnitStrip>().Where(s => s.ListId == list),
        };
        return await lines.AsNoTracking().ToListAsync(cancellation);
    }

    /// <summary>What the strips say and what the rows say, side by side; they may never differ.</summary>
    public async Task<IReadOnlyList<Guid>> CheckAsync(Guid list, CancellationToken cancellation = default)
    {
        var stored = await db.Set<UnitStrip>().AsNoTracking().Where(s => s.ListId == list && s.Content != null).ToListAsync(cancellation);
        var gathered = await rows.OfAsync(list, stored.ConvertAll(s => s.UnitId), cancellation);
        return [.. stored.Where(s => !StripFormat.Write([.. gathered[s.UnitId]]).AsSpan().SequenceEqual(s.Content)).Select(s => s.UnitId)];
    }

    /// <summary>Only where nothing has changed since the version seen; else somebody later will pack what holds then.</summary>
    private async Task StoreAsync(Guid list, OpenStrip strip, long version, CancellationToken cancellation)
    {
        var content = StripFormat.Write(strip.Records);
        await db.Database.ExecuteSqlAsync($"UPDATE ledger_strips SET content = {content} WHERE list_id = {list} AND unit_id = {strip.Unit} AND version = {version}", cancellation);
    }
}
