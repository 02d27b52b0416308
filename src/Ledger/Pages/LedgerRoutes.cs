using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Lists, items, imports and ratings. Reports and cards have routes of their own.</summary>
internal static class LedgerRoutes
{
    public const long LargestSheet = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/ledger").RequireAuthorization();
        pages.AddEndpointFilter(RefuseStrangers);
        pages.MapGet("", HomeAsync);
        NewListRoutes.Map(pages);
        pages.MapGet("/lists/{id:guid}", ListAsync);
        pages.MapPost("/lists/{id:guid}/sheet", SheetAsync).RequireRateLimiting(RateLimits.Uploads);
        pages.MapPost("/lists/{id:guid}/assess", AssessAsync);
        pages.MapGet("/imports/{id:guid}", ImportAsync);
        pages.MapPost("/imports/{id:guid}", ImportPostAsync);
        pages.MapGet("/items/{id:guid}", ItemAsync);
        pages.MapPost("/items/{id:guid}/target", TargetAsync);
        pages.MapGet("/lists/{id:guid}/heat", HeatAsync);
        AddRoutes.Map(pages);
        AssignRoutes.Map(pages);
        LightRoutes.Map(pages);
        Overview.OverviewRoutes.Map(pages);
        ReadingRoutes.Map(pages);
        BulletinRoutes.Map(pages);
        ReportRoutes.Map(pages);
        Verifying.VerificationRoutes.Map(pages);
        CardRoutes.Map(routes, pages);
        Items.Linking.Pages.LinkRoutes.Map(pages);
        Comparing.Pages.CompareRoutes.Map(pages);
        TaskSheets.TaskSheetRoutes.Map(routes, pages);
        Burden.BurdenRoutes.Map(pages);
    }

    /// <summary>A person without any role has no business in the ledger.</summary>
    private static async ValueTask<object?> RefuseStrangers(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var access = (LedgerAccess?)context.HttpContext.RequestServices.GetService(typeof(LedgerAccess));
        return access is not null && await access.MayReadAsync(context.HttpContext.RequestAborted) ? await next(context) : Refused(LedgerRefusals.NotAllowed);
    }

    public static IResult Refused(Refusal refusal) => Page.Of<MessagePage>(
        new { Title = new Words(refusal.Chinese, refusal.English), Hint = new Words("请返回上一页。", "Please go back.") },
        refusal == LedgerRefusals.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);

    public static IResult Show<TPage, TView>(PageModel<TView> model, TView view, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        model.Value = view;
        return Page.Of<TPage>(status: status);
    }

    /// <summary>A day as a form sends it; empty is none, anything else is told at its field.</summary>
    public static Outcome<DateOnly?> DayOf(string text, string field)
    {
        if (text.Length == 0)
            return (DateOnly?)null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
            ? (DateOnly?)day
            : new Refusal("ledger.no_day", $"“{text}”不是日期，请按 2026-06-30 的样子填写。", $"\"{text}\" is no date; write it like 2026-06-30.", field);
    }

    public static Period? PeriodOf(string? text) => Period.TryParse(text, out var period) ? period : null;

    private static async Task<IResult> HomeAsync(HomeViews views, PageModel<HomeView> model, HttpContext context, string? period) =>
        Show<HomePage, HomeView>(model, await views.OfAsync(PeriodOf(period), context.RequestAborted));

    private static async Task<IResult> ListAsync(Guid id, ListViews views, PageModel<ListView> model, UiContext ui, HttpContext context, string? period, int? page, string? format, int? rated, int? adopted, int? indicators)
    {
        if (await views.OfAsync(id, PeriodOf(period), form: null, format == "xlsx" ? null : page ?? 1, context.RequestAborted) is not { } view)
            return Page.NotFound();
        if (format == "xlsx")
            return LedgerSheet.Download(view, ui);
        return Show<ListPage, ListView>(model, view with { Rated = rated, Adopted = adopted is { } items ? new Imports.Adopted(items, indicators ?? 0, []) : null });
    }

    private static async Task<IResult> HeatAsync(Guid id, HeatViews views, PageModel<HeatView> model, HttpContext context, string? unit, bool? below, int? page) =>
        await views.OfAsync(id, unit?.Trim() ?? "", below == true, page ?? 1, context.RequestAborted) is { } view ? Show<HeatPage, HeatView>(model, view) : Page.NotFound();

    private static async Task<IResult> SheetAsync(Guid id, LedgerAccess access, SheetImports imports, ListViews views, PageModel<ListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("sheet", "");
        if (context.Request.Form.Files is not [{ Length: > 0 } file])
            form.Reject("sheet", new Words("请选择一个文件。", "Choose a file."));
        else if (file.Length > LargestSheet)
            form.Reject("sheet", new Words("文件超过 20 MB。", "The file is larger than 20 MB."));
        else
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellation);
            if ((await imports.ReceiveAsync(id, Path.GetFileName(file.FileName), memory.ToArray(), acting, cancellation)).TryGet(out var draft, out var refusal))
                return Results.Redirect($"/ledger/imports/{draft}");
            form.Reject(refusal with { Where = "sheet" });
        }

        return await views.OfAsync(id, asked: null, form, page: 1, cancellation) is { } view ? Show<ListPage, ListView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> AssessAsync(Guid id, LedgerAccess access, RateNow rate, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return Refused(refused);
        var form = await context.Request.ReadFormAsync(cancellation);
        if (PeriodOf(form["period"]) is not { } period)
            return Page.NotFound();
        return (await rate.RunAsync(id, period, acting, cancellation)).TryGet(out var count, out var refusal)
            ? Results.Redirect($"/ledger/lists/{id}?period={period}&rated={count.Indicators}")
            : Refused(refusal);
    }

    private static async Task<IResult> ImportAsync(Guid id, LedgerAccess access, SheetImports imports, PageModel<ImportView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return Refused(refused);
        return await imports.OfAsync(id, context.RequestAborted) is { } view ? Show<ImportPage, ImportView>(model, view) : Page.NotFound();
    }

    private static async Task<IResult> ImportPostAsync(Guid id, LedgerAccess access, SheetImports imports, FirstRating rate, PageModel<ImportView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return Refused(refused);
        if (await imports.OfAsync(id, cancellation) is not { } view)
            return Page.NotFound();
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        var mapping = view.Table.Headers.Select((_, c) => Enum.TryParse<Imports.Sheets.SheetField>(form[$"c{c}"], out var field) ? field : Imports.Sheets.SheetField.Ignore).ToList();
        var choices = ImportChoices.From(view.Names, form);
        if (form["action"] != "adopt" || !mapping.SequenceEqual(view.Mapping))
        {
            // Adopting with another mapping than the one previewed would adopt something nobody has seen.
            await imports.MapAsync(view, mapping, choices, cancellation);
            return Results.Redirect($"/ledger/imports/{id}");
        }

        // What was chosen for names needs no second look: it stands in the form that was sent.
        view = view with { Choices = choices };
        if ((await imports.AdoptAsync(view, acting, cancellation)).TryGet(out var done, out var refusal))
        {
            await rate.RunAsync(view.List, acting, cancellation);
            return Results.Redirect($"/ledger/lists/{view.List.Id}?adopted={done.Items}&indicators={done.Indicators}");
        }

        form.Reject(refusal);
        return Show<ImportPage, ImportView>(model, view with { Form = form }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ItemAsync(Guid id, ItemViews views, PageModel<ItemView> model, HttpContext context) =>
        await views.OfAsync(id, new FormState(), context.RequestAborted) is { } view ? Show<ItemPage, ItemView>(model, view) : Page.NotFound();

    private static async Task<IResult> TargetAsync(Guid id, LedgerAccess access, ChangeTarget change, ItemViews views, PageModel<ItemView> model, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        if (!Guid.TryParse(form["indicator"], out var indicatorId) || await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == indicatorId && i.ItemId == id, cancellation) is not { } indicator)
            return Page.NotFound();
        var last = await db.Set<Target>().AsNoTracking().Where(t => t.IndicatorId == indicatorId).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancellation);
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        if (!TypedFigure.Parse(form["promised"], indicator.Printed).TryGet(out var promised, out var unreadable) || !TypedFigure.Parse(form["plan"], indicator.Printed).TryGet(out var plan, out unreadable)
            || !DayOf(form["from"], "from").TryGet(out var from, out unreadable))
        {
            form.Reject(unreadable);
        }
        else
        {
            var outcome = await change.RunAsync(
                new TargetChange
                {
                    IndicatorId = indicatorId,
                    SeenVersion = seen,
                    Promised = promised,
                    Bound = last?.Bound ?? Bound.Exact,
                    WorkingPlan = plan,
                    Deadline = last?.Deadline,
                    Wording = last?.Wording,
                    From = from,
                    Decision = form["decision"],
                    Reason = form["reason"],
                },
                acting,
                cancellation);
            if (outcome.IsOk)
                return Results.Redirect($"/ledger/items/{id}");
            form.Reject(outcome.Refusal);
        }

        return await views.OfAsync(id, form, cancellation) is { } view ? Show<ItemPage, ItemView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }
}
