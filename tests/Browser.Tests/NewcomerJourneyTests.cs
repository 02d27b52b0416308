using System.Text;
using Deque.AxeCore.Playwright;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>
/// The whole chain as somebody walks it who has read nothing: into the demonstration, a task sheet, three units report, their leaders
/// and the office sign, the half-year card goes out. Every step is the page's own most visible button, and what the walk costs is held.
/// On a server of its own, since it moves the city's reports along.
/// </summary>
public sealed class NewcomerJourneyTests(Chromium chromium)
{
    private const string Sheet = """
        海岳市2026年暖心工程任务分解表,,,,,
        序号,类别,项目名称,主要内容及年度目标,牵头单位,配合单位
        1,教育,课后服务,新增课后服务点60处，惠及学生3.5万人,市教育局,市财政局
        2,,校门口改造,改造校门口通学路40处,市教育局,
        3,住房,屋面防水,修缮屋面420栋,市住建局,
        4,,电梯更新,更新老旧电梯180部以上,市住房和城乡建设局,
        5,民政,助浴服务,建设助浴点25处，服务老年人6000人次,市民政局,
        """;

    private static readonly (string Reporter, string Approver)[] Units = [("jiaoyu", "jiaoyu-fu"), ("zhujian", "zhujian-fu"), ("minzheng", "minzheng-fu")];

    private int clicks;
    private int typed;

    [Fact]
    public async Task From_the_start_page_to_the_published_card_every_next_step_is_in_sight()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await DemoLedger.FillAsync(server.Services, TestContext.Current.CancellationToken);
        await using var visit = await chromium.VisitAsync(server, width: 1280);
        var page = visit.Page;

        await page.GotoAsync("/");
        await PressAsync(page, ".demo-bar button.primary", "**/ledger");
        await PressAsync(page, ".page-actions a[href='/ledger/new']", "**/ledger/new");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "表.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sheet) });
        clicks++;
        await CheckAsync(visit);
        await PressAsync(page, "main form button.primary", "**/imports/*");
        await CheckAsync(visit);
        await PressAsync(page, "button[value=adopt]", "**/ledger/lists/*");
        await Expect(page.Locator(".notice")).ToContainTextAsync("已采纳 5 项");
        await CheckAsync(visit);

        foreach (var (reporter, _) in Units)
            await ReportAsync(visit, reporter);
        foreach (var (_, approver) in Units)
        {
            await BeAsync(page, approver);
            await PressAsync(page, ".page-actions a.primary", "**/ledger/desk");
            await PressAsync(page, "main form button.primary", "**/desk?done=1");
        }

        await BeAsync(page, "ducha");
        await PressAsync(page, ".page-actions a.primary", "**/ledger/desk");
        await PressAsync(page, "main form button.primary", "**/desk?done=*");
        await PressAsync(page, ".next-lists a >> nth=0", "**/ledger/lists/*");
        await Expect(page.Locator("h1")).ToContainTextAsync("暖心工程");
        await PressAsync(page, ".steps .primary", "**/ledger/cards/*");
        await CheckAsync(visit);
        await PressAsync(page, ".page-actions button[value=publish]", "**/cards/*/publish");
        await Expect(page.Locator("main")).ToContainTextAsync("发布后任何人都能看到");
        await CheckAsync(visit);
        await PressAsync(page, "main form button.primary", "**/cards/*?published=now");
        await Expect(page.Locator(".notice")).ToContainTextAsync("已发布");
        await Expect(page.Locator(".card-item")).ToHaveCountAsync(5);
        await page.SetViewportSizeAsync(390, 844);
        await CheckAsync(visit);

        // One of them is asked for on purpose: before a card goes out, what becomes public is shown.
        clicks.ShouldBeLessThanOrEqualTo(37);
        typed.ShouldBe(7, "the sheet's own indicators and nothing else");
    }

    /// <summary>On a phone, as the units' people do it.</summary>
    private async Task ReportAsync(Visit visit, string reporter)
    {
        var page = visit.Page;
        await page.SetViewportSizeAsync(390, 844);
        await BeAsync(page, reporter);
        await PressAsync(page, ".page-actions a.primary", "**/reports/**");
        if (typed == 0)
            await CheckAsync(visit);
        foreach (var field in await page.Locator("input[name^='v-']").AllAsync())
        {
            if ((await field.InputValueAsync()).Length > 0)
                continue;
            typed++;
            await field.FillAsync("3");
        }

        await Expect(page.Locator(".at-hand button[value=submit]")).ToBeInViewportAsync();
        await PressAsync(page, ".at-hand button[value=submit]", "**?saved=true");
        await Expect(page.Locator(".notice")).ToContainTextAsync("已上报");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task BeAsync(IPage page, string who)
    {
        clicks++;
        await page.Locator(".demo-bar summary").ClickAsync();
        await PressAsync(page, $".demo-bar button[value='{who}']", "**/ledger");
    }

    private async Task PressAsync(IPage page, string selector, string address)
    {
        clicks++;
        await page.Locator(selector).ClickAsync();
        await page.WaitForURLAsync(address);
    }

    private static async Task CheckAsync(Visit visit)
    {
        (await visit.Page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{visit.Page.Url} {v.Id} {n.Html}")).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(visit.Page.ViewportSize!.Width);
    }
}
