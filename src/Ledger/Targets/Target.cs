using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Targets;

/// <summary>
/// One version of what was promised for an indicator. Version 1 is the promise as published; every later one is a recorded
/// decision. Rows are never changed, so results can be held against the original and the current promise.
/// </summary>
internal sealed class Target : Entity
{
    public const int MaxReason = 1000;
    public const int MaxDecision = 200;
    public const int MaxWording = 1000;

    public required Guid IndicatorId { get; init; }

    public required int Version { get; init; }

    /// <summary>The promised number in base units; null for a promise without a number.</summary>
    public decimal? Promised { get; init; }

    public Bound Bound { get; init; }

    /// <summary>A plan bigger than the promise; the denominator in print.</summary>
    public decimal? WorkingPlan { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>The promise in words, where wording itself was changed.</summary>
    public string? Wording { get; init; }

    /// <summary>Why it was changed; null for the original.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision: number or title of the paper.</summary>
    public string? Decision { get; init; }

    /// <summary>The first day it holds, as the decision says; null for the promise as published. A month is held against what held in it.</summary>
    public DateOnly? From { get; init; }

    public Guid? ByPost { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>The version that holds on a day: the last one decided of those that have begun, else the promise as published.</summary>
    public static Target? InForce(IEnumerable<Target> versions, DateOnly day) => versions.Where(version => version.From is null || version.From <= day).MaxBy(version => version.Version);

    public TargetValue? Value => Promised is { } promised ? new TargetValue(promised, Bound) : null;
}
