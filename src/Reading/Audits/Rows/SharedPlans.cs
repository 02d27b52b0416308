using Luoshi.Reading.Audits.Ratios;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// 完成投资60亿元，占年计划120亿元的50%，续建项目完成38亿元，占年计划的64%; 开工率78%；入住2万套，完成年度目标的70%: a plan from which
/// one percentage of the paragraph follows need not be that of a part or of the next step, whose own is not printed.
/// </summary>
internal static class SharedPlans
{
    /// <summary>Takes the plan from rows that do not follow from it where another row does, unless a usual slip explains what is printed.</summary>
    public static void GiveBack(AuditScope scope, List<PlanRow> rows, int first)
    {
        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            // 存量3145户，已开工1208户，开工率39.6%: what a rate of the step is of stands right in front.
            if (row.Fit != Fit.Off || row.Plan < 0 || row.Percent < 0 || PlanPercents.IsStepRate(scope.Claims[row.Percent]) || !IsTaken(rows, first, row.Plan) || Reasons.Find(scope, row, scope.Claims[row.Plan], []) is not null)
                continue;
            (row.Plan, row.Fit, row.Stage) = (-1, Fit.None, false);
        }
    }

    private static bool IsTaken(List<PlanRow> rows, int first, int plan)
    {
        for (var i = first; i < rows.Count; i++)
        {
            if (rows[i].Plan == plan && rows[i].Fit is Fit.Rounded or Fit.CutOff)
                return true;
        }

        return false;
    }
}
