using System.Globalization;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>The indicators of a row: stated column by column, or found in the words of the target.</summary>
internal static class SheetIndicators
{
    /// <summary>Stands before the name of a part of the headline above it.</summary>
    public const string Part = "其中：";

    private static readonly SheetField[] Quarters = [SheetField.Quarter1, SheetField.Quarter2, SheetField.Quarter3, SheetField.Quarter4];

    public static IReadOnlyList<ProposedIndicator> Of(SheetRow row, string item, int planYear)
    {
        if (row[SheetField.Indicator].Length > 0)
            return [Stated(row, planYear)];
        var target = row[SheetField.Target];
        // A bare number under 目标 counts what the item is called.
        if (decimal.TryParse(target, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return WithPlan([new ProposedIndicator { Name = item, Unit = new PrintedUnit("个"), Promised = number }], row);
        var read = TargetReader.Read(target);
        return WithPlan(read.Count > 0 ? read : TargetReader.Read(row[SheetField.Content]), row);
    }

    public static bool IsPart(SheetRow row) => row[SheetField.Indicator].StartsWith(Part, StringComparison.Ordinal);

    private static ProposedIndicator Stated(SheetRow row, int planYear)
    {
        var name = row.Short(SheetField.Indicator, Indicator.MaxName + Part.Length, new Words("指标名称", "name of the indicator")) ?? "";
        var unit = PrintedUnit.Parse(row.Short(SheetField.Unit, Indicator.MaxUnit, new Words("计量单位", "unit")) ?? "");
        if (!PrintedTarget.Parse(row[SheetField.Target], unit).TryGet(out var target, out var refusal))
            row.Wrong(SheetField.Target, new Words(refusal.Chinese, refusal.English));
        var (stage, verb) = IndicatorNature.ParseStage(row[SheetField.Stage]);
        var nature = Nature(row, unit, target);
        var indicator = new ProposedIndicator
        {
            Name = name.StartsWith(Part, StringComparison.Ordinal) ? name[Part.Length..] : name,
            Unit = unit,
            ReportedBy = row.Text(SheetField.Reporter),
            Kind = nature.Kind,
            Counting = nature.Counting,
            Direction = nature.Direction,
            CountsAsPromised = nature.CountsAsPromised,
            Stage = stage,
            StageWord = verb,
            Promised = target?.Value,
            Bound = target?.Bound ?? default,
            WorkingPlan = row.Figure(SheetField.WorkingPlan, unit),
            Baseline = row.Figure(SheetField.Baseline, unit),
            Ceiling = row.Figure(SheetField.Ceiling, unit),
            Deadline = row.Day(SheetField.StageDeadline, planYear),
            Steps = row.Steps(planYear),
        };
        return WithPlan([indicator], row)[0];
    }

    private static IndicatorNature Nature(SheetRow row, PrintedUnit unit, TargetValue? target)
    {
        var text = row[SheetField.Nature];
        if (!IndicatorNature.TryParse(text, out var nature))
            row.Wrong(SheetField.Nature, new Words($"看不懂口径“{text}”，可写：数量、比率、资金、节点、政策、不设目标、当期、越低越好、过程指标。", $"\"{text}\" cannot be read; use 数量, 比率, 资金, 节点, 政策, 不设目标, 当期, 越低越好, 过程指标."));
        if (text.Length > 0)
            return nature;
        return nature with
        {
            Kind = row[SheetField.Steps].Length > 0 ? IndicatorKind.Milestone
                : target is null ? IndicatorKind.Open
                : unit.Unit == "%" ? IndicatorKind.Rate
                : unit.Unit == "元" ? IndicatorKind.Money
                : IndicatorKind.Quantity,
            Direction = target is { Bound: Kernel.Quantities.Bound.AtMost or Kernel.Quantities.Bound.LessThan } ? Direction.LowerIsBetter : Direction.HigherIsBetter,
        };
    }

    /// <summary>Quarterly cells hold words, and a number where the first indicator is meant.</summary>
    private static IReadOnlyList<ProposedIndicator> WithPlan(IReadOnlyList<ProposedIndicator> indicators, SheetRow row)
    {
        if (indicators.Count == 0)
            return indicators;
        var unit = indicators[0].Unit;
        var quarters = Quarters.Select((q, i) => (Month: (i + 1) * 3, Cell: row[q])).Where(q => q.Cell.Length > 0).Select(q => (q.Month, PlanCell.Parse(q.Cell, unit).Amount, PlanCell.Parse(q.Cell, unit).Words));
        var plan = quarters.Concat(PlanCell.ParseMonths(row[SheetField.Months], unit)).OrderBy(p => p.Item1).ToArray();
        return plan.Length == 0 ? indicators : [indicators[0] with { Plan = plan }, .. indicators.Skip(1)];
    }
}
