using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Items.Linking.Pages;

internal static class LinkRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/lists/{id:guid}/links", ShowAsync);
        pages.MapPost("/lists/{id:guid}/links", LinkAsync);
        pages.MapPost("/links/{id:guid}/undo", UnlinkAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, Guid? item, LedgerAccess access, LinkViews views, PageModel<LinksView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        return await views.OfAsync(id, item, new FormState(), context.RequestAborted) is { } view ? LedgerRoutes.Show<LinksPage, LinksView>(model, view) : Page.NotFound();
    }

    private static async Task<IResult> LinkAsync(Guid id, Guid? item, LedgerAccess access, LinkItems link, LinkViews views, PageModel<LinksView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        if (Guid.TryParse(form["reported"], out var reported) && Guid.TryParse(form["same"], out var same))
        {
            // The form names both; which of them goes on reporting is what the pressed button says.
            var wanted = form["who"] == "there" ? new LinkWanted(same, reported) : new LinkWanted(reported, same);
            var outcome = await link.RunAsync(wanted, acting, cancellation);
            if (outcome.IsOk)
                return Results.Redirect($"/ledger/lists/{id}/links{(item is { } only ? $"?item={only}" : "")}");
            form.Reject(outcome.Refusal);
        }
        else
        {
            form.Reject(LedgerRefusals.NotFound);
        }

        return await views.OfAsync(id, item, form, cancellation) is { } view ? LedgerRoutes.Show<LinksPage, LinksView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> UnlinkAsync(Guid id, LedgerAccess access, UnlinkItems unlink, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        var outcome = await unlink.RunAsync(id, form["reason"], acting, cancellation);
        return outcome.TryGet(out var item, out var refusal) ? Results.Redirect($"/ledger/items/{item}") : LedgerRoutes.Refused(refusal);
    }
}
