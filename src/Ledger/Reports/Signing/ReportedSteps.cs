using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.Signing;

/// <summary>
/// What reports say of dated steps: a day that is accepted closes the first step still open, and opens again when the report that says it is
/// returned or a correction says otherwise.
/// </summary>
internal sealed class ReportedSteps(LuoshiDb db)
{
    /// <param name="taken">The report was accepted; else it was taken back, and what the version before says holds again.</param>
    public async Task FollowAsync(UnitReport report, bool taken, CancellationToken cancellation)
    {
        var earlier = await db.Set<UnitReport>().Where(r => r.UnitId == report.UnitId && r.PeriodEnd == report.PeriodEnd && r.Version < report.Version)
            .OrderByDescending(r => r.Version).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        var (own, before) = (await DaysAsync(report.Id, cancellation), await DaysAsync(earlier, cancellation));
        var (was, now) = taken ? (before, own) : (own, before);
        var ids = was.Keys.Union(now.Keys).ToList();
        if (ids.Count == 0)
            return;
        var elsewhere = await ElsewhereAsync(report, ids, cancellation);
        foreach (var steps in (await db.Set<IndicatorStep>().Where(s => ids.Contains(s.IndicatorId)).ToListAsync(cancellation)).GroupBy(s => s.IndicatorId))
        {
            var (former, day) = (was.GetValueOrDefault(steps.Key), now.GetValueOrDefault(steps.Key));
            var told = former is { } said && said != day && elsewhere.Contains((steps.Key, said));
            // The step of a corrected day that another month says as well is put right there: here it would close the next one.
            if (taken && told)
                continue;
            if (!told && former is { } gone && gone != day && steps.Where(s => s.Done == gone).MaxBy(s => s.Number) is { } closed)
                closed.Done = null;
            if (day is not null && steps.All(s => s.Done != day) && steps.Where(s => s.Done is null).MinBy(s => s.Number) is { } open)
                open.Done = day;
        }
    }

    private Task<Dictionary<Guid, DateOnly?>> DaysAsync(Guid? report, CancellationToken cancellation) =>
        db.Set<ReportLine>().Where(l => l.ReportId == report && l.StepDone != null).ToDictionaryAsync(l => l.IndicatorId, l => l.StepDone, cancellation);

    /// <summary>Days that another month's report says too, in the version in force: they stay.</summary>
    private async Task<HashSet<(Guid Indicator, DateOnly Day)>> ElsewhereAsync(UnitReport report, List<Guid> indicators, CancellationToken cancellation)
    {
        var told = await (
            from line in db.Set<ReportLine>().Where(l => indicators.Contains(l.IndicatorId) && l.StepDone != null)
            join other in db.Set<UnitReport>().Where(r => r.State == ReportState.Accepted || r.State == ReportState.Locked) on line.ReportId equals other.Id
            where other.UnitId != report.UnitId || other.PeriodEnd != report.PeriodEnd
            where !db.Set<UnitReport>().Any(later => later.UnitId == other.UnitId && later.PeriodEnd == other.PeriodEnd && later.Version > other.Version
                && (later.State == ReportState.Accepted || later.State == ReportState.Locked))
            select new { line.IndicatorId, Day = line.StepDone ?? default }).ToListAsync(cancellation);
        return [.. told.Select(t => (t.IndicatorId, t.Day))];
    }
}
