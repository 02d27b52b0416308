using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds what a number counts: from the words at the number, and where they leave it open from the topic, the whole it is a part of, or the number before.</summary>
internal sealed class PhraseCompletion(SentenceRun run)
{
    private static readonly Trimmer Blanks = new(" 　");

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    /// <summary>The phrase of a number from the words left and right of it.</summary>
    /// <param name="whole">The claim this number is a part of, or -1.</param>
    public Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole)
    {
        if (run.Limit is { Length: > 0 } limit)
        {
            run.Limit = "";
            return new Phrase(limit + "的" + (Blanks.Both(right).IsEmpty ? PickedOut.BehindLimit(LastNoun()) : Phrases.OfRight(right, out _).Noun), "");
        }

        if (OfThese(left, right) is { IsEmpty: false } these)
            return these;
        if (IsRemainder(left) && run.SameUnitBefore() is >= 0 and var rest)
            return new Phrase(phrases[rest - run.FirstOfBlock].Noun, Phrases.Tidy(Phrases.TrimLead(right).TrimEnd('中')));
        if (IsRemainder(left) && whole < 0 && LastOfUnit() is >= 0 and var told)
            return new Phrase(phrases[told - run.FirstOfBlock].Noun, Phrases.Tidy(Phrases.TrimLead(right).TrimEnd('中')));
        if (OfOthers(left, whole) is { IsEmpty: false } others)
            return others;
        if (Involved(left) is { IsEmpty: false } involved)
            return involved;
        if (whole < 0 && Graded(index, left) is { IsEmpty: false } graded)
            return graded;
        if (right.Trim(" 　").IsEmpty && OfLabel(index) is { IsEmpty: false } labelled)
            return labelled;
        if (PickedOut.State(left, right) is { Length: > 0 } state)
        {
            // 提前完成目标任务的有3项，正常推进的有4项: where nothing was named, each has only its state.
            if (phrases.Count > 0 && NounOf(whole) is { Length: > 0 } things)
                return new Phrase(things, state.StartsWith(things, StringComparison.Ordinal) ? state[things.Length..].TrimStart('中') : state);
            if (state.Length > 3 && run.Topic.Length == 0 && !figures.SharesClause(index))
                return new Phrase("", state);
        }

        var before = Phrases.OfLeft(left);
        var hasPredicate = false;
        var behind = StartsNoun(index, right) ? Phrases.OfRight(right, out hasPredicate) : Phrase.Empty;
        // 综合整治项目建成32个项目: the noun behind repeats the end of the one in front.
        if (behind.Noun.Length > 1 && before.Noun.Length > behind.Noun.Length && before.Noun.EndsWith(behind.Noun, StringComparison.Ordinal))
            behind = behind with { Noun = before.Noun };
        // 解决460户，1205人用水问题: what both have stands behind the second.
        if (behind.Noun.Length == 0 && behind.Verb.Length == 0 && before.Noun.Length == 0 && before.Verb.Length > 0 && index + 1 < figures.Count && figures[index + 1].From - figures[index].To <= 1 && figures[index + 1].From > figures[index].To
            && figures[index + 1].Unit.Counts && figures[index].Unit.Counts && Phrases.OfRight(figures.Right(index + 1), out _) is { Noun.Length: > 1 } both)
            behind = both with { Verb = "" };
        Phrase phrase;
        if (behind.Noun.Length == 0 && behind.Verb.Length > 0 && phrases.Count > 0 && PickedOut.AreExamples(left) && NounOf(whole) is { Length: > 0 } named)
            return behind with { Noun = named };
        if (behind.Noun.Length == 0 && before.Noun.Length > 0 && index + 1 < figures.Count && Blanks.Both(right) is "的" && Phrases.OfRight(figures.Right(index + 1), out _) is { Noun.Length: > 1 } thing)
            phrase = new Phrase(Joined(thing.Noun, before.Noun), "");
        else if (behind.Noun.Length > 0)
            phrase = right.TrimStart(' ').StartsWith("的", StringComparison.Ordinal) && before.Noun.Length > 0
                ? new Phrase(IsPlace(before.Noun) ? behind.Noun : Joined(behind.Noun, before.Noun), before.Verb)
                : Behind(behind.Noun, VerbOf(left, before, hasPredicate ? behind.Verb : "", behind.Noun), before);
        else if (before.Noun.Length > 0)
            phrase = behind.Verb.Length > 0 && (before.Verb.Length == 0 || right.StartsWith("全部", StringComparison.Ordinal)) ? before with { Verb = behind.Verb, VerbFirst = false } : before;
        else
            phrase = new Phrase("", before.Verb.Length > 0 && behind.Verb.Length == 0 ? before.Verb : behind.Verb);
        // 扶持540人成功创业: both verbs are of those people, whoever was counted before.
        if (phrase.Noun.Length == 0 && figures[index].Unit.Kind == UnitKind.Person && hasPredicate && before.Verb.Length > 0 && behind.Verb.Length > 1 && !IsLight(before.Verb) && ClaimWords.Shared.Verb.AtStart(behind.Verb) == behind.Verb.Length)
            return new Phrase(behind.Verb, before.Verb);
        return Complete(OfMoney(index, phrase), whole);
    }

    /// <summary>What the words near the number leave open comes from the topic, from the whole it is a part of, or from the number before.</summary>
    public Phrase Complete(Phrase phrase, int whole)
    {
        // 公安户政类，受理412件: the kind is named in a clause of its own.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && run.PreviousClause(run.At) is { Length: > 2 and <= 16 } kind && kind[^1] == '类' && kind.IndexOfAnyInRange('0', '9') < 0)
            return phrase with { Noun = Phrases.Tidy(kind) };
        // 250场送戏进万村已送220场: one character says no more than that it was done.
        if (phrase.Noun.Length == 1 && phrase.Verb.Length == 0 && run.At > 0 && claims.Count > run.FirstOfSentence && run.ContinuesLast())
            phrase = Phrase.Empty;
        // 其中124个新建项目已开工122个: of those just named, not of the whole.
        if (whole >= run.FirstOfBlock && phrase.Noun.Length == 0 && run.ContinuesLast())
            return phrase with { Noun = phrases[^1].Noun };
        // 其中，6个托育类项目完成2.8亿元: of those just named.
        if (whole >= run.FirstOfBlock && phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && figures[run.At].Unit.Kind == UnitKind.Money && figures.SharesClause(run.At))
            return new Phrase(phrases[^1].Noun + (phrase.Verb is "完成" ? "投资" : ""), phrase.Verb);
        // 其中稻谷面积12万亩，减少0.4万亩: of what was named last, not of the whole.
        if (phrase.Noun.Length == 0 && SentenceRun.IsDifference(phrase.Verb) && run.SameUnitOfLast())
            return phrase with { Noun = phrases[^1].Noun };
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Per.AtStart(phrase.Noun) is var per and > 0 && phrases.Count > 0)
        {
            // 诉求3.8万件，其中电话3.1万件；日均1240件: the average is of the whole.
            var all = LastOfUnit() is >= 0 and var total ? phrases[total - run.FirstOfBlock] : phrases[^1];
            // 日均接听354件: the verb stands behind what is averaged; 户均补助 names a sum of its own.
            if (per < phrase.Noun.Length && phrase.Verb.Length == 0 && phrase.Noun[0] is '日' or '周' or '月' or '年' && LastOfUnit() >= 0 && ClaimWords.Shared.Verb.AtStart(phrase.Noun.AsSpan(per)) == phrase.Noun.Length - per)
                return new Phrase(phrase.Noun[..per] + all.Noun, phrase.Noun[per..]);
            if (per == phrase.Noun.Length)
                return phrase with { Noun = phrase.Noun + all.Noun, Verb = phrase.Verb.Length > 0 ? phrase.Verb : all.Verb };
        }

        // 其中工业项目13个，已开工10个；…: of the part just told.
        if (whole >= run.FirstOfBlock && phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && claims[^1].PartOf == whole && claims[^1].Unit == run.Unit.Name && run.IsSameBreath(run.At) && run.TellsMore(run.At))
            return phrase with { Noun = phrases[^1].Noun };
        if (whole >= run.FirstOfBlock)
            return IsGeneric(phrase.Noun) && Subject() is { Length: > 0 } owner ? phrase with { Noun = Joined(owner, phrase.Noun) } : OfPart(phrase, phrases[whole - run.FirstOfBlock]);
        if (run.Topic.Length > 0 && phrase.Noun.Length > 0 && ClaimWords.Shared.CaseNouns.AtStart(phrase.Noun) == phrase.Noun.Length)
            return phrase with { Noun = Joined(run.Topic, phrase.Noun) };
        if (phrase.Noun.Length == 0 && run.Topic.Length == 0 && phrase.Verb.Length == 0 && SubjectClause() is { Length: > 3 } subjectClause)
            return phrase with { Noun = subjectClause };
        // 财政总收入年均增长12%，2024年达31亿元: what grew is what it reached.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length == 0 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && phrases[^1].Noun.Length > 1 && run.IsSameBreath(run.At) && whole < 0)
            return phrases[^1];
        if (phrase.Noun.Length == 0 && claims.Count > run.FirstOfSentence && GoesOnFromLast(phrase.Verb))
            return phrase with { Noun = phrases[^1].Noun };
        if (phrase.Noun.Length == 0 && run.SameUnitBefore() is >= 0 and var same)
            return phrase with { Noun = WithoutBuilding(phrases[same - run.FirstOfBlock].Noun, phrase.Verb) };
        if (run.Topic.Length > 0 && (phrase.Noun.Length == 0 || (phrase.Noun.Length >= 2 && run.Topic.Contains(phrase.Noun, StringComparison.Ordinal))))
            return phrase with { Noun = run.Topic, VerbFirst = false };
        // 实施示范食堂建设，完成300家: what was done stands in the clause in front.
        if (phrase.Noun.Length == 0 && IsLight(phrase.Verb) && claims.Count == run.FirstOfSentence && OfClause() is { Verb.Length: > 0, Noun.Length: > 3 } announced && announced.Noun[^1] != '率')
            return phrase with { Noun = announced.Noun };
        // 老旧小区改造工程。…12栋楼: one character names nothing.
        if (run.Topic.Length > 0 && phrase.Noun.Length == 1)
            return phrase with { Noun = run.Topic, VerbFirst = false };
        // 城中村改造工程，启动改造12个: the clause in front names the item.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && claims.Count == run.FirstOfSentence && NamedItem() is { Length: > 0 } item)
            return phrase with { Noun = item, VerbFirst = false };
        if (phrase.Noun.Length == 0 && phrases.Count > 0)
            return StandsAlone(phrase.Verb) ? phrase : phrase with { Noun = WithoutVerb(LastNoun(), phrase.Verb) };
        if (IsGeneric(phrase.Noun) && (Subject() is { Length: > 0 } found ? found : LeadingSubject(run.At)) is { Length: > 0 } subject)
            return phrase with { Noun = Joined(subject, phrase.Noun) };
        return phrase;
    }

    // 新增8家场馆均已开放: the verb that stays in front is still the one of the count.
    private static Phrase Behind(string noun, string verb, Phrase before) => new(noun, verb, verb == before.Verb && (before.VerbFirst || ClaimWords.Shared.VerbFirst.AtStart(verb) == verb.Length));

    private string NamedItem()
    {
        var clause = run.PreviousClause(run.At);
        clause = clause[(clause.LastIndexOf('。') + 1)..];
        return clause.Length is > 4 and <= 20 && clause.IndexOfAnyInRange('0', '9') < 0 && (clause.EndsWith("工程", StringComparison.Ordinal) || clause.EndsWith("项目", StringComparison.Ordinal) || clause.EndsWith("行动", StringComparison.Ordinal))
            && ClaimWords.Shared.Verb.AtStart(clause) == 0 ? Phrases.Tidy(clause) : "";
    }

    // 村内道路建设95公里、维修改造71公里: the roads were mended, not their building.
    private static string WithoutBuilding(string noun, string verb) =>
        verb.Length > 3 && noun.Length > 4 && noun.EndsWith("建设", StringComparison.Ordinal) && ClaimWords.Shared.Verb.AtStart(verb) == verb.Length ? noun[..^2] : noun;

    // 发放低保补助金2140万元，补助366元/人: the verb stands in what was told.
    private static string WithoutVerb(string noun, string verb) =>
        verb.Length > 1 && noun.LastIndexOf(verb, StringComparison.Ordinal) is var at and > 1 && noun.Length - at - verb.Length < 2 ? noun[..at] : noun;

    // 投入资金2330万元，购置环卫专业车辆57台: what the money is for stands behind it.
    private Phrase OfMoney(int index, Phrase phrase)
    {
        if (figures[index].Unit.Kind != UnitKind.Money || phrase.Noun is not ("资金" or "投入资金" or "财政资金" or "专项资金" or "各类资金"))
            return phrase;
        // 东山水厂扩建工程。该工程投入资金820万元，占地15亩: the item named right before.
        if (run.Topic.Length > 2 && figures.Left(index).TrimStart(' ') is { Length: > 2 } own && own[0] is '该' or '本' or '此')
            return new Phrase(run.Topic + "资金", "投入");
        // 专债项目11个、资金3亿元: the money of what is counted in the same list.
        if (index > 0 && claims.Count > run.FirstOfSentence && figures[index - 1].To < figures[index].From && run.Text[figures[index - 1].To] == '、' && claims[^1].Measure == Measure.Amount)
            return phrase with { Noun = Joined(phrases[^1].Noun, phrase.Noun) };
        var end = index + 1 < figures.Count ? figures[index + 1].From : figures.End;
        var behind = run.Text.AsSpan(figures[index].To, end - figures[index].To).TrimStart(" ，,用于");
        // 改造公路46公里，投入资金2310万元，占年度任务的92%: it went where the sentence was before.
        if (behind.IsEmpty || behind[0] == '占')
            return (phrase.Noun is "投入资金" || phrase.Verb is "投入") && claims.Count > run.FirstOfSentence && claims[^1].Unit != run.Unit.Name && claims[^1].Measure == Measure.Amount ? new Phrase(phrases[^1].Indicator + "资金", "投入") : phrase;
        // 拨付资金3亿元，同比增长5%，是上年的1.1倍: how it compares is no purpose.
        if (ClaimWords.Shared.Compare.AtStart(behind) > 1 || ClaimWords.Shared.Change.AtStart(behind, out _) > 1 || behind[0] is '是' or '比' or '较' or '超' or '列' or '居' || behind.StartsWith("总量", StringComparison.Ordinal))
            return phrase;
        var stop = behind.IndexOfAny(Marks.ClauseEnds);
        var purpose = Phrases.OfLeft(stop < 0 ? behind : behind[..stop]);
        return purpose.Noun.Length is < 2 or > 16 ? new Phrase("资金", "投入") : new Phrase(purpose.Indicator + "资金", "投入");
    }

    /// <summary>污水处理设施建设，全年任务为120个村: the clause in front names the task, when it holds no number itself.</summary>
    public Phrase? OfClause()
    {
        var clause = run.PreviousClause(run.At);
        clause = clause[(clause.LastIndexOf('。') + 1)..];
        if (clause.Length is < 3 or > 30 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return null;
        var phrase = Phrases.OfLeft(clause);
        return phrase.Noun.Length > 1 ? phrase : null;
    }

    // 地方财政收入同步跟进，已经突破50亿元: the clause in front names it, when it holds no number itself.
    private string SubjectClause()
    {
        var clause = run.PreviousClause(run.At);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return "";
        // 反映噪音的占比较大，共1128条
        if (ClaimWords.Shared.Most.AtEnd(clause) is var most and > 0 && most < clause.Length)
            return Phrases.Tidy(clause[..^most]);
        var phrase = Phrases.OfLeft(clause);
        return phrase.Verb.Length == 0 || phrase.VerbFirst ? phrase.Noun : "";
    }

    /// <summary>工业经济平稳增长，总产值达到52亿元: whose output it is, begins the clause in front.</summary>
    public string LeadingSubject(int index)
    {
        var clause = run.PreviousClause(index);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0 || clause.IndexOf('“') >= 0 || ClaimWords.Shared.Openers.AtStart(clause) > 0 || claims.Count > run.FirstOfSentence && run.Text.AsSpan(claims[^1].Clean.End, figures[index].Start - claims[^1].Clean.End).IndexOfAny('；', ';') < 0)
            return "";
        var words = ClaimWords.Shared;
        for (var at = 2; at < Math.Min(clause.Length, 10); at++)
        {
            var rest = clause[at..];
            if (words.Verb.AtStart(rest) > 1 || words.Lead.AtStart(rest) > 1 || words.Change.AtStart(rest, out _) > 1)
                return words.Verb.AtStart(clause) > 0 || words.Light.AtStart(clause) > 0 || Phrases.IsNominal(rest) ? "" : Phrases.Tidy(clause[..at]);
        }

        return "";
    }

    // 老旧小区改造，满意95票，基本满意27票: how what stands in front was rated.
    private Phrase Graded(int index, ReadOnlySpan<char> left)
    {
        var grade = left.Trim(" 　，,");
        if (grade.IsEmpty || ClaimWords.Shared.Grades.AtStart(grade) != grade.Length)
            return Phrase.Empty;
        if (claims.Count > run.FirstOfSentence && claims[^1].Unit == run.Unit.Name && ClaimWords.Shared.Grades.AtEnd(phrases[^1].Noun) is var last and > 0 && last < phrases[^1].Noun.Length && run.IsSameBreath(index))
            return new Phrase(string.Concat(phrases[^1].Noun.AsSpan(0, phrases[^1].Noun.Length - last), grade), "");
        var clause = run.PreviousClause(index);
        return clause.Length is < 3 or > 24 || clause.IndexOfAnyInRange('0', '9') >= 0 ? Phrase.Empty : new Phrase(string.Concat(Phrases.Tidy(clause), grade), "");
    }

    // 投诉类工单：1136件；咨询类：482件: the label right in front names it.
    private Phrase OfLabel(int index)
    {
        var at = figures[index].From - 1;
        if (at <= figures.Start || run.Text[at] is not (':' or '：') || figures.LeftStart(index) != at + 1)
            return Phrase.Empty;
        var label = run.PreviousClause(index);
        return label.Length is < 2 or > 16 || label.IndexOfAnyInRange('0', '9') >= 0 || ClaimWords.Shared.PlanNouns.AtEnd(label) == label.Length || ClaimWords.Shared.BareLabels.AtEnd(label) == label.Length
            ? Phrase.Empty
            : new Phrase(Phrases.Tidy(label), "");
    }

    // 投诉类40件，其他9件; 财政补助15万元，其他投入24万元: what is left of the kinds has no other name.
    private Phrase OfOthers(ReadOnlySpan<char> left, int whole)
    {
        var words = left.Trim(" 　");
        var length = ClaimWords.Shared.Others.AtStart(words);
        var last = claims.Count - 1;
        while (length > 0 && last >= run.FirstOfSentence && (claims[last].Unit != run.Unit.Name || claims[last].Measure != Measure.Amount))
            last--;
        // 其他9件 on a line of its own
        if (length == words.Length && length > 0 && claims.Count == run.FirstOfSentence)
            return new Phrase(words.ToString(), "");
        if (length == 0 || last < run.FirstOfSentence)
            return Phrase.Empty;
        var rest = words[length..];
        var before = phrases[last - run.FirstOfBlock].Noun;
        if (rest.Length == 0 && before.Contains('类', StringComparison.Ordinal))
            return new Phrase(words[..length].ToString() + BehindKinds(whole >= run.FirstOfBlock ? phrases[whole - run.FirstOfBlock].Noun : before), "");
        return rest.Length >= 2 && ClaimWords.Shared.Verb.AtStart(rest) == rest.Length && run.Unit.Kind == UnitKind.Money ? new Phrase(words.ToString(), "") : Phrase.Empty;
    }

    // 4个项目未开工，涉及年度计划投资2.9亿元; 问题6项，涉及金额237万元: of what was told right before.
    private Phrase Involved(ReadOnlySpan<char> left)
    {
        var words = left.Trim(" 　");
        if (!words.StartsWith("涉及", StringComparison.Ordinal) || claims.Count == run.FirstOfSentence || claims[^1].Measure != Measure.Amount)
            return Phrase.Empty;
        var noun = Phrases.Tidy(Phrases.TrimLink(words[2..]));
        if (noun.Length == 0)
            return run.Unit.Kind == UnitKind.Money ? new Phrase(phrases[^1].Indicator + "金额", "") : Phrase.Empty;
        return ClaimWords.Shared.Generic.AtEnd(noun) is var generic && generic > 0 && (generic == noun.Length || noun.StartsWith("年度", StringComparison.Ordinal))
            ? new Phrase(phrases[^1].Indicator + (noun.Length <= 2 ? "涉及" : "") + noun, "")
            : Phrase.Empty;
    }

    private string NounOf(int whole) => whole >= run.FirstOfBlock ? phrases[whole - run.FirstOfBlock].Noun : LastNoun();

    private static bool IsGeneric(string noun) => noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(noun) == noun.Length;

    // 这3项预计11月底前完成: of the list that the block began with, however much was told in between.
    private Phrase OfThese(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Trim(" 　，,") is not ("这" or "上述" or "以上") || run.Unit.Name is not ("项" or "件"))
            return Phrase.Empty;
        for (var i = claims.Count - 1; i >= run.FirstOfBlock; i--)
        {
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && phrases[i - run.FirstOfBlock].Noun.Length > 1)
            {
                var told = Phrases.OfRight(right, out var hasPredicate);
                return told.Noun.Length > 0 ? Phrase.Empty : new Phrase(phrases[i - run.FirstOfBlock].Noun, hasPredicate ? told.Verb : "");
            }
        }

        return Phrase.Empty;
    }

    // 拨付1166万元，其余212万元待验收后拨付
    private static bool IsRemainder(ReadOnlySpan<char> left)
    {
        var words = left.Trim(" 　的");
        return words.Length > 1 && ClaimWords.Shared.Remainders.AtStart(words) == words.Length;
    }

    // The last number of the unit at hand that is no part of another, or -1.
    private int LastOfUnit()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0)
                return i;
        }

        return -1;
    }

    // 62个问题，涉及资金18亿元。已整改55个: the last number of the same unit says of what, else the last number.
    private string LastNoun()
    {
        // 高龄津贴发放3万人，累计发放2亿元: money goes to what its own part of the sentence counts.
        if (figures[run.At].Unit.Kind == UnitKind.Money && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && (figures[run.At - 1].Unit.Kind == UnitKind.Person || run.Text[figures[run.At - 1].To] == '、') && run.IsSameBreath(run.At))
            return phrases[^1].Noun;

        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            // 受理100件，直办40件，按期回复55件: all of what was received.
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && !run.IsAverage(i) && run.NamesThing(i) && ClaimWords.Shared.Others.AtStart(phrases[i - run.FirstOfBlock].Noun) == 0)
                return phrases[i - run.FirstOfBlock].Noun;
        }

        // 完成投资10亿元。已完工6所: schools are not counted of money where things were counted before it.
        for (var i = claims.Count - 1; figures[run.At].Unit.Counts && i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && claims[i].Unit.Length == 1 && claims[i].Unit is not ("元" or "人" or "名" or "亩" or "吨") && phrases[i - run.FirstOfBlock].Noun.Length > 1 && claims[^1].Unit == "元")
                return phrases[i - run.FirstOfBlock].Noun;
        }

        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0)
                return figures[run.At].Unit.Kind == UnitKind.Money ? phrases[i - run.FirstOfBlock].Noun : BeforeMoney(phrases[i - run.FirstOfBlock].Noun);
        }

        return phrases[^1].Noun;
    }

    // 检查企业120家，约谈5人，罚款8万元: what was done to people and in money is not done to the companies.
    private bool StandsAlone(string verb) =>
        verb.Length > 0 && (claims[^1].Unit != run.Unit.Name || !run.NamesThing(claims.Count - 1)) && ClaimWords.Shared.StandAlone.AtEnd(verb) > 0;

    // 供水管网更新改造|到位专项债1.2亿元，完成42.5公里: kilometres are not counted of the money.
    private static string BeforeMoney(string noun)
    {
        if (noun.Length > 6 && noun.EndsWith("总投资", StringComparison.Ordinal))
            return noun[..^3];
        if (ClaimWords.Shared.MoneyNouns.AtEnd(noun) == 0 && !noun.EndsWith('债'))
            return noun;
        var at = ClaimWords.Shared.MoneyVerbs.FindLast(noun, out _, out _);
        return at >= 2 ? noun[..at] : noun;
    }

    // 应完成18处、实际完成11处; 较去年同期增加27件: the number before says of what.
    private bool GoesOnFromLast(string verb) =>
        SentenceRun.IsDifference(verb) || (claims[^1].Stance == Stance.Planned && claims[^1].Measure == Measure.Amount && (claims[^1].Unit == run.Unit.Name || !IsUnitOfSentence()));

    // 8个项目主体完工，计划投资1900万元；5个正在推进: the nine are projects.
    private bool IsUnitOfSentence()
    {
        for (var i = claims.Count - 1; i >= run.FirstOfSentence; i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].Unit == run.Unit.Name)
                return true;
        }

        return false;
    }

    // 其中135.8万平方米已完工 takes the noun of the whole, 其中老城片区612处 puts the place before it, 其中中小学22所 takes its verb.
    private static Phrase OfPart(Phrase part, Phrase head)
    {
        // 其中：东山区完成3900人: a place that did it is the place of the whole.
        if (part.Noun.Length > 3 && part.Noun.EndsWith("完成", StringComparison.Ordinal) && IsPlace(part.Noun[..^2]))
            part = part with { Noun = part.Noun[..^2] };
        else if (part.Verb is "完成" && IsPlace(part.Noun))
            part = part with { Verb = "" };
        if (part.Noun.Length == 0)
            return part with { Noun = head.Noun };
        if (part.Verb.Length > 0)
            return part;
        // 受理诉求100件，其中前台即时办结60件
        if (ClaimWords.Shared.Handled.AtEnd(part.Noun) > 0 && ClaimWords.Shared.Handled.AtEnd(head.Noun) == 0 && head.Noun.Length <= 8)
            return part with { Noun = part.Noun + (BehindKinds(head.Noun) is { Length: > 0 } cases ? cases : head.Noun) };
        // 求助类诉求30件，举报类20件
        if (part.Noun[^1] == '类' && part.Noun.Length <= 8)
            return part with { Noun = part.Noun + BehindKinds(head.Noun).TrimStart('类') };
        // 回访240件，其中满意235件
        if (ClaimWords.Shared.Grades.AtStart(part.Noun) == part.Noun.Length)
            return new Phrase(head.Noun + part.Noun, "");
        var narrows = part.Noun.Length <= 2 || IsPlace(part.Noun);
        var noun = narrows && !IsPlace(head.Noun) && !head.Noun.Contains(part.Noun, StringComparison.Ordinal) ? part.Noun + head.Noun : part.Noun;
        // 23个项目已完成全年任务，其中托育类5个: what was told of the whole is no step that its parts take over.
        return ClaimWords.Shared.PlanBases.AtEnd(head.Verb) > 0 ? part with { Noun = noun } : part with { Noun = noun, Verb = head.Verb, VerbFirst = head.VerbFirst };
    }

    private static bool IsPlace(string noun) =>
        noun.Length > 0 && (noun[^1] is '区' or '县' or '市' or '镇' or '乡' or '村' || noun.EndsWith("街道", StringComparison.Ordinal));

    // 日均市民诉求 → 诉求
    private static string BehindKinds(string noun)
    {
        var length = ClaimWords.Shared.CaseNouns.AtEnd(noun);
        return length > 0 ? noun[^length..] : "";
    }

    private string Subject()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            // 粮食播种面积62万亩，产量28万吨: what was sown yields.
            if (run.Unit.Kind == UnitKind.Mass && Sown(noun) is { Length: > 1 } crop)
                return crop;
            // 项目72宗（其中新开工39宗），总投资…: of the whole, once its bracket is closed.
            if (claims[i].PartOf >= 0 && run.Text.AsSpan(claims[i].Clean.End, Math.Max(0, figures[run.At].Start - claims[i].Clean.End)).IndexOfAny(')', '）') >= 0)
                continue;
            if (claims[i].Measure == Measure.Amount && noun.Length is >= 2 and <= 10 && !noun.EndsWith("单位", StringComparison.Ordinal) && ClaimWords.Shared.Generic.AtEnd(noun) == 0 && ClaimWords.Shared.Handled.AtEnd(noun) == 0)
                return noun;
        }

        // 安排重点项目458个。1至8月完成投资622亿元: the sentence before says of what.
        var opens = claims.Count == run.FirstOfSentence && run.Topic.Length == 0 && run.PreviousClause(run.At).Length < 2;
        for (var i = claims.Count - 1; opens && i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && noun.Length is >= 2 and <= 12 && ListSizes.NamesList(noun))
                return noun;
        }

        return run.Topic.Length <= 16 ? run.Topic : "";
    }

    private static string Sown(string noun) =>
        noun.EndsWith("播种面积", StringComparison.Ordinal) || noun.EndsWith("种植面积", StringComparison.Ordinal) ? noun[..^4] : "";

    /// <summary>Both in a row; what the one ends and the other begins with is said once: 平台直接答复 and 直接答复率 are 平台直接答复率.</summary>
    public static string Joined(string subject, string noun)
    {
        for (var shared = Math.Min(subject.Length, noun.Length); shared > 1; shared--)
        {
            if (subject.AsSpan(subject.Length - shared).SequenceEqual(noun.AsSpan(0, shared)))
                return string.Concat(subject, noun.AsSpan(shared));
        }

        return subject + noun;
    }

    // 选派767名服务专员下沉一线: the verb in front, unless it only sets others to work (支持5家养老机构扩大规模).
    private static string VerbOf(ReadOnlySpan<char> left, Phrase before, string predicate, string behind)
    {
        // 学前教育、河道综合整治等31个项目: a verb of the examples is not what was done.
        var examples = left.EndsWith("等", StringComparison.Ordinal) || left.EndsWith("”", StringComparison.Ordinal) || (left.IndexOf('、') >= 0 && behind.StartsWith("项目", StringComparison.Ordinal) && (left.Length > 16 || left.Count('、') > 1));
        var verb = !examples && ClaimWords.Shared.Verb.EndWord(Phrases.TrimLink(left)) is { Length: >= 2 } near ? near : before.Verb;
        // 新建、改扩建40所学校: all of what was done in front.
        if (before.Noun.Length == 0 && before.Verb.Length > verb.Length && before.Verb.EndsWith(verb, StringComparison.Ordinal))
            verb = before.Verb;
        // “建设幸福路”等4项实事: what is quoted was not done to the number.
        if (examples && left.TrimStart(" 　，,其中").StartsWith('“'))
            verb = "";
        if (predicate.Length > 0 && (IsLight(verb) || ClaimWords.Shared.Causing.AtStart(verb) > 0))
            return predicate;
        return verb.Length > 0 ? verb : predicate;
    }

    public static bool IsLight(string verb) => verb.Length == 0 || ClaimWords.Shared.Light.AtStart(verb) == verb.Length;

    private bool StartsNoun(int index, ReadOnlySpan<char> right)
    {
        var words = Blanks.Start(right);
        if (words.IsEmpty || Marks.IsListMark(words[0]) && words[0] != '与')
            return false;
        // 受理诉求6120件 房产物业成反映热点: in a headline a blank parts what has its noun from what follows.
        if (words.Length > 6 && words.Length < right.Length && index == figures.Count - 1 && run.IsHeadline && Phrases.OfLeft(figures.Left(index)).Noun.Length > 1)
            return false;
        // 以新北市9案最多
        if (words[0] == '最')
            return false;
        // 人口61万人较上年底60万人增加1万人
        if (words[0] is '较' or '比' && words.Length > 2 && (char.IsAsciiDigit(words[1]) || words[1] is '上' or '去' or '年' or '前' or '同'))
            return false;
        // 投诉35件 占比12%: what follows is of the next number.
        if (words[0] == '并' || words.Length == 1 && words[0] is '外' or '整' or '余' or '多')
            return false;
        if (words[0] == '占' && (words.Length == 1 || words[1] is '比' or '总' or '全' or ' '))
            return false;
        // 排查隐患16处并全部落实整改: what goes on behind the number is another act.
        if (words[0] == '并' || ClaimWords.Shared.Milestones.AtStart(words) > 0)
            return false;
        if (figures[index].Unit.Kind == UnitKind.Time && words.StartsWith("时间", StringComparison.Ordinal))
            return false;
        if (figures[index].Unit.Kind == UnitKind.Money && EndsInMoney(words))
            return true;
        return figures[index].Unit.Counts || ClaimWords.Shared.Verb.AtStart(words) == 0 || ClaimWords.Shared.Predicate.AtStart(words) > 0;
    }

    private static bool EndsInMoney(ReadOnlySpan<char> words)
    {
        words = Blanks.End(words);
        return words.Length is > 2 and < 24 && ClaimWords.Shared.MoneyNouns.AtEnd(words) > 0;
    }
}
