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
        if (grid.HasSentences)
            return false;
        var groups = ColumnRoles.Groups(scope, grid);
        foreach (var group in groups)
        {
            var first = rows.Count;
            for (var row = grid.FirstRow; row < grid.Rows; row++)
            {
                var results = grid.All(row, group.Result);
                var (plans, percents) = (grid.All(row, group.Plan), grid.All(row, group.Percent));
                for (var i = 0; i < results.Count; i++)
                {
                    var plan = plans.Count == results.Count ? plans[i] : i == 0 && plans.Count > 0 ? plans[0] : -1;
                    var percent = percents.Count == results.Count ? percents[i] : i == Told(scope, results, plans, percents) ? percents[0] : -1;
                    if (Make(scope, grid, row, plan, results[i], percent) is { } made)
                        rows.Add(made);
                }
            }

            BlankPlans.Fill(scope, grid, group, rows, first);
        }

        return groups.Count > 0;
    }

    /// <summary>4所、900个 | 71%: which of several results the one percentage is of; the first where none fits it, -1 where there is none.</summary>
    private static int Told(AuditScope scope, IReadOnlyList<int> results, IReadOnlyList<int> plans, IReadOnlyList<int> percents)
    {
        for (var i = 0; i < results.Count && plans.Count == results.Count && percents.Count == 1; i++)
        {
            if (TableFits.Judge(scope.Claims[results[i]], scope.Claims[plans[i]], scope.Claims[percents[0]], out _) is Fit.Rounded or Fit.CutOff)
                return i;
        }

        return percents.Count > 0 ? 0 : -1;
    }

    private static PlanRow? Make(AuditScope scope, TableGrid grid, int row, int plan, int result, int percent)
    {
        if (result < 0 || (plan < 0 && percent < 0) || scope.Claims[result].Stance != Stance.Done)
            return null;
        if (plan >= 0 && !AuditWords.SameUnit(scope.Claims[plan].Unit, scope.Claims[result].Unit, out _))
            plan = -1;
        // A share or a rate implies no plan.
        if (plan < 0 && (percent < 0 || scope.Claims[percent].Measure != Measure.OfPlan))
            return null;
        var lower = TableFits.IsLowerBetter(scope.Claims[result], plan < 0 ? null : scope.Claims[plan]);
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
