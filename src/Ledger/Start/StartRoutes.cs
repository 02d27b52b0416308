using Luoshi.Ledger.Overview.Leading;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Start;

/// <summary>The address without a path. Who is signed in goes to the page that is theirs.</summary>
internal static class StartRoutes
{
    public static void Map(IEndpointRouteBuilder routes, bool reader, bool upload) =>
        routes.MapPages().AllowAnonymous().MapGet("/", async (int? page, StartViews views, Landing landing, PageModel<StartView> model, HttpContext context) =>
            context.User.Identity is { IsAuthenticated: true }
                ? Results.Redirect(await landing.OfAsync(context.RequestAborted))
                : LedgerRoutes.Show<StartPage, StartView>(model, new StartView(await views.OfAsync(page ?? 1, context.RequestAborted), reader, upload)));
}
