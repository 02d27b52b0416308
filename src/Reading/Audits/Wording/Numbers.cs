using System.Globalization;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Wording;

/// <summary>Writes numbers the way a reader of the document would: 18.44万 stays 18.44万 in Chinese and is 184,400 in English.</summary>
internal static class Numbers
{
    public static string Chinese(Claim claim) => WithRange(claim, Chinese(claim.Value, claim.Step), chinese: true);

    public static string English(Claim claim) => WithRange(claim, English(claim.Value), chinese: false);

    /// <summary>With 万 or 亿 when the last printed digit weighs that much.</summary>
    public static string Chinese(decimal value, decimal step)
    {
        var size = Math.Abs(value);
        if (step >= 100_000 && size >= 100_000_000)
            return Plain(value / 100_000_000) + "亿";
        if (step >= 10 && size >= 10_000)
            return Plain(value / 10_000) + "万";
        return Plain(value);
    }

    public static string Plain(decimal value) =>
        IsCount(value, out var count) ? count.ToString(CultureInfo.InvariantCulture) : value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string English(decimal value) =>
        IsCount(value, out var count) && count < 1000 ? count.ToString(CultureInfo.InvariantCulture) : value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>Most numbers are whole and small; those need no pattern to be written by.</summary>
    private static bool IsCount(decimal value, out int count)
    {
        var counts = value is > 0 and < int.MaxValue && decimal.IsInteger(value);
        count = counts ? (int)value : 0;
        return counts;
    }

    private static string WithRange(Claim claim, string number, bool chinese)
    {
        if (claim.Max is { } max)
            number += "–" + (chinese ? Chinese(max, claim.Step) : English(max));
        return number;
    }
}
