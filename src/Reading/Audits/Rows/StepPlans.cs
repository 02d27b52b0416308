using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// 养老项目150个，已开工117个，开工率78%: a rate of the result's own step is of the things counted in front, which nobody calls a plan.
/// </summary>
internal static class StepPlans
{
    private const int Farthest = 8;
    private const int LongestGap = 12;

    /// <summary>Gives the row what its rate was taken over; false when it is no row.</summary>
    public static bool Settle(AuditScope scope, PlanRow row, ReadOnlySpan<int> claims)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        if (!IsOwnRate(scope, result, percent, out var step))
            return false;
        (row.Plan, row.Fit, row.Stage) = (-1, Fit.None, false);
        var at = claims.BinarySearch(row.Result);
        for (var i = at - 1; i >= 0 && i >= at - Farthest; i--)
        {
            var all = scope.Claims[claims[i]];
            if (!CanBeAll(scope, all, result, step))
                continue;
            var fit = PlanSearch.Ratio(result, all, percent, lowerIsBetter: false);
            if (fit == Fit.Off)
            {
                // Nothing but the step stands between: what does not follow is wrong, unless it follows from a whole further in front.
                // 项目200个，新开工50个，开工率83%: of those to be started this year, which are not all.
                if (i == at - 1 && scope.Between(all, result) is var between && between.Length <= 4 && !between.Contains('新') && !scope.Before(all, LongestGap).Contains('已'))
                    (row.Plan, row.Fit, row.Likeness) = (claims[i], fit, 1);
                continue;
            }

            (row.Plan, row.Fit, row.Likeness) = (claims[i], fit, 1);
            return true;
        }

        return row.Plan >= 0;
    }

    /// <summary>The two characters in front of 率 are what was done to the things counted right before.</summary>
    private static bool IsOwnRate(AuditScope scope, Claim result, Claim percent, out ReadOnlySpan<char> step)
    {
        step = default;
        var end = percent.Indicator.LastIndexOf('率');
        if (end < 2 || result.Measure != Measure.Amount || scope.Between(result, percent).Length > LongestGap || scope.CrossesSentence(result.Clean.End, percent.Clean.Start))
            return false;
        step = percent.Indicator.AsSpan(end - 2, 2);
        return scope.Before(result, 12).Contains(step, StringComparison.Ordinal) || scope.After(result, LongestGap).StartsWith(step, StringComparison.Ordinal);
    }

    /// <summary>A count that ends its clause and tells no step itself: 项目150个，.</summary>
    private static bool CanBeAll(AuditScope scope, Claim all, Claim result, ReadOnlySpan<char> step) =>
        Checks.Check.IsAmount(all) && all.Unit == result.Unit && scope.Before(all, LongestGap) is var before && !before.Contains(step, StringComparison.Ordinal) && scope.After(all, 1) is ['，' or ',' or '、' or '（' or '('] or [];
}
