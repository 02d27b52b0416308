using System.Globalization;

namespace Luoshi.Reading.Exports;

/// <summary>Numbers as people and programs both read them: no exponent, no group marks, no zeros at the end.</summary>
public static class PlainNumber
{
    // 29 significant digits of "one": dividing by it drops the zeros at the end of a decimal.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same value with the smallest scale: 52.70 becomes 52.7.</summary>
    public static decimal Trim(decimal value) => value / One;

    public static string Format(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>With group marks, for people: 184,400.</summary>
    public static string Grouped(decimal value) => Trim(value).ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>Digits behind the point once zeros at the end are gone.</summary>
    public static int DecimalPlaces(decimal value) => Trim(value).Scale;
}
