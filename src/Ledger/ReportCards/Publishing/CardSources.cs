using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>Takes from the ledger what a card of a list tells for a period.</summary>
internal sealed class CardSources(LuoshiDb db, PeriodFacts facts)
{
    public async Task<CardSource> OfAsync(PromiseList list, Period period, AssessmentRules rules, CancellationToken cancellation = default)
    {
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.ListId == list.Id).OrderBy(i => i.Number).ToListAsync(cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == list.Id).OrderBy(c => c.Number).ToListAsync(cancellation);
        var known = (await facts.OfAsync(list, period, reportsDue: false, cancellation)).ToLookup(f => f.Indicator.ItemId);
        var end = period.LastDay;
        var judged = (await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.PeriodEnd == end).ToListAsync(cancellation)).ToDictionary(a => a.IndicatorId, a => a.Judgement.Progress);
        var notes = await NotesAsync(period, cancellation);
        var lines = items.ToLookup(i => i.CommitmentId, i => Line(i, [.. known[i.Id].OrderBy(f => f.Indicator.Number)], judged, notes.GetValueOrDefault(i.Id), rules));
        var bundles = InOrder(commitments).Select(c => new CardCommitment(c.Number, c.Promise, [.. lines[c.Id]]) { IsCategory = c.Level == CommitmentLevel.Category })
            .Where(c => c.Items.Count > 0 || c.IsCategory).ToList();
        bundles.RemoveAll(c => c.IsCategory && c.Items.Count == 0 && !HasItems(c, commitments, lines));
        if (lines[null].Any())
            bundles.Add(new CardCommitment(0, Promise: null, [.. lines[null]]));
        return new CardSource { Place = list.Place, ListName = Name(list), Plan = list.Plan, Period = period, Commitments = bundles };
    }

    /// <summary>Each category with its own items first, then the bundles in it; bundles in no category follow.</summary>
    private static IEnumerable<Commitment> InOrder(List<Commitment> all)
    {
        foreach (var category in all.Where(c => c.Level == CommitmentLevel.Category))
        {
            yield return category;
            foreach (var inside in all.Where(c => c.ParentId == category.Id))
                yield return inside;
        }

        foreach (var alone in all.Where(c => c.Level == CommitmentLevel.Commitment && c.ParentId is null))
            yield return alone;
    }

    private static bool HasItems(CardCommitment category, List<Commitment> all, ILookup<Guid?, CardItem> lines) =>
        all.Find(c => c.Level == CommitmentLevel.Category && c.Number == category.Number) is { } known && all.Any(c => c.ParentId == known.Id && lines[c.Id].Any());

    /// <summary>海岳市2025年市办实事 is called 市办实事 once place and year are said.</summary>
    private static string Name(PromiseList list)
    {
        var name = list.Title.Replace(list.Place, "", StringComparison.Ordinal).Replace($"{list.Plan.Year}年度", "", StringComparison.Ordinal).Replace($"{list.Plan.Year}年", "", StringComparison.Ordinal).Replace("清单", "", StringComparison.Ordinal).Trim();
        return name.Length > 0 ? name : "民生实事";
    }

    /// <summary>Whoever leads an item speaks for it: what another unit writes of its part is no word on the whole.</summary>
    private async Task<Dictionary<Guid, ReportNote>> NotesAsync(Period period, CancellationToken cancellation)
    {
        var end = period.LastDay;
        var notes = await db.Set<UnitReport>().AsNoTracking()
            .Where(r => r.PeriodEnd == end && (r.State == ReportState.Accepted || r.State == ReportState.Locked))
            .Join(db.Set<ReportNote>(), r => r.Id, n => n.ReportId, (r, n) => new { r.UnitId, r.Version, Note = n })
            .Where(n => !db.Set<ItemUnit>().Any(u => u.ItemId == n.Note.ItemId && u.Role == UnitRole.Lead)
                || db.Set<ItemUnit>().Any(u => u.ItemId == n.Note.ItemId && u.Role == UnitRole.Lead && u.UnitId == n.UnitId)).ToListAsync(cancellation);
        return notes.GroupBy(n => n.Note.ItemId).ToDictionary(g => g.Key, g => g.MaxBy(n => n.Version)!.Note);
    }

    private static CardItem Line(Item item, IndicatorFacts[] known, Dictionary<Guid, Progress> judged, ReportNote? note, AssessmentRules rules)
    {
        var parts = known.Where(f => f.Indicator.PartOfId is not null).ToLookup(f => f.Indicator.PartOfId ?? default);
        var headlines = known.Where(f => f.Indicator.PartOfId is null).ToArray();
        return new CardItem
        {
            Id = item.Id,
            Number = item.Number,
            Name = item.Name,
            Progress = Worst(headlines.Where(f => f.Indicator.CountsAsPromised).Select(f => judged.TryGetValue(f.Indicator.Id, out var stored) ? stored : Assessor.Assess(f.Known, rules).Progress)),
            Figures = [.. headlines.Where(f => f.Known.Actual is not null).Select(f => Figure(f, [.. parts[f.Indicator.Id]]))],
            Steps = [.. headlines.SelectMany(f => f.Known.Steps.Where(s => s.Done <= f.Known.On)).Select(s => new CardStep(s.Name, s.Done ?? default))],
            Words = note?.Progress,
            NextStep = note?.NextStep,
        };
    }

    /// <summary>An item is as far as its least advanced promise; what is not rated does not hold it back.</summary>
    private static Progress Worst(IEnumerable<Progress> indicators)
    {
        Progress[] order = [Progress.Behind, Progress.NotReported, Progress.OnTrack, Progress.NotDue, Progress.Ahead, Progress.Met];
        var all = indicators.Where(p => p is not (Progress.Unmeasured or Progress.Awaited)).ToHashSet();
        return all.Count == 0 ? Progress.Unmeasured : order.First(all.Contains);
    }

    private static PromiseChange? Change(IndicatorFacts one)
    {
        if (one is not { Original: { Value: { } first } original, Current: { Value: { } held, Decision: { } decision } current })
            return null;
        var (was, has) = (original.WorkingPlan ?? first.Value, current.WorkingPlan ?? held.Value);
        if (was != has)
            return new PromiseChange(original.WorkingPlan is null ? first : new TargetValue(was, Bound.Exact), current.WorkingPlan is null ? held : new TargetValue(has, Bound.Exact), decision, IsPlan: true);
        return first == held ? null : new PromiseChange(first, held, decision, IsPlan: false);
    }

    private static CardFigure Figure(IndicatorFacts one, IReadOnlyList<IndicatorFacts> parts) => new()
    {
        Indicator = one.Indicator.Id,
        Name = one.Indicator.Name,
        Unit = one.Indicator.Printed,
        Actual = one.Known.Actual ?? 0,
        Kind = one.Indicator.Kind,
        Direction = one.Indicator.Direction,
        Promised = one.Known.Promised,
        WorkingPlan = one.Known.WorkingPlan,
        Changed = Change(one),
        StageWord = one.Indicator.StageWord,
        Quantity = one.Indicator.QuantityId,
        Stage = one.Indicator.Stage,
        Parts = [.. parts.Where(p => p.Known.Actual is not null).Select(p => Figure(p, []))],
        PartsMissing = parts.Any(p => p.Known.Actual is not null) ? parts.Count(p => p.Known.Actual is null) : 0,
    };
}
