using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Linking;

/// <summary>Two items of different lists that look like one promise, with the indicators that speak for it.</summary>
/// <param name="Pairs">Indicator of <paramref name="Item"/>, then that of <paramref name="Other"/>.</param>
internal sealed record LinkProposal(Item Item, Item Other, PromiseList OtherList, decimal Score, IReadOnlyList<Words> Reasons, IReadOnlyList<(Guid Mine, Guid Theirs)> Pairs);

/// <summary>Looks through the other open lists for promises an item repeats. Proposals are found anew each time and never stored.</summary>
internal sealed class LinkProposals(LuoshiDb db, LedgerStatements statements)
{
    /// <param name="only">One item of the list, or all of it.</param>
    public async Task<IReadOnlyList<LinkProposal>> OfAsync(PromiseList list, Guid? only = null, CancellationToken cancellation = default)
    {
        var links = (await db.Set<ItemLink>().AsNoTracking().ToListAsync(cancellation)).SelectMany(l => new[] { (l.ItemId, l.SameAsId), (l.SameAsId, l.ItemId) }).ToHashSet();
        var mine = await SideAsync(list, only, cancellation);
        var found = new List<LinkProposal>();
        var (year, id) = (list.Year, list.Id);
        foreach (var other in await db.Set<PromiseList>().AsNoTracking().Where(l => l.Id != id && (!l.Closed || l.Year != year) && l.Year >= year - 1 && l.Year <= year + 1).ToListAsync(cancellation))
        {
            var theirs = await SideAsync(other, only: null, cancellation);
            var matched = Matcher.Run([.. mine.Statements], [.. theirs.Statements]).Matches;
            foreach (var pair in matched.GroupBy(m => (Mine: mine.Owner[m.Left.Key], Theirs: theirs.Owner[m.Right.Key])))
            {
                var (one, another) = (mine.Items[pair.Key.Mine.ItemId], theirs.Items[pair.Key.Theirs.ItemId]);
                if (!links.Contains((one.Id, another.Id)))
                    found.Add(new LinkProposal(one, another, other, pair.Max(m => m.Likeness.Score), pair.MaxBy(m => m.Likeness.Score)!.Likeness.Reasons, [.. pair.Select(m => (pair.Key.Mine.Id, pair.Key.Theirs.Id))]));
            }
        }

        return [.. found.GroupBy(f => (f.Item.Id, f.Other.Id)).Select(g => g.MaxBy(f => f.Score)! with { Pairs = [.. g.SelectMany(f => f.Pairs).Distinct()] }).OrderByDescending(f => f.Score)];
    }

    private async Task<Linkable> SideAsync(PromiseList list, Guid? only, CancellationToken cancellation)
    {
        var listId = list.Id;
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.ListId == listId && (only == null || i.Id == only)).ToDictionaryAsync(i => i.Id, cancellation);
        var ids = items.Keys.ToList();
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.ItemId) && i.PartOfId == null && !i.Retired).ToListAsync(cancellation);
        var owner = indicators.ToDictionary(i => LedgerStatements.KeyOf(i.Id), i => i, StringComparer.Ordinal);
        var said = (await statements.OfAsync(list, list.Plan, cancellation)).Where(s => owner.ContainsKey(s.Key)).ToList();
        return new Linkable(said, owner, items);
    }

    private sealed record Linkable(IReadOnlyList<Statement> Statements, Dictionary<string, Indicator> Owner, Dictionary<Guid, Item> Items);
}
