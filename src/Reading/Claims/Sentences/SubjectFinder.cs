using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds what the words at a number leave open: the clause in front, the thing counted last, whose output or sum it is.</summary>
internal sealed class SubjectFinder(SentenceRun run)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    /// <summary>污水处理设施建设，全年任务为120个村: the clause in front names the task, when it holds no number itself.</summary>
    public Phrase? OfClause()
    {
        var clause = run.PreviousClause(run.At);
        clause = clause[(clause.LastIndexOf('。') + 1)..];
        if (clause.Length is < 3 or > 30 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return null;
        var phrase = LeftWords.Read(clause);
        return phrase.Noun.Length > 1 ? phrase : null;
    }

    // 地方财政收入同步跟进，已经突破50亿元: the clause in front names it, when it holds no number itself.
    public string SubjectClause()
    {
        var clause = run.PreviousClause(run.At);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return "";
        // 反映噪音的占比较大，共1128条
        if (ClaimWords.Shared.Most.AtEnd(clause) is var most and > 0 && most < clause.Length)
            return Phrases.Tidy(clause[..^most]);
        // 财政收入迈过千亿大关，达1330亿元
        if (ClaimWords.Shared.Milestones.AtEnd(clause) > 0 && clause.IndexOfAny("迈跨突站跃") is > 1 and var passed)
            return LeftWords.Read(clause[..passed]).Noun;
        var phrase = LeftWords.Read(clause);
        return phrase.Verb.Length == 0 || phrase.VerbFirst ? phrase.Noun : "";
    }

    /// <summary>工业经济平稳增长，总产值达到52亿元: whose output it is, begins the clause in front.</summary>
    public string LeadingSubject(int index)
    {
        var clause = run.PreviousClause(index);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0 || clause.IndexOf('“') >= 0 || ClaimWords.Shared.Openers.AtStart(clause) > 0 || claims.Count > run.FirstOfSentence && run.Text.AsSpan(claims[^1].Clean.End, Math.Max(0, figures[index].Start - claims[^1].Clean.End)).IndexOfAny('；', ';') < 0)
            return "";
        // 服务业提升工程快速推进，完成投资12亿元: verbs inside the name of a work part nothing.
        if (clause.IndexOf("工程", StringComparison.Ordinal) is >= 4 and var work && clause.Length - work > 3)
            return Phrases.Tidy(clause[..(work + 2)]);
        if (NamesWork(clause))
            return Phrases.Tidy(clause);
        var words = ClaimWords.Shared;
        // 金融业是占比最大的行业，实现增加值94亿元
        if (clause.IndexOf('是') is >= 2 and < 10 and var named && clause.LastIndexOf('的') > named)
            return Phrases.Tidy(clause[..named]);
        for (var at = 2; at < Math.Min(clause.Length, 10); at++)
        {
            var rest = clause[at..];
            if (words.Verb.AtStart(rest) > 1 || words.Lead.AtStart(rest) > 1 || words.Change.AtStart(rest, out _) > 1)
                return words.Verb.AtStart(clause) > 0 || words.Light.AtStart(clause) > 0 || Phrases.IsNominal(rest) ? "" : Phrases.Tidy(clause[..at]);
        }

        return "";
    }

    /// <summary>…；河道治理工程，投资2395万元: the clause right in front is the name of a work.</summary>
    public string WorkInFront()
    {
        var clause = run.PreviousClause(run.At);
        clause = clause[(clause.LastIndexOf('。') + 1)..];
        return clause.Length is > 5 and <= 36 && NamesWork(clause) && figures.LeftStart(run.At) > figures.Start && clause.IndexOfAnyInRange('0', '9') < 0 ? Phrases.Tidy(clause) : "";
    }

    private static bool NamesWork(ReadOnlySpan<char> clause) =>
        (clause.EndsWith("工程", StringComparison.Ordinal) || clause.EndsWith("项目", StringComparison.Ordinal) || clause.EndsWith("期", StringComparison.Ordinal) && clause.Contains("工程", StringComparison.Ordinal)) && ClaimWords.Shared.Verb.AtStart(clause) == 0 && ClaimWords.Shared.Openers.AtStart(clause) == 0;

    /// <summary>一是停供问题，…占比24%: the words a member of the paragraph opens with name what its number is of.</summary>
    public string Member(int index)
    {
        var from = Math.Max(figures.Start, index > 0 ? figures[index - 1].To : figures.Start);
        if (figures[index].From - from < 5)
            return "";
        var words = run.Text.AsSpan(from, figures[index].From - from);
        // 其次为工业废气的举报，占20%
        if (words.IndexOf("其次", StringComparison.Ordinal) is >= 0 and var next && words[(next + 2)..] is ['为' or '是', _, _, ..] and var second && second.IndexOfAny("，,；;") is > 2 and <= 24 and var stop)
            return Phrases.Tidy(second[1..stop]);
        for (var at = words.LastIndexOf('是'); at > 0; at = words[..at].LastIndexOf('是'))
        {
            if (words[at - 1] is not ('一' or '二' or '三' or '四' or '五' or '六') || (at > 1 && !Marks.IsClauseMark(words[at - 2])))
                continue;
            var name = words[(at + 1)..];
            var end = name.IndexOfAny("，,；;");
            return end is > 2 and <= 32 && name[..end].IndexOfAnyInRange('0', '9') < 0 ? Phrases.Tidy(name[..end]) : "";
        }

        return "";
    }

    public string NounOf(int whole) => whole >= run.FirstOfBlock ? phrases[whole - run.FirstOfBlock].Noun : LastNoun();

    // The last number of the unit at hand that is no part of another, or -1.
    public int LastOfUnit()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && !run.TellsDifference(claims[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Whom the sentence counted last in households (户) or heads (人); empty when it counted none.</summary>
    public string CountedIn(char head)
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].Unit[0] == head && phrases[i - run.FirstOfBlock].Noun is { Length: > 1 and <= 12 } counted)
                return counted;
        }

        return "";
    }

    // 62个问题，涉及资金18亿元。已整改55个: the last number of the same unit says of what, else the last number.
    public string LastNoun()
    {
        // 高龄津贴发放3万人，累计发放2亿元: money goes to what its own part of the sentence counts.
        if (figures[run.At].Unit.Kind == UnitKind.Money && claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Amount && (figures[run.At - 1].Unit.Kind == UnitKind.Person || run.Text[figures[run.At - 1].To] == '、') && run.IsSameBreath(run.At))
            return phrases[^1].Noun;

        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            // 受理100件，直办40件，按期回复55件: all of what was received.
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && !run.IsAverage(i) && run.NamesThing(i) && ClaimWords.Shared.Others.AtStart(phrases[i - run.FirstOfBlock].Noun) == 0 && ClaimWords.Shared.RequestKinds.AtStart(phrases[i - run.FirstOfBlock].Noun) != phrases[i - run.FirstOfBlock].Noun.Length)
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
            // 农村公路损坏207件，涉及8个乡镇，已修复31处: nothing is done to those concerned.
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && !(i > run.FirstOfBlock && phrases[i - run.FirstOfBlock].Noun.StartsWith("涉及", StringComparison.Ordinal)))
                return figures[run.At].Unit.Kind == UnitKind.Money ? phrases[i - run.FirstOfBlock].Noun : BeforeMoney(phrases[i - run.FirstOfBlock].Noun);
        }

        return phrases[^1].Noun;
    }

    // 供水管网更新改造|到位专项债1.2亿元，完成42.5公里: kilometres are not counted of the money.
    private static string BeforeMoney(string noun)
    {
        if (noun.Length > 6 && noun.EndsWith("总投资", StringComparison.Ordinal))
            return noun[..^3];
        // 敬老院建设|涉及乡镇，其中新建2所
        if (noun.IndexOf("涉及", StringComparison.Ordinal) is > 1 and var concerned)
            return noun[..concerned];
        if (ClaimWords.Shared.MoneyNouns.AtEnd(noun) == 0 && !noun.EndsWith('债'))
            return noun;
        var at = ClaimWords.Shared.MoneyVerbs.FindLast(noun, out _, out _);
        if (at >= 2)
            return noun[..at];
        // 供水工程建设资金516亿元，已开工6474处: works are not counted of what they cost.
        return noun.Length > 8 && (noun.EndsWith("工程建设资金", StringComparison.Ordinal) || noun.EndsWith("项目建设资金", StringComparison.Ordinal)) ? noun[..^4] : noun;
    }

    // 8个项目主体完工，计划投资1900万元；5个正在推进: the nine are projects.
    public bool IsUnitOfSentence()
    {
        for (var i = claims.Count - 1; i >= run.FirstOfSentence; i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].Unit == run.Unit.Name)
                return true;
        }

        return false;
    }

    public string Subject()
    {
        // 生产总值增长6%，总量达到720亿元
        if (claims.Count > run.FirstOfSentence && claims[^1].Measure == Measure.Change && claims[^1].Unit == "%" && run.IsSameBreath(run.At) && figures.Left(run.At).TrimStart(" ，,").StartsWith("总量", StringComparison.Ordinal))
            return phrases[^1].Noun;
        var states = false;
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            // 粮食播种面积62万亩，产量28万吨: what was sown yields.
            if (run.Unit.Kind == UnitKind.Mass && Sown(noun) is { Length: > 1 } crop)
                return crop;
            if (run.IsOneOfStates(i))
            {
                states = true;
                continue;
            }

            // 项目72宗（其中新开工39宗），总投资…: of the whole, once its bracket is closed.
            if (claims[i].PartOf >= 0 && run.Text.AsSpan(claims[i].Clean.End, Math.Max(0, figures[run.At].Start - claims[i].Clean.End)).IndexOfAny(')', '）') >= 0)
                continue;
            if (claims[i].Measure == Measure.Amount && (noun.Length is >= 2 and <= 12 || (noun.Length is > 12 and <= 30 && noun.EndsWith("项目", StringComparison.Ordinal))) && !(noun.EndsWith("单位", StringComparison.Ordinal) && !noun.EndsWith("经营单位", StringComparison.Ordinal)) && !noun.EndsWith("从业人员", StringComparison.Ordinal) && ClaimWords.Shared.Generic.AtEnd(noun) == 0 && ClaimWords.Shared.Handled.AtEnd(noun) == 0)
                return noun;
        }

        if (states)
            return Works() is >= 0 and var all ? phrases[all - run.FirstOfBlock].Noun : "项目";
        // 安排重点项目458个。1至8月完成投资622亿元: the sentence before says of what.
        var opens = claims.Count == run.FirstOfSentence && run.Topic.Length == 0 && run.PreviousClause(run.At).Length < 2;
        for (var i = claims.Count - 1; opens && i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && noun.Length is >= 2 and <= 12 && ListSizes.NamesList(noun))
                return noun;
            // 农村供水新开工及在建项目24项。…完成投资2亿元: the projects that the paragraph began with.
            if (i == run.FirstOfBlock && claims[i].Measure == Measure.Amount && phrases[0].Verb.Length == 0 && ListSizes.CountsWorks(claims[i].Unit) && noun.Length <= 28 && noun.EndsWith("项目", StringComparison.Ordinal))
                return noun;
        }

        return run.Topic.Length <= 16 ? run.Topic : "";
    }

    /// <summary>The works that the paragraph speaks of, when it counts how far they have come; -1 when it names none.</summary>
    public int Works()
    {
        for (var i = run.FirstOfBlock; i < Math.Min(claims.Count, run.FirstOfBlock + SentenceRun.FarthestBack); i++)
        {
            if (claims[i].Measure == Measure.Amount && ListSizes.CountsWorks(claims[i].Unit) && ListSizes.NamesWorks(phrases[i - run.FirstOfBlock].Noun) && !run.IsOneOfStates(i))
                return i;
        }

        return -1;
    }

    public static string Sown(string noun) =>
        noun.EndsWith("播种面积", StringComparison.Ordinal) || noun.EndsWith("种植面积", StringComparison.Ordinal) ? noun[..^4] : "";
}
