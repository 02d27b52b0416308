using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Verifying;

/// <summary>
/// What somebody other than its reporter says of an accepted number: certified, inspected, confirmed or contradicted, on which ground.
/// It speaks of the number as it was; a corrected number has to be verified anew. Never changed, only cleared up.
/// </summary>
internal sealed class Voice : EditableEntity
{
    public const int MaxBasis = 1000;

    public required Guid IndicatorId { get; init; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required Assessments.Verification Level { get; init; }

    /// <summary>The number that was looked at, in base units.</summary>
    public required decimal Value { get; init; }

    /// <summary>What it rests on: who went where and when, which paper, whom one asked.</summary>
    public required string Basis { get; init; }

    /// <summary>SHA-256 of the paper or photo, or null.</summary>
    public string? Evidence { get; init; }

    public string? FileName { get; init; }

    public required Guid VerifierPerson { get; init; }

    public Guid? VerifierPost { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When it was cleared up or taken back: from then on it no longer counts, and stays on the page.</summary>
    public DateTime? ClearedAt { get; set; }

    public string? ClearedReason { get; set; }

    public Guid? ClearedByPost { get; set; }
}
