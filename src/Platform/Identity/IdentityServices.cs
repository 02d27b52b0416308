using System.Security.Claims;
using System.Threading.RateLimiting;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.Pages;
using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.Passwords;
using Luoshi.Platform.Identity.Protection;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Identity.Totp;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Identity;

internal static class IdentityServices
{
    internal const string SignInLimit = "sign-in";

    /// <summary>Handlers: enough for the command line, jobs and tests.</summary>
    internal static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddDataProtection().SetApplicationName("luoshi");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<ProtectionKeyFile>();
        services.AddSingleton(provider => new ProtectionCheck(provider.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Storage.LuoshiDb>>(), provider.GetRequiredService<ProtectionKeyFile>(), provider.GetRequiredService<TimeProvider>()));
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, ProtectionKeyFile>((keys, store, file) => (keys.XmlRepository, keys.XmlEncryptor) = (store, new KeyFileEncryptor(file)));
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>();
        return services
            .AddScoped<IUserStore<Account>, PasskeyStore>()
            .AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>()
            .AddScoped<PasskeyRegister>()
            .AddSingleton<PasswordHashes>()
            .AddScoped<TotpSetUp>()
            .AddScoped<SignIn>()
            .AddScoped<SessionRegister>()
            .AddScoped<AccountRegister>()
            .AddScoped<FirstAdministrator>()
            .AddScoped<CurrentUser>();
    }

    /// <summary>The cookie and the brake on guessing: for a host that serves pages.</summary>
    internal static IServiceCollection AddIdentityPages(this IServiceCollection services, IConfiguration configuration)
    {
        var authentication = services.AddAuthentication(UserClaims.Scheme).AddCookie(UserClaims.Scheme, cookie =>
        {
            cookie.Cookie.Name = SessionCookie.Name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.AccessDeniedPath = "/denied";
            // The session row decides how long; the cookie only has to outlive it.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.Events.OnValidatePrincipal = CheckAsync;
        });
        ExternalSignIn.Add(authentication, ExternalProviders.From(configuration.GetSection(ExternalSignInOptions.Section)));
        services.AddAuthorization();
        services.AddShellPart<AccountMenu>(ShellSlot.BarEnd);
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(SignInLimit, PerAddress));
        return services;
    }

    internal static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes)
    {
        SignInEndpoints.Map(routes);
        AccountEndpoints.Map(routes);
        PasskeyEndpoints.Map(routes);
        ExternalSignIn.Map(routes);
        return routes;
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        var services = context.HttpContext.RequestServices;
        var user = context.Principal?.Id(UserClaims.Session) is { } session
            ? await services.GetRequiredService<SessionRegister>().CheckAsync(session, cancellation)
            : null;
        if (user?.Id(UserClaims.Person) is not { } person || user.Identity is not ClaimsIdentity identity)
        {
            context.RejectPrincipal();
            return;
        }

        var access = await services.GetRequiredService<AccessService>().OfAsync(person, cancellation: cancellation);
        foreach (var role in access?.Roles ?? new HashSet<Role>())
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString().ToLowerInvariant()));
        context.ReplacePrincipal(user);
    }

    /// <summary>A whole building may share one address; guessing at one account is stopped by its lock long before.</summary>
    private static RateLimitPartition<string> PerAddress(HttpContext context) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = 150, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });
}
