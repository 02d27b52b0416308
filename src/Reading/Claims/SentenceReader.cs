using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims;

/// <summary>Gives every number of a sentence its indicator, measure, stance and period.</summary>
internal sealed class SentenceReader(CleanText clean, Outline outline, List<Claim> claims)
{
    // A sentence rarely sets a result against a plan more numbers away than this.
    private const int FarthestBack = 12;

    private readonly string text = clean.Text;
    private readonly SentenceFigures figures = new(clean.Text);
    private readonly PeriodReader periods = new(outline.Year, outline.Date);
    private readonly List<Mention> mentions = [];

    // What each claim of the running block counts, noun and verb apart; claims[firstOfBlock + i] belongs to phrases[i].
    private readonly List<Phrase> phrases = [];

    private int block;
    private int firstOfBlock;
    private int firstOfSentence;
    private string topic = "";
    private Stance standing;
    private int expectedFrom;

    // Where the sentence turns from the plan to the result; promise words in front of it no longer count.
    private int resultFrom;
    private bool wasFrequency;
    private Unit running = Unit.Empty;
    private int at;

    // What the paragraph in front of 一是 …, 二是 … announced, or null.
    private Stance? introduced;
    private Period? lasting;

    public void Begin(int index, string about, ReadOnlySpan<char> words)
    {
        (block, topic, firstOfBlock, lasting) = (index, about, claims.Count, null);
        phrases.Clear();
        standing = StanceReader.OfBlock(outline, index, words);
        var member = StanceReader.IsMember(words);
        if (member && introduced is { } whole)
            standing = whole;
        else if (!member)
            introduced = StanceReader.Introduces(words, standing);
    }

    public void Read(List<Figure> all, int from, int to, int start, int end)
    {
        figures.Load(all, from, to, start, end);
        firstOfSentence = claims.Count;
        resultFrom = start;
        mentions.Clear();
        periods.Read(text, start, end, mentions);
        var expected = text.AsSpan(start, end - start).IndexOf("预计", StringComparison.Ordinal);
        expectedFrom = expected < 0 ? int.MaxValue : start + expected;
        for (var i = 0; i < figures.Count;)
        {
            var next = i + 1;
            while (next < figures.Count && figures.JoinsPrevious(next) && figures[next].Unit.IsRatio == figures[i].Unit.IsRatio)
                next++;
            (running, at) = (figures[i].Unit, i);
            if (IsResult(i))
                resultFrom = figures.LeftStart(i);
            if (figures[i].Unit.IsRatio)
                ReadRatios(i, next);
            else
                ReadAmounts(i, next);
            i = next;
        }

        foreach (var mention in mentions)
        {
            if (mention.ToBlockEnd)
                lasting = mention.Period;
        }
    }

    private void ReadAmounts(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        if (IsSecondEnd(first, left))
        {
            var from = claims[^1];
            from.Stance = Stance.Done;
            for (var i = first; i < behind; i++)
                Add(i, phrases[^1], Measure.Amount, of: -1, partOf: -1);
            return;
        }

        if (behind - first > 1 && SameUnit(first, behind) && ReadList(first, behind, left))
            return;
        // 民生实事8件17个子项: two counts that touch have each their own words.
        if (behind - first == 2 && figures[first].To == figures[first + 1].From && figures[first].Unit != figures[first + 1].Unit && figures[first].Unit.Kind == UnitKind.Count && figures[first + 1].Unit.Kind == UnitKind.Count && Phrases.OfLeft(left).Noun.Length > 1 && !right.Trim(' ').IsEmpty)
        {
            Add(first, Complete(Phrases.OfLeft(left), whole: -1), Measure.Amount, of: -1, partOf: -1);
            Add(first + 1, PhraseOf(first + 1, default, right, whole: -1), Measure.Amount, of: -1, partOf: -1);
            return;
        }

        if (IsPlan(left, out var planned) && behind == first + 1)
        {
            var own = Phrases.OfLeft(planned);
            Add(first, own.Noun.Length > 0 || own.Verb.Length > 0 || phrases.Count == 0 ? Complete(own, whole: -1) : phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        if (IsPlanOfLast(left, right))
        {
            Add(first, phrases[^1], Measure.Amount, of: -1, partOf: -1, forced: Stance.Planned);
            return;
        }

        var isPart = IsPart(first, left);
        var whole = isPart ? WholeOf(figures[first].Unit) : -1;
        var phrase = PhraseOf(first, left, right, whole);
        for (var i = first; i < behind; i++)
            Add(i, phrase, Measure.Amount, of: -1, whole);
        ShareTrailingVerb(first, phrase);
        ShareTail(first, phrase.Noun);
    }

    // 计划更新管线42公里，完成39.6公里; 计划培训600人，培训648人: the clause behind the plan tells the result.
    private bool IsResult(int index)
    {
        if (standing == Stance.Planned || claims.Count == firstOfSentence || claims[^1].Stance != Stance.Planned || figures.SharesClause(index))
            return false;
        var left = figures.Left(index).Trim(' ');
        if (left.StartsWith("完成", StringComparison.Ordinal) || left.StartsWith("实际", StringComparison.Ordinal) || left.StartsWith("已", StringComparison.Ordinal) || left.StartsWith("现已", StringComparison.Ordinal) || left.EndsWith("完成", StringComparison.Ordinal))
            return true;
        return left.Length >= 2 && phrases.Count > 0 && left.SequenceEqual(phrases[^1].Verb);
    }

    // 加装电梯目标任务100台, 应完成18处, (目标3000个): a noun or verb of planning right at the number.
    private static bool IsPlan(ReadOnlySpan<char> left, out ReadOnlySpan<char> indicator)
    {
        indicator = left.TrimEnd(" 　:：为是");
        // 已落实保障房建设计划530套 carried out a plan.
        if (left.IndexOf('已') >= 0 || left.Contains("落实", StringComparison.Ordinal) || left.Contains("超额", StringComparison.Ordinal))
            return false;
        var words = ClaimWords.Shared;
        var length = words.PlanNouns.AtEnd(indicator);
        if (length > 0 && indicator.Length - length is var rest && (rest == 0 || rest >= 2) && indicator.IndexOf('占') < 0 && indicator.IndexOf("完成", StringComparison.Ordinal) < 0 && !indicator.EndsWith("按计划", StringComparison.Ordinal))
        {
            indicator = indicator[..^length];
            return true;
        }

        // 应完成18处, 救助资金应发放2.16亿元
        var due = left.LastIndexOf('应');
        if (due < 0 || words.Verb.AtStart(left[(due + 1)..]) == 0 || (due > 0 && left[due - 1] is '供' or '反' or '对' or '响' or '适' or '相'))
            return false;
        indicator = due == 0 ? left[1..] : left[..due];
        return true;
    }

    // 完成年度计划2.4万人次的80%, 完成全年3000户的任务: the plan of the number before.
    private bool IsPlanOfLast(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims.Count == firstOfSentence)
            return false;
        var words = right.TrimStart(' ');
        if (!words.StartsWith("的", StringComparison.Ordinal))
            return false;
        return ClaimWords.Shared.OfPlan.AtEnd(left.TrimEnd(' ')) > 0
            || (left.Contains("完成全年", StringComparison.Ordinal) && (words.StartsWith("的任务", StringComparison.Ordinal) || words.StartsWith("的目标", StringComparison.Ordinal)));
    }

    // 完成7条城市道路和24公里农村公路提升改造: the verb at the end belongs to the whole list.
    private void ShareTrailingVerb(int index, Phrase last)
    {
        var length = ClaimWords.Shared.Verb.AtEnd(last.Noun);
        if (length < 2 || length == last.Noun.Length || !figures.SharesClause(index) || !IsLight(last.Verb))
            return;
        var verb = last.Noun[^length..];
        for (var i = claims.Count - 2; i >= firstOfSentence && index > 0; i--, index--)
        {
            var earlier = phrases[i - firstOfBlock];
            if (!figures.SharesClause(index) || claims[i].Measure != Measure.Amount || !IsLight(earlier.Verb) || ClaimWords.Shared.Verb.AtEnd(earlier.Noun) > 1)
                return;
            phrases[i - firstOfBlock] = earlier = new Phrase(earlier.Noun, verb);
            (claims[i].Indicator, claims[i].Stage) = (earlier.Indicator, verb);
        }
    }

    // 6个省级、14个市级重点项目: the first is one of projects as well.
    private void ShareTail(int index, string noun)
    {
        if (index == 0 || !figures.SharesClause(index) || claims.Count - 2 < firstOfSentence)
            return;
        var earlier = phrases[^2];
        var length = earlier.Noun.Length;
        if (length is < 2 or > 3 || noun.Length < length + 2 || earlier.Noun[^1] != noun[length - 1] || earlier.Noun[^1] is not ('级' or '类' or '型' or '区' or '期'))
            return;
        phrases[^2] = earlier = earlier with { Noun = earlier.Noun + noun[length..], Verb = phrases[^1].Verb };
        claims[^2].Indicator = earlier.Indicator;
    }

    private static bool IsLight(string verb) => verb.Length == 0 || ClaimWords.Shared.Light.AtStart(verb) == verb.Length;

    private Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole)
    {
        var before = Phrases.OfLeft(left);
        var hasPredicate = false;
        var behind = StartsNoun(index, right) ? Phrases.OfRight(right, out hasPredicate) : Phrase.Empty;
        Phrase phrase;
        if (behind.Noun.Length == 0 && before.Noun.Length > 0 && index + 1 < figures.Count && right.Trim(" 　") is "的" && Phrases.OfRight(figures.Right(index + 1), out _) is { Noun.Length: > 1 } thing)
            phrase = new Phrase(Joined(thing.Noun, before.Noun), "");
        else if (behind.Noun.Length > 0)
            phrase = right.TrimStart(' ').StartsWith("的", StringComparison.Ordinal) && before.Noun.Length > 0
                ? new Phrase(Joined(behind.Noun, before.Noun), before.Verb)
                : new Phrase(behind.Noun, VerbOf(left, before, hasPredicate ? behind.Verb : ""), before.VerbFirst && !hasPredicate);
        else if (before.Noun.Length > 0)
            phrase = before.Verb.Length == 0 && behind.Verb.Length > 0 ? before with { Verb = behind.Verb } : before;
        else
            phrase = new Phrase("", before.Verb.Length > 0 && behind.Verb.Length == 0 ? before.Verb : behind.Verb);
        return Complete(OfMoney(index, phrase), whole);
    }

    // 投入资金2330万元，购置环卫专业车辆57台: what the money is for stands behind it.
    private Phrase OfMoney(int index, Phrase phrase)
    {
        if (figures[index].Unit.Kind != UnitKind.Money || phrase.Noun is not ("资金" or "投入资金" or "财政资金" or "专项资金" or "各类资金"))
            return phrase;
        var end = index + 1 < figures.Count ? figures[index + 1].From : figures.End;
        var behind = text.AsSpan(figures[index].To, end - figures[index].To).TrimStart(" ，,用于");
        var stop = behind.IndexOfAny(Marks.ClauseEnds);
        var purpose = Phrases.OfLeft(stop < 0 ? behind : behind[..stop]);
        return purpose.Noun.Length is < 2 or > 16 ? new Phrase("资金", "投入") : new Phrase(purpose.Indicator + "资金", "投入");
    }

    // What the words near the number leave open comes from the topic, from the whole it is a part of, or from the number before.
    private Phrase Complete(Phrase phrase, int whole)
    {
        if (whole >= firstOfBlock)
            return OfPart(phrase, phrases[whole - firstOfBlock]);
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Per.AtStart(phrase.Noun) == phrase.Noun.Length && phrases.Count > 0)
            return phrase with { Noun = phrase.Noun + phrases[^1].Noun, Verb = phrase.Verb.Length > 0 ? phrase.Verb : phrases[^1].Verb };
        if (phrase.Noun.Length == 0 && topic.Length == 0 && phrase.Verb.Length == 0 && SubjectClause() is { Length: > 3 } subjectClause)
            return phrase with { Noun = subjectClause };
        if (phrase.Noun.Length == 0 && claims.Count > firstOfSentence && GoesOnFromLast(phrase.Verb))
            return phrase with { Noun = phrases[^1].Noun };
        if (phrase.Noun.Length == 0 && SameUnitBefore() is >= 0 and var same)
            return phrase with { Noun = phrases[same - firstOfBlock].Noun };
        if (topic.Length > 0 && (phrase.Noun.Length == 0 || (phrase.Noun.Length >= 2 && topic.Contains(phrase.Noun, StringComparison.Ordinal))))
            return phrase with { Noun = topic, VerbFirst = false };
        if (phrase.Noun.Length == 0 && phrases.Count > 0)
            return phrase with { Noun = LastNoun() };
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(phrase.Noun) == phrase.Noun.Length && Subject() is { Length: > 0 } subject)
            return phrase with { Noun = Joined(subject, phrase.Noun) };
        return phrase;
    }

    // 地方财政收入同步跟进，已经突破50亿元: the clause in front names it, when it holds no number itself.
    private string SubjectClause()
    {
        var clause = PreviousClause(at);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return "";
        var phrase = Phrases.OfLeft(clause);
        return phrase.Verb.Length == 0 || phrase.VerbFirst ? phrase.Noun : "";
    }

    // 签约134台、开工92台、完工61台: all of the thing named first.
    private int SameUnitBefore()
    {
        var last = claims.Count - 1;
        return last >= firstOfSentence && claims[last].Measure == Measure.Amount && claims[last].PartOf < 0 && claims[last].Unit == running.Name ? last : -1;
    }

    // 62个问题，涉及资金18亿元。已整改55个: the last number of the same unit says of what, else the last number.
    private string LastNoun()
    {
        for (var i = claims.Count - 1; i >= Math.Max(firstOfBlock, claims.Count - FarthestBack); i--)
        {
            if (claims[i].Unit == running.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0)
                return phrases[i - firstOfBlock].Noun;
        }

        return phrases[^1].Noun;
    }

    // 应完成18处、实际完成11处; 较去年同期增加27件: the number before says of what.
    private bool GoesOnFromLast(string verb) =>
        verb is "增加" or "减少" or "净增" || (claims[^1].Stance == Stance.Planned && claims[^1].Measure == Measure.Amount);

    // 其中135.8万平方米已完工 takes the noun of the whole, 其中老城片区612处 puts the place before it, 其中中小学22所 takes its verb.
    private static Phrase OfPart(Phrase part, Phrase head)
    {
        if (part.Noun.Length == 0)
            return part with { Noun = head.Noun };
        if (part.Verb.Length > 0)
            return part;
        var narrows = part.Noun.Length <= 2 || part.Noun[^1] is '区' or '县' or '市' or '镇' or '乡' or '村' || part.Noun.EndsWith("街道", StringComparison.Ordinal);
        var noun = narrows && !head.Noun.Contains(part.Noun, StringComparison.Ordinal) ? part.Noun + head.Noun : part.Noun;
        return part with { Noun = noun, Verb = head.Verb, VerbFirst = head.VerbFirst };
    }

    private string Subject()
    {
        for (var i = claims.Count - 1; i >= Math.Max(firstOfSentence, claims.Count - FarthestBack); i--)
        {
            var noun = phrases[i - firstOfBlock].Noun;
            if (claims[i].Measure == Measure.Amount && noun.Length is >= 2 and <= 10)
                return noun;
        }

        return topic.Length <= 12 ? topic : "";
    }

    private static string Joined(string subject, string noun) =>
        subject.EndsWith(noun, StringComparison.Ordinal) ? subject : noun.StartsWith(subject, StringComparison.Ordinal) ? noun : subject + noun;

    // 选派767名服务专员下沉一线: the verb in front, unless it only sets others to work (支持5家养老机构扩大规模).
    private static string VerbOf(ReadOnlySpan<char> left, Phrase before, string predicate)
    {
        var near = Phrases.TrimLink(left);
        var length = ClaimWords.Shared.Verb.AtEnd(near);
        var verb = length >= 2 ? near[^length..].ToString() : before.Verb;
        if (predicate.Length > 0 && (IsLight(verb) || ClaimWords.Shared.Causing.AtStart(verb) > 0))
            return predicate;
        return verb.Length > 0 ? verb : predicate;
    }

    private void ReadRatios(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        var count = behind - first;
        if (IsProportion(first, count, left))
            return;
        if (IsSecondEnd(first, left) && claims[^1].Measure is Measure.Rate or Measure.Share)
        {
            claims[^1].Stance = Stance.Done;
            for (var i = first; i < behind; i++)
                Add(i, phrases[^1], claims[^1].Measure, of: -1, partOf: -1);
            return;
        }

        if (first > 0 && figures.SharesClause(first) && left.Trim(" 的").IsEmpty && text[figures[first].From - 1] == '的' && claims.Count > firstOfSentence + 1 && claims[^1].Stance == Stance.Planned && claims[^2].Stance == Stance.Done)
        {
            Add(first, phrases[^2], Measure.OfPlan, claims.Count - 2, partOf: -1);
            return;
        }

        var (measure, sign, noun) = Ratios.Classify(left, right, figures[first].Unit, figures[first].To < figures.End ? text[figures[first].To] : '\0');
        if (count > 1 && ReadRatioList(first, behind, measure, sign, noun))
            return;
        for (var i = first; i < behind; i++)
            AddRatio(i, measure, sign, noun, right, OfClaim(measure, noun, i - first, count) is var of && measure == Measure.OfPlan && count == 1 ? Closing(of, figures[i]) : of);
    }

    // 会议、文件下降40%和20%: as many nouns as numbers.
    private bool ReadRatioList(int first, int behind, Measure measure, int sign, ReadOnlySpan<char> noun)
    {
        Span<Range> parts = stackalloc Range[12];
        var count = Phrases.SplitList(noun.IsEmpty ? PreviousClause(first) : noun, parts);
        var source = noun.IsEmpty ? PreviousClause(first) : noun;
        if (count != behind - first || (noun.IsEmpty && measure is not Measure.Rate and not Measure.Change))
            return false;
        if (noun.IsEmpty && OfClaim(measure, noun, 0, count) >= 0)
            return false;
        var tail = SharedTail(source, parts[..count]);
        for (var i = first; i < behind; i++)
        {
            var part = source[parts[i - first]];
            var name = i < behind - 1 && tail.Length > 0 ? string.Concat(part, tail) : part.ToString();
            Add(i, new Phrase(Phrases.Tidy(Phrases.TrimLead(name)), ""), measure, of: -1, partOf: -1, sign);
        }

        return true;
    }

    // 三级、二级、一级医院住院报销比例: what follows the last short member belongs to all.
    private static ReadOnlySpan<char> SharedTail(ReadOnlySpan<char> source, ReadOnlySpan<Range> parts)
    {
        var last = source[parts[^1]];
        var member = source[parts[^2]].Length;
        return parts.Length >= 2 && member <= 4 && last.Length > member + 2 && last[member - 1] == source[parts[^2]][^1] ? last[member..] : default;
    }

    private ReadOnlySpan<char> PreviousClause(int index)
    {
        var end = figures.LeftStart(index) - 1;
        if (end <= figures.Start || (index > 0 && figures[index - 1].To > end))
            return default;
        var clause = text.AsSpan(figures.Start, end - figures.Start);
        return Phrases.TrimLead(clause[(clause.LastIndexOfAny("，,；：") + 1)..]);
    }

    private void AddRatio(int index, Measure measure, int sign, ReadOnlySpan<char> noun, ReadOnlySpan<char> right, int of)
    {
        Phrase phrase;
        if (!noun.IsEmpty && (measure != Measure.OfPlan || SaysMore(noun, of)))
            phrase = RatioPhrase(measure, noun, of);
        else if (noun.IsEmpty && measure == Measure.Rate && claims.Count > firstOfSentence && claims[^1].Measure is Measure.Rate or Measure.Change)
            phrase = phrases[^1];
        else if (noun.IsEmpty && of < 0 && measure == Measure.Change && topic.Length == 0 && PreviousClause(index) is { Length: > 1 } clause)
            phrase = new Phrase(Phrases.Tidy(Phrases.Noun(clause.TrimEnd("0123456789."))), "");
        else if (of >= firstOfBlock)
            phrase = measure == Measure.Share ? new Phrase(claims[of].Indicator + "占比", "") : phrases[of - firstOfBlock];
        else if (measure == Measure.Share && Phrases.OfRight(right, out _) is { Noun.Length: > 0 } behind)
            phrase = behind;
        else
            phrase = Complete(noun.IsEmpty ? Phrase.Empty : new Phrase(Phrases.Tidy(Phrases.Noun(noun)), ""), whole: -1);
        Add(index, phrase, measure, measure == Measure.Rate && noun.IsEmpty ? -1 : of, partOf: -1, sign);
    }

    // 桥下空间利用完成率 names its own indicator; 完成率 alone and one that repeats the number before do not.
    private bool SaysMore(ReadOnlySpan<char> noun, int of)
    {
        var own = noun.Length - ClaimWords.Shared.OfPlan.AtEnd(noun);
        return own >= 2 && (of < firstOfSentence || !claims[of].Indicator.AsSpan().Contains(noun[..own], StringComparison.Ordinal));
    }

    private Phrase RatioPhrase(Measure measure, ReadOnlySpan<char> noun, int of)
    {
        var name = noun.Contains('占') ? Phrases.Tidy(noun) : Phrases.Tidy(Phrases.Noun(noun));
        if (topic.Length > 0 && name.Length >= 2 && topic.Contains(name, StringComparison.Ordinal))
            return new Phrase(topic, "");
        var subject = of >= firstOfBlock ? phrases[of - firstOfBlock].Noun : "";
        var level = name.Length > 0 && (name[^1] is '率' or '比' or '重' or '度' or '例' || ClaimWords.Shared.Generic.AtStart(name) == name.Length);
        if (measure == Measure.Rate && name.Length > 1 && name[^1] is '区' or '县' or '市' or '镇' && claims.Count > firstOfSentence && claims[^1].Measure == Measure.Rate)
            return new Phrase(name + BehindPlace(phrases[^1].Noun), "");
        if (level && name.Length <= 5 && subject.Length is > 0 and <= 10 && measure is Measure.Rate or Measure.Share)
            return new Phrase(Joined(subject, name), "");
        if (measure == Measure.Share && !level && NamedBefore(name) is >= 0 and var named)
            return new Phrase(phrases[named - firstOfBlock].Noun + "占比", "");
        if (measure == Measure.Share && name.Length <= 2 && of >= firstOfBlock)
            return new Phrase(Joined(phrases[of - firstOfBlock].Indicator, name) + "占比", "");
        return new Phrase(measure == Measure.Share && !level ? name + "占比" : name, "");
    }

    // 216个小区已完成立项, 摸底登记3.2万人: told as done, so no plan.
    private bool IsEarlierStep(int claim)
    {
        var place = claims[claim].Clean;
        var clause = text.AsSpan(place.Start, Math.Min(figures.End, place.End + 20) - place.Start);
        var stop = clause.IndexOfAny(Marks.ClauseEnds);
        if ((stop < 0 ? clause : clause[..stop]).IndexOf('已') >= 0)
            return true;
        return claims[claim].Indicator is var name && (name.Contains("登记", StringComparison.Ordinal) || name.Contains("摸底", StringComparison.Ordinal) || name.Contains("立项", StringComparison.Ordinal) || name.Contains("排查", StringComparison.Ordinal) || name.Contains("抽查", StringComparison.Ordinal) || name.Contains("受理", StringComparison.Ordinal));
    }

    // 电话31508件、网络6918件，电话占82.0%: the number that was named so.
    private int NamedBefore(string name)
    {
        for (var i = claims.Count - 1; i >= Math.Max(firstOfSentence, claims.Count - FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && phrases[i - firstOfBlock].Noun.StartsWith(name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    // 云栖区满意率97%、望潮区95%: the rate is named once.
    private static string BehindPlace(string indicator)
    {
        var place = indicator.AsSpan(0, Math.Min(indicator.Length, 6)).LastIndexOfAny("区县市镇");
        return place > 0 && place + 2 < indicator.Length ? indicator[(place + 1)..] : indicator;
    }

    // The number a percentage speaks of: the one before, or for lists the one at the same place of the list before.
    private int OfClaim(Measure measure, ReadOnlySpan<char> noun, int place, int count)
    {
        if (!noun.IsEmpty && measure is Measure.Change)
            return -1;
        if (count > 64)
            return -1;
        Span<int> before = stackalloc int[count];
        var found = 0;
        for (var i = claims.Count - 1 - place; i >= Math.Max(firstOfBlock, claims.Count - 40 - count) && found < count; i--)
        {
            if (measure == Measure.OfPlan && count == 1 && claims[i].Stance == Stance.Planned && standing == Stance.Done && i > firstOfSentence && claims[i - 1].Stance == Stance.Done && claims[i - 1].Measure == Measure.Amount)
                continue;
            if (claims[i].Measure == Measure.Amount && (measure != Measure.Change || claims[i].Stage is not ("增加" or "减少" or "净增")) || (claims[i].Measure is Measure.Rate or Measure.Share && count == 1 && measure is Measure.Change or Measure.OfPlan))
                before[found++] = i;
            else if (found > 0 && count > 1)
                break;
        }

        if (found == count)
            return before[count - 1 - place];
        return found > 0 && count == 1 ? before[0] : -1;
    }

    // 新建幼儿园8所，已开工7所，主体封顶3所，完成计划的87.5%: the number that closes the ratio, and what it is set against is the plan.
    private int Closing(int of, Figure ratio)
    {
        if (of < firstOfSentence || ratio.Value <= 0)
            return of;
        var first = Math.Max(firstOfSentence, of - FarthestBack);
        for (var i = of; i >= first; i--)
        {
            if (claims[i].Measure != Measure.Amount || claims[i].Unit != claims[of].Unit || claims[i].Stance == Stance.Planned)
                continue;
            for (var p = i - 1; p >= first; p--)
            {
                if (claims[p].Measure != Measure.Amount || claims[p].Unit != claims[of].Unit || claims[p].Value == 0 || IsEarlierStep(p))
                    continue;
                // In double: a text may hold numbers whose quotient leaves decimal's range.
                if (Math.Abs(((double)claims[i].Value / (double)claims[p].Value * 100) - (double)ratio.Value) > (double)ratio.Step)
                    continue;
                claims[p].Stance = Stance.Planned;
                if (claims[p].Period == outline.ReportPeriod)
                    claims[p].Period = outline.PlanPeriod;
                return i;
            }
        }

        return of;
    }

    // 三次产业结构0.26∶16.22∶83.52
    private bool IsProportion(int first, int count, ReadOnlySpan<char> left)
    {
        if (count == 1 || figures[first].Unit != Unit.Percent || text[figures[first].End - 1] is '%' or '成')
            return false;
        if (figures[first].End >= text.Length || text[figures[first].End] is not ('∶' or ':' or '：'))
            return false;
        ReadOnlySpan<string> names = figures.Before(first).Contains("产业", StringComparison.Ordinal) ? ["第一产业占比", "第二产业占比", "第三产业占比"] : [];
        var noun = Phrases.OfLeft(left).Noun;
        for (var i = 0; i < count; i++)
            Add(first + i, new Phrase(i < names.Length ? names[i] : noun, ""), Measure.Share, of: -1, partOf: -1);
        return true;
    }

    // 分别 with as many nouns as numbers.
    private bool ReadList(int first, int behind, ReadOnlySpan<char> left)
    {
        Span<Range> parts = stackalloc Range[12];
        var source = Phrases.TrimLink(Phrases.TrimLead(left));
        if (source.IsEmpty)
            source = Phrases.TrimLink(PreviousClause(first));
        var count = Phrases.SplitList(source, parts);
        if (count != behind - first)
            return false;
        var tail = SharedTail(source, parts[..count]);
        for (var i = first; i < behind; i++)
        {
            var part = Phrases.OfLeft(source[parts[i - first]]);
            var noun = i < behind - 1 && tail.Length > 0 ? part.Noun + tail.ToString() : part.Noun;
            Add(i, part with { Noun = noun }, Measure.Amount, of: -1, partOf: -1);
        }

        return true;
    }

    // 从6家增长到131家: the second end of a way.
    private bool IsSecondEnd(int index, ReadOnlySpan<char> left)
    {
        if (index == 0 || claims.Count == firstOfSentence || !figures.SharesClause(index))
            return false;
        var words = left.Trim(' ');
        if (words.StartsWith("分别", StringComparison.Ordinal))
            words = words[2..];
        return words.Length is > 0 and <= 8 && words[^1] is '到' or '至' or '为' && ClaimWords.Shared.Link.AtEnd(words) == words.Length;
    }

    private bool IsPart(int index, ReadOnlySpan<char> left)
    {
        if (claims.Count == firstOfBlock)
            return false;
        if (left.Trim(' ').StartsWith("其中", StringComparison.Ordinal) || left.Trim(' ').StartsWith("包括", StringComparison.Ordinal))
            return true;
        return figures.Before(index).Contains("其中", StringComparison.Ordinal);
    }

    // The last number of the same unit that is no part itself.
    private int WholeOf(Unit unit)
    {
        for (var i = claims.Count - 1; i >= Math.Max(firstOfBlock, claims.Count - 40); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && claims[i].Unit == unit.Name && claims[i].Stage is not ("增加" or "减少" or "净增"))
                return i;
        }

        return -1;
    }

    private bool SameUnit(int first, int behind)
    {
        for (var i = first + 1; i < behind; i++)
        {
            if (figures[i].Unit != figures[first].Unit)
                return false;
        }

        return true;
    }

    private bool StartsNoun(int index, ReadOnlySpan<char> right)
    {
        var words = right.TrimStart(" 　");
        if (words.IsEmpty || Marks.IsListMark(words[0]) && words[0] != '与')
            return false;
        if (figures[index].Unit.Kind == UnitKind.Time && words.StartsWith("时间", StringComparison.Ordinal))
            return false;
        if (figures[index].Unit.Kind == UnitKind.Money && EndsInMoney(words))
            return true;
        return figures[index].Unit.Counts || ClaimWords.Shared.Verb.AtStart(words) == 0 || ClaimWords.Shared.Predicate.AtStart(words) > 0;
    }

    private static bool EndsInMoney(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(" 　");
        return words.Length is > 2 and < 24 && (words.EndsWith("贷款", StringComparison.Ordinal) || words.EndsWith("基金", StringComparison.Ordinal) || words.EndsWith("资金", StringComparison.Ordinal)
            || words.EndsWith("债券", StringComparison.Ordinal) || words.EndsWith("补贴", StringComparison.Ordinal) || words.EndsWith("补助", StringComparison.Ordinal) || words.EndsWith("消费券", StringComparison.Ordinal));
    }

    private void Add(int index, Phrase phrase, Measure measure, int of, int partOf, int sign = 1, Stance? forced = null)
    {
        var figure = figures[index];
        var place = new SourceSpan(figure.Start, figure.End);
        var before = figures.Before(index);
        var said = resultFrom > figures.Start ? before[Math.Min(before.Length, Math.Max(0, before.Length - (figure.From - resultFrom)))..] : before;
        var stance = forced ?? (measure == Measure.OfPlan && of >= firstOfBlock ? claims[of].Stance : StanceReader.Read(said, standing));
        var frequency = measure == Measure.Amount && (Frequencies.IsOne(figures.Left(index), figure.Unit) || (wasFrequency && figures.SharesClause(index)));
        wasFrequency = frequency;
        if (frequency || (measure == Measure.Amount && ListSizes.IsPromise(figure.Unit, phrase, figures.Right(index))))
            stance = Stance.Planned;
        // 分别突破700亿元和500亿元: the limit holds for both.
        if (figure.Bound == Bound.Exact && index > 0 && figures.JoinsPrevious(index) && figures[index - 1] is { } leader && leader.From < leader.Start && before.Contains("分别", StringComparison.Ordinal))
            figure = figure with { Bound = leader.Bound };
        var bound = figure.Bound == Bound.Exact && figure.From > expectedFrom ? Bound.About : figure.Bound;
        var negative = sign < 0 && measure == Measure.Change;
        claims.Add(new Claim
        {
            Clean = place,
            Raw = clean.ToRaw(place),
            Value = negative ? -figure.Value : figure.Value,
            Max = figure.Max,
            Step = figure.Step,
            Unit = figure.Unit.Name,
            Bound = bound,
            Stance = stance,
            Measure = measure,
            Indicator = phrase.Indicator,
            Stage = phrase.Verb.Length > 0 ? phrase.Verb : null,
            Period = frequency ? null : PeriodOf(figure, stance),
            Optional = figure.Optional,
            Block = block,
            Sentence = new SourceSpan(figures.Start, figures.End),
            Of = of,
            PartOf = partOf,
        });
        phrases.Add(phrase);
    }

    private Period? PeriodOf(Figure figure, Stance stance)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].At < figure.From)
                return mentions[i].Period;
        }

        if (lasting is { } period && stance == Stance.Done)
            return period;
        if (stance == standing)
            return outline.PeriodOf(block);
        return stance == Stance.Planned ? outline.PlanPeriod : outline.Kind == DocumentKind.Card ? outline.ReportPeriod : null;
    }
}
