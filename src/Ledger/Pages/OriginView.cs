using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Documents;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Changing;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Where a number of a published card comes from, as far as it is public: units are named, and the ground and reason a target was changed on; people and posts are not.</summary>
internal sealed record OriginView
{
    public required Card Card { get; init; }

    public required Indicator Indicator { get; init; }

    public required string UnitName { get; init; }

    /// <summary>What the card prints of this indicator.</summary>
    public required IReadOnlyList<ExpectedNumber> Printed { get; init; }

    public SourcePlace? Source { get; init; }

    /// <summary>The 件 or 类 the item belongs to.</summary>
    public Commitment? Bundle { get; init; }

    public required Item Item { get; init; }

    /// <summary>The words the promise was made in: the sentence of its document, the cell of its sheet, else what the ledger says of it.</summary>
    public string Promise => Source?.Sentence is { Length: > 0 } sentence ? sentence
        : Item.Sheet?.Words is { Length: > 0 } words ? words
        : Item.Content.Length > 0 ? Item.Content
        : Bundle is { Level: CommitmentLevel.Commitment, Promise: var promise } ? promise
        : Targets is [{ Value: { } target }, ..] ? Item.Name + "：" + Indicator.Name + target.Print(Indicator.Printed) : Item.Name;

    public string? DocumentTitle { get; init; }

    /// <summary>How far the number was checked by somebody other than its unit, and since when; who did it and on which ground is not public.</summary>
    public required Assessments.Verification Level { get; init; }

    public required IReadOnlyList<OriginReport> Reports { get; init; }

    /// <summary>All versions, those decided after publication too.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Whoever published the card saw the reasons given until then; a later one nobody has released.</summary>
    public string? ReasonOf(Target target) => target.At <= Card.PublishedAt ? target.Reason : null;

    /// <summary>What the ledger has under this number in the card's last month.</summary>
    public required OriginStanding Standing { get; init; }

    public IReadOnlyList<CardCorrection> Corrections { get; init; } = [];

    /// <summary>What of the evidence the card shows: display copies with the words they were released with. Everything else stays inside.</summary>
    public required IReadOnlyList<OriginPhoto> Photos { get; init; }
}

/// <summary>Why a number has, or has not, an accepted report in the last month of its card.</summary>
internal enum OriginStanding
{
    Accepted,

    /// <summary>Made up of its parts, never reported by itself.</summary>
    OfParts,

    /// <summary>The report was returned or taken back, or is being corrected.</summary>
    Returned,

    /// <summary>The report was handed in and waits to be accepted, for the first time or again.</summary>
    Waiting,

    /// <summary>An earlier month is the last one reported.</summary>
    Earlier,

    /// <summary>Nothing is accepted any more.</summary>
    Absent,
}

/// <param name="Period">The report it was handed in with.</param>
internal sealed record OriginPhoto(CardPhoto Photo, Period Period);

/// <summary>One accepted report of the period, and what it said of the item. What is a problem and which help is asked for stays inside.</summary>
internal sealed record OriginReport(Period Period, decimal Value, int Version, bool Supplement, string? Words, string? NextStep);

internal sealed class OriginViews(LuoshiDb db, Corrections corrections, OrgDirectory directory, Verifying.VerificationLevels levels)
{
    public async Task<OriginView?> OfAsync(Guid cardId, Guid indicatorId, CancellationToken cancellation)
    {
        var card = await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == cardId && c.State != CardState.Draft, cancellation);
        if (card is null)
            return null;
        // Only what the card itself prints is public.
        var printed = CardFigures.FromJson(card.Figures).Where(f => f.Indicator == indicatorId).ToArray();
        if (printed.Length == 0 || await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == indicatorId, cancellation) is not { } indicator)
            return null;
        var item = await db.Set<Item>().AsNoTracking().FirstAsync(i => i.Id == indicator.ItemId, cancellation);
        var commitment = await db.Set<Commitment>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == item.CommitmentId, cancellation);
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.IndicatorId == indicatorId).OrderBy(t => t.Version).ToListAsync(cancellation);
        var source = targets.FirstOrDefault()?.Source ?? item.Source ?? commitment?.Source;
        var document = source?.DocumentId;
        var unit = indicator.UnitId is { } id ? (await directory.UnitAsync(id, cancellation))?.Name : null;
        var reports = await ReportsAsync(card, indicator, cancellation);
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation);
        return new OriginView
        {
            Card = card,
            Indicator = indicator,
            Item = item,
            UnitName = unit ?? "—",
            Printed = printed,
            Source = source,
            Bundle = commitment,
            DocumentTitle = await db.Set<StoredDocument>().Where(d => d.Id == document).Select(d => d.Title).FirstOrDefaultAsync(cancellation),
            Level = (await levels.AtAsync([indicatorId], card.PeriodEnd, cancellation)).GetValueOrDefault(indicatorId),
            Reports = reports,
            Targets = targets,
            Standing = await StandingAsync(card, indicator, reports, cancellation),
            Corrections = [.. (await corrections.OfAsync(card, list, cancellation)).Where(c => c.Change.Indicator == indicatorId)],
            Photos = await PhotosAsync(card, indicatorId, cancellation),
        };
    }

    /// <summary>Photos released with this card, of those handed in for the very indicator and still accepted.</summary>
    private async Task<IReadOnlyList<OriginPhoto>> PhotosAsync(Card card, Guid indicator, CancellationToken cancellation)
    {
        var (id, end) = (card.Id, card.PeriodEnd);
        var handed = await db.Set<CardPhoto>().AsNoTracking().Where(p => p.CardId == id)
            .Join(db.Set<Evidence>().Where(e => e.IndicatorId == indicator), p => p.Content, e => e.Content, (photo, piece) => new { photo, piece.ReportId })
            .Join(db.Set<UnitReport>().Where(r => (r.State == ReportState.Accepted || r.State == ReportState.Locked) && r.PeriodEnd <= end), x => x.ReportId, r => r.Id, (x, r) => new { x.photo, r.Period, r.PeriodEnd })
            .ToListAsync(cancellation);
        return [.. handed.OrderBy(x => x.photo.Order).ThenBy(x => x.PeriodEnd).DistinctBy(x => x.photo.Id).Select(x => new OriginPhoto(x.photo, x.Period))];
    }

    private async Task<OriginStanding> StandingAsync(Card card, Indicator indicator, IReadOnlyList<OriginReport> reports, CancellationToken cancellation)
    {
        var (end, unit, id) = (card.PeriodEnd, indicator.UnitId, indicator.Id);
        if (reports.Any(r => r.Period.LastDay == end))
            return OriginStanding.Accepted;
        // Handing in again clears the reason of the return: only what was once handed in, or is a later version, tells.
        switch (await db.Set<UnitReport>().Where(r => r.UnitId == unit && r.PeriodEnd == end && (r.SubmittedAt != null || (r.Version > 1 && !r.Supplement))).OrderByDescending(r => r.Version).Select(r => (ReportState?)r.State).FirstOrDefaultAsync(cancellation))
        {
            case ReportState.Draft:
                return OriginStanding.Returned;
            case ReportState.Submitted or ReportState.UnitApproved:
                return OriginStanding.Waiting;
        }

        if (reports.Count > 0)
            return OriginStanding.Earlier;
        return await db.Set<Indicator>().AnyAsync(i => i.PartOfId == id, cancellation) ? OriginStanding.OfParts : OriginStanding.Absent;
    }

    private async Task<IReadOnlyList<OriginReport>> ReportsAsync(Card card, Indicator indicator, CancellationToken cancellation)
    {
        var (id, itemId) = (indicator.Id, indicator.ItemId);
        var (start, end) = (new DateOnly(card.Period.Year, 1, 1), card.PeriodEnd);
        return await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.IndicatorId == id && f.PeriodEnd >= start && f.PeriodEnd <= end)
            .Join(db.Set<UnitReport>(), f => f.ReportId, r => r.Id, (f, r) => new { f.Period, f.PeriodEnd, f.Value, r.Version, r.Supplement, Note = db.Set<ReportNote>().FirstOrDefault(n => n.ReportId == r.Id && n.ItemId == itemId) })
            .OrderBy(f => f.PeriodEnd).Select(f => new OriginReport(f.Period, f.Value, f.Version, f.Supplement, f.Note == null ? null : f.Note.Progress, f.Note == null ? null : f.Note.NextStep)).ToListAsync(cancellation);
    }
}
