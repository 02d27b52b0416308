using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>A number of a published card the ledger has corrected since.</summary>
/// <param name="At">When; null where only a rating changed.</param>
internal sealed record CardCorrection(FigureChange Change, DateTime? At);

/// <summary>One printing of a card: the first, or a corrected one.</summary>
internal sealed record CardEdition(Guid Id, int Number, DateTime? PublishedAt);

/// <summary>What became of a published card's numbers, and which editions of it there are.</summary>
internal sealed class Corrections(LuoshiDb db, CardNow now, JournalMark journal, CorrectionShelf shelf)
{
    /// <summary>Worked out once for each edition and state of the ledger: everybody may ask, as often as they like.</summary>
    public async Task<IReadOnlyList<CardCorrection>> OfAsync(Card card, PromiseList list, CancellationToken cancellation = default) =>
        await shelf.OfAsync(card.Id, await journal.NowAsync(cancellation), () => FindAsync(card, list, cancellation), cancellation);

    private async Task<IReadOnlyList<CardCorrection>> FindAsync(Card card, PromiseList list, CancellationToken cancellation)
    {
        if (card.PublishedAt is not { } published || !await MovedAsync(card, list, published, cancellation))
            return [];
        var changes = FigureChange.Between(CardFigures.FromJson(card.Figures), (await now.OfAsync(list, card.Period, cancellation)).Figures);
        var when = await WhenAsync(card, published, [.. changes.Select(c => c.Indicator).OfType<Guid>().Distinct()], cancellation);
        var last = when.Count == 0 ? (DateTime?)null : when.Values.Max();
        return [.. changes.Select(c => new CardCorrection(c, c.Indicator is { } id ? when.TryGetValue(id, out var at) ? at : null : last))];
    }

    /// <summary>All printings of the card's period, the first one first.</summary>
    public async Task<IReadOnlyList<CardEdition>> EditionsAsync(Card card, CancellationToken cancellation = default)
    {
        var (list, end) = (card.ListId, card.PeriodEnd);
        var all = await db.Set<Card>().AsNoTracking().Where(c => c.ListId == list && c.PeriodEnd == end && c.State != CardState.Draft)
            .Select(c => new { c.Id, c.Period, c.PublishedAt }).ToListAsync(cancellation);
        return [.. all.Where(c => c.Period == card.Period).OrderBy(c => c.PublishedAt).ThenBy(c => c.Id).Select((c, i) => new CardEdition(c.Id, i + 1, c.PublishedAt))];
    }

    /// <summary>
    /// A cheap question first: most cards are looked at while nothing has moved since they went out. A lock moves a report but none of its
    /// numbers; one that was accepted after the card and locked since, and a decision that moves a count, show in what was rated.
    /// </summary>
    private async Task<bool> MovedAsync(Card card, PromiseList list, DateTime published, CancellationToken cancellation)
    {
        var (start, end) = (list.Plan.FirstDay, card.PeriodEnd);
        var own = db.Set<Indicator>().Where(i => db.Set<Item>().Any(item => item.Id == i.ItemId && item.ListId == list.Id)).Select(i => i.Id);
        return await MovedSince(published).AnyAsync(r => r.PeriodEnd >= start && r.PeriodEnd <= end && db.Set<ReportLine>().Any(l => l.ReportId == r.Id && own.Contains(l.IndicatorId)), cancellation)
            || await db.Set<Target>().AnyAsync(t => t.At > published && own.Contains(t.IndicatorId), cancellation)
            || await db.Set<StoredAssessment>().AnyAsync(a => a.PeriodEnd == end && a.ListId == list.Id && a.At > published, cancellation);
    }

    /// <summary>A locked report no longer says when it was accepted: handed in before the card, it is taken for accepted before it.</summary>
    private IQueryable<UnitReport> MovedSince(DateTime published) =>
        db.Set<UnitReport>().Where(r => r.Since > published && (r.State != ReportState.Locked || r.SubmittedAt == null || r.SubmittedAt > published));

    private async Task<Dictionary<Guid, DateTime>> WhenAsync(Card card, DateTime published, List<Guid> indicators, CancellationToken cancellation)
    {
        var end = card.PeriodEnd;
        var year = new DateOnly(card.Period.Year, 1, 1);
        var reports = await db.Set<ReportLine>().Where(l => indicators.Contains(l.IndicatorId))
            .Join(MovedSince(published).Where(r => r.PeriodEnd >= year && r.PeriodEnd <= end), l => l.ReportId, r => r.Id, (l, r) => new { l.IndicatorId, r.Since, r.State, r.SubmittedAt }).ToListAsync(cancellation);
        // When a locked report was handed in is nearer to the truth than the lock.
        var moved = reports.Select(r => (r.IndicatorId, At: r.State == ReportState.Locked && r.SubmittedAt is { } submitted ? submitted : r.Since));
        var targets = (await db.Set<Target>().Where(t => indicators.Contains(t.IndicatorId) && t.At > published).Select(t => new { t.IndicatorId, t.At }).ToListAsync(cancellation)).Select(t => (t.IndicatorId, t.At));
        return moved.Concat(targets).GroupBy(m => m.IndicatorId).ToDictionary(g => g.Key, g => g.Max(m => m.At));
    }
}
