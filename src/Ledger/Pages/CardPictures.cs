using Luoshi.Ledger.Acting;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Sharing;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>A card's photos and the picture it is shared with.</summary>
internal static class CardPictures
{
    public static void Map(RouteGroupBuilder pages, RouteGroupBuilder open)
    {
        pages.MapPost("/cards/{id:guid}/photos", ChooseAsync);
        open.MapGet("/{id:guid}/photos/{photo:guid}.jpg", PhotoAsync);
        open.MapGet("/{id:guid}/share.png", ShareAsync);
    }

    private static async Task<IResult> ChooseAsync(Guid id, LedgerAccess access, ChoosePhotos choose, CardViews views, PageModel<CardView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        var outcome = await choose.RunAsync(id, [.. typed["photo"].OfType<string>().Select(p => new WantedPhoto(p, form["alt-" + p]))], acting, cancellation);
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/cards/{id}#photos");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<CardPage, CardView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    /// <summary>The display copy of a photo of a card that is out; the original has no public address.</summary>
    private static async Task<IResult> PhotoAsync(Guid id, Guid photo, LuoshiDb db, AttachmentStore store, HttpContext context)
    {
        var display = await db.Set<CardPhoto>().Where(p => p.Id == photo && p.CardId == id)
            .Join(db.Set<Card>().Where(c => c.State != CardState.Draft), p => p.CardId, c => c.Id, (p, _) => (Guid?)p.DisplayId).FirstOrDefaultAsync(context.RequestAborted);
        if (display is not { } found || await store.OpenAsync(found, context.RequestAborted) is not { } file)
            return Page.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.Content, "image/jpeg");
    }

    private static async Task<IResult> ShareAsync(Guid id, CardViews views, HttpContext context)
    {
        if (await views.OfAsync(id, form: null, context.RequestAborted) is not { Card.State: not CardState.Draft } view || ShareImage.Png(view.Card.Title, view.Counts, view.List.Place) is not { } png)
            return Page.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.File(png, "image/png");
    }
}
