using System.Globalization;
using System.Text;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.ReportCards.Official;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>The task sheet as an annex to an official paper: the page of GB/T 9704 turned on its side, one table whose head repeats.</summary>
internal static class TaskSheetDocument
{
    // Twips; together the 225 mm that the turned page leaves.
    private static readonly (string Header, int Width)[] Columns =
    [
        ("序号", 620), ("项目名称", 1_700), ("年度目标", 2_200), ("季度计划", 2_600), ("完成时限", 1_150), ("资金（万元）", 1_500), ("分管领导", 1_150), ("牵头单位", 1_150), ("责任、配合单位", 1_500),
    ];

    public static byte[] Make(TaskSheet sheet)
    {
        var table = new OfficialTable(Columns);
        string? promise = null;
        foreach (var item in sheet.Items)
        {
            if (item.Promise is { } next && next != promise)
                table.Band(next);
            promise = item.Promise;
            table.Row(Cells(item));
        }

        return OfficialDocument.Make(sheet.List.Title + "任务分解表", table.Xml);
    }

    private static string[] Cells(TaskItem task) =>
    [
        task.Item.Number.ToString(CultureInfo.InvariantCulture),
        task.Item.Name,
        Lines(task.Indicators.Where(i => !i.IsPart).Select(Goal)),
        Lines(task.Indicators.Where(i => !i.IsPart).SelectMany(Quarters)),
        Lines(new[] { task.Item.Deadline is { } day ? Days.Chinese(day) : "" }.Concat(task.Indicators.Where(i => i.StageDeadline(task.Item) is not null).Select(i => $"{Name(i.Indicator)}：{Days.Chinese(i.StageDeadline(task.Item) ?? default)}"))
            .Concat(task.Indicators.SelectMany(i => i.Steps).Select(s => $"{s.Name}：{Days.Chinese(s.Due)}"))),
        Lines(task.Funds.Select(f => $"{f.Source}{Money(f.Planned)}，到位{Money(f.Arrived)}，拨付{Money(f.Paid)}").Prepend(task.Item.TotalInvestment is { } total ? $"总投资{Money(total)}" : "")),
        task.Official ?? "",
        Lines(task.Units[UnitRole.Lead]),
        Lines(task.Units[UnitRole.Responsible].Concat(task.Units[UnitRole.Supporting])),
    ];

    private static string Goal(TaskIndicator line) =>
        Name(line.Indicator) + (line.Target?.Value is { } value ? value.Print(line.Indicator.Printed) : "") + line.Formerly + (line.Target?.WorkingPlan is { } plan ? $"（计划{line.Indicator.Printed.Print(plan)}）" : "");

    private static IEnumerable<string> Quarters(TaskIndicator line) =>
        line.Plan.Where(p => p.Month is 3 or 6 or 9 or 12).Select(p => $"{"一二三四"[(p.Month / 3) - 1]}季度{PlanCell.Print(p.Amount, p.Words, line.Indicator.Printed)}");

    private static string Name(Indicator indicator) => Reports.FillIn.ReportFields.FullName(indicator);

    private static string Money(decimal yuan) => new PrintedUnit("", 10_000).Number(yuan);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(l => l.Length > 0));
}

/// <summary>A table in an official document.</summary>
internal sealed class OfficialTable
{
    private readonly (string Header, int Width)[] columns;
    private readonly StringBuilder xml;

    public OfficialTable((string Header, int Width)[] columns)
    {
        this.columns = columns;
        xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:jc w:val=\"center\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
            xml.Append(CultureInfo.InvariantCulture, $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        xml.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        foreach (var (_, width) in columns)
            xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        xml.Append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        foreach (var (header, width) in columns)
            Cell(header, width, span: 1, heading: true);
        xml.Append("</w:tr>");
    }

    public string Xml => xml.ToString() + "</w:tbl>";

    /// <summary>A row across all columns.</summary>
    public void Band(string text)
    {
        xml.Append("<w:tr>");
        Cell(text, columns.Sum(c => c.Width), columns.Length, heading: true);
        xml.Append("</w:tr>");
    }

    public void Row(IReadOnlyList<string> cells)
    {
        xml.Append("<w:tr>");
        for (var i = 0; i < cells.Count; i++)
            Cell(cells[i], columns[i].Width, span: 1, heading: false);
        xml.Append("</w:tr>");
    }

    private void Cell(string text, int width, int span, bool heading)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if (span > 1)
            xml.Append(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{span}\"/>");
        xml.Append("</w:tcPr>");
        foreach (var line in text.Split('\n'))
            xml.Append(OfficialDocument.Cell(line, heading));
        xml.Append("</w:tc>");
    }
}
