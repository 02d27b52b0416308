using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Linking;

/// <summary>
/// Lets an accepted number count for every indicator that is counted by its own. The rows follow from the one report; nothing is
/// typed twice, and a correction reaches all of them in the same transaction.
/// </summary>
internal sealed class LinkedFigures(LuoshiDb db)
{
    /// <summary>After a report was accepted or taken back: brings its period up to date wherever its numbers count.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Guid> indicators, DateOnly periodEnd, CancellationToken cancellation = default)
    {
        if (indicators.Count == 0)
            return;
        var counted = await CountedBy(db, [.. indicators]).Select(i => new { i.Id, i.CountedById }).ToListAsync(cancellation);
        foreach (var one in counted)
        {
            var from = Known(one.CountedById ?? default, periodEnd) ?? await FindAsync(one.CountedById ?? default, periodEnd, cancellation);
            await SetAsync(one.Id, periodEnd, from, cancellation);
        }

        // A province's task may be counted by the city's, and a county's by the province's.
        await FollowAsync([.. counted.Select(one => one.Id)], periodEnd, cancellation);
    }

    /// <summary>After a report was taken back: where a unit's own number stood instead of the linked one, the linked one counts now.</summary>
    public async Task FallBackAsync(IReadOnlyCollection<Guid> indicators, DateOnly periodEnd, CancellationToken cancellation = default)
    {
        var ids = indicators.ToList();
        foreach (var one in await db.Set<Indicator>().AsNoTracking().Where(i => i.CountedById != null && EF.Parameter(ids).Contains(i.Id)).Select(i => new { i.Id, By = i.CountedById!.Value }).ToListAsync(cancellation))
            await SetAsync(one.Id, periodEnd, Known(one.By, periodEnd) ?? await FindAsync(one.By, periodEnd, cancellation), cancellation);
    }

    /// <summary>Indicators that count by these. Without a null in the question the index of the linked ones alone answers it.</summary>
    public static IQueryable<Indicator> CountedBy(LuoshiDb db, List<Guid> indicators) =>
        db.Set<Indicator>().AsNoTracking().Where(i => i.CountedById != null && EF.Parameter(indicators).Contains(i.CountedById.Value));

    /// <summary>When a link is made: everything accepted so far counts there too, unless the item has numbers of its own.</summary>
    /// <returns>Every indicator that may have got a number: the one linked, and those that are counted by it in turn.</returns>
    public async Task<IReadOnlyList<Guid>> CatchUpAsync(Guid counted, Guid counts, CancellationToken cancellation)
    {
        var own = await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == counts).Select(f => f.PeriodEnd).ToListAsync(cancellation);
        foreach (var figure in await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.IndicatorId == counted).ToListAsync(cancellation))
        {
            if (!own.Contains(figure.PeriodEnd))
                db.Add(Copy(figure, counts));
        }

        List<Guid> touched = [counts];
        foreach (var next in await CountedByAsync(counts, cancellation))
            touched.AddRange(await CatchUpAsync(counted, next.Id, cancellation));
        return touched;
    }

    /// <summary>When a link is taken back: rows that rest on a report that never named this indicator go.</summary>
    /// <returns>Every indicator that may have lost a number.</returns>
    public async Task<IReadOnlyList<Guid>> ForgetAsync(Indicator counts, CancellationToken cancellation)
    {
        var id = counts.Id;
        var own = await db.Set<ReportLine>().Where(l => l.IndicatorId == id).Select(l => l.ReportId).ToListAsync(cancellation);
        var gone = await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == id && !own.Contains(f.ReportId)).ToListAsync(cancellation);
        db.RemoveRange(gone);
        List<Guid> touched = [id];
        var reports = gone.ConvertAll(f => f.ReportId);
        for (var at = 0; at < touched.Count; at++)
        {
            foreach (var next in await CountedByAsync(touched[at], cancellation))
            {
                touched.Add(next.Id);
                db.RemoveRange(await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == next.Id && reports.Contains(f.ReportId)).ToListAsync(cancellation));
            }
        }

        return touched;
    }

    private Task<List<Indicator>> CountedByAsync(Guid indicator, CancellationToken cancellation) =>
        db.Set<Indicator>().AsNoTracking().Where(i => i.CountedById == indicator).ToListAsync(cancellation);

    private async Task SetAsync(Guid counts, DateOnly periodEnd, AcceptedFigure? from, CancellationToken cancellation)
    {
        var own = await db.Set<AcceptedFigure>().FirstOrDefaultAsync(f => f.IndicatorId == counts && f.PeriodEnd == periodEnd, cancellation);
        // What its own unit reported and the office accepted stands, whatever comes through the link.
        if (own is not null && db.Entry(own).State != EntityState.Deleted && await db.Set<ReportLine>().AnyAsync(l => l.ReportId == own.ReportId && l.IndicatorId == counts, cancellation))
            return;
        if (from is null)
        {
            if (own is not null)
                db.Remove(own);
        }
        else if (own is null)
        {
            db.Add(Copy(from, counts));
        }
        else
        {
            // Taken back with its report a moment ago, while an earlier version still stands.
            if (db.Entry(own).State == EntityState.Deleted)
                db.Entry(own).State = EntityState.Modified;
            (own.Value, own.ReportId) = (from.Value, from.ReportId);
        }
    }

    /// <summary>As this transaction leaves it.</summary>
    private AcceptedFigure? Known(Guid indicator, DateOnly periodEnd) =>
        db.ChangeTracker.Entries<AcceptedFigure>().FirstOrDefault(e => e.State is not (EntityState.Deleted or EntityState.Detached) && e.Entity.IndicatorId == indicator && e.Entity.PeriodEnd == periodEnd)?.Entity;

    private async Task<AcceptedFigure?> FindAsync(Guid indicator, DateOnly periodEnd, CancellationToken cancellation)
    {
        var gone = db.ChangeTracker.Entries<AcceptedFigure>().Any(e => e.State == EntityState.Deleted && e.Entity.IndicatorId == indicator && e.Entity.PeriodEnd == periodEnd);
        return gone ? null : await db.Set<AcceptedFigure>().AsNoTracking().FirstOrDefaultAsync(f => f.IndicatorId == indicator && f.PeriodEnd == periodEnd, cancellation);
    }

    private static AcceptedFigure Copy(AcceptedFigure from, Guid counts) => new() { IndicatorId = counts, Period = from.Period, PeriodEnd = from.PeriodEnd, Value = from.Value, ReportId = from.ReportId };
}
