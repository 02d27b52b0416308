using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>What is known of one indicator at the end of a period.</summary>
internal sealed record IndicatorFacts
{
    public required Indicator Indicator { get; init; }

    public required Reckoning Known { get; init; }

    /// <summary>The promise as first published.</summary>
    public Target? Original { get; init; }

    /// <summary>The promise as it held at the end of the period.</summary>
    public Target? Current { get; init; }

    /// <summary>The plan by month as it is now, whatever held at the end of the period.</summary>
    public IReadOnlyList<PlannedAmount> Planned { get; init; } = [];

    /// <summary>The report the result was accepted in.</summary>
    public Guid? ReportId { get; init; }
}

/// <summary>Gathers a list's facts for a period in a fixed number of queries, and adds up what was counted month by month.</summary>
internal sealed class PeriodFacts(LuoshiDb db)
{
    /// <summary>Units of the list whose report of the period is at least on its way.</summary>
    /// <param name="unit">When only this one matters.</param>
    public async Task<HashSet<Guid>> ReportedAsync(Guid list, Period period, CancellationToken cancellation, Guid? unit = null)
    {
        var end = period.LastDay;
        var units = db.Set<UnitStrip>().Where(s => s.ListId == list && (unit == null || s.UnitId == unit)).Select(s => s.UnitId);
        return [.. await db.Set<UnitReport>().Where(r => r.PeriodEnd == end && (r.State != ReportState.Draft || r.Version > 1) && units.Contains(r.UnitId)).Select(r => r.UnitId).Distinct().ToListAsync(cancellation)];
    }

    public async Task<IReadOnlyList<IndicatorFacts>> OfAsync(PromiseList list, Period period, bool reportsDue, CancellationToken cancellation = default)
    {
        var items = db.Set<Item>().Where(i => i.ListId == list.Id);
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => !i.Retired).Join(items, i => i.ItemId, i => i.Id, (indicator, _) => indicator).ToListAsync(cancellation);
        return await OfAsync(list, indicators, period, reportsDue, cancellation);
    }

    public async Task<IReadOnlyList<IndicatorFacts>> OfAsync(PromiseList list, List<Indicator> indicators, Period period, bool reportsDue, CancellationToken cancellation)
    {
        var ids = indicators.ConvertAll(i => i.Id);
        var (start, end) = (list.Plan.FirstDay, period.LastDay);
        var figures = (await db.Set<AcceptedFigure>().AsNoTracking().Where(f => ids.Contains(f.IndicatorId) && f.PeriodEnd >= start && f.PeriodEnd <= end).ToListAsync(cancellation)).ToLookup(f => f.IndicatorId);
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.IndicatorId)).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var plans = (await db.Set<PlanEntry>().AsNoTracking().Where(p => ids.Contains(p.IndicatorId)).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var changes = (await db.Set<PlanChange>().AsNoTracking().Where(c => ids.Contains(c.IndicatorId)).ToListAsync(cancellation)).ToLookup(c => c.IndicatorId);
        var steps = (await db.Set<IndicatorStep>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).ToListAsync(cancellation)).ToLookup(s => s.IndicatorId);
        var reported = await ReportedAsync(list.Id, period, cancellation);
        return [.. indicators.Select(i => One(i, targets[i.Id], figures[i.Id], plans[i.Id], changes[i.Id], steps[i.Id]))];

        IndicatorFacts One(Indicator indicator, IEnumerable<Target> versions, IEnumerable<AcceptedFigure> known, IEnumerable<PlanEntry> plan, IEnumerable<PlanChange> before, IEnumerable<IndicatorStep> dated)
        {
            var inOrder = versions.OrderBy(t => t.Version).ToArray();
            var last = known.MaxBy(f => f.PeriodEnd);
            var missing = reportsDue && indicator.UnitId is { } unit && !reported.Contains(unit);
            var record = RecordReader.Compose(indicator, inOrder, plan, before, dated, known.Select(f => new DatedValue(f.PeriodEnd, f.Value)));
            return new IndicatorFacts
            {
                Indicator = indicator,
                Original = inOrder.FirstOrDefault(),
                Current = Target.InForce(inOrder, end),
                ReportId = last?.ReportId,
                Known = record.On(list.Plan, end, missing),
                Planned = record.Plan,
            };
        }
    }
}
