using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Identity.Pages;

/// <summary>The way in and out. A refused step shows the same page again; only the last one sets the cookie.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages().AllowAnonymous();
        pages.MapGet("/sign-in", (string? to) => SignInPage(new FormState(), to));
        pages.MapPost("/sign-in", WithPasswordAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        pages.MapPost("/sign-in/code", WithCodeAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        pages.MapPost("/sign-in/password", WithNewPasswordAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        pages.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> WithPasswordAsync(HttpContext http, SignIn signIn, string? to)
    {
        var form = FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
        // A password may begin or end with a space, so it is not taken from the trimmed form.
        var outcome = await signIn.WithPasswordAsync(form["name"], http.Request.Form["password"].ToString(), http.RequestAborted);
        return await NextAsync(http, outcome, form, to, () => SignInPage(form, to));
    }

    private static async Task<IResult> WithCodeAsync(HttpContext http, SignIn signIn, string? to)
    {
        var form = FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
        var outcome = await signIn.WithCodeAsync(form["ticket"], form["code"], http.RequestAborted);
        return await NextAsync(http, outcome, form, to, () => Page.Of<CodePage>(new { Form = form, To = to }, StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<IResult> WithNewPasswordAsync(HttpContext http, SignIn signIn, string? to)
    {
        var form = FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
        var outcome = await signIn.WithNewPasswordAsync(form["ticket"], http.Request.Form["password"].ToString(), http.Request.Form["again"].ToString(), http.RequestAborted);
        return await NextAsync(http, outcome, form, to, () => Page.Of<FirstPasswordPage>(new { Form = form, To = to }, StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<IResult> NextAsync(HttpContext http, Outcome<SignInProgress> outcome, FormState form, string? to, Func<IResult> again)
    {
        if (!outcome.TryGet(out var progress, out var refusal))
        {
            form.Reject(refusal);
            return again();
        }

        return progress.Next switch
        {
            NextStep.Code => Page.Of<CodePage>(new { Form = new FormState().With("ticket", progress.Ticket), To = to }),
            NextStep.NewPassword => Page.Of<FirstPasswordPage>(new { Form = new FormState().With("ticket", progress.Ticket), To = to }),
            _ => await CompleteAsync(http, progress, to),
        };
    }

    internal static async Task<IResult> CompleteAsync(HttpContext http, SignInProgress progress, string? to)
    {
        var sessions = (SessionRegister)http.RequestServices.GetService(typeof(SessionRegister))!;
        var user = await sessions.StartAsync(
            progress.AccountId, progress.Method, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        await http.SignInAsync(UserClaims.Scheme, user);
        return Results.Redirect(Link.Local(to));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, CurrentUser user, SessionRegister sessions)
    {
        if (user is { AccountId: { } account, SessionId: { } session })
            await sessions.EndAsync(account, session, http.RequestAborted);
        await http.SignOutAsync(UserClaims.Scheme);
        return Results.Redirect("/sign-in");
    }

    private static IResult SignInPage(FormState form, string? to) =>
        Page.Of<SignInPage>(new { Form = form, To = to }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
