using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Web.Tests;
using Microsoft.Playwright;

namespace Luoshi.Browser.Tests;

/// <summary>The fictional city's two years, filled in when a test first needs them, and its people at their desks.</summary>
public sealed class LedgerCity : IAsyncLifetime
{
    private readonly SemaphoreSlim gate = new(1);

    // Signing in is rate limited, so everybody does it once.
    private readonly Dictionary<string, IReadOnlyList<Cookie>> sessions = new(StringComparer.Ordinal);

    public async Task<Visit> AsAsync(string who, RunningServer server, Chromium chromium, int width = 1440, bool dark = false, bool script = true, string language = "zh")
    {
        var visit = await chromium.VisitAsync(server, width, dark: dark, script: script, language: language);
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!sessions.TryGetValue(who, out var cookies))
                sessions[who] = cookies = await SignInAsync(who, server, visit.Page);
            await visit.Page.Context.AddCookiesAsync(cookies);
        }
        finally
        {
            gate.Release();
        }

        return visit;
    }

    /// <summary>Fills the city for a test that signs in by itself.</summary>
    public async Task ReadyAsync(RunningServer server)
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await DemoLedger.FillAsync(server.Services, TestContext.Current.CancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<IReadOnlyList<Cookie>> SignInAsync(string who, RunningServer server, IPage page)
    {
        await DemoLedger.FillAsync(server.Services, TestContext.Current.CancellationToken);
        var known = DemoLedger.SignIns.Single(s => s.UserName == who);
        await page.GotoAsync("/sign-in?to=/ledger");
        await page.Locator("[name=name]").FillAsync(known.UserName);
        await page.Locator("[name=password]").FillAsync(known.Password);
        await page.Locator("form[action^='/sign-in'] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/ledger");
        return
        [
            .. (await page.Context.CookiesAsync()).Where(c => c.Name is not ("lang" or "theme"))
                .Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = server.Address.ToString(), HttpOnly = c.HttpOnly }),
        ];
    }
}
