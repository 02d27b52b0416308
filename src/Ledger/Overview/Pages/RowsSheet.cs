using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Exports;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Ledger.Overview.Pages;

/// <summary>What the list shows, as a workbook or as comma-separated values: the filter's rows in the person's columns. The writers disarm formulas.</summary>
internal sealed class RowsSheet(OverviewRows rows, RowDetails details, UiContext ui)
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Portion = 500;

    public async Task<IResult> DownloadAsync(OverviewView view, string format, CancellationToken cancellation)
    {
        var found = new List<OverviewRow>();
        for (var skip = 0; skip < OverviewRows.MostCounted; skip += Portion)
        {
            var portion = await details.OfAsync(await rows.PageAsync(view.Known, view.Sort, skip, Portion, cancellation), cancellation);
            found.AddRange(portion);
            if (portion.Count < Portion)
                break;
        }

        var sheet = new ExportSheet(ui[OverviewTexts.Title], [.. Columns(view)], Rows(view, found));
        using var stream = new MemoryStream();
        if (format == "csv")
            CsvWriter.Write(stream, sheet);
        else
            XlsxWriter.Write(stream, [sheet]);
        return Results.File(stream.ToArray(), format == "csv" ? "text/csv; charset=utf-8" : Excel, $"{ui[OverviewTexts.Title]} {view.Known.Month}.{format}");
    }

    private IEnumerable<ExportColumn> Columns(OverviewView view) =>
    [
        new(ui[OverviewTexts.Number], 6), new(ui.Pick("事项", "Item"), 24), new(ui.Pick("指标", "Indicator"), 28), new(ui[OverviewTexts.Light], 16), new(ui[OverviewTexts.Name(RowState.Overdue)], 8),
        .. view.Shown.Shown.SelectMany(Of),
    ];

    /// <summary>Numbers with their unit beside them, and exact: a sheet is for reckoning on.</summary>
    private IEnumerable<ExportColumn> Of(RowColumn column) => column switch
    {
        RowColumn.Promise => [new(ui[OverviewTexts.Name(column)], 14), new(ui[OverviewTexts.Unit] + "·" + ui.Pick("计量", "measure"), 10)],
        RowColumn.Reason => [new(ui[OverviewTexts.Name(column)], 60)],
        RowColumn.Percent => [new(ui[OverviewTexts.Name(column)] + " %", 12)],
        RowColumn.Due => [new(ui[OverviewTexts.Name(column)] + " %", 10)],
        RowColumn.Trend => [new(ui[OverviewTexts.Name(column)], 30)],
        _ => [new(ui[OverviewTexts.Name(column)], 18)],
    };

    private IEnumerable<IReadOnlyList<ExportCell>> Rows(OverviewView view, List<OverviewRow> found)
    {
        foreach (var row in found)
        {
            var cells = new List<ExportCell> { row.Item.Number, row.Item.Name, ui[row.Name], ui[row.Look.Label], row.Rated.Overdue ? ui[OverviewTexts.Name(RowState.Overdue)] : null };
            foreach (var column in view.Shown.Shown)
                cells.AddRange(Cells(row, column));
            yield return cells;
        }
    }

    private IEnumerable<ExportCell> Cells(OverviewRow row, RowColumn column) => column switch
    {
        RowColumn.List => [row.List.Title],
        RowColumn.Unit => [row.UnitName],
        RowColumn.Official => [row.Official],
        RowColumn.Promise => [row.Promised?.Value / row.Indicator.Power, row.Indicator.Printed.ToString()],
        RowColumn.Result => [row.Rated.Actual / row.Indicator.Power],
        RowColumn.Percent => [row.Rated.OfPlan],
        RowColumn.Due => [row.Rated.Due],
        RowColumn.Gap => [row.Rated.Gap],
        RowColumn.Reason => [ui[row.Reason]],
        RowColumn.Verification => [ui[VerificationTexts.Name(row.Rated.Verification)]],
        RowColumn.Trend => [string.Join(' ', row.Trend.Where(t => t.Look is not null).Select(t => $"{t.Month.LastDay.Month}:{ui[t.Look!.Label]}"))],
        _ => [row.Deadline?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
    };
}
