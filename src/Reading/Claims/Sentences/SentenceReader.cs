using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Gives every number of a sentence its indicator, measure, stance and period.</summary>
internal sealed class SentenceReader
{
    // More than this is a text of many documents, where a number told again is another's.
    private const int MostSizes = 64;

    private readonly SentenceRun run;
    private readonly ClaimWriter writer;
    private readonly AmountReader amounts;
    private readonly RatioReader ratios;
    private readonly List<Turn> turns = [];

    // The paragraph in front of 一是 …, 二是 … and what it is itself; what it announced is only asked for when such a member follows.
    private SourceSpan introduction;
    private Stance introductionStanding;

    public SentenceReader(CleanText clean, Outline outline, List<Claim> claims)
    {
        run = new SentenceRun(clean, outline, claims);
        writer = new ClaimWriter(run);
        var completion = new PhraseCompletion(run);
        amounts = new AmountReader(run, completion, writer);
        ratios = new RatioReader(run, completion, writer);
    }

    /// <summary>A sentence that begins with the label of a turn begins behind it.</summary>
    public int BehindLabel(int start) => Turns.Labels(turns, start) is > 0 and var next ? Math.Max(start, turns[next - 1].At) : start;

    /// <summary>Where the paragraph turns inside the sentence, or the sentence's own end.</summary>
    public int TurnIn(int start, int end) => Turns.Labels(turns, start) is var next && next < turns.Count ? Math.Min(end, turns[next].Label) : end;

    /// <param name="promiseEnd">Where the promise ends that the block repeats before it tells the result.</param>
    public void Begin(int index, string about, string matter, Block block, int promiseEnd)
    {
        var place = block.Span;
        Turns.Find(run.Text, block, turns);
        var words = run.Text.AsSpan(place.Start, place.Length);
        var standing = StanceReader.OfBlock(run.Outline, index, words);
        if (!StanceReader.IsMember(words))
            (introduction, introductionStanding) = (place, standing);
        else if (!introduction.IsEmpty && StanceReader.Introduces(run.Text.AsSpan(introduction.Start, introduction.Length), introductionStanding) is { } whole)
            standing = whole;
        run.BeginBlock(index, about, matter, standing, promiseEnd, turns);
        writer.BeginBlock(place.Start, place.End);
    }

    /// <summary>Behind the last block: what was found out there of the numbers in front.</summary>
    public void End()
    {
        if (run.PlannedSizes.Count is > 0 and < MostSizes)
            ListSizes.PlanRepeated(run.Claims, run.PlannedSizes, run.Outline.PlanPeriod);
    }

    public void Read(List<Figure> all, int from, int to, int start, int end)
    {
        var figures = run.Figures;
        figures.Load(all, from, to, start, end);
        run.BeginSentence(start);
        writer.BeginSentence(start, end);
        for (var i = 0; i < figures.Count;)
        {
            var next = i + 1;
            while (next < figures.Count && figures.JoinsPrevious(next) && figures[next].Unit.IsRatio == figures[i].Unit.IsRatio)
                next++;
            run.MoveTo(i);
            if (IsResult(i))
                writer.TurnToResult(figures.LeftStart(i));
            if (figures[i].Unit.IsRatio)
                ratios.Read(i, next);
            else
                amounts.Read(i, next);
            i = next;
        }

        writer.EndSentence();
    }

    // 计划建设幸福院25所，建成14所，占56%: the percentage behind it says of what it is a result.
    private bool ClosesOnPlan(int index)
    {
        var (figures, plan) = (run.Figures, run.Claims[^1]);
        if (index + 1 >= figures.Count || plan.Measure != Measure.Amount || plan.Unit != figures[index].Unit.Name || plan.Value <= 0)
            return false;
        var (result, ratio) = (figures[index], figures[index + 1]);
        if (ratio.Unit.Name != "%" || ratio.Value <= 0 || result.Value <= 0)
            return false;
        // Within a whole step, since percentages are also cut down; and whatever it is, where it is called a share of the plan.
        return Math.Abs(((double)result.Value / (double)plan.Value * 100) - (double)ratio.Value) <= (double)ratio.Step
            || ClaimWords.Shared.OfPlan.AtStart(figures.Left(index + 1).TrimStart(" ，,")) > 0;
    }

    // 计划更新管线42公里，完成39.6公里; 计划培训600人，培训648人: the clause behind the plan tells the result.
    private bool IsResult(int index)
    {
        if (run.Standing == Stance.Planned || run.Claims.Count == run.FirstOfSentence || run.Claims[^1].Stance != Stance.Planned || run.Figures.SharesClause(index))
            return false;
        var left = run.Figures.Left(index).Trim(' ');
        // 整治河流5公里，完成干堤加固6公里: another thing that is to be done.
        if (left.Length > 5 && left.StartsWith("完成", StringComparison.Ordinal) && LeftWords.Read(left) is { Noun.Length: > 3 } own && run.BlockPhrases.Count > 0 && !run.BlockPhrases[^1].Noun.Contains(own.Noun[..2], StringComparison.Ordinal))
            return false;
        if (ClaimWords.Shared.ResultStarts.AtStart(left) > 0 || left.EndsWith("完成", StringComparison.Ordinal))
            return true;
        return (left.Length >= 2 && run.BlockPhrases.Count > 0 && left.SequenceEqual(run.BlockPhrases[^1].Verb)) || ClosesOnPlan(index);
    }
}
