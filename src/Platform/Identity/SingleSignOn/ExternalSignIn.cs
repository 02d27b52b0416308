using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Luoshi.Platform.Identity.Pages;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Identity.SingleSignOn;

/// <summary>
/// Code flow with PKCE. The service says who someone is; whether they may come in is decided here, by an account linked to that
/// subject. Nobody gets an account by being known elsewhere.
/// </summary>
internal static class ExternalSignIn
{
    private const string Scheme = "external";
    private const string Passing = "external-passing";

    public const string CallbackPath = "/sign-in/external/callback";

    public static void Add(AuthenticationBuilder authentication, ExternalSignInOptions options)
    {
        authentication.Services.AddSingleton(new ExternalSignInState(options.IsOn)).AddSingleton(options);
        if (!options.IsOn)
            return;
        // Holds the subject for the single redirect back to us.
        authentication.AddCookie(Passing, cookie =>
        {
            cookie.Cookie.Name = "luoshi-external";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        authentication.AddOAuth(Scheme, oauth =>
        {
            oauth.SignInScheme = Passing;
            oauth.CallbackPath = CallbackPath;
            oauth.ClientId = options.ClientId;
            oauth.ClientSecret = options.ClientSecret;
            oauth.AuthorizationEndpoint = options.AuthorizationEndpoint;
            oauth.TokenEndpoint = options.TokenEndpoint;
            oauth.UserInformationEndpoint = options.UserInformationEndpoint;
            oauth.UsePkce = true;
            // The way back is an ordinary link, for which Lax is enough; None would need https, which an inner network may not have.
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oauth.Scope.Clear();
            foreach (var scope in options.Scopes)
                oauth.Scope.Add(scope);
            oauth.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, options.SubjectField);
            oauth.Events.OnCreatingTicket = FetchAsync;
            oauth.Events.OnRemoteFailure = failure =>
            {
                failure.Response.Redirect("/sign-in");
                failure.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<ExternalSignInState>().IsOn)
            return;
        var pages = routes.MapPages("/sign-in/external").AllowAnonymous();
        pages.MapGet("", (string? to) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = $"/sign-in/external/done?to={Uri.EscapeDataString(Link.Local(to))}" }, [Scheme]));
        pages.MapGet("/done", DoneAsync);
    }

    private static async Task FetchAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement);
    }

    private static async Task<IResult> DoneAsync(HttpContext http, SignIn signIn, LuoshiDb db, string? to)
    {
        var passing = await http.AuthenticateAsync(Passing);
        await http.SignOutAsync(Passing);
        var subject = passing.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var account = string.IsNullOrEmpty(subject)
            ? null
            : await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.ExternalSubject == subject, http.RequestAborted);
        if (account is null)
            return Refused(IdentityTexts.NotLinked);
        var outcome = await signIn.AsAsync(account, "sso", http.RequestAborted);
        return outcome.TryGet(out var progress, out var refusal) ? await SignInEndpoints.CompleteAsync(http, progress, to) : Refused(refusal);
    }

    private static IResult Refused(Luoshi.Kernel.Outcomes.Refusal refusal)
    {
        var form = new FormState();
        form.Reject(refusal);
        return Page.Of<SignInPage>(new { Form = form, External = true }, StatusCodes.Status403Forbidden);
    }
}
