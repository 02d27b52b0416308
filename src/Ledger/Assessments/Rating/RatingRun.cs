using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>
/// One rating of a list for a period: who asked for it, by which rules, how much it changed. The journal keeps this; the thousands of
/// rows it wrote follow from what the journal holds besides.
/// </summary>
internal sealed class RatingRun : Entity
{
    public required Guid ListId { get; init; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The cut-off had passed: who had not reported by then had not reported.</summary>
    public required bool ReportsDue { get; init; }

    public required string RulesVersion { get; init; }

    public required int Indicators { get; init; }

    public required int Changed { get; init; }

    public required DateTime At { get; init; }
}
