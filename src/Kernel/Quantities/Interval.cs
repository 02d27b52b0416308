namespace Luoshi.Kernel.Quantities;

/// <summary>
/// The numbers a printed number may stand for, in exact decimal arithmetic. Either end may be left out (open).
/// A number printed to a step stands for <c>[v − step/2, v + step/2)</c>, because halves are rounded up.
/// </summary>
/// <remarks>
/// Operations give the tightest interval that holds every result. They are defined for non-negative operands,
/// which is what published counts, sums and rates are; a decline is compared by its size.
/// </remarks>
public readonly record struct Interval(decimal Low, decimal High, bool LowOpen = false, bool HighOpen = false)
{
    /// <summary>Larger or smaller numbers are no counts anybody publishes, and products of them would leave decimal's range.</summary>
    private const ulong Largest = 1_000_000_000_000_000;
    private const decimal Smallest = 0.000_000_001m;

    /// <summary>One number and no more.</summary>
    public bool IsExact => Low == High;

    /// <summary>A number that is known exactly, such as a count of schools.</summary>
    public static Interval Exact(decimal value) => new(value, value);

    /// <summary>What <paramref name="value"/>, printed to <paramref name="step"/> and rounded half up, stands for. A step of 0 is exact.</summary>
    public static Interval Rounded(decimal value, decimal step)
    {
        if (step <= 0)
            return Exact(value);
        var half = step / 2;
        // Halves are rounded away from zero, so below zero the closed end changes sides.
        return value < 0 ? new(value - half, value + half, LowOpen: true) : new(value - half, value + half, HighOpen: true);
    }

    /// <summary>What <paramref name="value"/> stands for when the digits behind it were cut off.</summary>
    public static Interval CutOff(decimal value, decimal step) =>
        step <= 0 ? Exact(value) : new(value, value + step, HighOpen: true);

    /// <summary>An open end is not inside.</summary>
    public bool Contains(decimal value) =>
        (LowOpen ? Low < value : Low <= value) && (HighOpen ? value < High : value <= High);

    /// <summary>True when some number lies in both.</summary>
    public bool Overlaps(Interval other)
    {
        if (Low > other.High || other.Low > High)
            return false;
        if (Low == other.High)
            return !LowOpen && !other.HighOpen;
        if (other.Low == High)
            return !other.LowOpen && !HighOpen;
        return true;
    }

    public static Interval operator +(Interval left, Interval right) =>
        new(left.Low + right.Low, left.High + right.High, left.LowOpen || right.LowOpen, left.HighOpen || right.HighOpen);

    public static Interval operator -(Interval left, Interval right) =>
        new(left.Low - right.High, left.High - right.Low, left.LowOpen || right.HighOpen, left.HighOpen || right.LowOpen);

    /// <summary>Both ends times a positive factor.</summary>
    public Interval Times(decimal factor) => this with { Low = Low * factor, High = High * factor };

    /// <summary>
    /// All quotients of two non-negative intervals. False when the divisor may be zero or a number is beyond what can be computed safely.
    /// </summary>
    public bool TryDivide(Interval divisor, out Interval quotient)
    {
        quotient = default;
        if (Low < 0 || !IsSafe(High) || divisor.Low < Smallest || !IsSafe(divisor.High))
            return false;
        quotient = new(Low / divisor.High, High / divisor.Low, LowOpen || divisor.HighOpen, HighOpen || divisor.LowOpen);
        return true;
    }

    /// <summary>All products of two non-negative intervals, or false beyond what can be computed safely.</summary>
    public bool TryTimes(Interval factor, out Interval product)
    {
        product = default;
        if (Low < 0 || factor.Low < 0 || !IsSafe(High) || !IsSafe(factor.High) || High * factor.High > Largest)
            return false;
        product = new(Low * factor.Low, High * factor.High, LowOpen || factor.LowOpen, HighOpen || factor.HighOpen);
        return true;
    }

    /// <summary>The interval with both ends moved: used where a bound word (余, 约, 以上) allows more than rounding does.</summary>
    public Interval Widen(decimal below, decimal above) => new(Low - below, High + above, LowOpen && below == 0, HighOpen && above == 0);

    /// <summary>True for a number the operations above can carry.</summary>
    public static bool IsSafe(decimal value) => IsSmaller(value, Largest);

    /// <summary>True for a number nearer to zero than the limit.</summary>
    /// <remarks>A decimal is no larger than its digits without their point: nearly always these tell, and nothing need be scaled for a comparison.</remarks>
    public static bool IsSmaller(decimal value, ulong limit)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return (parts[2] == 0 && (((ulong)(uint)parts[1] << 32) | (uint)parts[0]) < limit) || Math.Abs(value) < limit;
    }

    public override string ToString() => $"{(LowOpen ? '(' : '[')}{Low}, {High}{(HighOpen ? ')' : ']')}";
}
