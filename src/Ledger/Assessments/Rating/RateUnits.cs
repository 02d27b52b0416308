using System.Linq.Expressions;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>
/// Keeps true what was rated: when accepted values change, the ratings of the units that answer for them follow in the same transaction,
/// for that period and later ones. A period that nobody has rated yet stays unrated.
/// </summary>
internal sealed class RateUnits(LuoshiDb db, PeriodFacts facts, StripRater rater, LightTallies tallies, LocalRules rules)
{
    /// <summary>Saves a report that was accepted or taken back, the ledger's figures with it, and the ratings that rest on them, in one transaction.</summary>
    /// <param name="unit">Whose report it is: in none of its lists it is missing now, or in all.</param>
    /// <param name="changed">Indicators with another value; a number may count in other units' lists as well.</param>
    public async Task SaveAsync(Guid unit, List<Guid> changed, Period from, CancellationToken cancellation = default)
    {
        var end = from.LastDay;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var places = (await PlacesAsync(i => i.UnitId == unit || EF.Parameter(changed).Contains(i.Id), cancellation)).ToHashSet();
        await tallies.HoldAsync(places.Select(p => p.List), cancellation);
        await db.SaveChangesAsync(cancellation);
        var (lists, units) = (places.Select(p => p.List).Distinct().ToList(), places.Select(p => p.Unit).Distinct().ToList());
        var rated = await db.Set<UnitRating>().Where(r => lists.Contains(r.ListId) && units.Contains(r.UnitId) && r.PeriodEnd >= end).Select(r => new { r.ListId, r.PeriodEnd, r.UnitId }).ToListAsync(cancellation);
        foreach (var one in rated.Where(r => places.Contains(new Place(r.ListId, r.UnitId))).OrderBy(r => (r.ListId, r.UnitId, r.PeriodEnd)))
            await RateAsync(one.ListId, one.UnitId, one.PeriodEnd, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Saves a change of what the indicators are held against or count, and the ratings that rest on it, in one transaction.</summary>
    /// <param name="since">The first period with other values. Null where none changed, only words: the last rated month follows, earlier ones stay as they were judged then.</param>
    public async Task SaveAsync(IReadOnlyCollection<Guid> indicators, DateOnly? since, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ids = indicators.ToList();
        var places = await PlacesAsync(i => EF.Parameter(ids).Contains(i.Id), cancellation);
        await tallies.HoldAsync(places.Select(p => p.List), cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var (list, unit) in places.OrderBy(p => (p.List, p.Unit)))
        {
            var rated = await db.Set<UnitRating>().Where(r => r.ListId == list && r.UnitId == unit).Select(r => r.PeriodEnd).OrderBy(end => end).ToListAsync(cancellation);
            foreach (var end in since is { } from ? rated.Where(end => end >= from) : rated.TakeLast(1))
                await RateAsync(list, unit, end, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>In two steps by keys: joined in one, the planner reads all items of the database.</summary>
    private async Task<List<Place>> PlacesAsync(Expression<Func<Indicator, bool>> which, CancellationToken cancellation)
    {
        var counted = await db.Set<Indicator>().Where(which).Select(i => new { i.ItemId, Unit = i.UnitId ?? Guid.Empty }).Distinct().ToListAsync(cancellation);
        var items = counted.Select(c => c.ItemId).Distinct().ToList();
        var lists = await db.Set<Item>().Where(i => EF.Parameter(items).Contains(i.Id)).Select(i => new { i.Id, i.ListId }).ToDictionaryAsync(i => i.Id, i => i.ListId, cancellation);
        return [.. counted.Select(c => new Place(lists[c.ItemId], c.Unit)).Distinct()];
    }

    private async Task RateAsync(Guid listId, Guid unit, DateOnly end, CancellationToken cancellation)
    {
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == listId, cancellation);
        var run = await db.Set<RatingRun>().AsNoTracking().Where(r => r.ListId == listId && r.PeriodEnd == end).OrderByDescending(r => r.At).FirstAsync(cancellation);
        var reported = run.ReportsDue ? await facts.ReportedAsync(listId, run.Period, cancellation, unit) : null;
        await rater.RateAsync(new RatingTask(list, run.Period, rules.Of(list, end), reported, unit), cancellation);
    }

    /// <summary>One unit's share of a list.</summary>
    private readonly record struct Place(Guid List, Guid Unit);
}
