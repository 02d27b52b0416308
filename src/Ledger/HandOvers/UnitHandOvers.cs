using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.HandOvers;

/// <summary>
/// The ledger's part when units merge or split: the successor takes over the shares in open items and reports the indicators from
/// its next report on. Reports already handed in and closed lists stay with the unit that did the work.
/// </summary>
internal static class UnitHandOvers
{
    private static readonly Words Kind = new("事项", "item");

    public static IServiceCollection AddUnitHandOvers(this IServiceCollection services) => services.AddOpenWork(OpenAsync).AddHandOver(CarryOutAsync);

    private static async Task<IReadOnlyList<OpenWork>> OpenAsync(LuoshiDb db, Guid unit, CancellationToken cancellation) =>
        [.. (await OpenItems(db, unit).OrderBy(i => i.ListId).ThenBy(i => i.Number).Select(i => new { i.Id, i.Number, i.Name, db.Set<PromiseList>().First(l => l.Id == i.ListId).Year }).ToListAsync(cancellation))
            .Select(i => new OpenWork(i.Id, Kind, $"{i.Number}．{i.Name}") { From = new DateOnly(i.Year, 1, 1) })];

    private static async Task CarryOutAsync(LuoshiDb db, UnitHandOver handOver, CancellationToken cancellation)
    {
        var from = handOver.FromUnit;
        var items = await OpenItems(db, from).Select(i => i.Id).ToListAsync(cancellation);
        foreach (var indicator in await db.Set<Indicator>().Where(i => i.UnitId == from && items.Contains(i.ItemId)).ToListAsync(cancellation))
            (indicator.UnitId, indicator.GivenAt) = (handOver.SuccessorOf(indicator.ItemId), LocalTime.Start(handOver.On));
        // Two units that merge may both have a share: rows added for the first are found for the second only among those not saved yet.
        var shares = (await db.Set<ItemUnit>().Where(u => items.Contains(u.ItemId)).ToListAsync(cancellation))
            .Concat(db.ChangeTracker.Entries<ItemUnit>().Where(e => e.State == EntityState.Added).Select(e => e.Entity))
            .Where(share => db.Entry(share).State != EntityState.Deleted).Distinct().ToLookup(share => share.ItemId);
        foreach (var item in items)
        {
            if (shares[item].FirstOrDefault(share => share.UnitId == from) is { } old)
                TakeOver(db, old, handOver.SuccessorOf(item), shares[item]);
        }
    }

    /// <summary>A successor that has a share of its own keeps the weightier of the two roles, and signs for what is new to it.</summary>
    private static void TakeOver(LuoshiDb db, ItemUnit old, Guid successor, IEnumerable<ItemUnit> shares)
    {
        db.Remove(old);
        if (shares.FirstOrDefault(share => share.UnitId == successor) is not { } own)
            db.Add(new ItemUnit { ItemId = old.ItemId, UnitId = successor, Role = old.Role });
        else if (old.Role < own.Role)
            (own.Role, own.SignedAt, own.SignedByPost) = (old.Role, null, null);
    }

    private static IQueryable<Item> OpenItems(LuoshiDb db, Guid unit) => db.Set<Item>()
        .Where(i => i.Status != ItemStatus.Accepted && i.Status != ItemStatus.Terminated && i.Status != ItemStatus.CarriedOver)
        .Where(i => db.Set<PromiseList>().Any(l => l.Id == i.ListId && !l.Closed))
        .Where(i => db.Set<ItemUnit>().Any(u => u.ItemId == i.Id && u.UnitId == unit) || db.Set<Indicator>().Any(x => x.ItemId == i.Id && x.UnitId == unit && !x.Retired));
}
