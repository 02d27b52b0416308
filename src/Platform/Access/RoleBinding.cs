using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Access;

/// <summary>A post has a role on a unit and everything below it, from a day to a day.</summary>
internal sealed class RoleBinding : EditableEntity
{
    public required Guid PostId { get; init; }

    public required Role Role { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }
}

internal static class AccessModel
{
    public static ModuleModel AddAccess(this ModuleModel model) => model
        .Table<RoleBinding>("role_bindings", binding =>
        {
            binding.HasOne<Post>().WithMany().HasForeignKey(b => b.PostId).OnDelete(DeleteBehavior.Restrict);
            binding.HasOne<OrgUnit>().WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
}
