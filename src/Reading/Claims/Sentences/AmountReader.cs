using Luoshi.Reading.Figures;
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

    public void Read(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        if (run.IsSecondEnd(first, left))
        {
            // 分别从480元、210元提高到500元、230元: as many ways as there are numbers in front, in their order.
            var ways = Ways(first, behind);
            claims[^1].Stance = Stance.Done;
            for (var i = first; i < behind; i++)
            {
                if (ways > 1)
                    claims[^ways].Stance = Stance.Done;
                writer.Add(i, phrases[^ways], Measure.Amount, of: -1, partOf: -1);
            }

            return;
        }

        if (behind - first > 1 && ReadResults(first, behind, left))
            return;
        if (behind - first > 1 && (SameUnit(first, behind) || left.Contains('、') || left.Contains("分别", StringComparison.Ordinal)) && ReadList(first, behind, left))
            return;
        if (behind - first == 3 && AreTouchingCounts(figures[first], figures[first + 1]) && AreTouchingCounts(figures[first + 1], figures[first + 2]) && ReadTouching(first, behind, left, right))
            return;
        // 办好10件45项实事: both count what stands behind.
        if (behind - first == 2 && AreTouchingCounts(figures[first], figures[first + 1]) && Phrases.OfLeft(left).Noun.Length == 0 && Phrases.OfRight(right, out _).Noun.Length > 1)
        {
            var both = completion.PhraseOf(first + 1, left, right, whole: -1);
            writer.Add(first, both, Measure.Amount, of: -1, partOf: -1);
            writer.Add(first + 1, both, Measure.Amount, of: -1, partOf: -1);
            return;
        }

        if (behind - first > 1 && ReadForEach(first, behind, left))
            return;
        if (behind - first == 2 && AreTouchingCounts(figures[first], figures[first + 1]) && !left.TrimEnd(' ').EndsWith("的", StringComparison.Ordinal) && Phrases.OfLeft(left).Noun.Length > 1 && !right.Trim(' ').IsEmpty)
        {
            writer.Add(first, completion.Complete(Phrases.OfLeft(left), whole: -1), Measure.Amount, of: -1, partOf: -1);
            writer.Add(first + 1, completion.PhraseOf(first + 1, default, right, whole: -1), Measure.Amount, of: -1, partOf: -1, forced: claims[^1].Stance == Stance.Planned ? Stance.Planned : null);
            return;
        }

        if (behind == first + 1 && IsPlan(left, out var planned) && !(figures[first].Unit.Name is "项" or "条" or "类" && ClaimWords.Shared.ListNouns.AtEnd(left) > 0))
        {
            var own = Phrases.OfLeft(planned);
            // 任务为120公里的新建管线: what the task is stands behind.
            if (own.Noun.Length == 0 && right.StartsWith("的", StringComparison.Ordinal) && Phrases.OfRight(right, out _) is { Noun.Length: > 1 } thing)
                own = thing;
            writer.Add(first, own.Noun.Length > 0 || own.Verb.Length > 0 || phrases.Count == 0 ? completion.Complete(own, whole: -1) : completion.OfClause() ?? phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        // 县市区115个，超任务42个
        if (claims.Count > run.FirstOfSentence && left.Trim(' ') is { Length: > 1 } more && (ClaimWords.Shared.Beyond.AtStart(more) == more.Length || (more[0] == '超' && ClaimWords.Shared.PlanNouns.AtEnd(more) > 0)))
        {
            writer.Add(first, phrases[^1] with { Verb = more.ToString(), VerbFirst = false }, Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            return;
        }

        if (behind == first + 1 && LimitsCount(first, left, right))
            return;

        if (IsMultiplied(first, left, right, out var ofPlan))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: ofPlan ? Stance.Planned : Stance.Done);
            return;
        }

        if (behind == first + 1 && IsSetTask(left, right) && run.SameUnitBefore() is >= 0 and var met)
        {
            writer.Add(first, phrases[met - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        if (IsBaseOfLast(first, left))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
            return;
        }

        if (IsPlanOfLast(left, right) || (behind == first + 1 && IsPlanOfShare(first, left, right)))
        {
            writer.Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        // 销售额8.1亿元，完成15亿元销售目标的54%
        if (behind == first + 1 && figures.NamesPlanOfNext(first) && left.EndsWith("完成", StringComparison.Ordinal))
        {
            var named = run.SameUnitBefore() is >= 0 and var told ? phrases[told - run.FirstOfBlock] : Phrases.OfRight(right.TrimEnd(" 的"), out _);
            writer.Add(first, named, Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        // 完成每个网格配备1名网格员的任务
        var promised = behind == first + 1 && left.Contains("完成", StringComparison.Ordinal) && EndsInTask(right);
        // 扩建幼儿园48所，超额完成40所的年度目标任务
        if (promised && Phrases.OfLeft(left).Noun.Length == 0 && run.SameUnitBefore() is >= 0 and var done)
        {
            writer.Add(first, phrases[done - run.FirstOfBlock], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        var whole = InBracketOf(first) is >= 0 and var head ? head : IsPart(first, left) ? WholeOf(figures[first].Unit, right.Trim(' ').IsEmpty) : -1;
        if (whole > run.FirstOfBlock && claims[whole].Stage is not null && TellsStep(first) && claims[whole - 1] is { Measure: Measure.Amount, PartOf: < 0 } all && all.Unit == claims[whole].Unit)
            whole--;
        var phrase = completion.PhraseOf(first, left, promised ? right[..right.LastIndexOf('的')] : right, whole);
        for (var i = first; i < behind; i++)
            writer.Add(i, phrase, Measure.Amount, of: -1, whole, forced: promised ? Stance.Planned : null);
        ShareTrailingVerb(first, phrase);
        ShareTail(first, phrase.Noun);
    }

    private int Ways(int first, int behind)
    {
        var count = behind - first;
        if (count == 1 || first < count || claims.Count - run.FirstOfSentence < count)
            return 1;
        for (var i = 1; i < count; i++)
        {
            if (!figures.JoinsPrevious(first - i) || figures[first - i].Unit != figures[first].Unit)
                return 1;
        }

        return count;
    }

    // 计划创建农场80个，培训农户271户，实际分别完成95个、310户: the numbers of the plan say in their order of what.
    private bool ReadResults(int first, int behind, ReadOnlySpan<char> left)
    {
        var count = behind - first;
        if (claims.Count - run.FirstOfSentence < count || !left.Contains("分别", StringComparison.Ordinal) || Phrases.OfLeft(left).Noun.Length > 0)
            return false;
        for (var i = 0; i < count; i++)
        {
            var plan = claims[^(count - i)];
            if (plan.Stance != Stance.Planned || plan.Measure != Measure.Amount || plan.Unit != figures[first + i].Unit.Name)
                return false;
        }

        for (var i = first; i < behind; i++)
            writer.Add(i, phrases[^count], Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
        return true;
    }

    // 46个续建项目和12个新建项目分别完成投资31亿元、8亿元: as many sums as things counted right before.
    private bool ReadForEach(int first, int behind, ReadOnlySpan<char> left)
    {
        var count = behind - first;
        if (figures[first].Unit.Kind != UnitKind.Money || claims.Count - run.FirstOfSentence < count || !run.Text.AsSpan(claims[^1].Clean.End, figures[first].Start - claims[^1].Clean.End).Contains("分别", StringComparison.Ordinal))
            return false;
        var spent = Phrases.OfLeft(left);
        if (spent.Noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(spent.Noun) != spent.Noun.Length)
            return false;
        for (var i = 1; i <= count; i++)
        {
            if (claims[^i].Measure != Measure.Amount || claims[^i].Unit == figures[first].Unit.Name || claims[^i].Unit != claims[^1].Unit || !run.IsSameBreathAs(claims.Count - i))
                return false;
        }

        for (var i = first; i < behind; i++)
            writer.Add(i, new Phrase(PhraseCompletion.Joined(phrases[^count].Noun, spent.Noun), spent.Verb), Measure.Amount, of: -1, partOf: -1);
        return true;
    }

    // …的任务, …的年度目标任务
    private static bool EndsInTask(ReadOnlySpan<char> right)
    {
        right = Blanks.End(right);
        var of = right.LastIndexOf('的');
        return of >= 0 && right.Length - of > 2 && ClaimWords.Shared.PlanNouns.AtEnd(right) == right.Length - of - 1;
    }

    // 民生实事12类45件53个事项: the sizes of one list, from wide to narrow.
    private bool ReadTouching(int first, int behind, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var head = completion.Complete(Phrases.OfLeft(left), whole: -1);
        if (head.Noun.Length < 2)
            return false;
        for (var i = first; i < behind - 1; i++)
            writer.Add(i, head, Measure.Amount, of: -1, partOf: -1);
        var thing = Phrases.OfRight(right, out _).Noun;
        writer.Add(behind - 1, thing.Length > 0 ? new Phrase(PhraseCompletion.Joined(head.Noun, thing), "") : head, Measure.Amount, of: -1, partOf: -1, forced: claims[^1].Stance);
        return true;
    }

    // 民生实事8件17个子项: two counts that touch have each their own words.
    private static bool AreTouchingCounts(Figure one, Figure next) =>
        one.To == next.From && one.Unit != next.Unit && one.Unit.Kind == UnitKind.Count && next.Unit.Kind == UnitKind.Count;

    // 加装电梯目标任务100台, 应完成18处, (目标3000个): a noun or verb of planning right at the number.
    private static bool IsPlan(ReadOnlySpan<char> left, out ReadOnlySpan<char> indicator)
    {
        indicator = PlanLinks.End(left);
        // 投资计划达到53亿元
        if (indicator.EndsWith("计划达到", StringComparison.Ordinal) || indicator.EndsWith("任务达到", StringComparison.Ordinal))
            indicator = indicator[..^2];
        var words = ClaimWords.Shared;
        var (length, due) = (words.PlanNouns.AtEnd(indicator), left.LastIndexOf('应'));
        if (length == 0 && due < 0)
            return false;
        // 已落实保障房建设计划530套 carried out a plan.
        if (left.IndexOfAny('已', '超') >= 0 || left.Contains("落实", StringComparison.Ordinal))
            return false;
        if (length > 0 && indicator.Length - length is var rest && (rest == 0 || rest >= 2) && indicator.IndexOf('占') < 0 && indicator.IndexOf("完成", StringComparison.Ordinal) < 0 && !indicator.EndsWith("按计划", StringComparison.Ordinal))
        {
            indicator = indicator[..^length];
            return true;
        }

        // 应完成18处, 救助资金应发放2.16亿元
        if (due < 0 || words.Verb.AtStart(left[(due + 1)..]) == 0 || (due > 0 && left[due - 1] is '供' or '反' or '对' or '响' or '适' or '相'))
            return false;
        indicator = due == 0 ? left[1..] : left[..due];
        return true;
    }

    // 36.5万件，比去年同期的29.2万件增长25%: what the number before is compared with.
    // Or 比上年决算数11.8亿元增长9.3%, which says how much it has grown since.
    private bool IsBaseOfLast(int index, ReadOnlySpan<char> left)
    {
        var words = Blanks.Both(left);
        if (claims.Count == run.FirstOfSentence || words.Length < 3 || words[0] is not ('比' or '较'))
            return false;
        return words[^1] == '的' || (index + 1 < figures.Count && (figures[index + 1].Unit.IsRatio || figures[index + 1].Unit == figures[index].Unit) && ClaimWords.Shared.Change.AtStart(run.Text.AsSpan(figures[index].To, figures.End - figures[index].To)) > 0);
    }

    // 投入3亿元，是上一年1.2亿元的2.5倍; 执行5亿元，占预算安排4亿元的125%: what the number before is set against.
    private bool IsMultiplied(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, out bool ofPlan)
    {
        ofPlan = false;
        var words = left.TrimStart(" ，,");
        if (claims.Count == run.FirstOfSentence || index + 1 >= figures.Count || !figures[index + 1].Unit.IsRatio || words.IsEmpty || Blanks.Both(right) is not "的" || claims[^1].Unit != figures[index].Unit.Name || claims[^1].Measure != Measure.Amount)
            return false;
        ofPlan = ClaimWords.Shared.PlanBases.AtEnd(Blanks.Both(words)) > 0;
        return words[0] == '是' || words.StartsWith("相当于", StringComparison.Ordinal) || (words[0] is '占' or '为' && ofPlan);
    }

    // 新增就业13万人，超额完成省下达的11万人任务: the task that was met.
    private static bool IsSetTask(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = Blanks.Both(left);
        var task = Blanks.Both(right).TrimStart('的');
        return words.Length > 3 && words[^1] is '的' or '达' or '定' && words.Contains("完成", StringComparison.Ordinal) && task.Length is > 1 and < 9 && ClaimWords.Shared.PlanNouns.AtEnd(task) > 0;
    }

    // 新增就业6.5万人，完成全年9万人目标的72%: the plan stands in the middle of its share.
    private bool IsPlanOfShare(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims.Count == run.FirstOfSentence || index + 1 >= figures.Count || figures[index + 1].Unit != Unit.Percent || claims[^1].Measure != Measure.Amount || claims[^1].Unit != figures[index].Unit.Name)
            return false;
        return RatioReader.NamesPlan(right) && left.IndexOfAny("占完为") >= 0;
    }

    // 完成年度计划2.4万人次的80%, 完成全年3000户的任务: the plan of the number before.
    private bool IsPlanOfLast(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims.Count == run.FirstOfSentence)
            return false;
        var words = right.TrimStart(' ');
        if (!words.StartsWith("的", StringComparison.Ordinal))
            return false;
        // 占年初预算3800万元的45.3%
        var sum = left.TrimEnd(' ');
        if (ClaimWords.Shared.PlanBases.AtEnd(sum) > 0 && sum.IndexOfAny("占完为") >= 0)
            return true;
        return ClaimWords.Shared.OfPlan.AtEnd(sum) > 0
            || (left.Contains("完成全年", StringComparison.Ordinal) && (words.StartsWith("的任务", StringComparison.Ordinal) || words.StartsWith("的目标", StringComparison.Ordinal)));
    }

    // 分别 with as many nouns as numbers.
    private bool ReadList(int first, int behind, ReadOnlySpan<char> left)
    {
        Span<Range> parts = stackalloc Range[12];
        var source = Phrases.TrimLink(Phrases.TrimLead(left));
        if (source.IsEmpty)
            source = Phrases.TrimLink(run.PreviousClause(first));
        // 城市、农村低保标准分别从每人每月610元、420元: whom it is for is no part of the last name only.
        var head = ClaimWords.Shared.PerHead.AtEnd(source);
        if (head > 0 && head < source.Length && source[^(head + 1)] is '从' or '由')
            source = Phrases.TrimLink(source[..^(head + 1)]);
        // 生猪、牛、羊分别出栏: one verb for all.
        var each = source.LastIndexOf("分别", StringComparison.Ordinal);
        var verb = each > 0 && each + 2 < source.Length && ClaimWords.Shared.Verb.AtStart(source[(each + 2)..]) == source.Length - each - 2 ? source[(each + 2)..].ToString() : "";
        if (verb.Length > 0)
            source = source[..each];
        var count = Phrases.SplitList(source, parts);
        // 整车、半导体及集成电路产值: 及 may stand inside a member.
        if (count > behind - first)
            count = Phrases.SplitList(source, parts, commas: true);
        if (count != behind - first || source.IndexOf('%') >= 0)
            return false;
        var tail = ListTail.Shared(source, parts[..count]);
        var shared = ClaimWords.Shared.Verb.AtStart(source[parts[count - 1]]) > 0 ? Phrases.OfLeft(source[parts[count - 1]]) : Phrase.Empty;
        for (var i = first; i < behind; i++)
        {
            var part = Phrases.OfLeft(source[parts[i - first]]);
            // 新建、改扩建幼儿园25所、40所: the noun of the last is that of all.
            if (i < behind - 1 && shared.Noun.Length > 1 && ClaimWords.Shared.Verb.EndWord(source[parts[i - first]]) is { Length: > 1 } act)
                part = new Phrase(shared.Noun, act);
            var noun = i < behind - 1 && tail.Length > 0 ? part.Noun + tail.ToString() : part.Noun;
            writer.Add(i, verb.Length > 0 ? new Phrase(noun, verb) : part with { Noun = noun }, Measure.Amount, of: -1, partOf: -1);
        }

        return true;
    }

    // 完成7条城市道路和24公里农村公路提升改造: the verb at the end belongs to the whole list.
    private void ShareTrailingVerb(int index, Phrase last)
    {
        var length = ClaimWords.Shared.Verb.AtEnd(last.Noun);
        if (length < 2 || length == last.Noun.Length || !figures.SharesClause(index) || figures.Right(index).Trim(' ').IsEmpty || !PhraseCompletion.IsLight(last.Verb))
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

    private bool IsPart(int index, ReadOnlySpan<char> left)
    {
        if (claims.Count == run.FirstOfBlock)
            return false;
        if (left.Trim(' ').StartsWith("其中", StringComparison.Ordinal) || left.Trim(' ').StartsWith("包括", StringComparison.Ordinal))
            return true;
        if (figures[index].From <= run.FirstPart)
            return false;
        var before = figures.Before(index);
        var among = before.LastIndexOf("其中", StringComparison.Ordinal);
        return among >= 0 && (before[among..].IndexOfAny('；', ';') < 0 || !HasPartsOfItsOwn(index));
    }

    // 省级30项，其中…17项；市级49项，其中…23项: behind the semicolon stands the next whole.
    private bool HasPartsOfItsOwn(int index)
    {
        var behind = run.Text.AsSpan(figures[index].To, figures.End - figures[index].To);
        var part = behind.IndexOf("其中", StringComparison.Ordinal);
        return part >= 0 && behind[..part].IndexOfAny('；', ';') < 0;
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

    // 其中：工业项目13个，已开工10个: the part goes on to tell its own step, so the step of the whole is none of its.
    private bool TellsStep(int index)
    {
        var behind = run.Text.AsSpan(figures[index].To, Math.Min(figures.End, figures[index].To + 3) - figures[index].To);
        return behind.Length == 3 && behind[0] is '，' or ',' or '、' && (behind[1] is '已' || behind[1..] is "实际");
    }

    // 46653件(电话诉求41424件、非电话诉求5229件): what the bracket behind a number holds are its parts.
    private int InBracketOf(int index)
    {
        if (index == 0 || !(figures[index].Unit.Counts || figures[index].Unit.Kind == UnitKind.Money) || !IsAnyBeforeBracket())
            return -1;
        var (depth, least) = (0, Math.Max(figures.Start, figures[index].From - 80));
        for (var at = figures[index].From - 1; at > least; at--)
        {
            var c = run.Text[at];
            if (Marks.Closes(c))
                depth++;
            if (!Marks.Opens(c) || --depth >= 0)
                continue;
            for (var i = claims.Count - 1; i >= run.FirstOfSentence; i--)
            {
                if (claims[i].Clean.End <= at)
                    return claims[i].Clean.End == at && claims[i].Measure == Measure.Amount && claims[i].Unit == figures[index].Unit.Name ? i : -1;
            }

            return -1;
        }

        return -1;
    }

    // Most sentences have no such bracket, which the few numbers in front tell sooner than all the words between.
    private bool IsAnyBeforeBracket()
    {
        for (var i = run.FirstOfSentence; i < claims.Count; i++)
        {
            if (claims[i].Clean.End is var end && end < run.Text.Length && Marks.Opens(run.Text[end]))
                return true;
        }

        return false;
    }

    // The last number of the same unit that is no part itself.
    // 其中转办227件 may be of 894个来电; 26个工单滞后 names its own.
    private int WholeOf(Unit unit, bool namesNothing)
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - 40); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && (claims[i].Unit == unit.Name || (namesNothing && AreCases(claims[i].Unit, unit.Name))) && !run.TellsDifference(claims[i]) && !run.IsAverage(i))
                return i;
        }

        return -1;
    }

    // 接听来电8947个，其中转办2274件
    private static bool AreCases(string one, string other) =>
        one.Length == 1 && other.Length == 1 && one is "个" or "件" or "宗" && other is "个" or "件" or "宗";

    private bool SameUnit(int first, int behind)
    {
        for (var i = first + 1; i < behind; i++)
        {
            if (figures[i].Unit != figures[first].Unit)
                return false;
        }

        return true;
    }
}
