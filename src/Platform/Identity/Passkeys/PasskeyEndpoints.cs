using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Pages;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Identity.Passkeys;

/// <summary>What the page's script asks: first the options for the browser, then what the browser's authenticator answered.</summary>
internal static class PasskeyEndpoints
{
    private const string Note = "luoshi-passkey";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var mine = routes.MapPages("/account/passkeys").RequireAuthorization();
        mine.MapPost("/options", AskToAddAsync);
        mine.MapPost("", AddAsync);
        mine.MapPost("/{id:guid}/remove", RemoveAsync);
        var entry = routes.MapPages("/sign-in/passkey").AllowAnonymous();
        entry.MapPost("/options", AskToSignInAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        entry.MapPost("", SignInAsync).RequireRateLimiting(IdentityServices.SignInLimit);
    }

    private static async Task<IResult> AskToAddAsync(HttpContext http, CurrentUser user, PasskeyRegister passkeys) =>
        Ask(http, await passkeys.AskToAddAsync(user.AccountId!.Value, user.Name, http));

    private static async Task<IResult> AddAsync(HttpContext http, CurrentUser user, PasskeyRegister passkeys)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var outcome = await passkeys.AddAsync(user.AccountId!.Value, TakeNote(http), form["credential"].ToString(), http.Request.Headers.UserAgent.ToString(), http, user.Self);
        return outcome.TryGet(out _, out var refusal) ? Results.Json(new { to = "/account" }) : Refuse(refusal);
    }

    private static async Task<IResult> RemoveAsync(Guid id, CurrentUser user, PasskeyRegister passkeys, CancellationToken cancellation) =>
        await passkeys.RemoveAsync(user.AccountId!.Value, id, user.Self, cancellation) ? Results.Redirect("/account") : Page.NotFound();

    private static async Task<IResult> AskToSignInAsync(HttpContext http, PasskeyRegister passkeys) => Ask(http, await passkeys.AskToSignInAsync(http));

    private static async Task<IResult> SignInAsync(HttpContext http, PasskeyRegister passkeys, string? to)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var outcome = await passkeys.SignInAsync(TakeNote(http), form["credential"].ToString(), http);
        if (!outcome.TryGet(out var progress, out var refusal))
            return Refuse(refusal);
        await SignInEndpoints.CompleteAsync(http, progress, to);
        return Results.Json(new { to = Link.Local(to) });
    }

    private static IResult Ask(HttpContext http, PasskeyQuestion question)
    {
        http.Response.Cookies.Append(Note, question.Ticket, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(5) });
        return Results.Text(question.OptionsJson, "application/json");
    }

    /// <summary>Good once: the note is gone with the answer.</summary>
    private static string TakeNote(HttpContext http)
    {
        http.Response.Cookies.Delete(Note);
        return http.Request.Cookies[Note] ?? "";
    }

    private static IResult Refuse(Refusal refusal) =>
        Results.Json(new { refusal.Code, zh = refusal.Chinese, en = refusal.English }, statusCode: StatusCodes.Status422UnprocessableEntity);
}
