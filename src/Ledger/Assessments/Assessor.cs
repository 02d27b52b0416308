using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments;

/// <summary>Holds a result against its promise by the rules of a jurisdiction. Pure: the same inputs give the same answer in every year to come.</summary>
internal static class Assessor
{
    public static Assessment Assess(Reckoning known, AssessmentRules rules)
    {
        if (known.Kind is IndicatorKind.Milestone or IndicatorKind.Policy)
            return StepAssessor.Assess(known, rules);
        if (known.Promised is not { } promised)
            return Plain(known, rules, Progress.Unmeasured, Light.None);
        var due = Percent.Round(DueShare(known, rules) * 100, rules.PercentDecimals);
        if (known.Actual is not { } actual)
            return Unreported(known, rules, due);
        return Measured(known, rules, promised, actual, due);
    }

    private static Assessment Unreported(Reckoning known, AssessmentRules rules, Percent due)
    {
        var (progress, light) = known.ReportMissing
            ? (Progress.NotReported, rules.Unreported)
            : due.Value == 0 ? (Progress.NotDue, Light.None) : (Progress.Awaited, Light.None);
        return Plain(known, rules, progress, light) with { Due = due, Overdue = IsPast(known) };
    }

    private static Assessment Measured(Reckoning known, AssessmentRules rules, TargetValue promised, decimal actual, Percent due)
    {
        var result = new Assessment
        {
            Known = known,
            OfPlan = Share(actual, known.Denominator ?? promised.Value, known.Direction, rules),
            OfPromise = Share(actual, promised.Value, known.Direction, rules),
            Due = due,
            Reached = Reached(known, rules, actual),
            Progress = Progress.Unmeasured,
            Light = Light.None,
            RulesVersion = rules.Version,
        };
        var (progress, light, overdue) = Judge(known, rules, promised, actual, result);
        return result with { Progress = progress, Light = light, Overdue = overdue };
    }

    private static (Progress Progress, Light Light, bool Overdue) Judge(Reckoning known, AssessmentRules rules, TargetValue promised, decimal actual, Assessment found)
    {
        var goal = rules.MetBy == MetBy.WorkingPlan && known.WorkingPlan is { } plan ? promised with { Value = plan } : promised;
        var kept = goal.IsKeptBy(actual, known.Direction, rules.AboutPercent);
        // A level that must stay low is kept only when the period has run its course: an unemployment rate in June proves nothing for December.
        if (kept && known.Direction == Direction.LowerIsBetter && known.On < (known.Deadline ?? known.Plan.LastDay))
            return (Progress.OnTrack, Light.Good, false);
        if (kept)
            return (Progress.Met, Light.Done, false);
        if (IsPast(known))
            return (Progress.Behind, Light.Alarm, true);
        if (known.Direction == Direction.LowerIsBetter)
            return Exceeded(rules, found.OfPromise is { } share ? share.Value - 100 : 0);
        if (found.Reached is not { } reached || found.Due is not { } due)
            return (Progress.Unmeasured, Light.None, false);
        if (due.Value == 0 && reached.Value == 0)
            return (Progress.NotDue, Light.None, false);
        return Banded(rules, Distance(rules, reached, due));
    }

    private static (Progress Progress, Light Light, bool Overdue) Banded(AssessmentRules rules, decimal distance)
    {
        var band = rules.BandOf(distance);
        return (band.Progress, band.Light, false);
    }

    /// <summary>A limit that is passed is never "in step", however little it is passed by.</summary>
    private static (Progress Progress, Light Light, bool Overdue) Exceeded(AssessmentRules rules, decimal distance)
    {
        var band = rules.BandOf(distance);
        return (Progress.Behind, band.Light == Light.Alarm ? Light.Alarm : Light.Warning, false);
    }

    /// <summary>Taken from the printed percentages, so that the sentence shown can be recomputed with a pencil.</summary>
    private static decimal Distance(AssessmentRules rules, Percent reached, Percent due) => rules.Basis switch
    {
        BandBasis.OfDue => Percent.Of(reached.Value, due.Value, rules.PercentDecimals)?.Value ?? 100,
        _ => reached - due,
    };

    private static Percent? Share(decimal actual, decimal target, Direction direction, AssessmentRules rules) => direction == Direction.LowerIsBetter
        ? Percent.Of(target, actual, rules.PercentDecimals)
        : Percent.Of(actual, target, rules.PercentDecimals);

    /// <summary>A rate starts from its baseline: from 60 to 80 with 70 reached is half the way, not seven eighths.</summary>
    private static Percent? Reached(Reckoning known, AssessmentRules rules, decimal actual)
    {
        if (known.Denominator is not { } target)
            return null;
        return known is { Kind: IndicatorKind.Rate, Baseline: { } start } && start != target
            ? Percent.Of(actual - start, target - start, rules.PercentDecimals)
            : Share(actual, target, known.Direction, rules);
    }

    public static decimal DueShare(Reckoning known, AssessmentRules rules)
    {
        if (IsPast(known))
            return 1;
        var curve = known.Curve ?? ByDeadline(known, rules);
        return curve.ShareOn(known.On, known.Plan);
    }

    /// <summary>A promise due before the end of its plan runs evenly to its own deadline; the pack's curve describes whole years.</summary>
    private static PlannedCurve ByDeadline(Reckoning known, AssessmentRules rules)
    {
        if (known.Deadline is not { } deadline || deadline >= known.Plan.LastDay)
            return known.Plan.Months == 12 ? rules.Curve : PlannedCurve.Linear(known.Plan.Months, rules.Curve.Interpolate);
        var start = known.Plan.FirstDay;
        var months = ((deadline.Year - start.Year) * 12) + deadline.Month - start.Month + 1;
        return PlannedCurve.Linear(Math.Max(1, months), rules.Curve.Interpolate);
    }

    private static bool IsPast(Reckoning known) => known.On > (known.Deadline ?? known.Plan.LastDay);

    private static Assessment Plain(Reckoning known, AssessmentRules rules, Progress progress, Light light) => new()
    {
        Known = known,
        Progress = progress,
        Light = light,
        RulesVersion = rules.Version,
    };
}
