using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Linking.Pages;

/// <summary>Another item that carries the promise of the one whose sheet is shown.</summary>
/// <param name="CountedThere">True when its unit reports for both, false when this one's does, null when each reports for itself.</param>
internal sealed record LinkedItem(Guid LinkId, Guid ItemId, int Number, string Name, Guid ListId, string ListTitle, int Year, bool? CountedThere)
{
    /// <summary>Months in which the item that is counted through the link keeps the number its own unit reported.</summary>
    public IReadOnlyList<Kernel.Time.Period> Own { get; init; } = [];
}

internal sealed record LinksView(PromiseList List, IReadOnlyList<LinkProposal> Proposals, FormState Form);

internal sealed class LinkViews(LuoshiDb db, LinkProposals proposals)
{
    public async Task<LinksView?> OfAsync(Guid listId, Guid? only, FormState form, CancellationToken cancellation) =>
        await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is { } list
            ? new LinksView(list, await proposals.OfAsync(list, only, cancellation), form)
            : null;

    public async Task<IReadOnlyList<LinkedItem>> OfItemAsync(Guid item, CancellationToken cancellation)
    {
        var links = await db.Set<ItemLink>().AsNoTracking().Where(l => l.ItemId == item || l.SameAsId == item).ToListAsync(cancellation);
        if (links.Count == 0)
            return [];
        var ids = links.Select(l => l.ItemId == item ? l.SameAsId : l.ItemId).ToList();
        var others = await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).Join(db.Set<PromiseList>(), i => i.ListId, l => l.Id, (i, l) => new { i.Id, i.Number, i.Name, List = l.Id, l.Title, l.Year }).ToDictionaryAsync(o => o.Id, cancellation);
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.ItemId == item || ids.Contains(i.ItemId)).Select(i => new { i.Id, i.ItemId, i.CountedById }).ToListAsync(cancellation);
        var owner = indicators.ToDictionary(i => i.Id, i => i.ItemId);
        var counted = indicators.Where(i => i.CountedById is not null).Select(i => i.Id).ToList();
        var own = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => counted.Contains(f.IndicatorId) && db.Set<ReportLine>().Any(l => l.ReportId == f.ReportId && l.IndicatorId == f.IndicatorId))
            .Select(f => new { f.IndicatorId, f.Period }).ToListAsync(cancellation);
        return [.. links.Select(One)];

        LinkedItem One(ItemLink link)
        {
            var other = others[link.ItemId == item ? link.SameAsId : link.ItemId];
            var there = indicators.Any(i => i.ItemId == item && i.CountedById is { } by && owner.GetValueOrDefault(by) == other.Id);
            var here = indicators.Any(i => i.ItemId == other.Id && i.CountedById is { } by && owner.GetValueOrDefault(by) == item);
            return new LinkedItem(link.Id, other.Id, other.Number, other.Name, other.List, other.Title, other.Year, there ? true : here ? false : null)
            {
                Own = [.. own.Where(f => owner[f.IndicatorId] == (there ? item : other.Id)).Select(f => f.Period).Distinct().OrderBy(p => p.LastDay)],
            };
        }
    }
}
