using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;

namespace Luoshi.Platform.Administration;

/// <summary>What the page shows: the state of things, and what the last step brought.</summary>
public sealed record AdminView
{
    public required IReadOnlyList<AccountView> Accounts { get; init; }

    public required IReadOnlyList<PostView> Posts { get; init; }

    public Words? Done { get; init; }

    public Words? Refused { get; init; }

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>People who hold a post and cannot sign in yet.</summary>
    public bool IsWithoutAccount(PostView post) => post.PersonId is { } person && Accounts.All(account => account.PersonId != person);
}
