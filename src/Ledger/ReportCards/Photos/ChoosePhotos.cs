using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Photos;

/// <summary>A photo of accepted evidence the office may put into a card.</summary>
internal sealed record PhotoChoice(Guid Evidence, string Content, Guid ItemId, int ItemNumber, string ItemName, string FileName, string? Caption);

/// <param name="Content">Which photo.</param>
internal sealed record WantedPhoto(string Content, string AltText);

/// <summary>Offers the photos of accepted reports and keeps the office's choice with a display copy of each.</summary>
internal sealed class ChoosePhotos(LuoshiDb db, AttachmentStore store)
{
    public async Task<IReadOnlyList<PhotoChoice>> OfferAsync(Card card, CancellationToken cancellation = default)
    {
        var plan = await db.Set<PromiseList>().Where(l => l.Id == card.ListId).Select(l => l.Plan).FirstAsync(cancellation);
        var (list, start, end) = (card.ListId, plan.FirstDay, card.PeriodEnd);
        var offered = await db.Set<Evidence>().AsNoTracking()
            .Join(db.Set<UnitReport>().Where(r => (r.State == ReportState.Accepted || r.State == ReportState.Locked) && r.PeriodEnd >= start && r.PeriodEnd <= end), e => e.ReportId, r => r.Id, (e, r) => new { Piece = e, r.PeriodEnd })
            .Join(db.Set<Indicator>(), e => e.Piece.IndicatorId, i => i.Id, (e, i) => new { e.Piece, e.PeriodEnd, i.ItemId })
            .Join(db.Set<Item>().Where(i => i.ListId == list), e => e.ItemId, i => i.Id, (e, i) => new { e.Piece, e.PeriodEnd, i.Id, i.Number, i.Name })
            .OrderBy(e => e.Number).ThenByDescending(e => e.PeriodEnd).ToListAsync(cancellation);
        var files = await store.ByContentAsync([.. offered.Select(o => o.Piece.Content).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. offered.Where(o => files.TryGetValue(o.Piece.Content, out var file) && file.MediaType.StartsWith("image/", StringComparison.Ordinal))
            .DistinctBy(o => o.Piece.Content, StringComparer.Ordinal)
            .Select(o => new PhotoChoice(o.Piece.Id, o.Piece.Content, o.Id, o.Number, o.Name, o.Piece.FileName, o.Piece.Caption))];
    }

    public Task<List<CardPhoto>> ChosenAsync(Guid card, CancellationToken cancellation = default) =>
        db.Set<CardPhoto>().AsNoTracking().Where(p => p.CardId == card).OrderBy(p => p.Order).ToListAsync(cancellation);

    /// <summary>The chosen photos whose evidence is still accepted: what was taken back is shown to nobody anew.</summary>
    public async Task<IReadOnlyList<CardPhoto>> AcceptedAsync(Card card, CancellationToken cancellation = default)
    {
        var chosen = await ChosenAsync(card.Id, cancellation);
        if (chosen.Count == 0)
            return [];
        var offered = (await OfferAsync(card, cancellation)).Select(o => o.Content).ToHashSet(StringComparer.Ordinal);
        return chosen.FindAll(p => offered.Contains(p.Content));
    }

    /// <summary>Takes the other ones out of a draft that goes out; whoever publishes saves.</summary>
    public async Task DropTakenBackAsync(Card card, CancellationToken cancellation = default)
    {
        var accepted = (await AcceptedAsync(card, cancellation)).Select(p => p.Id).ToHashSet();
        db.RemoveRange((await db.Set<CardPhoto>().Where(p => p.CardId == card.Id).ToListAsync(cancellation)).Where(p => !accepted.Contains(p.Id)));
    }

    /// <summary>Replaces the whole choice; a photo that stays keeps its copy.</summary>
    public async Task<Outcome<int>> RunAsync(Guid cardId, IReadOnlyList<WantedPhoto> wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Card>().FirstOrDefaultAsync(c => c.Id == cardId, cancellation) is not { State: CardState.Draft } card)
            return LedgerRefusals.NotFound;
        if (wanted.Count > CardPhoto.MostOfCard)
            return PhotoRefusals.TooMany;
        if (wanted.FirstOrDefault(w => string.IsNullOrWhiteSpace(w.AltText)) is { } silent)
            return PhotoRefusals.NoAltText("alt-" + silent.Content);
        if (wanted.FirstOrDefault(w => w.AltText.Length > CardPhoto.MaxAltText) is { } wordy)
            return LedgerRefusals.TooLong("alt-" + wordy.Content, CardPhoto.MaxAltText);
        var offered = (await OfferAsync(card, cancellation)).ToDictionary(o => o.Content, StringComparer.Ordinal);
        if (wanted.Any(w => !offered.ContainsKey(w.Content)))
            return PhotoRefusals.NotOffered;

        db.Begin(LedgerProcesses.CardPhotos, acting.Actor);
        var kept = await db.Set<CardPhoto>().Where(p => p.CardId == cardId).ToDictionaryAsync(p => p.Content, StringComparer.Ordinal, cancellation);
        db.RemoveRange(kept.Values.Where(k => wanted.All(w => w.Content != k.Content)));
        for (var i = 0; i < wanted.Count; i++)
        {
            if (kept.TryGetValue(wanted[i].Content, out var photo))
                (photo.AltText, photo.Order) = (wanted[i].AltText.Trim(), i);
            else if (await CopyAsync(card, offered[wanted[i].Content], wanted[i], i, acting, cancellation) is { } refused)
                return refused;
        }

        // The photos are part of the card: whoever publishes it meanwhile has not seen them, and what is out is touched no more.
        db.Entry(card).Property(c => c.Text).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return wanted.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<Refusal?> CopyAsync(Card card, PhotoChoice choice, WantedPhoto wanted, int order, ActingPerson acting, CancellationToken cancellation)
    {
        var file = (await store.ByContentAsync([choice.Content], cancellation))[choice.Content];
        if (await store.OpenAsync(file.Id, cancellation) is not { } original || !DisplayCopy.Make(original.Content).TryGet(out var copy, out var refusal))
            return PhotoRefusals.NoPicture;
        if (!(await store.AddAsync($"{choice.ItemNumber}.jpg", copy.Jpeg, acting.Actor.AccountId, cancellation)).TryGet(out var stored, out refusal))
            return refusal;
        db.Add(new CardPhoto { CardId = card.Id, ItemId = choice.ItemId, Content = choice.Content, DisplayId = stored.Id, Width = copy.Width, Height = copy.Height, AltText = wanted.AltText.Trim(), Order = order });
        return null;
    }
}
