using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <param name="Since">When the last of them came.</param>
internal readonly record struct OwedUnit(Guid Unit, int Lines, DateTime Since);

/// <summary>
/// What came to a unit after its report of a month was accepted: the unit owes a supplement. Asked of the month itself and while the next one
/// runs; who was given a task in September owes no numbers of spring.
/// </summary>
internal sealed class OwedLines(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Wider than a form stays open: whether a report knows a line is asked of the report, this only keeps the question short.</summary>
    private const int OpenForm = 1;

    /// <param name="units">Only of these; null for every unit.</param>
    public async Task<IReadOnlyList<OwedUnit>> OfAsync(Period month, IReadOnlyCollection<Guid>? units = null, CancellationToken cancellation = default)
    {
        if (await FromAsync(month, units, cancellation) is not { } begin)
            return [];
        var (end, year) = (month.LastDay, month.Year);
        var until = Until(end.AddDays(1).AddMonths(1));
        var reports = Accepted(month, units).Where(r => !db.Set<UnitReport>().Any(later => later.UnitId == r.UnitId && later.PeriodEnd == end && later.Version > r.Version));
        var owed =
            from indicator in db.Set<Indicator>().Where(i => i.GivenAt >= begin && i.GivenAt < until && !i.Retired && i.CountedById == null)
            join item in db.Set<Item>() on indicator.ItemId equals item.Id
            join own in db.Set<PromiseList>().Where(l => !l.Closed && l.Year == year) on item.ListId equals own.Id
            join report in reports on indicator.UnitId equals report.UnitId
            where report.SubmittedAt == null || indicator.GivenAt >= report.SubmittedAt.Value.AddDays(-OpenForm)
            where !db.Set<ReportLine>().Any(l => l.ReportId == report.Id && l.IndicatorId == indicator.Id)
            where !db.Set<AcceptedFigure>().Any(f => f.IndicatorId == indicator.Id && f.PeriodEnd == end)
            select new { report.UnitId, indicator.GivenAt };
        return [.. (await owed.ToListAsync(cancellation)).GroupBy(o => o.UnitId).Select(unit => new OwedUnit(unit.Key, unit.Count(), unit.Max(o => o.GivenAt ?? default)))];
    }

    /// <summary>
    /// What came before the first of the accepted reports was handed in can be lacking in none: so the months in which a whole year's lists are
    /// imported cost no more than the others. Null where nothing was accepted.
    /// </summary>
    public async Task<DateTime?> FromAsync(Period month, IReadOnlyCollection<Guid>? units = null, CancellationToken cancellation = default)
    {
        var begin = LocalTime.Start(month.FirstDay);
        var first = await Accepted(month, units).MinAsync(r => (DateTime?)(r.SubmittedAt ?? begin), cancellation);
        return first is { } at && at.AddDays(-OpenForm) is var from && from > begin ? from : first is null ? null : begin;
    }

    /// <summary>
    /// While the next month runs, everything that came by now counts: where the calendar stands still and its instants go on, what comes now
    /// lies behind that month.
    /// </summary>
    private DateTime Until(DateOnly day)
    {
        var (until, now) = (LocalTime.Start(day), clock.GetUtcNow().UtcDateTime);
        return LocalTime.Today(clock) < day && now > until ? now : until;
    }

    private IQueryable<UnitReport> Accepted(Period month, IReadOnlyCollection<Guid>? units)
    {
        var end = month.LastDay;
        var accepted = db.Set<UnitReport>().Where(r => r.PeriodEnd == end && (r.State == ReportState.Accepted || r.State == ReportState.Locked));
        return units is null ? accepted : accepted.Where(r => units.Contains(r.UnitId));
    }
}
