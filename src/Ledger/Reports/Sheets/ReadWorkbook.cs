using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Reports.Sheets;

/// <summary>A cell that cannot be taken, or that asks for a reason: where it is, what is the matter, what to do.</summary>
internal sealed record WorkbookError(string Cell, Words What, Words Do);

/// <param name="Form">What the sheet says, as the form would have sent it.</param>
/// <param name="Errors">One of them keeps the whole sheet out.</param>
/// <param name="Warnings">To be answered before the report is handed on.</param>
/// <param name="Changes">What would be different from what is stored.</param>
internal sealed record ReadReport(FormState Form, IReadOnlyList<WorkbookError> Errors, IReadOnlyList<WorkbookError> Warnings, IReadOnlyList<(Words Label, string Before, string After)> Changes);

/// <summary>Reads a filled-in sheet back. The same checks as in the form find what cannot be true; a sheet filled in over an older version is refused.</summary>
internal sealed class ReadWorkbook(LookOver look)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "MM/dd/yyyy HH:mm:ss"];

    public static Refusal NotOurs { get; } = new("report_sheet.not_ours", "这不是从本页下载的表格，或表头被改动。请重新下载后填写。", "This is not the sheet this page gives out, or its head was changed. Download it again.");

    public static Refusal Other { get; } = new("report_sheet.other", "这份表格属于另一个单位或另一个报告期，请到那一页上传。", "This sheet belongs to another unit or period; hand it in there.");

    public static Refusal Stale { get; } = new("report_sheet.stale", "下载之后报告又有人保存过，这份表格已过期，没有导入。请重新下载，把您的数据填进新表。", "The report was saved after this sheet was downloaded, so nothing was taken. Download it again and fill in the new one.");

    public async Task<Outcome<ReadReport>> RunAsync(ReportSheet sheet, byte[] content, string fileName, CancellationToken cancellation = default)
    {
        if (!SheetReader.Read(content, fileName).TryGet(out var rows, out var refusal))
            return refusal;
        if (rows.Count < 2 || !ReportWorkbook.Columns.Select(c => c.Header).SequenceEqual(rows[0].Take(ReportWorkbook.Columns.Count), StringComparer.Ordinal))
            return NotOurs;
        if (Fault(sheet, rows[1][0]) is { } fault)
            return fault;

        var (form, errors, places) = (new FormState().With("seen", $"{sheet.Report?.RowVersion ?? 0}"), new List<WorkbookError>(), new Dictionary<Guid, int>());
        for (var r = 2; r < rows.Count; r++)
            Row(sheet, new Cells(rows[r], r + 1), form, places, errors);
        var findings = await look.TypedAsync(sheet, id => form.Has(ReportFields.Value(id)) ? form[ReportFields.Value(id)] : null, pieces: null, cancellation);
        var warnings = new List<WorkbookError>();
        foreach (var finding in findings)
        {
            if (finding.Indicator is not { } line || !places.TryGetValue(line, out var row))
                continue;
            if (finding.Severity == Severity.Impossible)
                errors.Add(new WorkbookError(ReportWorkbook.Cell(WorkbookColumn.Value, row), finding.Message, new Words("请更正本期数。", "Correct the number.")));
            else if (form[ReportFields.Reason(line)].Length == 0)
                warnings.Add(new WorkbookError(ReportWorkbook.Cell(WorkbookColumn.Reason, row), finding.Message, new Words("如数据无误，请在“说明原因”列写明。", "If it is right, write the reason in 说明原因.")));
        }

        return new ReadReport(form, errors, warnings, Changes(sheet, form));
    }

    private static Refusal? Fault(ReportSheet sheet, string head)
    {
        if (head.Split('|') is not [ReportWorkbook.Mark, var unit, var period, var seen])
            return NotOurs;
        if (unit != sheet.UnitId.ToString() || period != sheet.Period.ToString())
            return Other;
        return seen == $"{sheet.Report?.RowVersion ?? 0}" ? null : Stale;
    }

    private static void Row(ReportSheet sheet, Cells cells, FormState form, Dictionary<Guid, int> places, List<WorkbookError> errors)
    {
        if (cells.IsEmpty)
            return;
        var key = cells[WorkbookColumn.Key];
        var item = Guid.TryParse(key, out var id) ? sheet.Items.FirstOrDefault(i => i.Lines.Any(l => l.Indicator.Id == id)) : null;
        if (item is null)
        {
            errors.Add(cells.Error(WorkbookColumn.Key, new Words($"标识“{key}”不在本单位本期的填报范围内。", $"The key \"{key}\" is no line of this report."), new Words("请勿改动标识列；重新下载表格后填写。", "Leave the key column as it is; download the sheet again.")));
            return;
        }

        if (!places.TryAdd(id, cells.Row))
        {
            errors.Add(cells.Error(WorkbookColumn.Key, new Words($"这一行与第{places[id]}行是同一个指标。", $"This row is the same line as row {places[id]}."), new Words("请删去其中一行。", "Remove one of them.")));
            return;
        }

        if (item.Lines.First(l => l.Indicator.Id == id) is { Settled: true } settled)
        {
            if (!TypedFigure.Parse(cells[WorkbookColumn.Value], settled.Indicator.Printed).TryGet(out var typed, out _) || typed != settled.Value)
                errors.Add(cells.Error(WorkbookColumn.Value, new Words(SaveReport.Settled.Chinese, SaveReport.Settled.English), new Words("请恢复原数。", "Put the number back.")));
            var wrong = errors.Count;
            if (Day(cells, errors) != (settled.StepDone?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "") && errors.Count == wrong)
                errors.Add(cells.Error(WorkbookColumn.StepDone, new Words(SaveReport.Settled.Chinese, SaveReport.Settled.English), new Words("请恢复原日期。", "Put the date back.")));
            Words(item, id, cells, form, errors);
            return;
        }

        form.With(ReportFields.Value(id), cells[WorkbookColumn.Value]);
        form.With(ReportFields.Reason(id), cells.Text(WorkbookColumn.Reason, ReportLine.MaxReason, errors));
        form.With(ReportFields.StepDone(id), Day(cells, errors));
        Words(item, id, cells, form, errors);
    }

    private static void Words(SheetItem item, Guid line, Cells cells, FormState form, List<WorkbookError> errors)
    {
        (WorkbookColumn Column, string Field)[] words =
        [
            (WorkbookColumn.Progress, ReportFields.Progress(item.Id)), (WorkbookColumn.Problem, ReportFields.Problem(item.Id)), (WorkbookColumn.Help, ReportFields.Help(item.Id)), (WorkbookColumn.Next, ReportFields.Next(item.Id)),
        ];
        foreach (var (column, field) in words)
        {
            if (item.Lines[0].Indicator.Id == line)
                form.With(field, cells.Text(column, ReportNote.MaxText, errors));
            else if (cells[column].Length > 0)
                errors.Add(cells.Error(column, new Words("文字只读每个事项的第一行，这一格不会导入。", "Words are read from the first row of an item; this cell would be lost."), new Words("请移到该事项的第一行。", "Move it to the item's first row.")));
        }
    }

    private static string Day(Cells cells, List<WorkbookError> errors)
    {
        var text = cells[WorkbookColumn.StepDone];
        if (text.Length == 0)
            return "";
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        errors.Add(cells.Error(WorkbookColumn.StepDone, new Words($"“{text}”不是日期。", $"\"{text}\" is no date."), new Words("请写成 2026-06-30。", "Write it like 2026-06-30.")));
        return "";
    }

    private static IReadOnlyList<(Words Label, string Before, string After)> Changes(ReportSheet sheet, FormState form) =>
        [.. ReportFields.Open(sheet).Where(f => form.Has(f.Name) && !f.IsSame(f.Stored, form[f.Name])).Select(f => (f.Label, f.Stored, form[f.Name]))];

    private sealed class Cells(string[] cells, int row)
    {
        public int Row => row;

        public bool IsEmpty => cells.All(c => c.Length == 0);

        public string this[WorkbookColumn column] => (int)column < cells.Length ? cells[(int)column] : "";

        public WorkbookError Error(WorkbookColumn column, Words what, Words todo) => new(ReportWorkbook.Cell(column, row), what, todo);

        public string Text(WorkbookColumn column, int most, List<WorkbookError> errors)
        {
            if (this[column].Length > most)
                errors.Add(Error(column, new Words($"超过{most}字。", $"More than {most} characters."), new Words("请精简。", "Shorten it.")));
            return this[column];
        }
    }
}
