using System.Globalization;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Indicators.Planning;

/// <summary>
/// A recorded decision that put another plan in force, by month or in dated steps, with the plan it took the place of. Rows are never changed:
/// a month is held against the plan that held in it.
/// </summary>
internal sealed class PlanChange : Entity
{
    public const int MaxBefore = 1000;
    public const int MaxStepsBefore = 8000;

    public required Guid IndicatorId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first day the new plan holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The amounts that held before, to date in base units: <c>3=40 6=130</c>; empty where nothing was planned by month, null where the months did not change.</summary>
    public string? Before { get; init; }

    /// <summary>The steps that held before, one a line with its day in front; empty where there were none, null where they did not change.</summary>
    public string? StepsBefore { get; init; }

    public string? Decision { get; init; }

    public string? Reason { get; init; }

    public Guid? ByPost { get; init; }

    public required DateTime At { get; init; }

    public static string Write(IEnumerable<PlanEntry> plan) => string.Join(' ', plan.Where(p => p.Amount is not null).OrderBy(p => p.Month).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Month}={p.Amount / 1.0000000000000000000000000000m}")));

    public static string Write(IEnumerable<IndicatorStep> steps) => string.Join('\n', steps.OrderBy(s => s.Number).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Due:yyyy-MM-dd} {s.Name}")));

    /// <summary>The plans by month that held once, the oldest first.</summary>
    public static IReadOnlyList<PastPlan> Past(IEnumerable<PlanChange> changes) => [.. Held(changes, c => c.Before).Select(p => new PastPlan(p.Until, Read(p.Before)))];

    /// <summary>The steps as they were planned once, the oldest first. When a step was done is no plan: it is what the rows say now.</summary>
    public static IReadOnlyList<PastSteps> PastSteps(IEnumerable<PlanChange> changes, IReadOnlyCollection<IndicatorStep> now) => [.. Held(changes, c => c.StepsBefore).Select(p => new PastSteps(p.Until, ReadSteps(p.Before, now)))];

    /// <summary>What held to the day before something later took its place; what was overtaken before it began never held.</summary>
    private static List<(DateOnly Until, string Before)> Held(IEnumerable<PlanChange> changes, Func<PlanChange, string?> which)
    {
        var inOrder = changes.Where(c => which(c) is not null).OrderBy(c => c.Number).ToArray();
        var past = new List<(DateOnly, string)>();
        var next = DateOnly.MaxValue;
        for (var i = inOrder.Length - 1; i >= 0; i--)
        {
            next = inOrder[i].From < next ? inOrder[i].From : next;
            var from = i == 0 ? DateOnly.MinValue : inOrder[i - 1].From;
            if (from < next)
                past.Add((next.AddDays(-1), which(inOrder[i]) ?? ""));
        }

        past.Reverse();
        return past;
    }

    private static DatedStep[] ReadSteps(string before, IReadOnlyCollection<IndicatorStep> now) =>
    [
        .. before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (Due: DateOnly.ParseExact(line.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture), Name: line[11..]))
            .Select(step => new DatedStep(step.Name, step.Due, now.FirstOrDefault(s => s.Name == step.Name)?.Done)),
    ];

    private static PlannedAmount[] Read(string before) =>
    [
        .. before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Select(part => new PlannedAmount(int.Parse(part[0], CultureInfo.InvariantCulture), decimal.Parse(part[1], CultureInfo.InvariantCulture))),
    ];
}
