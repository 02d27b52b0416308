using System.Globalization;

namespace Luoshi.Kernel.Places;

public enum DivisionLevel
{
    Country,
    Province,
    City,
    County,
    Town,
    Village,
}

/// <summary>
/// An administrative division by its code: GB/T 2260 (6 digits) down to the county, the statistical code (9 or 12 digits) below.
/// Trailing zeros say "all of it": 990000 is a province, 990100 a city, 990102 a county, 990102001 a town, 990102001002 a village.
/// </summary>
/// <remarks>
/// The value is about form only. Whether a code was ever assigned, and when, is data with validity dates; codes are retired and merged.
/// The default value is the country.
/// </remarks>
public readonly record struct DivisionCode : IComparable<DivisionCode>
{
    private DivisionCode(long value) => Full = value;

    /// <summary>All twelve digits, so that codes of every length sort as the tree does.</summary>
    private long Full { get; }

    public DivisionLevel Level => Full switch
    {
        0 => DivisionLevel.Country,
        _ when Full % 10_000_000_000 == 0 => DivisionLevel.Province,
        _ when Full % 100_000_000 == 0 => DivisionLevel.City,
        _ when Full % 1_000_000 == 0 => DivisionLevel.County,
        _ when Full % 1_000 == 0 => DivisionLevel.Town,
        _ => DivisionLevel.Village,
    };

    /// <summary>The division right above; the country is its own parent.</summary>
    public DivisionCode Parent => Level switch
    {
        DivisionLevel.Village => new(Full - (Full % 1_000)),
        DivisionLevel.Town => new(Full - (Full % 1_000_000)),
        DivisionLevel.County => new(Full - (Full % 100_000_000)),
        DivisionLevel.City => new(Full - (Full % 10_000_000_000)),
        _ => default,
    };

    /// <summary>True for the division itself and everything below it.</summary>
    public bool Contains(DivisionCode other)
    {
        var step = other;
        while (step.Level > Level)
            step = step.Parent;
        return step == this;
    }

    public int CompareTo(DivisionCode other) => Full.CompareTo(other.Full);

    public static bool operator <(DivisionCode left, DivisionCode right) => left.CompareTo(right) < 0;

    public static bool operator >(DivisionCode left, DivisionCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(DivisionCode left, DivisionCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DivisionCode left, DivisionCode right) => left.CompareTo(right) >= 0;

    /// <summary>Six digits down to the county, else nine or twelve.</summary>
    public override string ToString() => Level switch
    {
        DivisionLevel.Village => Full.ToString("000000000000", CultureInfo.InvariantCulture),
        DivisionLevel.Town => (Full / 1_000).ToString("000000000", CultureInfo.InvariantCulture),
        _ => (Full / 1_000_000).ToString("000000", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads 6, 9 or 12 digits. A gap in the middle (990002: a county of no city) is allowed, since counties directly under a province have one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DivisionCode code)
    {
        code = default;
        if (text.Length is not (6 or 9 or 12) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        for (var digits = text.Length; digits < 12; digits++)
            value *= 10;
        // The first digit names a region of the country and is never 0, except for the country as a whole.
        if (value != 0 && value < 100_000_000_000)
            return false;
        code = new DivisionCode(value);
        return true;
    }

    /// <exception cref="FormatException">Not 6, 9 or 12 digits of a division.</exception>
    public static DivisionCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no division code; write 6, 9 or 12 digits such as 990100.");
}
