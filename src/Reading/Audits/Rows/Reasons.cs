using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>What a percentage that does not follow from its plan really is, in both languages, with the figures it uses.</summary>
internal sealed record Reason(string Chinese, string English, int Other = -1);

/// <summary>Tries the usual slips: another denominator, what is still to do, the operands swapped, another row's number, digits mixed up.</summary>
internal static class Reasons
{
    public static Reason? Find(AuditScope scope, PlanRow row, Claim plan, ReadOnlySpan<int> nearby)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        return OtherBase(scope, row, plan, nearby)
            ?? Remaining(result, plan, percent)
            ?? Swapped(result, plan, percent)
            ?? OtherResult(scope, row, plan, nearby)
            ?? Digits(result, plan, percent);
    }

    private static Reason? OtherBase(AuditScope scope, PlanRow row, Claim plan, ReadOnlySpan<int> nearby)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        foreach (var i in nearby)
        {
            var other = scope.Claims[i];
            if (i == row.Result || ReferenceEquals(other, plan) || other.Value == plan.Value || !IsCount(other, result))
                continue;
            if (PlanRatio.Judge(PrintedValue.OfResult(result), PrintedValue.OfResult(other), percent) != Fit.Rounded)
                continue;
            return new Reason(
                $"{Numbers.Chinese(result)} ÷ {Numbers.Chinese(other)} = {Percentages.Print(percent.Value)}，分母用的是“{other.Indicator}”的{Numbers.Chinese(other)}{other.Unit}，不是计划数{Numbers.Chinese(plan)}{plan.Unit}",
                $"{Numbers.English(result)} ÷ {Numbers.English(other)} = {Percentages.Print(percent.Value)}: it was taken over {Numbers.English(other)} ({other.Indicator}), not over the plan of {Numbers.English(plan)}",
                i);
        }

        return null;
    }

    private static Reason? Remaining(Claim result, Claim plan, Claim percent)
    {
        var (done, due) = (PrintedValue.OfResult(result), PrintedValue.OfPlan(plan));
        if (result.Value >= plan.Value || PlanRatio.Judge(done, due, Rest(percent)) == Fit.Off)
            return null;
        var sum = $"({{0}} − {{1}}) ÷ {{0}} = {Percentages.Print(percent.Value)}";
        return new Reason(
            string.Format(sum, Numbers.Chinese(plan), Numbers.Chinese(result)) + "，印的是还没有完成的部分",
            string.Format(sum, Numbers.English(plan), Numbers.English(result)) + ": what is printed is the part still to do");
    }

    /// <summary>100 less the percentage, to the same step: what would be printed for the other part.</summary>
    private static Claim Rest(Claim percent) => new()
    {
        Clean = percent.Clean,
        Raw = percent.Raw,
        Value = 100 - percent.Value,
        Step = percent.Step,
        Unit = percent.Unit,
        Indicator = percent.Indicator,
    };

    private static Reason? Swapped(Claim result, Claim plan, Claim percent)
    {
        if (PlanRatio.Judge(PrintedValue.OfPlan(plan), PrintedValue.OfResult(result), percent) != Fit.Rounded)
            return null;
        return new Reason(
            $"{Numbers.Chinese(plan)} ÷ {Numbers.Chinese(result)} = {Percentages.Print(percent.Value)}，除数与被除数颠倒了",
            $"{Numbers.English(plan)} ÷ {Numbers.English(result)} = {Percentages.Print(percent.Value)}: the two numbers were swapped");
    }

    private static Reason? OtherResult(AuditScope scope, PlanRow row, Claim plan, ReadOnlySpan<int> nearby)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        foreach (var i in nearby)
        {
            var other = scope.Claims[i];
            if (i == row.Result || other.Stance != Stance.Done || other.Value == result.Value || !IsCount(other, result))
                continue;
            if (PlanRatio.Judge(PrintedValue.OfResult(other), PrintedValue.OfPlan(plan), percent) != Fit.Rounded)
                continue;
            return new Reason(
                $"{Numbers.Chinese(other)} ÷ {Numbers.Chinese(plan)} = {Percentages.Print(percent.Value)}，分子用的是“{other.Indicator}”的{Numbers.Chinese(other)}{other.Unit}",
                $"{Numbers.English(other)} ÷ {Numbers.English(plan)} = {Percentages.Print(percent.Value)}: it counts {Numbers.English(other)} ({other.Indicator}) instead",
                i);
        }

        return null;
    }

    /// <summary>Two neighbouring digits exchanged, or the point moved: 72.5 for 75.2, 5.27 for 52.7.</summary>
    private static Reason? Digits(Claim result, Claim plan, Claim percent)
    {
        var decimals = Percentages.Decimals(PrintedValue.ComputedStep(percent));
        var right = Percentages.Of(result.Value, plan.Value, decimals);
        if (right * 10 == percent.Value || Percentages.HalfUp(right / 10, decimals) == percent.Value)
            return new Reason("小数点错了一位", "the decimal point slipped by one place");
        var scale = (decimal)Math.Pow(10, decimals);
        var (computed, printed) = ((right * scale).ToString("0"), (percent.Value * scale).ToString("0"));
        if (AreExchanged(computed, printed))
            return new Reason("相邻两位数字写颠倒了", "two neighbouring digits are exchanged");
        return computed.Length > 2 && IsOneDigitOff(computed, printed) ? new Reason("只有一位数字不同", "a single digit differs") : null;
    }

    private static bool IsOneDigitOff(string right, string printed)
    {
        var differ = 0;
        for (var i = 0; i < right.Length && right.Length == printed.Length; i++)
            differ += right[i] == printed[i] ? 0 : 1;
        return differ == 1;
    }

    private static bool AreExchanged(string right, string printed)
    {
        if (right.Length != printed.Length)
            return false;
        for (var i = 0; i + 1 < right.Length; i++)
        {
            if (right[i] == printed[i])
                continue;
            return right[i] == printed[i + 1] && right[i + 1] == printed[i] && right.AsSpan(i + 2).SequenceEqual(printed.AsSpan(i + 2));
        }

        return false;
    }

    private static bool IsCount(Claim other, Claim result) =>
        other.Measure == Measure.Amount && other.Value > 0 && PrintedValue.IsUsable(other) && AuditWords.SameUnit(other.Unit, result.Unit, out _);
}
