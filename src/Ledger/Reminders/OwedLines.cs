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
internal sealed class OwedLines(LuoshiDb db)
{
    /// <summary>Wider than a form stays open: whether a report knows a line is asked of the report, this only keeps the question short.</summary>
    private const int OpenForm = 1;

    public async Task<IReadOnlyList<OwedUnit>> OfAsync(Period month, CancellationToken cancellation = default)
    {
        var (end, year) = (month.LastDay, month.Year);
        var (begin, until) = (LocalTime.Start(month.FirstDay), LocalTime.Start(end.AddDays(1).AddMonths(1)));
        var reports = db.Set<UnitReport>().Where(r => r.PeriodEnd == end && (r.State == ReportState.Accepted || r.State == ReportState.Locked)
            && !db.Set<UnitReport>().Any(later => later.UnitId == r.UnitId && later.PeriodEnd == end && later.Version > r.Version));
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
}
