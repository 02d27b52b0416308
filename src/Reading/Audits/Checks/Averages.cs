using Luoshi.Kernel.Time;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// Averages whose total and count are printed: 发放补助492.1万元，户均1,850元 over 2,660户; 日均1,240件 over the days of the month.
/// Which count an average was taken over is often left open, so only a fitting pair is reported, or the only pair of the sentence.
/// </summary>
internal static class Averages
{
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，、0123456789");

    private static readonly Dictionary<char, string[]> Counted = new()
    {
        ['户'] = ["户", "家"],
        ['人'] = ["人", "名", "人次", "位", "件", "宗", "起"],
        ['亩'] = ["亩"],
        ['件'] = ["件", "宗", "起"],
        ['次'] = ["次", "场", "人次"],
    };

    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, WholeIndex wholes, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            var average = scope.Claims[claims[at]];
            if (!Check.IsAmount(average) || average.Stance != Stance.Done || AverageWord(scope, average) is not { } word)
                continue;
            var per = word[^1] == '均' ? word[0] : word[^1];
            if (per is '日' or '天' or '月')
                OverTime(scope, claims, at, days: per != '月', findings);
            else if (Counted.TryGetValue(word.Contains('户', StringComparison.Ordinal) ? '户' : word.Contains('人', StringComparison.Ordinal) ? '人' : per, out var units))
                OverCount(scope, claims, at, units, wholes, findings);
        }
    }

    /// <summary>日均, 人均: the word in front of a number that makes it an average, or null.</summary>
    public static string? AverageWord(AuditScope scope, Claim claim)
    {
        // Asked of every count of a text: most have no such word in front of them, in their sentence or out of it.
        if (!CheckWords.Average.Any(scope.Between(Math.Max(0, claim.Clean.Start - 10), claim.Clean.Start)))
            return null;
        var before = scope.Before(claim, 10);
        for (var at = 0; at < before.Length; at++)
        {
            if (CheckWords.Average.At(before, at, out _) is { } word && !before[at..].ContainsAny(Breaks))
                return word;
        }

        return null;
    }

    private static void OverTime(AuditScope scope, ReadOnlySpan<int> claims, int at, bool days, List<Finding> findings)
    {
        var average = scope.Claims[claims[at]];
        if (average.Period is not { } period || (!days && period.Months < 2))
            return;
        var count = days ? Days(period) : period.Months;
        for (var i = at - 1; i >= 0 && i >= at - Check.Farthest; i--)
        {
            var total = scope.Claims[claims[i]];
            if (!Check.IsAmount(total) || total.Unit != average.Unit || total.Value <= average.Value)
                continue;
            // The first figure of the paragraph is the total; parts of it follow, and fit no better.
            if (Check.Judge(PrintedValue.OfResult(total).Times(1m / count), average) is Fit.Rounded or Fit.CutOff)
            {
                Add(scope, claims[at], claims[i], Numbers.Plain(count), count, Fit.Rounded, settled: false, [claims[at], claims[i]], findings);
                return;
            }
        }
    }

    private static int Days(Period period) => period.LastDay.DayNumber - period.FirstDay.DayNumber + 1;

    private static void OverCount(AuditScope scope, ReadOnlySpan<int> claims, int at, string[] units, WholeIndex wholes, List<Finding> findings)
    {
        var average = scope.Claims[claims[at]];
        var (totals, counts, lastTotal, lastCount) = (0, 0, -1, -1);
        for (var i = Math.Max(0, at - Check.Farthest); i < at; i++)
        {
            var total = scope.Claims[claims[i]];
            if (!Check.IsAmount(total) || total.Unit != average.Unit || total.Value <= average.Value || scope.Between(total, average).ContainsAny("。\n"))
                continue;
            totals++;
            lastTotal = i;
            for (var j = Math.Max(0, at - Check.Farthest); j < Math.Min(claims.Length, at + 3); j++)
            {
                var count = scope.Claims[claims[j]];
                if (!Check.IsAmount(count) || Array.IndexOf(units, count.Unit) < 0 || scope.Between(count, average).ContainsAny("。\n"))
                    continue;
                (counts, lastCount) = (counts + 1, j);
                if (TryFit(scope, claims[at], claims[i], claims[j], findings))
                    return;
            }

            if (Far(scope, claims[at], claims[i], units[0], wholes, findings))
                return;
        }

        // 人均月增收1800元, 人均增收5000元 are of no total: only an average that names what was divided can be wrong.
        if (totals == 1 && counts == 1 && scope.Name(claims[at]).LikenessTo(scope.Name(claims[lastTotal])) >= 0.5m && !scope.Before(average, 10).ContainsAny('月', '年', '增') && scope.Claims[claims[lastCount]].Unit == units[0])
            Add(scope, claims[at], claims[lastTotal], claims[lastCount], Fit.Off, settled: true, findings);
    }

    private static bool Far(AuditScope scope, int average, int total, string unit, WholeIndex wholes, List<Finding> findings)
    {
        foreach (var i in wholes.OfUnit(unit))
        {
            if (scope.Claims[i].Stance == Stance.Done && TryFit(scope, average, total, i, findings))
                return true;
        }

        return false;
    }

    private static bool TryFit(AuditScope scope, int average, int total, int count, List<Finding> findings)
    {
        if (!PrintedValue.OfResult(scope.Claims[total]).TryDivide(PrintedValue.OfResult(scope.Claims[count]), out var truth))
            return false;
        var fit = Check.Judge(truth, scope.Claims[average]);
        if (fit is not (Fit.Rounded or Fit.CutOff))
            return false;
        Add(scope, average, total, count, fit, settled: false, findings);
        return true;
    }

    private static void Add(AuditScope scope, int average, int total, int count, Fit fit, bool settled, List<Finding> findings) =>
        Add(scope, average, total, Numbers.Chinese(scope.Claims[count]), scope.Claims[count].Value, fit, settled, [average, total, count], findings);

    private static void Add(AuditScope scope, int average, int total, string divisor, decimal count, Fit fit, bool settled, ReadOnlySpan<int> used, List<Finding> findings)
    {
        var (printed, whole) = (scope.Claims[average], scope.Claims[total]);
        var verdict = Check.VerdictOf(fit, settled ? Verdict.Inconsistent : Verdict.CannotTell);
        var value = Percentages.HalfUp(whole.Value / count, Math.Max(0, Percentages.Decimals(printed.Step)));
        var working = Check.Outcome($"{Numbers.Chinese(whole)} ÷ {divisor}", $"{Numbers.English(whole)} ÷ {Numbers.English(count)}", Numbers.Plain(value) + printed.Unit, Numbers.Chinese(printed) + printed.Unit, verdict);
        findings.Add(Check.Make(scope, Relation.PerUnit, verdict, average, working, value, used));
    }
}
