using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// 承诺的民生实事24项，办结22项，办结率91.7%: the list as a whole set against its promise. How many items are done is an official
/// judgement, so only a percentage that follows makes a row.
/// </summary>
internal static class ListRows
{
    private const int Farthest = 4;

    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, HashSet<int> taken, List<PlanRow> rows)
    {
        for (var at = 2; at < claims.Length; at++)
        {
            var (percent, result) = (scope.Claims[claims[at]], scope.Claims[claims[at - 1]]);
            if (percent.Unit != "%" || percent.Stance != Stance.Done || percent.Value <= 0 || !PrintedValue.IsUsable(percent) || taken.Contains(claims[at - 1]))
                continue;
            if (result is not { Measure: Measure.Amount, Unit: "项" or "件", Optional: false } || scope.Between(result, percent).Length > 8)
                continue;
            // 17项超额完成，占比56.7%: how many of them went further is no share of a plan.
            if (percent.Measure == Measure.Share && scope.Between(result, percent).Contains("超额", StringComparison.Ordinal))
                continue;
            if (PromiseOf(scope, claims, at) is not (>= 0 and var plan))
                continue;
            taken.Add(claims[at - 1]);
            rows.Add(new PlanRow { Result = claims[at - 1], Percent = claims[at], Plan = claims[plan], Likeness = 1, Fit = Fit.Rounded });
        }
    }

    private static int PromiseOf(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var (percent, result) = (scope.Claims[claims[at]], scope.Claims[claims[at - 1]]);
        for (var i = at - 2; i >= 0 && i >= at - Farthest; i--)
        {
            var plan = scope.Claims[claims[i]];
            if (plan.Measure == Measure.Amount && plan.Unit == result.Unit && plan.Value > 0 && PrintedValue.IsUsable(plan) && NamesTheDeeds(plan.Indicator)
                && !scope.CrossesSentence(plan.Clean.End, percent.Clean.Start) && PlanSearch.Ratio(result, plan, percent, lowerIsBetter: false) == Fit.Rounded)
                return i;
        }

        return -1;
    }

    private static bool NamesTheDeeds(string indicator) => AuditWords.NamesTheList(indicator) && indicator.Contains("实事", StringComparison.Ordinal);
}
