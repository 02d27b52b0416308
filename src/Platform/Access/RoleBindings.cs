using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access;

/// <summary>A role to be given to a post on a unit and everything below it.</summary>
/// <param name="Until">The last day; null until it is taken back.</param>
public sealed record RoleGrant(Guid PostId, Role Role, Guid UnitId, DateOnly From, DateOnly? Until = null);

/// <summary>Gives roles to posts and takes them back.</summary>
public sealed class RoleBindings(LuoshiDb db)
{
    private static readonly ProcessKind Bind = new("access.bind", "授予角色", "Give a role to a post");
    private static readonly ProcessKind Unbind = new("access.unbind", "收回角色", "Take a role back");

    private static readonly Refusal NoBinding = new("access.no_binding", "没有这项授权，可能已被收回。", "There is no such grant; it may have been taken back.");
    private static readonly Refusal OwnRole = new("access.own_role", "不能给自己的岗位授权，请由另一位管理员办理。", "Nobody gives roles to a post they hold themselves; another administrator does.", "role");

    public async Task<Outcome<Guid>> BindAsync(Guid postId, Role role, Guid unitId, DateOnly from, Actor actor, CancellationToken cancellation = default)
    {
        var same = await db.Set<RoleBinding>().FirstOrDefaultAsync(b => b.PostId == postId && b.Role == role && b.UnitId == unitId && b.Until == null, cancellation);
        return same?.Id ?? await GrantAsync(new RoleGrant(postId, role, unitId, from), actor, basis: null, cancellation);
    }

    public async Task<Outcome<Guid>> GrantAsync(RoleGrant grant, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (grant.Until < grant.From)
            return OrgTexts.EndBeforeStart;
        if (await db.Set<Post>().FindAsync([grant.PostId], cancellation) is not { } post || !post.ExistsOn(grant.From))
            return OrgTexts.NoPost;
        if (await db.Set<OrgUnit>().FindAsync([grant.UnitId], cancellation) is not { } unit || !unit.ExistsOn(grant.From))
            return OrgTexts.NoUnit;
        if (await IsOwnAsync(grant.PostId, actor, cancellation))
            return OwnRole;
        var last = grant.Until ?? DateOnly.MaxValue;
        var same = await db.Set<RoleBinding>().FirstOrDefaultAsync(
            b => b.PostId == grant.PostId && b.Role == grant.Role && b.UnitId == grant.UnitId && b.From <= last && (b.Until == null || b.Until >= grant.From), cancellation);
        if (same is not null)
            return Already(same);
        var binding = new RoleBinding { PostId = grant.PostId, Role = grant.Role, UnitId = grant.UnitId, From = grant.From, Until = grant.Until };
        db.Begin(Bind, actor, basis: basis);
        db.Add(binding);
        await db.SaveChangesAsync(cancellation);
        return binding.Id;
    }

    /// <param name="last">The last day of the role.</param>
    public async Task<Outcome<Guid>> UnbindAsync(Guid bindingId, DateOnly last, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (await db.Set<RoleBinding>().FindAsync([bindingId], cancellation) is not { } binding || binding.Until <= last)
            return NoBinding;
        db.Begin(Unbind, actor, reason);
        if (last < binding.From)
            db.Remove(binding);
        else
            binding.Until = last;
        await db.SaveChangesAsync(cancellation);
        return bindingId;
    }

    /// <summary>Whoever keeps the roles would otherwise give themselves a say in the figures.</summary>
    private async Task<bool> IsOwnAsync(Guid postId, Actor actor, CancellationToken cancellation) =>
        actor.AccountId is { } account && await db.Set<Account>().Where(a => a.Id == account)
            .AnyAsync(a => db.Set<PostHolding>().Any(h => h.PostId == postId && h.PersonId == a.PersonId && h.Until == null), cancellation);

    private static Refusal Already(RoleBinding same) => new(
        "access.already",
        $"该岗位在这一时段已有此项授权（{same.From:yyyy-MM-dd} 起{(same.Until is { } until ? $"至 {until:yyyy-MM-dd}" : "")}）。",
        $"The post has this role in that time already (from {same.From:yyyy-MM-dd}{(same.Until is { } end ? $" until {end:yyyy-MM-dd}" : "")}).",
        "role");
}
