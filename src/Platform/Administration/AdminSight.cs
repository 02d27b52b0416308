using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Sessions;

namespace Luoshi.Platform.Administration;

/// <summary>Who may look at units, posts, people and accounts: administrators, and auditors, who change nothing.</summary>
internal sealed class AdminSight(CurrentUser user, AccessService access)
{
    private static readonly Role[] Roles = [Role.Administrator, Role.Auditor];

    public async Task<Refusal?> RefusedAsync(CancellationToken cancellation) =>
        user.PersonId is { } person && await access.OfAsync(person, cancellation: cancellation) is { } view && view.Roles.Overlaps(Roles) ? null : AccessService.Denied;

    /// <summary>The units this person may look at.</summary>
    public Task<IReadOnlySet<Guid>> UnitsAsync(CancellationToken cancellation) => user.UnitsAsync(Roles, cancellation);

    /// <summary>The units this person may change.</summary>
    public Task<IReadOnlySet<Guid>> OwnAsync(CancellationToken cancellation) => user.UnitsAsync([Role.Administrator], cancellation);
}
