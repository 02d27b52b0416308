using Luoshi.Platform.Storage;
using Luoshi.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests;

/// <summary>The real server with the fictional city's documents, on a free loopback port and a folder of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "luoshi-web-" + Guid.NewGuid().ToString("N"));
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => app!.Services;

    /// <summary>Every page that can be asked for by its plain address.</summary>
    public IReadOnlyList<string> PlainPages =>
    [
        .. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0
                && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? false))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public async ValueTask InitializeAsync()
    {
        app = LuoshiServer.Create(new ServerOptions { DataFolder = folder, Urls = "http://127.0.0.1:0", Demo = true });
        var upgrade = await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
        upgrade.Refusal.ShouldBeNull();
        await DemoDocuments.FillAsync(app.Services, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
