using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// 突破500亿元，达到建区时的60倍: how many times a figure is an earlier one of the same name. The earlier one may stand far away;
/// it is told when it fits, and left to a person when it does not.
/// </summary>
internal static class Multiples
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, WholeIndex wholes, List<Finding> findings)
    {
        for (var at = 1; at < claims.Length; at++)
        {
            var multiple = scope.Claims[claims[at]];
            if (multiple is not { Measure: Measure.Multiple, Unit: "倍", Max: null, Optional: false } || multiple.Value <= 1 || !PrintedValue.IsUsable(multiple))
                continue;
            var now = scope.Claims[claims[at - 1]];
            if (!Check.IsAmount(now) || scope.CrossesSentence(now.Clean.End, multiple.Clean.Start) || scope.Between(now, multiple).Length > 24)
                continue;
            if (!InSentence(scope, claims, at, findings))
                Elsewhere(scope, claims[at - 1], claims[at], wholes, findings);
        }
    }

    /// <summary>A的投资6亿元，B的投资2亿元，是…的3倍: the other figure of the sentence in the same unit.</summary>
    private static bool InSentence(AuditScope scope, ReadOnlySpan<int> claims, int at, List<Finding> findings)
    {
        if (at < 2)
            return false;
        var (other, now) = (scope.Claims[claims[at - 2]], scope.Claims[claims[at - 1]]);
        if (!Check.IsAmount(other) || other.Unit != now.Unit || scope.CrossesSentence(other.Clean.End, now.Clean.Start))
            return false;
        return TryAdd(scope, claims[at - 1], claims[at - 2], claims[at], findings)
            || TryAdd(scope, claims[at - 2], claims[at - 1], claims[at], findings);
    }

    private static void Elsewhere(AuditScope scope, int now, int multiple, WholeIndex wholes, List<Finding> findings)
    {
        var claim = scope.Claims[now];
        var time = TimeOf(scope, scope.Claims[multiple]);
        foreach (var i in wholes.OfUnit(claim.Unit))
        {
            var earlier = scope.Claims[i];
            if (i == now || earlier.Value >= claim.Value)
                continue;
            if (scope.Name(i).LikenessTo(scope.Name(now)) < 0.75m && (time.Length < 2 || !scope.Before(earlier, 48).Contains(time, StringComparison.Ordinal)))
                continue;
            if (TryAdd(scope, now, i, multiple, findings))
                return;
        }
    }

    /// <summary>达到建区时的60倍: the words that say of which time, 建区; the earlier figure's sentence has them too.</summary>
    private static ReadOnlySpan<char> TimeOf(AuditScope scope, Claim multiple)
    {
        var before = scope.Before(multiple, 12).TrimEnd('的');
        var verb = before.LastIndexOfAny("是为到达的");
        return verb < 0 ? [] : before[(verb + 1)..].TrimEnd("时初之前");
    }

    private static bool TryAdd(AuditScope scope, int now, int earlier, int multiple, List<Finding> findings)
    {
        var (above, below, printed) = (scope.Claims[now], scope.Claims[earlier], scope.Claims[multiple]);
        if (above.Value <= below.Value || !PrintedValue.OfResult(above).TryDivide(PrintedValue.OfResult(below), out var ratio))
            return false;
        var fit = Check.Judge(ratio, printed);
        if (fit == Fit.Off)
            return false;
        var verdict = Check.VerdictOf(fit, Verdict.CannotTell);
        var value = Percentages.HalfUp(above.Value / below.Value, Math.Max(1, Percentages.Decimals(printed.Step)));
        var (chinese, english) = ($"{Numbers.Chinese(above)} ÷ {Numbers.Chinese(below)}", $"{Numbers.English(above)} ÷ {Numbers.English(below)}");
        var working = verdict == Verdict.Consistent && value != printed.Value
            ? ($"{chinese} = {Numbers.Plain(value)}；两个数都不是准数，{Numbers.Plain(printed.Value)}倍成立", $"{english} = {Numbers.Plain(value)}; neither number is exact, so {Numbers.Plain(printed.Value)} times holds")
            : Check.Outcome(chinese, english, Numbers.Plain(value) + "倍", Numbers.Plain(printed.Value) + "倍", verdict);
        findings.Add(Check.Make(scope, Relation.Multiple, verdict, multiple, working, value, [now, earlier, multiple]));
        return true;
    }
}
