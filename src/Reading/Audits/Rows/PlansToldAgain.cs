using Luoshi.Reading.Audits.Ratios;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>A headline or introduction tells a result and its percentage; the plan is printed where both are told again.</summary>
internal static class PlansToldAgain
{
    /// <summary>No card in prose has more rows; keeps a text of many cards linear.</summary>
    private const int Most = 400;

    public static void Settle(AuditScope scope, List<PlanRow> rows)
    {
        if (rows.Count is < 2 or > Most)
            return;
        foreach (var row in rows)
        {
            if (row is { HasPlan: false, Percent: >= 0 } && Other(scope, rows, row) is { } other)
                (row.Plan, row.Fit, row.Likeness) = (other.Plan, other.Fit, other.Likeness);
        }
    }

    private static PlanRow? Other(AuditScope scope, List<PlanRow> rows, PlanRow row)
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
