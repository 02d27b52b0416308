using System.Globalization;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>What is to be reached by the end of a month, in one cell: 60个, 主体封顶, or both as 60个：主体封顶.</summary>
internal static class PlanCell
{
    public static string Print(decimal? amount, string? words, PrintedUnit unit) => (amount, words) switch
    {
        ({ } number, { } text) => $"{unit.Print(number)}：{text}",
        ({ } number, null) => unit.Print(number),
        _ => words ?? "",
    };

    public static (decimal? Amount, string? Words) Parse(string cell, PrintedUnit unit)
    {
        if (Figure(cell, unit) is { } alone)
            return (alone, null);
        var colon = cell.IndexOf('：', StringComparison.Ordinal);
        return colon > 0 && Figure(cell[..colon], unit) is { } number ? (number, Cut(cell[(colon + 1)..])) : (null, Cut(cell));
    }

    /// <summary>Months that end no quarter: 2月：10个；5月：20个：主体封顶.</summary>
    public static string PrintMonths(IEnumerable<(int Month, decimal? Amount, string? Words)> plan, PrintedUnit unit) =>
        string.Join('；', plan.Where(p => p.Month % 3 != 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Month}月：{Print(p.Amount, p.Words, unit)}")));

    public static IEnumerable<(int Month, decimal? Amount, string? Words)> ParseMonths(string cell, PrintedUnit unit)
    {
        foreach (var part in cell.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var month = part.IndexOf("月：", StringComparison.Ordinal);
            if (month <= 0 || !int.TryParse(part.AsSpan(0, month), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 60)
                continue;
            var (amount, words) = Parse(part[(month + 2)..], unit);
            yield return (number, amount, words);
        }
    }

    private static decimal? Figure(string text, PrintedUnit unit) => TypedFigure.Parse(text, unit) is { IsOk: true, Value: { } value } ? value : null;

    private static string Cut(string text) => text.Length <= PlanEntry.MaxWords ? text : text[..PlanEntry.MaxWords];
}
