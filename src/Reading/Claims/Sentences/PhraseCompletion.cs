using Luoshi.Reading.Lexicons;
using static Luoshi.Reading.Claims.Sentences.PhraseParts;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds what a number counts: from the words at the number, and where they leave it open from the topic, the whole it is a part of, or the number before.</summary>
internal sealed class PhraseCompletion(SentenceRun run)
{
    private static readonly Trimmer Blanks = new(" 　");
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;
    private readonly NamedElsewhere elsewhere = new(run);

    /// <summary>What stands near a number and may say what it counts.</summary>
    public SubjectFinder Near { get; } = new(run);

    /// <summary>The phrase of a number from the words left and right of it.</summary>
    /// <param name="whole">The claim this number is a part of, or -1.</param>
    public Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole) =>
        PhraseOf(index, left, right, Signs.Of(left), Signs.Of(right), whole);

    /// <param name="inFront">The signs of the words left of the number.</param>
    /// <param name="after">Those of the words right of it.</param>
    public Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, Sign inFront, Sign after, int whole)
    {
        if (run.Limit is { Length: > 0 } limit)
        {
            run.Limit = "";
            return new Phrase(limit + "的" + (Blanks.Both(right).IsEmpty ? (run.LimitOf.Length > 0 ? run.LimitOf : PickedOut.BehindLimit(Near.LastNoun())) : RightWords.Read(right, out _).Noun), "");
        }

        if (inFront.Has(Sign.These) && elsewhere.OfThese(left, right) is { IsEmpty: false } these)
            return these;
        if (run.Answers && whole < 0 && Blanks.Both(left).IsEmpty && Blanks.Both(right).IsEmpty && run.PromisedIn(Measure.Amount, run.Unit.Name) is >= 0 and var promised)
            return phrases[promised - run.FirstOfBlock];
        if (inFront.Has(Sign.Rest) && OfRest(left, right, whole) is { } rest)
            return rest;
        if (inFront.Has(Sign.Involve) && elsewhere.Involved(left) is { IsEmpty: false } involved)
            return involved;
        if (inFront.Has(Sign.Grade) && whole < 0 && elsewhere.Graded(index, left) is { IsEmpty: false } graded)
            return graded;
        if (inFront.Has(Sign.Total) && elsewhere.OfExplained(index, left) is { Noun.Length: > 1 } explained)
            return explained;
        if (left.IsEmpty && right.Trim(" 　").IsEmpty && elsewhere.OfLabel(index) is { IsEmpty: false } labelled)
            return labelled;
        if (inFront.Has(Sign.Of) && PickedOut.State(left, right) is { Length: > 0 } state)
        {
            // 提前完成目标任务的有3项，正常推进的有4项: where nothing was named, each has only its state.
            if (phrases.Count > 0 && Near.NounOf(whole) is { Length: > 0 } things)
                return new Phrase(things, state.StartsWith(things, StringComparison.Ordinal) ? state[things.Length..].TrimStart('中') : state);
            if (state.Length > 3 && run.Topic.Length == 0 && !figures.SharesClause(index))
                return new Phrase("", state);
        }

        if (inFront.Has(Sign.Of) && figures[index].Unit.Counts && PickedOut.Kind(left, right) is { Length: > 0 } picked && RightWords.Read(right, out _) is { Noun.Length: > 1 } pickedThing)
            return new Phrase(picked + pickedThing.Noun, "");
        // 省政府承诺办好12件33项民生实事: both sizes are of the list behind the second.
        if (index + 1 < figures.Count && figures[index + 1].From == figures[index].To && ListSizes.CountsWorks(figures[index].Unit.Name) && ListSizes.CountsWorks(figures[index + 1].Unit.Name) && RightWords.Read(figures.Right(index + 1), out _) is { Noun.Length: > 1 } listed && ListSizes.NamesList(listed.Noun))
            return new Phrase(listed.Noun, "");
        // 9个区县承担的115个项目共…: works of those counted in front.
        if (left.Length is > 2 and < 8 && left[^1] == '的' && figures.SharesClause(index) && claims.Count > run.FirstOfSentence && ClaimWords.Shared.Bearing.AtStart(left) == left.Length - 1 && RightWords.Read(right, out _) is { Noun.Length: > 1 } borne)
            return borne with { Noun = PhraseCompletion.Joined(phrases[^1].Noun, borne.Noun) };
        // 诉求2800件，其中热线受理2760件: beside other ways the hotline is one of them, and no word to leave out.
        var before = whole >= run.FirstOfBlock && left.TrimStart(" 　，,其中:：").TrimEnd(' ') is ['热', '线', _, _] way && ClaimWords.Shared.Handled.AtEnd(way) == 2 ? new Phrase(way.ToString(), "") : LeftWords.Read(left, inFront);
        var hasPredicate = false;
        var behind = StartsNoun(index, right) ? RightWords.Read(right, after, out hasPredicate) : Phrase.Empty;
        // 综合整治项目建成32个项目: the noun behind repeats the end of the one in front.
        if (behind.Noun.Length > 1 && before.Noun.Length > behind.Noun.Length && before.Noun.EndsWith(behind.Noun, StringComparison.Ordinal))
            behind = behind with { Noun = before.Noun };
        // 解决460户，1205人用水问题: what both have stands behind the second.
        if (behind.Noun.Length == 0 && behind.Verb.Length == 0 && before.Noun.Length == 0 && before.Verb.Length > 0 && !SentenceRun.IsDifference(before.Verb) && index + 1 < figures.Count && (figures[index + 1].From - figures[index].To == 1 || GoesOnWithVerb(index))
            && figures[index + 1].Unit.Counts && figures[index].Unit.Counts && RightWords.Read(figures.Right(index + 1), out _) is { Noun.Length: > 1 } both)
            behind = both with { Verb = "" };
        // 占地185亩、总投资3.2亿元的物流项目: whose measures they are stands behind the last.
        if (behind.Noun.Length == 0 && before.Verb.Length == 0 && IsGeneric(before.Noun) && index + 1 < figures.Count && right.IsEmpty && figures.Right(index + 1) is ['的', _, _, ..] behindLast && RightWords.Read(behindLast, out _) is { Noun.Length: > 1 } owner)
            return new Phrase(Joined(owner.Noun, before.Noun), "");
        // 建成1条日处理能力为100吨的垃圾生产线: what is counted stands behind its measure.
        if (index + 1 < figures.Count && figures[index].Unit.Counts && !figures[index + 1].Unit.Counts && !figures[index + 1].Unit.IsRatio && figures[index + 1].From - figures[index].To is > 0 and <= 10 && figures.SharesClause(index + 1) && before.Noun.Length == 0
            && figures.Right(index + 1) is ['的', _, _, ..] measured && RightWords.Read(measured, out _) is { Noun.Length: > 1 } product)
            return product with { Verb = before.Verb };
        // 敬老院建设涉及6个乡镇: what is concerned is told with what concerns it.
        if (inFront.Has(Sign.Involve) && behind.Noun.Length > 0 && Phrases.LeadMarks.Both(left).TrimEnd('到') is { Length: > 1 } concerns && concerns.EndsWith("涉及", StringComparison.Ordinal) && (concerns.Length == 2 || concerns.Length > 5 && LeftWords.Read(concerns[..^2]) is { Noun.Length: > 1 }))
            return new Phrase((concerns.Length == 2 ? "" : LeftWords.Read(concerns[..^2]).Indicator) + "涉及" + behind.Noun, "");
        // 小学午餐配送覆盖286所学校: nor is what is reached told without what reaches it.
        if (behind.Noun.Length > 0 && figures[index].Unit.Counts && left.TrimEnd("到了约近 ") is { Length: > 5 } reaches && reaches.EndsWith("覆盖", StringComparison.Ordinal) && LeftWords.Read(reaches[..^2]) is { Noun.Length: > 2 } reaching)
            return new Phrase(reaching.Indicator + "覆盖" + behind.Noun, "");
        Phrase phrase;
        var ofLeft = after.Has(Sign.Of) && right.TrimStart(' ') is ['的', ..];
        if (behind.Noun.Length == 0 && behind.Verb.Length > 0 && phrases.Count > 0 && PickedOut.AreExamples(left) && Near.NounOf(whole) is { Length: > 0 } named)
            return behind with { Noun = named };
        if (behind.Noun.Length == 0 && before.Noun.Length > 0 && index + 1 < figures.Count && Blanks.Both(right) is "的" && RightWords.Read(figures.Right(index + 1), out _) is { Noun.Length: > 1 } thing)
            phrase = new Phrase(Joined(thing.Noun, before.Noun), "");
        else if (behind.Noun.Length > 0)
            phrase = whole >= run.FirstOfBlock && before.Verb.Length == 0 && PartNames.IsPlace(before.Noun) && !hasPredicate && !ofLeft
                // 石桥区70户困难家庭: where they are, of what the list is of.
                ? new Phrase(string.Concat(before.Noun, behind.Noun, phrases[whole - run.FirstOfBlock].Noun.EndsWith(behind.Noun, StringComparison.Ordinal) ? "" : phrases[whole - run.FirstOfBlock].Noun), phrases[whole - run.FirstOfBlock].Verb)
                // 打通断头路3条的任务: what is called a task is named in front.
                : ofLeft && before.Noun.Length > 0 && ClaimWords.Shared.PlanNouns.AtStart(behind.Noun) == behind.Noun.Length
                ? before
                : ofLeft && before.Noun.Length > 0
                ? new Phrase(PartNames.IsPlace(before.Noun) ? behind.Noun : Joined(behind.Noun, before.Noun), before.Verb)
                : Behind(behind.Noun, VerbOf(left, inFront, before, hasPredicate ? behind.Verb : "", behind.Noun), before);
        // 海岳省共有5万人完成第1针接种: where it was is no name of what was done.
        else if (before.Noun.Length is > 1 and <= 5 && before.Verb.Length == 0 && behind.Verb.Length > 2 && figures[index].Unit.Kind == UnitKind.Person && (PartNames.IsPlace(before.Noun) || before.Noun[^1] == '省'))
            phrase = new Phrase("", behind.Verb);
        else if (before.Noun.Length > 1 && behind.IsEmpty && before.Verb.Length == 0 && inFront.Has(Sign.Of) && KindOfLast(left, before.Noun) is { Length: > 0 } kind)
            phrase = new Phrase(kind, "");
        else if (before.Noun.Length > 0)
            phrase = behind.Verb.Length > 0 && (before.Verb.Length == 0 || right.StartsWith("全部", StringComparison.Ordinal)) ? before with { Verb = behind.Verb, VerbFirst = false } : before;
        else
            phrase = new Phrase("", before.Verb.Length > 0 && behind.Verb.Length == 0 ? before.Verb : behind.Verb);
        // 扶持540人成功创业, 带动1898人实现就业: both verbs are of those people, whoever was counted before.
        if (phrase.Noun.Length == 0 && figures[index].Unit.Kind == UnitKind.Person && hasPredicate && before.Verb.Length > 0 && behind.Verb.Length > 1 && !IsLight(before.Verb) && (behind.Verb.StartsWith("实现", StringComparison.Ordinal) ? behind.Verb[2..] : behind.Verb) is { Length: > 1 } became && ClaimWords.Shared.Verb.AtStart(became) == became.Length)
            return new Phrase(became, before.Verb);
        // 为1.09万人减免税费291.2万元: what was done for them, and to nobody counted before.
        if (phrase.Noun.Length == 0 && figures[index].Unit.Kind == UnitKind.Person && Phrases.LeadMarks.Both(left) is ['为' or '给' or '向'] && (right.IsEmpty && index + 1 < figures.Count && figures.SharesClause(index + 1) ? figures.Left(index + 1) : right) is { Length: > 3 } given && ClaimWords.Shared.Verb.AtStart(given) > 1)
            return LeftWords.Read(given);
        if (phrase.Noun.Length == 0 && phrase.Verb.Length > 1 && figures[index].Unit.Kind == UnitKind.Person && left.TrimEnd('了').EndsWith("带动", StringComparison.Ordinal))
            return new Phrase(phrase.Verb.StartsWith("实现", StringComparison.Ordinal) ? phrase.Verb[2..] : phrase.Verb, "带动", VerbFirst: true);
        // 1万余人实现了饮水安全: a clause of its own.
        if (phrase.Noun.Length == 0 && hasPredicate && phrase.Verb.Length > 3 && figures[index].Unit.Name == "人" && whole < 0 && Phrases.LeadMarks.Both(left).IsEmpty && run.SameUnitBefore() < 0)
            return new Phrase("", phrase.Verb.StartsWith("实现了", StringComparison.Ordinal) ? phrase.Verb[3..] : phrase.Verb);
        // 各类办件受理900件，…，政务中心共受理410件: of what was named before, as far as this body handled it.
        var complete = Complete(elsewhere.OfMoney(index, phrase), whole);
        if (complete.Noun is "项目" or "子项" or "子项目" && TouchesLast(index) && phrases[^1].Noun is { Length: > 2 } list)
            return complete with { Noun = Joined(list, complete.Noun) };
        // 其中云栖县累计完成70户: a place does its part of what is told of the whole.
        return before.By is { Length: > 0 } by && complete.Noun.Length > 0 && (phrase.Noun.Length == 0 ? whole >= run.FirstOfBlock || before.Verb is not "完成" : run.IsAnotherChannel(by)) ? complete with { Noun = Joined(by, complete.Noun) } : complete;
    }

    // 其余3项, 其他9件: what is left of what was counted.
    private Phrase? OfRest(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole)
    {
        if (IsRemainder(left) && run.SameUnitBefore() is >= 0 and var rest)
            return new Phrase(phrases[rest - run.FirstOfBlock].Noun, Phrases.Tidy(Phrases.TrimLead(right).TrimEnd('中')));
        if (IsRemainder(left) && whole < 0 && Near.LastOfUnit() is >= 0 and var told)
            return new Phrase(phrases[told - run.FirstOfBlock].Noun, Phrases.Tidy(Phrases.TrimLead(right).TrimEnd('中')));
        return elsewhere.OfOthers(left, whole) is { IsEmpty: false } others ? others : null;
    }

    // 新建2所、改扩建5所公办幼儿园: another verb, and the same things.
    private bool GoesOnWithVerb(int index) =>
        figures[index].Unit == figures[index + 1].Unit && figures[index + 1].From > figures[index].To && run.Text.AsSpan(figures[index].To, figures[index + 1].From - figures[index].To) is ['、', _, _, ..] and var verb && ClaimWords.Shared.Verb.AtStart(verb[1..]) == verb.Length - 1;

    // 特困人员65人，其中能自理的特困人员59人: what stands before 的 tells it from those counted before.
    private string KindOfLast(ReadOnlySpan<char> left, string noun)
    {
        var words = Phrases.TrimLink(left);
        if (!words.EndsWith(noun, StringComparison.Ordinal) || words.Length - noun.Length < 4 || words[^(noun.Length + 1)] != '的' || run.SameUnitBefore() < 0 && !(claims.Count > run.FirstOfSentence && claims[^1].Unit == run.Unit.Name) || !phrases[^1].Noun.EndsWith(noun, StringComparison.Ordinal))
            return "";
        var kind = words[..^(noun.Length + 1)];
        kind = kind[(kind.LastIndexOf('为') + 1)..];
        return kind.Length is > 2 and <= 20 ? Phrases.Tidy(Phrases.TrimLead(kind)) + "的" + noun : "";
    }

    // 民生实事共6大类34个项目: the sizes of one list.
    private bool TouchesLast(int index) =>
        index > 0 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && claims[^1].Unit is "类" or "大类" or "件" or "项" or "方面" or "个" && figures[index].From - figures[index - 1].To is 0 or 1 && figures[index].Unit != figures[index - 1].Unit && figures.SharesClause(index);

    // 其中窗口受理85件，办结83件: as many at most as were taken in, so of those.
    private bool IsHandled(string verb) =>
        verb.Length > 1 && ClaimWords.Shared.Handled.AtEnd(verb) == verb.Length && figures[run.At].Value <= claims[^1].Value;

    // 物业管理39件、拆迁改造21件: in a list of what cases are about two verbs are a name.
    private bool NamesKind(string verb) =>
        verb.Length == 4 && run.Unit.Name is "件" or "宗" or "起" or "条" && run.At > 0 && figures[run.At - 1].To + 1 < run.Text.Length && (run.Text[figures[run.At - 1].To] == '、' || (Marks.Closes(run.Text[figures[run.At - 1].To]) && run.Text[figures[run.At - 1].To + 1] == '、')) && claims.Count > run.FirstOfSentence
        && phrases[^1].Noun.Length > 1 && ClaimWords.Shared.Handled.AtEnd(phrases[^1].Verb) == 0 && ClaimWords.Shared.Handled.AtEnd(verb) == 0;

    /// <summary>What the words near the number leave open comes from the topic, from the whole it is a part of, or from the number before.</summary>
    public Phrase Complete(in Phrase named, int whole)
    {
        var phrase = named;
        // 公安户政类，受理412件: the kind is named in a clause of its own.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && run.PreviousClause(run.At) is { Length: > 2 and <= 16 } kind && kind[^1] == '类' && kind.IndexOfAnyInRange('0', '9') < 0)
            return phrase with { Noun = Phrases.Tidy(kind) };
        // 从综合得分来看，…均为100分
        if (run.Unit.Name == "分" && run.Topic is [.., '值' or '分'])
            return new Phrase(phrase.Noun.Length > 1 ? Joined(phrase.Noun, run.Topic) : run.Topic, "");
        if (phrase.IsEmpty && Near.Member(run.At) is { Length: > 1 } member)
            return phrase with { Noun = member };
        if (phrase.Noun.Length == 0 && (NamesKind(phrase.Verb) || (run.Unit.Name is "件" or "条" or "宗" or "起" && ClaimWords.Shared.Matters.AtStart(phrase.Verb) is > 0 and var matter && matter == phrase.Verb.Length)))
            return new Phrase(phrase.Verb, "");
        // 涉及金额320万元，已退210万元: one character says what was done with what was just told.
        if (phrase.Noun.Length == 1 && phrase.Verb.Length == 0 && claims.Count > run.FirstOfSentence && phrase.Noun is "退" or "还" or "付" or "缴" or "签" or "领" or "改" or "修" or "建" or "装" or "拆" or "完")
            phrase = new Phrase("", phrase.Noun is "完" ? "" : phrase.Noun);
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
            return phrase with { Noun = LastThing() };
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Per.AtStart(phrase.Noun) is var per and > 0 && phrases.Count > 0)
        {
            // 诉求3.8万件，其中电话3.1万件；日均1240件: the average is of the whole.
            var all = Near.LastOfUnit() is >= 0 and var total ? phrases[total - run.FirstOfBlock] : phrases[^1];
            // 日均接听354件: the verb stands behind what is averaged; 户均补助 names a sum of its own.
            if (per < phrase.Noun.Length && phrase.Verb.Length == 0 && phrase.Noun[0] is '日' or '周' or '月' or '年' && Near.LastOfUnit() >= 0 && ClaimWords.Shared.Verb.AtStart(phrase.Noun.AsSpan(per)) == phrase.Noun.Length - per)
                return new Phrase(phrase.Noun[..per] + all.Noun, phrase.Noun[per..]);
            // 带动农户2.4万户，户均增收1350元: those counted earn it, whatever else was told of.
            if (per == phrase.Noun.Length && SentenceRun.IsDifference(phrase.Verb) && figures[run.At].Unit.Kind == UnitKind.Money)
                return phrase with { Noun = Joined(Near.CountedIn(phrase.Noun[0]), phrase.Noun) };
            // 追回工资842万元，人均1.64万元: an average of what was done.
            if (per == phrase.Noun.Length && run.Unit.Kind == UnitKind.Money && phrase.Verb.Length == 0 && all.Verb.Length > 0)
                return phrase with { Noun = phrase.Noun + all.Verb + all.Noun };
            if (per == phrase.Noun.Length)
                return phrase with { Noun = phrase.Noun + all.Noun, Verb = phrase.Verb.Length > 0 ? phrase.Verb : all.Verb };
        }

        // 其中工业项目13个，已开工10个；…: of the part just told.
        if (whole >= run.FirstOfBlock && phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && claims[^1].PartOf == whole && claims[^1].Unit == run.Unit.Name && run.IsSameBreath(run.At) && (run.TellsMore(run.At) || IsHandled(phrase.Verb)))
            return phrase with { Noun = Handler(phrases[^1].Noun) };
        // 云栖县310户（低保家庭45户）: of the part whose bracket it stands in, and so of its place.
        if (whole >= run.FirstOfBlock && phrase.Verb.Length == 0 && phrase.Noun.Length > 1 && claims[whole].PartOf >= run.FirstOfBlock && PartNames.PlaceIn(phrases[whole - run.FirstOfBlock].Noun, phrases[claims[whole].PartOf - run.FirstOfBlock].Noun) is { Length: > 0 } place)
            return new Phrase(place + phrase.Noun + phrases[claims[whole].PartOf - run.FirstOfBlock].Noun, phrases[whole - run.FirstOfBlock].Verb);
        if (whole >= run.FirstOfBlock)
            return IsGeneric(phrase.Noun) && Near.Subject() is { Length: > 0 } owner ? phrase with { Noun = Joined(owner, phrase.Noun) } : PartNames.Of(phrase, phrases[whole - run.FirstOfBlock], run.Unit.Kind == UnitKind.Length);
        if (run.Topic.Length > 0 && phrase.Noun.Length > 0 && ClaimWords.Shared.CaseNouns.AtStart(phrase.Noun) == phrase.Noun.Length)
            return phrase with { Noun = Joined(run.Topic, phrase.Noun) };
        if (phrase.Noun.Length == 0 && run.Topic.Length == 0 && phrase.Verb.Length == 0 && Near.SubjectClause() is { Length: > 3 } subjectClause)
            return phrase with { Noun = subjectClause };
        // 财政总收入年均增长12%，2024年达31亿元: what grew is what it reached.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length == 0 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && phrases[^1].Noun.Length > 1 && run.IsSameBreath(run.At) && whole < 0)
            return phrases[^1];
        // 计划新建或改造60个，已超额完成71个: what was completed is what was to be done.
        if (phrase.Noun.Length == 0 && claims.Count > run.FirstOfSentence && GoesOnFromLast(phrase.Verb))
            return phrase.Verb is "完成" && phrases[^1].Verb.Length > 0 && !IsLight(phrases[^1].Verb) && claims[^1].Unit == run.Unit.Name ? phrases[^1] : phrase with { Noun = LastThing() };
        // 农村低保户12户，19人: the people of the households that were just counted.
        if (phrase.IsEmpty && run.At > 0 && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && figures[run.At].From - figures[run.At - 1].To <= 2 && figures[run.At].Unit.Kind == UnitKind.Person)
            return phrases[^1];
        // 受理诉求104万件，首次突破100万件: the same again.
        if (phrase.IsEmpty && run.SameUnitBefore() is >= 0 and var again && run.IsSameBreathAs(again))
            return phrases[again - run.FirstOfBlock];
        if (phrase.Noun.Length == 0 && run.SameUnitBefore() is >= 0 and var same)
            return phrase with { Noun = WithoutInvolved(WithoutBuilding(phrases[same - run.FirstOfBlock].Noun, phrase.Verb), phrase.Verb) };
        if (run.Topic.Length > 0 && (phrase.Noun.Length == 0 || (phrase.Noun.Length >= 2 && run.Topic.Contains(phrase.Noun, StringComparison.Ordinal) && !(phrase.VerbFirst && ClaimWords.Shared.VerbNouns.AtStart(phrase.Noun) == phrase.Noun.Length))))
            return phrase with { Noun = run.Topic, VerbFirst = false };
        // 实施示范食堂建设，完成300家: what was done stands in the clause in front.
        // 推动既有住宅加装电梯建设，新开工40台: so it does where only a step of the works is told.
        if (phrase.Noun.Length == 0 && claims.Count == run.FirstOfSentence && Near.OfClause() is { Verb.Length: > 0, Noun.Length: > 3 } announced && announced.Noun[^1] != '率' && (IsLight(phrase.Verb) || (!StandsAloneEver(phrase.Verb) && NamesWorks(announced.Noun))))
            return phrase with { Noun = announced.Noun };
        if (run.Topic.Length > 0 && phrase.Noun.Length == 1) // 12栋楼: one character names nothing.
            return phrase with { Noun = run.Topic, VerbFirst = false };
        // 城中村改造工程，启动改造12个: the clause in front names the item.
        if (phrase.Noun.Length == 0 && phrase.Verb.Length > 0 && claims.Count == run.FirstOfSentence && NamedItem() is { Length: > 0 } item)
            return phrase with { Noun = item, VerbFirst = false };
        // 分季度看，一季度收到46,205条: what the paragraph above began with, in another order.
        if (phrase.Noun.Length == 0 && phrases.Count == 0 && run.LastOfAbove() is >= 0 and var above)
            return new Phrase(claims[above].Indicator, "");
        if (phrase.Noun.Length == 0 && phrases.Count > 0)
            return StandsAlone(phrase.Verb) ? phrase : phrase with { Noun = WithoutVerb(Near.LastNoun(), phrase.Verb) };
        var generic = IsGeneric(phrase.Noun);
        if (generic && phrase.Verb.Length == 0 && figures[run.At].Unit.Kind == UnitKind.Money && Near.WorkInFront() is { Length: > 0 } work)
            return phrase with { Noun = Joined(work, phrase.Noun) };
        // 高标准农田建设。计划4.6万亩: the paragraph said what it is about.
        if (run.Matter.Length > 0 && (phrase.Noun.Length == 0 ? phrases.Count == 0 : generic && claims.Count == run.FirstOfBlock))
            return phrase.Noun.Length == 0 ? phrase with { Noun = run.Matter, VerbFirst = false } : phrase with { Noun = Joined(run.Matter, phrase.Noun.StartsWith("计划", StringComparison.Ordinal) ? phrase.Noun[2..] : phrase.Noun) };
        var whose = generic ? Near.Subject() : "";
        // 欠薪涉及务工人员76人、金额143.5万元: the sum is not that of the workers.
        if (whose.IndexOf("涉及", StringComparison.Ordinal) is >= 0 and var involving && claims.Count > run.FirstOfSentence && run.Text[figures[run.At - 1].To] == '、')
            whose = whose[..(involving + 2)];
        if (generic && (whose.Length > 0 ? whose : Near.LeadingSubject(run.At)) is { Length: > 0 } subject)
            return MoneyVerbOf(phrase.Noun) is not { Length: > 0 } act ? phrase with { Noun = Joined(subject, phrase.Noun) } : whose.Length == 0 || claims.Count == 0 || claims[^1].Unit != "元" || ListSizes.NamesWorks(whose) ? new Phrase(subject + "资金", act) : phrase;
        return phrase;
    }

    // 新增8家场馆均已开放: the verb that stays in front is still the one of the count.
    private static Phrase Behind(string noun, string verb, in Phrase before) => new(noun, verb, verb == before.Verb && (before.VerbFirst || ClaimWords.Shared.VerbFirst.AtStart(verb) == verb.Length));

    private string NamedItem()
    {
        var clause = run.PreviousClause(run.At);
        clause = clause[(clause.LastIndexOf('。') + 1)..];
        return clause.Length is > 4 and <= 20 && clause.IndexOfAnyInRange('0', '9') < 0 && NamesWorks(clause) && ClaimWords.Shared.Verb.AtStart(clause) == 0 ? Phrases.Tidy(clause) : "";
    }

    // 检查企业120家，约谈5人，罚款8万元: what was done to people and in money is not done to the companies.
    private bool StandsAlone(string verb) =>
        verb.Length > 0 && (claims[^1].Unit != run.Unit.Name || !run.NamesThing(claims.Count - 1)) && ClaimWords.Shared.StandAlone.AtEnd(verb) > 0;

    // 企业诉求3.9万件，占总量的2.2%，比上月多4100件: the requests are more, and not their share.
    // 诉求9,300件，日均1,330件，比上周增加410件: nor is it the average.
    private string LastThing() =>
        run.IsAverage(claims.Count - 1) && run.SameUnitBefore() is >= 0 and var sum ? phrases[sum - run.FirstOfBlock].Noun : claims[^1] is { Measure: Measure.Share, Of: var of } && of >= run.FirstOfBlock ? phrases[of - run.FirstOfBlock].Noun : phrases[^1].Noun;

    // 应完成18处、实际完成11处; 较去年同期增加27件: the number before says of what.
    private bool GoesOnFromLast(string verb) =>
        SentenceRun.IsDifference(verb) || (claims[^1].Stance == Stance.Planned && claims[^1].Measure == Measure.Amount && (claims[^1].Unit == run.Unit.Name || !Near.IsUnitOfSentence()));

    /// <summary>Both in a row; what the one ends and the other begins with is said once: 平台直接答复 and 直接答复率 are 平台直接答复率.</summary>
    public static string Joined(string subject, string noun)
    {
        for (var shared = Math.Min(subject.Length, noun.Length); shared > 1; shared--)
        {
            if (subject[^shared] == noun[0] && subject.AsSpan(subject.Length - shared).SequenceEqual(noun.AsSpan(0, shared)))
                return string.Concat(subject, noun.AsSpan(shared));
        }

        return subject + noun;
    }

    // 选派767名服务专员下沉一线: the verb in front, unless it only sets others to work (支持5家养老机构扩大规模).
    private static string VerbOf(ReadOnlySpan<char> left, Sign signs, in Phrase before, string predicate, string behind)
    {
        // 学前教育、河道综合整治等31个项目: a verb of the examples is not what was done.
        var examples = signs.Has(Sign.Such | Sign.Quote | Sign.List) && IsExample(left, behind);
        var verb = !examples && ClaimWords.Shared.Verb.EndWord(Phrases.TrimLink(left, signs)) is { Length: >= 2 } near ? near : before.Verb;
        // 新建、改扩建40所学校: all of what was done in front.
        if (before.Noun.Length == 0 && before.Verb.Length > verb.Length && before.Verb.EndsWith(verb, StringComparison.Ordinal))
            verb = before.Verb;
        // 办好12项实事: that they are to be carried out well is no name of them.
        // 年初确定的8件实事: nor is it that they were set.
        if (ClaimWords.Shared.ListNouns.AtEnd(behind) > 0 && (verb is "办好" || (left.TrimEnd(' ').EndsWith("的", StringComparison.Ordinal) && ClaimWords.Shared.ListVerbs.AtStart(verb) == verb.Length)))
            verb = "";
        // “建设幸福路”等4项实事: what is quoted was not done to the number.
        if (examples && left.TrimStart(" 　，,其中").StartsWith('“'))
            verb = "";
        // 年初下达的64万平方米改造任务已开工: what stands in front of 的 says which, what stands behind says how far they are.
        if (signs.Has(Sign.Of) && predicate.Length > 1 && left.TrimEnd(' ').EndsWith("的", StringComparison.Ordinal) && ClaimWords.Shared.Verb.AtStart(predicate) > 1)
            return predicate;
        if (predicate.Length > 0 && (IsLight(verb) || ClaimWords.Shared.Causing.AtStart(verb) > 0))
            return predicate;
        return verb.Length > 0 ? verb : predicate;
    }

    private static bool IsExample(ReadOnlySpan<char> left, string behind) =>
        left.EndsWith("等", StringComparison.Ordinal) || left.EndsWith("”", StringComparison.Ordinal) || (left.IndexOf('、') >= 0 && behind.StartsWith("项目", StringComparison.Ordinal) && (left.Length > 16 || left.Count('、') > 1));

    public static bool IsLight(string verb) => verb.Length == 0 || ClaimWords.Shared.Light.AtStart(verb) == verb.Length;

    private static bool Blank(char c) => c is ' ' or '　';

    private bool StartsNoun(int index, ReadOnlySpan<char> right)
    {
        var words = Blanks.Start(right);
        if (words.IsEmpty || Marks.IsListMark(words[0]) && words[0] != '与' || words.StartsWith("以及", StringComparison.Ordinal))
            return false;
        // 受理诉求6120件 房产物业成反映热点: in a headline a blank parts what has its noun from what follows.
        if (words.Length > 6 && words.Length < right.Length && index == figures.Count - 1 && run.IsHeadline && LeftWords.Read(figures.Left(index)).Noun.Length > 1)
            return false;
        // 派单9,116件　办结率98.4%: of fields that blanks part, each has its word in front of its number.
        if (words.Length < right.Length && index + 1 < figures.Count && figures[index].From > figures.Start && !Blank(run.Text[figures[index].From - 1]) && figures[index + 1].From == figures[index].To + right.Length && !Blank(right[^1]) && figures.Left(index).IndexOfAny(" 　") > 0)
            return false;
        // 以雲棲區8案最多
        if (words[0] == '最')
            return false;
        // 人口61万人较上年底60万人增加1万人
        if (words[0] is '较' or '比' && words.Length > 2 && (char.IsAsciiDigit(words[1]) || words[1] is '上' or '去' or '年' or '前' or '同'))
            return false;
        // 投诉35件 占比12%: what follows is of the next number.
        // 单日最高话务量2480件出现在9月9日: when or where it was.
        if (words.StartsWith("出现在", StringComparison.Ordinal) || words.StartsWith("发生在", StringComparison.Ordinal))
            return false;
        if (words[0] == '并' || words.Length == 1 && words[0] is '外' or '整' or '余' or '多')
            return false;
        if (words[0] == '占' && (words.Length == 1 || words[1] is '比' or '总' or '全' or ' '))
            return false;
        // 排查隐患16处并全部落实整改: what goes on behind the number is another act.
        if (words[0] is '并' or '且' || ClaimWords.Shared.Milestones.AtStart(words) > 0)
            return false;
        if (figures[index].Unit.Kind == UnitKind.Time && words.StartsWith("时间", StringComparison.Ordinal))
            return false;
        if (figures[index].Unit.Kind == UnitKind.Money && EndsInMoney(words))
            return true;
        return figures[index].Unit.Counts || ClaimWords.Shared.Verb.AtStart(words) == 0 || ClaimWords.Shared.Predicate.AtStart(words) > 0;
    }
}
