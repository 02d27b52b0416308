using System.Globalization;
using System.IO.Compression;
using System.Threading.RateLimiting;
using Luoshi.Ledger;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Ledger.Documents;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Luoshi.Web.Demo;
using Luoshi.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web;

/// <summary>How one node of an installation is started.</summary>
public sealed record ServerOptions
{
    /// <summary>Where the installation keeps its data.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string; null for SQLite in <see cref="DataFolder"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>True for <c>luoshi demo</c>: the shell says that places and figures are invented.</summary>
    public bool Demo { get; init; }
}

/// <summary>Puts the modules together into one web application.</summary>
public static class LuoshiServer
{
    public const long LargestRequest = 128L * 1024 * 1024;

    public static WebApplication Create(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(Path.GetFullPath(Path.Combine(options.DataFolder, "settings.json")), optional: true);
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        Log(builder.Logging);
        AddServices(builder.Services, builder.Configuration, options);
        var app = builder.Build();
        Configure(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration, ServerOptions options)
    {
        services.AddSingleton(options);
        if (options.Demo)
            services.AddSingleton<TimeProvider>(new StandingDay(DemoLedger.Today));
        services.AddUi();
        services.AddLuoshi(new StorageOptions { DataFolder = options.DataFolder, Postgres = options.Database }, PublicReader(configuration, options));
        services.AddPlatformPages(configuration);
        if (options.Demo)
            services.AddShellPart<DemoBar>(ShellSlot.Banner);
        var assets = new AssetStore();
        services.AddSingleton(assets).AddSingleton(assets.Paths);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestRequest;
            form.ValueLengthLimit = 16 * 1024 * 1024;
        });
        services.AddPublicPages(PublicPages.FreshFor);
        // Form tokens are masked anew in every answer, so compressing pages tells an attacker nothing about them.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = TellWhenToRetry;
            limits.AddPolicy(RateLimits.Uploads, PerAddress);
            limits.AddPolicy(RateLimits.Reports, PerPerson);
        });
    }

    private static void Configure(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UsePublicPages();
        app.UseResponseCompression();
        app.UseUi();
        app.UseFailurePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.Services.GetRequiredService<AssetStore>().Map(app);
        var isPublic = PublicReader(app.Configuration, options);
        app.MapStart(isPublic, isPublic && options.Demo);
        app.MapPlatform();
        Guard(app.MapDocuments(), isPublic, options);
        app.MapLedger();
        if (options.Demo)
            DemoEntry.Map(app);
    }

    /// <summary><c>"Documents": { "Public": true }</c> in settings.json; the demonstration is open, an installation is not unless it says so.</summary>
    private static bool PublicReader(IConfiguration configuration, ServerOptions options) => configuration.GetValue("Documents:Public", defaultValue: options.Demo);

    /// <summary>Reading may be open to everybody. Handing documents in and correcting them is for people with an account, save in the demonstration.</summary>
    private static void Guard(RouteGroupBuilder documents, bool isPublic, ServerOptions options)
    {
        if (!isPublic)
            documents.RequireAuthorization();
        else if (!options.Demo)
            ((IEndpointConventionBuilder)documents).Add(CloseUnsafe);
    }

    private static void CloseUnsafe(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().Any(methods => !methods.HttpMethods.Contains(HttpMethods.Get)))
            endpoint.Metadata.Add(new AuthorizeAttribute());
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context) => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 60,
            TokensPerPeriod = 60,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });

    /// <summary>Somebody who types fast, saves often and hands in photos stays far below; a script that fills the disk does not.</summary>
    private static RateLimitPartition<string> PerPerson(HttpContext context) => RateLimitPartition.GetTokenBucketLimiter(
        context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 120,
            TokensPerPeriod = 120,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });

    private static ValueTask TellWhenToRetry(OnRejectedContext context, CancellationToken cancellation)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
