using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Keeping;

/// <summary>Keeps a person's own filters and columns, and remembers their visits. Everybody reaches their own alone.</summary>
internal sealed class KeepView(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Looking again within the hour is the same visit.</summary>
    private static readonly TimeSpan Visit = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<KeptFilter>> FiltersAsync(Guid person, CancellationToken cancellation = default) =>
        await db.Set<KeptFilter>().AsNoTracking().Where(f => f.PersonId == person).OrderBy(f => f.Name).ToListAsync(cancellation);

    /// <summary>A name that is taken already is given to the new filter.</summary>
    public async Task<Outcome<Guid>> FilterAsync(Guid person, string name, string query, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(name))
            return LedgerRefusals.Missing("name", "筛选条件的名称", "name of the filter");
        if (name.Trim().Length > KeptFilter.MaxName)
            return LedgerRefusals.TooLong("name", KeptFilter.MaxName);
        // Only what a filter says is kept; a page number or a language would come back at the wrong time.
        var kept = Filtering.OverviewFilter.From(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
        var text = (kept with { Month = null }).Href()[OverviewPathLength..];
        if (text.Length > KeptFilter.MaxQuery)
            return LedgerRefusals.TooLong("name", KeptFilter.MaxQuery);
        var mine = await db.Set<KeptFilter>().Where(f => f.PersonId == person).ToListAsync(cancellation);
        if (mine.Find(f => f.Name == name.Trim()) is { } same)
            return await RenewAsync(same, text, cancellation);
        if (mine.Count >= KeptFilter.MostOfPerson)
            return new Refusal("overview.too_many_filters", $"最多保存{KeptFilter.MostOfPerson}个筛选条件，请先删除不用的。", $"You can keep {KeptFilter.MostOfPerson} filters; remove one you no longer use first.", "name");
        var filter = new KeptFilter { PersonId = person, Name = name.Trim(), Query = text };
        db.Add(filter);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return filter.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            // Two saves of one name at once: the other made it, this one renews it.
            if (await db.Set<KeptFilter>().FirstOrDefaultAsync(f => f.PersonId == person && f.Name == filter.Name, cancellation) is { } theirs)
                return await RenewAsync(theirs, text, cancellation);
            throw;
        }
    }

    private async Task<Guid> RenewAsync(KeptFilter filter, string query, CancellationToken cancellation)
    {
        await db.Set<KeptFilter>().Where(f => f.Id == filter.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Query, query), cancellation);
        return filter.Id;
    }

    public Task DropAsync(Guid person, Guid filter, CancellationToken cancellation = default) =>
        db.Set<KeptFilter>().Where(f => f.Id == filter && f.PersonId == person).ExecuteDeleteAsync(cancellation);

    public async Task<RowColumns> ColumnsAsync(Guid person, CancellationToken cancellation = default) =>
        RowColumns.Parse(await db.Set<PersonDesk>().Where(d => d.PersonId == person).Select(d => d.Columns).FirstOrDefaultAsync(cancellation));

    public async Task ColumnsAsync(Guid person, RowColumns columns, CancellationToken cancellation = default)
    {
        var chosen = columns.IsUsual ? null : columns.ToString();
        (await DeskAsync(person, cancellation)).Columns = chosen;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two first saves at once: the other made the row, this one writes into it.
            db.ChangeTracker.Clear();
            await db.Set<PersonDesk>().Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Columns, chosen), cancellation);
        }
    }

    /// <summary>Notes that the person is here, and says since when things are new to them; null on their first visit.</summary>
    public async Task<DateTime?> VisitAsync(Guid person, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var desk = await DeskAsync(person, cancellation);
        var seen = desk.SeenAt;
        if (seen is null)
            desk.NewsSince = now;
        else if (now - seen > Visit)
            desk.NewsSince = seen;
        // Written once in a while, not at every click.
        if (seen is null || now - seen > Visit / 4)
        {
            desk.SeenAt = now;
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Two pages opened at once on a first visit; the other one has noted it.
                db.Entry(desk).State = EntityState.Detached;
            }
        }

        return seen is null ? null : desk.NewsSince;
    }

    private static int OverviewPathLength => Filtering.OverviewPaths.Overview.Length;

    private async Task<PersonDesk> DeskAsync(Guid person, CancellationToken cancellation)
    {
        if (await db.Set<PersonDesk>().FirstOrDefaultAsync(d => d.PersonId == person, cancellation) is { } desk)
            return desk;
        desk = new PersonDesk { PersonId = person };
        db.Add(desk);
        return desk;
    }
}
