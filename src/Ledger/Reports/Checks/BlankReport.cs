using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>Numbers left empty: a report may be sent on without them, but not by oversight.</summary>
internal static class BlankReport
{
    public const string Code = "report.nearly_blank";

    /// <summary>So many are named; the others are counted.</summary>
    private const int MostNamed = 8;

    /// <summary>Steps, rules and what is told in words have months without news.</summary>
    public static bool IsAsked(IndicatorKind kind) => kind is IndicatorKind.Quantity or IndicatorKind.Rate or IndicatorKind.Money;

    /// <returns>Null when every number asked for is there.</returns>
    public static CheckFinding? Find(IEnumerable<ReportedLine> lines)
    {
        var asked = lines.Where(l => IsAsked(l.Kind)).ToList();
        var empty = asked.Where(l => l.Value is null).Select(l => l.Name).ToList();
        var filled = asked.Count - empty.Count;
        if (empty.Count == 0)
            return null;
        var named = string.Join("、", empty.Take(MostNamed));
        return new CheckFinding(Code, Severity.Warning, Indicator: null, new Words(
            $"{asked.Count}个数只填了{filled}个，空着的有：{named}{(empty.Count > MostNamed ? $"等{empty.Count}个" : "")}。",
            $"Only {filled} of {asked.Count} numbers are filled in; empty: {named}{(empty.Count > MostNamed ? $" and others, {empty.Count} in all" : "")}."));
    }
}
