using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>What the checks of other relations share: questions about a claim, and the making of a finding.</summary>
internal static class Check
{
    /// <summary>How many figures around one are looked at; keeps a line of a million figures linear.</summary>
    public const int Farthest = 12;

    public static bool IsAmount(Claim claim) => claim is { Measure: Measure.Amount, Optional: false, Max: null, Value: > 0 } && PrintedValue.IsUsable(claim);

    public static bool IsPercentage(Claim claim) => claim.Unit is "%" or "‰" && claim.Max is null && !claim.Optional && PrintedValue.IsUsable(claim);

    /// <summary>人, 名, 人次 and 位 all count heads.</summary>
    public static bool SameUnit(Claim one, Claim other) =>
        string.Equals(one.Unit, other.Unit, StringComparison.Ordinal) || (IsHeads(one.Unit) && IsHeads(other.Unit));

    public static Verdict VerdictOf(Fit fit, Verdict otherwise) => fit switch
    {
        Fit.Rounded => Verdict.Consistent,
        Fit.CutOff => Verdict.Truncated,
        _ => otherwise,
    };

    /// <summary>How a computed figure (an average, a difference) agrees with what it may truly be.</summary>
    public static Fit Judge(Interval truth, Claim printed)
    {
        if (truth.Overlaps(PrintedValue.OfComputed(printed)))
            return Fit.Rounded;
        return truth.Overlaps(Interval.CutOff(Math.Abs(printed.Value), PrintedValue.ComputedStep(printed))) ? Fit.CutOff : Fit.Off;
    }

    public static Finding Make(AuditScope scope, Relation relation, Verdict verdict, int subject, (string Chinese, string English) working, decimal? expected, params ReadOnlySpan<int> used)
    {
        var claim = scope.Claims[subject];
        var all = new SortedSet<int>(used.ToArray()) { subject };
        var claims = new int[all.Count];
        all.CopyTo(claims);
        var spans = new SourceSpan[claims.Length];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = scope.Claims[claims[i]].Clean;
        return new Finding
        {
            Relation = relation,
            Verdict = verdict,
            Item = scope.ItemOf(claim),
            Indicator = claim.Indicator,
            Subject = subject,
            Unit = claim.Unit,
            Actual = claim.Value,
            Expected = expected,
            Chinese = working.Chinese + "。",
            English = working.English + ".",
            Claims = claims,
            Spans = spans,
        };
    }

    /// <summary>“= 82.0%，与印的82%相符” or “= 5.34%，印的是4.92%”.</summary>
    public static (string Chinese, string English) Outcome(string sum, string english, string computed, string printed, Verdict verdict) => verdict switch
    {
        Verdict.Consistent => ($"{sum} = {computed}，与印的{printed}相符", $"{english} = {computed}, as printed ({printed})"),
        Verdict.Truncated => ($"{sum} = {computed}，印的{printed}是舍去了后面的数字", $"{english} = {computed}; the printed {printed} was cut off instead of rounded"),
        Verdict.Inconsistent => ($"{sum} = {computed}，印的是{printed}；应为{computed}", $"{english} = {computed}, but {printed} is printed; {computed} would be right"),
        _ => ($"{sum} = {computed}，印的是{printed}；原文没有说明口径，无法判定", $"{english} = {computed}, {printed} is printed; the text does not say what it was taken over"),
    };

    public static string Print(Claim percentage) =>
        percentage.Unit == "‰" ? Numbers.Plain(percentage.Value) + "‰" : Percentages.Print(Math.Abs(percentage.Value));

    /// <summary>Part of whole at one digit more than a whole percentage needs, in the unit of the printed one.</summary>
    public static (decimal Value, string Text) Share(decimal part, decimal whole, Claim printed)
    {
        var decimals = Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(printed)));
        if (printed.Unit == "‰")
        {
            var mille = Percentages.HalfUp(part * 1000 / whole, decimals);
            return (mille, Numbers.Plain(mille) + "‰");
        }

        var value = Percentages.Of(part, whole, decimals);
        return (value, Percentages.Print(value, decimals));
    }

    private static bool IsHeads(string unit) => unit is "人" or "名" or "人次" or "位" or "人(次)";
}
