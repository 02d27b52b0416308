using System.Text;
using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>What a newcomer does: drop a report card in, see what does not add up, go from table to text and back.</summary>
public sealed class ReadingJourneyTests(RunningServer server, Chromium chromium)
{
    private static FilePayload File(string name, string text) => new()
    {
        Name = name,
        MimeType = "text/plain",
        Buffer = Encoding.UTF8.GetBytes($"{text}\n{Guid.NewGuid():N}\n"),
    };

    [Fact]
    public async Task From_a_file_to_the_sentence_that_does_not_add_up()
    {
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.Locator("#files").SetInputFilesAsync(File("上半年.txt", "第一件：新建公共充电桩4000个。\n1.新建公共充电桩2460个，占年计划的65.1%。"));
        await page.GetByRole(AriaRole.Button, new() { Name = "读取" }).First.ClickAsync();

        await Expect(page.Locator("article.text .fig.v-inconsistent").First).ToBeVisibleAsync();
        await Expect(page.Locator(".proof")).ToContainTextAsync("61.5%");
        await page.GetByRole(AriaRole.Link, new() { Name = "核算" }).ClickAsync();
        await Expect(page.Locator(".finding.v-inconsistent .working")).ToContainTextAsync("÷");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_dropped_on_the_page_are_read()
    {
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await page.GotoAsync("/documents");

        var text = $"改造老旧小区18个。{Guid.NewGuid():N}";
        var dropped = await page.EvaluateHandleAsync("text => { const carried = new DataTransfer(); carried.items.add(new File([text], '拖入.txt')); return carried; }", text);
        await page.Locator("body").DispatchEventAsync("drop", new { dataTransfer = dropped });

        await page.WaitForURLAsync("**/documents/*-*");
        await Expect(page.Locator("article.text")).ToContainTextAsync("18个");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Choosing_a_row_brings_its_sentence_into_sight_and_back()
    {
        await using var visit = await chromium.VisitAsync(server, height: 700);
        var page = visit.Page;
        await visit.OpenAsync("成绩单");
        var row = page.Locator("table.figures tr[data-row]").Nth(90);
        var printed = await row.Locator("td").Nth(2).InnerTextAsync();

        await row.Locator("td").Nth(2).ClickAsync();

        var mark = page.Locator(".fig.chosen");
        await Expect(mark).ToBeInViewportAsync();
        printed.ShouldContain(await mark.InnerTextAsync());
        await Expect(page.Locator("tr.detail .sentence")).ToBeVisibleAsync();

        var figure = page.Locator("article.text .fig").First;
        await figure.ClickAsync();
        await Expect(page.Locator("tr.chosen")).ToHaveAttributeAsync("id", "r" + (await figure.GetAttributeAsync("id"))!["c".Length..]);
        await Expect(page.Locator("tr.chosen")).ToBeInViewportAsync();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_walks_the_figures()
    {
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await visit.OpenAsync("成绩单");

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tr.chosen")).ToHaveAttributeAsync("id", "r0");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tr.chosen")).ToHaveAttributeAsync("id", "r1");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("tr.chosen")).ToHaveAttributeAsync("id", "r0");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator(".verdicts")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("[data-search]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_in_the_search_narrows_the_table_in_place()
    {
        await using var visit = await chromium.VisitAsync(server);
        var page = visit.Page;
        await visit.OpenAsync("成绩单");
        var all = await page.Locator("table.figures tr[data-row]").CountAsync();

        await page.Locator("[data-search]").PressSequentiallyAsync("充电桩");

        await page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal));
        await Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
        (await page.Locator("table.figures tr[data-row]").CountAsync()).ShouldBeLessThan(all);
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var visit = await chromium.VisitAsync(server, script: false);
        var page = visit.Page;
        await page.GotoAsync("/documents");

        await page.Locator("#files").SetInputFilesAsync(File("无脚本.txt", "1.新增养老床位1200张，占年计划的60%。"));
        await page.GetByRole(AriaRole.Button, new() { Name = "读取" }).First.ClickAsync();
        await page.Locator("table.figures .indicator a").First.ClickAsync();
        await Expect(page.Locator("tr.detail .sentence")).ToBeVisibleAsync();
        await Expect(page.Locator(".fig.chosen")).ToBeInViewportAsync();
        await page.Locator(".correct summary").ClickAsync();
        await page.Locator(".correct-form [name=indicator]").FillAsync("新增床位");
        await page.Locator(".correct-form [name=reason]").FillAsync("名称更准");
        await page.Locator(".correct-form [name=person]").FillAsync("督查员");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(page.Locator("tr.chosen .indicator")).ToContainTextAsync("新增床位");
        await page.Locator(".filter select[name=stance]").SelectOptionAsync("planned");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        page.Url.ShouldContain("stance=planned");
    }

    [Fact]
    public async Task On_a_phone_the_panes_are_tabs_and_nothing_runs_out_of_the_side()
    {
        await using var visit = await chromium.VisitAsync(server, width: 390, height: 844);
        var page = visit.Page;
        await visit.OpenAsync("成绩单");

        await Expect(page.Locator(".pane-table")).ToBeVisibleAsync();
        await Expect(page.Locator(".pane-text")).ToBeHiddenAsync();
        await page.Locator("table.figures .indicator a").Nth(20).ClickAsync();
        await Expect(page.Locator(".pane-text")).ToBeVisibleAsync();
        await Expect(page.Locator(".fig.chosen")).ToBeInViewportAsync();
        foreach (var path in new[] { "/documents", page.Url, page.Url.Replace("?", "?tab=audit&", StringComparison.Ordinal) })
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }

        visit.Complaints.ShouldBeEmpty();
    }
}
