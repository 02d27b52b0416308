using System.Text;
using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>The working of a row in one sentence of each language.</summary>
internal static class RowWording
{
    /// <summary>20 ÷ 25 = 80.0%，与印的80%相符.</summary>
    public static (string Chinese, string English) Judged(Claim result, Claim plan, Claim percent, Verdict verdict, bool lower, decimal expected, Reason? reason)
    {
        var decimals = Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(percent)));
        var (above, below) = lower ? (plan, result) : (result, plan);
        var value = Percentages.Print(expected, decimals);
        var printed = Percentages.Print(percent.Value);
        var note = lower ? ("（越低越好，按目标比实际）", " (less is better: target over result)") : ("", "");
        var chinese = $"{Numbers.Chinese(above)} ÷ {Numbers.Chinese(below)} = {value}{note.Item1}";
        var english = $"{Numbers.English(above)} ÷ {Numbers.English(below)} = {value}{note.Item2}";
        return verdict switch
        {
            Verdict.Truncated when PlanRatio.Judge(PrintedValue.OfResult(above), PrintedValue.OfPlan(below), percent) == Fit.Off => (
                $"{chinese}；两个数若是舍去了后面的数字，印的{printed}成立",
                $"{english}; the printed {printed} holds if the two numbers were cut off instead of rounded"),
            Verdict.Truncated => (
                $"{Exactly(above, below, decimals, chinese)}，四舍五入应为{value}，印的{printed}是舍去了后面的数字",
                $"{Exactly(above, below, decimals, english)}, which rounds to {value}; the printed {printed} was cut off instead of rounded"),
            Verdict.Inconsistent => (
                $"{chinese}，印的是{printed}{(reason is null ? "" : "；" + reason.Chinese)}；应为{value}",
                $"{english}, but {printed} is printed{(reason is null ? "" : "; " + reason.English)}; {value} would be right"),
            _ => Consistent(above, below, percent, expected, chinese, english, printed),
        };
    }

    public static (string Chinese, string English) Implied(Claim result, Claim percent, decimal plan, PlanRow row, Claim? total)
    {
        var (printed, unit) = (Percentages.Print(percent.Value), result.Unit);
        var chinese = new StringBuilder($"没有印出计划数；{Numbers.Chinese(result)} ÷ {printed}，推出计划是{Numbers.Chinese(plan, result.Step)}{unit}");
        var english = new StringBuilder($"no plan is printed; {Numbers.English(result)} ÷ {printed} implies a plan of {Numbers.English(plan)}");
        if (total is null)
            return (chinese.ToString(), english.ToString());
        AddSum(chinese.Append('；'), row.Closing, value => Numbers.Chinese(value, total.Step > 0 ? total.Step : result.Step));
        chinese.Append(" = ").Append(Numbers.Chinese(total)).Append(total.Unit).Append("，与印的总数相合");
        AddSum(english.Append("; "), row.Closing, Numbers.English);
        english.Append(" = ").Append(Numbers.English(total)).Append(", the printed total");
        return (chinese.ToString(), english.ToString());
    }

    public static (string Chinese, string English) NoPercent(Claim result, decimal plan, decimal planStep, bool impliedPlan, bool lower)
    {
        var (above, below) = lower ? (Numbers.Chinese(plan, planStep), Numbers.Chinese(result)) : (Numbers.Chinese(result), Numbers.Chinese(plan, planStep));
        var (over, under) = lower ? (Numbers.English(plan), Numbers.English(result)) : (Numbers.English(result), Numbers.English(plan));
        var ratio = lower ? Ratio(plan, result.Value) : Ratio(result.Value, plan);
        var value = ratio is { } percent ? Percentages.Print(percent, 1) : "?";
        var (chinese, english) = impliedPlan ? ("（计划数由百分比推出）", " (the plan is the one implied)") : ("", "");
        return ($"{above} ÷ {below} = {value}，没有印百分比{chinese}", $"{over} ÷ {under} = {value}; no percentage is printed{english}");
    }

    public static decimal? Ratio(decimal part, decimal whole) =>
        whole == 0 || !Interval.IsSafe(part) || Math.Abs(whole) < 0.000_001m ? null : Percentages.Of(part, whole, 6);

    public static (string Chinese, string English) StageNote(Claim result, Claim plan)
    {
        var (now, due) = (StageRanks.Of(result), StageRanks.Of(plan));
        due = due == StageRanks.Unnamed ? StageRanks.Completion : due;
        return ($"；结果计的是{StageRanks.NameInChinese(now)}，承诺的是{StageRanks.NameInChinese(due)}，不等于兑现",
            $"; the result counts work {StageRanks.NameInEnglish(now)}, the promise is work {StageRanks.NameInEnglish(due)}");
    }

    private static (string Chinese, string English) Consistent(Claim above, Claim below, Claim percent, decimal expected, string chinese, string english, string printed)
    {
        var step = PrintedValue.ComputedStep(percent);
        if (Percentages.HalfUp(expected, Percentages.Decimals(step)) == percent.Value)
            return ($"{chinese}，与印的{printed}相符", $"{english}, as printed ({printed})");
        // The printed numbers alone miss it; their own rounding explains the rest.
        if (!PrintedValue.OfResult(above).TryDivide(PrintedValue.OfPlan(below), out var range))
            return ($"{chinese}，印的是{printed}", $"{english}, printed {printed}");
        var (low, high) = (Percentages.Print(range.Low * 100, 1), Percentages.Print(range.High * 100, 1));
        return ($"{chinese}；两个数本身是四舍五入的，真值在{low}到{high}之间，印的{printed}成立",
            $"{english}; both numbers are rounded themselves, the true ratio lies between {low} and {high}, so the printed {printed} holds");
    }

    /// <summary>One more digit than printed, so that the cut can be seen: 33 ÷ 48 = 68.75%.</summary>
    private static string Exactly(Claim above, Claim below, int decimals, string otherwise)
    {
        var equals = otherwise.IndexOf('=');
        return Ratio(above.Value, below.Value) is { } ratio && equals > 0
            ? string.Concat(otherwise.AsSpan(0, equals + 2), Percentages.Print(Percentages.HalfUp(ratio, decimals + 2)))
            : otherwise;
    }

    private static void AddSum(StringBuilder text, IReadOnlyList<decimal> parts, Func<decimal, string> write)
    {
        for (var i = 0; i < parts.Count; i++)
            text.Append(i == 0 ? "" : " + ").Append(write(parts[i]));
    }
}
