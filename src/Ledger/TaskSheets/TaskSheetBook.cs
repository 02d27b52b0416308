using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>Gathers a list's task sheet in a fixed number of queries.</summary>
internal sealed class TaskSheetBook(LuoshiDb db, OrgDirectory directory, TimeProvider clock)
{
    public async Task<TaskSheet?> OfAsync(Guid listId, CancellationToken cancellation = default)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return null;
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.ListId == listId).OrderBy(i => i.Number).ToListAsync(cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == listId).ToDictionaryAsync(c => c.Id, cancellation);
        var (ids, shares) = (items.ConvertAll(i => i.Id), await SharesAsync(listId, cancellation));
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.ItemId) && !i.Retired).OrderBy(i => i.Number).ToListAsync(cancellation);
        var units = shares.SelectMany(s => s).Select(s => s.UnitId).Concat(indicators.Select(i => i.UnitId).OfType<Guid>()).Distinct().ToList();
        var names = await directory.NamesAsync(units, cancellation);
        var posts = (await directory.PostsAsync(LocalTime.Today(clock), [.. items.Select(i => i.LeadPostId).OfType<Guid>().Distinct()], cancellation)).ToDictionary(p => p.Id, p => p.UnitName + p.Title);
        var funds = (await db.Set<ItemFund>().AsNoTracking().Where(f => ids.Contains(f.ItemId)).ToListAsync(cancellation)).ToLookup(f => f.ItemId);
        var details = await DetailsAsync(indicators, cancellation);
        return new TaskSheet(list,
        [
            .. items.Select(item => new TaskItem
            {
                Item = item,
                Category = Bundle(item)?.ParentId is { } parent ? commitments[parent].Promise : null,
                Promise = Bundle(item)?.Promise,
                Official = item.LeadPostId is { } post && posts.TryGetValue(post, out var title) ? title : item.LeadOfficial,
                Units = shares[item.Id].OrderBy(s => names.GetValueOrDefault(s.UnitId, ""), StringComparer.Ordinal).ToLookup(s => s.Role, s => names.GetValueOrDefault(s.UnitId, "—")),
                Funds = [.. FundSources.All.SelectMany(source => funds[item.Id].Where(f => f.Source == source))],
                Indicators = [.. Ordered(indicators.Where(i => i.ItemId == item.Id).ToArray()).Select(i => details(i) with { Reporter = Reporter(i, shares[item.Id], names) })],
            }),
        ]);

        Commitment? Bundle(Item item) => item.CommitmentId is { } id ? commitments.GetValueOrDefault(id) : null;
    }

    private async Task<ILookup<Guid, ItemUnit>> SharesAsync(Guid list, CancellationToken cancellation) =>
        (await db.Set<ItemUnit>().AsNoTracking().Join(db.Set<Item>().Where(i => i.ListId == list), u => u.ItemId, i => i.Id, (u, _) => u).ToListAsync(cancellation)).ToLookup(u => u.ItemId);

    /// <summary>Each headline with its parts behind it.</summary>
    private static IEnumerable<Indicator> Ordered(Indicator[] indicators) =>
        indicators.Where(i => i.PartOfId is null).SelectMany(h => indicators.Where(p => p.PartOfId == h.Id).Prepend(h));

    private static string? Reporter(Indicator indicator, IEnumerable<ItemUnit> shares, IReadOnlyDictionary<Guid, string> names) =>
        indicator.UnitId is { } unit && unit != shares.MinBy(s => s.Role)?.UnitId ? names.GetValueOrDefault(unit) : null;

    private async Task<Func<Indicator, TaskIndicator>> DetailsAsync(List<Indicator> indicators, CancellationToken cancellation)
    {
        var ids = indicators.ConvertAll(i => i.Id);
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.IndicatorId)).OrderBy(t => t.Version).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var plans = (await db.Set<PlanEntry>().AsNoTracking().Where(p => ids.Contains(p.IndicatorId)).OrderBy(p => p.Month).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var steps = (await db.Set<IndicatorStep>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).OrderBy(s => s.Number).ToListAsync(cancellation)).ToLookup(s => s.IndicatorId);
        return i => new TaskIndicator { Indicator = i, Target = targets[i.Id].LastOrDefault(), Original = targets[i.Id].FirstOrDefault()?.Value is { } first && first != targets[i.Id].Last().Value ? first : null, Plan = [.. plans[i.Id]], Steps = [.. steps[i.Id]] };
    }
}
