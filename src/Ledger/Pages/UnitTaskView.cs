using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record UnitTask(Guid ShareId, Guid ItemId, int Number, string Item, string ListTitle, UnitRole Role, DateOnly? Deadline, DateTime? SignedAt);

/// <summary>Everything a unit was given, and what it has signed for.</summary>
internal sealed record UnitTaskView(Guid Unit, string Name, Period Period, IReadOnlyList<UnitTask> Tasks, bool MaySign);

internal sealed class UnitTaskViews(LuoshiDb db, OrgDirectory directory, LedgerAccess access, HomeViews homes)
{
    public async Task<UnitTaskView?> OfAsync(Guid unit, CancellationToken cancellation)
    {
        if (await directory.UnitAsync(unit, cancellation) is not { } named)
            return null;
        var rows =
            from share in db.Set<ItemUnit>().AsNoTracking().Where(u => u.UnitId == unit)
            join item in db.Set<Item>() on share.ItemId equals item.Id
            join list in db.Set<PromiseList>() on item.ListId equals list.Id
            where !list.Closed
            orderby list.Year descending, list.Title, item.Number
            select new UnitTask(share.Id, item.Id, item.Number, item.Name, list.Title, share.Role, item.Deadline, share.SignedAt);
        var may = (await access.ReporterAsync(unit, cancellation)).IsOk || (await access.LeaderAsync(unit, cancellation)).IsOk;
        return new UnitTaskView(unit, named.Name, await homes.CurrentAsync(cancellation), await rows.ToListAsync(cancellation), may);
    }
}
