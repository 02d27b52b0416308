using System.Net;
using System.Security.Cryptography;
using System.Text;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Tests.Platform;

/// <summary>The code flow against a service of the government that knows one person.</summary>
public sealed class SingleSignOnTests
{
    [Fact]
    public async Task A_linked_person_comes_in_through_the_service_and_back_to_where_they_wanted()
    {
        await using var service = await Service.StartAsync("subject-7");
        await using var running = await StartAsync(service);
        var luoshi = running.App;
        await CreateAsync(luoshi, "linked", "subject-7");
        using var browser = Browser(luoshi);

        var page = await browser.GetAsync("/sign-in/external?to=/account", TestContext.Current.CancellationToken);

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.SawVerifier.ShouldBeTrue("the code is bound to this browser by PKCE");
    }

    [Fact]
    public async Task Each_of_several_services_has_its_button_and_knows_its_own_people()
    {
        await using var city = await Service.StartAsync("subject-7");
        await using var province = await Service.StartAsync("subject-7");
        await using var running = await StartAsync($"[ {Settings(city)}, {Settings(province, "province", "省统一身份认证")} ]");
        var luoshi = running.App;
        var account = await CreateAsync(luoshi, "linked", "subject-7");
        using var browser = Browser(luoshi);
        var page = await TextAsync(browser, "/sign-in?to=/account");
        page.ShouldContain("href=\"/sign-in/external/default?to=%2Faccount\"");
        page.ShouldContain("href=\"/sign-in/external/province?to=%2Faccount\"");
        page.ShouldContain("省统一身份认证");

        using (var answer = await browser.GetAsync("/sign-in/external/province?to=/account", TestContext.Current.CancellationToken))
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the same subject at another service is somebody else");
        (await browser.GetAsync("/sign-in/external/nobody", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await LinkAsync(luoshi, account, "province", "subject-7");
        foreach (var provider in new[] { "province", "default" })
        {
            using var other = Browser(luoshi);
            using var answer = await other.GetAsync($"/sign-in/external/{provider}?to=/account", TestContext.Current.CancellationToken);
            answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        }

        await LinkAsync(luoshi, account, "province", null);
        using var gone = Browser(luoshi);
        (await gone.GetAsync("/sign-in/external/province?to=/account", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await gone.GetAsync("/sign-in/external/default?to=/account", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("default", "default", "two services")]
    [InlineData("a", "done", "must be")]
    [InlineData("a", "有", "must be")]
    public async Task Services_that_cannot_be_told_apart_are_refused_at_the_start(string one, string other, string said)
    {
        await using var service = await Service.StartAsync("subject-7");
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => StartAsync($"[ {Settings(service, one)}, {Settings(service, other)} ]"));
        refused.Message.ShouldContain(said);
    }

    [Fact]
    public async Task Being_known_elsewhere_is_not_enough()
    {
        await using var service = await Service.StartAsync("stranger");
        await using var running = await StartAsync(service);
        var luoshi = running.App;
        await CreateAsync(luoshi, "linked", "subject-7");
        using var browser = Browser(luoshi);

        var page = await browser.GetAsync("/sign-in/external?to=/account", TestContext.Current.CancellationToken);

        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("尚未绑定");
        (await browser.GetAsync("/account", TestContext.Current.CancellationToken)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Theory]
    [InlineData("/sign-in/external/callback?code=forged&state=forged")]
    [InlineData("/sign-in/external/callback?error=access_denied")]
    [InlineData("/sign-in/external/callback")]
    public async Task A_forged_return_leads_back_to_the_sign_in_page(string path)
    {
        await using var service = await Service.StartAsync("subject-7");
        await using var running = await StartAsync(service);
        var luoshi = running.App;
        using var browser = Browser(luoshi);

        var page = await browser.GetAsync(path, TestContext.Current.CancellationToken);

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("统一身份认证登录");
    }

    /// <summary>One service by itself, as settings were written before there could be several.</summary>
    private static Task<Running> StartAsync(Service service) => StartAsync(Settings(service));

    private static string Settings(Service service, string? code = null, string name = "") =>
        $$"""
        { {{(code is null ? "" : $"\"Code\": \"{code}\", \"Name\": \"{name}\",")}} "ClientId": "luoshi", "ClientSecret": "s", "AuthorizationEndpoint": "{{service.Url}}/authorize",
          "TokenEndpoint": "{{service.Url}}/token", "UserInformationEndpoint": "{{service.Url}}/user" }
        """;

    private static async Task<Running> StartAsync(string section)
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-sso").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), $$"""{ "SingleSignOn": {{section}} }""", TestContext.Current.CancellationToken);
        var app = LuoshiServer.Create(new ServerOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        (await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Running(app);
    }

    private static async Task<Guid> CreateAsync(WebApplication luoshi, string name, string subject)
    {
        await using var scope = luoshi.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(name, "岳文", "青岚市人民政府", cancellation: TestContext.Current.CancellationToken)).Value;
        (await scope.ServiceProvider.GetRequiredService<AccountRegister>().LinkAsync(account.AccountId, "default", subject, Actor.System("测试"), TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        return account.AccountId;
    }

    private static async Task LinkAsync(WebApplication luoshi, Guid account, string provider, string? subject)
    {
        await using var scope = luoshi.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<AccountRegister>().LinkAsync(account, provider, subject, Actor.System("测试"), TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
    }

    private static Task<string> TextAsync(HttpClient browser, string path) => browser.GetStringAsync(path, TestContext.Current.CancellationToken);

    private static HttpClient Browser(WebApplication luoshi) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(luoshi.Urls.First()) };

    private sealed record Running(WebApplication App) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.StopAsync(CancellationToken.None);
            await App.DisposeAsync();
        }
    }

    /// <summary>Says yes to everyone, and checks that the code is asked for by whoever began.</summary>
    private sealed class Service : IAsyncDisposable
    {
        private readonly WebApplication app;
        private string challenge = "";

        private Service(WebApplication app) => this.app = app;

        public string Url => app.Urls.First();

        public bool SawVerifier { get; private set; }

        public static async Task<Service> StartAsync(string subject)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var service = new Service(builder.Build());
            service.app.MapGet("/authorize", (string redirect_uri, string state, string code_challenge) =>
            {
                service.challenge = code_challenge;
                return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = "good", ["state"] = state }));
            });
            service.app.MapPost("/token", async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                service.SawVerifier = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == service.challenge;
                return form["code"] == "good" && service.SawVerifier ? Results.Json(new { access_token = "t", token_type = "Bearer" }) : Results.BadRequest(new { error = "invalid_grant" });
            });
            service.app.MapGet("/user", (HttpRequest request) => request.Headers.Authorization == "Bearer t" ? Results.Json(new { sub = subject }) : Results.Unauthorized());
            await service.app.StartAsync(TestContext.Current.CancellationToken);
            return service;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
