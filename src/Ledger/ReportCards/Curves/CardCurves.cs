using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Curves;

/// <summary>Takes the months up to a card's period from the ledger.</summary>
internal sealed class CardCurves(LuoshiDb db, PeriodFacts facts)
{
    public async Task<IReadOnlyList<CardCurve>> OfAsync(PromiseList list, Period period, AssessmentRules rules, CancellationToken cancellation = default)
    {
        var known = (await facts.OfAsync(list, period, reportsDue: false, cancellation)).Where(f => f.Indicator.PartOfId is null && f.Known.Actual is not null && f.Known.Promised is not null).ToList();
        var ids = known.ConvertAll(f => f.Indicator.Id);
        var (start, end) = (list.Plan.FirstDay, period.LastDay);
        var figures = (await db.Set<AcceptedFigure>().AsNoTracking().Where(f => ids.Contains(f.IndicatorId) && f.PeriodEnd >= start && f.PeriodEnd <= end).ToListAsync(cancellation)).ToLookup(f => f.IndicatorId);
        return [.. known.Select(f => One(f, [.. figures[f.Indicator.Id].OrderBy(x => x.PeriodEnd)], list.Plan, rules))];
    }

    private static CardCurve One(IndicatorFacts one, AcceptedFigure[] figures, Period plan, AssessmentRules rules)
    {
        var (indicator, known) = (one.Indicator, one.Known);
        var months = Enumerable.Range(0, plan.Months).Select(m => plan.FirstDay.AddMonths(m + 1).AddDays(-1)).ToArray();
        var curve = known.Curve ?? rules.Curve;
        return new CardCurve(
            indicator.Id,
            indicator.Name + StageVerb.Beside(indicator.Name, indicator.StageWord),
            indicator.Printed.ToString(),
            known.Promised?.Value / indicator.Power,
            [.. months.Select(m => known.Denominator is { } whole && indicator.Kind != IndicatorKind.Rate ? (decimal?)decimal.Round(whole * curve.ShareOn(m, plan) / indicator.Power, 2) : null)],
            [.. months.Select(m => At(figures, m, indicator))])
        { OwnPlan = known.Curve is not null };
    }

    /// <summary>To date: counts of single months are added up, levels and totals stand as they are.</summary>
    private static decimal? At(AcceptedFigure[] figures, DateOnly month, Indicator indicator)
    {
        if (!Array.Exists(figures, f => f.PeriodEnd == month))
            return null;
        var value = indicator.Counting == Counting.InPeriod ? figures.Where(f => f.PeriodEnd <= month).Sum(f => f.Value) : figures.Last(f => f.PeriodEnd == month).Value;
        return value / indicator.Power;
    }
}
