using System.Globalization;
using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>Numbers as people read them.</summary>
internal static class FigureWords
{
    /// <summary>184,400 人; a range as 3–5 个; with its bound sign in front.</summary>
    public static string Exact(Claim claim)
    {
        var value = claim.Max is { } max ? $"{Number(claim.Value)}–{Number(max)}" : Number(claim.Value);
        var sign = Sign(claim.Bound);
        var joined = claim.Unit is "%" or "‰" ? value + claim.Unit : $"{value} {claim.Unit}".TrimEnd();
        return sign.Length == 0 ? joined : $"{sign} {joined}";
    }

    public static string Number(decimal value) => value.ToString("#,0.########", CultureInfo.InvariantCulture);

    /// <summary>Empty for a plain number.</summary>
    public static string Sign(Bound bound) => bound switch
    {
        Bound.Exact => "",
        Bound.AtLeast => "≥",
        Bound.AtMost => "≤",
        Bound.MoreThan => ">",
        Bound.LessThan => "<",
        Bound.About => "≈",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, message: null),
    };
}
