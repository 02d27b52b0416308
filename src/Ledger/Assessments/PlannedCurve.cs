using System.Collections.Concurrent;
using Luoshi.Kernel.Time;

namespace Luoshi.Ledger.Assessments;

/// <param name="Month">Months from the start of the plan, 1 to its length; the point stands at that month's end.</param>
/// <param name="Share">Part of the whole that is due by then: 0.6 for sixty per cent. Not clamped.</param>
internal readonly record struct PlanPoint(int Month, decimal Share);

/// <summary>
/// 序时进度: which share of the plan is due when. Between two points the earlier one holds, unless the rule pack asks for a straight line.
/// </summary>
internal sealed record PlannedCurve
{
    /// <summary>A promise with its own deadline asks for one at every rating; there are few different ones.</summary>
    private static readonly ConcurrentDictionary<(int Months, bool Interpolate), PlannedCurve> Even = new();

    private PlannedCurve(IReadOnlyList<PlanPoint> points, bool interpolate)
    {
        Points = points;
        Interpolate = interpolate;
    }

    /// <summary>In rising order of months.</summary>
    public IReadOnlyList<PlanPoint> Points { get; }

    public bool Interpolate { get; }

    /// <exception cref="ArgumentException">No point, a month named twice, or one before the first month.</exception>
    public static PlannedCurve Of(IEnumerable<PlanPoint> points, bool interpolate = false)
    {
        var sorted = points.OrderBy(p => p.Month).ToArray();
        if (sorted.Length == 0 || sorted[0].Month < 1)
            throw new ArgumentException("A planned curve needs at least one point, and months count from 1.", nameof(points));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Month == sorted[i - 1].Month)
                throw new ArgumentException($"Month {sorted[i].Month} is named twice.", nameof(points));
        }

        return new PlannedCurve(sorted, interpolate);
    }

    /// <summary>The same amount every month until all is due at the end of month <paramref name="months"/>.</summary>
    public static PlannedCurve Linear(int months = 12, bool interpolate = false) => Even.GetOrAdd((months, interpolate), static wanted =>
        Of(Enumerable.Range(1, wanted.Months).Select(m => new PlanPoint(m, (decimal)m / wanted.Months)), wanted.Interpolate));

    /// <summary>Planned amounts to date, as task sheets give them per month or quarter, over the whole plan.</summary>
    public static PlannedCurve OfAmounts(IEnumerable<(int Month, decimal Amount)> amounts, decimal whole, bool interpolate = false) =>
        Of(amounts.Select(a => new PlanPoint(a.Month, whole == 0 ? 0 : a.Amount / whole)), interpolate);

    /// <summary>The share due on a day. Before the plan starts nothing is due; after its last point that point holds.</summary>
    public decimal ShareOn(DateOnly day, Period plan)
    {
        var elapsed = Elapsed(day, plan.FirstDay);
        if (elapsed <= 0)
            return 0;
        var before = new PlanPoint(0, 0);
        foreach (var point in Points)
        {
            if (point.Month > elapsed)
                return Interpolate ? Between(before, point, elapsed) : before.Share;
            before = point;
        }

        return before.Share;
    }

    /// <summary>Months gone by at the end of the day; a month under way counts by its days.</summary>
    private static decimal Elapsed(DateOnly day, DateOnly start)
    {
        var months = ((day.Year - start.Year) * 12) + day.Month - start.Month;
        return months + ((decimal)day.Day / DateTime.DaysInMonth(day.Year, day.Month));
    }

    private static decimal Between(PlanPoint from, PlanPoint to, decimal month) =>
        from.Share + ((to.Share - from.Share) * (month - from.Month) / (to.Month - from.Month));
}
