using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments;

/// <summary>Whether parts add up to their headline: 4,000 subsidies and 1,000 homes make the promised 5,000.</summary>
internal sealed record PartsCheck(decimal Headline, decimal Sum, Words Sentence)
{
    public bool Closes => Headline == Sum;

    /// <summary>Null when there is nothing to add up, or a part is not known yet.</summary>
    public static PartsCheck? Of(decimal? headline, IReadOnlyList<decimal?> parts, PrintedUnit unit)
    {
        if (headline is not { } whole || parts.Count == 0 || parts.Any(p => p is null))
            return null;
        var sum = parts.Sum(p => p ?? 0);
        var addition = string.Join("＋", parts.Select(p => unit.Number(p ?? 0)));
        var plus = string.Join(" + ", parts.Select(p => unit.Number(p ?? 0)));
        var sentence = sum == whole
            ? new Words($"分项{addition}＝{unit.Print(sum)}，与总数一致。", $"The parts {plus} make {unit.Print(sum)}, as the headline says.")
            : new Words(
                $"分项{addition}＝{unit.Print(sum)}，与总数{unit.Print(whole)}相差{unit.Print(Math.Abs(whole - sum))}。",
                $"The parts {plus} make {unit.Print(sum)}; the headline says {unit.Print(whole)}, {unit.Print(Math.Abs(whole - sum))} apart.");
        return new PartsCheck(whole, sum, sentence);
    }
}
