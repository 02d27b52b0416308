using System.Globalization;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.Reports.Sheets;

/// <summary>The columns of the sheet a unit fills in, in their order. What is written under one header is read under it.</summary>
internal enum WorkbookColumn
{
    Key,
    Number,
    Item,
    Indicator,
    Unit,
    Plan,
    Previous,
    Value,
    StepDone,
    Reason,
    Progress,
    Problem,
    Help,
    Next,
}

/// <summary>A unit's page for a period as a workbook: what identifies a line is locked, what is reported is open.</summary>
internal static class ReportWorkbook
{
    public const string Mark = "luoshi-report";

    public static IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("标识（勿改）", 14), new("项", 6), new("事项", 24), new("指标", 28), new("单位", 10), new("年计划", 12), new("上期数", 12),
        new("本期数", 12, Open: true), new("完成日期", 14, Open: true), new("说明原因", 30, Open: true), new("进展情况", 40, Open: true), new("存在问题", 30, Open: true), new("需协调事项", 30, Open: true), new("下一步", 30, Open: true),
    ];

    /// <summary>The address a spreadsheet shows: H5.</summary>
    public static string Cell(WorkbookColumn column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (int)column)}{row}");

    /// <summary>Which report, and over which version it was filled in.</summary>
    public static string Head(ReportSheet sheet) => string.Create(CultureInfo.InvariantCulture, $"{Mark}|{sheet.UnitId}|{sheet.Period}|{sheet.Report?.RowVersion ?? 0}");

    public static byte[] Write(ReportSheet sheet)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [new ExportSheet($"{sheet.Period.LastDay.Year}年{sheet.Period.LastDay.Month}月", Columns, Rows(sheet)) { Locked = true }]);
        return stream.ToArray();
    }

    private static IEnumerable<IReadOnlyList<ExportCell>> Rows(ReportSheet sheet)
    {
        yield return [Head(sheet), "", "只填右侧未锁定的列；文字写在每个事项的第一行。"];
        foreach (var item in sheet.Items)
        {
            for (var i = 0; i < item.Lines.Count; i++)
                yield return Row(item, item.Lines[i], withWords: i == 0);
        }
    }

    private static IReadOnlyList<ExportCell> Row(SheetItem item, SheetLine line, bool withWords)
    {
        var (indicator, note) = (line.Indicator, withWords ? item.Note : null);
        return
        [
            indicator.Id.ToString(), item.Number, item.Name, ReportFields.FullName(indicator), indicator.Printed.ToString(), line.Plan / indicator.Power, line.Previous / indicator.Power,
            line.Value / indicator.Power, line.StepDone?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.WarningReason, note?.Progress, note?.Problem, note?.HelpNeeded, note?.NextStep,
        ];
    }
}
