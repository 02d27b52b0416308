using Deque.AxeCore.Playwright;
using Luoshi.Web.Tests;

namespace Luoshi.Browser.Tests;

/// <summary>Promises set against results, as a journalist and as the office do it, with axe looking on.</summary>
public sealed class CompareJourneyTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    [Theory]
    [InlineData(1440, false, "zh")]
    [InlineData(390, true, "en")]
    public async Task A_journalist_compares_the_list_with_the_half_year_card(int width, bool dark, string language)
    {
        await using var visit = await chromium.VisitAsync(server, width, dark: dark, language: language);
        var page = visit.Page;
        await page.GotoAsync("/compare");
        await page.Locator("#side-left").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "海岳市2026年民生实事清单" });
        await page.Locator("#side-right").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "海岳市2026年民生实事上半年成绩单" });
        await page.Locator(".compare-pick button").ClickAsync();
        await page.Locator(".compare-pair").First.WaitForAsync();

        (await page.Locator(".compare-pair").CountAsync()).ShouldBeGreaterThan(25);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the screen");
        await NoFaultAsync(visit);
        await page.Locator(".compare-pair footer a").Nth(1).ClickAsync();
        await page.Locator(".panes .fig.chosen").First.WaitForAsync();
    }

    [Fact]
    public async Task A_long_title_does_not_widen_a_phone()
    {
        await using var visit = await chromium.VisitAsync(server, 390, language: "en");
        var page = visit.Page;
        await page.GotoAsync("/documents");
        var text = "关于海岳市二〇二六年上半年各区县民生实事项目推进情况和下一步工作安排的通报（征求意见稿）\n新建公共充电桩2460个。";
        await page.Locator("#files").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "通报.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Read" }).First.ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        await page.GotoAsync("/compare");
        (await page.Locator("#side-left option", new() { HasTextString = "征求意见稿" }).CountAsync()).ShouldBe(1);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the screen");
    }

    [Fact]
    public async Task The_office_finds_the_same_promise_of_last_year_and_types_a_plan()
    {
        await using var visit = await city.AsAsync("ducha", server, chromium);
        var page = visit.Page;
        await page.GotoAsync("/ledger");
        var list = (await page.Locator("a[href^='/ledger/lists/']").First.GetAttributeAsync("href"))!.Split('?')[0];
        list = string.Join('/', list.Split('/').Take(4));
        await page.GotoAsync(list + "/links");
        await page.Locator("main table tbody tr").First.WaitForAsync();
        await NoFaultAsync(visit);
        var item = (await page.Locator("main table th a").First.GetAttributeAsync("href"))!;
        await page.Locator("main table tbody tr").First.Locator("button").First.ClickAsync();

        await page.GotoAsync(item);
        await page.Locator("#links").WaitForAsync();
        await page.Locator("details:has(fieldset.months) > summary").First.ClickAsync();
        await page.Locator("fieldset.months input[name=m12]").First.WaitForAsync();
        await NoFaultAsync(visit);
        await page.GotoAsync("/ledger/compare");
        (await page.Locator("#side-left option[value^='l:']").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        var lists = await page.Locator("#side-left option[value^='l:']").EvaluateAllAsync<string[]>("options => options.map(o => o.value)");
        await page.GotoAsync($"/ledger/compare?left={lists[1]}&right={lists[0]}");
        await page.Locator(".compare-pair").First.WaitForAsync();
        await NoFaultAsync(visit);
    }

    private static async Task NoFaultAsync(Visit visit)
    {
        var result = await visit.Page.RunAxe();
        result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} {node.Html}")).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }
}
