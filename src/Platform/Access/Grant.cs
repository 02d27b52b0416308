namespace Luoshi.Platform.Access;

/// <summary>One role on one subtree, by virtue of a post.</summary>
/// <param name="Path">The unit's place in the tree: the role holds where a unit's path starts with it.</param>
internal sealed record Grant(Role Role, Guid UnitId, string Path, Guid PostId, string PostTitle, bool AsDeputy);

/// <summary>What a person may do on one day, through the posts they hold or stand in for.</summary>
public sealed class AccessView
{
    private readonly List<Grant> grants;

    internal AccessView(Guid personId, string personName, List<Grant> grants)
    {
        PersonId = personId;
        PersonName = personName;
        this.grants = grants;
    }

    public Guid PersonId { get; }

    public string PersonName { get; }

    /// <summary>Every role held anywhere; pages use it to decide what to show, never to decide what is allowed.</summary>
    public IReadOnlySet<Role> Roles => grants.Select(grant => grant.Role).ToHashSet();

    public IReadOnlySet<Guid> Posts => grants.Select(grant => grant.PostId).ToHashSet();

    /// <summary>The tops of the subtrees on which the role is held.</summary>
    public IReadOnlySet<Guid> Tops(Role role) => grants.Where(grant => grant.Role == role).Select(grant => grant.UnitId).ToHashSet();

    internal Grant? Find(Role role, string path) =>
        grants.Where(grant => grant.Role == role && path.StartsWith(grant.Path, StringComparison.Ordinal))
            // The nearest binding speaks, and one's own post before a deputyship.
            .OrderByDescending(grant => grant.Path.Length).ThenBy(grant => grant.AsDeputy).FirstOrDefault();

    internal IEnumerable<string> Paths(IReadOnlyCollection<Role> roles) => grants.Where(grant => roles.Contains(grant.Role)).Select(grant => grant.Path).Distinct(StringComparer.Ordinal);
}
