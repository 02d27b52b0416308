using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Rows of a report card that are told in sentences.</summary>
internal sealed class ProseRows(AuditScope scope)
{
    /// <summary>Likeness a result without a percentage needs before it is set against a plan.</summary>
    private const decimal Sure = 0.6m;

    private const int LongestPlaces = 6;
    private const decimal SureOfRate = 0.75m;
    private const decimal SureOfName = 0.75m;

    /// <summary>How many rows back of the same paragraph are looked at; keeps giant paragraphs linear.</summary>
    private const int Farthest = 64;

    private static readonly WordFinder Passing = new((WordFile.Load("audit")["passing"], 0));

    private readonly PlanSearch plans = new(scope);
    private readonly List<ResultPercent> pairs = [];
    private readonly HashSet<int> taken = [];

    /// <summary>Adds the rows of one paragraph, in text order.</summary>
    public void Find(int block, List<PlanRow> rows)
    {
        var claims = scope.ClaimsOf(block);
        if (claims.Length == 0 || scope.Blocks[block].Kind is BlockKind.Promise or BlockKind.Furniture)
            return;
        pairs.Clear();
        PercentPairs.Find(scope, claims, pairs);
        var first = rows.Count;
        taken.Clear();
        foreach (var pair in pairs)
        {
            var row = OfWhatWasAdded(WithPercent(pair), claims);
            if (!IsOfPlan(row, claims) || IsOfSum(row, claims) || (pair.Further && (row.Fit != Fit.Rounded || rows.Count == first || rows[^1].Plan == row.Plan)))
                continue;
            rows.Add(row);
            taken.Add(pair.Result);
        }

        PlanLists.Align(scope, claims, rows, first);
        SharedPlans.GiveBack(scope, rows, first);

        ListRows.Find(scope, claims, taken, rows);
        var mayHold = rows.Count > first || MayHoldRows(block, claims);
        for (var at = 0; at < claims.Length; at++)
        {
            if ((mayHold || plans.IsSetAgainstLast(claims, at)) && taken.Add(claims[at]) && WithoutPercent(claims, at, rows, first) is { } row)
                rows.Add(row);
        }

        rows.Sort(first, rows.Count - first, ByPlace);
    }

    private static readonly Comparer<PlanRow> ByPlace = Comparer<PlanRow>.Create(static (a, b) => a.Result.CompareTo(b.Result));

    /// <summary>A 开工率 is a row's percentage only beside a printed plan of the same name.</summary>
    private bool IsOfPlan(PlanRow row, ReadOnlySpan<int> claims)
    {
        if (PlanPercents.Is(scope, claims, claims.BinarySearch(row.Percent)))
            return true;
        if (row.Plan < 0 || scope.Claims[row.Plan].Stance != Stance.Planned)
            return StepPlans.Settle(scope, row, claims);
        return row.Fit != Fit.Off || (row.Likeness >= SureOfRate && scope.Claims[row.Plan].Block != scope.Claims[row.Result].Block);
    }

    /// <summary>已完成38所，另已开工75所，完成目标任务的37.7%: the percentage is of both together.</summary>
    private bool IsOfSum(PlanRow row, ReadOnlySpan<int> claims)
    {
        var at = claims.BinarySearch(row.Result);
        if (row.Fit != Fit.Off || at < 1 || row.Plan == claims[at - 1])
            return false;
        var (first, last) = (scope.Claims[claims[at - 1]], scope.Claims[row.Result]);
        if (!ResultMarks.Is(scope, claims, at - 1) || first.Measure != Measure.Amount || first.Unit != last.Unit || scope.CrossesSentence(first.Clean.End, last.Clean.Start))
            return false;
        return PlanRatio.Judge(PrintedValue.OfResult(first) + PrintedValue.OfResult(last), PrintedValue.OfPlan(scope.Claims[row.Plan]), scope.Claims[row.Percent]) == Fit.Rounded;
    }

    /// <summary>新建绿道38公里，总里程达到126公里，完成率95%: of what was added where that fits, and not of the level it came to.</summary>
    private PlanRow OfWhatWasAdded(PlanRow row, ReadOnlySpan<int> claims)
    {
        var at = claims.BinarySearch(row.Result);
        if (row.Fit != Fit.Off || at < 1 || row.Plan == claims[at - 1])
            return row;
        var (added, level) = (scope.Claims[claims[at - 1]], scope.Claims[row.Result]);
        if (!ResultMarks.Is(scope, claims, at - 1) || added.Unit != level.Unit || scope.Between(added, level) is not ['，' or ',', '总', ..])
            return row;
        var own = WithPercent(new ResultPercent(claims[at - 1], row.Percent));
        return own.Fit is Fit.Rounded or Fit.CutOff ? own : row;
    }

    private PlanRow WithPercent(ResultPercent pair)
    {
        var result = scope.Claims[pair.Result];
        var match = plans.Find(pair.Result, pair.Percent);
        var row = new PlanRow
        {
            Result = pair.Result,
            Percent = pair.Percent,
            Plan = match.Claim,
            Likeness = match.Likeness,
            Fit = match.Fit,
            LowerIsBetter = match.Lower || AuditWords.IsLowerBetter(result.Indicator),
        };
        // 拨付46亿元，占年筹资总额的67%: of a sum that is called another, where it does not follow from the plan printed.
        if (row.Fit == Fit.Off && scope.Between(result, scope.Claims[pair.Percent]) is var words && words.Contains("总额", StringComparison.Ordinal) && !words.Contains("计划", StringComparison.Ordinal))
            (row.Plan, row.Fit) = (-1, Fit.None);
        // 新开工17个，占全年计划34个的50%: a plan named inside the percentage is one of the same step.
        row.Stage = row.HasPlan && StageRanks.IsEarlier(result, scope.Claims[match.Claim])
            && !PercentPairs.IsPlanOf(scope, scope.Claims[match.Claim], scope.Claims[pair.Percent]);
        return row;
    }

    /// <summary>Results without a percentage are rows under a promise, or beside a plan printed as one.</summary>
    private bool MayHoldRows(int block, ReadOnlySpan<int> claims)
    {
        if (scope.PromiseOf(block) >= 0)
            return true;
        var promised = false;
        foreach (var i in claims)
        {
            if (scope.Claims[i].Stance == Stance.Planned && PlanNature.NamesTask(scope, scope.Claims[i]))
                return true;
            if (scope.Claims[i].Stance == Stance.Planned)
                promised = true;
            else if (promised)
                return true;
        }

        return false;
    }

    private PlanRow? WithoutPercent(ReadOnlySpan<int> claims, int at, List<PlanRow> rows, int first)
    {
        var result = scope.Claims[claims[at]];
        // Growth aimed at and growth reached are a row only where a table sets them side by side.
        if (result is not { Stance: Stance.Done, Optional: false } || !(result.Measure is Measure.Amount or Measure.Rate || (result.Measure == Measure.Change && result.Row >= 0)) || !PrintedValue.IsUsable(result))
            return null;
        // 4类对象: how many kinds there are is no result.
        if (result.Unit is "类" or "大类" || (AuditWords.NamesTheList(result.Indicator) && !plans.IsSetAgainstLast(claims, at)))
            return null;
        // 25个县(区)计划新建工程35处: where it was to be done is no result.
        if (result.Stage is null && result.Indicator.Length <= LongestPlaces && result.Indicator.AsSpan().TrimEnd(")）") is [.., '县' or '区' or '市' or '镇' or '乡' or '州'])
            return null;
        // 在建项目223个 says how far works have come.
        if (result.Stage is null && ListSizes.IsState(result.Indicator))
            return null;
        // 137项任务正常推进, 19项达到序时进度: so does what they are told to be against their schedule.
        if (result.Stage is { } pace && (pace.EndsWith("推进", StringComparison.Ordinal) || pace.EndsWith("进度", StringComparison.Ordinal)))
            return null;
        // 比上年多支出6,200万元 is a change, not a result.
        if (result.Measure != Measure.Change && scope.Before(result, 12).ContainsAny('比', '较'))
            return null;
        // 今日新增造林65亩 is what a day brought; 列入通报的5项 is what a text speaks of.
        if (Passing.Any(scope.Before(result, 10)) || result.Indicator.EndsWith("列入", StringComparison.Ordinal))
            return null;
        var whole = plans.PlanOfSum(claims, claims[at]) < 0 ? PartMarks.WholeOf(scope, claims, at) : -1;
        if (whole >= 0)
            return FurtherOn(claims[at], claims[whole], rows, first);
        var match = plans.Find(claims[at], -1);
        if (result.Measure == Measure.Change && match.Claim >= 0 && (scope.Claims[match.Claim].Row != result.Row || scope.Claims[match.Claim].Column == result.Column))
            return null;
        if (match.Score < Sure || AuditWords.NamesTheList(scope.Claims[match.Claim].Indicator) || !IsPromised(result, match) || TellsAgain(result, scope.Claims[match.Claim]))
            return null;
        // 增加1000张。…全市共有14418张: what there is answers no promise of more.
        if (IsStock(result) && scope.Claims[match.Claim].Stage is "增加" or "新增" or "新建" or "净增")
            return null;
        var stage = StageRanks.IsEarlier(result, scope.Claims[match.Claim]);
        // A second count of the same thing at the same step is a detail, not another row.
        if (SharesPlan(rows, first, match.Claim, stage))
            return null;
        return new PlanRow
        {
            Result = claims[at],
            Plan = match.Claim,
            Likeness = match.Likeness,
            LowerIsBetter = match.Lower,
            Stage = stage,
            Optional = stage,
        };
    }

    /// <summary>列入省级重点项目36个，…36个省级重点项目完成投资: the same number at the head of a clause, and nothing done to it.</summary>
    private bool TellsAgain(Claim result, Claim plan) =>
        result.Value == plan.Value && result.Block == plan.Block && scope.Before(result, 1) is [] or ['，' or ',' or '、'] && !scope.After(result, 16).ContainsAny("已均都全");

    /// <summary>The plan stands in the heading answered, is called a plan in its own sentence, or comes first.</summary>
    private bool IsPromised(Claim result, PlanMatch match)
    {
        var claim = scope.Claims[match.Claim];
        if (claim.Block != result.Block || AuditWords.PlanCues.Any(scope.Before(claim, 16)) || PlanNature.NamesTask(scope, claim))
            return true;
        // 新增托位860个 | 新增托位905个: a task in a cell of words, and what came of it in another.
        if (scope.Blocks[claim.Block].Kind == BlockKind.Table && (scope.Between(claim, result).ContainsAny('|', '\t') || (claim.Row >= 0 && claim.Row == result.Row && claim.Column < result.Column)))
            return true;
        // 优良天数比例达到86%。实际达到88.2%: the promise first, then a sentence that tells what was done.
        if (claim.Clean.End >= result.Clean.Start)
            return false;
        // 引进项目不少于2个；…。上半年，引进项目2个: the same thing told again in a later sentence.
        return plans.TellsDone(result) || scope.Answers(claim, result) || (match.Likeness >= SureOfName && claim.Indicator.Length > 4 && scope.Between(claim, result).Contains('。') && IsSameYear(claim, result));
    }

    /// <summary>其中13个已建成: a part counted at another step than its whole is shown against the whole's plan.</summary>
    private PlanRow? FurtherOn(int part, int whole, List<PlanRow> rows, int first)
    {
        for (var i = Math.Max(first, rows.Count - Farthest); i < rows.Count; i++)
        {
            if (rows[i].Result != whole || scope.Claims[part].Unit != scope.Claims[whole].Unit)
                continue;
            var (now, before) = (StageRanks.Of(scope.Claims[part]), StageRanks.Of(scope.Claims[whole]));
            if (now == StageRanks.Unnamed || now == before)
                return null;
            var stage = rows[i].HasPlan && StageRanks.IsEarlier(scope.Claims[part], scope.Claims[rows[i].Plan]);
            return new PlanRow { Result = part, Plan = rows[i].Plan, PartOf = rows[i], Optional = true, Stage = stage, Likeness = rows[i].Likeness };
        }

        return null;
    }

    private bool IsStock(Claim result) =>
        scope.Before(result, 14) is var before && (before.Contains("共有", StringComparison.Ordinal) || before.Contains("现有", StringComparison.Ordinal) || before.Contains("总数", StringComparison.Ordinal));

    private static bool IsSameYear(Claim plan, Claim result) => plan.Period is not { } due || result.Period is not { } done || due.Year == done.Year;

    private static bool SharesPlan(List<PlanRow> rows, int first, int plan, bool stage)
    {
        for (var i = Math.Max(first, rows.Count - Farthest); i < rows.Count; i++)
        {
            if (rows[i].Plan == plan && rows[i].Fit != Fit.Off && rows[i].Stage == stage)
                return true;
        }

        return false;
    }
}
