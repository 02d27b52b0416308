using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using static Luoshi.Reading.Claims.Sentences.Joints;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>The figures of one sentence and the words that belong to each of them, left and right.</summary>
internal sealed class SentenceFigures(string text)
{
    private const int FarthestLeft = 120;
    private const int FarthestBefore = 200;

    private static readonly Trimmer Brackets = new(" 　()（）");

    private readonly QuotedTasks tasks = new(text);

    // A figure is a large structure: it is read where it stands, not copied out of a list each time.
    private Figure[] figures = new Figure[16];

    // For each figure, where the words that belong to it begin and end.
    private (int LeftStart, int RightEnd, bool JoinsPrevious)[] places = new (int, int, bool)[16];

    // And which rules may apply to them.
    private (Sign Left, Sign Right)[] signs = new (Sign, Sign)[16];

    // Asked several times for every figure. The first one shares its clause with none.
    private bool[] sharesClause = new bool[16];

    public int Count { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>One of the numbers is a percentage or multiple.</summary>
    public bool HasRatios { get; private set; }

    public ref readonly Figure this[int index] => ref figures[index];

    public void Load(List<Figure> all, int from, int to, int start, int end)
    {
        (Count, Start, End) = (to - from, start, end);
        tasks.BeginSentence(start, end);
        if (Count > figures.Length)
            (figures, places, signs, sharesClause) = (new Figure[Count * 2], new (int, int, bool)[Count * 2], new (Sign, Sign)[Count * 2], new bool[Count * 2]);
        all.CopyTo(from, figures, 0, Count);
        for (var i = 0; i < Count; i++)
            places[i] = tasks.Holds(this[i].From, this[i].To, out var open, out var close) ? (Math.Max(open, LeftLimit(i)), Math.Min(close, RightLimit(i)), false) : (LeftLimit(i), RightLimit(i), false);
        for (var i = 1; i < Count; i++)
        {
            sharesClause[i] = !HasClauseMark(Between(this[i - 1].To, this[i].From));
            ShareBetween(i - 1, i);
        }

        HasRatios = false;
        for (var i = 0; i < Count; i++)
        {
            HasRatios |= this[i].Unit.IsRatio;
            signs[i] = (Signs.Of(Left(i)), Signs.Of(Right(i)));
        }
    }

    public ReadOnlySpan<char> Left(int index) => Between(places[index].LeftStart, this[index].From);

    public ReadOnlySpan<char> Right(int index) => Between(this[index].To, places[index].RightEnd);

    public Sign LeftSigns(int index) => signs[index].Left;

    public Sign RightSigns(int index) => signs[index].Right;

    public int LeftStart(int index) => places[index].LeftStart;

    /// <summary>Only 、, 和 or nothing stands between this number and the one before: they share their words.</summary>
    public bool JoinsPrevious(int index) => places[index].JoinsPrevious;

    /// <summary>No clause mark stands between this number and the one before.</summary>
    public bool SharesClause(int index) => sharesClause[index];

    private static bool HasClauseMark(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (Marks.IsClauseMark(c))
                return true;
        }

        return false;
    }

    /// <summary>The sentence in front of a number, cut to what a reader would still have in mind.</summary>
    public ReadOnlySpan<char> Before(int index) => Between(Math.Max(Start, this[index].From - FarthestBefore), this[index].From);

    private ReadOnlySpan<char> Between(int from, int to) => to > from ? text.AsSpan(from, to - from) : default;

    /// <summary>The number stands inside the quoted name of a task.</summary>
    public bool InQuotedTask(int index) => tasks.Holds(this[index].From, this[index].To, out _, out _);

    // 排查35万处安全隐患 关闭企业282家: in headlines a blank parts the clauses.
    private bool IsBreak(int at) =>
        text[at] == ' ' && at > Start && at + 2 < End && text[at - 1] >= '一' && text[at + 1] >= '一' && ClaimWords.Shared.Verb.AtStart(text.AsSpan(at + 1, End - at - 1)) >= 2;

    private int LeftLimit(int index)
    {
        var from = this[index].From;
        var least = Math.Max(index > 0 ? this[index - 1].To : Start, from - FarthestLeft);
        var (depth, closed) = (0, least);
        for (var at = from - 1; at >= least; at--)
        {
            var c = text[at];
            if (Marks.IsIdeograph(c))
                continue;
            // (3)8个项目: the number of an item in the middle of a paragraph.
            if (depth == 0 && Marks.Closes(c) && at >= least + 2 && char.IsAsciiDigit(text[at - 1]) && Marks.Opens(text[at - 2]))
                return at + 1;
            if (Marks.Closes(c))
                closed = depth++ == 0 ? at + 1 : closed;
            else if (Marks.Opens(c) && --depth < 0)
            {
                // A区(27件): a bracket that holds nothing but the number is named by the words in front of it.
                // Or for its sum: 水电气暖(共1088件，以停水停电为主).
                var sum = text[at + 1] is '共' or '计' && from - at is 2 or 3 && (from - at == 2 || text[at + 2] is '计' or '有');
                if (!sum && (at != from - 1 || this[index].To >= text.Length || !Marks.Closes(text[this[index].To])))
                    return at + 1;
                depth = 0;
            }
            else if (depth == 0 && (Marks.IsClauseMark(c) || IsBreak(at)))
                return at + 1;
        }

        // A bracket that another number stands in ends in front of this one's words.
        return depth > 0 ? closed : least;
    }

    private int RightLimit(int index)
    {
        var to = this[index].To;
        var most = index + 1 < Count ? this[index + 1].From : End;
        most = Math.Min(most, to + FarthestLeft);
        var (depth, open) = (0, most);
        for (var at = to; at < most; at++)
        {
            var c = text[at];
            if (Marks.IsIdeograph(c))
                continue;
            if (Marks.Opens(c))
                open = depth++ == 0 ? at : open;
            else if (Marks.Closes(c) && --depth < 0)
                return at;
            else if (depth == 0 && (Marks.IsClauseMark(c) || IsBreak(at)) && !(c == '、' && IsScope(to, at)))
                return at;
        }

        // A bracket that another number stands in belongs to that one.
        return depth > 0 ? open : most;
    }

    // 11家全国、省、市最美驿站: the mark parts nothing.
    private bool IsScope(int from, int at)
    {
        var words = Between(from, at);
        words = words[(words.LastIndexOf('、') + 1)..];
        return words.Length is > 0 and <= 3 && ClaimWords.Shared.Scopes.AtStart(words) == words.Length;
    }

    // Words between two numbers of one clause belong to the left one (6个小区改造、12条道路), the right one (就业3人、创业4人) or are shared.
    private void ShareBetween(int a, int b)
    {
        var (from, to) = (this[a].To, this[b].From);
        var between = Between(from, to);
        var words = Brackets.Both(between);
        if (IsOnlyJoint(words, this[a].Unit.IsRatio) && this[b].From - this[a].To < 6 && !OpensRemark(b, between) && !EndsItsOwn(a, b, words))
        {
            places[a] = places[a] with { RightEnd = from };
            places[b] = (to, places[b].RightEnd, JoinsPrevious: true);
            return;
        }

        if (words.IsEmpty || places[b].LeftStart > from || places[a].RightEnd < to)
            return;
        var start = from + (between.Length - Brackets.Start(between).Length);
        if (Marks.IsListMark(words[0]))
        {
            places[a] = places[a] with { RightEnd = from };
            places[b] = places[b] with { LeftStart = start + 1 };
            return;
        }

        if (Marks.IsListMark(words[^1]))
        {
            places[a] = places[a] with { RightEnd = start + words.Length - 1 };
            places[b] = places[b] with { LeftStart = to };
            return;
        }

        if (BehindBracket(between) is var behind && behind > 0)
        {
            (places[a], places[b]) = (places[a] with { RightEnd = from }, places[b] with { LeftStart = from + behind });
            return;
        }

        var comma = OpenComma(words);
        if (comma > 0 && words[0] != '的')
        {
            places[a] = places[a] with { RightEnd = start + comma };
            places[b] = places[b] with { LeftStart = start + comma + 1 };
            return;
        }

        Share(a, b, start, words);
    }

    /// <summary>15亿元销售目标的|54%: the number in front is the plan of the percentage.</summary>
    public bool NamesPlanOfNext(int index)
    {
        if (index + 1 >= Count || this[index + 1].Unit != Unit.Percent || this[index + 1].From - this[index].To is < 3 or > 14)
            return false;
        var between = text.AsSpan(this[index].To, this[index + 1].From - this[index].To);
        return between[^1] == '的' && between.IndexOfAny(Marks.ClauseEnds) < 0 && ClaimWords.Shared.PlanBases.AtEnd(between[..^1]) > 0;
    }

    private void Share(int a, int b, int start, ReadOnlySpan<char> words)
    {
        var lexicon = ClaimWords.Shared;
        if (words[0] == '的')
        {
            places[b] = places[b] with { LeftStart = start + 1 };
            return;
        }

        // 债券资金4.2亿元中|已支出3.9亿元
        if (words.Length > 1 && words[0] == '中' && words[1] == '已' && this[a].Unit == this[b].Unit)
        {
            (places[a], places[b]) = (places[a] with { RightEnd = start }, places[b] with { LeftStart = start + 1 });
            return;
        }

        // 250场送戏进万村已送220场: what was to be done stands in front of 已, and all of 目前全省已办结 behind it.
        if (this[a].Unit == this[b].Unit && this[a].Unit.Counts && (lexicon.Done.AtStart(words) > 1 ? 0 : words.IndexOf('已')) is var done and (0 or > 2) && words[..done].IndexOfAny(Marks.ClauseEnds) < 0)
        {
            places[a] = places[a] with { RightEnd = start + done };
            places[b] = places[b] with { LeftStart = start + done };
            return;
        }

        var skipped = words.Length - Phrases.TrimLead(words).Length;
        if ((lexicon.Link.AtStart(words) is var link and > 0 && words[0] is not '“' && lexicon.Whole.AtStart(words) <= link) || (lexicon.Verb.AtStart(words[skipped..]) is var verb and > 0 && lexicon.States.AtStart(words) == 0 && lexicon.Nominal.AtStart(words[(skipped + verb)..]) == 0 && lexicon.Whole.AtStart(words[skipped..]) <= verb) || this[a].Unit.IsRatio)
        {
            places[a] = places[a] with { RightEnd = start };
            return;
        }

        // 9个区县|承担的|115个项目: who took on what the right number counts.
        if (words[^1] == '的' && this[a].Unit.Counts && this[b].Unit.Counts && lexicon.Bearing.FindLast(words[..^1], out var bears, out _) is > 1 and var bearing && bearing + bears == words.Length - 1)
        {
            (places[a], places[b]) = (places[a] with { RightEnd = start + bearing }, places[b] with { LeftStart = start + bearing });
            return;
        }

        // 15个项目|占总量的69%, 三个领域|合计占总量的69%
        if (this[b].Unit == Unit.Percent && this[a].Unit.Counts && words.IndexOf('占') is > 0 and var shares)
        {
            var together = shares > 2 && words[shares - 1] == '计' ? shares - 2 : shares;
            (places[a], places[b]) = (places[a] with { RightEnd = start + together }, places[b] with { LeftStart = start + together });
            return;
        }

        // 27个项目总投资5亿元: the noun is the left number's, what follows it the right number's.
        for (var at = 1; at < words.Length; at++)
        {
            // 43处闲置房产已盘活38处: the rest of the clause tells of the right number.
            if (at > 1 && words[at] == '已' && (this[a].Unit == this[b].Unit || lexicon.Verb.AtStart(words[(at + 1)..]) > 0))
            {
                places[a] = places[a] with { RightEnd = start + at };
                places[b] = places[b] with { LeftStart = start + at };
                return;
            }

            // 25个县|今年计划新建工程35处: when it was begins what is told of the right number.
            if (at > 1 && this[a].Unit.Counts && lexicon.Quarters.AtStart(words[at..]) is var time and > 0 && at + time < words.Length)
            {
                places[a] = places[a] with { RightEnd = start + at };
                places[b] = places[b] with { LeftStart = start + at };
                return;
            }

            // 4个检查组|向30家单位: to whom or of what it was done is said of the right number.
            if (at > 1 && words[at] is '向' or '对' && lexicon.Whole.AtStart(words[at..]) == 0 && words[at - 1] is not '面' and not '方' and not '针' and not '东' and not '西' and not '南' and not '北' and not '双' and not '单' and not '应' and not '定' and not '相' and not '投' and not '转')
            {
                places[a] = places[a] with { RightEnd = start + at };
                places[b] = places[b] with { LeftStart = start + at + 1 };
                return;
            }

            // 9230件办件中省长热线转办13件: what stands behind 中 is of the right number.
            if (at > 1 && at + 2 < words.Length && words[at] == '中' && this[a].Unit.Counts && words[at - 1] is '件' or '题' or '目' or '单' or '业' or '户' or '求' or '项')
            {
                places[a] = places[a] with { RightEnd = start + at };
                places[b] = places[b] with { LeftStart = start + at + 1 };
                return;
            }

            // 413亿元产值及|新增6300个: the verb at the end is of the right number.
            if (at > 1 && words[at] is '及' or '并' && at + 1 < words.Length && lexicon.Verb.AtStart(words[(at + 1)..]) == words.Length - at - 1 && words.Length - at > 2)
            {
                (places[a], places[b]) = (places[a] with { RightEnd = start + at }, places[b] with { LeftStart = start + at + 1 });
                return;
            }

            // 40个新开工项目已有17个: one character is no noun, and the verb of a name is no predicate; nor are graduates counted that only begin a name (高校毕业生基层岗位补贴).
            var generic = words[at] == '均' && words[at - 1] == '平' ? 0 : lexicon.Generic.AtStart(words[at..]);
            if (at < 2 || ((generic == 0 || (words[at + generic - 1] == '生' && at + generic < words.Length)) && !(lexicon.Predicate.AtStart(words[at..]) is var told and > 1 && !Phrases.IsNominal(words[(at + told)..])) && !StartsAct(words, at)))
                continue;
            places[a] = places[a] with { RightEnd = start + at };
            places[b] = places[b] with { LeftStart = start + at };
            return;
        }
    }

    // 幼儿园173所（81所民办）: a number that shares its bracket with words has those for its own; 6万吨（1.2亿斤） says the same again.
    private bool OpensRemark(int b, ReadOnlySpan<char> between) =>
        !between.IsEmpty && Marks.Opens(between[^1]) && this[b].To < text.Length && !Marks.Closes(text[this[b].To]);

    // 干渠总长21公里、2条支渠总长4公里: a length with its name in front, and a count with its thing behind.
    private bool EndsItsOwn(int a, int b, ReadOnlySpan<char> joint) => joint is "、" && this[a].Unit.Counts && this[b].Unit.Kind is UnitKind.Volume or UnitKind.Mass or UnitKind.Power && this[b].To + 1 < text.Length && Marks.IsIdeograph(text[this[b].To]) && LeftWords.Read(Left(a)).Noun.Length > 1 || joint is "、" && this[b].Unit.Counts && this[a].Unit.Kind is UnitKind.Length or UnitKind.Area && this[b].To + 1 < text.Length && Marks.IsIdeograph(text[this[b].To]) && ClaimWords.Shared.Generic.AtEnd(Left(a)) > 0;
}
