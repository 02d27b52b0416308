using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Official;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform;
using Luoshi.Platform.Notices;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Luoshi.Ledger.Pages;

/// <summary>Writing, checking and publishing cards; the published ones are open to everybody.</summary>
internal static class CardRoutes
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes, RouteGroupBuilder pages)
    {
        pages.MapPost("/lists/{id:guid}/cards", WriteAsync);
        pages.MapGet("/cards/{id:guid}", ShowAsync);
        pages.MapPost("/cards/{id:guid}", EditAsync);
        pages.MapGet("/cards/{id:guid}/card.docx", DraftWordAsync);
        var open = routes.MapPages("/cards").AllowAnonymous();
        open.MapGet("/{id:guid}", PublicAsync);
        open.MapGet("/{id:guid}/figures/{indicator:guid}", OriginAsync);
        open.MapGet("/{id:guid}/card.{format}", DownloadAsync);
        CardPictures.Map(pages, open);
    }

    private static async Task<IResult> WriteAsync(Guid id, LedgerAccess access, WriteCard write, LocalRules rules, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = await context.Request.ReadFormAsync(cancellation);
        if (LedgerRoutes.PeriodOf(form["period"]) is not { } period || await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return Page.NotFound();
        var outcome = await write.RunAsync(id, period, rules.Of(list, period.LastDay), acting, cancellation);
        return outcome.TryGet(out var card, out var refusal) ? Results.Redirect($"/ledger/cards/{card}") : LedgerRoutes.Refused(refusal);
    }

    private static async Task<IResult> ShowAsync(Guid id, LedgerAccess access, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await views.OfAsync(id, form: null, context.RequestAborted) is not { } view)
            return Page.NotFound();
        return view.Card.State == CardState.Draft ? LedgerRoutes.Show<CardPage, CardView>(model, view) : Results.Redirect($"/cards/{id}");
    }

    private static async Task<IResult> EditAsync(Guid id, LedgerAccess access, EditCard edit, PublishCard publish, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        // What is published is what stands in the form, not what was saved some time ago.
        var outcome = await edit.RunAsync(id, seen, form["text"], acting, cancellation);
        if (outcome.IsOk && form["action"] == "publish")
            outcome = await publish.RunAsync(id, outcome.Value.RowVersion, acting, cancellation);
        if (outcome.TryGet(out var card, out var refusal))
            return Results.Redirect(card.State == CardState.Draft ? $"/ledger/cards/{id}" : $"/cards/{id}?published=now");
        form.Reject(refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<CardPage, CardView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> DraftWordAsync(Guid id, LedgerAccess access, CardViews views, TimeProvider clock, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        return await views.OfAsync(id, form: null, context.RequestAborted) is { } view ? WordOf(view, clock) : Page.NotFound();
    }

    private static async Task<IResult> PublicAsync(Guid id, CardViews views, PageModel<CardView> model, IOptions<MailOptions> site, LedgerAccess access, HttpContext context, string? published) =>
        await views.OfAsync(id, form: null, context.RequestAborted) is { Card.State: not CardState.Draft } view ? LedgerRoutes.Show<PublicCardPage, CardView>(model, view with { Origin = site.Value.PublicAddress is { Length: > 0 } address ? address.TrimEnd('/') : $"{context.Request.Scheme}://{context.Request.Host}", JustPublished = published is not null && access.IsSignedIn }) : Page.NotFound();

    private static async Task<IResult> OriginAsync(Guid id, Guid indicator, OriginViews views, PageModel<OriginView> model, HttpContext context) =>
        await views.OfAsync(id, indicator, context.RequestAborted) is { } view ? LedgerRoutes.Show<OriginPage, OriginView>(model, view) : Page.NotFound();

    private static async Task<IResult> DownloadAsync(Guid id, string format, CardViews views, UiContext ui, TimeProvider clock, HttpContext context)
    {
        if (await views.OfAsync(id, form: null, context.RequestAborted) is not { Card.State: not CardState.Draft } view)
            return Page.NotFound();
        var language = ui.Language == Language.English ? ExportLanguage.English : ExportLanguage.Chinese;
        return format switch
        {
            "docx" => WordOf(view, clock),
            "xlsx" => Results.File(OpenData.Xlsx(view, language), Excel, view.Card.Title + ".xlsx"),
            "csv" => Results.File(OpenData.Csv(view, language), "text/csv; charset=utf-8", view.Card.Title + ".csv"),
            "json" => Results.File(OpenData.Json(view), "application/json; charset=utf-8", view.Card.Title + ".json"),
            _ => Page.NotFound(),
        };
    }

    private static IResult WordOf(CardView view, TimeProvider clock) =>
        Results.File(OfficialDocument.Make(view.Card.Text, view.Publisher is { } office && view.Card.PublishedAt is { } at ? new Signature(office, LocalTime.Day(at, clock)) : null), Word, view.Card.Title + ".docx");
}
