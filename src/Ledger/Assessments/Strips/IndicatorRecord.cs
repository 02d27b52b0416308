using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>An accepted value at the end of a period.</summary>
internal readonly record struct DatedValue(DateOnly PeriodEnd, decimal Value)
{
    /// <summary>Without noughts at the end: one database gives 5 back as 5.0, the other as it was, and both mean the same strip.</summary>
    public static DatedValue Of(DateOnly periodEnd, decimal value) => new(periodEnd, value / 1.0000000000000000000000000000m);
}

/// <summary>What a month of the plan asks for, to date.</summary>
internal readonly record struct PlannedAmount(int Month, decimal Amount);

/// <summary>A promise that was changed since: it held to the end of a day.</summary>
internal readonly record struct PastPromise(DateOnly Until, TargetValue? Promised, decimal? WorkingPlan, DateOnly? Deadline);

/// <summary>A plan by month that was changed since: it held to the end of a day.</summary>
internal readonly record struct PastPlan(DateOnly Until, IReadOnlyList<PlannedAmount> Plan);

/// <summary>Steps that were planned anew since: they held to the end of a day.</summary>
internal readonly record struct PastSteps(DateOnly Until, IReadOnlyList<DatedStep> Steps);

/// <summary>Everything rating reads of one indicator in all periods: promise, plan, steps and accepted values, and no more.</summary>
internal sealed record IndicatorRecord
{
    public required Guid Indicator { get; init; }

    public IndicatorKind Kind { get; init; }

    public Counting Counting { get; init; }

    public Direction Direction { get; init; }

    /// <summary>It counts towards the promise and is no part of a headline.</summary>
    public bool IsRated { get; init; }

    public required PrintedUnit Unit { get; init; }

    public decimal? Baseline { get; init; }

    public TargetValue? Promised { get; init; }

    public decimal? WorkingPlan { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>The number as first published.</summary>
    public decimal? FirstPromised { get; init; }

    /// <summary>What held before the promise above, the oldest first.</summary>
    public IReadOnlyList<PastPromise> Past { get; init; } = [];

    public IReadOnlyList<PlannedAmount> Plan { get; init; } = [];

    /// <summary>What was planned before, the oldest first.</summary>
    public IReadOnlyList<PastPlan> PastPlans { get; init; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<DatedStep> Steps { get; init; } = [];

    /// <summary>The steps as they were planned before, the oldest first.</summary>
    public IReadOnlyList<PastSteps> PastSteps { get; init; } = [];

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<DatedValue> Values { get; init; } = [];

    /// <summary>What is known on a day.</summary>
    /// <param name="plan">What the list's promises are for.</param>
    /// <param name="missing">A report for the period was due and is missing.</param>
    public Reckoning On(Period plan, DateOnly day, bool missing)
    {
        var held = HeldOn(day);
        return new Reckoning
        {
            Kind = Kind,
            Direction = Direction,
            Unit = Unit,
            Plan = plan,
            On = day,
            // A stage short of the promise has no promise of its own to be held against.
            Promised = held.Promised,
            WorkingPlan = held.WorkingPlan,
            Baseline = Baseline,
            Curve = Curve(held, PlannedOn(day)),
            Actual = missing ? null : Actual(plan.FirstDay, day),
            Steps = StepsOn(day),
            Deadline = held.Deadline,
            ReportMissing = missing,
        };
    }

    /// <summary>The promise as it stood on a day.</summary>
    private PastPromise HeldOn(DateOnly day)
    {
        foreach (var past in Past)
        {
            if (day <= past.Until)
                return past;
        }

        return new PastPromise(DateOnly.MaxValue, Promised, WorkingPlan, Deadline);
    }

    private IReadOnlyList<PlannedAmount> PlannedOn(DateOnly day)
    {
        foreach (var past in PastPlans)
        {
            if (day <= past.Until)
                return past.Plan;
        }

        return Plan;
    }

    private IReadOnlyList<DatedStep> StepsOn(DateOnly day)
    {
        foreach (var past in PastSteps)
        {
            if (day <= past.Until)
                return past.Steps;
        }

        return Steps;
    }

    /// <summary>The same with another value at the end of a period, or with none.</summary>
    public IndicatorRecord With(DateOnly periodEnd, decimal? value)
    {
        var others = Values.Where(v => v.PeriodEnd != periodEnd);
        return this with { Values = [.. (value is { } known ? others.Append(DatedValue.Of(periodEnd, known)) : others).OrderBy(v => v.PeriodEnd)] };
    }

    /// <summary>The value of that very period.</summary>
    public decimal? At(DateOnly periodEnd)
    {
        foreach (var (end, value) in Values)
        {
            if (end == periodEnd)
                return value;
        }

        return null;
    }

    /// <summary>A promise that was lowered by decision still shows how far the result is from what was first promised.</summary>
    public decimal? OfOriginal(decimal? result)
    {
        if (FirstPromised is not { } first || result is not { } actual)
            return null;
        return (Direction == Direction.LowerIsBetter ? Percent.Of(first, actual) : Percent.Of(actual, first))?.Value;
    }

    private decimal? Actual(DateOnly from, DateOnly to)
    {
        decimal? actual = null;
        foreach (var (end, value) in Values)
        {
            if (end >= from && end <= to)
                actual = Counting == Counting.InPeriod ? (actual ?? 0) + value : value;
        }

        return actual;
    }

    private static PlannedCurve? Curve(PastPromise held, IReadOnlyList<PlannedAmount> plan) => plan.Count > 0 && (held.WorkingPlan ?? held.Promised?.Value) is { } whole and not 0
        ? PlannedCurve.OfAmounts(plan.Select(p => (p.Month, p.Amount)), whole)
        : null;
}
