using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <param name="Unit">One unit's share; null for the whole list.</param>
/// <param name="Reported">Who has reported for the period; null while nothing is due.</param>
internal sealed record RatingTask(PromiseList List, Period Period, AssessmentRules Rules, IReadOnlySet<Guid>? Reported, Guid? Unit = null);

/// <param name="Indicators">Rated.</param>
/// <param name="Changed">Of these, written: the others were found as they stand.</param>
internal readonly record struct RatingCount(int Indicators, int Changed)
{
    public RatingCount And(RatingCount other) => new(Indicators + other.Indicators, Changed + other.Changed);
}

/// <summary>
/// Rates a list's units from their strips, on all cores, and writes what differs from the last time. Belongs inside a transaction that holds the list.
/// The rule itself is <see cref="Assessor"/>'s, here as everywhere.
/// </summary>
internal sealed class StripRater(LuoshiDb db, StripShelf shelf, AssessmentRows rows, LightTallies tallies, TimeProvider clock)
{
    public async Task<RatingCount> RateAsync(RatingTask task, CancellationToken cancellation = default)
    {
        var (list, end) = (task.List.Id, task.Period.LastDay);
        var strips = await shelf.OfAsync(list, task.Unit, cancellation);
        var before = await db.Set<UnitRating>().AsNoTracking().Where(r => r.ListId == list && r.PeriodEnd == end && (task.Unit == null || r.UnitId == task.Unit)).ToDictionaryAsync(r => r.UnitId, r => r.Prints, cancellation);
        var voices = await VoicesAsync(list, end, task.Unit, cancellation);
        var shares = strips.AsParallel().AsOrdered().Select(strip => Rate(task, strip, before.GetValueOrDefault(strip.Unit), voices)).ToList();
        var changed = shares.SelectMany(s => s.Changed).ToList();
        await rows.WriteAsync(new RowFrame(list, task.Period, clock.GetUtcNow().UtcDateTime), changed, cancellation);
        foreach (var share in shares.Where(s => s.IsNew))
            await StoreAsync(list, end, share, cancellation);
        if (changed.Count > 0)
            await tallies.CountAsync([.. Scopes(task, shares)], cancellation);
        return new RatingCount(shares.Sum(s => s.Count), changed.Count);
    }

    private static Share Rate(RatingTask task, OpenStrip strip, byte[]? before, ILookup<Guid, Voice> voices)
    {
        Guid? unit = strip.Unit == Guid.Empty ? null : strip.Unit;
        var missing = task.Reported is { } reported && unit is { } who && !reported.Contains(who);
        var end = task.Period.LastDay;
        var prints = new byte[strip.Records.Length * RatedIndicator.EntryLength];
        List<RatedIndicator> changed = [];
        var known = new Prints(before);
        for (var i = 0; i < strip.Records.Length; i++)
        {
            var record = strip.Records[i];
            var found = Assessor.Assess(record.On(task.List.Plan, end, missing), task.Rules);
            var level = VerificationLevels.Of(found.Known.Actual is null ? null : record.At(end) ?? found.Known.Actual, voices[record.Indicator]);
            var rated = new RatedIndicator(unit, record, found, level);
            var entry = prints.AsSpan(i * RatedIndicator.EntryLength, RatedIndicator.EntryLength);
            rated.WriteEntry(entry);
            if (!known.Holds(i, entry))
                changed.Add(rated);
        }

        return new Share(strip.Unit, strip.Records.Length, changed, prints, before is null || !prints.AsSpan().SequenceEqual(before));
    }

    /// <summary>What others than the reporters have said of the period's numbers; few numbers of many are looked at.</summary>
    private async Task<ILookup<Guid, Voice>> VoicesAsync(Guid list, DateOnly end, Guid? unit, CancellationToken cancellation)
    {
        var indicators = db.Set<Indicator>().Where(i => unit == null || i.UnitId == unit).Join(db.Set<Item>().Where(i => i.ListId == list), i => i.ItemId, i => i.Id, (indicator, _) => indicator.Id);
        var voices = await db.Set<Voice>().AsNoTracking().Where(v => v.PeriodEnd == end && v.ClearedAt == null).Join(indicators, v => v.IndicatorId, id => id, (voice, _) => voice).ToListAsync(cancellation);
        return voices.ToLookup(v => v.IndicatorId);
    }

    private async Task StoreAsync(Guid list, DateOnly end, Share share, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO ledger_unit_ratings (list_id, period_end, unit_id, prints) VALUES ({list}, {end}, {share.Unit}, {share.Prints})
        ON CONFLICT (list_id, period_end, unit_id) DO UPDATE SET prints = excluded.prints
        """,
        cancellation);

    /// <summary>A few units are counted one by one, many at once.</summary>
    private static IEnumerable<TallyScope> Scopes(RatingTask task, List<Share> shares)
    {
        var touched = shares.Where(s => s.Changed.Count > 0 && s.Unit != Guid.Empty).Select(s => s.Unit).ToList();
        var all = shares.Exists(s => s.Changed.Count > 0 && s.Unit == Guid.Empty) || touched.Count > 5;
        return all ? [new TallyScope(task.List.Id, task.Period.LastDay)] : touched.Select(u => new TallyScope(task.List.Id, task.Period.LastDay, u));
    }

    private sealed record Share(Guid Unit, int Count, List<RatedIndicator> Changed, byte[] Prints, bool IsNew);

    /// <summary>The last rating's prints; nearly always an indicator still stands where it stood.</summary>
    private readonly ref struct Prints(byte[]? before)
    {
        private readonly ReadOnlySpan<byte> entries = before;

        public bool Holds(int at, ReadOnlySpan<byte> entry)
        {
            var start = at * RatedIndicator.EntryLength;
            if (start + RatedIndicator.EntryLength <= entries.Length && entries.Slice(start, 16).SequenceEqual(entry[..16]))
                return entries.Slice(start, RatedIndicator.EntryLength).SequenceEqual(entry);
            for (start = 0; start < entries.Length; start += RatedIndicator.EntryLength)
            {
                if (entries.Slice(start, RatedIndicator.EntryLength).SequenceEqual(entry))
                    return true;
            }

            return false;
        }
    }
}
