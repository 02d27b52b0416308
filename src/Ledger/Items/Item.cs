using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Items;

/// <summary>Phases the code reasons about; local status words are data mapped onto them.</summary>
internal enum ItemStatus
{
    /// <summary>On the list, no unit assigned yet.</summary>
    Selected,

    /// <summary>Split and assigned.</summary>
    Decomposed,
    InProgress,
    TargetMet,
    Accepted,
    Suspended,
    Terminated,
    CarriedOver,
}

/// <summary>项: one promise with owners, money and indicators.</summary>
internal sealed class Item : EditableEntity
{
    public const int MaxName = 200;
    public const int MaxContent = 4000;
    public const int MaxContact = 200;
    public const int MaxLocation = 500;
    public const int MaxBasis = 500;
    public const int MaxSummary = 1000;
    public const int MaxOfficial = 100;

    public required Guid ListId { get; init; }

    public Guid? CommitmentId { get; set; }

    /// <summary>Runs through the whole list, from 1.</summary>
    public required int Number { get; set; }

    /// <summary>Short: 老旧小区改造.</summary>
    public required string Name { get; set; }

    /// <summary>主要内容.</summary>
    public string Content { get; set; } = "";

    public ItemStatus Status { get; set; }

    public DateOnly? Deadline { get; set; }

    public string? Location { get; set; }

    /// <summary>Where it is carried out on the map, in degrees; photos of it are held against this.</summary>
    public decimal? Latitude { get; set; }

    public decimal? Longitude { get; set; }

    public string? Contact { get; set; }

    public string? PolicyBasis { get; set; }

    /// <summary>One sentence for the public page.</summary>
    public string? PublicSummary { get; set; }

    /// <summary>分管领导 as a post; people hold it for a time.</summary>
    public Guid? LeadPostId { get; set; }

    /// <summary>分管领导 as the task sheet prints it; kept where no post of the tree is meant or chosen yet.</summary>
    public string? LeadOfficial { get; set; }

    public decimal? TotalInvestment { get; set; }

    public decimal? YearInvestment { get; set; }

    public SourcePlace? Source { get; set; }

    public SheetPlace? Sheet { get; init; }
}

/// <summary>What a unit has to do with an item.</summary>
internal enum UnitRole
{
    /// <summary>牵头单位: owns the result and reports it.</summary>
    Lead,

    /// <summary>责任单位.</summary>
    Responsible,

    /// <summary>配合单位.</summary>
    Supporting,
}

internal static class UnitRoles
{
    public static Words Name(this UnitRole role) => role switch
    {
        UnitRole.Lead => new("牵头单位", "Lead unit"),
        UnitRole.Responsible => new("责任单位", "Responsible unit"),
        _ => new("配合单位", "Supporting unit"),
    };
}

/// <summary>A unit's share in an item, with its signature for having received the task.</summary>
internal sealed class ItemUnit : EditableEntity
{
    public required Guid ItemId { get; init; }

    public required Guid UnitId { get; init; }

    public UnitRole Role { get; set; }

    public DateTime? SignedAt { get; set; }

    public Guid? SignedByPost { get; set; }
}

/// <summary>Money of one source. Arrived and paid are facts of their own, not stages of one number.</summary>
internal sealed class ItemFund : EditableEntity
{
    public const int MaxSource = 100;

    public required Guid ItemId { get; init; }

    /// <summary>One of <see cref="FundSources"/>.</summary>
    public required string Source { get; set; }

    /// <summary>In yuan, like all money.</summary>
    public decimal Planned { get; set; }

    public decimal Arrived { get; set; }

    public decimal Paid { get; set; }
}

/// <summary>Where money comes from, as task sheets part it.</summary>
internal static class FundSources
{
    public const string Higher = "上级补助";
    public const string City = "市级资金";
    public const string County = "县级资金";
    public const string Other = "其他资金";

    public static IReadOnlyList<string> All { get; } = [Higher, City, County, Other];

    public static Words Name(string source) => source switch
    {
        Higher => new(Higher, "Higher-level subsidy"),
        City => new(City, "City"),
        County => new(County, "County or district"),
        Other => new(Other, "Other"),
        _ => Words.Same(source),
    };
}

/// <summary>Two items that carry the same promise in different lists. Linked, not copied: each keeps its own wording.</summary>
internal sealed class ItemLink : Entity
{
    public required Guid ItemId { get; init; }

    public required Guid SameAsId { get; init; }

    /// <summary>A person looked at both; proposals of the machine are not stored.</summary>
    public required Guid ConfirmedByPost { get; init; }
}
