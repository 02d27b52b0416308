using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Rows;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>How well three columns go together.</summary>
internal static class TableFits
{
    /// <summary>In how many rows the percentage follows from result and plan; whether these two share their unit.</summary>
    public static int Count(AuditScope scope, TableGrid grid, ColumnGroup group, out bool sameUnit)
    {
        var (fits, same, other) = (0, 0, 0);
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            var (plan, result, percent) = (grid[row, group.Plan], grid[row, group.Result], grid[row, group.Percent]);
            if (plan < 0 || result < 0)
                continue;
            if (!AuditWords.SameUnit(scope.Claims[plan].Unit, scope.Claims[result].Unit, out _))
            {
                other++;
                continue;
            }

            same++;
            if (percent >= 0 && Judge(scope.Claims[result], scope.Claims[plan], scope.Claims[percent], out _) is Fit.Rounded or Fit.CutOff)
                fits++;
        }

        sameUnit = same > other;
        return fits;
    }

    /// <summary>Result over plan, or plan over result where less is better and only that fits.</summary>
    public static Fit Judge(Claim result, Claim plan, Claim percent, out bool lower)
    {
        lower = IsLowerBetter(result, plan);
        var fit = PlanSearch.Ratio(result, plan, percent, lower);
        // ≤500万元 | 480 | 96%: a limit that was used up, as printed.
        var used = lower && !AuditWords.IsLowerBetter(result.Indicator) ? PlanSearch.Ratio(result, plan, percent, lowerIsBetter: false) : Fit.None;
        if (used is not (Fit.Rounded or Fit.CutOff))
            return fit;
        lower = false;
        return used;
    }

    /// <summary>漏损率, or whatever was not to go above its target: 12分钟以内.</summary>
    public static bool IsLowerBetter(Claim result, Claim? plan) =>
        AuditWords.IsLowerBetter(result.Indicator) || plan?.Bound is Bound.AtMost or Bound.LessThan;
}
