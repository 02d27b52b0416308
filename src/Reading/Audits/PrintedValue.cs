using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits;

/// <summary>What a printed figure may truly be: its rounding, widened where a bound word says so.</summary>
internal static class PrintedValue
{
    /// <summary>
    /// A result: 超, 余 and 以上 reach up to the next printable number (1,350余 is below 1,360, 30余万 below 40万),
    /// 以内 and 不足 down to the last one, 约 half a place either way.
    /// </summary>
    public static Interval OfResult(Claim claim)
    {
        var rounded = Rounding(claim);
        return claim.Bound switch
        {
            Bound.MoreThan or Bound.AtLeast => rounded with { High = Math.Max(rounded.High, claim.Value + Place(claim)), HighOpen = true },
            Bound.LessThan or Bound.AtMost => NotNegative(rounded with { Low = Math.Min(rounded.Low, claim.Value - Place(claim)), LowOpen = true }),
            Bound.About => NotNegative(rounded.Widen(Place(claim) / 2, Place(claim) / 2)),
            _ => NotNegative(rounded),
        };
    }

    /// <summary>A plan: percentages are taken over the printed number, so 200个以上 is 200; only 约 leaves the number open.</summary>
    public static Interval OfPlan(Claim claim)
    {
        var rounded = NotNegative(Rounding(claim));
        return claim.Bound == Bound.About ? NotNegative(rounded.Widen(Place(claim) / 2, Place(claim) / 2)) : rounded;
    }

    /// <summary>A figure whose digits were cut off instead of rounded; a whole count stays what it is.</summary>
    public static Interval OfCutOff(Claim claim) => Interval.CutOff(claim.Value, claim.Step);

    /// <summary>A computed figure such as a percentage, an average or a multiple: printed whole, it is still rounded.</summary>
    public static Interval OfComputed(Claim claim)
    {
        var size = Math.Abs(claim.Value);
        var rounded = Interval.Rounded(size, ComputedStep(claim));
        return claim.Bound switch
        {
            Bound.MoreThan or Bound.AtLeast => rounded with { High = size + Math.Max(Place(claim), ComputedStep(claim)), HighOpen = true },
            Bound.LessThan or Bound.AtMost => NotNegative(rounded with { Low = size - Math.Max(Place(claim), ComputedStep(claim)), LowOpen = true }),
            Bound.About => NotNegative(rounded.Widen(Place(claim) / 2, Place(claim) / 2)),
            _ => NotNegative(rounded),
        };
    }

    public static decimal ComputedStep(Claim claim) => claim.Step > 0 ? claim.Step : 1;

    /// <summary>True for a figure that arithmetic can carry.</summary>
    public static bool IsUsable(Claim claim) => Interval.IsSafe(claim.Value) && (claim.Max is not { } max || Interval.IsSafe(max)) && Interval.IsSmaller(claim.Step, 1_000_000_000_000);

    private static Interval Rounding(Claim claim)
    {
        var low = Interval.Rounded(claim.Value, claim.Step);
        if (claim.Max is not { } max || max <= claim.Value)
            return low;
        var high = Interval.Rounded(max, claim.Step);
        return new Interval(low.Low, high.High, low.LowOpen, high.HighOpen);
    }

    private static Interval NotNegative(Interval interval) => interval.Low < 0 && interval.High >= 0 ? interval with { Low = 0, LowOpen = false } : interval;

    /// <summary>Weight of the last digit that is not zero: 10 for 1,350, 10 billion for 500亿.</summary>
    private static decimal Place(Claim claim)
    {
        var place = claim.Step > 0 ? claim.Step : 1;
        var digits = Math.Abs(claim.Value) / place;
        if (digits == 0)
            return place;
        for (var turns = 0; turns < 15 && digits % 10 == 0; turns++)
        {
            digits /= 10;
            place *= 10;
        }

        return place;
    }
}
