namespace Luoshi.Reading.Claims.Sentences;

/// <summary>What a percentage is of: its own name, that of the number it is reckoned from, or that of the percentage before.</summary>
internal sealed class RatioNames(SentenceRun run, PhraseCompletion completion)
{
    private const int LongestGroup = 10;

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    /// <param name="joined">Only a mark parts it from the percentage before.</param>
    /// <param name="of">The claim it is a percentage of, or -1.</param>
    public Phrase Of(int index, bool joined, Measure measure, ReadOnlySpan<char> noun, ReadOnlySpan<char> right, int of)
    {
        // 从按期结案率来看，…公司(52.3%): the paragraph said in which respect.
        if (measure == Measure.Rate && run.Topic is [.., _, '率'] && (noun.IsEmpty || noun[^1] != '率'))
            return new Phrase(noun.IsEmpty ? run.Topic : PhraseCompletion.Joined(Phrases.Tidy(noun), run.Topic), "");
        if (measure == Measure.Share && GroupOf(index) is { Length: > 0 } group)
            return new Phrase(group, "");
        // 上半年投资完成率要达到50%以上: of nothing that the sentence told.
        if (measure == Measure.OfPlan && of < run.FirstOfSentence && noun.Length > 3 && noun.EndsWith("完成率", StringComparison.Ordinal))
            return new Phrase(Phrases.Name(noun), "");
        if (!noun.IsEmpty && (measure != Measure.OfPlan || SaysMore(noun, of)))
            return RatioPhrase(measure, noun, of);
        // 计划完成工程量5%，实际完成工程量6%: of the same work.
        if (noun.IsEmpty && measure == Measure.OfPlan && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.OfPlan && figures.Left(index).EndsWith("工程量", StringComparison.Ordinal))
            return phrases[^1];
        if (noun.IsEmpty && measure == Measure.Rate && run.Answers && claims.Count == run.FirstOfSentence && run.PromisedIn(Measure.Rate, run.Unit.Name) is >= 0 and var promised)
            return phrases[promised - run.FirstOfBlock];
        if (noun.IsEmpty && measure == Measure.Rate && claims.Count > run.FirstOfSentence && claims[^1].Measure is Measure.Rate or Measure.Change)
            return phrases[^1];
        // …；生态公益林保护建设，完成进度为90%: the work is named in a clause of its own.
        if (measure == Measure.OfPlan && (of < run.FirstOfSentence || !run.IsSameBreathAs(of) || OpensList(of)) && run.PreviousClause(index) is { Length: > 4 and < 30 } alone && alone.IndexOfAnyInRange('0', '9') < 0 && LeftWords.Read(alone) is { Noun.Length: > 3 } work)
            return work;
        if (noun.IsEmpty && measure == Measure.Share && !figures.SharesClause(index) && completion.Near.Member(index) is { Length: > 1 } member)
            return new Phrase(PhraseCompletion.Joined(member, "占比"), "");
        // 群众最不满意的是停车难，占不满意意见的37%: the clause in front says what it is.
        if (noun.IsEmpty && measure == Measure.Share && !figures.SharesClause(index) && figures.Left(index).TrimStart(" ，,").StartsWith("占", StringComparison.Ordinal) && run.PreviousClause(index) is var said && said.IndexOf("的是", StringComparison.Ordinal) is > 1 and var isThat && said[(isThat + 2)..] is { Length: > 1 and <= 12 } told && told.IndexOfAnyInRange('0', '9') < 0)
            return new Phrase(Phrases.Tidy(told) + OfWhat(figures.Left(index)), "");
        // 贷款增长44%、占比54%: the share of what grew.
        if (noun.IsEmpty && measure == Measure.Share && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && figures.Left(index).IndexOf('占') >= 0 && run.IsSameBreath(index))
            return new Phrase(PhraseCompletion.Joined(phrases[^1].Noun, "占比"), "");
        // 进出口占全市的40%，占全省的12%
        if (noun.IsEmpty && measure == Measure.Share && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Share && !figures.JoinsPrevious(index) && figures.Left(index).IndexOf('占') >= 0 && run.IsSameBreath(index))
            return phrases[^1];
        if (noun.IsEmpty && measure == Measure.Change && claims.Count > run.FirstOfSentence && claims[^1].AtOtherTime)
            return phrases[^1];
        if (noun.IsEmpty && measure == Measure.Change && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && index > 0 && !figures.JoinsPrevious(index) && !figures.SharesClause(index))
            return phrases[^1];
        // 满意率99%，较上月办件增加63件，同比上升6%: what grew is what the difference names.
        if (noun.IsEmpty && measure == Measure.Change && of >= 0 && claims[of].Measure != Measure.Amount && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && SentenceRun.IsDifference(claims[^1]) && phrases[^1].Noun.Length > 1)
            return phrases[^1] with { Verb = "" };
        // 逾期量减少21件，下降44.7%: the difference in hundredths.
        if (noun.IsEmpty && measure == Measure.Change && claims.Count > run.FirstOfSentence && claims[^1] is { Measure: Measure.Amount, PartOf: < 0 } && SentenceRun.IsDifference(claims[^1]) && phrases[^1].Noun.Length > 1 && run.IsSameBreath(index) && of < run.FirstOfSentence)
            return phrases[^1] with { Verb = "" };
        if (joined && noun.IsEmpty && of < 0 && claims[^1].Measure == measure)
            return phrases[^1];
        if (noun.IsEmpty && of < 0 && measure == Measure.Change && run.Topic.Length == 0 && run.PreviousClause(index) is { Length: > 1 } clause)
            // 提高了补助标准，提高幅度达25%: what was raised.
            return LeftWords.LeadingVerbs(clause, out _) is var raising and > 1 && clause.IndexOfAnyInRange('0', '9') < 0 && clause[raising..].TrimStart('了') is { Length: > 2 } raised ? new Phrase(Phrases.Name(raised), "") : new Phrase(Phrases.Tidy(Nouns.Head(clause.TrimEnd("0123456789."))), "");
        if (noun.IsEmpty && measure == Measure.Share && right.TrimStart(' ').StartsWith("的", StringComparison.Ordinal) && RightWords.Read(right, out _) is { Noun.Length: > 1 } things)
            return things;
        if (noun.IsEmpty && of < run.FirstOfSentence && measure == Measure.Share && run.PreviousClause(index) is { Length: > 2 and < 16 } kind && kind[^1] is '件' or '类' && kind.IndexOfAnyInRange('0', '9') < 0)
            // The number of the kind was lost: 咨询类件，占比15%.
            return new Phrase(PhraseCompletion.Joined(Phrases.Tidy(kind), "占比"), "");
        if (noun.IsEmpty && measure == Measure.Change && claims.Count == run.FirstOfSentence && run.PreviousClause(index) is { Length: > 5 and < 24 } named && named.IndexOfAnyInRange('0', '9') < 0 && LeftWords.Read(named) is { Verb.Length: 0, Noun.Length: > 5 } whose)
            return whose;
        // 工业项目竣工6个，完成年度计划投资的53.4%: of the money, which nobody counted.
        if (measure == Measure.OfPlan && noun.IsEmpty && of >= run.FirstOfBlock && claims[of].Unit != "元" && Ratios.IsOfInvestment(figures.Left(index)))
            return new Phrase(WorksOf(of) + "投资", "完成");
        // 受理诉求9364件，其中电话7905件，占84.4%: the share is of the kind, whatever was done with all of them.
        if (of >= run.FirstOfBlock && measure == Measure.Share && claims[of].PartOf >= run.FirstOfBlock && phrases[of - run.FirstOfBlock] is { Noun.Length: > 1, Verb.Length: > 0 } part && part.Verb == phrases[claims[of].PartOf - run.FirstOfBlock].Verb && claims[of].Unit is "件" or "宗" or "条" or "个")
            return new Phrase(part.Noun + OfWhat(figures.Left(index)), "");
        if (of >= run.FirstOfBlock)
            return measure == Measure.Share ? new Phrase(claims[of].Indicator + OfWhat(figures.Left(index)), "") : measure == Measure.OfPlan ? new Phrase(claims[of].Indicator, "") : phrases[of - run.FirstOfBlock];
        if (measure == Measure.Share && RightWords.Read(right, out _) is { Noun.Length: > 0 } behind)
            return behind;
        return completion.Complete(noun.IsEmpty ? Phrase.Empty : new Phrase(Phrases.Tidy(Nouns.Head(noun)), ""), whole: -1);
    }

    // 东山区30件、望潮区20件，两区合计占全市的62%: of all that were told in front, and not of the last.
    // 位居前三的工单：城乡建设类9件、交通类8件、农业类6件，占总量的76%: so are those that a colon announced by their rank.
    private string GroupOf(int index)
    {
        var left = figures.Left(index).TrimStart(" ，,");
        // 三类合计占: how many they are is a number as well.
        if (index > 1 && figures[index - 1].Unit.Counts && figures.SharesClause(index) && figures[index].From - figures[index - 1].To is >= 3 and < 16)
            left = run.Text.AsSpan(figures[index - 1].Start, figures[index].From - figures[index - 1].Start);
        var at = left.IndexOf('占');
        if (at is < 0 or > LongestGroup || claims.Count - run.FirstOfSentence < 2)
            return "";
        var whole = OfWhat(left);
        if (at > 1 && left[0] is (>= '2' and <= '9') or '两' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' && ClaimWords.Shared.GroupKinds.AtStart(left[1..at]) is var kind && kind > 0)
        {
            var rest = left[(kind + 1)..at];
            var cases = ClaimWords.Shared.CaseNouns.AtStart(rest);
            if (rest[cases..] is not ("合计" or "共" or "共计" or ""))
                return "";
            var counted = cases > 0 ? rest[..cases] : CasesTold();
            return string.Concat(left[..(kind + 1)], counted, whole is "占比" ? "合计" : "", whole);
        }

        var front = run.Text.AsSpan(figures.Start, claims[run.FirstOfSentence].Clean.Start - figures.Start);
        var colon = front.LastIndexOfAny('：', ':');
        if (at > 0 || colon is < 3 or > 16 || claims[^1].Measure != Measure.Amount || claims[^2].Measure != Measure.Amount)
            return "";
        var rank = front[..colon].IndexOf('前');
        return rank >= 0 && rank + 1 < colon && front[rank + 1] is '两' or '三' or '四' or '五' or '十' or (>= '2' and <= '9') ? Phrases.Tidy(front[..colon]).Replace("的", "", StringComparison.Ordinal) + whole : "";
    }

    // What the parts are of: 本月受理工单9800件。东湾区3120件、…
    private string CasesTold()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            if (PartNames.BehindKinds(noun).Length > 1)
                return PartNames.BehindKinds(noun).TrimStart('此', '类', '相', '关');
        }

        return "";
    }

    // 民生支出27亿元，占一般公共预算支出的78%: a printed whole stays in the name.
    private static string OfWhat(ReadOnlySpan<char> left)
    {
        var at = left.LastIndexOf('占');
        var whole = Phrases.TrimLink(left[(at + 1)..]).TrimEnd('的');
        return at >= 0 && whole.Length is > 1 and <= 16 && whole[0] != '比' ? string.Concat("占", whole) : "占比";
    }

    // 工业项目新开工62个, 开工在建率78%: the projects that the sentence speaks of.
    private string WorksOf(int last)
    {
        for (var i = last; i >= Math.Max(run.FirstOfSentence, last - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            if (noun.IndexOf("项目", StringComparison.Ordinal) is > 0 and var works)
                return noun[..(works + 2)];
        }

        return "";
    }

    // 实事7项。分别为：示范社建设，完成进度为88%: behind the colon another thing is told.
    private bool OpensList(int of) => run.Text.AsSpan(claims[of].Clean.End, Math.Max(0, figures[run.At].From - claims[of].Clean.End)).IndexOfAny('：', ':') >= 0;

    // 桥下空间利用完成率 names its own indicator; 完成率 alone and one that repeats the number before do not.
    private bool SaysMore(ReadOnlySpan<char> noun, int of)
    {
        var own = noun.Length - ClaimWords.Shared.OfPlan.AtEnd(noun);
        // 承诺岗位150个。兑现：安置124人，岗位完成率82.7%: of those promised, whatever the answer counts.
        if (own >= 2 && run.Answers && of >= run.FirstOfSentence && AnswersIn(noun[..own], of))
            return false;
        return own >= 2 && (of < run.FirstOfSentence || !claims[of].Indicator.AsSpan().Contains(noun[..own], StringComparison.Ordinal));
    }

    private bool AnswersIn(ReadOnlySpan<char> promised, int of)
    {
        for (var i = run.FirstPromise; i < of; i++)
        {
            if (claims[i] is { Stance: Stance.Planned, Measure: Measure.Amount, Value: > 0 } plan && plan.Indicator.AsSpan().Contains(promised, StringComparison.Ordinal)
                && Math.Abs(((double)claims[of].Value / (double)plan.Value * 100) - (double)figures[run.At].Value) <= (double)figures[run.At].Step)
                return true;
        }

        return false;
    }

    private Phrase RatioPhrase(Measure measure, ReadOnlySpan<char> noun, int of)
    {
        if (Wordings.WithoutRemark(noun) is { Length: > 1 } plain)
            noun = plain;
        var name = noun.Contains('占') ? Phrases.Tidy(noun) : Phrases.Name(noun);
        // 价格上涨1.2%，涨幅比上月回落0.3个百分点: whose growth it is was told right before.
        if (name.Length > 4 && name.StartsWith("实现", StringComparison.Ordinal))
            name = name[2..];
        if (measure == Measure.Change && name is "涨幅" or "降幅" or "增幅" or "增速" && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change)
            return new Phrase(PhraseCompletion.Joined(phrases[^1].Noun, name), "");
        if (run.Topic.Length > 0 && name.Length >= 2 && run.Topic.Contains(name, StringComparison.Ordinal))
            return new Phrase(run.Topic, "");
        // 畜牧业产值3.6亿元，增长4%，占农业总产值的比重为27%: whose share it is was told right before.
        if (measure == Measure.Share && name.Length > 1 && name[0] == '占' && of >= run.FirstOfBlock)
            return new Phrase(phrases[of - run.FirstOfBlock].Indicator + name, "");
        // 其他类9件，占3%。直接办结率85%: behind the full stop it is of the whole again.
        if (of >= run.FirstOfBlock && claims[of].PartOf >= run.FirstOfBlock && !run.IsSameBreathAs(of))
            of = claims[of].PartOf;
        var subject = of >= run.FirstOfBlock && !IsMeasureOfOthers(of) && !(measure == Measure.Rate && ClaimWords.Shared.Surveys.Contains(claims[of].Indicator)) ? phrases[of - run.FirstOfBlock].Noun : "";
        var level = name.Length > 0 && (name[^1] is '率' or '比' or '重' or '度' or '例' || ClaimWords.Shared.Generic.AtStart(name) == name.Length);
        // 占工业总产值的比重: whose share it is was told right before.
        if (measure == Measure.Share && name.StartsWith('占') && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && of < claims.Count - 1 && run.IsSameBreathAs(claims.Count - 1) && phrases[^1].Noun.Length > 1)
            return new Phrase(phrases[^1].Noun + name, "");
        if (measure == Measure.Share && name.StartsWith('占') && of >= run.FirstOfSentence)
            return new Phrase(phrases[of - run.FirstOfBlock].Noun + name, "");
        if (measure == Measure.Change && ClaimWords.Shared.Generic.AtStart(name) == name.Length && completion.Near.LeadingSubject(run.At) is { Length: > 0 } whose)
            return new Phrase(PhraseCompletion.Joined(whose, name), "");
        if (measure is Measure.Rate or Measure.OfPlan && name.Length > 1 && name[^1] is '区' or '县' or '市' or '镇' or '乡' && claims.Count > run.FirstOfSentence && claims[^1].Measure is Measure.Rate or Measure.OfPlan)
            return new Phrase(name + BehindPlace(phrases[^1].Noun), "");
        // 农村公路提升改造工程完工29公里，完工率92.8%: a bare step has no name but that of what took it.
        if (measure == Measure.Rate && subject.Length is > 10 and <= 24 && of >= run.FirstOfSentence && ClaimWords.Shared.StepRates.AtStart(name) == name.Length && run.IsSameBreathAs(of))
            return new Phrase(PhraseCompletion.Joined(subject, name), "");
        if (level && (name.Length <= 3 || (name.Length <= 5 && (ClaimWords.Shared.Verb.AtStart(name) > 1 || name[^1] is '比' or '重'))) && subject.Length is > 0 and <= 10 && measure is Measure.Rate or Measure.Share && (of < run.FirstOfSentence || run.IsSameBreathAs(of)))
            return new Phrase(PhraseCompletion.Joined(subject, name), "");
        if (measure == Measure.Share && !level && NamedBefore(name) is >= 0 and var named)
            return new Phrase(phrases[named - run.FirstOfBlock].Noun + OfWhat(figures.Left(run.At)), "");
        if (measure == Measure.Share && name.Length <= 2 && of >= run.FirstOfBlock)
            return new Phrase(PhraseCompletion.Joined(PhraseCompletion.Joined(phrases[of - run.FirstOfBlock].Indicator, name), "占比"), "");
        return new Phrase(measure == Measure.Share && !level ? PhraseCompletion.Joined(name, OfWhat(figures.Left(run.At))) : name, "");
    }

    // 平均办理时长5天，满意率95%; 户均补助6.5万元，入住率达到90%: a time or an average has no rate of its own.
    private bool IsMeasureOfOthers(int claim) =>
        run.IsAverage(claim) || phrases[claim - run.FirstOfBlock].Noun is var noun && (noun.Contains("平均", StringComparison.Ordinal) || noun.EndsWith("用时", StringComparison.Ordinal) || noun.EndsWith("时长", StringComparison.Ordinal));

    // 电话31508件、网络6918件，电话占82.0%: the number that was named so.
    private int NamedBefore(string name)
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && phrases[i - run.FirstOfBlock].Noun.StartsWith(name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    // 云栖区满意率97%、望潮区95%: the rate is named once.
    public static string BehindPlace(string indicator)
    {
        var place = indicator.AsSpan(0, Math.Min(indicator.Length, 6)).LastIndexOfAny("区县市镇乡");
        // 棚户区改造完成率: no place.
        return place > 0 && place + 2 < indicator.Length && ClaimWords.Shared.NoAgents.AtEnd(indicator.AsSpan(0, place + 1)) == 0 ? indicator[(place + 1)..] : indicator;
    }
}
