using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>A result and the percentage of plan that is printed for it.</summary>
/// <param name="Further">A second percentage of the same result, which only counts where it follows from a plan of its own.</param>
internal readonly record struct ResultPercent(int Result, int Percent, bool Further = false);

/// <summary>
/// Which printed percentage of plan belongs to which result of a paragraph. A run of percentages (分别占…的52.7%、44.1%和66%)
/// takes as many results from in front of it, in order; a single one takes its own result, or all that 和 joins in front of it.
/// </summary>
internal static class PercentPairs
{
    private const decimal Alike = 0.5m;
    private const int ShortestSubject = 4;

    /// <summary>How many figures in front a result may stand; keeps a line of a million figures linear.</summary>
    private const int Farthest = 64;

    private static readonly System.Buffers.SearchValues<char> ShareVerbs = System.Buffers.SearchValues.Create("占完为达");
    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，,。；;：:");

    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<ResultPercent> pairs)
    {
        var free = 0;
        for (var at = 0; at < claims.Length;)
        {
            if (!IsPercent(scope, claims, at))
            {
                at++;
                continue;
            }

            var end = EndOfRun(scope, claims, at);
            PairRun(scope, claims, free, at, end, pairs);
            at = free = end;
        }
    }

    private static readonly WordFinder OfAll = new((WordFile.Load("audit")["of-all"], 0));

    private static readonly WordFinder Unfinished = new((WordFile.Load("audit")["unfinished"], 0));

    private static bool IsPercent(AuditScope scope, ReadOnlySpan<int> claims, int at) =>
        !scope.Claims[claims[at]].AtOtherTime && (PlanPercents.Is(scope, claims, at) || PlanPercents.IsStepRate(scope.Claims[claims[at]]));

    private static int EndOfRun(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var end = at + 1;
        while (end < claims.Length && IsPercent(scope, claims, end))
        {
            var between = scope.Between(scope.Claims[claims[end - 1]], scope.Claims[claims[end]]);
            if (between.Length > 12 || between.ContainsAny("。；;\n"))
                break;
            end++;
        }

        return end;
    }

    private static void PairRun(AuditScope scope, ReadOnlySpan<int> claims, int free, int start, int end, List<ResultPercent> pairs)
    {
        Span<int> results = stackalloc int[32];
        var wanted = Math.Min(end - start, results.Length);
        if (Told(scope, claims, start, wanted, pairs))
            return;
        if (wanted == 1)
        {
            PairOne(scope, claims, free, start, pairs);
            return;
        }

        var found = 0;
        for (var i = start - 1; i >= free && found < wanted; i--)
        {
            if (IsListed(scope, claims, free, i))
                results[wanted - ++found] = claims[i];
        }

        // 完成省目标的130%，市目标的127%: one result, and the first of its percentages.
        if (found == 1 && scope.Claims[claims[start]].Of == results[wanted - 1])
        {
            pairs.Add(new(results[wanted - 1], claims[start]));
            for (var i = start + 1; i < start + wanted; i++)
                pairs.Add(new(results[wanted - 1], claims[i], Further: true));
            return;
        }

        // Too few in front: the order is lost, and pairing by place would be guessing.
        if (found < wanted)
            return;
        for (var i = 0; i < wanted; i++)
            pairs.Add(new(results[i], claims[start + i]));
    }

    /// <summary>The reader has already settled to what each percentage belongs, to different results that stand in front.</summary>
    private static bool Told(AuditScope scope, ReadOnlySpan<int> claims, int start, int count, List<ResultPercent> pairs)
    {
        var last = -1;
        for (var i = start; i < start + count; i++)
        {
            var of = scope.Claims[claims[i]].Of;
            if (of <= last || of >= scope.Claims.Count || claims[..start].BinarySearch(of) is not (>= 0 and var told) || !ResultMarks.Is(scope, claims, told))
                return false;
            last = of;
        }

        if (count == 1)
            return false;
        for (var i = start; i < start + count; i++)
            pairs.Add(new(scope.Claims[claims[i]].Of, claims[i]));
        return true;
    }

    private static bool IsListed(AuditScope scope, ReadOnlySpan<int> claims, int free, int at)
    {
        var claim = scope.Claims[claims[at]];
        return ResultMarks.Is(scope, claims, at) && claim.Measure == Measure.Amount && PartMarks.WholeOf(scope, claims, at) < free;
    }

    private static void PairOne(AuditScope scope, ReadOnlySpan<int> claims, int free, int at, List<ResultPercent> pairs)
    {
        if (at > free && IsWhatEachDid(scope, scope.Claims[claims[at - 1]], scope.Claims[claims[at]]))
            return;
        // 完成省定任务(14266户)的229%，年度任务(2万户)的163%: each of the same result.
        if (at > 0 && scope.Claims[claims[at]].Of is >= 0 and var told && claims[..at].BinarySearch(told) >= 0 && IsPlanInBracket(scope, scope.Claims[claims[at - 1]], scope.Claims[claims[at]]))
        {
            pairs.Add(new(told, claims[at], Further: pairs.Exists(pair => pair.Result == told)));
            return;
        }

        // 新增助餐点235个、床位1202张，整体完成率111.5%: of all that was counted, and of none of it.
        if (at - free > 1 && OfAll.Any(scope.Before(scope.Claims[claims[at]], 8)))
            return;
        var result = BehindMoney(scope, claims, at, InFront(scope, claims, free, at));
        if (result >= 0)
            result = AnsweringPromise(scope, claims, free, at, result);
        if (result < 0)
            result = AlreadyDone(scope, claims, free, at);
        if (result < 0)
            result = Behind(scope, claims, at);
        if (result < 0)
            return;
        if (result < at)
            AddJoined(scope, claims, free, at, result, pairs);
        pairs.Add(new(claims[result], claims[at]));
    }

    /// <summary>41个项目完成年度投资计划超80%, 6个小区改造正在施工中(90%): the percentage tells how far each of them came.</summary>
    private static bool IsWhatEachDid(AuditScope scope, Claim count, Claim percent)
    {
        var between = scope.Between(count, percent);
        if (count.Measure == Measure.Amount && between.Length > 4 && between[^1] is '(' or '（' && ClaimWords.Shared.UnderWay.AtEnd(between[..^1]) > 0)
            return true;
        return percent.Bound is Bound.MoreThan or Bound.AtLeast && count.Measure == Measure.Amount && between.Contains("完成", StringComparison.Ordinal) && !between.ContainsAny(Stops);
    }

    /// <summary>改造公路46公里，投入资金2310万元，占年度任务的92%: the reader has seen that the share is not of the money.</summary>
    private static int BehindMoney(AuditScope scope, ReadOnlySpan<int> claims, int at, int nearest)
    {
        if (nearest < 0 || scope.Claims[claims[nearest]].Unit != "元" || scope.Claims[claims[at]].Measure != Measure.OfPlan)
            return nearest;
        var of = scope.Claims[claims[at]].Of;
        return of >= 0 && claims[..at].BinarySearch(of) is >= 0 and var told && scope.Claims[of].Unit != "元" && ResultMarks.Is(scope, claims, told) ? told : nearest;
    }

    /// <summary>承诺改造市场3个。兑现：3个改造完工，新增摊位288个，完成率100%: the reader has seen which of them the promise makes that percentage.</summary>
    private static int AnsweringPromise(AuditScope scope, ReadOnlySpan<int> claims, int free, int at, int nearest)
    {
        var percent = scope.Claims[claims[at]];
        if (percent.Measure != Measure.OfPlan || claims[..at].BinarySearch(percent.Of) is not (>= 0 and var told) || told < free || told >= nearest || !ResultMarks.Is(scope, claims, told) || scope.CrossesSentence(scope.Claims[percent.Of].Clean.End, percent.Clean.Start))
            return nearest;
        var (answer, other) = (scope.Claims[claims[told]], scope.Claims[claims[nearest]]);
        for (var i = 0; i < told && i < Farthest; i++)
        {
            if (PlanSearch.CanBePlan(scope.Claims[claims[i]], other, out _) && PlanSearch.Ratio(other, scope.Claims[claims[i]], percent, lowerIsBetter: false) == Fit.Rounded)
                return nearest;
        }

        for (var i = 0; i < told && i < Farthest; i++)
        {
            if (PlanSearch.CanBePlan(scope.Claims[claims[i]], answer, out _) && PlanSearch.Ratio(answer, scope.Claims[claims[i]], percent, lowerIsBetter: false) == Fit.Rounded)
                return told;
        }

        return nearest;
    }

    /// <summary>完成3.1亿元，较去年同期增长1.5亿元，为年度计划的30.9%: by how much it grew is no result of the plan.</summary>
    private static bool TellsGrowth(AuditScope scope, Claim claim) =>
        claim.Stage is "增长" or "增加" or "减少" or "下降" && scope.Before(claim, 12).ContainsAny('比', '较');

    /// <summary>听力筛查率达到100%；窝沟封闭服务，完成率107%: a sentence that begins with a thing of its own speaks of that thing.</summary>
    private static bool IsOfOther(AuditScope scope, int result, Claim percent)
    {
        var before = scope.Before(percent, 60);
        // 项目200个，总投资63亿元。6个竣工。重点项目完成投资占年度计划的65%: what was spent is no share of what was counted, nor of the cost.
        if ((scope.Claims[result].Unit != "元" || PlanNature.IsCostOfAll(scope.Claims[result])) && before[..(before.LastIndexOf('占') is > 0 and var takes ? takes : 0)].EndsWith("投资", StringComparison.Ordinal))
            return true;
        var subject = before[..(before.IndexOfAny(ShareVerbs) is >= 0 and var verb ? verb : before.Length)].Trim(" ，,、");
        if (subject.Length < ShortestSubject)
            return false;
        var name = IndicatorName.Of(subject.ToString());
        return !name.SaysNothing && scope.Name(result).LikenessTo(name) < Alike;
    }

    private static int InFront(AuditScope scope, ReadOnlySpan<int> claims, int free, int at)
    {
        var percent = scope.Claims[claims[at]];
        var (nearest, rate) = (-1, -1);
        var words = scope.Before(percent, 14);
        var ofMoney = percent.Measure == Measure.OfPlan && Claims.Ratios.IsOfInvestment(words[(words.LastIndexOfAny(Stops) + 1)..]);
        for (var i = at - 1; i >= free && at - i <= Farthest; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (!ResultMarks.Is(scope, claims, i) || TellsGrowth(scope, claim) || IsPlanOf(scope, claim, percent) || (claim.Unit == "%" && claim.Measure == Measure.Rate && PlanPercents.Is(scope, claims, i)))
                continue;
            if (scope.CrossesSentence(claim.Clean.End, percent.Clean.Start) && (scope.Name(claims[i]).LikenessTo(scope.Name(claims[at])) < Alike || IsOfOther(scope, claims[i], percent)))
                continue;
            // 1—10月完成121亿元，全年预计增长8.5%，完成年计划的102%: of what the year is expected to end at.
            if (i < at - 1 && scope.Between(claim, percent).Contains("预计", StringComparison.Ordinal))
                continue;
            // 竣工6个，完成年度计划投资的53.4%: of the money, and of no count.
            if (ofMoney && claim.Unit != "元")
                continue;
            if (claim.Measure == Measure.Rate)
            {
                rate = rate < 0 ? i : rate;
                continue;
            }

            // 新增托位540个，千人口托位数3.88个，完成率260%: a fraction of a thing is a level and no count.
            if (claim.Step is > 0 and < 1 && claim.Unit.Length == 1 && AuditWords.Counts(claim.Unit))
                continue;

            // 开工1200户，开工面积9万平方米，开工率95%: of the houses, not of their area.
            if (PlanPercents.IsStepRate(percent) && i > free && claim.Unit is "平方米" or "元" && ResultMarks.Is(scope, claims, i - 1) && scope.Claims[claims[i - 1]].Stage is not null && !scope.CrossesSentence(scope.Claims[claims[i - 1]].Clean.End, claim.Clean.Start))
                continue;

            nearest = i;
            if (!Unfinished.Any(scope.Before(claim, 5)))
                break;
            // 已建成11所、在建5所，完成率68.8%: of what is finished, when that stands in the same sentence.
            if (i == free || !ResultMarks.Is(scope, claims, i - 1) || scope.Claims[claims[i - 1]].Unit != claim.Unit || scope.CrossesSentence(scope.Claims[claims[i - 1]].Clean.End, claim.Clean.Start))
                break;
        }

        // A rate is the result only where its name is the percentage's own (漏损率 8.9%，完成率 107.9%).
        if (rate >= 0 && (nearest < 0 || scope.Name(claims[rate]).LikenessTo(scope.Name(claims[at])) > scope.Name(claims[nearest]).LikenessTo(scope.Name(claims[at]))))
            return rate;
        return nearest < 0 ? -1 : RatherWhole(scope, claims, free, at, nearest);
    }

    /// <summary>
    /// 935处，其中老城612处、临港323处，占年计划的374%: behind a list of parts the percentage speaks of the whole,
    /// behind a single part (216个立项，其中196个开工，占…) of that part, unless the percentage's own name says otherwise.
    /// </summary>
    private static int RatherWhole(AuditScope scope, ReadOnlySpan<int> claims, int free, int at, int nearest)
    {
        var whole = PartMarks.WholeOf(scope, claims, nearest);
        if (whole < free || !ResultMarks.Is(scope, claims, whole))
            return nearest;
        var name = scope.Name(claims[at]);
        var (asPart, asWhole) = (name.LikenessTo(scope.Name(claims[nearest])), name.LikenessTo(scope.Name(claims[whole])));
        var stage = scope.Claims[claims[at]].Stage;
        if (stage is not null && stage == scope.Claims[claims[nearest]].Stage && stage != scope.Claims[claims[whole]].Stage)
            return nearest;
        return nearest - whole > 1 && asWhole >= asPart ? whole : nearest;
    }

    /// <summary>已落实保障房建设计划530套，占年计划的106%: called a plan by its name, told as done by 已.</summary>
    private static int AlreadyDone(AuditScope scope, ReadOnlySpan<int> claims, int free, int at)
    {
        var near = at - 1;
        if (near > free && IsPlanOf(scope, scope.Claims[claims[near]], scope.Claims[claims[at]]))
            near--;
        if (near < free || scope.Claims[claims[near]] is not { Measure: Measure.Amount, Optional: false } claim || !PrintedValue.IsUsable(claim))
            return -1;
        var told = !scope.CrossesSentence(claim.Clean.End, scope.Claims[claims[at]].Clean.Start) && !IsPlanOf(scope, claim, scope.Claims[claims[at]]);
        return told && scope.Before(claim, 24).ContainsAny("已共") ? near : -1;
    }

    /// <summary>占年度计划50公里的80%: the number right in front of 的 is the plan.</summary>
    public static bool IsPlanOf(AuditScope scope, Claim claim, Claim percent)
    {
        if (scope.Between(claim, percent) is "的" && AuditWords.PlanCues.Any(scope.Before(claim, 10)))
            return true;
        if (IsPlanInBracket(scope, claim, percent))
            return true;
        // 完成全年9万人目标的72%
        if (claim.Stance == Stance.Planned && scope.Between(claim, percent) is { Length: > 2 and < 12 } noun && noun[^1] == '的' && ClaimWords.Shared.PlanNouns.AtEnd(noun[..^1]) == noun[..^1].TrimStart('的').Length)
            return true;
        // 完成全年3,000户的任务，完成率105%.
        var after = scope.After(claim, 7);
        return after.Length > 0 && after[0] == '的' && percent.Clean.Start - claim.Clean.End < 16 && AuditWords.PlanCues.Any(after);
    }

    private static bool IsPlanInBracket(AuditScope scope, Claim claim, Claim percent) =>
        claim.Stance == Stance.Planned && scope.Between(claim, percent) is [var close, '的'] && Marks.Closes(close);

    private static int Behind(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var percent = scope.Claims[claims[at]];
        for (var i = at + 1; i < claims.Length && i <= at + 3; i++)
        {
            var claim = scope.Claims[claims[i]];
            if (scope.CrossesSentence(percent.Clean.End, claim.Clean.Start) || PlanPercents.Is(scope, claims, i))
                return -1;
            if (ResultMarks.Is(scope, claims, i) && scope.Name(claims[i]).LikenessTo(scope.Name(claims[at])) >= Alike)
                return i;
        }

        return -1;
    }

    /// <summary>800个专家和800件资料征集整理，占年计划的80%: one percentage for results in different units that 和 joins.</summary>
    private static void AddJoined(AuditScope scope, ReadOnlySpan<int> claims, int free, int at, int result, List<ResultPercent> pairs)
    {
        if (result - 1 < free)
            return;
        var (last, first) = (scope.Claims[claims[result]], scope.Claims[claims[result - 1]]);
        if (!ResultMarks.Is(scope, claims, result - 1) || first.Measure != Measure.Amount || first.Unit == last.Unit || first.Unit == "元" || last.Unit == "元" || PartMarks.WholeOf(scope, claims, result) >= 0)
            return;
        var between = scope.Between(first, last);
        if (between.Length is 0 or > 24 || between.ContainsAny(Stops) || !between.ContainsAny("和、与及"))
            return;
        pairs.Add(new(claims[result - 1], claims[at]));
    }
}
