using Luoshi.Kernel.Quantities;

namespace Luoshi.Ledger.Assessments;

/// <summary>Milestones and policies in force: days decide, not percentages.</summary>
internal static class StepAssessor
{
    public static Assessment Assess(Reckoning known, AssessmentRules rules)
    {
        if (known.Steps.Count == 0)
            return Result(known, rules, Progress.Unmeasured, Light.None);
        if (Open(known) is not { } open)
            return Result(known, rules, Progress.Met, Light.Done);
        var late = known.On.DayNumber - open.Due.DayNumber;
        if (late > 0)
            return Late(known, rules, late);
        if (!known.Steps.Any(s => s.Done <= known.On))
            return Result(known, rules, Progress.NotDue, Light.None);
        var early = known.Steps.Any(s => s.Done <= known.On && s.Due > known.On);
        return Result(known, rules, early ? Progress.Ahead : Progress.OnTrack, Light.Good);
    }

    /// <summary>The first step that is not done on the day; null when all are.</summary>
    public static DatedStep? Open(Reckoning known)
    {
        DatedStep? open = null;
        foreach (var step in known.Steps)
        {
            if (!(step.Done <= known.On) && !(step.Due >= open?.Due))
                open = step;
        }

        return open;
    }

    private static Assessment Late(Reckoning known, AssessmentRules rules, int days)
    {
        var light = days >= rules.MilestoneAlarmDays ? Light.Alarm : Light.Warning;
        var overdue = known.On > (known.Deadline ?? known.Steps.Max(s => s.Due));
        return Result(known, rules, Progress.Behind, overdue ? Light.Alarm : light) with { Overdue = overdue };
    }

    private static Assessment Result(Reckoning known, AssessmentRules rules, Progress progress, Light light)
    {
        var count = known.Steps.Count;
        return new Assessment
        {
            Known = known,
            OfPlan = Percent.Of(known.Steps.Count(s => s.Done <= known.On), count, rules.PercentDecimals),
            Due = Percent.Of(known.Steps.Count(s => s.Due <= known.On), count, rules.PercentDecimals),
            Reached = Percent.Of(known.Steps.Count(s => s.Done <= known.On), count, rules.PercentDecimals),
            Progress = progress,
            Light = light,
            RulesVersion = rules.Version,
        };
    }
}
