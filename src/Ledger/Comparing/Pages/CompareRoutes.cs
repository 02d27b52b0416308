using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Comparing.Pages;

/// <summary>
/// The comparison twice: under the library for everybody, between documents and published cards; under the ledger for people with a
/// role, with lists and drafts too. What a person decides about a pair is the same record in both.
/// </summary>
internal static class CompareRoutes
{
    public const string Open = "/compare";
    public const string Internal = "/ledger/compare";

    /// <summary>Part of the library: open to whom its documents are open.</summary>
    public static void MapOpen(IEndpointRouteBuilder routes)
    {
        var open = routes.MapPages(Open);
        open.MapGet("", (string? left, string? right, string? tab, CompareViews views, PageModel<CompareView> model, LedgerAccess access, HttpContext context) => ShowAsync(Open, left, right, tab, views, model, access, context));
        open.MapPost("", (string? left, string? right, string? tab, CompareViews views, Decisions decisions, PageModel<CompareView> model, LedgerAccess access, HttpContext context) => AnswerAsync(Open, left, right, tab, views, decisions, model, access, context)).RequireRateLimiting(RateLimits.Uploads);
    }

    public static void Map(RouteGroupBuilder ledger)
    {
        ledger.MapGet("/compare", (string? left, string? right, string? tab, CompareViews views, PageModel<CompareView> model, LedgerAccess access, HttpContext context) => ShowAsync(Internal, left, right, tab, views, model, access, context));
        ledger.MapPost("/compare", (string? left, string? right, string? tab, CompareViews views, Decisions decisions, PageModel<CompareView> model, LedgerAccess access, HttpContext context) => AnswerAsync(Internal, left, right, tab, views, decisions, model, access, context));
    }

    private static async Task<IResult> ShowAsync(string address, string? left, string? right, string? tab, CompareViews views, PageModel<CompareView> model, LedgerAccess access, HttpContext context)
    {
        var view = await views.OfAsync(address, await SightAsync(address, access, context.RequestAborted), left, right, tab, context.RequestAborted);
        return LedgerRoutes.Show<ComparePage, CompareView>(model, view with { SignedIn = access.IsSignedIn });
    }

    private static async Task<IResult> AnswerAsync(string address, string? left, string? right, string? tab, CompareViews views, Decisions decisions, PageModel<CompareView> model, LedgerAccess access, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        Actor? actor = null;
        // Pairs of the ledger are the office's to decide; what two public texts mean anybody may say, with a name.
        if ((await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            actor = acting.Actor;
        else if (address == Internal)
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        var view = (await views.OfAsync(address, await SightAsync(address, access, cancellation), left, right, tab, cancellation)) with { SignedIn = access.IsSignedIn, Form = form };
        if (view.Comparison is not { } comparison)
        {
            form.Reject(CompareRefusals.SideGone);
            return LedgerRoutes.Show<ComparePage, CompareView>(model, view, StatusCodes.Status422UnprocessableEntity);
        }

        var answer = new MatchAnswer(form["one"], form["other"], form["answer"] == "same", form["instead"], context.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : form["person"]);
        var outcome = await decisions.AnswerAsync(comparison, answer, actor, cancellation);
        if (outcome.IsOk)
            return Results.Redirect($"{address}{Link.Change(context.Request.QueryString)}");
        form.Reject(outcome.Refusal);
        return LedgerRoutes.Show<ComparePage, CompareView>(model, view, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Sight> SightAsync(string address, LedgerAccess access, CancellationToken cancellation) =>
        address == Internal ? new Sight(Ledger: true, Drafts: (await access.OfficeAsync(cancellation)).IsOk) : new Sight(Ledger: false, Drafts: false);
}
