using Luoshi.Web.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningServer))]
[assembly: AssemblyFixture(typeof(Luoshi.Browser.Tests.Chromium))]
[assembly: AssemblyFixture(typeof(Luoshi.Browser.Tests.LedgerCity))]

namespace Luoshi.Browser.Tests;

/// <summary>The system's Chromium, started once. Without one the tests are skipped, except on a build server.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Arguments });
    }

    /// <summary>A visitor with a clean profile; closing it fails the test when the page complained.</summary>
    public async Task<Visit> VisitAsync(RunningServer server, int width = 1440, int height = 900, bool dark = false, bool script = true, string language = "zh")
    {
        if (browser is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("No Chromium on this machine.");
        browser.ShouldNotBeNull("Chromium is missing.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = script,
        });
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = server.Address.ToString() }]);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>One person's look at the site.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that answers 404 or 422 is told so by the browser; everything else is ours.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of: script faults and breaches of the content policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens the reading of a document of the fictional city by words of its title.</summary>
    public async Task OpenAsync(string title, string query = "")
    {
        await Page.GotoAsync("/documents?q=" + Uri.EscapeDataString(title));
        var path = await Page.Locator("table.library .title a").First.GetAttributeAsync("href");
        await Page.GotoAsync(path + query);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
