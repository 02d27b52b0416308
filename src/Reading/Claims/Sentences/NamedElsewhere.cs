using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Phrases of numbers that are named elsewhere than at the number: by a label, by what was rated, by the list they are of, by what money is for.</summary>
internal sealed class NamedElsewhere(SentenceRun run)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    // 投入资金2330万元，购置环卫专业车辆57台: what the money is for stands behind it.
    public Phrase OfMoney(int index, in Phrase phrase)
    {
        if (figures[index].Unit.Kind != UnitKind.Money)
            return phrase;
        // 计划投资1300万元，建设水库除险加固工程: what it is to build stands behind it.
        if ((phrase.Noun is "计划投资" or "投资" or "总投资" && phrase.Verb.Length == 0 || phrase.Noun.Length == 0 && phrase.Verb is "投入" or "投资") && BeginsPart(index) && BuiltBehind(index) is { Length: > 3 } built)
            return new Phrase(PhraseCompletion.Joined(built, phrase.Noun), phrase.Verb);
        if (phrase.Noun is not ("资金" or "投入资金" or "财政资金" or "专项资金" or "各类资金"))
            return phrase;
        // 东山水厂扩建工程。该工程投入资金820万元，占地15亩: the item named right before.
        if (run.Topic.Length > 2 && figures.Left(index).TrimStart(' ') is { Length: > 2 } own && own[0] is '该' or '本' or '此')
            return new Phrase(run.Topic + "资金", "投入");
        // 专债项目11个、资金3亿元: the money of what is counted in the same list.
        if (index > 0 && claims.Count > run.FirstOfSentence && figures[index - 1].To < figures[index].From && run.Text[figures[index - 1].To] == '、' && claims[^1].Measure == Measure.Amount)
            return phrase with { Noun = PhraseCompletion.Joined(phrases[^1].Noun, phrase.Noun) };
        var end = index + 1 < figures.Count ? figures[index + 1].From : figures.End;
        var behind = run.Text.AsSpan(figures[index].To, end - figures[index].To).TrimStart(" ，,用于");
        // 改造公路46公里，投入资金2310万元，占年度任务的92%: it went where the sentence was before.
        if (behind.IsEmpty || behind[0] == '占' || ClaimWords.Shared.OfPlan.AtStart(behind) > 0)
            return (phrase.Noun is "投入资金" || phrase.Verb is "投入") && claims.Count > run.FirstOfSentence && claims[^1].Unit != run.Unit.Name && claims[^1].Measure == Measure.Amount ? new Phrase(phrases[^1].Indicator + "资金", "投入") : phrase;
        // 拨付资金3亿元，同比增长5%，是上年的1.1倍: how it compares is no purpose.
        if (ClaimWords.Shared.Compare.AtStart(behind) > 1 || ClaimWords.Shared.Change.AtStart(behind, out _) > 1 || behind[0] is '是' or '比' or '较' or '超' or '列' or '居' || behind.StartsWith("其中", StringComparison.Ordinal) || behind.StartsWith("总量", StringComparison.Ordinal))
            return phrase;
        // 投入资金240万元，加之……, 投入资金320万元，全乡每年可节水……: what else is told is none either.
        if (behind.StartsWith("加之", StringComparison.Ordinal) || behind.IndexOf("每年", StringComparison.Ordinal) is >= 0 and < 5)
            return phrase;
        var stop = behind.IndexOfAny(Marks.ClauseEnds);
        var purpose = LeftWords.Read(stop < 0 ? behind : behind[..stop]);
        return purpose.Noun.Length is < 2 or > 16 ? new Phrase("资金", "投入") : new Phrase(purpose.Indicator + "资金", "投入");
    }

    // Nothing stands in front of it that it could be of: 投资300万元，建设……；投资200万元，完成……
    private bool BeginsPart(int index)
    {
        var before = figures.LeftStart(index) - 1;
        return before < figures.Start || run.Text[before] is '；' or ';' || (run.PreviousClause(index) is { IsEmpty: true } or "同时" && claims.Count == run.FirstOfSentence);
    }

    private string BuiltBehind(int index)
    {
        var end = index + 1 < figures.Count ? figures[index + 1].From : figures.End;
        var behind = run.Text.AsSpan(figures[index].To, end - figures[index].To);
        if (behind.Length < 3 || behind[0] is not ('，' or ',') || ClaimWords.Shared.Verb.AtStart(behind[1..]) < 2)
            return "";
        var stop = behind[1..].IndexOfAny(Marks.ClauseEnds);
        var works = LeftWords.Read(stop < 0 ? behind[1..] : behind[1..(stop + 1)]);
        // 投入740万元，新建9座垃圾转运站
        if (stop < 0 && index + 1 < figures.Count && works.Noun.Length == 0)
            works = RightWords.Read(figures.Right(index + 1), out _);
        return works.Noun.Length is > 3 and <= 24 ? works.Noun : "";
    }

    // 老旧小区改造，满意95票，基本满意27票: how what stands in front was rated.
    public Phrase Graded(int index, ReadOnlySpan<char> left)
    {
        var grade = left.Trim(" 　，,");
        if (grade.IsEmpty || ClaimWords.Shared.Grades.AtStart(grade) != grade.Length)
            return Phrase.Empty;
        if (claims.Count > run.FirstOfSentence && claims[^1].Unit == run.Unit.Name && ClaimWords.Shared.Grades.AtEnd(phrases[^1].Noun) is var last and > 0 && last < phrases[^1].Noun.Length && run.IsSameBreath(index))
            return new Phrase(string.Concat(phrases[^1].Noun.AsSpan(0, phrases[^1].Noun.Length - last), grade), "");
        var clause = run.PreviousClause(index);
        return clause.Length is < 3 or > 24 || clause.IndexOfAnyInRange('0', '9') >= 0 ? Phrase.Empty : new Phrase(string.Concat(Phrases.Tidy(clause), grade), "");
    }

    // 优秀居住区(满分100分)，共412个: what the bracket in front explains.
    public Phrase OfExplained(int index, ReadOnlySpan<char> left)
    {
        var close = figures.LeftStart(index) - 2;
        if (index == 0 || left.Trim(' ') is not ("共" or "共计" or "共有" or "有" or "计") || close <= figures.Start || !Marks.Closes(run.Text[close]) || figures[index - 1].To > close)
            return Phrase.Empty;
        var open = run.Text.AsSpan(figures.Start, close - figures.Start).LastIndexOfAny('(', '（');
        if (open < 2 || figures.Start + open > figures[index - 1].From)
            return Phrase.Empty;
        var thing = run.Text.AsSpan(figures.Start, open);
        thing = thing[(thing.LastIndexOfAny(Marks.ClauseEnds) + 1)..];
        return thing.IndexOfAnyInRange('0', '9') >= 0 ? Phrase.Empty : LeftWords.Read(thing);
    }

    // 投诉类工单：1136件；咨询类：482件: the label right in front names it.
    public Phrase OfLabel(int index)
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
    public Phrase OfOthers(ReadOnlySpan<char> left, int whole)
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
        // 水利工程191件，其中：…，其它20件
        if (rest.Length == 0 && whole >= run.FirstOfBlock && run.Unit.Name is not "件" || rest.Length == 0 && whole >= run.FirstOfBlock && (phrases[whole - run.FirstOfBlock].Noun.EndsWith("工程", StringComparison.Ordinal) || phrases[whole - run.FirstOfBlock].Noun.EndsWith("项目", StringComparison.Ordinal)))
            return new Phrase(words.ToString() + phrases[whole - run.FirstOfBlock].Noun, phrases[whole - run.FirstOfBlock].Verb);
        if (rest.Length == 0 && before.Contains('类', StringComparison.Ordinal))
            return new Phrase(words[..length].ToString() + PartNames.BehindKinds(whole >= run.FirstOfBlock ? phrases[whole - run.FirstOfBlock].Noun : before), "");
        // 咨询560件、其他21件: one more of the kinds, and none of those right in front.
        if (rest.Length == 0 && words[0] == '其' && words[1] != '余' && phrases[last - run.FirstOfBlock].Verb.Length == 0 && last == claims.Count - 1 && run.At > 0 && run.Text.AsSpan(figures[run.At - 1].To, figures[run.At].From - figures[run.At - 1].To).TrimEnd(" 其他它") is "、" or "，" or ",")
            return new Phrase(words.ToString() + (ClaimWords.Shared.RequestKinds.AtStart(before) is var kind && kind > 0 && kind == before.Length ? "诉求" : ""), "");
        return rest.Length >= 2 && ClaimWords.Shared.Verb.AtStart(rest) == rest.Length && run.Unit.Kind == UnitKind.Money ? new Phrase(words.ToString(), "") : Phrase.Empty;
    }

    // 4个项目未开工，涉及年度计划投资2.9亿元; 问题6项，涉及金额237万元: of what was told right before.
    public Phrase Involved(ReadOnlySpan<char> left)
    {
        var words = left.Trim(" 　");
        if (!words.StartsWith("涉及", StringComparison.Ordinal))
            return Phrase.Empty;
        var noun = Phrases.Tidy(Phrases.TrimLink(words[2..]));
        // ▲欠薪　涉及务工人员76人: of what the paragraph is about.
        if (claims.Count == run.FirstOfBlock)
            return noun.Length > 1 && run.PreviousClause(run.At).IsEmpty && (run.Topic.Length > 0 ? run.Topic : run.Matter) is { Length: > 1 } matter ? new Phrase(matter + "涉及" + noun, "") : Phrase.Empty;
        if (claims.Count == run.FirstOfSentence || claims[^1].Measure != Measure.Amount)
            return Phrase.Empty;
        if (noun.Length == 0)
            return run.Unit.Kind == UnitKind.Money ? new Phrase(phrases[^1].Indicator + "金额", "") : Phrase.Empty;
        return ClaimWords.Shared.Generic.AtEnd(noun) is var generic && generic > 0 && (generic == noun.Length || noun.StartsWith("年度", StringComparison.Ordinal))
            ? new Phrase(phrases[^1].Indicator + (noun.Length <= 2 ? "涉及" : "") + noun, "")
            : Phrase.Empty;
    }

    // 这3项预计11月底前完成: of the list that the block began with, however much was told in between.
    public Phrase OfThese(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Trim(" 　，,") is not ("这" or "上述" or "以上") || run.Unit.Name is not ("项" or "件"))
            return Phrase.Empty;
        for (var i = claims.Count - 1; i >= run.FirstOfBlock; i--)
        {
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && phrases[i - run.FirstOfBlock].Noun.Length > 1)
            {
                var told = RightWords.Read(right, out var hasPredicate);
                return told.Noun.Length > 0 ? Phrase.Empty : new Phrase(phrases[i - run.FirstOfBlock].Noun, hasPredicate ? told.Verb : "");
            }
        }

        return Phrase.Empty;
    }
}
