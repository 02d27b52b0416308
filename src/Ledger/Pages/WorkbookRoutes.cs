using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Sheets;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Pages;

/// <param name="Read">What the sheet that was handed in says; null before one was.</param>
internal sealed record WorkbookView(ReportSheet Sheet, string UnitName, FormState Form, string FileName = "", ReadReport? Read = null);

/// <summary>A unit's report out to Excel and back.</summary>
internal static class WorkbookRoutes
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/reports/{unit:guid}/{period}/sheet", ShowAsync);
        pages.MapGet("/reports/{unit:guid}/{period}/sheet.xlsx", DownloadAsync);
        pages.MapPost("/reports/{unit:guid}/{period}/sheet", ReadAsync).RequireRateLimiting(RateLimits.Reports);
    }

    private static Task<IResult> ShowAsync(Guid unit, string period, WorkbookDoor door, PageModel<WorkbookView> model, HttpContext context) =>
        door.OpenAsync(unit, period, context, view => Task.FromResult(LedgerRoutes.Show<WorkbookPage, WorkbookView>(model, view)));

    private static Task<IResult> DownloadAsync(Guid unit, string period, WorkbookDoor door, HttpContext context) =>
        door.OpenAsync(unit, period, context, view => Task.FromResult(Results.File(ReportWorkbook.Write(view.Sheet), Excel, $"{view.UnitName} {view.Sheet.Period}.xlsx")));

    private static Task<IResult> ReadAsync(Guid unit, string period, WorkbookDoor door, ReadWorkbook read, PageModel<WorkbookView> model, HttpContext context) =>
        door.OpenAsync(unit, period, context, async view =>
        {
            var cancellation = context.RequestAborted;
            var sent = await context.Request.ReadFormAsync(cancellation);
            var form = FormState.From(sent).With("sheet", "");
            if (sent.Files is not [{ Length: > 0 } file])
                form.Reject("sheet", WorkbookTexts.Choose);
            else if (file.Length > SheetReader.MaxBytes)
                form.Reject("sheet", WorkbookTexts.TooLarge);
            else
            {
                using var memory = new MemoryStream();
                await file.CopyToAsync(memory, cancellation);
                var name = Path.GetFileName(file.FileName);
                if ((await read.RunAsync(view.Sheet, memory.ToArray(), name, cancellation)).TryGet(out var found, out var refusal))
                    return LedgerRoutes.Show<WorkbookPage, WorkbookView>(model, view with { Read = found, FileName = name }, found.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
                form.Reject(refusal with { Where = "sheet" });
            }

            return LedgerRoutes.Show<WorkbookPage, WorkbookView>(model, view with { Form = form }, StatusCodes.Status422UnprocessableEntity);
        });
}

/// <summary>Lets the unit's reporters to their sheet while the report is theirs to fill in.</summary>
internal sealed class WorkbookDoor(LedgerAccess access, ReportSheets sheets, OrgDirectory directory)
{
    public async Task<IResult> OpenAsync(Guid unit, string period, HttpContext context, Func<WorkbookView, Task<IResult>> go)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month || await directory.UnitAsync(unit, cancellation) is not { } named)
            return Page.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        var sheet = await sheets.OfAsync(unit, month, cancellation);
        if (sheet.Report is { State: not ReportState.Draft } report)
            return LedgerRoutes.Refused(ApprovalRefusals.NotNow(ReportAction.Save, report.State));
        return await go(new WorkbookView(sheet, named.Name, new FormState()));
    }
}
