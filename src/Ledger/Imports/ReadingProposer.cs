using System.Globalization;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Outlines;

namespace Luoshi.Ledger.Imports;

/// <summary>
/// Proposes a list from a document that was read: a year's list gives promises, a report card gives promises and the results
/// printed beside them. Every target keeps the sentence it stands in.
/// </summary>
internal static class ReadingProposer
{
    public static Proposal Propose(ReadingResult reading, IReadOnlyList<Finding> findings, Guid documentId)
    {
        var blocks = reading.Outline.Blocks;
        var rows = findings.Where(f => f.Relation == Relation.OfPlan).GroupBy(f => f.Subject).ToDictionary(g => g.Key, g => g.First());
        var percents = findings.Select(f => f.PercentClaim).Where(p => p >= 0).ToHashSet();
        var bundles = new List<ProposedCommitment>();
        var loose = new List<ProposedItem>();
        var used = new HashSet<int>();
        var number = 0;
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].Kind != BlockKind.Promise)
                continue;
            var items = new List<ProposedItem>();
            for (var i = 0; i < blocks.Count; i++)
            {
                if (blocks[i].Promise == b && blocks[i].Kind == BlockKind.Paragraph && blocks[i].Number is not null && used.Add(i))
                    items.Add(Item(i, ++number));
            }

            // A list without results: the promise itself is the item.
            if (items.Count == 0)
                items.Add(Item(b, ++number));
            bundles.Add(new ProposedCommitment(bundles.Count + 1, Body(b), Place(blocks[b].Span), items));
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is { Kind: BlockKind.Paragraph, Number: not null, Promise: < 0 } && !used.Contains(i) && reading.Claims.Any(c => c.Block == i))
                loose.Add(Item(i, ++number));
        }

        if (loose.Count > 0)
            bundles.Add(new ProposedCommitment(0, Promise: null, Source: null, loose));
        return new Proposal(bundles);

        ProposedItem Item(int block, int fallback) => new()
        {
            Number = int.TryParse(blocks[block].Number, NumberStyles.None, CultureInfo.InvariantCulture, out var printed) && printed >= fallback ? printed : fallback,
            Name = Name(Body(block)),
            Content = Cut(Body(block), Items.Item.MaxContent),
            Source = Place(blocks[block].Span),
            Units = [.. NamedUnits.In(Body(block))],
            Indicators = [.. Indicators(block)],
        };

        IEnumerable<ProposedIndicator> Indicators(int block)
        {
            for (var i = 0; i < reading.Claims.Count; i++)
            {
                var claim = reading.Claims[i];
                if (claim.Block != block || claim.Optional || !(TargetReader.Counts(claim) || IsLevel(i)))
                    continue;
                if (claim.PartOf >= 0 && !rows.ContainsKey(i))
                    continue;
                var parts = reading.Claims.Where((c, k) => c.PartOf == i && !rows.ContainsKey(k) && TargetReader.Counts(c)).Select(One);
                yield return One(claim) with { Parts = [.. parts] };
            }
        }

        // 平台建设进度达到60%: a share of a plan that is nobody's percentage is a level by itself.
        bool IsLevel(int claim) =>
            reading.Claims[claim] is { Measure: Measure.OfPlan, Stance: Stance.Done, Of: < 0 } && !percents.Contains(claim);

        ProposedIndicator One(Claim claim)
        {
            var proposed = TargetReader.Indicator(reading, claim) with { Source = Place(claim.Sentence) };
            if (claim.Stance == Stance.Planned)
                return proposed;
            var row = rows.GetValueOrDefault(IndexOf(claim));
            // 其中496套已开工: a step further on of another count. The plan is that one's, and the document takes no percentage of it.
            var promised = row is { Optional: true, Percent: null } ? null : row?.Plan ?? row?.ImpliedPlan;
            return proposed with
            {
                Actual = claim.Value,
                Promised = promised,
                Bound = promised is not null && row?.Plan is { } plan ? BoundOf(plan) : Bound.Exact,
                WorkingPlan = row is null || promised is null ? null : Denominator(row, claim),
                Direction = row?.LowerIsBetter == true ? Ledger.Indicators.Direction.LowerIsBetter : Ledger.Indicators.Direction.HigherIsBetter,
                CountsAsPromised = row is { Stage: false, Optional: false },
            };
        }

        int IndexOf(Claim claim)
        {
            for (var i = 0; i < reading.Claims.Count; i++)
            {
                if (ReferenceEquals(reading.Claims[i], claim))
                    return i;
            }

            return -1;
        }

        Bound BoundOf(decimal plan) => reading.Claims.FirstOrDefault(c => c.Stance == Stance.Planned && c.Value == plan)?.Bound ?? Bound.Exact;

        // Where the printed percent does not follow from the promise, another number of the same paragraph may be what it was taken of: 216 of 200 or more.
        decimal? Denominator(Finding row, Claim actual)
        {
            if (row.Percent is not { } percent || row.Plan is not { } plan || plan == 0 || Percent.Of(row.Actual, plan)?.Value == percent)
                return null;
            return reading.Claims
                .Where(c => c.Block == actual.Block && c.Unit == actual.Unit && c.Measure == Measure.Amount && c.Value != row.Actual && c.Value != 0 && Percent.Of(row.Actual, c.Value)?.Value == percent)
                .Select(c => (decimal?)c.Value).FirstOrDefault();
        }

        string Body(int block) => new SourceSpan(blocks[block].BodyStart, blocks[block].Span.End).Of(reading.Clean.Text).Trim().TrimStart('：', ':', '.', '、').Trim();

        SourcePlace Place(SourceSpan clean)
        {
            var raw = reading.Clean.ToRaw(clean);
            return new SourcePlace { DocumentId = documentId, Start = raw.Start, End = raw.End, Sentence = Cut(raw.Of(reading.Document.Text), SourcePlace.MaxSentence) };
        }
    }

    /// <summary>就业创业方面，… is called 就业创业; otherwise the words up to the first comma.</summary>
    private static string Name(string body)
    {
        var aspect = body.IndexOf("方面", StringComparison.Ordinal);
        if (aspect is > 0 and < 40)
            return body[..aspect];
        var end = body.IndexOfAny(['，', ',', '。', '；', ';', '：', ':']);
        return Cut(end > 0 ? body[..end] : body, Item.MaxName);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
