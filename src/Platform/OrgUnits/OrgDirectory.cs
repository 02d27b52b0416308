using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

public sealed record UnitView(Guid Id, string Name, string? ShortName, Guid? ParentId, string? Division, DateOnly From, DateOnly? Until, int Order, int RowVersion);

/// <summary>A post with the unit and the person holding it on the day asked for.</summary>
public sealed record PostView(Guid Id, string Title, Guid UnitId, string UnitName, Guid? PersonId, string? PersonName);

/// <summary>What other modules ask about units, posts and people.</summary>
public sealed class OrgDirectory(LuoshiDb db)
{
    /// <summary>Every unit that exists on the day, parents before children and siblings in their printed order.</summary>
    public async Task<IReadOnlyList<UnitView>> UnitsAsync(DateOnly day, Guid? below = null, CancellationToken cancellation = default)
    {
        var units = await Existing(day).ToListAsync(cancellation);
        var children = units.ToLookup(u => u.ParentId);
        var known = units.Select(u => u.Id).ToHashSet();
        var ordered = new List<UnitView>(units.Count);
        // A unit whose parent has ended stands at the top until someone moves it.
        var tops = below is { } root ? units.Where(u => u.Id == root) : units.Where(u => u.ParentId is not { } parent || !known.Contains(parent));
        Walk(tops);
        return ordered;

        void Walk(IEnumerable<OrgUnit> siblings)
        {
            foreach (var unit in siblings.OrderBy(u => u.Order).ThenBy(u => u.Name, StringComparer.Ordinal))
            {
                ordered.Add(View(unit));
                Walk(children[unit.Id]);
            }
        }
    }

    public async Task<UnitView?> UnitAsync(Guid id, CancellationToken cancellation = default) =>
        await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellation) is { } unit ? View(unit) : null;

    /// <summary>Names for display, ended units included.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        await db.Set<OrgUnit>().AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellation);

    /// <summary>Units called <paramref name="name"/> in full or in short; several when the name alone does not tell.</summary>
    public async Task<IReadOnlyList<UnitView>> NamedAsync(string name, DateOnly day, CancellationToken cancellation = default) =>
        [.. (await Existing(day).Where(u => u.Name == name || u.ShortName == name).ToListAsync(cancellation)).Select(View)];

    /// <summary>The ids of a unit and of everything below it, ended units included.</summary>
    public async Task<IReadOnlyList<Guid>> SubtreeAsync(Guid unit, CancellationToken cancellation = default)
    {
        var path = await db.Set<OrgUnit>().Where(u => u.Id == unit).Select(u => u.Path).FirstOrDefaultAsync(cancellation);
        return path is null ? [] : await db.Set<OrgUnit>().Where(u => u.Path.StartsWith(path)).Select(u => u.Id).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<PostView>> PostsAsync(DateOnly day, IReadOnlyCollection<Guid>? ids = null, CancellationToken cancellation = default)
    {
        var posts = db.Set<Post>().AsNoTracking();
        posts = ids is null ? posts.Where(p => p.From <= day && (p.Until == null || p.Until >= day)) : posts.Where(p => ids.Contains(p.Id));
        var rows =
            from post in posts
            join unit in db.Set<OrgUnit>() on post.UnitId equals unit.Id
            join holding in db.Set<PostHolding>().Where(h => h.From <= day && (h.Until == null || h.Until >= day)) on post.Id equals holding.PostId into holdings
            from holding in holdings.DefaultIfEmpty()
            join person in db.Set<Person>() on holding.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby unit.Path, post.Title
            select new { post.Id, post.Title, post.UnitId, UnitName = unit.Name, PersonId = (Guid?)person.Id, PersonName = person.Name };
        return [.. (await rows.ToListAsync(cancellation)).Select(r => new PostView(r.Id, r.Title, r.UnitId, r.UnitName, r.PersonId, r.PersonName))];
    }

    private IQueryable<OrgUnit> Existing(DateOnly day) =>
        db.Set<OrgUnit>().AsNoTracking().Where(u => u.From <= day && (u.Until == null || u.Until >= day));

    internal static UnitView View(OrgUnit unit) =>
        new(unit.Id, unit.Name, unit.ShortName, unit.ParentId, unit.Division?.ToString(), unit.From, unit.Until, unit.Order, unit.RowVersion);
}
