using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access;

/// <summary>Who has a role today: whom to tell, and which posts to choose from.</summary>
public sealed class RoleHolders(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Every post that has the role somewhere today.</summary>
    public async Task<IReadOnlyList<Guid>> PostsAsync(Role role, CancellationToken cancellation = default)
    {
        var today = LocalTime.Today(clock);
        return await Bindings(today).Where(b => b.Role == role).Select(b => b.PostId).Distinct().ToListAsync(cancellation);
    }

    /// <summary>The people who have one of the roles on each unit, granted on it or on one above: holders of the posts and those who stand in for them.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> OfAsync(IReadOnlyCollection<Guid> units, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        var today = LocalTime.Today(clock);
        var paths = await db.Set<OrgUnit>().Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Path }).ToListAsync(cancellation);
        var chains = paths.ToDictionary(u => u.Id, u => u.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToList());
        var above = chains.Values.SelectMany(chain => chain).Distinct().ToList();
        var granted = (await Bindings(today).Where(b => above.Contains(b.UnitId) && roles.Contains(b.Role)).Select(b => new { b.UnitId, b.PostId }).ToListAsync(cancellation)).ToLookup(b => b.UnitId, b => b.PostId);
        var people = await InPostsAsync([.. granted.SelectMany(posts => posts).Distinct()], today, cancellation);
        return units.Distinct().ToDictionary(unit => unit, IReadOnlyList<Guid> (unit) =>
            [.. chains.GetValueOrDefault(unit, []).SelectMany(one => granted[one]).SelectMany(post => people[post]).Distinct()]);
    }

    /// <summary>The same, but a unit nobody has a role on is told through whoever holds a post in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> PeopleAsync(IReadOnlyCollection<Guid> units, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        var today = LocalTime.Today(clock);
        var granted = await OfAsync(units, roles, cancellation);
        var bare = granted.Where(unit => unit.Value.Count == 0).Select(unit => unit.Key).ToList();
        if (bare.Count == 0)
            return granted;
        var own = (await db.Set<Post>().Where(p => bare.Contains(p.UnitId) && p.From <= today && (p.Until == null || p.Until >= today)).Select(p => new { p.UnitId, p.Id }).ToListAsync(cancellation)).ToLookup(p => p.UnitId, p => p.Id);
        var people = await InPostsAsync([.. own.SelectMany(posts => posts)], today, cancellation);
        return granted.ToDictionary(unit => unit.Key, unit => unit.Value.Count > 0 ? unit.Value : [.. own[unit.Key].SelectMany(post => people[post]).Distinct()]);
    }

    private async Task<ILookup<Guid, Guid>> InPostsAsync(List<Guid> posts, DateOnly today, CancellationToken cancellation)
    {
        var held = db.Set<PostHolding>().Where(h => posts.Contains(h.PostId) && h.From <= today && (h.Until == null || h.Until >= today)).Select(h => new { h.PostId, h.PersonId });
        var standing = db.Set<PostDeputy>().Where(d => posts.Contains(d.PostId) && d.From <= today && d.Until >= today).Select(d => new { d.PostId, d.PersonId });
        return (await held.Concat(standing).ToListAsync(cancellation)).ToLookup(h => h.PostId, h => h.PersonId);
    }

    private IQueryable<RoleBinding> Bindings(DateOnly today) => db.Set<RoleBinding>().AsNoTracking().Where(b => b.From <= today && (b.Until == null || b.Until >= today));
}
