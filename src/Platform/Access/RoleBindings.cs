using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access;

/// <summary>Gives roles to posts and takes them back.</summary>
public sealed class RoleBindings(LuoshiDb db)
{
    private static readonly ProcessKind Bind = new("access.bind", "授予角色", "Give a role to a post");
    private static readonly ProcessKind Unbind = new("access.unbind", "收回角色", "Take a role back");

    private static readonly Refusal NoBinding = new("access.no_binding", "没有这项授权，可能已被收回。", "There is no such grant; it may have been taken back.");

    public async Task<Outcome<Guid>> BindAsync(Guid postId, Role role, Guid unitId, DateOnly from, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Post>().FindAsync([postId], cancellation) is not { } post || !post.ExistsOn(from))
            return OrgTexts.NoPost;
        if (await db.Set<OrgUnit>().FindAsync([unitId], cancellation) is not { } unit || !unit.ExistsOn(from))
            return OrgTexts.NoUnit;
        var same = await db.Set<RoleBinding>().FirstOrDefaultAsync(b => b.PostId == postId && b.Role == role && b.UnitId == unitId && b.Until == null, cancellation);
        if (same is not null)
            return same.Id;
        var binding = new RoleBinding { PostId = postId, Role = role, UnitId = unitId, From = from };
        db.Begin(Bind, actor);
        db.Add(binding);
        await db.SaveChangesAsync(cancellation);
        return binding.Id;
    }

    /// <param name="last">The last day of the role.</param>
    public async Task<Outcome<Guid>> UnbindAsync(Guid bindingId, DateOnly last, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (await db.Set<RoleBinding>().FindAsync([bindingId], cancellation) is not { } binding)
            return NoBinding;
        db.Begin(Unbind, actor, reason);
        binding.Until = last;
        await db.SaveChangesAsync(cancellation);
        return bindingId;
    }
}
