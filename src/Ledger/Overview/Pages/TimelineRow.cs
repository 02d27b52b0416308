using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Pages;

/// <param name="IsPlanned">The month lies between the start of the plan and the deadline.</param>
/// <param name="Look">The light of the month, where it was rated.</param>
/// <param name="Value">What was accepted, as printed.</param>
internal sealed record TimelineCell(Period Month, bool IsPlanned, bool IsDeadline, StatusLook? Look, string? Value, IReadOnlyList<IndicatorStep> Steps);

/// <summary>One indicator over the months of the year.</summary>
internal sealed record TimelineRow(OverviewRow Row, IReadOnlyList<TimelineCell> Cells);

/// <summary>Lays rows out over the year: what is planned, what was reported, which milestones fall when.</summary>
internal sealed class TimelineRows(LuoshiDb db, LocalRules rules)
{
    public async Task<IReadOnlyList<TimelineRow>> OfAsync(IReadOnlyList<OverviewRow> rows, int year, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Indicator.Id).ToList();
        var months = Enumerable.Range(1, 12).Select(m => Period.OfMonth(year, m)).ToArray();
        var ends = months.Select(m => m.LastDay).ToList();
        var lights = (await db.Set<StoredAssessment>().AsNoTracking().Where(a => ends.Contains(a.PeriodEnd) && ids.Contains(a.IndicatorId))
            .Select(a => new { a.IndicatorId, a.PeriodEnd, a.ShownLight, a.ShownProgress }).ToListAsync(cancellation)).ToDictionary(a => (a.IndicatorId, a.PeriodEnd));
        var figures = (await db.Set<AcceptedFigure>().AsNoTracking().Where(f => ids.Contains(f.IndicatorId) && ends.Contains(f.PeriodEnd))
            .Select(f => new { f.IndicatorId, f.PeriodEnd, f.Value }).ToListAsync(cancellation)).ToDictionary(f => (f.IndicatorId, f.PeriodEnd), f => f.Value);
        var steps = (await db.Set<IndicatorStep>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).OrderBy(s => s.Due).ToListAsync(cancellation)).ToLookup(s => s.IndicatorId);
        return
        [
            .. rows.Select(row =>
            {
                var pack = rules.PackOf(row.List, row.Rated.PeriodEnd);
                var (start, deadline) = (row.List.Plan.FirstDay, row.Deadline ?? row.List.Plan.LastDay);
                return new TimelineRow(row,
                [
                    .. months.Select(month => new TimelineCell(
                        month,
                        month.LastDay >= start && month.FirstDay <= deadline,
                        month.Contains(deadline),
                        lights.TryGetValue((row.Indicator.Id, month.LastDay), out var lit) ? LocalRules.Look(pack, lit.ShownLight, lit.ShownProgress) : null,
                        figures.TryGetValue((row.Indicator.Id, month.LastDay), out var value) ? row.Indicator.Printed.Number(value) : null,
                        [.. steps[row.Indicator.Id].Where(s => month.Contains(s.Due))])),
                ]);
            }),
        ];
    }
}
