using Luoshi.Kernel.Places;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Platform.OrgUnits;

/// <summary>A body that answers for something: a government, a bureau, a sub-district. It exists from one day to another.</summary>
internal sealed class OrgUnit : EditableEntity
{
    public const int MaxName = 100;
    public const int MaxDepth = 12;

    public required string Name { get; set; }

    public string? ShortName { get; set; }

    public Guid? ParentId { get; set; }

    public DivisionCode? Division { get; set; }

    public CreditCode? CreditCode { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The last day; null while it exists.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Place among its siblings, as official lists print them.</summary>
    public int Order { get; set; }

    /// <summary>Ids from the root down to this unit, each followed by a slash: a subtree is one prefix.</summary>
    [Unjournalled("it follows from the parent")]
    public required string Path { get; set; }

    public bool ExistsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    public static string PathOf(string? parent, Guid id) => $"{parent}{id:N}/";
}

/// <summary>What took over from a unit that ended: one row after a merger, several after a split.</summary>
internal sealed class OrgSuccession : Entity
{
    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    /// <summary>The first day of the successor's responsibility.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A post owns work; people hold it for a time. Work stays with the post when they move on.</summary>
internal sealed class Post : EditableEntity
{
    public const int MaxTitle = 60;

    public required Guid UnitId { get; set; }

    public required string Title { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public bool ExistsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

internal sealed class Person : EditableEntity
{
    public const int MaxName = 40;

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }
}

internal sealed class PostHolding : EditableEntity
{
    public required Guid PostId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }
}

/// <summary>Someone who may act for a post while its holder is away. What they do is journalled as theirs, for that post.</summary>
internal sealed class PostDeputy : EditableEntity
{
    public required Guid PostId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Always bounded: an absence ends.</summary>
    public required DateOnly Until { get; set; }

    public required string Reason { get; init; }
}
