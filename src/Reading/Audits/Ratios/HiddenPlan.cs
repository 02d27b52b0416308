using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Ratios;

/// <summary>The plan behind a printed percentage: all plans that would print it, and the one a planner would have written.</summary>
internal static class HiddenPlan
{
    /// <summary>All plans that give the printed percentage, or null when none can be computed.</summary>
    /// <param name="result">The printed result.</param>
    /// <param name="percent">Its printed percentage of the plan.</param>
    /// <param name="step">The precision to take the percentage at.</param>
    public static Interval? Possible(Interval result, Claim percent, decimal step)
    {
        var printed = step < PrintedValue.ComputedStep(percent) && percent.Bound == Bound.Exact
            ? Interval.Rounded(percent.Value, step)
            : PrintedValue.OfComputed(percent);
        return printed.Low > 0 && result.TryDivide(printed, out var plan) ? plan.Times(percent.Unit == "‰" ? 1000 : 100) : null;
    }

    /// <summary>The plan a planner would have written: the result itself at 100 %, else the roundest number that fits.</summary>
    /// <param name="result">The printed result.</param>
    /// <param name="percent">Its printed percentage of the plan.</param>
    /// <param name="habit">The finest precision of the document: 66% printed beside 52.7% is read as 66.0%.</param>
    /// <param name="possible">All plans that would fit.</param>
    public static decimal? Solve(Claim result, Claim percent, decimal habit, out Interval possible)
    {
        possible = default;
        var value = PrintedValue.OfResult(result);
        if (Possible(value, percent, PrintedValue.ComputedStep(percent)) is not { } loose)
            return null;
        possible = loose;
        if (percent.Value == 100 && result.Bound is Bound.Exact or Bound.About)
            return result.Value;
        var target = result.Value * 100 / percent.Value;
        var whole = result.Step == 0;
        if (Possible(value, percent, habit) is { } strict && Roundest(strict, target, whole) is { } number)
            return number;
        if (Roundest(loose, target, whole) is { } rounded)
            return rounded;
        // 2539 of 2532 is 100.28 %, printed 100.27: cut off instead of rounded.
        var step = PrintedValue.ComputedStep(percent);
        var factor = percent.Unit == "‰" ? 1000 : 100;
        var cut = Interval.CutOff(percent.Value, step);
        if (step <= 0 || percent.Bound != Bound.Exact || !value.TryDivide(cut, out var plans) || Roundest(plans.Times(factor), target, whole) is not { } plan)
            return null;
        possible = plans.Times(factor);
        return plan;
    }

    /// <summary>
    /// The number with the fewest significant digits in the interval; of two, a five before others, then the nearer to the quotient.
    /// Whole counts have whole plans.
    /// </summary>
    public static decimal? Roundest(Interval interval, decimal target, bool whole)
    {
        if (interval.High <= 0)
            return null;
        var grain = 0.000_001m;
        while (grain < interval.High)
            grain *= 10;
        for (; grain >= (whole ? 1m : 0.000_001m); grain /= 10)
        {
            if (Nearest(interval, target, grain) is { } round)
                return round;
            if (grain > 1 && Nearest(interval, target, grain / 2) is { } half)
                return half;
        }

        return null;
    }

    /// <summary>The multiple of <paramref name="grain"/> inside the interval that lies nearest to the target.</summary>
    private static decimal? Nearest(Interval interval, decimal target, decimal grain)
    {
        // Nearly every grain is too coarse, and that takes one division to tell.
        if (Math.Floor(interval.High / grain) * grain < interval.Low)
            return null;
        var middle = Math.Round(target / grain, 0, MidpointRounding.AwayFromZero) * grain;
        if (middle > 0 && interval.Contains(middle))
            return middle;
        var low = Math.Ceiling(interval.Low / grain) * grain;
        if (low > 0 && interval.Contains(low))
            return low;
        low += grain;
        return low > 0 && interval.Contains(low) ? low : null;
    }
}
