using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>Looks a report over while it is typed and again when it is saved. A warning asks for a reason, an impossibility refuses.</summary>
internal static class ReportChecks
{
    /// <param name="usedBefore">For a piece of evidence: where it was used in an earlier report, in words; null when it is new.</param>
    public static IReadOnlyList<CheckFinding> Run(IReadOnlyList<ReportedLine> lines, Func<string, string?> usedBefore)
    {
        var found = new List<CheckFinding>();
        foreach (var line in lines)
            OneLine(line, found);
        Stages(lines, found);
        Parts(lines, found);
        Evidence(lines, usedBefore, found);
        return found;
    }

    private static void OneLine(ReportedLine line, List<CheckFinding> found)
    {
        if (line.Value is not { } value)
            return;
        if (value < 0 && line.Kind is not IndicatorKind.Rate)
            found.Add(Impossible(line, "report.negative", $"“{line.Name}”不能为负数。", $"\"{line.Name}\" cannot be negative."));
        if (line.Ceiling is { } ceiling && value > ceiling)
            found.Add(Impossible(line, "report.over_ceiling", $"“{line.Name}”填报{line.Unit.Print(value)}，超过总量{line.Unit.Print(ceiling)}。", $"\"{line.Name}\" is {line.Unit.Print(value)}, more than the {line.Unit.Print(ceiling)} there are."));
        if (line.Counting == Counting.Cumulative && line.Kind is not IndicatorKind.Rate && value < line.Previous)
            found.Add(Warning(line, "report.cumulative_fell", $"“{line.Name}”为累计数，却由上期{line.Unit.Print(line.Previous.Value)}降到{line.Unit.Print(value)}，请说明原因。", $"\"{line.Name}\" is cumulative but fell from {line.Unit.Print(line.Previous.Value)} to {line.Unit.Print(value)}; say why."));
        if (IsBrokenCount(line, value))
            found.Add(Warning(line, "report.fraction", $"“{line.Name}”的单位是“{line.Unit.Unit}”，填报数{line.Unit.Print(value)}不是整数，请核对。", $"\"{line.Name}\" counts in {line.Unit.Unit}, but {line.Unit.Print(value)} is no whole number; please check."));
        Leaps.Find(line, value, found);
    }

    private static bool IsBrokenCount(ReportedLine line, decimal value) =>
        line.Kind == IndicatorKind.Quantity && WholeUnits.Contains(line.Unit.Unit) && decimal.Truncate(value) != value;

    /// <summary>What is finished was started first.</summary>
    private static void Stages(IReadOnlyList<ReportedLine> lines, List<CheckFinding> found)
    {
        var byQuantity = lines.Where(l => l.Stage != Stage.None && l.Value is not null && l.PartOf is null).GroupBy(l => (l.Quantity, l.Unit.Unit));
        foreach (var group in byQuantity)
        {
            var sorted = group.OrderBy(l => l.Stage).ToArray();
            for (var i = 1; i < sorted.Length; i++)
            {
                var (early, late) = (sorted[i - 1], sorted[i]);
                if (early.Stage == late.Stage || late.Value <= early.Value)
                    continue;
                found.Add(Impossible(late, "report.stage_order", $"“{late.Name}”{late.Unit.Print(late.Value ?? 0)}多于“{early.Name}”{early.Unit.Print(early.Value ?? 0)}：后一阶段不能超过前一阶段。", $"\"{late.Name}\" at {late.Unit.Print(late.Value ?? 0)} exceeds \"{early.Name}\" at {early.Unit.Print(early.Value ?? 0)}: a later stage cannot outrun an earlier one."));
            }
        }
    }

    private static void Parts(IReadOnlyList<ReportedLine> lines, List<CheckFinding> found)
    {
        foreach (var group in lines.Where(l => l.PartOf is not null).GroupBy(l => l.PartOf))
        {
            if (lines.FirstOrDefault(l => l.Indicator == group.Key) is not { Value: { } whole } headline)
                continue;
            if (group.Any(p => p.Value is null || p.Unit.Unit != headline.Unit.Unit))
                continue;
            var sum = group.Sum(p => p.Value ?? 0);
            if (sum > whole)
                found.Add(Impossible(headline, "report.parts_over", $"“{headline.Name}”{headline.Unit.Print(whole)}，分项合计{headline.Unit.Print(sum)}，分项之和超过总数。", $"\"{headline.Name}\" is {headline.Unit.Print(whole)} but its parts make {headline.Unit.Print(sum)}."));
            else if (sum < whole)
                found.Add(Warning(headline, "report.parts_short", $"“{headline.Name}”{headline.Unit.Print(whole)}，分项合计{headline.Unit.Print(sum)}，请说明其余部分。", $"\"{headline.Name}\" is {headline.Unit.Print(whole)} but its parts make only {headline.Unit.Print(sum)}; say what the rest is."));
        }
    }

    private static void Evidence(IReadOnlyList<ReportedLine> lines, Func<string, string?> usedBefore, List<CheckFinding> found)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var content in line.Evidence)
            {
                var before = seen.TryGetValue(content, out var other) ? $"“{other}”" : usedBefore(content);
                if (before is not null)
                    found.Add(Warning(line, "report.evidence_used", $"“{line.Name}”的佐证材料已在{before}用过，请更换或说明原因。", $"Evidence for \"{line.Name}\" was used before, in {before}; replace it or say why."));
                seen.TryAdd(content, line.Name);
            }
        }
    }

    // Things nobody counts in halves. Other units (公里, 亩, 万元, 批次 of tests by weight) may have fractions.
    private static readonly HashSet<string> WholeUnits = new(StringComparer.Ordinal)
    {
        "人", "名", "户", "家", "个", "处", "所", "座", "套", "条", "项", "件", "辆", "台", "张", "场", "批次", "人次", "例", "套(户)", "套（户）",
    };

    private static CheckFinding Warning(ReportedLine line, string code, string chinese, string english) => new(code, Severity.Warning, line.Indicator, new Words(chinese, english));

    private static CheckFinding Impossible(ReportedLine line, string code, string chinese, string english) => new(code, Severity.Impossible, line.Indicator, new Words(chinese, english));
}
