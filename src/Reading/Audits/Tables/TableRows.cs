using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Rows;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>Rows of a report card that are printed as a table of plans, results and percentages.</summary>
internal static class TableRows
{
    /// <summary>Adds the rows of a table; false when its columns tell nothing and its rows are to be read as sentences.</summary>
    public static bool Find(AuditScope scope, TableGrid grid, List<PlanRow> rows)
    {
        if (grid.HasFullCells)
            return false;
        var groups = ColumnRoles.Groups(scope, grid);
        foreach (var group in groups)
        {
            var first = rows.Count;
            for (var row = grid.FirstRow; row < grid.Rows; row++)
            {
                if (Make(scope, grid, group, row) is { } made)
                    rows.Add(made);
            }

            BlankPlans.Fill(scope, grid, group, rows, first);
        }

        return groups.Count > 0;
    }

    private static PlanRow? Make(AuditScope scope, TableGrid grid, ColumnGroup group, int row)
    {
        var (plan, result, percent) = (grid[row, group.Plan], grid[row, group.Result], grid[row, group.Percent]);
        if (result < 0 || (plan < 0 && percent < 0) || scope.Claims[result].Stance != Stance.Done)
            return null;
        if (plan >= 0 && !AuditWords.SameUnit(scope.Claims[plan].Unit, scope.Claims[result].Unit, out _))
            plan = -1;
        // A share or a rate implies no plan.
        if (plan < 0 && (percent < 0 || scope.Claims[percent].Measure != Measure.OfPlan))
            return null;
        var lower = AuditWords.IsLowerBetter(scope.Claims[result].Indicator);
        return new PlanRow
        {
            Result = result,
            Percent = percent,
            Plan = plan,
            Likeness = 1,
            Fit = plan < 0 || percent < 0 ? Fit.None : TableFits.Judge(scope.Claims[result], scope.Claims[plan], scope.Claims[percent], out lower),
            LowerIsBetter = lower,
            Stage = plan >= 0 && StageRanks.IsEarlier(scope.Claims[result], scope.Claims[plan]),
            IsTotal = grid.RoleOf(row) is RowRole.Total or RowRole.OpenTotal,
            Item = grid.NumberOf(row),
        };
    }
}
