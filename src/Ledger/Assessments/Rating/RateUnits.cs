using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>
/// Keeps true what was rated: when accepted values change, the ratings of the units that answer for them follow in the same transaction,
/// for that period and later ones. A period that nobody has rated yet stays unrated.
/// </summary>
internal sealed class RateUnits(LuoshiDb db, PeriodFacts facts, StripRater rater, LocalRules rules)
{
    /// <param name="unit">Whose report it is.</param>
    /// <param name="changed">Indicators with another value; a number may count in other units' lists as well.</param>
    public async Task RunAsync(Guid unit, List<Guid> changed, Period from, CancellationToken cancellation = default)
    {
        var end = from.LastDay;
        var others = await db.Set<Indicator>().Where(i => i.UnitId != unit && EF.Parameter(changed).Contains(i.Id)).Select(i => i.UnitId ?? Guid.Empty).Distinct().ToListAsync(cancellation);
        List<Guid> units = [unit, .. others];
        var rated = await db.Set<UnitRating>().Where(r => units.Contains(r.UnitId) && r.PeriodEnd >= end).Select(r => new { r.ListId, r.PeriodEnd, r.UnitId }).ToListAsync(cancellation);
        foreach (var one in rated.OrderBy(r => (r.ListId, r.UnitId, r.PeriodEnd)))
        {
            var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == one.ListId, cancellation);
            var run = await db.Set<RatingRun>().AsNoTracking().Where(r => r.ListId == one.ListId && r.PeriodEnd == one.PeriodEnd).OrderByDescending(r => r.At).FirstAsync(cancellation);
            var reported = run.ReportsDue ? await facts.ReportedAsync(run.Period, cancellation, one.UnitId) : null;
            await rater.RateAsync(new RatingTask(list, run.Period, rules.Of(list, one.PeriodEnd), reported, one.UnitId), cancellation);
        }
    }
}
