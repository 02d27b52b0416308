using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>What a number of a month is held against.</summary>
/// <param name="Year">The year's plan.</param>
/// <param name="Month">What is due by the end of the month, or in it where months are counted alone.</param>
internal readonly record struct ExpectedOfMonth(decimal? Year, decimal? Month, CheckRule Limits);

/// <summary>Finds for many indicators what their plans ask for: four questions to the database, however many they are.</summary>
internal sealed class MonthPlans(LuoshiDb db, LocalRules rules)
{
    public async Task<Func<Indicator, Period, ExpectedOfMonth>> OfAsync(IReadOnlyCollection<Indicator> indicators, CancellationToken cancellation)
    {
        var ids = indicators.Select(i => i.Id).Distinct().ToList();
        var itemIds = indicators.Select(i => i.ItemId).Distinct().ToList();
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.IndicatorId)).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var plans = (await db.Set<PlanEntry>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.IndicatorId)).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var changes = (await db.Set<PlanChange>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.IndicatorId)).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var lists = (await db.Set<Item>().AsNoTracking().Where(i => EF.Parameter(itemIds).Contains(i.Id))
            .Join(db.Set<PromiseList>(), i => i.ListId, l => l.Id, (item, list) => new { item.Id, List = list }).ToListAsync(cancellation)).ToDictionary(x => x.Id, x => x.List);
        var known = new Dictionary<(Guid List, DateOnly End), (AssessmentRules Rules, CheckRule Limits)>();
        return Of;

        ExpectedOfMonth Of(Indicator indicator, Period period)
        {
            var (list, end) = (lists[indicator.ItemId], period.LastDay);
            if (!known.TryGetValue((list.Id, end), out var rule))
                known[(list.Id, end)] = rule = (rules.Of(list, end), rules.PackOf(list, end).Checks);
            var record = RecordReader.Compose(indicator, targets[indicator.Id], plans[indicator.Id], changes[indicator.Id], [], []);
            var now = record.On(list.Plan, end, missing: false);
            var due = Due(now, rule.Rules);
            if (indicator.Counting == Counting.InPeriod && period.FirstDay > list.Plan.FirstDay)
                due -= Due(record.On(list.Plan, period.FirstDay.AddDays(-1), missing: false), rule.Rules);
            return new ExpectedOfMonth(now.Denominator, due, rule.Limits);
        }
    }

    private static decimal? Due(Reckoning known, AssessmentRules rules) => known.Denominator is { } whole ? whole * Assessor.DueShare(known, rules) : null;
}
