using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Changing;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>
/// Generates a card from the ledger. Into a draft of the same period, and into the successor of a published card, only what changed is
/// brought; the words and photos people put there stay. Written anew as a whole, the former text can be taken back.
/// </summary>
internal sealed class WriteCard(LuoshiDb db, CardNow now, CardCurves curves, ChoosePhotos photos, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Guid listId, Period period, AssessmentRules rules, ActingPerson acting, CancellationToken cancellation = default) =>
        WriteAsync(listId, period, rules, acting, anew: false, cancellation);

    /// <summary>The whole text, without what people changed in it.</summary>
    public Task<Outcome<Guid>> AnewAsync(Guid listId, Period period, AssessmentRules rules, ActingPerson acting, CancellationToken cancellation = default) =>
        WriteAsync(listId, period, rules, acting, anew: true, cancellation);

    private async Task<Outcome<Guid>> WriteAsync(Guid listId, Period period, AssessmentRules rules, ActingPerson acting, bool anew, CancellationToken cancellation)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var fresh = await now.OfAsync(list, period, rules, cancellation);
        var (text, figures) = (fresh.Text, CardFigures.ToJson(fresh.Figures));
        var end = period.LastDay;
        var known = await db.Set<Card>().Where(c => c.ListId == listId && c.PeriodEnd == end && c.State != CardState.Replaced).ToListAsync(cancellation);
        var card = known.Find(c => c.State == CardState.Draft && c.Period == period);
        var former = card ?? known.Find(c => c.State == CardState.Published && c.Period == period);
        db.Begin(LedgerProcesses.WriteCard, acting.Actor);
        if (card is null)
        {
            card = new Card { ListId = listId, Period = period, PeriodEnd = end, Title = text.Title, Generated = "", Text = "", Figures = "", RulesVersion = rules.Version };
            db.Add(card);
            if (former is not null)
                await PhotosAsync(former, card, cancellation);
        }

        var written = anew || former is null ? text.Plain : CardMerge.Take(former.Generated, former.Text, text.Plain, CardFigures.FromJson(former.Figures), fresh.Figures);
        var at = clock.GetUtcNow().UtcDateTime;
        if (former == card && written != card.Text && card.Text != card.Generated)
            (card.FormerText, card.FormerAt) = (card.Text, at);
        card.Curves = CardCurve.ToJson(await curves.OfAsync(list, period, rules, cancellation));
        (card.Title, card.Generated, card.Text, card.Figures) = (text.Title, text.Plain, written, figures);
        (card.RulesVersion, card.GeneratedAt) = (rules.Version, at);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return card.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task PhotosAsync(Card former, Card card, CancellationToken cancellation)
    {
        foreach (var photo in await photos.AcceptedAsync(former, cancellation))
            db.Add(new CardPhoto { CardId = card.Id, ItemId = photo.ItemId, Content = photo.Content, DisplayId = photo.DisplayId, Width = photo.Width, Height = photo.Height, AltText = photo.AltText, Order = photo.Order });
    }
}

/// <summary>A person changes the words, or takes the former text back. What was generated stays beside it.</summary>
internal sealed class EditCard(LuoshiDb db)
{
    public const int LongestText = 200_000;

    public Task<Outcome<Card>> RunAsync(Guid id, int seenVersion, string text, ActingPerson acting, CancellationToken cancellation = default) =>
        ChangeAsync(id, seenVersion, acting, card => card.Text = text.ReplaceLineEndings("\n").Trim(), text.Length, cancellation);

    /// <summary>The text at hand and the one before it change places, so that this too can be undone.</summary>
    public Task<Outcome<Card>> TakeBackAsync(Guid id, int seenVersion, ActingPerson acting, CancellationToken cancellation = default) =>
        ChangeAsync(id, seenVersion, acting, card => (card.Text, card.FormerText) = (card.FormerText ?? card.Text, card.Text), length: 0, cancellation);

    private async Task<Outcome<Card>> ChangeAsync(Guid id, int seenVersion, ActingPerson acting, Action<Card> change, int length, CancellationToken cancellation)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (length > LongestText)
            return LedgerRefusals.TooLong("text", LongestText);
        if (await db.Set<Card>().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { State: CardState.Draft } card)
            return LedgerRefusals.NotFound;
        if (card.RowVersion != seenVersion)
            return LedgerRefusals.Conflict;
        db.Begin(LedgerProcesses.EditCard, acting.Actor);
        change(card);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return card;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
