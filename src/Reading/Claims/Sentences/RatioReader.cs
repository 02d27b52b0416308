using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Reads percentages, points and multiples, and names what each is a ratio of.</summary>
internal sealed class RatioReader(SentenceRun run, PhraseCompletion completion, ClaimWriter writer)
{
    private const int LongestState = 6;

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;
    private readonly RatioNames naming = new(run, completion);
    private readonly RatioBase bases = new(run);
    private readonly ProgressLists progress = new(run, writer);
    private readonly Distances distances = new(run, writer);

    // The rate of the last limit: 100%的51个，80%以下的4个 names it once.
    private string rateOfLimit = "";

    public void Read(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        var count = behind - first;
        if (IsProportion(first, count, left))
            return;
        if (count == 1 && claims.Count > run.FirstOfSentence && distances.ReadPlan(first, left, right))
            return;
        if (run.IsSecondEnd(first, left) && claims[^1].Measure is Measure.Rate or Measure.Share)
        {
            (claims[^1].Stance, claims[^1].AtOtherTime) = (Stance.Done, true);
            writer.CloseWay(claims.Count - 1, first);
            for (var i = first; i < behind; i++)
                writer.Add(i, phrases[^1], claims[^1].Measure, of: -1, partOf: -1);
            return;
        }

        // 改造32697户，完成省定任务(14266户)的229%
        if (count == 1 && first > 0 && claims.Count > run.FirstOfBlock && claims[^1].Stance == Stance.Planned && PlansNamed.ClosesBracket(run.Text, figures[first - 1].To, figures[first].From) && run.ResultIn(claims[^1].Unit) is >= 0 and var met)
        {
            writer.Add(first, phrases[met - run.FirstOfBlock], Measure.OfPlan, met, partOf: -1);
            return;
        }

        if (first > 0 && figures.SharesClause(first) && (left.Trim(" 的)）").IsEmpty || PlansNamed.NamesPlan(left)) && run.Text[figures[first].From - 1] is '的' or ')' or '）' && claims.Count > run.FirstOfSentence + 1 && claims[^1].Stance == Stance.Planned && claims[^2].Stance == Stance.Done)
        {
            writer.Add(first, phrases[^2], Measure.OfPlan, claims.Count - 2, partOf: -1);
            return;
        }

        // 销售额8.1亿元，完成15亿元销售目标的54%
        if (count == 1 && first > 0 && claims.Count > run.FirstOfSentence && claims[^1].Stance == Stance.Planned && figures.NamesPlanOfNext(first - 1))
        {
            var result = claims.Count > run.FirstOfSentence + 1 && claims[^2].Stance == Stance.Done && claims[^2].Unit == claims[^1].Unit ? claims.Count - 2 : -1;
            writer.Add(first, phrases[^(result < 0 ? 1 : 2)], Measure.OfPlan, result, partOf: -1);
            return;
        }

        if (count == 1 && figures[first].Unit == Unit.Percent && (LimitsSet(first) || LimitsNext(first, left)))
            return;
        // 15个幸福院建设已完成8个(53%)
        if (count == 1 && InBracketBehind(first) && ((claims.Count >= run.FirstOfSentence + 2 && bases.CloseStep(claims.Count - 1, figures[first])) || FollowsCompletion() || bases.IsItemOfCard()))
        {
            writer.Add(first, phrases[^1], Measure.OfPlan, claims.Count - 1, partOf: -1);
            return;
        }

        if (count == 1 && figures[first].Unit == Unit.Percent && left.Trim(" ，,、为") is "" or "完成率" or "完成" && bases.ClosesBracketOfTask(figures[first]))
        {
            writer.Add(first, phrases[^2], Measure.OfPlan, claims.Count - 2, partOf: -1);
            return;
        }

        // 受理1.2万件。电话7440件（62.0%），网站…: how much of what was counted before.
        if (count == 1 && InBracketBehind(first) && bases.IsPartOfTotal(figures[first]))
        {
            writer.Add(first, new Phrase(claims[^1].Indicator + "占比", ""), Measure.Share, claims.Count - 1, partOf: -1);
            return;
        }

        var (measure, sign, noun) = Ratios.Classify(left, right, figures[first].Unit, figures[first].To < figures.End ? run.Text[figures[first].To] : '\0');
        // 完成57个小区、3.28万户，分别占95%和93.7% in an answer: of what was promised.
        if (count > 1 && measure == Measure.Share && noun.IsEmpty && left.TrimEnd(" 约近") is [.., '占'] && bases.AnswersPromise())
            measure = Measure.OfPlan;
        // 实际改造4559户，超额完成20%: by how much the plan was passed.
        if (measure is Measure.OfPlan or Measure.Rate && figures[first].Value < 100 && left.TrimEnd(" 约近").EndsWith("超额完成", StringComparison.Ordinal))
        {
            noun = default;
            (measure, sign) = (Measure.Change, 1);
        }

        if (count == 1 ? measure == Measure.Rate && progress.ReadNamed(first, noun) : measure is Measure.Rate or Measure.OfPlan or Measure.Change or Measure.Share or Measure.Multiple && (noun.IsEmpty || noun[^1] == '率' || noun is "占比") && progress.ReadInOrder(first, behind, measure, sign, noun))
            return;
        // 达成率38.2%，较上年同期(42.6%)低4.4个百分点: the same at another time.
        if (count == 1 && measure == Measure.Rate && claims.Count > run.FirstOfSentence && claims[^1].Measure is Measure.Rate or Measure.OfPlan && (LeftWords.IsComparison(noun) || Ratios.IsTime(noun.IsEmpty ? Phrases.TrimLink(left.Trim(" ，,")) : noun)))
        {
            writer.Add(first, phrases[^1], claims[^1].Measure, of: -1, partOf: -1, forced: claims[^1].Stance);
            claims[^1].AtOtherTime = true;
            return;
        }

        // 结案率99.88%高于100年之99.72%: the same at another time or place.
        if (count == 1 && measure == Measure.Rate && noun.Length > 3 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Rate && figures.SharesClause(first) && ClaimWords.Shared.Beside.AtStart(noun) > 0)
        {
            writer.Add(first, phrases[^1], Measure.Rate, of: -1, partOf: -1);
            claims[^1].AtOtherTime = true;
            return;
        }

        // 增长7.9%，比全省(7.2%)和全国(6.8%)高: growth elsewhere.
        if (count == 1 && measure == Measure.Rate && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && ComparesInBracket(first))
        {
            writer.Add(first, phrases[^1], Measure.Change, of: -1, partOf: -1);
            claims[^1].AtOtherTime = true;
            return;
        }

        // 增加103户或1.2%, 减少24人(0.4‰): the same difference in hundredths.
        if (count == 1 && measure == Measure.Rate && SaysDifferenceAgain(first, left))
        {
            var falls = figures[first].Value > 0 && ClaimWords.Shared.Change.AtStart(claims[^1].Stage!, out var moved) > 0 && moved < 0;
            writer.Add(first, phrases[^1] with { Verb = "" }, Measure.Change, of: -1, partOf: -1, falls ? -1 : 1);
            return;
        }

        // 经费达成率95.6%，超越原定目标95%
        if (count == 1 && measure is Measure.Rate or Measure.OfPlan && claims.Count > run.FirstOfSentence && claims[^1].Measure is Measure.Rate or Measure.OfPlan && PlansNamed.SurpassesPlan(left))
        {
            writer.Add(first, phrases[^1], claims[^1].Measure, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        // 云峰区办结率99.6%、满意率95.8%，山阳县分别为97.1%和90.3%: the same rates of another place, in their order.
        if (count > 1 && measure == Measure.Rate && noun.Length is > 1 and < 9 && noun[^1] is '区' or '县' or '市' or '镇' or '乡' or '州' && claims.Count - count >= run.FirstOfSentence && claims[^1].Measure == Measure.Rate && claims[^count].Measure == Measure.Rate)
        {
            var place = Phrases.Tidy(noun);
            for (var i = first; i < behind; i++)
                writer.Add(i, new Phrase(place + RatioNames.BehindPlace(phrases[^count].Noun), ""), Measure.Rate, of: -1, partOf: -1);
            return;
        }

        // 完成率未达到70%：云栖镇69.8%、望潮乡68.4%: each place's share of its own plan, which nobody counted.
        if (count == 1 && measure == Measure.Rate && noun.Length is > 1 and < 9 && noun[^1] is '区' or '县' or '市' or '镇' or '乡' && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.OfPlan && first > 0 && run.Text.AsSpan(figures[first - 1].To, figures[first].From - figures[first - 1].To).IndexOfAny("；;。") < 0)
        {
            AddRatio(first, joined: false, Measure.OfPlan, sign, noun, right, of: -1);
            claims[^1].AtOtherTime = true;
            return;
        }

        // 全年预算5.4亿元，支出3.7亿元，支出进度68.5%: of what was to be spent.
        if (count == 1 && measure == Measure.Rate && noun.EndsWith("进度", StringComparison.Ordinal) && bases.ClosesBudget(figures[first]))
        {
            writer.Add(first, phrases[^1], Measure.OfPlan, claims.Count - 1, partOf: -1);
            return;
        }

        if (count == 1 && measure == Measure.Rate && IsUnderWay(first, ref noun))
            measure = Measure.OfPlan;
        // 已开工1.92万套，占计划80%；建成0.9万套，占50%: the second leaves out of what, and the plan it closes on was printed.
        if (count == 1 && measure == Measure.Share && noun.IsEmpty && left.TrimEnd(" 约近") is [.., '占'] && (bases.ClosesPlan(figures[first]) || bases.AnswersPromise()))
            measure = Measure.OfPlan;
        // 咨询类占71%，其他类10%: the last kind goes without the word.
        if (count == 1 && measure == Measure.Rate && noun.Length > 1 && noun[^1] == '类' && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Share)
            measure = Measure.Share;
        if (count == 1 && measure == Measure.Rate && progress.IsListedShare(first, noun))
            measure = Measure.Share;
        // 回复率分别为：66.3%、79.0%: the label names the rate.
        if (noun.IsEmpty && measure == Measure.Rate && figures.LeftStart(first) is > 0 and var start && start == figures[first].From && run.Text[start - 1] is ':' or '：' && Phrases.TrimLink(run.PreviousClause(first)) is [.., _, '率'] label)
            noun = label;
        if (count > 1 && measure == Measure.Change && (noun.IsEmpty || noun is "增速" or "增幅") && distances.ReadInOrder(first, behind, sign))
            return;
        if (count > 1 && !(noun.IsEmpty && claims.Count > 0 && claims[^1].AtOtherTime) && ReadRatioList(first, behind, measure, sign, noun))
            return;
        if (count == 1 && measure == Measure.Rate && ClaimWords.Shared.StepRates.AtEnd(noun) > 0)
            bases.CloseStep(bases.Of(measure, noun, 0, 1), figures[first], noun.Length <= 3 || figures.SharesClause(first));
        for (var i = first; i < behind; i++)
            AddRatio(i, i > first, measure, sign, noun, right, bases.Of(measure, noun, i - first, count) is var of && measure == Measure.OfPlan && count == 1 ? bases.Answering(bases.Closing(bases.BehindMoney(of, left), figures[i]), figures[i]) : of);
    }

    private bool InBracketBehind(int index)
    {
        if (index == 0 || claims.Count <= run.FirstOfSentence || figures[index].Unit != Unit.Percent || figures[index].To >= run.Text.Length || !Marks.Closes(run.Text[figures[index].To]))
            return false;
        var between = run.Text.AsSpan(figures[index - 1].To, figures[index].From - figures[index - 1].To);
        if (between.Length == 1 && Marks.Opens(between[0]))
            return true;
        // 9个小区中8个已开工（89%）: how far they are stands in between.
        return between.Length is > 2 and <= LongestState && between[0] == '已' && Marks.Opens(between[^1]) && ClaimWords.Shared.Verb.AtStart(between[1..]) == between.Length - 2 && claims.Count >= run.FirstOfSentence + 2 && run.SplitsFirst;
    }

    // 免费接种已完成4769人(51.2%)
    private bool FollowsCompletion()
    {
        var claim = claims[^1];
        return claim is { Measure: Measure.Amount, Stance: Stance.Done } && run.Text.AsSpan(figures.Start, Math.Max(0, claim.Clean.Start - figures.Start)).TrimEnd(" 了").EndsWith("完成", StringComparison.Ordinal);
    }

    // 引调水工程正在施工中(93%): how far a work under way has come.
    private bool IsUnderWay(int index, ref ReadOnlySpan<char> noun)
    {
        if (index >= figures.Count || figures[index].Unit != Unit.Percent || figures[index].From <= figures.Start || !Marks.Opens(run.Text[figures[index].From - 1]) || figures[index].To >= run.Text.Length || !Marks.Closes(run.Text[figures[index].To]))
            return false;
        var words = noun.TrimEnd("(（ ");
        if (ClaimWords.Shared.UnderWay.AtEnd(words) is var length && length == 0)
            return false;
        noun = words[..^length];
        return true;
    }

    // 13个项目支出率低于50%: the percentage says which, and counts nothing itself.
    private bool LimitsSet(int index)
    {
        if (index == 0 || !figures.SharesClause(index) || claims.Count == run.FirstOfSentence || claims[^1].Measure != Measure.Amount || !figures[index - 1].Unit.Counts)
            return false;
        var between = run.Text.AsSpan(figures[index - 1].To, figures[index].Start - figures[index - 1].To).TrimEnd(' ');
        var limit = ClaimWords.Shared.Limits.FindLast(between, out var length, out _);
        // 培训4,000人次、合格率不低于90%: a level of its own, which picks nothing out.
        if (limit < 0 || (limit > 0 && between[limit - 1] == '不') || (limit > 0 && Marks.IsListMark(between[0])) || (limit + length < between.Length && (between.Length - limit - length > 12 || ClaimWords.Shared.Standards.AtEnd(between.TrimEnd('的')) == 0)))
            return false;
        // 5个乡镇未达到70%：云栖镇69.8%: the rate was named before.
        var rate = Phrases.TrimLink(between[..limit]);
        rate = rate[Math.Min(rate.Length, ClaimWords.Shared.Limited.AtStart(rate))..];
        var named = rate.IsEmpty && LastRate() is >= 0 and var told ? phrases[told - run.FirstOfBlock] : new Phrase(Phrases.Tidy(rate.IsEmpty ? between : rate), "");
        writer.Add(index, named, ClaimWords.Shared.OfPlan.AtEnd(named.Noun) > 0 ? Measure.OfPlan : Measure.Rate, of: -1, partOf: -1);
        claims[^1].Optional = true;
        // 支出率低于50%项目: the limit tells which of them were counted.
        if (ClaimWords.Shared.Limited.AtStart(between) is var head and > 0 && head < between.Length)
        {
            var set = string.Concat(between[head..], run.Text.AsSpan(figures[index].Start, figures[index].End - figures[index].Start), between[..head]);
            phrases[^2] = new Phrase(Phrases.Tidy(set), "");
            (claims[^2].Indicator, claims[^2].Stage) = (phrases[^2].Indicator, null);
        }

        return true;
    }

    private int LastRate()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure is Measure.Rate or Measure.OfPlan)
                return i;
        }

        return -1;
    }

    // 完成率达到100%的51个，80%以下的4个: the percentage says which the number behind it counts.
    private bool LimitsNext(int index, ReadOnlySpan<char> left)
    {
        if (index + 1 >= figures.Count || !figures[index + 1].Unit.Counts || claims.Count == run.FirstOfBlock || run.Text.AsSpan(figures[index].To, Math.Max(0, figures[index + 1].From - figures[index].To)) is not ("的" or "的有" or "的共" or "的共有"))
            return false;
        var name = Phrases.Tidy(Phrases.TrimLead(left));
        if (name.Length == 0 && rateOfLimit.Length == 0)
            return false;
        if (run.PreviousClause(index) is [_, .., '中'] among && among.Length < 12)
            run.LimitOf = Phrases.Tidy(among[..^1]);
        rateOfLimit = name.Length > 0 ? name : Phrases.Tidy(Phrases.TrimLink(rateOfLimit));
        run.Limit = string.Concat(rateOfLimit, run.Text.AsSpan(figures[index].From, figures[index].To - figures[index].From));
        writer.Add(index, new Phrase(Phrases.Tidy(Phrases.TrimLink(rateOfLimit)), ""), Measure.Rate, of: -1, partOf: -1);
        claims[^1].Optional = true;
        return true;
    }

    private bool ComparesInBracket(int index)
    {
        var (open, close) = (figures[index].From - 1, figures[index].To);
        if (open <= figures.Start || close >= figures.End || !Marks.Opens(run.Text[open]) || !Marks.Closes(run.Text[close]))
            return false;
        var before = figures.Before(index);
        var clause = before[(before.LastIndexOfAny("，,；;") + 1)..];
        return clause.TrimStart(' ') is { Length: > 2 } words && (words[0] is '比' or '较' || (words.Length > 4 && words[2] is '比' or '较' or ' '));
    }

    private bool SaysDifferenceAgain(int index, ReadOnlySpan<char> left)
    {
        if (index == 0 || claims.Count == run.FirstOfSentence || claims[^1].Measure != Measure.Amount || !SentenceRun.IsDifference(claims[^1]))
            return false;
        var between = run.Text.AsSpan(figures[index - 1].To, figures[index].From - figures[index - 1].To).Trim(' ');
        return between is "或" || (between.Length == 1 && Marks.Opens(between[0]));
    }

    // 会议、文件下降40%和20%: as many nouns as numbers.
    private bool ReadRatioList(int first, int behind, Measure measure, int sign, ReadOnlySpan<char> noun)
    {
        Span<Range> parts = stackalloc Range[12];
        var count = Nouns.SplitList(noun.IsEmpty ? run.PreviousClause(first) : noun, parts);
        var source = noun.IsEmpty ? run.PreviousClause(first) : noun;
        // 通信设备制造业、仪器设备及仪表制造业投资: 及 may stand inside a member.
        if (count > behind - first)
            count = Nouns.SplitList(source, parts, commas: true);
        if (count != behind - first || (noun.IsEmpty && measure is not Measure.Rate and not Measure.Change))
            return false;
        if (noun.IsEmpty && bases.Of(measure, noun, 0, count) >= 0)
            return false;
        // 矿产业和电子信息业增幅最大，分别为18%和16%
        if (noun.IsEmpty && measure == Measure.Rate && Ratios.MostGrown(source, out var grown) is > 0 and var most && parts[count - 1].End.Value - parts[count - 1].Start.Value > most)
        {
            (measure, sign) = (Measure.Change, grown);
            parts[count - 1] = parts[count - 1].Start..(parts[count - 1].End.Value - most);
        }

        var tail = ListTail.Shared(source, parts[..count]);
        for (var i = first; i < behind; i++)
        {
            var part = source[parts[i - first]];
            var name = i < behind - 1 && tail.Length > 0 ? string.Concat(part, tail) : part.ToString();
            // 失业率、物价涨幅分别控制在5%和3%以内: one a level, the other a growth.
            var own = measure == Measure.Change && name.EndsWith('率') && !name.EndsWith("增长率", StringComparison.Ordinal) && figures[i].Unit == Unit.Percent && figures.Left(first).IndexOf('在') >= 0 ? Measure.Rate : measure;
            writer.Add(i, new Phrase(Phrases.Tidy(Phrases.TrimLead(name)), ""), own, of: -1, partOf: -1, sign);
        }

        return true;
    }

    private void AddRatio(int index, bool joined, Measure measure, int sign, ReadOnlySpan<char> noun, ReadOnlySpan<char> right, int of)
    {
        if (noun is "占比" && of < run.FirstOfSentence)
            noun = default;
        var phrase = naming.Of(index, joined, measure, noun, right, of);
        // 提前完成55%的年度目标
        var promised = measure is Measure.Rate or Measure.Share && figures.Right(index) is { Length: > 2 } own && own[0] == '的' && ClaimWords.Shared.PlanNouns.AtEnd(own.TrimEnd(' ')) is var plan and > 0 && plan >= own.Length - 3;
        // 床位占60%，提前完成55%的年度目标: the goal of the same.
        if (promised && noun.IsEmpty && claims.Count > run.FirstOfSentence && claims[^1].Measure is Measure.Rate or Measure.Share)
            (phrase, measure) = (phrases[^1], claims[^1].Measure);
        // 计划完成工程量5%，实际完成工程量6%
        var left = figures.Left(index);
        Stance? forced = promised || left.EndsWith("计划完成工程量", StringComparison.Ordinal) ? Stance.Planned : left.EndsWith("实际完成工程量", StringComparison.Ordinal) ? Stance.Done : null;
        if (measure == Measure.OfPlan && forced is null)
            bases.TurnToResult(of, left);
        writer.Add(index, phrase, measure, measure == Measure.Rate && noun.IsEmpty ? -1 : of, partOf: -1, sign, forced);
        if (measure == Measure.Change && figures[index].Unit.Kind == UnitKind.Points)
            distances.SayFromWhat(index, claims.Count - 2);
    }

    // 三次产业结构0.26∶16.22∶83.52
    private bool IsProportion(int first, int count, ReadOnlySpan<char> left)
    {
        if (count == 1 || figures[first].Unit != Unit.Percent || run.Text[figures[first].End - 1] is '%' or '成')
            return false;
        if (figures[first].End >= run.Text.Length || run.Text[figures[first].End] is not ('∶' or ':' or '：'))
            return false;
        ReadOnlySpan<string> names = figures.Before(first).Contains("产业", StringComparison.Ordinal) ? ["第一产业占比", "第二产业占比", "第三产业占比"] : [];
        var noun = LeftWords.Read(left).Noun;
        if (claims.Count >= run.FirstOfSentence + count && claims[^1].Measure == Measure.Share && Phrases.TrimLink(left).Length < left.Length)
            writer.CloseWay(claims.Count - count, first);
        for (var i = 0; i < count; i++)
            writer.Add(first + i, new Phrase(i < names.Length ? names[i] : noun, ""), Measure.Share, of: -1, partOf: -1);
        return true;
    }
}
