using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record CardView
{
    public required Card Card { get; init; }

    public required PromiseList List { get; init; }

    public required IReadOnlyList<ExpectedNumber> Figures { get; init; }

    /// <summary>What the gate says of the text as it is; only asked for drafts.</summary>
    public IReadOnlyList<GateProblem> Problems { get; init; } = [];

    /// <summary>How far each indicator's number was checked by somebody else, as of now: a card stays as published, what is found about it later is told.</summary>
    public IReadOnlyDictionary<Guid, Assessments.Verification> Levels { get; init; } = new Dictionary<Guid, Assessments.Verification>();

    public FormState Form { get; init; } = new();
}

internal sealed class CardViews(LuoshiDb db, Verifying.VerificationLevels levels)
{
    public async Task<CardView?> OfAsync(Guid id, FormState? form, CancellationToken cancellation)
    {
        if (await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } card)
            return null;
        var figures = CardFigures.FromJson(card.Figures);
        return new CardView
        {
            Card = card,
            List = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation),
            Figures = figures,
            Problems = card.State == CardState.Draft ? CardGate.Check(card.Text, figures, card.Generated) : [],
            Levels = await levels.AtAsync([.. figures.Select(f => f.Indicator).OfType<Guid>().Distinct()], card.PeriodEnd, cancellation),
            Form = form ?? new FormState(),
        };
    }
}
