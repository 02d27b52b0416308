using Luoshi.Kernel.Quantities;

namespace Luoshi.Ledger.Assessments;

/// <summary>Milestones and policies in force: days decide, not percentages.</summary>
internal static class StepAssessor
{
    public static Assessment Assess(Reckoning known, AssessmentRules rules)
    {
        if (known.Steps.Count == 0)
            return Result(known, rules, Progress.Unmeasured, Light.None, AssessmentSentence.Without(known, Progress.Unmeasured));
        var done = known.Steps.Count(s => s.Done <= known.On);
        if (done == known.Steps.Count)
            return Result(known, rules, Progress.Met, Light.Done, AllDone(known));
        var open = known.Steps.Where(s => s.Done is not { } day || day > known.On).OrderBy(s => s.Due).First();
        var late = known.On.DayNumber - open.Due.DayNumber;
        if (late > 0)
            return Late(known, rules, open, late);
        var early = known.Steps.Any(s => s.Done <= known.On && s.Due > known.On);
        if (done == 0)
            return Result(known, rules, Progress.NotDue, Light.None, Next(known, open));
        return Result(known, rules, early ? Progress.Ahead : Progress.OnTrack, Light.Good, Next(known, open));
    }

    private static Assessment Late(Reckoning known, AssessmentRules rules, DatedStep open, int days)
    {
        var light = days >= rules.MilestoneAlarmDays ? Light.Alarm : Light.Warning;
        var overdue = known.On > (known.Deadline ?? known.Steps.Max(s => s.Due));
        var reason = new Words(
            $"“{open.Name}”应于{Days.Chinese(open.Due)}完成，{Days.ChineseAsOf(known.On)}未完成，已逾期{days}天。",
            $"\"{open.Name}\" was due on {Days.English(open.Due)} and is not done {Days.EnglishAsOf(known.On)}: {days} days late.");
        return Result(known, rules, Progress.Behind, overdue ? Light.Alarm : light, reason) with { Overdue = overdue };
    }

    private static Words AllDone(Reckoning known)
    {
        var last = known.Steps.MaxBy(s => s.Done);
        var late = known.Steps.Where(s => s.Done > s.Due).ToArray();
        var sentence = new Words(
            $"“{last.Name}”已于{Days.Chinese(last.Done ?? known.On)}完成。",
            $"\"{last.Name}\" was done on {Days.English(last.Done ?? known.On)}.");
        return late.Length == 0
            ? sentence
            : sentence + new Words($"其中{late.Length}个节点晚于计划。", $"{late.Length} of {known.Steps.Count} steps came later than planned.");
    }

    private static Words Next(Reckoning known, DatedStep open)
    {
        var done = known.Steps.Count(s => s.Done <= known.On);
        return new Words(
            $"{known.Steps.Count}个节点已完成{done}个，下一节点“{open.Name}”应于{Days.Chinese(open.Due)}完成。",
            $"{done} of {known.Steps.Count} steps done; next is \"{open.Name}\", due on {Days.English(open.Due)}.");
    }

    private static Assessment Result(Reckoning known, AssessmentRules rules, Progress progress, Light light, Words reason)
    {
        var count = known.Steps.Count;
        return new Assessment
        {
            OfPlan = Percent.Of(known.Steps.Count(s => s.Done <= known.On), count, rules.PercentDecimals),
            Due = Percent.Of(known.Steps.Count(s => s.Due <= known.On), count, rules.PercentDecimals),
            Reached = Percent.Of(known.Steps.Count(s => s.Done <= known.On), count, rules.PercentDecimals),
            Progress = progress,
            Light = light,
            Reason = reason,
            RulesVersion = rules.Version,
        };
    }
}
