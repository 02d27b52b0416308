using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Checks;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Audits.Rows;

/// <param name="Claim">Index of the plan's claim, or -1.</param>
/// <param name="Score">How well the plan suits the result: likeness of names, the place, and whether the percentage fits.</param>
internal readonly record struct PlanMatch(int Claim, decimal Score, decimal Likeness, Fit Fit, bool Lower)
{
    public static PlanMatch None { get; } = new(-1, 0, 0, Fit.None, Lower: false);
}

/// <summary>Finds the plan of a result among the promises printed in its own paragraph and in the heading it answers.</summary>
internal sealed class PlanSearch(AuditScope scope)
{
    /// <summary>Likeness from which two names are taken for the same thing without further proof.</summary>
    public const decimal Strong = 0.5m;

    /// <summary>How many figures away a plan may stand; keeps a line of a million figures linear.</summary>
    private const int Farthest = 64;

    /// <summary>What a likeness counts when it is the item's topic that is like the plan, not the result's own name.</summary>
    private const decimal ByTopic = 0.6m;

    private const decimal LikeSetAgainst = 0.6m;

    private static readonly WordFinder ToldDone = new((WordFile.Load("audit")["told-done"], 0));

    private const decimal Little = 0.25m;
    private const decimal SameSentence = 0.2m;
    private const decimal SameRow = 0.75m;
    private const decimal SureOfName = 0.55m;
    private const decimal SureInOtherWord = 0.7m;
    private const decimal PercentFits = 0.25m;
    private const decimal OtherMeasureWord = 0.1m;

    /// <summary>The best plan for a result, or none that reaches <see cref="Strong"/>.</summary>
    public PlanMatch Find(int result, int percent)
    {
        var claim = scope.Claims[result];
        var best = PlanMatch.None;
        if (!scope.IsBlock(claim.Block))
            return best;
        var own = scope.ClaimsOf(claim.Block);
        if (percent >= 0 && Named(own, result, percent) is { Claim: >= 0 } named)
            return named;
        if (percent >= 0 && OfOtherUnit(own, result, percent) is { Claim: >= 0 } other)
            return other;
        if (IsSetAgainstLast(own, own.BinarySearch(result)))
            return OtherOfSentence(own, result, percent, SetAgainst(own[own.BinarySearch(result) - 1], result, percent));
        if (PlanOfSum(own, result) is >= 0 and var planned)
            return SetAgainst(planned, result, percent);
        Among(Around(own, result), result, percent, ref best);
        var promise = scope.PromiseOf(claim.Block);
        for (var depth = 0; promise >= 0 && depth < 3; depth++)
        {
            var promised = scope.ClaimsOf(promise);
            Among(promised[..Math.Min(promised.Length, 2 * Farthest)], result, percent, ref best);
            promise = scope.PromiseOf(promise);
        }

        if (best.Score >= Strong)
            return WholeOf(own, best, result, percent);
        return percent >= 0 ? Unsaid(own, result, percent) : PlanMatch.None;
    }

    /// <summary>计划总投资84亿元，其中公路52亿元。完成46亿元，占计划的55%: of the whole, where it follows from that and not from its part.</summary>
    private PlanMatch WholeOf(ReadOnlySpan<int> claims, PlanMatch part, int result, int percent)
    {
        if (part.Fit != Fit.Off || percent < 0 || claims.BinarySearch(part.Claim) is not (>= 0 and var at) || PartMarks.WholeOf(scope, claims, at) is not (>= 0 and var told))
            return part;
        var whole = claims[told];
        return Check.IsAmount(scope.Claims[whole]) && scope.Claims[whole].Stance == Stance.Planned && scope.Claims[whole].Unit == scope.Claims[result].Unit && Ratio(scope.Claims[result], scope.Claims[whole], scope.Claims[percent], part.Lower) == Fit.Rounded
            ? part with { Claim = whole, Fit = Fit.Rounded }
            : part;
    }

    /// <summary>新增岗位150个。…安置124人，岗位完成率82.7%: the percentage names the promise, which counts other things than the answer does.</summary>
    private PlanMatch OfOtherUnit(ReadOnlySpan<int> claims, int result, int percent)
    {
        var words = scope.Before(scope.Claims[percent], 16);
        words = words[(words.LastIndexOfAny("，,；;、") + 1)..];
        if (words.IndexOf("完成率", StringComparison.Ordinal) is not (> 1 and var end))
            return PlanMatch.None;
        var done = scope.Claims[result];
        for (var at = claims.BinarySearch(result) - 1; at >= 0 && result - claims[at] <= Farthest; at--)
        {
            var plan = scope.Claims[claims[at]];
            if (plan is { Stance: Stance.Planned, Measure: Measure.Amount, Value: > 0, Optional: false } && plan.Unit != done.Unit && plan.Indicator.AsSpan().Contains(words[..end], StringComparison.Ordinal) && PrintedValue.IsUsable(plan)
                && Ratio(done, plan, scope.Claims[percent], lowerIsBetter: false) is Fit.Rounded or Fit.CutOff)
                return new(claims[at], 1, 1, Ratio(done, plan, scope.Claims[percent], lowerIsBetter: false), Lower: false);
        }

        return PlanMatch.None;
    }

    /// <summary>占年度计划50公里的80%: the plan is named inside the percentage.</summary>
    private PlanMatch Named(ReadOnlySpan<int> claims, int result, int percent)
    {
        var at = claims.BinarySearch(percent) - 1;
        if (at < 0 || at >= claims.Length || claims[at] == result || !PercentPairs.IsPlanOf(scope, scope.Claims[claims[at]], scope.Claims[percent]))
            return PlanMatch.None;
        var (plan, done) = (scope.Claims[claims[at]], scope.Claims[result]);
        if (plan.Value <= 0 || !PrintedValue.IsUsable(plan) || !AuditWords.SameUnit(plan.Unit, done.Unit, out _))
            return PlanMatch.None;
        var lower = PlanNature.IsLowerBetter(done, plan);
        return new(claims[at], 1, 1, Ratio(done, plan, scope.Claims[percent], lower), lower);
    }

    /// <summary>
    /// 新增停车泊位6000个。已建成4380个，占目标任务的73%: the promise is not called one, but stands in front without a word of
    /// doing. In a sentence of its own it is taken by its name; in the result's sentence only when the percentage follows from it.
    /// </summary>
    private PlanMatch Unsaid(ReadOnlySpan<int> claims, int result, int percent)
    {
        var (done, byName) = (scope.Claims[result], PlanMatch.None);
        for (var at = claims.BinarySearch(result) - 1; at >= 0 && result - claims[at] <= 8; at--)
        {
            var plan = scope.Claims[claims[at]];
            if (plan.Measure != done.Measure || plan.Optional || done.Bound == Bound.About || plan.Value <= 0 || !PrintedValue.IsUsable(plan) || plan.Unit != done.Unit || TellsDone(plan))
                continue;
            var fit = Ratio(done, plan, scope.Claims[percent], PlanNature.IsLowerBetter(done, plan));
            var likeness = Likeness(claims[at], result, alone: true, out var byTopic);
            var apart = scope.CrossesSentence(plan.Clean.End, done.Clean.Start) || ResultMarks.Joins(scope, plan, done);
            var match = new PlanMatch(claims[at], Strong, likeness, fit, PlanNature.IsLowerBetter(done, plan));
            if (fit is Fit.Rounded or Fit.CutOff)
                return match;
            // 超进度的10个，占4.5%: what has a percentage of its own is a result, and so is 三季度完成30万平方米.
            if (byName.Claim < 0 && apart && !PlanNature.IsAbsurd(done, plan, scope.Claims[percent]) && PlanNature.IsCostOfAll(plan) == PlanNature.IsCostOfAll(done) && likeness >= Strong && !byTopic && !scope.Before(plan, 8).Contains("完成", StringComparison.Ordinal) && !PlanPercents.Is(scope, claims, at + 1) && ToldDone.Any(scope.Between(plan, done)))
                byName = match;
        }

        return byName;
    }

    /// <summary>The words in front of the figure say that it was done.</summary>
    public bool TellsDone(Claim claim) => ToldDone.Any(scope.Before(claim, 40)) || StageRanks.Of(claim) != StageRanks.Unnamed;

    /// <summary>The figures near a result: a promise a hundred figures away is another's.</summary>
    private static ReadOnlySpan<int> Around(ReadOnlySpan<int> claims, int result)
    {
        var at = claims.BinarySearch(result);
        var from = Math.Max(0, at - Farthest);
        return claims[from..Math.Min(claims.Length, at + Farthest)];
    }

    private void Among(ReadOnlySpan<int> claims, int result, int percent, ref PlanMatch best)
    {
        var alone = AloneInItsUnit(claims, scope.Claims[result]);
        foreach (var candidate in claims)
        {
            if (candidate == result || !CanBePlan(scope.Claims[candidate], scope.Claims[result], out var sameWord))
                continue;
            var match = Rate(candidate, result, percent, alone, sameWord);
            // Of equals the first stands: a later one is usually what the year is now expected to end at. Of two plans of the same thing
            // (省下达4800户，市定4000户) the percentage follows from its own.
            if (match.Fit == Fit.Rounded && match.Likeness >= Strong && best.Fit == Fit.Off ? match.Score > Strong : match.Score > best.Score && !(match.Fit == Fit.Off && best is { Fit: Fit.Rounded, Likeness: >= Strong }))
                best = match;
        }
    }

    /// <summary>Right kind, right unit, promised, and no percentage of something.</summary>
    public static bool CanBePlan(Claim plan, Claim result, out bool sameWord)
    {
        sameWord = false;
        return plan.Stance == Stance.Planned && plan.Measure == result.Measure && !plan.Optional && plan.Value > 0
            && PrintedValue.IsUsable(plan) && !AuditWords.NamesTheList(plan.Indicator) && AuditWords.SameUnit(plan.Unit, result.Unit, out sameWord)
            && AuditWords.CountsPeople(plan.Unit) == AuditWords.CountsPeople(result.Unit);
    }

    private PlanMatch Rate(int candidate, int result, int percent, bool alone, bool sameWord)
    {
        var (plan, done) = (scope.Claims[candidate], scope.Claims[result]);
        var likeness = Likeness(candidate, result, alone, out var byTopic);
        // 送戏下乡120场 | 演出126场: the only figure of that unit in the row's other cells.
        if (alone && sameWord && plan.Table >= 0 && plan.Table == done.Table && plan.Row == done.Row && plan.Column != done.Column)
            (likeness, byTopic) = (Math.Max(likeness, SameRow), false);
        // 承诺：开办时间压缩到4小时以内。兑现：平均用时3.6小时: the only answer in the unit of the only promise in it.
        if (alone && sameWord && percent < 0 && likeness < SameRow && scope.Answers(plan, done) && IsOnlyAnswer(done))
            (likeness, byTopic) = (SameRow, false);
        var lower = PlanNature.IsLowerBetter(done, plan);
        var fit = percent < 0 ? Fit.None : Ratio(done, plan, scope.Claims[percent], lower);
        // 52个新开工项目共有39个实现开工，开工率75%: in one clause, and the percentage follows from the two.
        var witnessed = sameWord && fit == Fit.Rounded && (alone || (plan.Clean.End < done.Clean.Start && !scope.CrossesClause(plan.Clean.End, done.Clean.Start)));
        if (likeness == 0 && !witnessed)
            return PlanMatch.None;
        // The cost of the whole work is no year's plan, and a part is not set against the plan of its whole: only where it follows.
        if (fit == Fit.Off && (PlanNature.IsCostOfAll(plan) != PlanNature.IsCostOfAll(done) || (!lower && plan.Block == done.Block && scope.CrossesSentence(plan.Clean.End, done.Clean.Start) && PlanNature.IsAbsurd(done, plan, scope.Claims[percent])) || (done.PartOf >= 0 && plan.PartOf < 0 && plan.Block == done.Block)))
            return PlanMatch.None;
        // 每月放映1场，全年放映960场，完成任务的100%: how often is no plan of how many.
        if (fit == Fit.Off && !lower && PlanNature.IsOtherOrder(done, plan, scope.Claims[percent]))
            return PlanMatch.None;
        // What comes behind a result in its paragraph is the next step, unless it is called the plan.
        if (plan.Block == done.Block && plan.Clean.Start > done.Clean.Start && fit is not (Fit.Rounded or Fit.CutOff) && !IsNear(plan, done))
            return PlanMatch.None;
        // The topic of an item covers its parts too: 51处书亭 is not all of 全民阅读设施建设110处.
        if (byTopic && (fit == Fit.Off || (percent < 0 && scope.Name(result).LikenessTo(scope.Name(candidate)) < Little)))
            return PlanMatch.None;
        // A conflict needs a better likeness than an agreement, which is proof by itself.
        if (fit == Fit.Off && likeness < (sameWord ? SureOfName : SureInOtherWord) && !scope.Name(result).SaysNothing)
            return PlanMatch.None;
        // 20项民心工程336个子项任务，66个完成，占19.6%: of the count in the result's own measure word, not of the 20.
        if (fit == Fit.Off && !sameWord && FollowsFromOwnUnit(result, percent))
            return PlanMatch.None;
        // The only promise in that unit, and the percentage follows from it: names may differ as they like.
        var score = witnessed ? Math.Max(likeness, Strong - PercentFits) : likeness;
        if (!sameWord)
            score -= OtherMeasureWord;
        if (plan.Block == done.Block && IsNear(plan, done))
            score += SameSentence;
        if (fit is Fit.Rounded or Fit.CutOff)
            score += PercentFits;
        return new(candidate, score, likeness, fit, lower);
    }

    private bool FollowsFromOwnUnit(int result, int percent)
    {
        var done = scope.Claims[result];
        for (var at = result - 1; at >= Math.Max(0, result - 4); at--)
        {
            var whole = scope.Claims[at];
            if (whole.Block == done.Block && whole.Unit == done.Unit && whole.Measure == Measure.Amount && whole.Value > 0 && PrintedValue.IsUsable(whole) && Ratio(done, whole, scope.Claims[percent], lowerIsBetter: false) == Fit.Rounded)
                return true;
        }

        return false;
    }

    /// <summary>
    /// 漏损率目标控制在9.6%以内，实际8.9%; 应完成18处、实际完成11处: the sentence itself sets a figure against the one in front,
    /// whatever they are called.
    /// </summary>
    public bool IsSetAgainstLast(ReadOnlySpan<int> claims, int at)
    {
        if (at < 1 || at >= claims.Length)
            return false;
        var (plan, done) = (scope.Claims[claims[at - 1]], scope.Claims[claims[at]]);
        if (plan.Unit != done.Unit || plan.Optional || plan.Value <= 0 || plan.Measure == Measure.Change || done.Measure is not (Measure.Amount or Measure.Rate) || !PrintedValue.IsUsable(plan))
            return false;
        return ResultMarks.Joins(scope, plan, done) && AuditWords.PlanCues.Any(scope.Before(plan, 10)) && !ToldDone.Any(scope.Before(plan, 10));
    }

    /// <summary>青石镇计划造林1240亩，今日造林20亩，累计完成1316亩: the sum of a sentence answers its plan; a day's work may stand between. -1 when it does not.</summary>
    public int PlanOfSum(ReadOnlySpan<int> claims, int result)
    {
        var done = scope.Claims[result];
        if (done.Measure != Measure.Amount || !scope.Before(done, 6).Contains("累计", StringComparison.Ordinal))
            return -1;
        for (var at = claims.BinarySearch(result) - 1; at >= 0 && result - claims[at] <= 3; at--)
        {
            var plan = scope.Claims[claims[at]];
            if (plan.Unit != done.Unit || plan.Measure != Measure.Amount || scope.CrossesSentence(plan.Clean.End, done.Clean.Start))
                return -1;
            if (plan is { Optional: false, Value: > 0 } && PrintedValue.IsUsable(plan) && AuditWords.PlanCues.Any(scope.Before(plan, 10)) && !ToldDone.Any(scope.Before(plan, 10)))
                return claims[at];
        }

        return -1;
    }

    private PlanMatch SetAgainst(int candidate, int result, int percent)
    {
        var (plan, done) = (scope.Claims[candidate], scope.Claims[result]);
        var lower = PlanNature.IsLowerBetter(done, plan);
        return new(candidate, 1, Math.Max(LikeSetAgainst, scope.Name(candidate).LikenessTo(scope.Name(result))), percent < 0 ? Fit.None : Ratio(done, plan, scope.Claims[percent], lower), lower);
    }

    /// <summary>计划开工255项(其中前十月计划223项)，已开工206项，完成计划的80.8%: of two plans in a sentence the percentage tells which it is of.</summary>
    private PlanMatch OtherOfSentence(ReadOnlySpan<int> claims, int result, int percent, PlanMatch last)
    {
        if (percent < 0 || last.Fit is Fit.Rounded or Fit.CutOff)
            return last;
        var done = scope.Claims[result];
        for (var at = claims.BinarySearch(result) - 2; at >= 0 && result - claims[at] <= 8; at--)
        {
            var plan = scope.Claims[claims[at]];
            if (scope.CrossesSentence(plan.Clean.End, done.Clean.Start))
                break;
            if (CanBePlan(plan, done, out _) && Ratio(done, plan, scope.Claims[percent], last.Lower) == Fit.Rounded)
                return last with { Claim = claims[at], Fit = Fit.Rounded };
        }

        return last;
    }

    private decimal Likeness(int candidate, int result, bool alone, out bool byTopic)
    {
        byTopic = false;
        var (plan, done) = (scope.Name(candidate), scope.Name(result));
        if (done.SaysNothing || plan.SaysNothing)
        {
            // A bare 完成33座: the item's head says of what; without one, the only plan in that unit will do.
            var head = scope.Topic(scope.Claims[result].Block).LikenessTo(plan);
            return Math.Max(head, alone ? Strong : 0);
        }

        var likeness = done.LikenessTo(plan);
        if (likeness >= Strong)
            return likeness;
        // The row of a table has no topic: it begins with its task.
        if (scope.Blocks[scope.Claims[result].Block].Kind == BlockKind.Table)
            return likeness;
        var topic = ByTopic * scope.Topic(scope.Claims[result].Block).LikenessTo(plan);
        byTopic = topic > likeness;
        return byTopic ? topic : likeness;
    }

    private bool IsOnlyAnswer(Claim done)
    {
        var count = 0;
        foreach (var i in scope.ClaimsOf(done.Block))
        {
            if (scope.Claims[i] is { Stance: Stance.Done, Optional: false } other && other.Measure == done.Measure && other.Unit == done.Unit && ++count > 1)
                return false;
        }

        return count == 1;
    }

    private bool AloneInItsUnit(ReadOnlySpan<int> claims, Claim result)
    {
        var plans = 0;
        foreach (var candidate in claims)
        {
            if (CanBePlan(scope.Claims[candidate], result, out _))
                plans++;
        }

        return plans == 1;
    }

    /// <summary>A plan in front of its result, in the same or the sentence before: 计划开办15所，已开办19所.</summary>
    private bool IsNear(Claim plan, Claim done)
    {
        var between = scope.Between(plan, done);
        if (plan.Clean.Start > done.Clean.Start)
            return (AuditWords.PlanCues.Any(scope.Before(plan, 10)) || PlanNature.NamesTask(scope, plan)) && !scope.CrossesSentence(done.Clean.End, plan.Clean.Start);
        var end = between.IndexOfAny("。；;\n");
        return end < 0 || !between[(end + 1)..].ContainsAny("。；;\n");
    }

    /// <summary>Result over plan, or plan over result where less is better.</summary>
    public static Fit Ratio(Claim result, Claim plan, Claim percent, bool lowerIsBetter)
    {
        var (done, due) = (PrintedValue.OfResult(result), PrintedValue.OfPlan(plan));
        return lowerIsBetter ? PlanRatio.Judge(due, done, percent) : PlanRatio.Judge(done, due, percent);
    }
}
