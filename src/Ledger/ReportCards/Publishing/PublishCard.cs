using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>Opens the gate: a card goes out only when it reads back to the ledger's figures of this moment and all its arithmetic closes.</summary>
internal sealed class PublishCard(LuoshiDb db, CardNow now, CardCurves curves, ChoosePhotos photos, LocalRules rules, TimeProvider clock)
{
    public const string Held = "card.held";

    public async Task<Outcome<Card>> RunAsync(Guid id, int seenVersion, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Card>().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { State: CardState.Draft } card)
            return LedgerRefusals.NotFound;
        if (card.RowVersion != seenVersion)
            return LedgerRefusals.Conflict;
        // Before the ledger is read: what is accepted from here on is newer than the card, and is told as a correction.
        var at = clock.GetUtcNow().UtcDateTime;
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation);
        var rule = rules.Of(list, card.PeriodEnd);
        var ledger = await now.OfAsync(list, card.Period, rule, cancellation);
        var problems = CardGate.Check(card.Text, ledger.Figures, ledger.Text.Plain);
        if (problems.Count > 0)
            return new Refusal(problems[0].Code, $"有{problems.Count}处未通过核对，不能发布。{problems[0].Message.Chinese}", $"{problems.Count} places did not pass the check. {problems[0].Message.English}", Held);
        db.Begin(LedgerProcesses.PublishCard, acting.Actor);
        foreach (var older in await db.Set<Card>().Where(c => c.ListId == card.ListId && c.Period == card.Period && c.State == CardState.Published).ToListAsync(cancellation))
            older.State = CardState.Replaced;
        // What goes out is kept with what it was checked against.
        (card.Figures, card.Generated, card.RulesVersion) = (CardFigures.ToJson(ledger.Figures), ledger.Text.Plain, rule.Version);
        card.Curves = CardCurve.ToJson(await curves.OfAsync(list, card.Period, rule, cancellation));
        await photos.DropTakenBackAsync(card, cancellation);
        card.State = CardState.Published;
        (card.PublishedAt, card.PublishedByPost) = (at, acting.Actor.PostId);
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
