using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Tables;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>Columns of a table against their total row. A last digit off is rounding; a column with blanks or subtotals is not judged.</summary>
internal static class TableSums
{
    public static void Find(AuditScope scope, TableGrid grid, List<Finding> findings)
    {
        if (grid.HasFullCells)
            return;
        var roles = new RowRole[grid.Rows];
        var totals = 0;
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            roles[row] = grid.RoleOf(row);
            totals += roles[row] is RowRole.Total or RowRole.OpenTotal ? 1 : 0;
        }

        if (totals != 1 || LeavesOut(grid, roles))
            return;
        for (var column = 0; column < grid.Columns; column++)
            Column(scope, grid, roles, column, findings);
    }

    /// <summary>1, 2, 22, 25: the running numbers tell that rows of the table were left out.</summary>
    private static bool LeavesOut(TableGrid grid, RowRole[] roles)
    {
        var last = 0;
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            if (roles[row] != RowRole.Body || !int.TryParse(grid.NumberOf(row), out var number))
                continue;
            if (number != last + 1 && number != 1)
                return true;
            last = number;
        }

        return false;
    }

    private static void Column(AuditScope scope, TableGrid grid, RowRole[] roles, int column, List<Finding> findings)
    {
        var (total, blanks, sum, value) = (-1, 0, Interval.Exact(0), 0m);
        var parts = new List<int>();
        for (var row = grid.FirstRow; row < grid.Rows; row++)
        {
            var cell = grid[row, column];
            if (roles[row] == RowRole.Subtotal)
                return;
            if (roles[row] != RowRole.Body)
            {
                total = cell;
                continue;
            }

            if (cell < 0)
            {
                blanks++;
                continue;
            }

            parts.Add(cell);
            sum += PrintedValue.OfResult(scope.Claims[cell]);
            value += scope.Claims[cell].Value;
        }

        if (total < 0 || parts.Count < 2 || blanks > 0 || !AddsUp(scope, total, parts))
            return;
        var whole = scope.Claims[total];
        var closes = sum.Overlaps(PrintedValue.OfResult(whole));
        var open = roles.AsSpan().Contains(RowRole.OpenTotal);
        var verdict = closes ? Verdict.Consistent : open ? Verdict.CannotTell : Verdict.Inconsistent;
        var working = SumWording.Of(scope, [.. parts], value, whole, verdict);
        findings.Add(Check.Make(scope, Relation.Sum, verdict, total, working, value, [total, .. parts]));
    }

    /// <summary>Only counts in one unit add up: no percentages, no averages.</summary>
    private static bool AddsUp(AuditScope scope, int total, List<int> parts)
    {
        var whole = scope.Claims[total];
        if (!Check.IsAmount(whole) || CheckWords.Average.Any(whole.Indicator) || whole.Unit.Contains('/', StringComparison.Ordinal) || whole.Unit is "%" or "‰" or "分")
            return false;
        foreach (var part in parts)
        {
            var claim = scope.Claims[part];
            if (claim.Measure != Measure.Amount || claim.Unit != whole.Unit || claim.Max is not null)
                return false;
        }

        return true;
    }
}
