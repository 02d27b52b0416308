using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Rows;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>A blank plan cell beside a percentage: solved from the percentage, and closed on the column's total when only one is blank.</summary>
internal static class BlankPlans
{
    public static void Fill(AuditScope scope, TableGrid grid, ColumnGroup group, List<PlanRow> rows, int first)
    {
        PlanRow? blank = null;
        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Plan >= 0 || row.Percent < 0)
                continue;
            row.Implied = HiddenPlan.Solve(scope.Claims[row.Result], scope.Claims[row.Percent], scope.PercentStep, out var possible);
            row.Possible = possible;
            if (blank is not null)
                return;
            blank = row;
        }

        if (blank?.Implied is not null && group.Plan >= 0)
            Close(scope, grid, group, blank);
    }

    private static void Close(AuditScope scope, TableGrid grid, ColumnGroup group, PlanRow blank)
    {
        var (total, others, step) = (-1, Interval.Exact(0), 0m);
        var closing = new List<decimal>();
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            var plan = grid[row, group.Plan];
            if (plan < 0)
            {
                if (grid[row, group.Result] == blank.Result)
                    closing.Add(0);
                continue;
            }

            var role = grid.RoleOf(row);
            if (role == RowRole.Subtotal)
                return;
            if (role is RowRole.Total or RowRole.OpenTotal)
            {
                total = plan;
                continue;
            }

            others += PrintedValue.OfPlan(scope.Claims[plan]);
            step = Math.Max(step, scope.Claims[plan].Step);
            closing.Add(scope.Claims[plan].Value);
        }

        if (total < 0 || !(PrintedValue.OfPlan(scope.Claims[total]) - others).Overlaps(blank.Possible))
            return;
        var rest = scope.Claims[total].Value;
        foreach (var plan in closing)
            rest -= plan;
        if (rest <= 0 || !blank.Possible.Contains(rest))
            return;
        blank.Implied = rest;
        blank.Total = total;
        var at = closing.IndexOf(0);
        if (at >= 0)
            closing[at] = rest;
        blank.Closing = closing;
    }
}
