using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments;

/// <summary>A dated step of a milestone or policy indicator.</summary>
/// <param name="Done">The day it happened, or null.</param>
internal readonly record struct DatedStep(string Name, DateOnly Due, DateOnly? Done);

/// <summary>All that is known of one indicator on a day: what the assessment reads and nothing else.</summary>
internal sealed record Reckoning
{
    public required IndicatorKind Kind { get; init; }

    public Direction Direction { get; init; }

    public PrintedUnit Unit { get; init; }

    /// <summary>The stretch the promise is for, usually a year.</summary>
    public required Period Plan { get; init; }

    /// <summary>The day it is judged for, usually the last of a month.</summary>
    public required DateOnly On { get; init; }

    public TargetValue? Promised { get; init; }

    /// <summary>A plan bigger than the promise, used as denominator in print.</summary>
    public decimal? WorkingPlan { get; init; }

    /// <summary>Starting level of a rate; progress is measured from it.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The indicator's own curve; without one the rule pack's holds.</summary>
    public PlannedCurve? Curve { get; init; }

    /// <summary>Result to date at the stage that was promised; null when nothing was accepted yet.</summary>
    public decimal? Actual { get; init; }

    /// <summary>For milestones and policies.</summary>
    public IReadOnlyList<DatedStep> Steps { get; init; } = [];

    public DateOnly? Deadline { get; init; }

    /// <summary>A report for the period was due and is missing.</summary>
    public bool ReportMissing { get; init; }

    /// <summary>What percentages in print are taken of: the working plan, else the promise.</summary>
    public decimal? Denominator => WorkingPlan ?? Promised?.Value;
}

/// <summary>What the rule says of an indicator. An officer may decide otherwise; see <see cref="Judgement"/>.</summary>
internal sealed record Assessment
{
    /// <summary>What it was found from.</summary>
    public required Reckoning Known { get; init; }

    /// <summary>占年计划: of the working plan where there is one. This is what a card prints.</summary>
    public Percent? OfPlan { get; init; }

    /// <summary>Of the promised number.</summary>
    public Percent? OfPromise { get; init; }

    /// <summary>序时进度 of the day.</summary>
    public Percent? Due { get; init; }

    /// <summary>Percentage points ahead (behind: negative), as printed.</summary>
    public decimal? Gap => Reached is { } reached && Due is { } due ? reached - due : null;

    /// <summary>The percent that is held against <see cref="Due"/>; differs from <see cref="OfPlan"/> for a rate with a baseline.</summary>
    public Percent? Reached { get; init; }

    public required Progress Progress { get; init; }

    public required Light Light { get; init; }

    /// <summary>The deadline has passed and the promise is not kept. Found by the calendar, never typed.</summary>
    public bool Overdue { get; init; }

    /// <summary>One sentence that lets a reader recompute the light. Put into words when it is asked for: most ratings only confirm the last one.</summary>
    public Words Reason => AssessmentSentence.Of(Known, this);

    public required string RulesVersion { get; init; }
}
