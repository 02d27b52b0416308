using Luoshi.Kernel.Places;
using Luoshi.Kernel.Text;

namespace Luoshi.Kernel.Rules;

/// <summary>
/// How one jurisdiction counts, judges and names things during a time. Rules are data: code evaluates them and stores
/// <see cref="Version"/> with every figure it computes, so that last year's card can be made again as it was.
/// </summary>
public sealed record RulePack
{
    /// <summary>What results store: <c>990100@2026.1</c>.</summary>
    public string Version => $"{Id}@{Edition}";

    public required string Id { get; init; }

    public required string Edition { get; init; }

    public required Words Title { get; init; }

    /// <summary>The document the rules rest on, as it should be cited.</summary>
    public required Words Basis { get; init; }

    /// <summary>The default value, the country, makes a pack that holds wherever no nearer one does.</summary>
    public required DivisionCode Division { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null until another edition takes over.</summary>
    public DateOnly? Until { get; init; }

    public required AssessmentRule Assessment { get; init; }

    public required ReportingRule Reporting { get; init; }

    /// <summary>From where on a reported number asks for a reason.</summary>
    public CheckRule Checks { get; init; } = new();

    /// <summary>What follows when something stays behind: in order of months, each step once. Empty where nothing is laid down.</summary>
    public IReadOnlyList<EscalationStep> Escalation { get; init; } = [];

    /// <summary>The levels of a list from the top down, by their local names: 类, 件, 项.</summary>
    public required IReadOnlyList<Words> Levels { get; init; }

    /// <summary>Local words for each code of <see cref="RuleCodes.Progress"/>.</summary>
    public required IReadOnlyDictionary<string, Words> ProgressWords { get; init; }

    /// <summary>Local words and colour for each code of <see cref="RuleCodes.Lights"/>.</summary>
    public required IReadOnlyDictionary<string, LightLook> Lights { get; init; }

    public bool InForceOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>The codes rules may use. Which word and colour shows one is each jurisdiction's matter.</summary>
public static class RuleCodes
{
    public static IReadOnlyList<string> Progress { get; } = ["not_due", "not_reported", "behind", "on_track", "ahead", "met", "unmeasured"];

    public static IReadOnlyList<string> Lights { get; } = ["none", "good", "warning", "alarm", "done"];

    /// <summary>Tokens of the style sheet, not colour values: each has a light and a dark form with enough contrast.</summary>
    public static IReadOnlyList<string> Colours { get; } = ["plain", "indigo", "jade", "amber", "cinnabar"];
}

/// <summary>Share of the whole that is due at the end of a month of the plan, counted from 1.</summary>
public sealed record CurvePoint(int Month, decimal Share);

/// <param name="AtLeast">The lowest value of the band; null for the band below all others.</param>
/// <param name="AboveOnly">The lowest value itself belongs to the next band down.</param>
public sealed record BandRule(decimal? AtLeast, bool AboveOnly, string Progress, string Light);

public enum BandMeasure
{
    /// <summary>Percentage points between the percent done and the percent due.</summary>
    Points,

    /// <summary>Done as a percentage of what was due.</summary>
    OfDue,
}

/// <summary>How progress is judged: the curve of what is due, the bands behind or ahead of it, and what is shown for them.</summary>
public sealed record AssessmentRule
{
    public required IReadOnlyList<CurvePoint> Curve { get; init; }

    /// <summary>A straight line between two points of the curve; otherwise the earlier one holds.</summary>
    public required bool Interpolate { get; init; }

    public required BandMeasure Measure { get; init; }

    /// <summary>From the best band down; the last has no lower end.</summary>
    public required IReadOnlyList<BandRule> Bands { get; init; }

    /// <summary>From this many calendar days late on, a milestone is shown with the alarm instead of the warning.</summary>
    public required int MilestoneAlarmDays { get; init; }

    /// <summary>How far 左右 may be missed, in percent of the target.</summary>
    public required decimal AboutPercent { get; init; }

    /// <summary>True when a bigger working plan, not the promise, decides whether the target is met.</summary>
    public required bool MetByWorkingPlan { get; init; }

    /// <summary>The light of a report that was due and did not come.</summary>
    public required string Unreported { get; init; }

    /// <summary>Decimals of every percentage shown, rounded half up.</summary>
    public required int PercentDecimals { get; init; }
}

/// <summary>How often units report.</summary>
public enum Cadence
{
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
}

/// <summary>Where a cut-off day goes that is not worked.</summary>
public enum CutOffRoll
{
    None,
    PreviousWorkday,
    NextWorkday,
}

/// <summary>When reports are due, when people are reminded, and when a period closes.</summary>
public sealed record ReportingRule
{
    public required Cadence Cadence { get; init; }

    /// <summary>Day of the month (of the quarter's last month), or of the week from Monday 1; 31 means the month's last day.</summary>
    public required int CutOffDay { get; init; }

    public required CutOffRoll Roll { get; init; }

    /// <summary>On which days before the cut-off people are reminded.</summary>
    public required IReadOnlyList<int> RemindDaysBefore { get; init; }

    /// <summary>Working days after the cut-off until the period is locked.</summary>
    public required int LockWorkdaysAfter { get; init; }
}

/// <summary>
/// How far a reported number may lie from what is known before its unit is asked why. Over-fulfilment is normal, so that the limits
/// stand where a nought too many begins.
/// </summary>
public sealed record CheckRule
{
    /// <summary>So many times the last value, or a part of it this small.</summary>
    public decimal OverLast { get; init; } = 10;

    /// <summary>So many times the year's plan.</summary>
    public decimal OverTarget { get; init; } = 3.5m;

    /// <summary>So many times what the plan asks for by the end of the month.</summary>
    public decimal OverMonthPlan { get; init; } = 4;
}

/// <summary>Who is told of an escalation.</summary>
public enum EscalationTo
{
    /// <summary>Who approves the unit's reports.</summary>
    Unit,

    /// <summary>The official in charge of the item.</summary>
    Leader,

    /// <summary>The inspection office.</summary>
    Office,
}

/// <summary>What follows when an indicator has been behind for so many reporting periods running.</summary>
/// <param name="Behind">Periods in a row with the warning or the alarm.</param>
/// <param name="AlarmOnly">Only the alarm counts.</param>
public sealed record EscalationStep(int Behind, bool AlarmOnly, Words Step, IReadOnlyList<EscalationTo> Tell);

/// <summary>How a light is shown; the word says the same as the colour.</summary>
public sealed record LightLook(Words Word, string Colour);
