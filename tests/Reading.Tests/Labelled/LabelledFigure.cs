using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Labelled;

/// <summary>A figure as a person labelled it, or a claim of the reader put in the same words.</summary>
internal sealed record LabelledFigure
{
    public required int Line { get; init; }

    public required string Text { get; init; }

    public required decimal Value { get; init; }

    public decimal? Max { get; init; }

    public required string Unit { get; init; }

    public string Bound { get; init; } = "=";

    public required string Stance { get; init; }

    public required string Measure { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Null where the text does not say.</summary>
    public string? Period { get; init; }

    public bool Optional { get; init; }

    public static LabelledFigure Of(Claim claim, SourceDocument document) => new()
    {
        Line = document.LineOf(claim.Raw.Start),
        Text = claim.Raw.Of(document.Text),
        Value = claim.Value,
        Max = claim.Max,
        Unit = claim.Unit,
        Bound = claim.Bound.Sign(),
        Stance = claim.Stance.Word(),
        Measure = claim.Measure.Word(),
        Indicator = claim.Indicator,
        Period = claim.Period?.ToString(),
        Optional = claim.Optional,
    };

    /// <summary>The fields in which this reading of the figure differs from the label. A period is compared only where the label has one.</summary>
    public IEnumerable<string> Differences(LabelledFigure label)
    {
        if (Stance != label.Stance)
            yield return $"stance {Stance} for {label.Stance}";
        if (Measure != label.Measure)
            yield return $"measure {Measure} for {label.Measure}";
        if (Bound != label.Bound)
            yield return $"bound {Bound} for {label.Bound}";
        if (!Indicators.Same(Indicator, label.Indicator))
            yield return $"indicator {Indicator} for {label.Indicator}";
        if (label.Period is not null && Period != label.Period)
            yield return $"period {Period ?? "none"} for {label.Period}";
    }

    /// <summary>Stance, measure and indicator agree.</summary>
    public bool SameClaim(LabelledFigure label) =>
        Stance == label.Stance && Measure == label.Measure && Indicators.Same(Indicator, label.Indicator);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line} {Text} [{Indicator}]");
}

/// <summary>A plan/actual pair as a person labelled it, or a finding of the audit put in the same words.</summary>
internal sealed record LabelledRow
{
    public required int Line { get; init; }

    public required string Indicator { get; init; }

    public required decimal Actual { get; init; }

    public required string Unit { get; init; }

    public decimal? Plan { get; init; }

    public decimal? Percent { get; init; }

    [JsonPropertyName("implied_plan")]
    public decimal? ImpliedPlan { get; init; }

    public required string Verdict { get; init; }

    public bool Optional { get; init; }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line} {Indicator} {Actual}{Unit} plan {Plan} ({ImpliedPlan}) percent {Percent} {Verdict}");
}

internal static class LabelFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<T> Load<T>(string path) =>
        [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];
}
