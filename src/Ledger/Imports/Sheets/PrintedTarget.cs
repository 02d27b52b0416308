using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>Reads a target as <see cref="TargetValue.Print"/> writes it, in a cell whose indicator and unit stand beside it: 200个以上, 超过60, 4%以内.</summary>
internal static class PrintedTarget
{
    private static readonly (string Word, Bound Bound)[] After = [("以上", Bound.AtLeast), ("以内", Bound.AtMost), ("左右", Bound.About)];
    private static readonly (string Word, Bound Bound)[] Before = [("不少于", Bound.AtLeast), ("不低于", Bound.AtLeast), ("超过", Bound.MoreThan), ("不超过", Bound.AtMost), ("低于", Bound.LessThan), ("≥", Bound.AtLeast), ("≤", Bound.AtMost), (">", Bound.MoreThan), ("<", Bound.LessThan)];

    public static Outcome<TargetValue?> Parse(string text, PrintedUnit unit)
    {
        var (number, bound) = (text.Trim(), Bound.Exact);
        foreach (var (word, meant) in After)
        {
            if (number.EndsWith(word, StringComparison.Ordinal))
                (number, bound) = (number[..^word.Length], meant);
        }

        foreach (var (word, meant) in Before.OrderByDescending(b => b.Word.Length))
        {
            if (bound == Bound.Exact && number.StartsWith(word, StringComparison.Ordinal))
                (number, bound) = (number[word.Length..], meant);
        }

        if (!TypedFigure.Parse(number, unit).TryGet(out var value, out var refusal))
            return refusal;
        return value is { } promised ? (TargetValue?)new TargetValue(promised, bound) : (TargetValue?)null;
    }
}
