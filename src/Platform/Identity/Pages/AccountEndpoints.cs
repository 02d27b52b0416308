using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Identity.Totp;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Pages;

/// <summary>What a person does with their own account: devices, one-time codes, password.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/account").RequireAuthorization();
        pages.MapGet("", (CurrentUser user, SessionRegister sessions, PasskeyRegister passkeys, LuoshiDb db, CancellationToken cancellation) => ShowAsync(user, sessions, passkeys, db, new FormState(), cancellation));
        pages.MapPost("/sessions/{id:guid}/end", EndAsync);
        pages.MapPost("/sessions/end-others", EndOthersAsync);
        pages.MapGet("/totp", (CurrentUser user, TotpSetUp totp) => Page.Of<TotpPage>(new { Offer = totp.Offer(user.Name), Form = new FormState() }));
        pages.MapPost("/totp", TurnOnAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        pages.MapPost("/totp/off", TurnOffAsync).RequireRateLimiting(IdentityServices.SignInLimit);
        pages.MapPost("/password", ChangePasswordAsync).RequireRateLimiting(IdentityServices.SignInLimit);
    }

    private static async Task<IResult> ShowAsync(CurrentUser user, SessionRegister sessions, PasskeyRegister passkeys, LuoshiDb db, FormState form, CancellationToken cancellation)
    {
        var account = user.AccountId!.Value;
        var hasTotp = await db.Set<Account>().AnyAsync(a => a.Id == account && a.TotpSecret != null, cancellation);
        return Page.Of<AccountPage>(
            new
            {
                user.Name,
                Form = form,
                Sessions = await sessions.OfAsync(account, cancellation),
                Passkeys = await passkeys.OfAsync(account, cancellation),
                ThisSession = user.SessionId,
                HasTotp = hasTotp,
            },
            form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> EndAsync(Guid id, CurrentUser user, SessionRegister sessions, CancellationToken cancellation) =>
        await sessions.EndAsync(user.AccountId!.Value, id, cancellation) ? Results.Redirect("/account") : Page.NotFound();

    private static async Task<IResult> EndOthersAsync(CurrentUser user, SessionRegister sessions, CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(user.AccountId!.Value, user.SessionId!.Value, cancellation);
        return Results.Redirect("/account");
    }

    private static async Task<IResult> TurnOnAsync(HttpContext http, CurrentUser user, TotpSetUp totp)
    {
        var form = FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
        var outcome = await totp.TurnOnAsync(user.AccountId!.Value, form["ticket"], form["code"], user.Self, http.RequestAborted);
        if (outcome.TryGet(out _, out var refusal))
            return Results.Redirect("/account");
        // A new offer: the refused one may have been seen by others by now.
        form.Reject(refusal);
        return Page.Of<TotpPage>(new { Offer = totp.Offer(user.Name), Form = form }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> TurnOffAsync(HttpContext http, CurrentUser user, TotpSetUp totp, SessionRegister sessions, PasskeyRegister passkeys, LuoshiDb db)
    {
        var form = FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == user.AccountId, http.RequestAborted);
        if (await totp.TakeAsync(account, form["code"], http.RequestAborted))
        {
            await totp.TurnOffAsync(account.Id, user.Self, http.RequestAborted);
            return Results.Redirect("/account");
        }

        form.Reject(IdentityTexts.WrongCode);
        return await ShowAsync(user, sessions, passkeys, db, form, http.RequestAborted);
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, CurrentUser user, SignIn signIn, SessionRegister sessions, PasskeyRegister passkeys, LuoshiDb db)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var outcome = await signIn.ChangePasswordAsync(
            user.AccountId!.Value, posted["old"].ToString(), posted["password"].ToString(), posted["again"].ToString(), user.Self, http.RequestAborted);
        if (outcome.TryGet(out _, out var refusal))
        {
            await sessions.EndOthersAsync(user.AccountId.Value, user.SessionId!.Value, http.RequestAborted);
            return Results.Redirect("/account");
        }

        var form = FormState.From(posted);
        form.Reject(refusal);
        return await ShowAsync(user, sessions, passkeys, db, form, http.RequestAborted);
    }
}
