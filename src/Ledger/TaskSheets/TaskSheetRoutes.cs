using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

/// <param name="Open">Shown to everybody: contacts are left out, nothing leads inside.</param>
internal sealed record TaskSheetView(TaskSheet Sheet, bool Open, bool MayEdit);

internal sealed record TaskEditView(TaskItem Task, FormState Form);

/// <summary>The task sheet of a list as page, Excel and Word, inside and for everybody, and editing it line by line.</summary>
internal static class TaskSheetRoutes
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes, RouteGroupBuilder pages)
    {
        pages.MapGet("/lists/{id:guid}/tasks", ShowAsync);
        pages.MapGet("/lists/{id:guid}/tasks.xlsx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, open: false, Xlsx, context));
        pages.MapGet("/lists/{id:guid}/tasks.docx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, open: false, Docx, context));
        pages.MapPost("/lists/{id:guid}/tasks/publish", PublishAsync);
        pages.MapGet("/items/{id:guid}/task", EditPageAsync);
        pages.MapPost("/items/{id:guid}/task", EditAsync);
        var open = routes.MapPages("/cards/tasks").AllowAnonymous();
        open.MapGet("/{id:guid}", OpenAsync);
        open.MapGet("/{id:guid}/tasks.xlsx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, open: true, Xlsx, context));
        open.MapGet("/{id:guid}/tasks.docx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, open: true, Docx, context));
    }

    private static async Task<IResult> ShowAsync(Guid id, LedgerAccess access, TaskSheetBook book, PageModel<TaskSheetView> model, HttpContext context) =>
        await book.OfAsync(id, context.RequestAborted) is { } sheet
            ? LedgerRoutes.Show<TaskSheetPage, TaskSheetView>(model, new TaskSheetView(sheet, Open: false, (await access.OfficeAsync(context.RequestAborted)).IsOk && !sheet.List.Closed))
            : Page.NotFound();

    private static async Task<IResult> OpenAsync(Guid id, TaskSheetBook book, PageModel<TaskSheetView> model, HttpContext context) =>
        await book.OfAsync(id, context.RequestAborted) is { List.TasksPublishedAt: not null } sheet
            ? LedgerRoutes.Show<PublicTaskSheetPage, TaskSheetView>(model, new TaskSheetView(sheet, Open: true, MayEdit: false))
            : Page.NotFound();

    private static async Task<IResult> FileAsync(Guid id, TaskSheetBook book, bool open, Func<TaskSheet, bool, IResult> file, HttpContext context) =>
        await book.OfAsync(id, context.RequestAborted) is { } sheet && (!open || sheet.List.TasksPublishedAt is not null) ? file(sheet, open) : Page.NotFound();

    private static IResult Xlsx(TaskSheet sheet, bool open) => Results.File(TaskWorkbook.Write(sheet, open), Excel, sheet.List.Title + "任务分解表.xlsx");

    private static IResult Docx(TaskSheet sheet, bool open) => Results.File(TaskSheetDocument.Make(sheet), CardRoutes.Word, sheet.List.Title + "任务分解表.docx");

    private static async Task<IResult> PublishAsync(Guid id, LedgerAccess access, PublishTasks publish, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var outcome = await publish.RunAsync(id, acting, context.RequestAborted);
        return outcome.IsOk ? Results.Redirect($"/ledger/lists/{id}/tasks") : LedgerRoutes.Refused(outcome.Refusal);
    }

    private static async Task<IResult> EditPageAsync(Guid id, LedgerAccess access, TaskSheetBook book, LuoshiDb db, PageModel<TaskEditView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        return await TaskAsync(id, book, db, context.RequestAborted) is { } task ? LedgerRoutes.Show<TaskEditPage, TaskEditView>(model, new TaskEditView(task, TaskForm.Of(task))) : Page.NotFound();
    }

    private static async Task<IResult> EditAsync(Guid id, LedgerAccess access, EditTask edit, TaskSheetBook book, LuoshiDb db, PageModel<TaskEditView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await TaskAsync(id, book, db, cancellation) is not { } task)
            return Page.NotFound();
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("funds", "").With("plan", "");
        if (TaskForm.Read(task, form) is { } wanted)
        {
            var outcome = await edit.RunAsync(wanted, acting, cancellation);
            if (outcome.IsOk)
                return Results.Redirect($"/ledger/lists/{task.Item.ListId}/tasks");
            form.Reject(outcome.Refusal);
        }

        return LedgerRoutes.Show<TaskEditPage, TaskEditView>(model, new TaskEditView(task, form), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<TaskItem?> TaskAsync(Guid id, TaskSheetBook book, LuoshiDb db, CancellationToken cancellation)
    {
        if (await db.Set<Item>().Where(i => i.Id == id).Select(i => (Guid?)i.ListId).FirstOrDefaultAsync(cancellation) is not { } list)
            return null;
        return (await book.OfAsync(list, cancellation))?.Items.FirstOrDefault(t => t.Item.Id == id);
    }
}
