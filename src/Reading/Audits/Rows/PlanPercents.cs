using System.Buffers;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Which percentages are shares of a plan that was carried out, and not targets, rates or shares of something else.</summary>
internal static class PlanPercents
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("，,。；;：:、\n（）()");
    private static readonly SearchValues<char> Verbs = SearchValues.Create("占为完达");
    private static readonly Dictionary<string, List<string>> Lists = WordFile.Load("audit");
    private static readonly List<string> Ends = Lists["of-plan-end"];
    private static readonly WordFinder Bases = new((Lists["of-plan-base"], 0));
    private static readonly WordFinder StepRates = new((Lists["step-rate"], 0));
    private static readonly WordFinder Ahead = new((Lists["ahead"], 0));

    public static bool Is(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var claim = scope.Claims[claims[at]];
        if (claim.Unit != "%" || claim.Optional || claim.Max is not null || claim.Value <= 0 || !PrintedValue.IsUsable(claim))
            return false;
        if (claim.Measure != Measure.OfPlan && (claim.Measure is not (Measure.Rate or Measure.Share) || !SaysSo(scope, claim)))
            return false;
        var clause = Clause(scope, claim);
        // 支出进度52.8%, 建设进度达到60% are of no plan.
        // 超额完成7.5% is what went beyond the plan.
        // 计划完成工程量5%，实际完成工程量6% counts nothing that was planned.
        // 另1座完成主体工程的80% says how far one of them is.
        if (clause.EndsWith("完成工程量", StringComparison.Ordinal) || clause.EndsWith("主体工程的", StringComparison.Ordinal) || clause.Contains("超额", StringComparison.Ordinal) || Ahead.Any(clause) || (clause.Contains("进度", StringComparison.Ordinal) && !Bases.Any(clause) && !clause.Contains("完成", StringComparison.Ordinal)))
            return false;
        return claim.Stance == Stance.Done || FollowsResult(scope, claims, at);
    }

    /// <summary>开工率82.6% is the percentage of a plan where that plan is printed; elsewhere it is a rate of something else.</summary>
    public static bool IsStepRate(Claim claim) =>
        claim is { Measure: Measure.Rate, Stance: Stance.Done, Unit: "%", Optional: false, Max: null, Value: > 0 } && PrintedValue.IsUsable(claim) && StepRates.Any(claim.Indicator);

    /// <summary>完成率86%, 完成86%, 占预算的86%, 为年度目标的86%.</summary>
    public static bool SaysSo(AuditScope scope, Claim claim)
    {
        var clause = Clause(scope, claim).TrimEnd(" 约近超达到为");
        if (clause.Length > 0 && clause[^1] == '的')
            return Bases.Any(clause) && clause.ContainsAny(Verbs) && !clause.Contains("预算支出", StringComparison.Ordinal) && !clause.Contains("预算收入", StringComparison.Ordinal);
        // 产业项目占年度计划的80.7%；民生项目占72.9%: the second 占 leaves the same words out.
        if (clause.Length > 0 && clause[^1] == '占')
            return FollowsShareOfPlan(scope, claim);
        foreach (var end in Ends)
        {
            if (clause.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool FollowsShareOfPlan(AuditScope scope, Claim claim)
    {
        var before = scope.Between(Math.Max(0, claim.Clean.Start - 160), claim.Clean.Start - 1);
        var sentence = before.LastIndexOfAny("。\n");
        before = sentence < 0 ? before : before[(sentence + 1)..];
        for (var takes = before.LastIndexOf('占'); takes >= 0; takes = before.LastIndexOf('占'))
        {
            var words = before[(takes + 1)..Math.Min(before.Length, takes + 8)];
            if (Bases.Any(words))
                return true;
            // Another 占 with words of its own is another share.
            if (words.Length > 0 && !char.IsAsciiDigit(words[0]))
                return false;
            before = before[..takes];
        }

        return false;
    }

    private static ReadOnlySpan<char> Clause(AuditScope scope, Claim claim)
    {
        var before = scope.Before(claim, 24);
        var stop = before.LastIndexOfAny(Stops);
        return stop < 0 ? before : before[(stop + 1)..];
    }

    private static bool FollowsResult(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (scope.CrossesSentence(claim.Clean.End, scope.Claims[claims[at]].Clean.Start))
                return false;
            if (claim.Measure == Measure.Amount && (ResultMarks.Is(scope, claims, i) || scope.Before(claim, 24).ContainsAny("已共")))
                return true;
        }

        return false;
    }
}
