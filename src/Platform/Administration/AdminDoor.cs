using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Administration;

/// <summary>
/// Lets administrators in, and says for which post they act. An administrator of a district keeps the district: units, posts and
/// people above it are another's.
/// </summary>
internal sealed class AdminDoor(CurrentUser user, AccessService access, LuoshiDb db, TimeProvider clock)
{
    /// <summary>For what belongs to no unit: the list of people, an import, the jobs.</summary>
    public async Task<Outcome<Actor>> EnterAsync(CancellationToken cancellation)
    {
        if (user.PersonId is not { } person || await access.OfAsync(person, cancellation: cancellation) is not { } view || view.Tops(Role.Administrator).Count == 0)
            return AccessService.Denied;
        return await user.ActAsync(Role.Administrator, view.Tops(Role.Administrator).First(), cancellation);
    }

    public Task<Outcome<Actor>> OverUnitAsync(Guid unit, CancellationToken cancellation) => user.ActAsync(Role.Administrator, unit, cancellation);

    /// <summary>A unit without one above it, and what concerns the whole installation, is for whoever administers from the top.</summary>
    public async Task<Outcome<Actor>> OverAllAsync(CancellationToken cancellation)
    {
        if (user.PersonId is not { } person || await access.OfAsync(person, cancellation: cancellation) is not { } view)
            return AccessService.Denied;
        var tops = view.Tops(Role.Administrator);
        var root = await db.Set<OrgUnit>().Where(u => tops.Contains(u.Id) && u.ParentId == null).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellation);
        return root is { } top ? await user.ActAsync(Role.Administrator, top, cancellation) : AccessService.Denied;
    }

    public async Task<Outcome<Actor>> OverPostAsync(Guid post, CancellationToken cancellation) =>
        await db.Set<Post>().Where(p => p.Id == post).Select(p => (Guid?)p.UnitId).FirstOrDefaultAsync(cancellation) is { } unit
            ? await OverUnitAsync(unit, cancellation)
            : await EnterAsync(cancellation);

    /// <summary>Whoever could reset a password could act as that person, so every unit the person has a post in must be one's own.</summary>
    public async Task<Outcome<Actor>> OverPersonAsync(Guid person, CancellationToken cancellation)
    {
        if (!(await EnterAsync(cancellation)).TryGet(out var actor, out var refusal))
            return refusal;
        var today = LocalTime.Today(clock);
        var posts = db.Set<PostHolding>().Where(h => h.PersonId == person && (h.Until == null || h.Until >= today)).Select(h => h.PostId)
            .Concat(db.Set<PostDeputy>().Where(d => d.PersonId == person && d.Until >= today).Select(d => d.PostId));
        foreach (var unit in await db.Set<Post>().Where(p => posts.Contains(p.Id)).Select(p => p.UnitId).Distinct().ToListAsync(cancellation))
        {
            if (!(await OverUnitAsync(unit, cancellation)).TryGet(out actor, out refusal))
                return refusal;
        }

        return actor;
    }
}
