using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Assessments;

/// <summary>What the rule said of an indicator for a period, by which version of the rules, and what an officer decided instead.</summary>
internal sealed class StoredAssessment : EditableEntity
{
    public const int MaxReason = 1000;
    public const int MaxRules = 100;

    public required Guid IndicatorId { get; init; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public decimal? Actual { get; set; }

    public decimal? OfPlan { get; set; }

    public decimal? OfPromise { get; set; }

    /// <summary>Against the promise as first published; differs from <see cref="OfPromise"/> after a recorded change.</summary>
    public decimal? OfOriginal { get; set; }

    public decimal? Due { get; set; }

    public decimal? Gap { get; set; }

    public Progress Progress { get; set; }

    public Light Light { get; set; }

    public bool Overdue { get; set; }

    public required string ReasonChinese { get; set; }

    public required string ReasonEnglish { get; set; }

    public required string RulesVersion { get; set; }

    public Verification Verification { get; set; }

    public Progress? DecidedProgress { get; set; }

    public Light? DecidedLight { get; set; }

    public string? DecisionReason { get; set; }

    public Guid? DecidedByPost { get; set; }

    public DateTime At { get; set; }

    public Judgement Judgement => new(Progress, Light) { Decided = DecidedProgress, DecidedLight = DecidedLight, Reason = DecisionReason };
}
