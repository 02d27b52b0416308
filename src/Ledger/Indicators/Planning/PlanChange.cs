using System.Globalization;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Indicators.Planning;

/// <summary>
/// A recorded decision that put another plan by month in force, with the plan it took the place of. Rows are never changed: a month is
/// held against the plan that held in it.
/// </summary>
internal sealed class PlanChange : Entity
{
    public const int MaxBefore = 1000;

    public required Guid IndicatorId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first day the new plan holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The amounts that held before, to date in base units: <c>3=40 6=130</c>; empty where nothing was planned by month.</summary>
    public required string Before { get; init; }

    public string? Decision { get; init; }

    public string? Reason { get; init; }

    public Guid? ByPost { get; init; }

    public required DateTime At { get; init; }

    public static string Write(IEnumerable<PlanEntry> plan) => string.Join(' ', plan.Where(p => p.Amount is not null).OrderBy(p => p.Month).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Month}={p.Amount / 1.0000000000000000000000000000m}")));

    /// <summary>The plans that held once, the oldest first, each to the day before a later one took its place; one that was overtaken before it began never held.</summary>
    public static IReadOnlyList<PastPlan> Past(IEnumerable<PlanChange> changes)
    {
        var inOrder = changes.OrderBy(c => c.Number).ToArray();
        var past = new List<PastPlan>();
        var next = DateOnly.MaxValue;
        for (var i = inOrder.Length - 1; i >= 0; i--)
        {
            next = inOrder[i].From < next ? inOrder[i].From : next;
            var from = i == 0 ? DateOnly.MinValue : inOrder[i - 1].From;
            if (from < next)
                past.Add(new PastPlan(next.AddDays(-1), Read(inOrder[i].Before)));
        }

        past.Reverse();
        return past;
    }

    private static PlannedAmount[] Read(string before) =>
    [
        .. before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Select(part => new PlannedAmount(int.Parse(part[0], CultureInfo.InvariantCulture), decimal.Parse(part[1], CultureInfo.InvariantCulture))),
    ];
}
