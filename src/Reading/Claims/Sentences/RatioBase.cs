using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds the number a percentage speaks of, and the plan it was set against.</summary>
internal sealed class RatioBase(SentenceRun run)
{
    private const int FarthestTotal = 60;

    private readonly List<Claim> claims = run.Claims;
    private readonly SentenceFigures figures = run.Figures;

    /// <summary>The claim a percentage speaks of: the one before, or for lists the one at the same place of the list before; -1 when there is none.</summary>
    public int Of(Measure measure, ReadOnlySpan<char> noun, int place, int count)
    {
        if (!noun.IsEmpty && measure is Measure.Change)
            return -1;
        if (count > 64)
            return -1;
        Span<int> before = stackalloc int[count];
        var found = 0;
        string? averaged = null;
        var states = false;
        var unit = count > 1 ? UnitOfAll(place, count) : null;
        for (var i = claims.Count - 1 - place; i >= Math.Max(run.FirstOfBlock, claims.Count - 40 - count) && found < count; i--)
        {
            // 新增托位540个，千人口托位数3.88个，完成率260%: a fraction of a thing is a level and no count.
            if (measure == Measure.OfPlan && claims[i].Step is > 0 and < 1 && claims[i].Unit.Length == 1 && claims[i].Unit is "个" or "张" or "名" or "所" or "人")
                continue;
            if (measure == Measure.OfPlan && count == 1 && claims[i].Stance == Stance.Planned && run.Standing == Stance.Done && i > run.FirstOfSentence && claims[i - 1].Stance == Stance.Done && claims[i - 1].Measure == Measure.Amount)
                continue;
            // 受理2750件，日均30件，较上季度下降4.1%: the sum fell.
            if (averaged is null && measure == Measure.Change && i > run.FirstOfSentence && claims[i].Measure == Measure.Amount && claims[i - 1].Unit == claims[i].Unit && run.IsAverage(i))
                averaged = claims[i].Unit;
            if (averaged is not null && (claims[i].Measure != Measure.Amount || claims[i].Unit != averaged || claims[i].PartOf >= 0 || run.IsAverage(i)))
                continue;
            // 工业投资62亿元（占总投资的28%），增长11%: the sum grew, not its share.
            // Nor is a share of the plan one of that share: 完成投资42亿元，占总量的9%，完成计划的70%.
            if ((measure == Measure.Change ? run.Unit == Lexicons.Unit.Percent : measure == Measure.OfPlan && count == 1) && claims[i].Measure == Measure.Share && i > run.FirstOfSentence && claims[i - 1].Measure == Measure.Amount)
                continue;
            // 开工1200户，开工面积9万平方米，开工率95%: of the houses, not of their area.
            if (measure == Measure.Rate && count == 1 && claims[i].Unit is "平方米" or "元" && i > run.FirstOfSentence && claims[i - 1] is { Measure: Measure.Amount, Stage: not null } && ClaimWords.Shared.StepRates.AtEnd(noun) > 0)
                continue;
            if (unit is not null && claims[i].Measure == Measure.Amount && claims[i].Unit != unit)
                continue;
            // 在建项目223个，竣工项目60个，开工率73%: of all projects, which the sentence before counted.
            if (measure == Measure.Rate && count == 1 && claims[i].Measure == Measure.Amount && (i >= run.FirstOfSentence ? run.IsOneOfStates(i) : states && !ListSizes.CountsWorks(claims[i].Unit)))
            {
                states = true;
                continue;
            }

            if (claims[i].Measure == Measure.Amount && (measure is not (Measure.Change or Measure.OfPlan) || !SentenceRun.IsDifference(claims[i])) || (claims[i].Measure is Measure.Rate or Measure.Share && count == 1 && measure is Measure.Change or Measure.OfPlan) || (claims[i].Measure == Measure.OfPlan && count == 1 && measure == Measure.Change && run.Unit.Kind == Lexicons.UnitKind.Points && i >= run.FirstOfSentence))
                before[found++] = i;
            else if (found > 0 && count > 1)
                break;
        }

        // 改造管网120公里（其中：供水46公里；排水74公里），完成率96%: behind its bracket the ratio is of the whole.
        if (count == 1 && found == 1 && claims[before[0]] is { PartOf: >= 0 } part && part.PartOf >= run.FirstOfSentence && ClosesBehind(part))
            return part.PartOf;
        if (found == count)
            return before[count - 1 - place];
        return found > 0 && count == 1 ? before[0] : -1;
    }

    private bool ClosesBehind(Claim part)
    {
        var between = run.Text.AsSpan(part.Clean.End, Math.Max(0, figures[run.At].From - part.Clean.End));
        return between.IndexOfAny('）', ')') is var close and >= 0 && between[..close].IndexOfAny('（', '(') < 0;
    }

    // 12个项目完成投资31亿元，58个项目完成投资92亿元，分别占年计划的46%、52%: as many sums as percentages.
    private string? UnitOfAll(int place, int count)
    {
        var last = claims.Count - 1 - place;
        if (last <= run.FirstOfSentence || claims[last].Measure != Measure.Amount || claims[last - 1].Unit == claims[last].Unit)
            return null;
        var same = 0;
        for (var i = last; i >= run.FirstOfSentence; i--)
            same += claims[i].Measure == Measure.Amount && claims[i].Unit == claims[last].Unit ? 1 : 0;
        return same == count ? claims[last].Unit : null;
    }

    /// <summary>新建幼儿园8所，已开工7所，主体封顶3所，完成计划的87.5%: the claim that closes the ratio; what it is set against becomes a plan.</summary>
    public int Closing(int of, Figure ratio)
    {
        if (of < run.FirstOfSentence || ratio.Value <= 0)
            return of;
        var first = Math.Max(run.FirstOfSentence, of - SentenceRun.FarthestBack);
        for (var i = of; i >= first; i--)
        {
            if (claims[i].Measure != Measure.Amount || claims[i].Unit != claims[of].Unit || claims[i].Stance == Stance.Planned)
                continue;
            for (var p = i - 1; p >= first; p--)
            {
                if (claims[p].Measure != Measure.Amount || claims[p].Unit != claims[of].Unit || claims[p].Value == 0 || IsEarlierStep(p) || HasShare(p) || ClaimWords.Shared.Found.AtEnd(run.BlockPhrases[p - run.FirstOfBlock].Noun) > 0)
                    continue;
                // In double: a text may hold numbers whose quotient leaves decimal's range.
                if (Math.Abs(((double)claims[i].Value / (double)claims[p].Value * 100) - (double)ratio.Value) > (double)ratio.Step)
                    continue;
                claims[p].Stance = Stance.Planned;
                if (claims[p].Period == run.Outline.ReportPeriod)
                    claims[p].Period = run.Outline.PlanPeriod;
                return i;
            }
        }

        return of;
    }

    /// <summary>124个新建项目已开工122个，开工率98.4%: what was to be started stands in the same clause.</summary>
    /// <param name="bare">The rate stands at the number: 新开工及在建项目258项，开工率达79.5% is of what was to be started.</param>
    public bool CloseStep(int of, Figure ratio, bool bare = false)
    {
        if (bare && of >= run.FirstOfSentence && of == claims.Count - 1 && claims[of] is { Measure: Measure.Amount, Stance: Stance.Done, Stage: null } && ListSizes.CountsWorks(claims[of].Unit) && ListSizes.NamesWorks(run.BlockPhrases[of - run.FirstOfBlock].Noun)
            && run.Text.AsSpan(figures.Start, Math.Max(0, claims[of].Clean.Start - figures.Start)).IndexOf('已') < 0)
        {
            (claims[of].Stance, claims[of].Period) = (Stance.Planned, claims[of].Period == run.Outline.ReportPeriod ? run.Outline.PlanPeriod : claims[of].Period);
            return false;
        }

        if (of <= run.FirstOfSentence || claims[of - 1].Clean.End > claims[of].Clean.Start)
            return false;
        var between = run.Text.AsSpan(claims[of - 1].Clean.End, claims[of].Clean.Start - claims[of - 1].Clean.End);
        var (plan, done) = (claims[of - 1], claims[of]);
        if (between.IndexOfAny(Marks.ClauseEnds) >= 0 || plan.Measure != Measure.Amount || plan.Unit != done.Unit || plan.Value == 0)
            return false;
        if (Math.Abs(((double)done.Value / (double)plan.Value * 100) - (double)ratio.Value) > (double)ratio.Step)
            return false;
        (plan.Stance, plan.Period) = (Stance.Planned, plan.Period == run.Outline.ReportPeriod ? run.Outline.PlanPeriod : plan.Period);
        return true;
    }

    /// <summary>The last result is that percentage of a plan printed in the same paragraph.</summary>
    public bool ClosesPlan(Figure ratio)
    {
        if (claims.Count - 1 <= run.FirstOfBlock || claims[^1] is not { Measure: Measure.Amount, Stance: Stance.Done } done)
            return false;
        // 计划建设25所，建成14所，占56%: right behind its plan in the same sentence.
        if (claims.Count - 2 >= run.FirstOfSentence && claims[^2] is { Measure: Measure.Amount, Stance: Stance.Planned, Unit: not ("项" or "件") } right && Closes(done, right, ratio))
            return true;
        // 新建管网500公里(已完成365公里，占73%), or beside a share of the plan that says so.
        var told = run.Text.AsSpan(claims[^2].Clean.End, Math.Max(0, done.Clean.Start - claims[^2].Clean.End)) is [var open, ..] && Marks.Opens(open);
        for (var i = claims.Count - 2; i >= Math.Max(run.FirstOfBlock, claims.Count - 12); i--)
        {
            // 计划改造420公里，已完工331公里，占78.8%: nothing stands between the plan and the result.
            told |= claims[i].Measure == Measure.OfPlan || (i == claims.Count - 2 && i >= run.FirstOfSentence && claims[i].Unit is not ("项" or "件") && run.Text.AsSpan(claims[i].Clean.End, Math.Max(0, done.Clean.Start - claims[i].Clean.End)).IndexOf('已') >= 0);
            if (told && claims[i] is { Measure: Measure.Amount, Stance: Stance.Planned } plan && Closes(done, plan, ratio))
                return true;
        }

        return false;
    }

    /// <summary>The number before is that percentage of a greater one of its unit told before, also in the paragraph above.</summary>
    public bool IsPartOfTotal(Figure ratio)
    {
        if (claims.Count < 2 || claims[^1] is not { Measure: Measure.Amount, Stance: Stance.Done, Stage: null or "受理" } part || !part.Unit.StartsWith('件') && part.Unit is not ("个" or "宗" or "起" or "条" or "人次"))
            return false;
        for (var i = claims.Count - 2; i >= Math.Max(0, claims.Count - FarthestTotal); i--)
        {
            if (claims[i] is { Measure: Measure.Amount } total && total.Value > part.Value && Closes(part, total, ratio))
                return true;
        }

        return false;
    }

    /// <summary>全年预算5.4亿元，支出3.7亿元，支出进度69%: what was spent is that percentage of the year's money in front of it, which then is its plan.</summary>
    public bool ClosesBudget(Figure ratio)
    {
        if (run.Standing == Stance.Planned || claims.Count < run.FirstOfSentence + 2 || claims[^1] is not { Measure: Measure.Amount, Stance: Stance.Done } spent || claims[^2] is not { Measure: Measure.Amount } money || money.Unit != spent.Unit || money.Value <= spent.Value || !Closes(spent, money, ratio))
            return false;
        var before = run.Text.AsSpan(figures.Start, Math.Max(0, money.Clean.Start - figures.Start));
        var clause = before[(before.LastIndexOfAny(Marks.ClauseEnds) + 1)..];
        if (!clause.Contains("全年", StringComparison.Ordinal) && !clause.Contains("年度", StringComparison.Ordinal) && !clause.Contains("预算", StringComparison.Ordinal) && !clause.Contains("安排", StringComparison.Ordinal))
            return false;
        if (money.Stance == Stance.Done)
            (money.Stance, money.Period) = (Stance.Planned, run.Outline.PlanPeriod ?? money.Period);
        if (spent.Period == run.Outline.PlanPeriod)
            spent.Period = run.Outline.ReportPeriod ?? spent.Period;
        return true;
    }

    /// <summary>年计划改造36座，改完24座，占年计划的67%: what is a share of the plan is no plan, unless its own words say so.</summary>
    public void TurnToResult(int of, ReadOnlySpan<char> left)
    {
        if (of < run.FirstOfSentence || run.Standing == Stance.Planned || claims[of] is not { Stance: Stance.Planned, Measure: Measure.Amount } result || left.Trim(" ，,") is not ['占' or '为' or '是' or '达', ..])
            return;
        var before = run.Text.AsSpan(figures.Start, Math.Max(0, result.Clean.Start - figures.Start));
        var clause = before[(before.LastIndexOfAny("，；,;、") + 1)..];
        if (clause.Length == before.Length || clause.IsEmpty || ClaimWords.Shared.Planned.Find(clause, out _, out _) >= 0 || ClaimWords.Shared.PlanNouns.AtEnd(clause.TrimEnd("为是 ")) > 0)
            return;
        result.Stance = Stance.Done;
        if (result.Period == run.Outline.PlanPeriod)
            result.Period = run.Outline.ReportPeriod ?? result.Period;
    }

    /// <summary>上半年开工61个，占年度任务的68%；竣工17个，占38%: in the answer to a promise the words that were said once hold for all of it.</summary>
    public bool AnswersPromise()
    {
        if (run.Answers && claims.Count > run.FirstOfSentence && claims[^1] is { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 } told && IsPromised(told.Unit))
            return true;
        if (run.Outline.Blocks[run.Block].Promise < 0 || claims.Count == run.FirstOfSentence || claims[^1] is not { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 })
            return false;
        for (var i = claims.Count - 2; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure is Measure.OfPlan or Measure.Share)
                return claims[i].Measure == Measure.OfPlan;
        }

        // 【目标】疏浚内河11条。|【进展】疏浚开工6条，占54.5%: of those that were promised.
        var promise = run.Outline.Blocks[run.Block].Promise;
        for (var i = run.FirstOfBlock - 1; i >= Math.Max(0, run.FirstOfBlock - SentenceRun.FarthestBack) && claims[i].Block >= promise; i--)
        {
            if (claims[i] is { Measure: Measure.Amount, Stance: Stance.Planned } && claims[i].Unit == claims[^1].Unit)
                return true;
        }

        return false;
    }

    /// <summary>8.发放稳岗返还资金2.17亿元（72.3%）: behind the first result of an item of a card the share of its year's task that was done; cases are parts of all cases.</summary>
    public bool IsItemOfCard()
    {
        if (claims.Count == run.FirstOfSentence || claims[^1] is not { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 } || claims[^1].Unit is "件" or "宗" or "起" or "条")
            return false;
        var block = run.Outline.Blocks[run.Block];
        return block.Promise >= 0 || run.Answers || (run.Outline.Kind == Outlines.DocumentKind.Card && block.Number is not null && claims.Count - 1 == run.FirstOfBlock);
    }

    /// <summary>新建食堂21家（任务20家，105%）: in the bracket behind the result its task and what share of it was done.</summary>
    public bool ClosesBracketOfTask(Figure ratio) =>
        claims.Count >= run.FirstOfSentence + 2 && claims[^1] is { Measure: Measure.Amount, Stance: Stance.Planned } task && claims[^2] is { Measure: Measure.Amount, Stance: Stance.Done } done && task.Unit == done.Unit
        && run.Text.AsSpan(done.Clean.End, task.Clean.Start - done.Clean.End) is [var open, ..] && Marks.Opens(open) && ratio.To < run.Text.Length && Marks.Closes(run.Text[ratio.To]);

    private bool IsPromised(string unit)
    {
        for (var i = run.FirstPromise; i < claims.Count; i++)
        {
            if (claims[i] is { Measure: Measure.Amount, Stance: Stance.Planned } && claims[i].Unit == unit)
                return true;
        }

        return false;
    }

    /// <summary>承诺改造市场3个。兑现：3个改造完工，新增摊位288个，完成率100%: of what answers the promise, and not of what was told beside it.</summary>
    public int Answering(int of, Figure ratio)
    {
        if (!run.Answers || of < run.FirstOfSentence || ClosesPromise(of, ratio))
            return of;
        for (var i = of - 1; i >= run.FirstOfSentence && run.IsSameBreathAs(i); i--)
        {
            if (claims[i] is { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 } && ClosesPromise(i, ratio))
                return i;
        }

        return of;
    }

    private bool ClosesPromise(int done, Figure ratio)
    {
        for (var i = run.FirstPromise; i < done; i++)
        {
            if (claims[i] is { Measure: Measure.Amount, Stance: Stance.Planned } && Closes(claims[done], claims[i], ratio))
                return true;
        }

        return false;
    }

    // In double: a text may hold numbers whose quotient leaves decimal's range.
    private static bool Closes(Claim done, Claim plan, Figure ratio) =>
        plan.Unit == done.Unit && plan.Value > 0 && Math.Abs(((double)done.Value / (double)plan.Value * 100) - (double)ratio.Value) <= (double)ratio.Step / 2;

    /// <summary>改造公路46公里，投入资金2310万元，占年度任务的92%: a task is not set against the money spent on it.</summary>
    public int BehindMoney(int of, ReadOnlySpan<char> left)
    {
        // 实际到位资金26.4亿元，完成全年目标任务的132%: money won is what was to be won.
        if (of <= run.FirstOfSentence || claims[of].Unit != "元" || claims[of].Indicator.Contains("到位", StringComparison.Ordinal) || !(left.Contains("任务", StringComparison.Ordinal) || left.Contains("目标", StringComparison.Ordinal)) || left.Contains("投资", StringComparison.Ordinal))
            return of;
        for (var i = of - 1; i >= Math.Max(run.FirstOfSentence, of - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].Unit != "元" && claims[of].Indicator.Contains("资金", StringComparison.Ordinal) && !claims[of].Indicator.Contains("到位", StringComparison.Ordinal))
                return i;
        }

        return of;
    }

    // 完成投入1亿元，占年度计划99%: a result with a share of its own is nobody's plan.
    private bool HasShare(int claim)
    {
        for (var i = claim + 1; i < Math.Min(claims.Count, claim + 4); i++)
        {
            if (claims[i].Measure == Measure.OfPlan && claims[i].Of == claim)
                return true;
        }

        return false;
    }

    // 216个小区已完成立项, 摸底登记3.2万人: told as done, so no plan.
    private bool IsEarlierStep(int claim)
    {
        var place = claims[claim].Clean;
        var clause = run.Text.AsSpan(place.Start, Math.Min(figures.End, place.End + 20) - place.Start);
        var stop = clause.IndexOfAny(Marks.ClauseEnds);
        if ((stop < 0 ? clause : clause[..stop]).IndexOf('已') >= 0)
            return true;
        return ClaimWords.Shared.EarlierSteps.Contains(claims[claim].Indicator);
    }
}
