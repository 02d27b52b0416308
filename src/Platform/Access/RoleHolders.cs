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

    /// <summary>
    /// The people who have one of the roles on each unit by a grant on that unit itself, holders and those who stand in for them.
    /// A unit nobody has a role on is told through whoever holds a post in it.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> PeopleAsync(IReadOnlyCollection<Guid> units, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        var today = LocalTime.Today(clock);
        var granted = await Bindings(today).Where(b => units.Contains(b.UnitId) && roles.Contains(b.Role)).Select(b => new { b.UnitId, b.PostId }).ToListAsync(cancellation);
        var own = await db.Set<Post>().Where(p => units.Contains(p.UnitId) && p.From <= today && (p.Until == null || p.Until >= today)).Select(p => new { p.UnitId, PostId = p.Id }).ToListAsync(cancellation);
        var posts = granted.Concat(own).Select(p => p.PostId).Distinct().ToList();
        var held = db.Set<PostHolding>().Where(h => posts.Contains(h.PostId) && h.From <= today && (h.Until == null || h.Until >= today)).Select(h => new { h.PostId, h.PersonId });
        var standing = db.Set<PostDeputy>().Where(d => posts.Contains(d.PostId) && d.From <= today && d.Until >= today).Select(d => new { d.PostId, d.PersonId });
        var people = (await held.Concat(standing).ToListAsync(cancellation)).ToLookup(h => h.PostId, h => h.PersonId);
        var (byGrant, byPost) = (granted.ToLookup(g => g.UnitId, g => g.PostId), own.ToLookup(p => p.UnitId, p => p.PostId));
        return units.Distinct().ToDictionary(unit => unit, unit =>
        {
            var told = Of(byGrant[unit]);
            return told.Count > 0 ? told : Of(byPost[unit]);
        });

        IReadOnlyList<Guid> Of(IEnumerable<Guid> those) => [.. those.SelectMany(post => people[post]).Distinct()];
    }

    private IQueryable<RoleBinding> Bindings(DateOnly today) => db.Set<RoleBinding>().AsNoTracking().Where(b => b.From <= today && (b.Until == null || b.Until >= today));
}
