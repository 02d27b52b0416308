using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>The officer's morning: narrow the rows, see them as a board and as a calendar, take them along, remind the units.</summary>
public sealed class OverviewJourneyTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    [Fact]
    public async Task From_a_filter_to_the_reminded_unit()
    {
        await using var visit = await city.AsAsync("ducha", server, chromium);
        var page = visit.Page;
        await page.GotoAsync("/ledger/overview");

        await page.Locator("select[name=light]").SelectOptionAsync("good");
        await page.Locator("input[name=unit]").FillAsync("市教育局");
        await page.Locator(".overview-go button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("light=good", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var rows = await page.Locator("tr[data-row]").CountAsync();
        rows.ShouldBeGreaterThan(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "看板" }).ClickAsync();
        await Expect(page.Locator(".board-card")).ToHaveCountAsync(rows);
        await page.GetByRole(AriaRole.Link, new() { Name = "时间轴" }).ClickAsync();
        await Expect(page.Locator("table.timeline tr[data-row]")).ToHaveCountAsync(rows);
        await Expect(page.Locator("table.timeline td.planned")).ToHaveCountAsync(12 * rows);
        await page.GetByRole(AriaRole.Link, new() { Name = "列表", Exact = true }).ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".overview-export a", new() { HasText = "Excel" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");

        await page.Locator("input[data-pick-all]").CheckAsync();
        await Expect(page.Locator("input[name=pick]:checked")).ToHaveCountAsync(rows);
        await page.Locator(".bulk summary").First.ClickAsync();
        await page.Locator("input[name=word]").FillAsync("请本周内更新形象进度");
        await page.GetByRole(AriaRole.Button, new() { Name = "催办选中的单位" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("已办 1 项");
        await Expect(page.Locator("main table")).ToContainTextAsync("市教育局");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回" }).ClickAsync();
        await Expect(page.Locator("input[name=unit]")).ToHaveValueAsync("市教育局");
        visit.Complaints.ShouldBeEmpty();

        await using var clerk = await city.AsAsync("jiaoyu", server, chromium, width: 390);
        await clerk.Page.GotoAsync("/notices");
        await Expect(clerk.Page.Locator("main")).ToContainTextAsync("请本周内更新形象进度");
    }

    [Fact]
    public async Task Arrow_keys_walk_the_rows_and_enter_opens_one()
    {
        await using var visit = await city.AsAsync("ducha", server, chromium);
        var page = visit.Page;
        await page.GotoAsync("/ledger/overview");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var second = page.Locator("tr[data-row]").Nth(1).Locator("a").First;
        await Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("tr[data-row]").First.Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ledger/items/*");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_same_rows_are_picked_and_acted_on()
    {
        await using var visit = await city.AsAsync("ducha", server, chromium, script: false);
        var page = visit.Page;
        await page.GotoAsync("/ledger/overview?unit=市民政局");
        await Expect(page.Locator("input[data-pick-all]")).ToBeHiddenAsync();

        await page.Locator("input[name=pick]").First.CheckAsync();
        await page.Locator(".bulk summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "催办选中的单位" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("催办");
        await Expect(page.Locator("main table")).ToContainTextAsync("市民政局");
    }

    [Theory]
    [InlineData("/ledger")]
    [InlineData("/ledger/overview")]
    [InlineData("/ledger/overview?view=board")]
    [InlineData("/ledger/overview?view=timeline")]
    [InlineData("/ledger/overview?view=months")]
    [InlineData("/ledger/overview/units")]
    [InlineData("/ledger/leader")]
    public async Task On_a_phone_no_page_is_wider_than_the_screen(string path)
    {
        await using var visit = await city.AsAsync("fushizhang", server, chromium, width: 390);
        await visit.Page.GotoAsync(path);

        (await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
        visit.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ducha", "/ledger/overview", "zh")]
    [InlineData("fushizhang", "/ledger/overview", "en")]
    [InlineData("ducha", "/ledger/overview/units", "zh")]
    [InlineData("fushizhang", "/ledger/overview/units", "en")]
    public async Task On_a_phone_each_row_is_a_card_and_what_sorted_the_list_still_does(string who, string path, string language)
    {
        await using var visit = await city.AsAsync(who, server, chromium, width: 390, language: language);
        var page = visit.Page;
        await page.GotoAsync(path);

        await Expect(page.Locator("table.stacks td[data-label]").First).ToBeVisibleAsync();
        (await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.table-wrap')].map(t => t.scrollWidth - t.clientWidth)")).ShouldAllBe(hidden => hidden <= 0);
        foreach (var sort in await page.Locator("table.rows thead a").AllAsync())
            await Expect(sort).ToBeVisibleAsync();
        visit.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task On_a_phone_a_numbers_origin_needs_no_scrolling_sideways(string language)
    {
        await city.ReadyAsync(server);
        await using var visit = await chromium.VisitAsync(server, width: 390, language: language);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GotoAsync((await page.Locator("a.start-card").First.GetAttributeAsync("href"))!);
        await page.GotoAsync((await page.Locator(".public-card a[href*='/figures/']").First.GetAttributeAsync("href"))!);

        await Expect(page.Locator("table.stacks td[data-label]").First).ToBeVisibleAsync();
        (await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.table-wrap')].map(t => t.scrollWidth - t.clientWidth)")).ShouldAllBe(hidden => hidden <= 0);
        visit.Complaints.ShouldBeEmpty();
    }
}
