using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Which figures are results: those told as done, and those set against a plan in the same breath.</summary>
internal static class ResultMarks
{
    private static readonly WordFinder SetWords = new((WordFile.Load("audit")["set-against"], 0));
    private static readonly WordFinder Ahead = new((WordFile.Load("audit")["ahead"], 0));

    public static bool Is(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var claim = scope.Claims[claims[at]];
        // 超出150个 is by how much the plan was passed.
        if (claim.Stage is "超出")
            return false;
        if (claim.Optional || claim.Measure is not (Measure.Amount or Measure.Rate) || !PrintedValue.IsUsable(claim))
            return false;
        return claim.Stance == Stance.Done || IsSetAgainst(scope, claims, at);
    }

    /// <summary>计划改造60处，完成52处: the 计划 in front does not reach behind the comma.</summary>
    private static bool IsSetAgainst(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        if (at == 0)
            return false;
        var (plan, done) = (scope.Claims[claims[at - 1]], scope.Claims[claims[at]]);
        return plan.Measure == done.Measure && plan.Unit == done.Unit && (Joins(scope, plan, done) || IsMeasured(scope, claims, at)) && AuditWords.PlanCues.Any(scope.Before(plan, 16));
    }

    /// <summary>计划培训600人，培训648人，完成率108%: the percentage behind it tells that it was done.</summary>
    private static bool IsMeasured(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        if (at + 1 >= claims.Length)
            return false;
        var (plan, done, percent) = (scope.Claims[claims[at - 1]], scope.Claims[claims[at]], scope.Claims[claims[at + 1]]);
        var between = scope.Between(plan, done);
        return between.Length is > 1 and < 12 && between[0] is '，' or ',' && !Ahead.Any(between) && !scope.CrossesSentence(plan.Clean.End, percent.Clean.Start)
            && percent.Unit == "%" && PlanPercents.SaysSo(scope, percent);
    }

    /// <summary>Between the two stands a word of having done it, in the same sentence, and none of hoping to.</summary>
    public static bool Joins(AuditScope scope, Claim plan, Claim done)
    {
        var between = scope.Between(plan, done);
        return between.Length is > 0 and < 16 && !scope.CrossesSentence(plan.Clean.End, done.Clean.Start) && SetWords.Any(between) && !Ahead.Any(between);
    }
}
