using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Changing;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record CardView
{
    public required Card Card { get; init; }

    public required PromiseList List { get; init; }

    public required IReadOnlyList<ExpectedNumber> Figures { get; init; }

    /// <summary>What the ledger has otherwise since a draft was written.</summary>
    public IReadOnlyList<FigureChange> Changes { get; init; } = [];

    /// <summary>What the ledger has corrected since a card went out.</summary>
    public IReadOnlyList<CardCorrection> Corrections { get; init; } = [];

    /// <summary>All printings of a published card, the first one first.</summary>
    public IReadOnlyList<CardEdition> Editions { get; init; } = [];

    /// <summary>Against the printing before.</summary>
    public IReadOnlyList<FigureChange> SinceFormer { get; init; } = [];

    public CardEdition? Edition => Editions.FirstOrDefault(e => e.Id == Card.Id);

    public CardEdition? Former => Edition is { Number: var number } ? Editions.FirstOrDefault(e => e.Number == number - 1) : null;

    public CardEdition? Newest => Editions.Count > 0 && Editions[^1].Id != Card.Id ? Editions[^1] : null;

    /// <summary>Somebody wants the card written again: what that does is asked first.</summary>
    public bool Again { get; init; }

    /// <summary>What the gate says of the text as it is; only asked for drafts.</summary>
    public IReadOnlyList<GateProblem> Problems { get; init; } = [];

    /// <summary>How far each indicator's number was checked by somebody else, as of now: a card stays as published, what is found about it later is told.</summary>
    public IReadOnlyDictionary<Guid, Assessments.Verification> Levels { get; init; } = new Dictionary<Guid, Assessments.Verification>();

    /// <summary>What should be looked at before publication but does not stop it.</summary>
    public IReadOnlyList<GateProblem> Warnings => PartWarnings.Of(Figures);

    public IReadOnlyDictionary<Guid, CardCurve> Curves { get; init; } = new Dictionary<Guid, CardCurve>();

    public IReadOnlyList<CardPhoto> Photos { get; init; } = [];

    /// <summary>Item numbers by id, for the photos.</summary>
    public IReadOnlyDictionary<Guid, int> ItemNumbers { get; init; } = new Dictionary<Guid, int>();

    /// <summary>Photos of accepted reports; only asked for drafts.</summary>
    public IReadOnlyList<PhotoChoice> Offered { get; init; } = [];

    /// <summary>Scheme and host, which pictures that are shared must name.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The office that published it, by the name it had; null for a draft and where no post is known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Whoever published it sees so, and the way back.</summary>
    public bool JustPublished { get; init; }

    public FormState Form { get; init; } = new();

    /// <summary>就业创业方面，… is listed as 就业创业.</summary>
    public string NameOf(int number)
    {
        var line = Card.Text.Split('\n').FirstOrDefault(l => CardPlaces.NumberOf(l) == number) ?? "";
        var body = line[(line.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var end = body.IndexOf("方面", StringComparison.Ordinal);
        return end > 0 ? body[..end] : body.Length <= 20 ? body : body[..20] + "…";
    }

    public ExpectedNumber? ShareOf(ExpectedNumber amount) => amount.Indicator is null ? null : Figures.FirstOrDefault(f => f.Indicator == amount.Indicator && f.As == PrintedAs.OfPlan);

    public IReadOnlyList<(string Number, string Word)> Counts => [.. Figures.Where(f => f is { As: PrintedAs.Count, Items: not null, Name: not null }).Select(f => (f.Printed, f.Name!))];
}

internal sealed class CardViews(LuoshiDb db, CardNow now, Corrections corrections, ChoosePhotos photos, Verifying.VerificationLevels levels, OrgDirectory directory)
{
    public async Task<CardView?> OfAsync(Guid id, FormState? form, CancellationToken cancellation)
    {
        if (await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } card)
            return null;
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation);
        var stored = CardFigures.FromJson(card.Figures);
        // A draft is held against the ledger as it is now, whatever it was when the draft was written.
        var ledger = card.State == CardState.Draft ? await now.OfAsync(list, card.Period, cancellation) : null;
        var figures = ledger?.Figures ?? stored;
        var editions = await corrections.EditionsAsync(card, cancellation);
        return new CardView
        {
            Card = card,
            List = list,
            Figures = figures,
            Problems = ledger is null ? [] : CardGate.Check(card.Text, figures, ledger.Text.Plain),
            Changes = ledger is null ? [] : FigureChange.Between(stored, figures),
            Corrections = card.State == CardState.Published ? await corrections.OfAsync(card, list, cancellation) : [],
            Editions = editions,
            SinceFormer = await SinceFormerAsync(card.Id, editions, stored, cancellation),
            Levels = await levels.AtAsync([.. figures.Select(f => f.Indicator).OfType<Guid>().Distinct()], card.PeriodEnd, cancellation),
            Curves = CardCurve.FromJson(card.Curves).ToDictionary(c => c.Indicator),
            Photos = card.State == CardState.Draft ? await photos.AcceptedAsync(card, cancellation) : await photos.ChosenAsync(id, cancellation),
            ItemNumbers = await db.Set<Item>().Where(i => i.ListId == card.ListId).ToDictionaryAsync(i => i.Id, i => i.Number, cancellation),
            Offered = card.State == CardState.Draft ? await photos.OfferAsync(card, cancellation) : [],
            Publisher = card is { PublishedByPost: { } post, PublishedAt: { } at } ? (await directory.PostsAsync(LocalTime.Day(at), [post], cancellation)) is [var office, ..] ? office.UnitName : null : null,
            Form = form ?? new FormState(),
        };
    }

    private async Task<IReadOnlyList<FigureChange>> SinceFormerAsync(Guid card, IReadOnlyList<CardEdition> editions, IReadOnlyList<ExpectedNumber> figures, CancellationToken cancellation)
    {
        if (editions.FirstOrDefault(e => e.Id == card) is not { Number: > 1 } own)
            return [];
        var before = editions[own.Number - 2].Id;
        return FigureChange.Between(CardFigures.FromJson(await db.Set<Card>().Where(c => c.Id == before).Select(c => c.Figures).FirstAsync(cancellation)), figures);
    }
}
