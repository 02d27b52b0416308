using System.Globalization;

namespace Luoshi.Ledger.Indicators;

/// <summary>
/// A unit as the indicator prints it: the bare unit and the power its numbers are written in.
/// 万人 is the unit 人 with the power 10,000; the ledger stores 184,400 and prints 18.44万人.
/// </summary>
internal readonly record struct PrintedUnit(string Unit, decimal Power = 1)
{
    private static readonly (string Sign, decimal Power)[] Powers = [("万亿", 1_000_000_000_000m), ("亿", 100_000_000m), ("万", 10_000m)];

    /// <summary>万、亿、万亿 or nothing.</summary>
    public string Sign
    {
        get
        {
            foreach (var (sign, power) in Powers)
            {
                if (power == Power)
                    return sign;
            }

            return "";
        }
    }

    /// <summary>As printed behind a number: 万人, 处, %.</summary>
    public override string ToString() => Sign + Unit;

    /// <summary>Number and unit, without a thousands separator, as Chinese documents print them: <c>18.44万人</c>.</summary>
    public string Print(decimal value) => Number(value) + ToString();

    /// <summary>The number alone, in the power of the unit.</summary>
    public string Number(decimal value) => (value / Power).ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>万人</c>, <c>平方米</c>, <c>亿元</c>. A unit that starts with 万 or 亿 gives its power.</summary>
    public static PrintedUnit Parse(string text)
    {
        var trimmed = text.Trim();
        foreach (var (sign, power) in Powers)
        {
            if (trimmed.StartsWith(sign, StringComparison.Ordinal))
                return new PrintedUnit(trimmed[sign.Length..], power);
        }

        return new PrintedUnit(trimmed);
    }
}
