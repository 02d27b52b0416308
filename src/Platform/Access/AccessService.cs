using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access;

/// <summary>Answers "may this person act in this role on this unit today", and says for which post, so that the journal can name it.</summary>
public sealed class AccessService(LuoshiDb db, TimeProvider clock)
{
    private readonly Dictionary<(Guid, DateOnly), AccessView?> seen = [];

    public static readonly Refusal Denied = new(
        "access.denied",
        "您当前的岗位没有这项权限。如需办理，请联系本级督查机构或系统管理员。",
        "Your present post does not allow this. Please ask the inspection office or the administrator.");

    /// <summary>What the person may do; null when there is no such person.</summary>
    public async Task<AccessView?> OfAsync(Guid personId, DateOnly? day = null, CancellationToken cancellation = default)
    {
        var on = day ?? LocalTime.Today(clock);
        if (seen.TryGetValue((personId, on), out var known))
            return known;
        var name = await db.Set<Person>().Where(p => p.Id == personId).Select(p => p.Name).FirstOrDefaultAsync(cancellation);
        return seen[(personId, on)] = name is null ? null : new AccessView(personId, name, await GrantsAsync(personId, on, cancellation));
    }

    /// <summary>The actor to journal when the person may act in the role on the unit, else a refusal.</summary>
    public async Task<Outcome<Actor>> AllowAsync(Guid accountId, Guid personId, Role role, Guid unitId, CancellationToken cancellation = default)
    {
        var access = await OfAsync(personId, day: null, cancellation);
        var path = await db.Set<OrgUnit>().Where(u => u.Id == unitId).Select(u => u.Path).FirstOrDefaultAsync(cancellation);
        if (access is null || path is null || access.Find(role, path) is not { } grant)
            return Denied;
        var title = grant.AsDeputy ? $"{access.PersonName}（代理{grant.PostTitle}）" : $"{access.PersonName}（{grant.PostTitle}）";
        return new Actor { AccountId = accountId, PostId = grant.PostId, Name = title };
    }

    public async Task<bool> MayAsync(Guid personId, Role role, Guid unitId, CancellationToken cancellation = default)
    {
        var access = await OfAsync(personId, day: null, cancellation);
        var path = await db.Set<OrgUnit>().Where(u => u.Id == unitId).Select(u => u.Path).FirstOrDefaultAsync(cancellation);
        return access is not null && path is not null && access.Find(role, path) is not null;
    }

    /// <summary>All units on which the person has one of the roles, for filtering lists in one query.</summary>
    public async Task<IReadOnlySet<Guid>> UnitsAsync(Guid personId, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        var units = new HashSet<Guid>();
        if (await OfAsync(personId, day: null, cancellation) is not { } access)
            return units;
        foreach (var path in access.Paths(roles))
            units.UnionWith(await db.Set<OrgUnit>().Where(u => u.Path.StartsWith(path)).Select(u => u.Id).ToListAsync(cancellation));
        return units;
    }

    private async Task<List<Grant>> GrantsAsync(Guid person, DateOnly day, CancellationToken cancellation)
    {
        var held = db.Set<PostHolding>().Where(h => h.PersonId == person && h.From <= day && (h.Until == null || h.Until >= day)).Select(h => new { h.PostId, AsDeputy = false });
        var deputised = db.Set<PostDeputy>().Where(d => d.PersonId == person && d.From <= day && d.Until >= day).Select(d => new { d.PostId, AsDeputy = true });
        var rows =
            from mine in held.Concat(deputised)
            join post in db.Set<Post>() on mine.PostId equals post.Id
            join binding in db.Set<RoleBinding>() on post.Id equals binding.PostId
            join unit in db.Set<OrgUnit>() on binding.UnitId equals unit.Id
            where post.From <= day && (post.Until == null || post.Until >= day) && binding.From <= day && (binding.Until == null || binding.Until >= day)
            select new { binding.Role, UnitId = unit.Id, unit.Path, PostId = post.Id, post.Title, mine.AsDeputy };
        return [.. (await rows.ToListAsync(cancellation)).Select(r => new Grant(r.Role, r.UnitId, r.Path, r.PostId, r.Title, r.AsDeputy))];
    }
}
