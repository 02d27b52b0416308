using Luoshi.Platform.Access;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>What is there before a sheet comes.</summary>
internal sealed record OrgInventory(List<OrgUnit> Units, List<Post> Posts, List<Person> People, List<PostHolding> Holdings, List<RoleBinding> Bindings);

/// <summary>One line of the sheet with what it would add; what is there already is left alone.</summary>
public sealed record OrgPreviewLine
{
    public required int Row { get; init; }

    /// <summary>From the top down.</summary>
    public required string Unit { get; init; }

    public required bool NewUnit { get; init; }

    public required string Post { get; init; }

    public required bool NewPost { get; init; }

    public required string Person { get; init; }

    public required bool NewPerson { get; init; }

    public required IReadOnlyList<Role> NewRoles { get; init; }

    public bool AddsNothing => !NewUnit && !NewPost && !NewPerson && NewRoles.Count == 0;

    internal static OrgPreviewLine Of(OrgLine line, string unit, IEnumerable<object> added)
    {
        var all = added.ToList();
        return new OrgPreviewLine
        {
            Row = line.Row,
            Unit = unit,
            NewUnit = all.OfType<OrgUnit>().Any(),
            Post = line.Post,
            NewPost = all.OfType<Post>().Any(),
            Person = line.Person,
            NewPerson = all.OfType<Person>().Any(),
            NewRoles = [.. all.OfType<RoleBinding>().Select(binding => binding.Role)],
        };
    }
}
