using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Reads numbers that count or measure something: lists, wholes and their parts, plans named at the number.</summary>
internal sealed class AmountReader(SentenceRun run, PhraseCompletion completion, ClaimWriter writer)
{
    private static readonly Trimmer PlanLinks = new(" 　:：为是");
    private static readonly Trimmer Blanks = new(" 　");

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;
    private readonly AmountLists lists = new(run, completion, writer);
    private readonly PlansNamed plans = new(run);
    private readonly Wholes wholes = new(run);

    public void Read(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        var (inFront, after) = (figures.LeftSigns(first), figures.RightSigns(behind - 1));
        if (inFront.Has(Sign.To) && run.IsSecondEnd(first, left))
        {
            // 分别从480元、210元提高到500元、230元: as many ways as there are numbers in front, in their order.
            var ways = lists.Ways(first, behind);
            (claims[^1].Stance, claims[^1].AtOtherTime) = (Stance.Done, true);
            if (ways <= 1)
                writer.CloseWay(claims.Count - 1, first);
            for (var i = first; i < behind; i++)
            {
                if (ways > 1)
                    (claims[^ways].Stance, claims[^ways].AtOtherTime) = (Stance.Done, true);
                writer.Add(i, phrases[^ways], Measure.Amount, of: -1, partOf: -1);
            }

            return;
        }

        if (behind - first > 1 && (AnswersInOrder(first, behind, left, right) || lists.Read(first, behind, left, right)))
            return;

        if (behind == first + 1 && PlansNamed.IsPlan(left, inFront, out var planned) && !(figures[first].Unit.Name is "项" or "条" or "类" && ClaimWords.Shared.ListNouns.AtEnd(left) > 0))
        {
            var own = LeftWords.Read(planned);
            // 任务为120公里的新建管线: what the task is stands behind.
            if (own.Noun.Length == 0 && right.StartsWith("的", StringComparison.Ordinal) && RightWords.Read(right, out _) is { Noun.Length: > 1 } thing)
                own = thing;
            // 按合同应交付396万套住房
            else if (planned.Length + 3 == left.Length && left[planned.Length] == '应' && figures[first].Unit.Counts && RightWords.Read(right, out _) is { Noun.Length: > 1 } owed)
                own = owed with { Verb = left[(planned.Length + 1)..].ToString() };
            // 除治计划2532亩，其中大龙镇计划288亩: the place's part of what the whole plan is of.
            var ofAll = PartNames.IsPlace(own.Noun) && own.Verb.Length == 0 && wholes.IsPart(first, left) ? wholes.WholeOf(figures[first].Unit, namesNothing: false) : -1;
            if (ofAll >= 0)
                own = PartNames.Of(own, phrases[ofAll - run.FirstOfBlock], stretch: false);
            writer.Add(first, own.Noun.Length > 0 || own.Verb.Length > 0 || phrases.Count == 0 ? completion.Complete(own, whole: -1) : completion.Near.OfClause() ?? phrases[^1], Measure.Amount, of: -1, partOf: ofAll, forced: Stance.Planned);
            return;
        }

        // 县市区115个，超任务42个
        if (inFront.Has(Sign.Beyond) && claims.Count > run.FirstOfSentence && left.Trim(' ') is { Length: > 1 } more && (ClaimWords.Shared.Beyond.AtStart(more) == more.Length || (more[0] == '超' && ClaimWords.Shared.PlanNouns.AtEnd(more) > 0)))
        {
            writer.Add(first, phrases[^1] with { Verb = more.ToString(), VerbFirst = false }, Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            return;
        }

        if (behind == first + 1 && IsOvershoot(first))
        {
            writer.Add(first, phrases[^1] with { Verb = "超出", VerbFirst = false }, Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            claims[^1].Bound = Bound.Exact;
            return;
        }

        if (behind == first + 1 && IsGoalOfLast(left, right) && run.SameUnitBefore() is >= 0 and var aimed)
        {
            writer.Add(first, phrases[aimed - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            claims[^1].Bound = Bound.Exact;
            return;
        }

        if (behind == first + 1 && LimitsCount(first, left, right))
            return;

        // 39项实事（省级26项，市级13项）中有27项超过进度: of all of them.
        if (inFront.Has(Sign.Among) && claims.Count > run.FirstOfSentence + 1 && left.Trim(" )）") is "中有" or "中已有" && run.Text.AsSpan(claims[^1].Clean.End, Math.Max(0, figures[first].From - claims[^1].Clean.End)).IndexOfAny(')', '）') >= 0 && wholes.WholeOf(figures[first].Unit, namesNothing: false) is >= 0 and var of)
        {
            writer.Add(first, phrases[of - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            return;
        }

        var ratios = figures.HasRatios;
        if (ratios && after.Has(Sign.Of) && plans.IsMultiplied(first, left, right, out var ofPlan))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: ofPlan ? Stance.Planned : Stance.Done);
            if (ofPlan)
                NamePlannedInvestment();
            return;
        }

        if (behind == first + 1 && inFront.Has(Sign.Complete) && PlansNamed.IsSetTask(left, right) && run.SameUnitBefore() is >= 0 and var met)
        {
            writer.Add(first, phrases[met - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        if (inFront.Has(Sign.Compare) && plans.IsBaseOfLast(first, left))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            return;
        }

        if (ratios && behind == first + 1 && plans.IsInBracketOfPlan(first, out var closes) && run.ResultIn(figures[first].Unit.Name) is >= 0 and var reached)
        {
            writer.Add(first, phrases[reached - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            // Only the last number of the bracket is what the percentage was taken of.
            claims[^1].Optional = !closes;
            return;
        }

        if ((after.Has(Sign.Of) && plans.IsPlanOfLast(left, right)) || (ratios && (plans.IsPlanInBracket(first, left) || (behind == first + 1 && plans.IsPlanOfShare(first, left, right)))))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            NamePlannedInvestment();
            return;
        }

        // 销售额8.1亿元，完成15亿元销售目标的54%
        if (ratios && behind == first + 1 && figures.NamesPlanOfNext(first) && left.EndsWith("完成", StringComparison.Ordinal))
        {
            var named = run.SameUnitBefore() is >= 0 and var told ? phrases[told - run.FirstOfBlock] : RightWords.Read(right.TrimEnd(" 的"), out _);
            writer.Add(first, named, Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        // 完成每个网格配备1名网格员的任务
        var promised = behind == first + 1 && inFront.Has(Sign.Complete) && left.Contains("完成", StringComparison.Ordinal) && PlansNamed.EndsInTask(right);
        // 全年8万人搬迁任务
        promised |= behind == first + 1 && figures[first].Unit.Counts && right.Length is > 3 and < 16 && right.EndsWith("任务", StringComparison.Ordinal) && left.Trim(" ，,") is "全年" or "今年" or "年度" or "年初";
        // 打通断头路3条的任务已完成2条: what was asked for, and behind it what came of it.
        promised |= behind == first + 1 && PlansNamed.IsTaskMetBehind(left, run.Text.AsSpan(figures[first].To, figures.End - figures[first].To));
        // 新建书屋64间，超额完成55间的年度目标任务
        if (promised && LeftWords.Read(left).Noun.Length == 0 && run.SameUnitBefore() is >= 0 and var done)
        {
            writer.Add(first, phrases[done - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        var whole = wholes.InBracketOf(first) is >= 0 and var head ? head : wholes.IsPart(first, left) ? wholes.WholeOf(figures[first].Unit, right.Trim(' ').IsEmpty) : -1;
        if (whole > run.FirstOfBlock && claims[whole].Stage is not null && wholes.TellsStep(first) && claims[whole - 1] is { Measure: Measure.Amount, PartOf: < 0 } all && all.Unit == claims[whole].Unit)
            whole--;
        var phrase = completion.PhraseOf(first, left, promised ? right[..(right.LastIndexOf('的') is >= 0 and var task ? task : right.Length - 2)] : right, inFront, after, whole);
        for (var i = first; i < behind; i++)
            writer.Add(i, phrase, Measure.Amount, of: -1, whole, forced: promised ? Stance.Planned : null);
        if (inFront.Has(Sign.Complete) && left.EndsWith("完成", StringComparison.Ordinal))
            PlanTask(first, left);
        ShareTrailingVerb(first, phrase);
        ShareTail(first, phrase.Noun);
    }

    // 完成投资3.8亿元，占年度计划7.4亿元的51%: what is planned is to be invested, and not done with.
    private void NamePlannedInvestment()
    {
        if (run.Unit.Kind == UnitKind.Money && PlansNamed.InvestmentOf(phrases[^1]) is { Length: > 0 } plan)
            claims[^1].Indicator = plan;
    }

    // 目标：新建公厕20座、停车场6处。实际：18座、6处: each has the name of what was promised in its unit.
    private bool AnswersInOrder(int first, int behind, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (!run.Answers || !Blanks.Both(left).IsEmpty || !Blanks.Both(right).IsEmpty)
            return false;
        for (var i = first; i < behind; i++)
        {
            if (run.PromisedIn(Measure.Amount, figures[i].Unit.Name) < 0)
                return false;
        }

        for (var i = first; i < behind; i++)
            writer.Add(i, phrases[run.PromisedIn(Measure.Amount, figures[i].Unit.Name) - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1);
        return true;
    }

    // 原定2,200个，实际2,318个，超出118个: what 超出 tells is no limit where the number is the difference of the two in front.
    private bool IsOvershoot(int index)
    {
        if (claims.Count - 2 < run.FirstOfSentence || figures[index].Bound != Bound.MoreThan || claims[^1].Unit != run.Unit.Name || claims[^2].Unit != run.Unit.Name)
            return false;
        return claims[^1].Stance == Stance.Done && claims[^1].Value - claims[^2].Value == figures[index].Value
            && run.Text.AsSpan(figures[index].From, figures[index].Start - figures[index].From) is "超出" or "超过" or "超";
    }

    // 150公里护栏工程，现已完成162公里: a number that opens its clause and has no verb is the task of which the next one is done.
    private void PlanTask(int index, ReadOnlySpan<char> left)
    {
        if (index == 0 || claims.Count - 2 < run.FirstOfSentence || claims[^2] is not { Measure: Measure.Amount, Stance: Stance.Done, Stage: null } task || task.Unit != claims[^1].Unit || claims[^1].Stance != Stance.Done)
            return;
        left = left.TrimStart(" ，,现");
        var opens = figures.LeftStart(index - 1) is var start && start <= figures[index - 1].From && run.Text.AsSpan(start, figures[index - 1].From - start).Trim(" 　，,").IsEmpty;
        if (!opens || left is not ("已完成" or "已超额完成" or "已提前完成" or "已累计完成") && !left.EndsWith("已完成", StringComparison.Ordinal) || ClaimWords.Shared.Found.AtEnd(phrases[^2].Noun) > 0 || !run.IsSameBreath(index))
            return;
        (task.Stance, task.Period) = (Stance.Planned, task.Period == run.Outline.ReportPeriod ? run.Outline.PlanPeriod : task.Period);
    }

    // 完成7条城市道路和24公里农村公路提升改造: the verb at the end belongs to the whole list.
    private void ShareTrailingVerb(int index, in Phrase last)
    {
        if (!figures.SharesClause(index))
            return;
        var length = ClaimWords.Shared.Verb.AtEnd(last.Noun);
        if (length < 2 || length == last.Noun.Length || figures.Right(index).Trim(' ').IsEmpty || !PhraseCompletion.IsLight(last.Verb))
            return;
        var verb = last.Noun[^length..];
        for (var i = claims.Count - 2; i >= run.FirstOfSentence && index > 0; i--, index--)
        {
            var earlier = phrases[i - run.FirstOfBlock];
            if (!figures.SharesClause(index) || claims[i].Measure != Measure.Amount || !PhraseCompletion.IsLight(earlier.Verb) || ClaimWords.Shared.Verb.AtEnd(earlier.Noun) > 1)
                return;
            phrases[i - run.FirstOfBlock] = earlier = new Phrase(earlier.Noun, verb);
            (claims[i].Indicator, claims[i].Stage) = (earlier.Indicator, verb);
        }
    }

    // 6个省级、14个市级重点项目: the first is one of projects as well.
    private void ShareTail(int index, string noun)
    {
        if (index == 0 || !figures.SharesClause(index) || claims.Count - 2 < run.FirstOfSentence)
            return;
        var earlier = phrases[^2];
        var length = earlier.Noun.Length;
        // 8个国家级、80个省级园区: the kinds may differ in length.
        var kind = length is 2 or 3 ? noun.AsSpan(0, Math.Min(4, noun.Length)).IndexOf(earlier.Noun[^1]) : -1;
        if (kind < 1 || noun.Length < kind + 3 || earlier.Noun[^1] is not ('级' or '类' or '型' or '区' or '期'))
            return;
        phrases[^2] = earlier = earlier with { Noun = earlier.Noun + noun[(kind + 1)..], Verb = phrases[^1].Verb };
        claims[^2].Indicator = earlier.Indicator;
    }

    // 新建管网206.8公里，超过200公里的年度目标; 覆盖286所学校，比计划的260所多出26所: the plan, in whose light the result is told.
    private static bool IsGoalOfLast(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = left.Trim(" ，,");
        if (words is "比计划的" or "较计划的" or "比目标的" or "比承诺的")
            return true;
        return words is "" or "超" or "高于" or "已超" && right.TrimStart(' ') is ['的', _, _, ..] goal && ClaimWords.Shared.PlanNouns.AtStart(goal[1..]) is > 1 and var length && length == goal.TrimEnd(' ').Length - 1;
    }

    // 5053个集体经济年收入低于10万元的薄弱村: the sum says which of them were counted.
    private bool LimitsCount(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (figures[index].Unit.Kind != UnitKind.Money || !figures.SharesClause(index) || claims.Count == run.FirstOfSentence || claims[^1].Measure != Measure.Amount || !figures[index - 1].Unit.Counts || right.Length < 3 || right[0] != '的')
            return false;
        var between = run.Text.AsSpan(figures[index - 1].To, figures[index].Start - figures[index - 1].To);
        if (ClaimWords.Shared.Limits.AtEnd(between.TrimEnd(' ')) == 0)
            return false;
        writer.Add(index, new Phrase(Phrases.Tidy(Phrases.TrimLink(left)), ""), Measure.Amount, of: -1, partOf: -1);
        claims[^1].Optional = true;
        var set = string.Concat(between, run.Text.AsSpan(figures[index].Start, figures[index].To - figures[index].Start), right[1..]);
        phrases[^2] = phrases[^2] with { Noun = Phrases.Tidy(set) };
        claims[^2].Indicator = phrases[^2].Indicator;
        return true;
    }
}
