using System.Globalization;
using Luoshi.Kernel.Outcomes;
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
        pages.MapPost("/cards/{id:guid}/renew", RenewAsync);
        pages.MapGet("/cards/{id:guid}/publish", ConfirmAsync);
        pages.MapPost("/cards/{id:guid}/publish", PublishAsync);
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
        var end = period.LastDay;
        // What people wrote is not written over before they were asked.
        if ((await db.Set<Card>().AsNoTracking().Where(c => c.ListId == id && c.PeriodEnd == end && c.State == CardState.Draft).ToListAsync(cancellation)).Find(c => c.Period == period) is { } draft && draft.Text != draft.Generated)
            return Results.Redirect($"/ledger/cards/{draft.Id}?again=true");
        var outcome = await write.RunAsync(id, period, rules.Of(list, period.LastDay), acting, cancellation);
        return outcome.TryGet(out var card, out var refusal) ? Results.Redirect($"/ledger/cards/{card}") : LedgerRoutes.Refused(refusal);
    }

    private static async Task<IResult> ShowAsync(Guid id, LedgerAccess access, CardViews views, PageModel<CardView> model, HttpContext context, bool? again)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await views.OfAsync(id, form: null, context.RequestAborted) is not { } view)
            return Page.NotFound();
        return view.Card.State == CardState.Draft ? LedgerRoutes.Show<CardPage, CardView>(model, view with { Again = again == true }) : Results.Redirect($"/cards/{id}");
    }

    private static async Task<IResult> EditAsync(Guid id, LedgerAccess access, EditCard edit, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        // What is published is what stands in the form, not what was saved some time ago.
        var outcome = await edit.RunAsync(id, seen, form["text"], acting, cancellation);
        if (outcome.IsOk)
            return Results.Redirect(form["action"] == "publish" ? $"/ledger/cards/{id}/publish" : $"/ledger/cards/{id}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<CardPage, CardView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    /// <summary>Brings the ledger's changes into a draft, writes it anew, or takes the former text back.</summary>
    private static async Task<IResult> RenewAsync(Guid id, LedgerAccess access, WriteCard write, EditCard edit, LocalRules rules, LuoshiDb db, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        if (await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { State: CardState.Draft } card)
            return Page.NotFound();
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == card.ListId, cancellation);
        Refusal? refusal;
        if (card.RowVersion != seen)
            refusal = LedgerRefusals.Conflict;
        else if (form["how"] == "back")
            refusal = (await edit.TakeBackAsync(id, seen, acting, cancellation)).Refusal;
        else if (form["how"] == "anew")
            refusal = (await write.AnewAsync(list.Id, card.Period, rules.Of(list, card.PeriodEnd), acting, cancellation)).Refusal;
        else
            refusal = (await write.RunAsync(list.Id, card.Period, rules.Of(list, card.PeriodEnd), acting, cancellation)).Refusal;
        if (refusal is null)
            return Results.Redirect($"/ledger/cards/{id}");
        form.Reject(refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<CardPage, CardView>(model, view, StatusCodes.Status409Conflict) : Page.NotFound();
    }

    /// <summary>What becomes public, for a last look; a draft the gate holds back shows why instead.</summary>
    private static async Task<IResult> ConfirmAsync(Guid id, LedgerAccess access, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await views.OfAsync(id, form: null, context.RequestAborted) is not { Card.State: CardState.Draft } view)
            return Page.NotFound();
        return view.Problems.Count > 0
            ? LedgerRoutes.Show<CardPage, CardView>(model, view, StatusCodes.Status422UnprocessableEntity)
            : LedgerRoutes.Show<PublishPage, CardView>(model, view);
    }

    private static async Task<IResult> PublishAsync(Guid id, LedgerAccess access, PublishCard publish, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var outcome = await publish.RunAsync(id, seen, acting, cancellation);
        if (outcome.IsOk)
            return Results.Redirect($"/cards/{id}?published=now");
        // The page lists every place the gate stopped at; saying the first once more would only confuse.
        if (outcome.Refusal.Where != PublishCard.Held)
            form.Reject(outcome.Refusal);
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
