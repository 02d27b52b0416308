using System.Globalization;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Items;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>
/// The task sheet as a workbook: one row an indicator, an item's own cells in its first row. Its headers are names the import knows,
/// so that the sheet can be taken home, changed and imported again.
/// </summary>
internal static class TaskWorkbook
{
    private static readonly (SheetField Field, string Header, int Width)[] Layout =
    [
        (SheetField.Number, "序号", 6), (SheetField.Category, "类别", 16), (SheetField.Commitment, "实事名称", 30), (SheetField.Item, "项目名称", 24), (SheetField.Content, "主要内容", 40),
        (SheetField.Official, "分管领导", 20), (SheetField.Lead, "牵头单位", 20), (SheetField.Responsible, "责任单位", 30), (SheetField.Supporting, "配合单位", 30), (SheetField.Deadline, "完成时限", 12),
        (SheetField.Indicator, "指标", 24), (SheetField.Unit, "计量单位", 8), (SheetField.Target, "年度目标", 14), (SheetField.WorkingPlan, "工作计划数", 12), (SheetField.Stage, "阶段", 10), (SheetField.Nature, "口径", 14),
        (SheetField.Baseline, "基期值", 10), (SheetField.Ceiling, "总量上限", 10), (SheetField.Reporter, "填报单位", 20), (SheetField.StageDeadline, "阶段时限", 12), (SheetField.Steps, "时间节点", 30),
        (SheetField.Quarter1, "一季度", 20), (SheetField.Quarter2, "二季度", 20), (SheetField.Quarter3, "三季度", 20), (SheetField.Quarter4, "四季度", 20), (SheetField.Months, "其他月份计划", 20),
        (SheetField.TotalInvestment, "总投资（万元）", 14), (SheetField.YearInvestment, "年度投资（万元）", 14),
        (SheetField.FundHigher, "上级补助（万元）", 14), (SheetField.FundHigherArrived, "上级补助到位（万元）", 14), (SheetField.FundHigherPaid, "上级补助拨付（万元）", 14),
        (SheetField.FundCity, "市级资金（万元）", 14), (SheetField.FundCityArrived, "市级资金到位（万元）", 14), (SheetField.FundCityPaid, "市级资金拨付（万元）", 14),
        (SheetField.FundCounty, "县级资金（万元）", 14), (SheetField.FundCountyArrived, "县级资金到位（万元）", 14), (SheetField.FundCountyPaid, "县级资金拨付（万元）", 14),
        (SheetField.FundOther, "其他资金（万元）", 14), (SheetField.FundOtherArrived, "其他资金到位（万元）", 14), (SheetField.FundOtherPaid, "其他资金拨付（万元）", 14),
        (SheetField.Location, "地点", 20), (SheetField.Coordinates, "坐标", 18), (SheetField.Contact, "联系人", 16), (SheetField.Basis, "政策依据", 30), (SheetField.Summary, "公开摘要", 40),
    ];

    public static IReadOnlyList<string> Headers { get; } = [.. Layout.Select(c => c.Header)];

    public static IReadOnlyList<SheetField> Fields { get; } = [.. Layout.Select(c => c.Field)];

    /// <param name="open">For everybody: without the people to call.</param>
    public static byte[] Write(TaskSheet sheet, bool open)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [Sheet(sheet, open)]);
        return stream.ToArray();
    }

    public static ExportSheet Sheet(TaskSheet sheet, bool open)
    {
        var layout = Layout.Where(c => !open || c.Field != SheetField.Contact).ToArray();
        return new ExportSheet("任务分解表", [.. layout.Select(c => new ExportColumn(c.Header, c.Width))], Rows(sheet).Select(r => (IReadOnlyList<ExportCell>)[.. layout.Select(c => r(c.Field))]));
    }

    private static IEnumerable<Func<SheetField, ExportCell>> Rows(TaskSheet sheet)
    {
        (string? Category, string? Promise)? above = null;
        foreach (var item in sheet.Items)
        {
            var bundle = (item.Category, item.Promise);
            var isNew = above != bundle;
            yield return field => field switch
            {
                // A bundle is named in its first row, as merged cells are read; "none" has to be said where one stands above.
                SheetField.Category => isNew ? Or(item.Category, above?.Category) : null,
                SheetField.Commitment => isNew ? Or(item.Promise, above?.Promise) : null,
                _ => OfItem(item, field, item.Indicators is [var first, ..] ? first : null),
            };
            above = bundle;
            foreach (var indicator in item.Indicators.Skip(1))
                yield return field => OfIndicator(item, indicator, field);
        }
    }

    private static string? Or(string? name, string? above) => name ?? (above is null ? null : SheetProposer.Nothing);

    private static ExportCell OfItem(TaskItem task, SheetField field, TaskIndicator? first)
    {
        var item = task.Item;
        return field switch
        {
            SheetField.Number => item.Number,
            SheetField.Item => item.Name,
            SheetField.Content => item.Content,
            SheetField.Official => task.Official,
            SheetField.Lead => Names(task, UnitRole.Lead),
            SheetField.Responsible => Names(task, UnitRole.Responsible),
            SheetField.Supporting => Names(task, UnitRole.Supporting),
            SheetField.Deadline => Day(item.Deadline),
            SheetField.TotalInvestment => item.TotalInvestment / 10_000,
            SheetField.YearInvestment => item.YearInvestment / 10_000,
            SheetField.Location => item.Location,
            SheetField.Coordinates => task.Place?.ToString(),
            SheetField.Contact => item.Contact,
            SheetField.Basis => item.PolicyBasis,
            SheetField.Summary => item.PublicSummary,
            >= SheetField.FundHigher and <= SheetField.FundOtherPaid => Money(task, field),
            _ => first is null ? default(ExportCell) : OfIndicator(task, first, field),
        };
    }

    private static ExportCell OfIndicator(TaskItem task, TaskIndicator line, SheetField field)
    {
        var (indicator, target) = (line.Indicator, line.Target);
        return field switch
        {
            SheetField.Indicator => (line.IsPart ? SheetIndicators.Part : "") + indicator.Name,
            SheetField.Unit => indicator.Printed.ToString(),
            SheetField.Target => target?.Value?.Print(indicator.Printed),
            SheetField.WorkingPlan => target?.WorkingPlan / indicator.Power,
            SheetField.Stage => IndicatorNature.PrintStage(indicator.Stage, indicator.StageWord),
            SheetField.Nature => new IndicatorNature(indicator.Kind, indicator.Counting, indicator.Direction, indicator.CountsAsPromised).ToString(),
            SheetField.Baseline => indicator.Baseline / indicator.Power,
            SheetField.Ceiling => indicator.Ceiling / indicator.Power,
            SheetField.Reporter => line.Reporter,
            SheetField.StageDeadline => Day(line.StageDeadline(task.Item)),
            SheetField.Steps => string.Join('；', line.Steps.Select(s => $"{s.Name}：{Day(s.Due)}")),
            SheetField.Quarter1 => Plan(line, 3),
            SheetField.Quarter2 => Plan(line, 6),
            SheetField.Quarter3 => Plan(line, 9),
            SheetField.Quarter4 => Plan(line, 12),
            SheetField.Months => PlanCell.PrintMonths(line.Plan.Select(p => (p.Month, p.Amount, p.Words)), indicator.Printed),
            _ => default,
        };
    }

    private static string? Plan(TaskIndicator line, int month) => line.At(month) is { } entry ? PlanCell.Print(entry.Amount, entry.Words, line.Indicator.Printed) : null;

    private static ExportCell Money(TaskItem task, SheetField field)
    {
        var place = field - SheetField.FundHigher;
        if (task.Fund(FundSources.All[place / 3]) is not { } fund)
            return default;
        return (place % 3) switch { 0 => fund.Planned / 10_000, 1 => fund.Arrived / 10_000, _ => fund.Paid / 10_000 };
    }

    private static string Names(TaskItem task, UnitRole role) => string.Join('、', task.Units[role]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
