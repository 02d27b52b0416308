using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// 养老服务中心12处、幸福院150处。分别建成9处和141处，分别占年度计划的75%、94%: bare numbers that answer a list of plans in its order.
/// </summary>
internal static class PlanLists
{
    private const int Longest = 12;

    /// <summary>Sets runs of results against as many figures in front of them, when names do not settle it and every percentage follows.</summary>
    public static void Align(AuditScope scope, ReadOnlySpan<int> claims, List<PlanRow> rows, int first)
    {
        for (var start = first; start < rows.Count;)
        {
            var end = start + 1;
            while (end < rows.Count && rows[end].Percent == rows[end - 1].Percent + 1)
                end++;
            if (end - start is > 1 and <= Longest && NeedsHelp(rows, start, end))
                Align(scope, claims, rows, start, end);
            start = end;
        }
    }

    private static bool NeedsHelp(List<PlanRow> rows, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (rows[i].Fit is Fit.None or Fit.Off)
                return true;
        }

        return false;
    }

    private static void Align(AuditScope scope, ReadOnlySpan<int> claims, List<PlanRow> rows, int start, int end)
    {
        var count = end - start;
        var from = claims.BinarySearch(rows[start].Result) - count;
        if (from < 0)
            return;
        Span<Fit> fits = stackalloc Fit[Longest];
        for (var i = 0; i < count; i++)
        {
            var (plan, row) = (scope.Claims[claims[from + i]], rows[start + i]);
            var result = scope.Claims[row.Result];
            if (plan.Measure != Measure.Amount || plan.Value <= 0 || !PrintedValue.IsUsable(plan) || !AuditWords.SameUnit(plan.Unit, result.Unit, out _))
                return;
            fits[i] = PlanSearch.Ratio(result, plan, scope.Claims[row.Percent], row.LowerIsBetter);
            if (fits[i] is not (Fit.Rounded or Fit.CutOff))
                return;
        }

        for (var i = 0; i < count; i++)
        {
            var row = rows[start + i];
            (row.Plan, row.Fit, row.Likeness) = (claims[from + i], fits[i], 1);
            row.Stage = StageRanks.IsEarlier(scope.Claims[row.Result], scope.Claims[row.Plan]);
        }
    }
}
