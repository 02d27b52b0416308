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
        lower = AuditWords.IsLowerBetter(result.Indicator);
        return PlanSearch.Ratio(result, plan, percent, lower);
    }
}
