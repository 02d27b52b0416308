using Deque.AxeCore.Playwright;
using Luoshi.Web.Tests;
using Microsoft.Playwright;

namespace Luoshi.Browser.Tests;

/// <summary>axe finds nothing on the ledger's pages and the content policy is kept, in both languages, light and dark.</summary>
public sealed class LedgerAccessibilityTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    [Theory]
    [InlineData("zh", false)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task No_page_of_the_ledger_has_a_fault(string language, bool dark)
    {
        var faults = new List<string>();
        await using (var office = await city.AsAsync("ducha", server, chromium, dark: dark, language: language))
            await OfficeAsync(office.Page, faults, office);
        await using (var leader = await city.AsAsync("fushizhang", server, chromium, dark: dark, language: language))
        {
            await leader.Page.GotoAsync("/ledger/leader");
            await CheckAsync("leader", leader, faults);
        }

        await using (var clerk = await city.AsAsync("zhujian", server, chromium, dark: dark, language: language))
        {
            await clerk.Page.GotoAsync("/ledger");
            await CheckAsync("unit's home", clerk, faults);
            var report = (await clerk.Page.Locator("a[href^='/ledger/reports/']").First.GetAttributeAsync("href"))!;
            foreach (var period in new[] { "2026-05", "2026-10" })
            {
                await clerk.Page.GotoAsync(report[..(report.LastIndexOf('/') + 1)] + period);
                await CheckAsync("report " + period, clerk, faults);
            }
        }

        faults.ShouldBeEmpty();
    }

    private static async Task OfficeAsync(IPage page, List<string> faults, Visit visit)
    {
        async Task OpenAsync(string name, string path)
        {
            await page.GotoAsync(path);
            await CheckAsync(name, visit, faults);
        }

        await OpenAsync("home", "/ledger");
        await OpenAsync("desk", "/ledger/desk");
        foreach (var view in new[] { "", "?view=board", "?view=board&by=state", "?view=timeline", "?view=months", "?post=&unit=市天文局", "/units", "/units?standing=not_reported" })
            await OpenAsync("overview" + view, "/ledger/overview" + view);
        await page.GotoAsync("/ledger/overview");
        foreach (var part in await page.Locator(".overview-filter summary, .bulk summary, .overview-kept summary").AllAsync())
        {
            await part.ClickAsync();
            await CheckAsync("overview opened", visit, faults);
        }

        await OpenAsync("list", await HrefAsync(page, "/ledger", "a[href^='/ledger/lists/']"));
        var list = new Uri(page.Url).AbsolutePath;
        await OpenAsync("heat map", list + "/heat");
        await OpenAsync("bulletin", list + "/bulletin?period=2026-06");
        await OpenAsync("item", await HrefAsync(page, list, "a[href^='/ledger/items/']"));

        await page.GotoAsync(list);
        await page.Locator(".steps form[action$='/cards'] button").ClickAsync();
        await page.WaitForURLAsync("**/ledger/cards/*");
        await CheckAsync("card editor", visit, faults);
        var text = page.Locator("textarea[name=text]");
        var written = await text.InputValueAsync();
        await text.FillAsync(written.Replace("占年计划的", "占年计划的9", StringComparison.Ordinal));
        await page.Locator("button[value=save]").ClickAsync();
        var locked = page.Locator(".page-actions button[value=publish]:disabled");
        await locked.WaitForAsync();
        // axe lets disabled buttons pass whatever they look like; ours say what will be possible and must be readable.
        (await locked.EvaluateAsync<double>(Contrast)).ShouldBeGreaterThanOrEqualTo(4.5);
        await CheckAsync("card the gate refuses", visit, faults);
        await text.FillAsync(written);
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator(".page-actions button[value=publish]:enabled").ClickAsync();
        await page.WaitForURLAsync("**/cards/*/publish");
        await CheckAsync("what becomes public", visit, faults);
        await page.Locator("main form button.primary").ClickAsync();
        await page.WaitForURLAsync("**/cards/*?published=now");
        await CheckAsync("public card", visit, faults);
        await page.Locator(".public-card a[href*='/figures/']").First.ClickAsync();
        await page.Locator("main table").First.WaitForAsync();
        await CheckAsync("where a number comes from", visit, faults);
    }

    [Theory]
    [InlineData("zh", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task No_history_of_the_ledger_has_a_fault(string language, bool dark, int width)
    {
        var faults = new List<string>();
        await using (var office = await city.AsAsync("ducha", server, chromium, width, dark: dark, language: language))
        {
            await HistoryAsync(office, await HrefAsync(office.Page, "/ledger", "a[href^='/ledger/lists/']"), faults);
            // An item has its own and one for each of its indicators.
            await HistoryAsync(office, await HrefAsync(office.Page, office.Page.Url, "a[href^='/ledger/items/']"), faults);
        }

        await using (var clerk = await city.AsAsync("zhujian", server, chromium, width, dark: dark, language: language))
        {
            var report = await HrefAsync(clerk.Page, "/ledger", "a[href^='/ledger/reports/']");
            await HistoryAsync(clerk, report[..(report.LastIndexOf('/') + 1)] + "2026-05", faults);
        }

        await using (var admin = await city.AsAsync("guanli", server, chromium, width, dark: dark, language: language))
            await HistoryAsync(admin, await HrefAsync(admin.Page, "/admin/units?q=" + Uri.EscapeDataString("市住房和城乡建设局"), "tbody a"), faults);
        faults.ShouldBeEmpty();
    }

    /// <summary>The tabs of a page, unfolded, and then the pages they lead to.</summary>
    private static async Task HistoryAsync(Visit visit, string path, List<string> faults)
    {
        await visit.Page.GotoAsync(path);
        var addresses = new List<string>();
        foreach (var tab in await visit.Page.Locator(".history-tab").AllAsync())
        {
            await tab.Locator("summary").ClickAsync();
            await tab.Locator("ol.history li").First.WaitForAsync();
            addresses.Add((await tab.GetAttributeAsync("hx-get"))!);
        }

        addresses.ShouldNotBeEmpty();
        await CheckAsync($"history tabs of {path}", visit, faults);
        foreach (var address in addresses.DistinctBy(a => a[..a.LastIndexOf('/')], StringComparer.Ordinal))
            await OpenAsync(visit, address, faults);
        await visit.Page.GotoAsync(path);
    }

    private static async Task OpenAsync(Visit visit, string path, List<string> faults)
    {
        await visit.Page.GotoAsync(path);
        await visit.Page.Locator("ol.history li").First.WaitForAsync();
        await CheckAsync(path, visit, faults);
        if (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            faults.Add($"{path}: runs off the side");
    }

    private const string Contrast = """
        button => {
            const light = colour => colour.match(/[\d.]+/g).slice(0, 3).map(Number).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const style = getComputedStyle(button);
            const [high, low] = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
            return (high + 0.05) / (low + 0.05);
        }
        """;

    private static async Task<string> HrefAsync(IPage page, string path, string link)
    {
        await page.GotoAsync(path);
        return (await page.Locator(link).First.GetAttributeAsync("href"))!;
    }

    private static async Task CheckAsync(string name, Visit visit, List<string> faults)
    {
        var result = await visit.Page.RunAxe();
        faults.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} {node.Html}")));
        faults.AddRange(visit.Complaints.Select(complaint => $"{name}: {complaint}"));
    }
}
