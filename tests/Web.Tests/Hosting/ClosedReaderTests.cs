using System.Net;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Hosting;

/// <summary>A real installation keeps its documents to itself unless it says otherwise; handing in is never for strangers.</summary>
public sealed class ClosedReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData(false, "/sign-in")]
    [InlineData(true, "/documents")]
    public async Task Documents_are_open_only_where_settings_say_so(bool? setting, string documents)
    {
        await using var node = await Node.StartAsync(setting);
        using var client = new HttpClient { BaseAddress = node.Address };

        (await client.GetAsync("/documents", Stop)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(documents);
        (await client.GetAsync("/compare", Stop)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(setting is true ? "/compare" : "/sign-in");
        var start = await client.GetStringAsync("/", Stop);
        start.Contains("href=\"/compare\"", StringComparison.Ordinal).ShouldBe(setting is true);
        start.ShouldNotContain("action=\"/documents\"", customMessage: "handing in is for people with an account");
        start.ShouldContain("href=\"/sign-in\"");
        (await client.GetStringAsync("/rules", Stop)).Contains("href=\"/documents\"", StringComparison.Ordinal).ShouldBe(setting is true);
    }

    [Fact]
    public async Task Reading_may_be_open_while_handing_in_needs_an_account()
    {
        await using var node = await Node.StartAsync(isPublic: true);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = node.Address };

        foreach (var path in new[] { "/documents", "/documents/paste", "/compare", "/documents/01900000000070008000000000000001" })
        {
            using var content = new FormUrlEncodedContent([new("text", "新建公园5处。")]);
            var answer = await client.PostAsync(path, content, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.Found, path);
            answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?to=", customMessage: path);
        }
    }

    private sealed class Node(WebApplication app, string folder) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.First());

        public static async Task<Node> StartAsync(bool? isPublic)
        {
            var folder = Directory.CreateTempSubdirectory("luoshi-closed").FullName;
            if (isPublic is { } open)
                await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), $$"""{ "Documents": { "Public": {{(open ? "true" : "false")}} } }""", Stop);
            var app = LuoshiServer.Create(new ServerOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" });
            (await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(Stop)).Refusal.ShouldBeNull();
            await app.StartAsync(Stop);
            return new Node(app, folder);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
