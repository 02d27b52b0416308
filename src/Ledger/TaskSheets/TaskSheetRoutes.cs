using System.Globalization;
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

internal sealed record TaskSheetView
{
    public required Guid ListId { get; init; }

    public required PrintedTasks Tasks { get; init; }

    /// <summary>Shown to everybody: contacts are left out, nothing leads inside.</summary>
    public bool Open { get; init; }

    public bool MayEdit { get; init; }

    /// <summary>Also on a closed list: what is public can always be taken back.</summary>
    public bool MayWithdraw { get; init; }

    /// <summary>The edition the page shows; null for the sheet as it stands today.</summary>
    public TaskEdition? Shown { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<EditionLine> Editions { get; init; } = [];

    /// <summary>What stands here is not what is public.</summary>
    public bool Differs { get; init; }

    public FormState Form { get; init; } = new();
}

internal sealed record TaskEditView(TaskItem Task, FormState Form);

/// <summary>The task sheet of a list as page, Excel and Word, inside and for everybody, and editing it line by line.</summary>
internal static class TaskSheetRoutes
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes, RouteGroupBuilder pages)
    {
        pages.MapGet("/lists/{id:guid}/tasks", ShowAsync);
        pages.MapGet("/lists/{id:guid}/tasks.xlsx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, Xlsx, context));
        pages.MapGet("/lists/{id:guid}/tasks.docx", (Guid id, TaskSheetBook book, HttpContext context) => FileAsync(id, book, Docx, context));
        pages.MapPost("/lists/{id:guid}/tasks/publish", PublishAsync);
        pages.MapPost("/lists/{id:guid}/tasks/withdraw", WithdrawAsync);
        pages.MapGet("/items/{id:guid}/task", EditPageAsync);
        pages.MapPost("/items/{id:guid}/task", EditAsync);
        var open = routes.MapPages("/cards/tasks").AllowAnonymous();
        open.MapGet("/{id:guid}", OpenAsync);
        open.MapGet("/{id:guid}/tasks.xlsx", (Guid id, int? edition, TaskEditions editions, HttpContext context) => OpenFileAsync(id, edition, editions, Excel, one => one.Workbook, context));
        open.MapGet("/{id:guid}/tasks.docx", (Guid id, int? edition, TaskEditions editions, HttpContext context) => OpenFileAsync(id, edition, editions, CardRoutes.Word, one => one.Document, context));
    }

    private static async Task<IResult> ShowAsync(Guid id, TaskSheetViews views, PageModel<TaskSheetView> model, HttpContext context) =>
        await views.OfAsync(id, new FormState(), context.RequestAborted) is { } view ? LedgerRoutes.Show<TaskSheetPage, TaskSheetView>(model, view) : Page.NotFound();

    private static async Task<IResult> OpenAsync(Guid id, int? edition, TaskEditions editions, PageModel<TaskSheetView> model, HttpContext context)
    {
        if (await editions.FindAsync(id, edition, context.RequestAborted) is not { } shown)
            return Page.NotFound();
        var view = new TaskSheetView { ListId = id, Tasks = PrintedTasks.FromJson(shown.Tasks), Open = true, Shown = shown, Editions = await editions.OfAsync(id, context.RequestAborted) };
        return LedgerRoutes.Show<PublicTaskSheetPage, TaskSheetView>(model, view, shown.WithdrawnAt is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
    }

    private static async Task<IResult> FileAsync(Guid id, TaskSheetBook book, Func<TaskSheet, IResult> file, HttpContext context) =>
        await book.OfAsync(id, context.RequestAborted) is { } sheet ? file(sheet) : Page.NotFound();

    private static IResult Xlsx(TaskSheet sheet) => Results.File(TaskWorkbook.Write(sheet, open: false), Excel, sheet.List.Title + "任务分解表.xlsx");

    private static IResult Docx(TaskSheet sheet) => Results.File(TaskSheetDocument.Make(sheet), CardRoutes.Word, sheet.List.Title + "任务分解表.docx");

    private static async Task<IResult> OpenFileAsync(Guid id, int? edition, TaskEditions editions, string type, Func<TaskEdition, byte[]> content, HttpContext context) =>
        await editions.FindAsync(id, edition, context.RequestAborted) is { WithdrawnAt: null } found
            ? Results.File(content(found), type, $"{PrintedTasks.FromJson(found.Tasks).Title}任务分解表（第{found.Number}版）{(type == Excel ? ".xlsx" : ".docx")}")
            : Page.NotFound();

    private static async Task<IResult> PublishAsync(Guid id, LedgerAccess access, PublishTasks publish, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var outcome = await publish.RunAsync(id, acting, context.RequestAborted);
        return outcome.IsOk ? Results.Redirect($"/ledger/lists/{id}/tasks") : LedgerRoutes.Refused(outcome.Refusal);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, LedgerAccess access, WithdrawTasks withdraw, TaskSheetViews views, PageModel<TaskSheetView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var outcome = await withdraw.RunAsync(id, number, form["reason"], acting, cancellation);
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/lists/{id}/tasks");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<TaskSheetPage, TaskSheetView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
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

/// <summary>The task sheet inside, beside what is public of it.</summary>
internal sealed class TaskSheetViews(TaskSheetBook book, TaskEditions editions, LedgerAccess access)
{
    public async Task<TaskSheetView?> OfAsync(Guid id, FormState form, CancellationToken cancellation)
    {
        if (await book.OfAsync(id, cancellation) is not { } sheet)
            return null;
        var known = await editions.OfAsync(id, cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        return new TaskSheetView
        {
            ListId = id,
            Tasks = PrintedTasks.Of(sheet, open: false),
            MayEdit = office && !sheet.List.Closed,
            MayWithdraw = office,
            Editions = known,
            Differs = known is not [{ WithdrawnAt: null } newest, ..] || newest.Hash != TaskEditions.HashOf(sheet),
            Form = form,
        };
    }
}
