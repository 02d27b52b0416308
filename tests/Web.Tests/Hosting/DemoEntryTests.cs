using System.Net;
using Luoshi.Platform.Storage;
using Luoshi.Web.Tests.Ledger;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Hosting;

/// <summary>On the demonstration a visitor is anybody of it with one click; nowhere else is there such a door.</summary>
public sealed class DemoEntryTests(RunningServer server)
{
    [Fact]
    public async Task One_click_makes_a_visitor_the_office_and_another_a_reporter()
    {
        await SignedIn.AsAsync(server, "ducha");
        using var visitor = new Visitor(server);
        var start = await visitor.OpenAsync("/documents");
        start.One(".demo-bar button.primary").GetAttribute("value").ShouldBe("ducha");

        var desk = await visitor.SubmitAsync(start, ".demo-bar form", ("who", "ducha"));
        desk.Address.AbsolutePath.ShouldBe("/ledger");
        desk.Text(".demo-bar").ShouldContain("您现在是 督查员");

        var unit = await visitor.SubmitAsync(desk, ".demo-bar form", ("who", "jiaoyu"));
        unit.Text(".demo-bar").ShouldContain("您现在是 教育填报员");
        (await visitor.SubmitAsync(unit, ".demo-bar form", ("who", "somebody"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_installation_has_no_such_door()
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-nodemo").FullName;
        var app = LuoshiServer.Create(new ServerOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        (await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        await app.StartAsync(TestContext.Current.CancellationToken);
        try
        {
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.Contains("demo", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            (await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain("demo-bar");
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
