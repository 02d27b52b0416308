using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Start;

/// <summary>The address without a path. Who is signed in goes to their own desk.</summary>
internal static class StartRoutes
{
    public static void Map(IEndpointRouteBuilder routes, bool reader, bool upload) =>
        routes.MapPages().AllowAnonymous().MapGet("/", async (int? page, StartViews views, PageModel<StartView> model, HttpContext context) =>
            context.User.Identity is { IsAuthenticated: true }
                ? Results.Redirect("/ledger")
                : LedgerRoutes.Show<StartPage, StartView>(model, new StartView(await views.OfAsync(page ?? 1, context.RequestAborted), reader, upload)));
}
