using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Plans that the rows of a document settle among themselves.</summary>
internal static class PlansToldOnce
{
    /// <summary>A table in prose has no more rows; keeps a text of many cards linear.</summary>
    private const int Most = 400;

    public static void Settle(AuditScope scope, List<PlanRow> rows)
    {
        if (rows.Count is < 2 or > Most)
            return;
        foreach (var row in rows)
        {
            if (row is { Fit: Fit.Off, Plan: >= 0 } && IsOfOtherStep(scope, rows, row))
                (row.Plan, row.Fit, row.Likeness, row.Stage) = (-1, Fit.None, 0, false);
            else if (row is { HasPlan: false, Percent: >= 0 } && ToldAgain(scope, rows, row) is { } other)
                (row.Plan, row.Fit, row.Likeness) = (other.Plan, other.Fit, other.Likeness);
        }
    }

    /// <summary>
    /// 计划新建85套，开工66套，开工率78%；建成32套、入住22套，分别完成年度任务的80%、70%: the plan from which the first percentage
    /// follows is that of its step; the steps further on have plans that are not printed.
    /// </summary>
    private static bool IsOfOtherStep(AuditScope scope, List<PlanRow> rows, PlanRow row)
    {
        var step = StageRanks.Of(scope.Claims[row.Result]);
        foreach (var other in rows)
        {
            if (other.Plan == row.Plan && other is { Fit: Fit.Rounded, Percent: >= 0 } && scope.Claims[other.Result].Block == scope.Claims[row.Result].Block
                && StageRanks.Of(scope.Claims[other.Result]) is var own && own != step && own != StageRanks.Unnamed && step != StageRanks.Unnamed)
                return true;
        }

        return false;
    }

    /// <summary>A headline or introduction tells a result and its percentage; the plan is printed where both are told again.</summary>
    private static PlanRow? ToldAgain(AuditScope scope, List<PlanRow> rows, PlanRow row)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        foreach (var other in rows)
        {
            if (other is { Plan: >= 0, Fit: Fit.Rounded, Percent: >= 0 } && scope.Claims[other.Result] is var same && same.Value == result.Value && same.Unit == result.Unit && scope.Claims[other.Percent].Value == percent.Value)
                return other;
        }

        return null;
    }
}
