using System.Globalization;
using Luoshi.Kernel.Quantities;

namespace Luoshi.Reading.Audits.Wording;

/// <summary>Percentages recomputed by the audit, at whatever precision the document prints.</summary>
internal static class Percentages
{
    /// <summary>Multiplies before it divides, so that 51 of 80 is 63.75 and not a little less.</summary>
    public static decimal Of(decimal part, decimal whole, int decimals) => HalfUp(part * 100 / whole, decimals);

    public static decimal HalfUp(decimal value, int decimals) => Percent.Round(value, decimals).Value;

    /// <summary>Decimals printed at a step: 1 for 0.1, 0 for 1.</summary>
    public static int Decimals(decimal step)
    {
        var decimals = 0;
        for (; step is > 0 and < 1 && decimals < 10; step *= 10)
            decimals++;
        return decimals;
    }

    /// <summary>Without trailing zeros: 66%, 41.3%.</summary>
    public static string Print(decimal percent) => new Percent(percent).ToString();

    /// <summary>With a fixed number of decimals: 98.0%.</summary>
    public static string Print(decimal percent, int decimals) =>
        HalfUp(percent, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "%";
}
