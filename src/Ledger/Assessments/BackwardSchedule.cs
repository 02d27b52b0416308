namespace Luoshi.Ledger.Assessments;

/// <param name="Days">How long the step itself takes, in calendar days.</param>
internal readonly record struct StepLength(string Name, int Days);

/// <param name="LatestStart">The day it must begin so that everything behind it still fits.</param>
/// <param name="Due">The day it must be done.</param>
internal readonly record struct ScheduledStep(string Name, DateOnly LatestStart, DateOnly Due);

/// <summary>倒排工期: plans from the end date back, one step after the other.</summary>
internal static class BackwardSchedule
{
    public static IReadOnlyList<ScheduledStep> From(DateOnly deadline, IReadOnlyList<StepLength> steps)
    {
        var planned = new ScheduledStep[steps.Count];
        var due = deadline;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var start = due.AddDays(1 - Math.Max(1, steps[i].Days));
            planned[i] = new ScheduledStep(steps[i].Name, start, due);
            due = start.AddDays(-1);
        }

        return planned;
    }
}
