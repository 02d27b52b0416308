using System.Buffers;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Claims.Sentences;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Audits;

/// <summary>A document while it is audited: its claims by block, their names, and questions about the text between them.</summary>
internal sealed class AuditScope
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;！？!?\n\r");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,。；;！？!?\n\r");

    private static readonly SearchValues<char> HeadEnds = SearchValues.Create("，,：:。；;");

    private readonly IndicatorName?[] names;
    private readonly int[] order;
    private readonly int[] blockStarts;
    private readonly List<Turn> turns = [];
    private int turnsOf = -1;
    private (int Block, IndicatorName? Name) topic = (-1, null);

    public AuditScope(ReadingResult result, int document)
    {
        Result = result;
        Document = document;
        Claims = result.Claims;
        names = new IndicatorName?[Claims.Count];
        (order, blockStarts) = ByBlock(result);
        PercentStep = HabitualStep();
    }

    public ReadingResult Result { get; }

    /// <summary>Index of the document among those given together.</summary>
    public int Document { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public string Text => Result.Clean.Text;

    public IReadOnlyList<Block> Blocks => Result.Outline.Blocks;

    /// <summary>The finest precision of the document's percentages of plan: 66% beside 52.7% is 66.0%.</summary>
    public decimal PercentStep { get; }

    /// <summary>Indexes of the claims of a block, in text order.</summary>
    public ReadOnlySpan<int> ClaimsOf(int block) => order.AsSpan(blockStarts[block], blockStarts[block + 1] - blockStarts[block]);

    public IndicatorName Name(int claim) => names[claim] ??= IndicatorName.Of(Claims[claim].Indicator);

    public bool CrossesSentence(int from, int to) => Between(from, to).ContainsAny(SentenceEnds);

    public bool CrossesClause(int from, int to) => Between(from, to).ContainsAny(ClauseEnds);

    /// <summary>The clean text between two offsets, empty when they are the wrong way round.</summary>
    public ReadOnlySpan<char> Between(int from, int to) =>
        to <= from || from < 0 || to > Text.Length ? [] : Text.AsSpan(from, to - from);

    /// <summary>The text from the end of one claim to the start of the next.</summary>
    public ReadOnlySpan<char> Between(Claim left, Claim right) => Between(left.Clean.End, right.Clean.Start);

    /// <summary>Up to <paramref name="length"/> characters in front of a claim, within its sentence.</summary>
    public ReadOnlySpan<char> Before(Claim claim, int length)
    {
        var from = Math.Max(0, claim.Clean.Start - length);
        var text = Between(from, claim.Clean.Start);
        var end = text.LastIndexOfAny(SentenceEnds);
        return end < 0 ? text : text[(end + 1)..];
    }

    /// <summary>Up to <paramref name="length"/> characters behind a claim, within its sentence.</summary>
    public ReadOnlySpan<char> After(Claim claim, int length)
    {
        var text = Between(claim.Clean.End, Math.Min(Text.Length, claim.Clean.End + length));
        var end = text.IndexOfAny(SentenceEnds);
        return end < 0 ? text : text[..end];
    }

    /// <summary>The words of a claim as they are printed.</summary>
    public ReadOnlySpan<char> Printed(Claim claim) => Between(claim.Clean.Start, claim.Clean.End);

    /// <summary>承诺：…。兑现：…: labels of their paragraph tell that the one answers the other.</summary>
    public bool Answers(Claim plan, Claim done)
    {
        if (plan.Block != done.Block || !IsBlock(done.Block))
            return false;
        if (turnsOf != done.Block)
            Turns.Find(Text, Blocks[turnsOf = done.Block], turns);
        return Turns.At(turns, plan.Clean.Start) is >= 0 and var promise && turns[promise].IsPromise
            && Turns.At(turns, done.Clean.Start) is >= 0 and var answer && turns[answer].Stance == Stance.Done;
    }

    /// <summary>The name of the item's topic; asked for over and over by the figures of one item.</summary>
    public IndicatorName Topic(int block)
    {
        if (topic.Block != block || topic.Name is null)
            topic = (block, IndicatorName.Of(HeadOf(block).ToString()));
        return topic.Name;
    }

    /// <summary>The item's topic in front of 方面 or its first stop: 公厕改造方面，….</summary>
    public ReadOnlySpan<char> HeadOf(int block)
    {
        var (start, end) = (Blocks[block].BodyStart, Blocks[block].Span.End);
        var text = Between(start, Math.Min(end, start + 40));
        var aspect = text.IndexOf("方面", StringComparison.Ordinal);
        if (aspect > 0)
            return text[..aspect];
        var stop = text.IndexOfAny(HeadEnds);
        return stop > 0 ? text[..stop] : text;
    }

    /// <summary>The printed number of the item a claim stands in.</summary>
    public string? ItemOf(Claim claim)
    {
        if (!IsBlock(claim.Block))
            return null;
        var block = Blocks[claim.Block];
        return block.Number ?? (PromiseOf(claim.Block) is >= 0 and var promise && (uint)block.Section < (uint)Result.Outline.Sections.Count
            ? Blocks[promise].Number ?? Result.Outline.Sections[block.Section].Number
            : null);
    }

    /// <summary>The block of the promise that a block answers, or -1.</summary>
    public int PromiseOf(int block)
    {
        var promise = IsBlock(block) ? Blocks[block].Promise : -1;
        if (IsBlock(promise) && promise != block)
            return promise;
        return PlannedInFront(block);
    }

    /// <summary>【目标任务】… over 【进展情况】…: the paragraph in front, when it only promises and this one tells results.</summary>
    private int PlannedInFront(int block)
    {
        if (!IsBlock(block) || Blocks[block].Kind == BlockKind.Table)
            return -1;
        for (var before = block - 1; before >= 0 && before >= block - 3; before--)
        {
            if (Blocks[before].Section != Blocks[block].Section)
                return -1;
            if (ClaimsOf(before).Length > 0)
                return Blocks[before].Kind is BlockKind.Paragraph or BlockKind.Promise or BlockKind.Heading && Holds(before, Stance.Planned) && !Holds(before, Stance.Done) && Holds(block, Stance.Done) ? before : -1;
        }

        return -1;
    }

    private bool Holds(int block, Stance stance)
    {
        foreach (var i in ClaimsOf(block))
        {
            if (Claims[i].Stance == stance && !Claims[i].Optional)
                return true;
        }

        return false;
    }

    public bool IsBlock(int block) => block >= 0 && block < Blocks.Count;

    private static (int[] Order, int[] Starts) ByBlock(ReadingResult result)
    {
        var (claims, blocks) = (result.Claims, result.Outline.Blocks.Count);
        var starts = new int[blocks + 1];
        for (var i = 0; i < claims.Count; i++)
        {
            if ((uint)claims[i].Block < (uint)blocks)
                starts[claims[i].Block + 1]++;
        }

        for (var block = 0; block < blocks; block++)
            starts[block + 1] += starts[block];
        var sorted = new int[starts[blocks]];
        var next = starts.AsSpan().ToArray();
        for (var i = 0; i < claims.Count; i++)
        {
            if ((uint)claims[i].Block < (uint)blocks)
                sorted[next[claims[i].Block]++] = i;
        }

        return (sorted, starts);
    }

    private decimal HabitualStep()
    {
        var finest = 1m;
        for (var i = 0; i < Claims.Count; i++)
        {
            var claim = Claims[i];
            if (claim.Measure == Measure.OfPlan && claim.Stance == Stance.Done && claim.Step > 0 && claim.Step < finest)
                finest = claim.Step;
        }

        return finest;
    }
}
