using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// Changes whose two ends are printed: 从X增长到Y，增长Z%; Y，上年同期X，增长Z%; Y，比上年同期的X增长Z%; T，比上年增加D，增长Z%.
/// Percentages of rates are compared in points, or by growth when the text says %.
/// </summary>
internal static class Growths
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            if (at + 1 < claims.Length && IsLevel(scope.Claims[claims[at]]))
                FromTo(scope, claims, at, findings);
            var claim = scope.Claims[claims[at]];
            if (claim.Measure != Measure.Change || !Check.IsPercentage(claim) || claim.Stance != Stance.Done)
                continue;
            if (!Gain(scope, claims, at, findings))
                AgainstLast(scope, claims, at, findings);
        }
    }

    private static bool IsLevel(Claim claim) => claim.Measure is Measure.Amount or Measure.Rate or Measure.Share && claim.Max is null && claim.Value > 0 && PrintedValue.IsUsable(claim);

    /// <summary>Both ends of 从X到Y, and the changes told right behind it.</summary>
    private static void FromTo(AuditScope scope, ReadOnlySpan<int> claims, int at, List<Finding> findings)
    {
        var (from, to) = (scope.Claims[claims[at]], scope.Claims[claims[at + 1]]);
        if (!IsLevel(to) || from.Unit != to.Unit || from.Measure != to.Measure || !IsFromTo(scope, from, to))
            return;
        for (var i = at + 2; i < claims.Length && i <= at + 3; i++)
        {
            var change = scope.Claims[claims[i]];
            var between = scope.Between(scope.Claims[claims[i - 1]], change);
            if (!TellsChange(between))
                return;
            Judge(scope, claims[at], claims[at + 1], claims[i], findings);
        }
    }

    private static bool IsFromTo(AuditScope scope, Claim from, Claim to)
    {
        var between = scope.Between(from, to);
        if (between.Length is 0 or > 8 || between.IndexOfAny('到', '至') < 0 || between.ContainsAny("，。；\n"))
            return false;
        var before = scope.Before(from, 16);
        return before.LastIndexOfAny('从', '由') >= 0;
    }

    /// <summary>Nothing but ，增长 between the ends and the change: another noun (，护理补贴增长7%) is another figure.</summary>
    private static bool TellsChange(ReadOnlySpan<char> between)
    {
        var told = false;
        for (var at = 0; at < between.Length;)
        {
            if (CheckWords.Gained.At(between, at, out _) is { } word || (word = CheckWords.Lost.At(between, at, out _)) is not null)
            {
                told = true;
                at += word.Length;
            }
            else if (between[at] is '，' or ',' or ' ' or '了' or '约' or '近' or '达' or '幅' or '率' or '为' or '、' or '（' or '(')
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return told;
    }

    private static void Judge(AuditScope scope, int from, int to, int change, List<Finding> findings)
    {
        var (first, last, printed) = (scope.Claims[from], scope.Claims[to], scope.Claims[change]);
        var (low, high) = first.Value <= last.Value ? (first, last) : (last, first);
        if (printed.Unit is "百分点" || (printed.Measure == Measure.Amount && printed.Unit == first.Unit))
        {
            Difference(scope, change, high, low, [from, to, change], findings);
            return;
        }

        if (!PrintedValue.OfResult(high).TryDivide(PrintedValue.OfResult(low), out _) || printed.Measure != Measure.Change)
            return;
        // 提高了15% of a rate may mean points; only where neither reading fits is it wrong.
        if (first.Unit is "%" or "‰" && Check.Judge(Gap(high, low), printed) != Fit.Off)
            return;
        var scale = printed.Unit == "倍" ? 1m : 100m;
        if (!Relative(first, last, out var growth))
            return;
        var fit = Check.Judge(growth.Times(scale), printed);
        var verdict = Check.VerdictOf(fit, Verdict.Inconsistent);
        var value = Percentages.HalfUp(Math.Abs(last.Value - first.Value) * scale / first.Value, Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(printed))));
        var suffix = printed.Unit == "倍" ? "倍" : "%";
        var working = Check.Outcome(
            $"({Numbers.Chinese(high)} − {Numbers.Chinese(low)}) ÷ {Numbers.Chinese(first)}", $"({Numbers.English(high)} − {Numbers.English(low)}) ÷ {Numbers.English(first)}",
            Numbers.Plain(value) + suffix, Numbers.Plain(Math.Abs(printed.Value)) + suffix, verdict);
        findings.Add(Check.Make(scope, Relation.Growth, verdict, change, working, value, [from, to, change]));
    }

    private static void Difference(AuditScope scope, int subject, Claim high, Claim low, ReadOnlySpan<int> used, List<Finding> findings)
    {
        var printed = scope.Claims[subject];
        var verdict = Gap(high, low).Overlaps(PrintedValue.OfResult(Positive(printed))) ? Verdict.Consistent : Verdict.Inconsistent;
        var value = high.Value - low.Value;
        var working = Check.Outcome($"{Numbers.Chinese(high)} − {Numbers.Chinese(low)}", $"{Numbers.English(high)} − {Numbers.English(low)}", Numbers.Chinese(value, high.Step), Numbers.Chinese(Math.Abs(printed.Value), printed.Step), verdict);
        findings.Add(Check.Make(scope, Relation.Difference, verdict, subject, working, value, used));
    }

    /// <summary>T，比上年增加D，增长Z%: the base is T less D.</summary>
    private static bool Gain(AuditScope scope, ReadOnlySpan<int> claims, int at, List<Finding> findings)
    {
        if (at < 2 || scope.Claims[claims[at]].Unit != "%")
            return false;
        var (near, of) = (claims[at - 2], scope.Claims[claims[at]].Of);
        if (of < 0 || of >= near || Averages.AverageWord(scope, scope.Claims[near]) is null)
            return Gain(scope, claims, at, near, Verdict.Inconsistent, findings);
        // 受理9300件，日均1330件，比上周增加410件: of the average where that fits, else of the total; nobody can be sure of which.
        return Gain(scope, claims, at, near, otherwise: null, findings) || Gain(scope, claims, at, of, Verdict.CannotTell, findings);
    }

    private static bool Gain(AuditScope scope, ReadOnlySpan<int> claims, int at, int whole, Verdict? otherwise, List<Finding> findings)
    {
        var (total, gain, growth) = (scope.Claims[whole], scope.Claims[claims[at - 1]], scope.Claims[claims[at]]);
        if (!Check.IsAmount(total) || !Check.IsAmount(gain) || total.Unit != gain.Unit || gain.Value >= total.Value || scope.CrossesSentence(total.Clean.End, growth.Clean.Start))
            return false;
        var toGain = scope.Between(scope.Claims[claims[at - 2]], gain);
        var toGrowth = scope.Between(gain, growth);
        var gained = CheckWords.Gained.Any(toGain) && growth.Value > 0;
        var lost = CheckWords.Lost.Any(toGain) && growth.Value < 0;
        // 由401件减少到352件: the second is a level as well, and no loss.
        if (!(gained || lost) || toGain.Length > 14 || toGrowth.Length > 6 || toGain.IndexOfAny('到', '至') >= 0)
            return false;
        var (all, change) = (PrintedValue.OfResult(total), PrintedValue.OfResult(gain));
        var before = gained ? all - change : all + change;
        if (before.Low <= 0 || !change.TryDivide(before, out var ratio))
            return false;
        var fit = Check.Judge(ratio.Times(100), growth);
        if (fit is not (Fit.Rounded or Fit.CutOff) && otherwise is null)
            return false;
        var verdict = Check.VerdictOf(fit, otherwise ?? Verdict.CannotTell);
        var earlier = gained ? total.Value - gain.Value : total.Value + gain.Value;
        var value = Percentages.Of(gain.Value, earlier, Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(growth))));
        var sign = gained ? "−" : "+";
        var working = Check.Outcome(
            $"{Numbers.Chinese(gain)} ÷ ({Numbers.Chinese(total)} {sign} {Numbers.Chinese(gain)})", $"{Numbers.English(gain)} ÷ ({Numbers.English(total)} {sign} {Numbers.English(gain)})",
            Percentages.Print(value), Check.Print(growth), verdict);
        findings.Add(Check.Make(scope, Relation.Growth, verdict, claims[at], working, value, [whole, claims[at - 1], claims[at]]));
        return true;
    }

    /// <summary>完成Y，上年同期X，增长Z%: one figure of now and one of then in the sentence.</summary>
    private static void AgainstLast(AuditScope scope, ReadOnlySpan<int> claims, int at, List<Finding> findings)
    {
        var growth = scope.Claims[claims[at]];
        if (growth.Unit != "%" || at < 2)
            return;
        var (now, then) = (scope.Claims[claims[at - 2]], scope.Claims[claims[at - 1]]);
        if (!Check.IsAmount(now) || !Check.IsAmount(then) || now.Unit != then.Unit || scope.CrossesSentence(now.Clean.End, growth.Clean.Start))
            return;
        var between = scope.Between(now, then);
        var (nowIsThen, thenIsThen) = (IsLast(scope.Before(now, 8)), IsLast(between) || IsBase(between));
        if (nowIsThen == thenIsThen || between.Length > 16 || scope.Between(then, growth).Length > 10)
            return;
        var (first, last) = nowIsThen ? (claims[at - 2], claims[at - 1]) : (claims[at - 1], claims[at - 2]);
        if ((scope.Claims[last].Value >= scope.Claims[first].Value) == (growth.Value >= 0))
            Judge(scope, first, last, claims[at], findings);
    }

    /// <summary>上年同期, but not 比上年同期增加.</summary>
    private static bool IsLast(ReadOnlySpan<char> text) =>
        CheckWords.LastPeriod.Any(text) && !text.ContainsAny('比', '较') && !CheckWords.Gained.Any(text) && !CheckWords.Lost.Any(text);

    /// <summary>，比去年同期的: the number behind it is the base.</summary>
    private static bool IsBase(ReadOnlySpan<char> text) =>
        text.EndsWith("的", StringComparison.Ordinal) && text.ContainsAny('比', '较') && CheckWords.LastPeriod.Any(text) && !CheckWords.Gained.Any(text) && !CheckWords.Lost.Any(text);

    private static bool Relative(Claim first, Claim last, out Interval growth)
    {
        growth = default;
        if (!PrintedValue.OfResult(last).TryDivide(PrintedValue.OfResult(first), out var ratio))
            return false;
        growth = last.Value >= first.Value ? ratio - Interval.Exact(1) : Interval.Exact(1) - ratio;
        return growth.High > 0;
    }

    private static Interval Gap(Claim high, Claim low) => PrintedValue.OfResult(high) - PrintedValue.OfResult(low);

    /// <summary>A decline is compared by its size.</summary>
    private static Claim Positive(Claim claim) => claim.Value >= 0 ? claim : new Claim
    {
        Clean = claim.Clean,
        Raw = claim.Raw,
        Value = -claim.Value,
        Step = claim.Step,
        Unit = claim.Unit,
        Indicator = claim.Indicator,
        Bound = claim.Bound,
    };
}
