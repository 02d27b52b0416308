using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Outlines;

namespace Luoshi.Ledger.Matching;

/// <summary>The statements of a text that was read: promises as they stand, results with the plan and percentage printed beside them.</summary>
internal sealed class DocumentStatements
{
    private const int LongestSentence = 600;

    private readonly ReadingResult reading;
    private readonly Dictionary<int, Finding> rows;
    private readonly HashSet<int> plans;
    private readonly HashSet<int> sizes;
    private readonly string key;
    private readonly Func<int, string> href;

    private DocumentStatements(ReadingResult reading, IReadOnlyList<Finding> findings, string key, Func<int, string> href)
    {
        this.reading = reading;
        this.key = key;
        this.href = href;
        rows = findings.Where(f => f.Relation == Relation.OfPlan).GroupBy(f => f.Subject).ToDictionary(g => g.Key, g => g.First());
        sizes = [.. findings.Where(f => f.Relation == Relation.Count).Select(f => f.Subject)];
        plans = [.. rows.Values.Where(r => r.PlanClaim >= 0).Select(r => r.PlanClaim)];
    }

    /// <param name="key">What the places of this text are called by.</param>
    /// <param name="href">Shows a figure in its sentence.</param>
    public static IReadOnlyList<Statement> Of(ReadingResult reading, IReadOnlyList<Finding> findings, string key, Func<int, string> href)
    {
        var source = new DocumentStatements(reading, findings, key, href);
        return [.. Enumerable.Range(0, reading.Claims.Count).Where(source.Speaks).Select(source.One)];
    }

    /// <summary>A plan that a result of the same text is set against is told with that result; parts are told with their whole.</summary>
    private bool Speaks(int claim)
    {
        var one = reading.Claims[claim];
        // How many items the list itself has is no promise.
        if (one.Optional || sizes.Contains(claim) || !TargetReader.Counts(one) || IndicatorIsEmpty(one))
            return false;
        if (one.Stance == Stance.Planned)
            return !plans.Contains(claim);
        return one.PartOf < 0 || rows.ContainsKey(claim) || IsFurtherStage(one);
    }

    /// <summary>其中152个已开工 is a count of its own, 其中城区20个 is not.</summary>
    private bool IsFurtherStage(Claim part) => part.Stage is not null && TargetReader.StageOf(part.Stage) != TargetReader.StageOf(reading.Claims[part.PartOf].Stage);

    private bool IndicatorIsEmpty(Claim claim) => claim.Indicator.Length == 0 && Topic(claim).Length == 0;

    private Statement One(int index)
    {
        var claim = reading.Claims[index];
        var shape = TargetReader.Indicator(reading, claim);
        var row = rows.GetValueOrDefault(index);
        var planned = claim.Stance == Stance.Planned;
        var promise = row is { PlanClaim: >= 0 } ? reading.Claims[row.PlanClaim] : null;
        var block = Block(claim);
        var stage = claim.Stage ?? TargetReader.StageVerbOf(claim.Indicator);
        return new Statement
        {
            Key = $"{key}:{claim.Raw.Start}",
            Name = claim.Indicator.Length > 0 ? claim.Indicator : Topic(claim),
            Topic = Topic(claim),
            Heading = Heading(claim),
            Item = block?.Number,
            Block = $"{key}:{claim.Block}",
            Unit = shape.Unit,
            Promised = planned ? new TargetValue(claim.Value, claim.Bound) : promise is null ? null : new TargetValue(promise.Value, promise.Bound),
            Denominator = row is null ? null : Denominator(row, claim),
            Reported = planned ? null : claim.Value,
            Percent = row?.Percent,
            Stage = TargetReader.StageOf(stage),
            StageWord = stage,
            LowerIsBetter = row?.LowerIsBetter == true || shape.Direction == Direction.LowerIsBetter,
            IsRate = shape.Kind == IndicatorKind.Rate,
            Sentence = Cut(OpenDocument.Readable(reading, claim.Sentence).ReplaceLineEndings(" ").Trim()),
            Href = href(index),
        };
    }

    /// <summary>What the printed percentage is taken of: the plan where it fits, what it implies where it does not.</summary>
    private decimal? Denominator(Finding row, Claim actual)
    {
        if (row.Percent is not { } percent)
            return null;
        if (row.Plan is { } plan && plan != 0 && Percent.Of(row.Actual, plan)?.Value == percent)
            return plan;
        if (row.ImpliedPlan is { } implied)
            return implied;
        return reading.Claims.FirstOrDefault(c => c.Block == actual.Block && c.Unit == actual.Unit && c.Measure == Measure.Amount && c.Value != row.Actual && c.Value != 0 && Percent.Of(row.Actual, c.Value)?.Value == percent)?.Value;
    }

    private Block? Block(Claim claim) => claim.Block >= 0 && claim.Block < reading.Outline.Blocks.Count ? reading.Outline.Blocks[claim.Block] : null;

    /// <summary>就业创业方面，… is about 就业创业.</summary>
    private string Topic(Claim claim)
    {
        if (Block(claim) is not { Kind: BlockKind.Paragraph or BlockKind.Promise } block)
            return "";
        var text = new SourceSpan(block.BodyStart, block.Span.End).Of(reading.Clean.Text).TrimStart('：', ':', '.', '、', ' ');
        var aspect = text.IndexOf("方面", StringComparison.Ordinal);
        return aspect is > 0 and < 40 ? text[..aspect] : "";
    }

    private string Heading(Claim claim)
    {
        if (Block(claim) is not { } block)
            return "";
        var outline = reading.Outline;
        var span = block.Promise >= 0 && block.Promise < outline.Blocks.Count ? new SourceSpan(outline.Blocks[block.Promise].BodyStart, outline.Blocks[block.Promise].Span.End)
            : block.Section >= 0 && block.Section < outline.Sections.Count ? outline.Sections[block.Section].Heading
            : default;
        return span.IsEmpty ? "" : Cut(span.Of(reading.Clean.Text).Trim());
    }

    private static string Cut(string text) => text.Length <= LongestSentence ? text : text[..(LongestSentence - 1)] + "…";
}
