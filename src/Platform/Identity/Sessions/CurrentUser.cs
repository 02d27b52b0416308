using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.Identity.Sessions;

/// <summary>The person behind this request, and the one door through which handlers ask what they may do.</summary>
public sealed class CurrentUser(IHttpContextAccessor http, AccessService access)
{
    public bool IsSignedIn => AccountId is not null;

    public Guid? AccountId => http.HttpContext?.User.Id(UserClaims.Account);

    public Guid? PersonId => http.HttpContext?.User.Id(UserClaims.Person);

    public Guid? SessionId => http.HttpContext?.User.Id(UserClaims.Session);

    public string Name => http.HttpContext?.User.Identity?.Name ?? "";

    /// <summary>The person acting for themselves, as with their own password or devices.</summary>
    public Actor Self => new() { AccountId = AccountId, Name = Name };

    /// <summary>The actor to journal when this person may act in the role on the unit today, else a refusal.</summary>
    public Task<Outcome<Actor>> ActAsync(Role role, Guid unitId, CancellationToken cancellation = default) =>
        AccountId is { } account && PersonId is { } person
            ? access.AllowAsync(account, person, role, unitId, cancellation)
            : Task.FromResult<Outcome<Actor>>(AccessService.Denied);

    /// <summary>The units on which this person has one of the roles.</summary>
    public Task<IReadOnlySet<Guid>> UnitsAsync(IReadOnlyCollection<Role> roles, CancellationToken cancellation = default) =>
        PersonId is { } person ? access.UnitsAsync(person, roles, cancellation) : Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
}
