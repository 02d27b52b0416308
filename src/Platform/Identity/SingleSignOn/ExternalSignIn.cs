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
/// subject of that service. Nobody gets an account by being known elsewhere.
/// </summary>
internal static class ExternalSignIn
{
    private const string Passing = "external-passing";

    public static void Add(AuthenticationBuilder authentication, ExternalProviders providers)
    {
        authentication.Services.AddSingleton(providers);
        if (!providers.IsOn)
            return;
        // Holds the subject for the single redirect back to us.
        authentication.AddCookie(Passing, cookie =>
        {
            cookie.Cookie.Name = "luoshi-external";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        foreach (var provider in providers.All)
            authentication.AddOAuth(Scheme(provider), oauth => SetUp(oauth, provider));
    }

    private static string Scheme(ExternalSignInOptions provider) => "external-by-" + provider.Code;

    private static void SetUp(OAuthOptions oauth, ExternalSignInOptions provider)
    {
        oauth.SignInScheme = Passing;
        oauth.CallbackPath = provider.CallbackPath;
        oauth.ClientId = provider.ClientId;
        oauth.ClientSecret = provider.ClientSecret;
        oauth.AuthorizationEndpoint = provider.AuthorizationEndpoint;
        oauth.TokenEndpoint = provider.TokenEndpoint;
        oauth.UserInformationEndpoint = provider.UserInformationEndpoint;
        oauth.UsePkce = true;
        // Whose subject it is goes with it, through the cookie too.
        oauth.ClaimsIssuer = provider.Code;
        // The way back is an ordinary link, for which Lax is enough; None would need https, which an inner network may not have.
        oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        oauth.Scope.Clear();
        foreach (var scope in provider.Scopes)
            oauth.Scope.Add(scope);
        oauth.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, provider.SubjectField);
        oauth.Events.OnCreatingTicket = FetchAsync;
        oauth.Events.OnRemoteFailure = failure =>
        {
            failure.Response.Redirect("/sign-in");
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var providers = routes.ServiceProvider.GetRequiredService<ExternalProviders>();
        if (!providers.IsOn)
            return;
        var pages = routes.MapPages("/sign-in/external").AllowAnonymous();
        pages.MapGet("", (string? to) => Challenge(providers.All[0], to));
        pages.MapGet("/{provider}", (string provider, string? to) => providers.Find(provider) is { } found ? Challenge(found, to) : Page.NotFound());
        pages.MapGet("/done", DoneAsync);
    }

    private static IResult Challenge(ExternalSignInOptions provider, string? to) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = $"/sign-in/external/done?to={Uri.EscapeDataString(Link.Local(to))}" }, [Scheme(provider)]);

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
        var (provider, subject) = passing.Principal?.FindFirst(ClaimTypes.NameIdentifier) is { Value.Length: > 0 } claim ? (claim.Issuer, claim.Value) : ("", "");
        var links = db.Set<ExternalLink>().Where(l => l.Provider == provider && l.Subject == subject && l.EndedAt == null);
        var account = subject.Length == 0 ? null : await db.Set<Account>().AsNoTracking().Join(links, a => a.Id, l => l.AccountId, (a, _) => a).SingleOrDefaultAsync(http.RequestAborted);
        if (account is null)
            return Refused(IdentityTexts.NotLinked);
        var outcome = await signIn.AsAsync(account, "sso", http.RequestAborted);
        return outcome.TryGet(out var progress, out var refusal) ? await SignInEndpoints.CompleteAsync(http, progress, to) : Refused(refusal);
    }

    private static IResult Refused(Luoshi.Kernel.Outcomes.Refusal refusal)
    {
        var form = new FormState();
        form.Reject(refusal);
        return Page.Of<SignInPage>(new { Form = form }, StatusCodes.Status403Forbidden);
    }
}
