using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>
/// Percentages told with 分别 of things named at them or before them: 各县完成投资均超过序时进度，分别为：云栖82%、望潮71%;
/// 工业、交通等2个行业完成计划比例…，分别是81%、77%; 道路改造和绿化进展顺利，分别完成计划的58%、72%.
/// </summary>
internal sealed class ProgressLists(SentenceRun run, ClaimWriter writer)
{
    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create("，,；;：:");

    // 较好, 不够理想, 滞后: how a clause ends that says how all it names are getting on.
    private static readonly System.Buffers.SearchValues<char> States = System.Buffers.SearchValues.Create("好快慢高低大小想利后");

    private static readonly System.Buffers.SearchValues<char> Counts = System.Buffers.SearchValues.Create("两三四五六七八九十");

    private const int LongestName = 8;
    private const int LongestLink = 4;

    private readonly List<Claim> claims = run.Claims;
    private readonly SentenceFigures figures = run.Figures;

    // The number that was read last as a member of a list, and what is said of each of its members.
    private int last = -1;
    private string each = "";

    // Where the sentence begins whose members are shares by what leads to them.
    private int sharesFrom = -1;

    /// <summary>云栖82%、望潮71%: each number has its name in front; what it measures was told before 分别.</summary>
    public bool ReadNamed(int index, ReadOnlySpan<char> name)
    {
        if (figures[index].Unit != Unit.Percent || name.IsEmpty || name.Length > LongestName || name[^1] is '率' or '比' or '度' or '例' or '重')
            return false;
        if (!(last == claims.Count - 1 && claims.Count > run.FirstOfSentence && index > 0 && run.Text[figures[index - 1].To] is '、' or '，' or ',') && !Opens(index, name))
            return false;
        last = claims.Count;
        writer.Add(index, new Phrase(string.Concat(Phrases.Tidy(name), each), ""), Measure.OfPlan, of: -1, partOf: -1);
        return true;
    }

    private bool Opens(int index, ReadOnlySpan<char> name)
    {
        // Asked of every percentage of a list, so the word is looked for only where it may stand.
        var before = figures.Before(index);
        var near = Math.Max(0, before.Length - (2 + LongestLink + name.Length));
        if (before[near..].LastIndexOf("分别", StringComparison.Ordinal) is not (>= 0 and var found) || near + found < 4)
            return false;
        var clause = before[..(near + found)].TrimEnd(" ，,");
        clause = clause[(clause.LastIndexOfAny(ClauseMarks) + 1)..];
        if (ClaimWords.Shared.OfPlan.AtEnd(clause) == 0 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return false;
        each = LeftWords.Read(WithoutEach(clause[..Predicate(clause)])).Indicator;
        // 完成改厕4.9万户。各县区完成率分别为：…: of what was counted last.
        if (ClaimWords.Shared.OfPlan.AtStart(each) == each.Length)
            each = LastCounted();
        return true;
    }

    private string LastCounted()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i] is { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 })
                return claims[i].Indicator;
        }

        return "";
    }

    /// <summary>As many names in front as numbers behind 分别: named with their count, or in a clause without a number.</summary>
    /// <param name="noun">What stands between the names and the numbers: A、B进展较好，开工率分别为….</param>
    public bool ReadInOrder(int first, int behind, Measure measure, int sign, ReadOnlySpan<char> noun)
    {
        var (count, start) = (behind - first, Math.Max(figures.Start, figures.LeftStart(first)));
        if (figures[first].Unit.Kind is not (UnitKind.Percent or UnitKind.Points) || !Joints.TellsOrder(run.Text.AsSpan(start, figures[first].From - start)))
            return false;
        Span<Range> parts = stackalloc Range[12];
        var counted = first > 0 && figures[first - 1].Unit.Counts && figures[first - 1].Value == count && claims.Count > run.FirstOfSentence;
        var source = counted ? Counted(first - 1, ref measure, out var tail) : Named(run.PreviousClause(first), measure, noun, out tail);
        if (source.IsEmpty || Nouns.SplitList(source, parts, commas: counted) != count)
            return false;
        for (var i = first; i < behind; i++)
        {
            var name = string.Concat(Phrases.Tidy(Phrases.TrimLead(source[parts[i - first]])), tail);
            writer.Add(i, new Phrase(measure == Measure.Share ? PhraseCompletion.Joined(name, "占比") : name, ""), measure, of: -1, partOf: -1, sign);
        }

        return true;
    }

    /// <summary>约占46.7%, and what a list is led to by 占不合格样品总量为：农药残留42.98%，微生物污染14.67%: a share though its own words do not say so.</summary>
    public bool IsListedShare(int index, ReadOnlySpan<char> noun)
    {
        if (figures[index].Unit != Unit.Percent)
            return false;
        if (run.Text.AsSpan(figures[index].From, figures[index].Start - figures[index].From).IndexOf('占') >= 0)
            return true;
        if (noun.Length < 2 || noun[^1] == '率' || !(claims.Count == run.FirstOfSentence ? LeadsShares(index) : claims[^1].Measure == Measure.Share && sharesFrom == figures.Start))
            return false;
        sharesFrom = figures.Start;
        return true;
    }

    private bool LeadsShares(int first)
    {
        var at = figures.LeftStart(first) - 1;
        if (at <= figures.Start || run.Text[at] is not (':' or '：'))
            return false;
        var head = run.PreviousClause(first).TrimEnd("是为有分别");
        return head.Length > 3 && (head.EndsWith("占比", StringComparison.Ordinal) || head.EndsWith("比例", StringComparison.Ordinal) || head.EndsWith("比重", StringComparison.Ordinal) || (head.IndexOf('占') >= 0 && head[^1] is '量' or '数'));
    }

    // 工业、交通等2个行业完成计划比例
    private ReadOnlySpan<char> Counted(int index, ref Measure measure, out ReadOnlySpan<char> tail)
    {
        var source = figures.Left(index).TrimEnd(" 等");
        tail = run.Text.AsSpan(figures[index].To, figures.LeftStart(index + 1) - figures[index].To).TrimEnd(" ，,");
        if (ClaimWords.Shared.OfPlan.Contains(tail) && measure == Measure.Rate)
            measure = Measure.OfPlan;
        tail = BehindKind(tail[..Predicate(tail)]);
        tail = tail[..^ClaimWords.Shared.Most.AtEnd(tail)];
        return measure == Measure.Change ? default : source[(source.LastIndexOfAny(ClauseMarks) + 1)..];
    }

    // 道路改造和绿化进展顺利; 嘉水镇、西湖竣工率较高: the names, without what is told of all of them.
    private static ReadOnlySpan<char> Named(ReadOnlySpan<char> clause, Measure measure, ReadOnlySpan<char> noun, out ReadOnlySpan<char> tail)
    {
        tail = noun;
        var source = WithoutState(clause[..^ClaimWords.Shared.Predicate.AtEnd(clause)]);
        if (measure == Measure.Share)
        {
            tail = default;
            return clause.IndexOfAnyInRange('0', '9') >= 0 ? default : WithoutCount(clause[..^ClaimWords.Shared.Most.AtEnd(clause)]);
        }

        if (source.IsEmpty || clause.IndexOfAnyInRange('0', '9') >= 0 || (source.Length == clause.Length && measure != Measure.OfPlan) || source[^1] is '幅' or '速')
            return default;
        if (measure != Measure.Rate || !noun.IsEmpty)
            return source;
        var rate = ClaimWords.Shared.StepRates.AtEnd(source);
        tail = source[^rate..];
        return rate == 0 ? default : source[..^rate];
    }

    // 分出率、减量率、达标率三项指标: how many they are names none of them.
    private static ReadOnlySpan<char> WithoutCount(ReadOnlySpan<char> clause)
    {
        var member = clause[(clause.LastIndexOfAny('、', '和', '及') + 1)..];
        var count = member.IndexOfAny(Counts);
        var words = count < 2 || count + 2 > member.Length || member[count + 1] is not ('类' or '项' or '个' or '种' or '方' or '大') ? clause : clause[..^(member.Length - count)];
        return words.TrimEnd('等');
    }

    private static ReadOnlySpan<char> WithoutState(ReadOnlySpan<char> clause)
    {
        if (clause.Length < 5 || !States.Contains(clause[^1]))
            return clause;
        var member = clause[(clause.LastIndexOfAny('、', '和', '及') + 1)..];
        var at = member.IndexOf("进展", StringComparison.Ordinal);
        at = at < 0 ? member.LastIndexOfAny('较', '最') : at;
        return at < 2 ? clause : clause[..^(member.Length - at)];
    }

    // 完成投资|均超过序时进度: where what is told of all of them begins.
    private static int Predicate(ReadOnlySpan<char> clause)
    {
        var at = clause.IndexOfAny('均', '都', '超');
        return at > 0 ? at : clause.Length;
    }

    // 各县（市、区）在建项目 → 在建项目
    private static ReadOnlySpan<char> WithoutEach(ReadOnlySpan<char> words)
    {
        words = Phrases.TrimLead(words);
        if (words.Length < 4 || words[0] != '各')
            return words;
        if (words.IndexOfAny('(', '（') is > 0 and < 6 && words.IndexOfAny(')', '）') is > 0 and var close)
            return words[(close + 1)..];
        return words[(1 + ClaimWords.Shared.Limited.AtStart(words[1..]))..];
    }

    // 行业|完成年度投资计划比例
    private static ReadOnlySpan<char> BehindKind(ReadOnlySpan<char> words)
    {
        for (var at = 1; at < Math.Min(words.Length - 1, 6); at++)
        {
            if (ClaimWords.Shared.Verb.AtStart(words[at..]) > 1)
                return words[at..];
        }

        return words;
    }
}
