using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Commitments;

/// <summary>How a bundle is called in its list.</summary>
internal enum CommitmentLevel
{
    /// <summary>类.</summary>
    Category,

    /// <summary>件.</summary>
    Commitment,
}

/// <summary>A bundle of items with a promise of its own: 第一件：促进充分就业，全年…. Lists may do without.</summary>
internal sealed class Commitment : EditableEntity
{
    public const int MaxPromise = 4000;

    public required Guid ListId { get; init; }

    /// <summary>The category a 件 belongs to, or null.</summary>
    public Guid? ParentId { get; set; }

    public CommitmentLevel Level { get; set; }

    /// <summary>Place among its siblings, from 1.</summary>
    public required int Number { get; set; }

    /// <summary>The whole promise as printed, without its number.</summary>
    public required string Promise { get; set; }

    public SourcePlace? Source { get; set; }
}
