using System.Text.Json;

namespace Luoshi.Ledger.ReportCards.Curves;

/// <summary>
/// One indicator over the months of its plan, in the power its numbers are printed in: what the tiny chart beside it draws and its
/// table says. Kept with the card, so that a later correction does not redraw what was published.
/// </summary>
internal sealed record CardCurve(Guid Indicator, string Name, string Unit, decimal? Promised, IReadOnlyList<decimal?> Planned, IReadOnlyList<decimal?> Actual)
{
    /// <summary>The planned months are the indicator's own plan; else they are the even pace (序时) the rules reckon with.</summary>
    public bool OwnPlan { get; init; }

    public static string ToJson(IReadOnlyList<CardCurve> curves) => JsonSerializer.Serialize(curves);

    public static IReadOnlyList<CardCurve> FromJson(string? json) => string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<List<CardCurve>>(json) ?? [];
}
