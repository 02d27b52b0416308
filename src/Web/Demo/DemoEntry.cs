using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Demo;

/// <summary>
/// One click to be one of the demonstration's people. It is the ordinary sign-in with the password everybody knows: who changed it, or
/// set up a code, signs in by hand. Mapped on the demonstration alone, which listens to this machine alone.
/// </summary>
internal static class DemoEntry
{
    public const string Address = "/demo/enter";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().AllowAnonymous().MapPost(Address, EnterAsync);

    private static async Task<IResult> EnterAsync(HttpContext http, SignIn signIn, SessionRegister sessions, CurrentUser user)
    {
        var cancellation = http.RequestAborted;
        var who = (await http.Request.ReadFormAsync(cancellation))["who"].ToString();
        if (DemoLedger.SignIns.FirstOrDefault(s => s.UserName == who) is not { } known)
            return Page.NotFound();
        var outcome = await signIn.WithPasswordAsync(known.UserName, known.Password, cancellation);
        if (!outcome.TryGet(out var progress, out _) || progress.Next != NextStep.SignedIn)
            return Results.Redirect("/sign-in");
        if (user is { AccountId: { } account, SessionId: { } session })
            await sessions.EndAsync(account, session, cancellation);
        var principal = await sessions.StartAsync(progress.AccountId, progress.Method, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString(), cancellation);
        await http.SignInAsync(principal);
        return Results.Redirect("/");
    }
}
