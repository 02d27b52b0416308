using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>Gathers records from the rows, which are the truth: the one place that knows how rows make a record.</summary>
internal sealed class RecordReader(LuoshiDb db)
{
    /// <param name="units">Which units of the list; the empty id stands for what no unit reports.</param>
    /// <returns>By unit, in the order of the indicators' ids.</returns>
    public async Task<ILookup<Guid, IndicatorRecord>> OfAsync(Guid list, IReadOnlyCollection<Guid> units, CancellationToken cancellation = default)
    {
        var some = units.Where(u => u != Guid.Empty).Select(u => (Guid?)u).ToList();
        var none = units.Contains(Guid.Empty);
        var wanted = db.Set<Indicator>().AsNoTracking().Where(i => !i.Retired && ((none && i.UnitId == null) || some.Contains(i.UnitId)))
            .Join(db.Set<Item>().Where(i => i.ListId == list), i => i.ItemId, i => i.Id, (indicator, _) => indicator);
        var indicators = await wanted.ToListAsync(cancellation);
        var ids = wanted.Select(i => i.Id);
        var figures = (await db.Set<AcceptedFigure>().Where(f => ids.Contains(f.IndicatorId)).Select(f => new { f.IndicatorId, f.PeriodEnd, f.Value }).ToListAsync(cancellation))
            .ToLookup(f => f.IndicatorId, f => DatedValue.Of(f.PeriodEnd, f.Value));
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.IndicatorId)).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var plans = (await db.Set<PlanEntry>().AsNoTracking().Where(p => ids.Contains(p.IndicatorId)).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var changes = (await db.Set<PlanChange>().AsNoTracking().Where(c => ids.Contains(c.IndicatorId)).ToListAsync(cancellation)).ToLookup(c => c.IndicatorId);
        var steps = (await db.Set<IndicatorStep>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).ToListAsync(cancellation)).ToLookup(s => s.IndicatorId);
        return indicators.OrderBy(i => i.Id).ToLookup(i => i.UnitId ?? Guid.Empty, i => Compose(i, targets[i.Id], plans[i.Id], changes[i.Id], steps[i.Id], figures[i.Id]));
    }

    public static IndicatorRecord Compose(Indicator indicator, IEnumerable<Target> versions, IEnumerable<PlanEntry> plan, IEnumerable<PlanChange> changes, IEnumerable<IndicatorStep> steps, IEnumerable<DatedValue> values)
    {
        var inOrder = versions.OrderBy(t => t.Version).ToArray();
        var target = inOrder.LastOrDefault();
        var (decided, planned) = (changes.ToArray(), steps.OrderBy(s => s.Number).ToArray());
        return new IndicatorRecord
        {
            Indicator = indicator.Id,
            Kind = indicator.Kind,
            Counting = indicator.Counting,
            Direction = indicator.Direction,
            IsRated = indicator.IsRated,
            Unit = indicator.Printed,
            Baseline = indicator.Baseline,
            Promised = target?.Value,
            WorkingPlan = target?.WorkingPlan,
            Deadline = target?.Deadline,
            FirstPromised = inOrder.FirstOrDefault()?.Promised,
            Past = Past(inOrder),
            Plan = [.. plan.Where(p => p.Amount is not null).OrderBy(p => p.Month).Select(p => new PlannedAmount(p.Month, p.Amount ?? 0))],
            PastPlans = PlanChange.Past(decided),
            PastSteps = PlanChange.PastSteps(decided, planned),
            Steps = [.. planned.Select(s => new DatedStep(s.Name, s.Due, s.Done))],
            Values = [.. values.OrderBy(v => v.PeriodEnd)],
        };
    }

    /// <summary>The versions that held once, up to the day before a later one took their place; one that was overtaken before it began never held.</summary>
    private static PastPromise[] Past(Target[] inOrder)
    {
        if (inOrder.Length < 2)
            return [];
        var past = new List<PastPromise>();
        var next = DateOnly.MaxValue;
        for (var i = inOrder.Length - 1; i >= 0; i--)
        {
            var (version, from) = (inOrder[i], inOrder[i].From ?? DateOnly.MinValue);
            if (i < inOrder.Length - 1 && from < next)
                past.Add(new PastPromise(next.AddDays(-1), version.Value, version.WorkingPlan, version.Deadline));
            next = from < next ? from : next;
        }

        past.Reverse();
        return [.. past];
    }
}
