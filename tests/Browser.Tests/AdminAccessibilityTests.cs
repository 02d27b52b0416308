using Deque.AxeCore.Playwright;
using Luoshi.Web.Tests;

namespace Luoshi.Browser.Tests;

/// <summary>axe finds nothing on the administrators' pages and on histories, the content policy is kept, and nothing runs off a phone.</summary>
public sealed class AdminAccessibilityTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    [Theory]
    [InlineData("zh", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task No_page_of_administration_has_a_fault(string language, bool dark, int width)
    {
        var faults = new List<string>();
        await using var admin = await city.AsAsync("guanli", server, chromium, width, dark: dark, language: language);
        var page = admin.Page;
        foreach (var path in new[] { "/admin", "/admin/units", "/admin/people", "/admin/roles", "/admin/users", "/admin/users/new", "/admin/import", "/admin/sign-on", "/admin/jobs", "/journal", "/rules?division=990100" })
            await CheckAsync(path);

        await page.GotoAsync("/admin/units?q=" + Uri.EscapeDataString("市教育局"));
        var unit = (await page.Locator("tbody a").First.GetAttributeAsync("href"))!;
        foreach (var step in new[] { "", "/change", "/merge", "/split", "/close" })
            await CheckAsync(unit + step);
        await CheckAsync(unit.Replace("/admin/", "/history/", StringComparison.Ordinal));
        await page.GotoAsync(unit);
        await page.Locator(".history-tab summary").ClickAsync();
        await page.Locator(".history-tab ol.history li").First.WaitForAsync();
        var post = (await page.Locator("a[href^='/admin/posts/']").First.GetAttributeAsync("href"))!;
        foreach (var step in new[] { "", "/appoint", "/deputise", "/grant", "/rename", "/close" })
            await CheckAsync(post + step);
        await page.GotoAsync("/admin/users");
        await CheckAsync((await page.Locator("tbody a").First.GetAttributeAsync("href"))!);

        faults.ShouldBeEmpty();

        async Task CheckAsync(string path)
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{path}: {violation.Id} {node.Html}")));
            faults.AddRange(admin.Complaints.Select(complaint => $"{path}: {complaint}"));
            if (width < 600 && await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                faults.Add($"{path}: runs off the side of a phone");
        }
    }
}
