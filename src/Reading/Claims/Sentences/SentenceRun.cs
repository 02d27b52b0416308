using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Where reading stands: the block, the sentence, the numbers at hand and every claim made so far. The readers of a sentence share it.</summary>
internal sealed class SentenceRun(CleanText clean, Outline outline, List<Claim> claims)
{
    /// <summary>A sentence rarely sets a result against a plan more numbers away than this.</summary>
    public const int FarthestBack = 12;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create("，,；;：:");

    // Every number of an answer asks what was promised.
    private const int FarthestPromise = 128;

    private Stance blockStanding;
    private List<Turn> turns = [];
    private Stance? turned;
    private bool promised;
    private bool inHead;
    private int promiseEnd;
    private string? channel;

    public CleanText Clean => clean;

    public string Text { get; } = clean.Text;

    public Outline Outline => outline;

    public List<Claim> Claims => claims;

    /// <summary>What each claim of the block counts, noun and verb apart: <c>Claims[FirstOfBlock + i]</c> belongs to <c>BlockPhrases[i]</c>.</summary>
    public List<Phrase> BlockPhrases { get; } = [];

    /// <summary>The claims that say how many works a plan has.</summary>
    public List<int> PlannedSizes { get; } = [];

    public SentenceFigures Figures { get; } = new(clean.Text);

    public int Block { get; private set; }

    public int FirstOfBlock { get; private set; }

    public bool IsHeadline => outline.Blocks[Block].Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Front;

    public int FirstOfSentence { get; private set; }

    /// <summary>What the block speaks of by its heading or its first words; empty when it names nothing.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>农村电网改造。…: what the first, short sentence of the block says it is about; empty when it has none.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Plan or result, as far as the block itself tells.</summary>
    public Stance Standing => InPromise ? Stance.Planned : turned ?? blockStanding;

    /// <summary>The sentence repeats the promise whose result the block goes on to tell.</summary>
    public bool InPromise => inHead || promised;

    /// <summary>The sentence tells what came of the promise in front of it, as a label says.</summary>
    public bool Answers { get; private set; }

    /// <summary>The number being read, and its unit.</summary>
    public int At { get; private set; }

    public Unit Unit { get; private set; } = Unit.Empty;

    public void BeginBlock(int block, string topic, string matter, Stance standing, int promiseUntil, List<Turn> blockTurns)
    {
        (Block, Topic, Matter, blockStanding, promiseEnd, FirstOfBlock, turns) = (block, topic, matter, standing, promiseUntil, claims.Count, blockTurns);
        BlockPhrases.Clear();
    }

    /// <summary>Where the sentence first says 其中; in front of it no number is part of another.</summary>
    public int FirstPart { get; private set; }

    public void BeginSentence(int start)
    {
        (FirstOfSentence, inHead, turned, LimitOf) = (claims.Count, start < promiseEnd, null, "");
        (Answers, promised) = (false, false);
        if (Turns.At(turns, start) is >= 0 and var turn)
        {
            Answers = turn > 0 && turns[turn - 1].IsPromise && turns[turn].Stance == Stance.Done;
            (turned, promised) = (turns[turn].Stance, turns[turn].IsPromise);
        }

        var part = Text.AsSpan(Figures.Start, Figures.End - Figures.Start).IndexOf("其中", StringComparison.Ordinal);
        FirstPart = part < 0 ? int.MaxValue : Figures.Start + part;
        SplitsFirst = Figures.Count > 1 && Figures[0].Unit.Counts && IsAmong(Figures.Right(0), Figures[0].To);
    }

    /// <summary>1341件信访件中，来电885件、来信456件: the first number of the sentence is the whole of the others.</summary>
    public bool SplitsFirst { get; private set; }

    private bool IsAmong(ReadOnlySpan<char> right, int from) =>
        right.Length > 2 && right[^1] == '中' && right[^2] is not ('其' or '当') && Text[from + right.Length] is '，' or ',';

    /// <summary>完成率达到100%的|51个: what picks out the things the next number counts; empty when nothing does.</summary>
    public string Limit { get; set; } = "";

    /// <summary>承办单位中，满意率100%的有|14家: of what those are that the sentence picks out; empty when it does not say.</summary>
    public string LimitOf { get; set; } = "";

    /// <summary>省12345热线共受理诉求…。市12345热线共受理诉求…: the ways by which requests come in are told apart where a text names several.</summary>
    public bool IsAnotherChannel(string by)
    {
        if (ClaimWords.Shared.Channels.AtEnd(by) == 0)
            return false;
        channel ??= by;
        return (!channel.EndsWith(by, StringComparison.Ordinal) && !by.EndsWith(channel, StringComparison.Ordinal)) || (by[0] is '省' or '市' or '县' or '区' && by.Length > 2 && !char.IsLetter(by[1]));
    }

    /// <summary>The first claim of the paragraph that its answers are still set against.</summary>
    public int FirstPromise => Math.Max(FirstOfBlock, FirstOfSentence - FarthestPromise);

    /// <summary>目标：新建公厕20座、失业率4%以内。实际：18座、3.2%: what the paragraph promised in the unit at hand, when nothing else has it; or -1.</summary>
    public int PromisedIn(Measure measure, string unit)
    {
        var found = -1;
        for (var i = FirstPromise; i < FirstOfSentence; i++)
        {
            if (Claims[i].Stance != Stance.Planned || Claims[i].Measure != measure || Claims[i].Unit != unit)
                continue;
            if (found >= 0)
                return -1;
            found = i;
        }

        return found;
    }

    /// <summary>分渠道看，…: the first number in the unit at hand of the paragraph in front, which this one takes apart; or -1.</summary>
    public int LastOfAbove()
    {
        var start = Outline.Blocks[Block].BodyStart;
        if (FirstOfBlock == 0 || start + 6 > Text.Length || Text[start] != '分' || Text.AsSpan(start, 6).IndexOf('看') is not (> 1 and < 6))
            return -1;
        var found = -1;
        for (var i = FirstOfBlock - 1; i >= 0 && Claims[i].Block == Claims[FirstOfBlock - 1].Block; i--)
        {
            if (Claims[i].Measure == Measure.Amount && Claims[i].PartOf < 0 && Claims[i].Unit == Unit.Name)
                found = i;
        }

        return found;
    }

    public void MoveTo(int index) => (At, Unit) = (index, Figures[index].Unit);

    /// <summary>The clause in front of the one a number stands in, without its leading adverbs; empty when there is none or the number before reaches into it.</summary>
    public ReadOnlySpan<char> PreviousClause(int index)
    {
        var end = Figures.LeftStart(index) - 1;
        if (end <= Figures.Start || (index > 0 && Figures[index - 1].To > end))
            return default;
        var clause = Text.AsSpan(Figures.Start, end - Figures.Start);
        return Phrases.TrimLead(clause[(clause.LastIndexOfAny(ClauseMarks) + 1)..]);
    }

    /// <summary>从6家增长到131家: the number is the second end of a way, and speaks of what the first does.</summary>
    public bool IsSecondEnd(int index, ReadOnlySpan<char> left)
    {
        if (index == 0 || Claims.Count == FirstOfSentence || !(Figures.SharesClause(index) || IsNewLevel(index, left)))
            return false;
        // 由81%提高 / 到88%: a line ended there.
        var words = (left.Contains('\n') ? left.ToString().Replace("\n", "", StringComparison.Ordinal) : left).Trim(' ');
        if (words.Length > 6 && words[^1] == '的')
            words = BeforeTime(words[..^1]);
        if (words.StartsWith("分别", StringComparison.Ordinal))
            words = words[2..];
        if (Claims[^1].Unit == Figures[index].Unit.Name)
            words = words[..^ClaimWords.Shared.PerHead.AtEnd(words)];
        return words.Length is > 0 and <= 8 && words[^1] is '到' or '至' or '为' && ClaimWords.Shared.Link.AtEnd(words) == words.Length;
    }

    // 由每人每月310元，提高到350元: the comma parts nothing.
    private bool IsNewLevel(int index, ReadOnlySpan<char> left)
    {
        var words = left.Trim(" ，,");
        words = words[..^ClaimWords.Shared.PerHead.AtEnd(words)];
        if (words.Length is not 3 || words[^1] is not ('到' or '至' or '为') || words[0] is not ('调' or '提' or '上' or '下' or '增' or '降') || ClaimWords.Shared.Link.AtEnd(words) != 3 || Claims[^1].Unit != Figures[index].Unit.Name)
            return false;
        var before = Figures.Before(index);
        var stop = before.LastIndexOfAny("；;。");
        return before[(stop + 1)..].LastIndexOfAny('由', '从') >= 0;
    }

    // 从2015年底的14.6%降至2022年底的2.8%: when it was stands in between.
    private static ReadOnlySpan<char> BeforeTime(ReadOnlySpan<char> words)
    {
        var end = words.TrimEnd("底末初");
        if (end.Length < 3 || end[^1] is not ('年' or '月'))
            return words;
        var at = end.Length - 1;
        while (at > 0 && (char.IsAsciiDigit(end[at - 1]) || end[at - 1] == '年'))
            at--;
        return end[..at];
    }

    /// <summary>43处闲置房产已盘活38处: no mark parts the number from the one before, which has its unit.</summary>
    public bool ContinuesLast() =>
        At > 0 && SameUnitOfLast() && Figures.SharesClause(At) && Text.AsSpan(Figures[At - 1].To, Figures[At].From - Figures[At - 1].To).IndexOf('、') < 0;

    /// <summary>Only a comma parts the number from the one before.</summary>
    public bool IsSameBreath(int index) =>
        index > 0 && Text.AsSpan(Figures[index - 1].To, Figures[index].From - Figures[index - 1].To).IndexOfAny("；;。：:") < 0;

    /// <summary>Neither a full stop nor a semicolon parts the number from the claim.</summary>
    public bool IsSameBreathAs(int claim) =>
        Text.AsSpan(Claims[claim].Clean.End, Math.Max(0, Figures[At].From - Claims[claim].Clean.End)).IndexOfAny("；;。") < 0;

    /// <summary>The words in front of the number begin by saying that it was done: 已开工10个.</summary>
    public bool TellsMore(int index) => ClaimWords.Shared.ResultStarts.AtStart(Figures.Left(index).TrimStart(" ，,")) > 0;

    /// <summary>较上年增加27件: tells how far apart two numbers are, and is no level itself.</summary>
    public static bool IsDifference(Claim claim) => claim.Stage is { } stage && IsDifference(stage);

    /// <summary>减少贫困人口7.5万人 names what went; only right at the number the verb tells a difference.</summary>
    public bool TellsDifference(Claim claim) =>
        IsDifference(claim) && claim.Stage is { } stage && Text.AsSpan(0, claim.Clean.Start).TrimEnd("了约近 ").EndsWith(stage, StringComparison.Ordinal);

    public static bool IsDifference(string verb) => verb.Length > 0 && ClaimWords.Shared.Differences.AtStart(verb) == verb.Length;

    /// <summary>日均1016件, 每千人6.8批次: nothing that another number is a part of.</summary>
    public bool IsAverage(int claim) =>
        BlockPhrases[claim - FirstOfBlock].Noun is var noun && (ClaimWords.Shared.Per.AtStart(noun) > 0 || (noun.Length > 3 && noun[^3] == '每' && ClaimWords.Shared.PerHead.AtEnd(noun) == 3));

    /// <summary>县热线办直办104件, 交办责任单位76件, 拘留31人 tell of what was named before and name nothing for the numbers behind them.</summary>
    public bool NamesThing(int claim)
    {
        var (noun, verb) = (BlockPhrases[claim - FirstOfBlock].Noun, BlockPhrases[claim - FirstOfBlock].Verb);
        var words = ClaimWords.Shared;
        if (words.StandAlone.AtEnd(noun) > 0)
            return false;
        if (Claims[claim].Unit is not ("件" or "宗" or "个"))
            return true;
        return words.Handled.AtEnd(noun) is var handled && (handled == 0 || handled == noun.Length) && !(words.Handled.AtEnd(verb) > 0 && noun.EndsWith("单位", StringComparison.Ordinal));
    }

    /// <summary>The last result of the sentence that is counted in a unit, or -1.</summary>
    public int ResultIn(string unit)
    {
        for (var i = Claims.Count - 1; i >= Math.Max(FirstOfSentence, Claims.Count - FarthestBack); i--)
        {
            if (Claims[i] is { Measure: Measure.Amount, Stance: Stance.Done } && Claims[i].Unit == unit)
                return i;
        }

        return -1;
    }

    /// <summary>在建项目223个，竣工项目60个: one of several counts that say how far the works of the text have come, and no subject of what follows.</summary>
    public bool IsOneOfStates(int claim) =>
        IsState(claim) && (IsNext(claim - 1, claim) || IsNext(claim, claim + 1));

    private bool IsNext(int one, int other) =>
        one >= FirstOfSentence && other < Claims.Count && IsState(one) && IsState(other) && Claims[one].Unit == Claims[other].Unit
        && Claims[other].Clean.Start - Claims[one].Clean.End < 16 && Text.AsSpan(Claims[one].Clean.End, Claims[other].Clean.Start - Claims[one].Clean.End).IndexOfAny("；;。：:") < 0;

    private bool IsState(int claim) =>
        Claims[claim].PartOf < 0 && BlockPhrases[claim - FirstOfBlock] is { Verb.Length: 0 } phrase && ListSizes.CountsWorks(Claims[claim].Unit) && ListSizes.IsState(phrase.Noun);

    /// <summary>The number before is a count in the unit at hand, in the same sentence.</summary>
    public bool SameUnitOfLast() => Claims.Count > FirstOfSentence && Claims[^1].Measure == Measure.Amount && Claims[^1].Unit == Unit.Name;

    /// <summary>签约134台、开工92台、完工61台: all of the thing named first. The index of the claim in front when it has the unit at hand, or -1.</summary>
    public int SameUnitBefore()
    {
        // 受理100件，较上月增长3%，直办40件: a percentage in between changes nothing.
        var last = Claims.Count - 1;
        while (last > FirstOfSentence && (Claims[last].Measure == Measure.Change || IsAverage(last) || !NamesThing(last)))
            last--;
        return last >= FirstOfSentence && Claims[last].Measure == Measure.Amount && Claims[last].PartOf < 0 && Claims[last].Unit == Unit.Name && NamesThing(last) ? last : -1;
    }
}
