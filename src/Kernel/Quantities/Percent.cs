using System.Globalization;

namespace Luoshi.Kernel.Quantities;

/// <summary>
/// A percentage as a report card prints it: rounded half up in <c>decimal</c> (33/80 is 41.3, not 41.2), a trailing zero dropped, never clamped to 100.
/// </summary>
/// <param name="Value">Already rounded; 52.7 stands for 52.7 %.</param>
public readonly record struct Percent(decimal Value) : IComparable<Percent>
{
    /// <summary>Printed precision when nothing else is agreed.</summary>
    public const int UsualDecimals = 1;

    /// <summary>The share of <paramref name="actual"/> in <paramref name="whole"/>; null when the whole is zero, which has no percentage.</summary>
    public static Percent? Of(decimal actual, decimal whole, int decimals = UsualDecimals) =>
        whole == 0 ? null : Round(actual * 100 / whole, decimals);

    /// <summary>Rounds a percentage to what is printed; halves go away from zero.</summary>
    public static Percent Round(decimal value, int decimals = UsualDecimals) =>
        new(Math.Round(value, decimals, MidpointRounding.AwayFromZero));

    public int CompareTo(Percent other) => Value.CompareTo(other.Value);

    public static bool operator <(Percent left, Percent right) => left.Value < right.Value;

    public static bool operator >(Percent left, Percent right) => left.Value > right.Value;

    public static bool operator <=(Percent left, Percent right) => left.Value <= right.Value;

    public static bool operator >=(Percent left, Percent right) => left.Value >= right.Value;

    /// <summary>Percentage points from <paramref name="right"/> to <paramref name="left"/>, so that the printed numbers subtract to the printed difference.</summary>
    public static decimal operator -(Percent left, Percent right) => left.Value - right.Value;

    /// <summary><c>52.7%</c>, <c>66%</c>.</summary>
    public override string ToString() => Value.ToString("0.############################", CultureInfo.InvariantCulture) + "%";
}
