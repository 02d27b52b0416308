using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>A report that says hardly anything: it may be sent on, but not by oversight.</summary>
internal static class BlankReport
{
    public const string Code = "report.nearly_blank";

    /// <summary>So many are named; the others are counted.</summary>
    private const int MostNamed = 8;

    /// <returns>Null while at least half of the numbers asked for are there. Steps, rules and what is told in words have months without news.</returns>
    public static CheckFinding? Find(IEnumerable<ReportedLine> lines)
    {
        var asked = lines.Where(l => l.Kind is IndicatorKind.Quantity or IndicatorKind.Rate or IndicatorKind.Money).ToList();
        var empty = asked.Where(l => l.Value is null).Select(l => l.Name).ToList();
        var filled = asked.Count - empty.Count;
        if (filled * 2 >= asked.Count)
            return null;
        var named = string.Join("、", empty.Take(MostNamed));
        return new CheckFinding(Code, Severity.Warning, Indicator: null, new Words(
            $"{asked.Count}个数只填了{filled}个，空着的有：{named}{(empty.Count > MostNamed ? $"等{empty.Count}个" : "")}。",
            $"Only {filled} of {asked.Count} numbers are filled in; empty: {named}{(empty.Count > MostNamed ? $" and others, {empty.Count} in all" : "")}."));
    }
}
