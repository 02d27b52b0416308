using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Ratios;

/// <summary>How a printed percentage agrees with the two numbers it is said to compare.</summary>
internal enum Fit
{
    /// <summary>Nothing can be computed (a zero plan, a number out of range).</summary>
    None,
    Rounded,
    CutOff,
    Off,
}

/// <summary>Judges part ÷ whole against a printed percentage, allowing for the rounding of all three.</summary>
internal static class PlanRatio
{
    public static Fit Judge(Interval part, Interval whole, Claim percent)
    {
        if (!part.TryDivide(whole, out var ratio))
            return Fit.None;
        var true100 = ratio.Times(percent.Unit == "‰" ? 1000 : 100);
        if (true100.Overlaps(PrintedValue.OfComputed(percent)))
            return Fit.Rounded;
        return true100.Overlaps(Interval.CutOff(Math.Abs(percent.Value), PrintedValue.ComputedStep(percent))) ? Fit.CutOff : Fit.Off;
    }

    public static bool Fits(Interval part, Interval whole, Claim percent) => Judge(part, whole, percent) is Fit.Rounded or Fit.CutOff;
}
