using Luoshi.Ledger.Documents;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Matching;
using Luoshi.Ledger.ReportCards;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Comparing.Pages;

/// <summary>Something that can be chosen as a side.</summary>
internal sealed record SideChoice(string Code, string Title);

internal enum CompareTab
{
    All,
    Waiting,
    Changed,
    Dropped,
    Added,
    Others,
}

internal sealed record CompareView
{
    /// <summary>Where this comparison lives: under the library for everybody, under the ledger for people with a role.</summary>
    public required string Address { get; init; }

    public required bool Internal { get; init; }

    public string LeftCode { get; init; } = "";

    public string RightCode { get; init; } = "";

    /// <summary>Null until both sides are chosen.</summary>
    public Comparison? Comparison { get; init; }

    public required IReadOnlyList<SideChoice> Documents { get; init; }

    public IReadOnlyList<SideChoice> Lists { get; init; } = [];

    public IReadOnlyList<SideChoice> Cards { get; init; } = [];

    public CompareTab Tab { get; init; }

    public bool SignedIn { get; init; }

    public FormState Form { get; init; } = new();

    public IEnumerable<ComparedPair> Shown => Comparison is null ? [] : Tab switch
    {
        CompareTab.Waiting => Comparison.Pairs.Where(p => p.Waits),
        CompareTab.Changed => Comparison.Pairs.Where(p => p.Changed),
        CompareTab.All => Comparison.Pairs,
        _ => [],
    };

    /// <summary>Statements without a counterpart in the chosen tab.</summary>
    public IReadOnlyList<Statement> Alone => Comparison is null ? [] : Tab switch
    {
        CompareTab.Dropped => Comparison.Dropped,
        CompareTab.Added => Comparison.Added,
        CompareTab.Others => [.. Comparison.OtherLeft, .. Comparison.OtherRight],
        _ => [],
    };
}

internal sealed class CompareViews(LuoshiDb db, Sides sides, Decisions decisions)
{
    private const int MostChoices = 200;

    public async Task<CompareView> OfAsync(string address, Sight sight, string? left, string? right, string? tab, CancellationToken cancellation)
    {
        var one = await sides.OpenAsync(left, sight, cancellation);
        var other = await sides.OpenAsync(right, sight, cancellation);
        return new CompareView
        {
            Address = address,
            Internal = sight.Ledger,
            LeftCode = one?.Code ?? "",
            RightCode = other?.Code ?? "",
            Comparison = one is null || other is null || one.Code == other.Code ? null : Comparer.Run(one, other, await decisions.OfAsync(one, other, cancellation)),
            Documents = [.. (await db.Set<StoredDocument>().AsNoTracking().OrderByDescending(d => d.ReceivedAt).Take(MostChoices).Select(d => new { d.Id, d.Title, d.Name }).ToListAsync(cancellation)).Select(d => new SideChoice(Sides.DocumentCode(d.Id), d.Title.Length > 0 ? d.Title : d.Name))],
            Lists = sight.Ledger ? await ListsAsync(cancellation) : [],
            Cards = await CardsAsync(sight.Drafts, cancellation),
            Tab = Enum.TryParse<CompareTab>(tab, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : CompareTab.All,
        };
    }

    private async Task<IReadOnlyList<SideChoice>> ListsAsync(CancellationToken cancellation) =>
        [.. (await db.Set<PromiseList>().AsNoTracking().OrderByDescending(l => l.Year).ThenBy(l => l.Title).Take(MostChoices).ToListAsync(cancellation)).Select(l => new SideChoice(Sides.ListCode(l.Id), l.Title))];

    private async Task<IReadOnlyList<SideChoice>> CardsAsync(bool drafts, CancellationToken cancellation) =>
        [.. (await db.Set<Card>().AsNoTracking().Where(c => drafts || c.State != CardState.Draft).OrderByDescending(c => c.PeriodEnd).Take(MostChoices).Select(c => new { c.Id, c.Title }).ToListAsync(cancellation)).Select(c => new SideChoice(Sides.CardCode(c.Id), c.Title))];
}
