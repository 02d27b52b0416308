using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>A card as the ledger would write it at this moment.</summary>
internal sealed record LedgerCard(CardText Text, IReadOnlyList<ExpectedNumber> Figures);

/// <summary>Writes a card from the ledger as it is now: what drafts and published cards are held against.</summary>
internal sealed class CardNow(LuoshiDb db, CardSources sources, LocalRules rules)
{
    public async Task<LedgerCard> OfAsync(Card card, CancellationToken cancellation = default)
    {
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation);
        return await OfAsync(list, card.Period, cancellation);
    }

    public Task<LedgerCard> OfAsync(PromiseList list, Period period, CancellationToken cancellation = default) =>
        OfAsync(list, period, rules.Of(list, period.LastDay), cancellation);

    public async Task<LedgerCard> OfAsync(PromiseList list, Period period, AssessmentRules by, CancellationToken cancellation = default)
    {
        var source = await sources.OfAsync(list, period, by, cancellation);
        var text = CardWriter.Write(source);
        return new LedgerCard(text, CardGate.Expect(text, source.Items));
    }
}
