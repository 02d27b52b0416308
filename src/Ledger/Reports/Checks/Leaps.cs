using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>
/// A number that lies so far from what is known around it that a nought or a 万 may be wrong. It is held against the year's plan, what
/// the plan asks for by the end of the month, and the last value; the rule pack says from where on somebody is asked.
/// </summary>
internal static class Leaps
{
    public const string Code = "report.leap";

    public static void Find(ReportedLine line, decimal value, List<CheckFinding> found)
    {
        if (value <= 0)
            return;
        var limits = line.Limits;
        var (chinese, english) = (new List<string>(), new List<string>());
        if (line.Plan is { } plan and > 0 && value >= plan * limits.OverTarget)
            Times("全年计划", "the year's plan", plan);
        // A level such as a pass rate is not filled up month by month.
        if (line.Kind is not IndicatorKind.Rate && line.MonthPlan is { } due and > 0 && value >= due * limits.OverMonthPlan)
            Times("本月应完成数", "what the month asks for", due);
        var last = line.Previous is { } previous and > 0 ? previous : (decimal?)null;
        if (last is { } before && value >= before * limits.OverLast)
            Times("上期", "the last value", before);
        if (last is { } more && value * limits.OverLast <= more)
        {
            chinese.Add($"不足上期{line.Unit.Print(more)}的{limits.OverLast:0.##}分之一");
            english.Add($"less than 1/{limits.OverLast:0.##} of the last value {line.Unit.Print(more)}");
        }

        // A 万 left out of a first report is small against the plan, which by itself says nothing.
        var slipped = (last ?? line.Plan) is { } reference and > 0 && (IsSlip(value / reference) || IsSlip(reference / value));
        if (slipped && chinese.Count == 0)
        {
            chinese.Add($"全年计划为{line.Unit.Print(line.Plan ?? 0)}");
            english.Add($"against a year's plan of {line.Unit.Print(line.Plan ?? 0)}");
        }

        if (chinese.Count == 0)
            return;
        var hint = slipped
            ? new Words("正好相差约一万倍，是否把“万”填重或漏填？", "That is about ten thousand times: was a 万 typed twice or left out?")
            : new Words("请核对位数和单位，确实如此的请说明原因。", "Check the digits and the unit; if it is so, say why.");
        found.Add(new CheckFinding(Code, Severity.Warning, line.Indicator, new Words(
            $"“{line.Name}”填报{line.Unit.Print(value)}，{string.Join("，", chinese)}，数量级相差过大。",
            $"\"{line.Name}\" is {line.Unit.Print(value)}, {string.Join(", ", english)}.") + hint));

        void Times(string what, string whatEnglish, decimal whole)
        {
            var times = decimal.Round(value / whole, 1, MidpointRounding.AwayFromZero);
            chinese.Add($"是{what}{line.Unit.Print(whole)}的{times:0.#}倍");
            english.Add($"{times:0.#} times {whatEnglish} of {line.Unit.Print(whole)}");
        }
    }

    /// <summary>Near ten thousand: 人 typed into a field that counts 万人.</summary>
    private static bool IsSlip(decimal ratio) => ratio is >= 3_000 and <= 30_000;
}

/// <summary>Which of many reports are looked at first: an outlier weighs more than any number of small things.</summary>
internal static class Noticed
{
    private const int Outlier = 100;

    /// <param name="hints">What stands out about the evidence.</param>
    public static int Weigh(IReadOnlyCollection<CheckFinding> findings, int hints) =>
        findings.Count + hints + (findings.Any(f => f.Code == Leaps.Code || f.Severity == Severity.Impossible) ? Outlier : 0);
}
