using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    None,
    Plan,
    Result,
    Percent,
}

/// <summary>Columns that make one row of a report card; a missing one is -1.</summary>
internal readonly record struct ColumnGroup(int Plan, int Result, int Percent);

/// <summary>Finds out from heads and figures which columns hold plans, results and percentages, and which belong together.</summary>
internal static class ColumnRoles
{
    public static List<ColumnGroup> Groups(AuditScope scope, TableGrid grid)
    {
        var roles = new ColumnRole[grid.Columns];
        for (var column = 0; column < roles.Length; column++)
            roles[column] = RoleOf(scope, grid, column);
        var groups = new List<ColumnGroup>();
        var used = new bool[roles.Length];
        var from = 0;
        for (var column = 0; column < roles.Length; column++)
        {
            if (roles[column] != ColumnRole.Percent)
                continue;
            if (Best(scope, grid, roles, from, column) is { } group)
            {
                groups.Add(group);
                MarkUsed(used, group);
            }

            from = column + 1;
        }

        WithoutPercent(scope, grid, roles, used, groups);
        return groups;
    }

    private static void MarkUsed(bool[] used, ColumnGroup group)
    {
        used[group.Result] = true;
        if (group.Plan >= 0)
            used[group.Plan] = true;
    }

    private static ColumnRole RoleOf(AuditScope scope, TableGrid grid, int column)
    {
        var (plans, results, percents, rates) = (0, 0, 0, 0);
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            if (grid[row, column] < 0)
                continue;
            var claim = scope.Claims[grid[row, column]];
            if (claim.Measure == Measure.OfPlan)
                percents++;
            else if (claim.Stance == Stance.Planned)
                plans++;
            else if (claim.Measure is Measure.Rate or Measure.Share)
                rates++;
            else if (claim.Measure == Measure.Amount)
                results++;
        }

        var most = Math.Max(Math.Max(plans, results), Math.Max(percents, rates));
        if (most == 0)
            return ColumnRole.None;
        if (percents == most)
            return ColumnRole.Percent;
        if (plans == most)
            return ColumnRole.Plan;
        // A column of rates is a percentage column (开工率) unless its head says that it holds results of several kinds.
        return rates == most && TableWords.Percent.Any(grid.HeadOf(column)) ? ColumnRole.Percent : ColumnRole.Result;
    }

    /// <summary>The plan and result a percentage column compares: the pair that fits most rows; of equals the nearest.</summary>
    private static ColumnGroup? Best(AuditScope scope, TableGrid grid, ColumnRole[] roles, int from, int percent)
    {
        ColumnGroup? best = null;
        var (bestFits, bestFar) = (-1, int.MaxValue);
        var hasPlan = Has(roles, ColumnRole.Plan, from, percent);
        var hasResult = Has(roles, ColumnRole.Result, from, percent);
        for (var result = hasResult ? from : 0; result < (hasResult ? percent : roles.Length); result++)
        {
            if (roles[result] != ColumnRole.Result)
                continue;
            for (var plan = hasPlan ? from : 0; plan < (hasPlan ? percent : roles.Length); plan++)
            {
                if (roles[plan] != ColumnRole.Plan)
                    continue;
                var fits = TableFits.Count(scope, grid, new(plan, result, percent), out var sameUnit);
                var far = Math.Abs(percent - result) + Math.Abs(percent - plan);
                if (!sameUnit || fits < bestFits || (fits == bestFits && far >= bestFar))
                    continue;
                (best, bestFits, bestFar) = (new(plan, result, percent), fits, far);
            }
        }

        // A rate with columns of its own nowhere near (资金支付率 at the end of the table) is of others only where the arithmetic says so.
        if (best is not null && !(hasPlan && hasResult) && bestFits * 2 < Filled(grid, percent))
            best = null;
        return best ?? Alone(roles, from, percent);
    }

    private static int Filled(TableGrid grid, int column)
    {
        var filled = 0;
        for (var row = grid.FirstRow; row < grid.Rows; row++)
            filled += grid[row, column] >= 0 ? 1 : 0;
        return filled;
    }

    /// <summary>No plan column: the nearest result in front.</summary>
    private static ColumnGroup? Alone(ColumnRole[] roles, int from, int percent)
    {
        for (var result = percent - 1; result >= from; result--)
        {
            if (roles[result] == ColumnRole.Result)
                return new(-1, result, percent);
        }

        return null;
    }

    /// <summary>Plans and results side by side in one unit, without a percentage column.</summary>
    private static void WithoutPercent(AuditScope scope, TableGrid grid, ColumnRole[] roles, bool[] used, List<ColumnGroup> groups)
    {
        for (var plan = 0; plan < roles.Length; plan++)
        {
            if (roles[plan] != ColumnRole.Plan || used[plan])
                continue;
            for (var result = plan + 1; result < roles.Length; result++)
            {
                if (roles[result] != ColumnRole.Result || used[result])
                    continue;
                TableFits.Count(scope, grid, new(plan, result, -1), out var sameUnit);
                if (sameUnit && TableWords.Result.Any(grid.HeadOf(result)))
                {
                    groups.Add(new(plan, result, -1));
                    used[result] = true;
                    break;
                }
            }
        }
    }

    private static bool Has(ColumnRole[] roles, ColumnRole role, int from, int to)
    {
        for (var column = from; column < to; column++)
        {
            if (roles[column] == role)
                return true;
        }

        return false;
    }
}
