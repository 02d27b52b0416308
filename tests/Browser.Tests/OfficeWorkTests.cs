using Deque.AxeCore.Playwright;
using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>What the office does round the reports: verify a number, keep the task sheet, see the burden, take a report from Excel. Each page is looked over by axe.</summary>
public sealed class OfficeWorkTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    private static readonly FilePayload Paper = new() { Name = "验收单.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer\n%%EOF\n"u8] };

    [Theory]
    [InlineData(1440, "zh")]
    [InlineData(390, "en")]
    public async Task An_inspector_finds_out_and_the_item_says_so(int width, string language)
    {
        await using var inspector = await city.AsAsync("heyan", server, chromium, width, language: language);
        var page = inspector.Page;
        var item = await ItemAsync(page, width == 1440 ? 0 : 1);
        await page.Locator("a[href^='/ledger/verify/']").First.ClickAsync();
        await page.WaitForURLAsync("**/ledger/verify/**");
        var level = width == 1440 ? "Inspected" : "Contradicted";
        await page.Locator("select[name=level]").SelectOptionAsync(level);
        await page.Locator("textarea[name=basis]").FillAsync("6月20日到现场查看三处");
        await page.Locator("input[type=file]").SetInputFilesAsync(Paper);
        await CheckAsync(inspector);
        await page.Locator("main button.primary").ClickAsync();

        await Expect(page.Locator("table")).ToContainTextAsync("6月20日到现场查看三处");
        await CheckAsync(inspector);
        var file = (await page.Locator("a[href$='/file']").GetAttributeAsync("href"))!;
        await page.GotoAsync(item);
        await Expect(page.Locator("main")).ToContainTextAsync(width == 1440 ? "已核查" : "contradicted");
        await using var stranger = await chromium.VisitAsync(server);
        await stranger.Page.GotoAsync(file);
        stranger.Page.Url.ShouldContain("/sign-in", customMessage: "no original is public");
    }

    [Fact]
    public async Task The_task_sheet_is_edited_published_and_read_by_a_stranger()
    {
        await using var office = await city.AsAsync("ducha", server, chromium);
        var page = office.Page;
        await page.GotoAsync("/ledger");
        var list = (await page.Locator("a[href^='/ledger/lists/']").First.GetAttributeAsync("href"))!.Split('?')[0];
        await page.GotoAsync(list + "/tasks");
        await CheckAsync(office);
        await page.Locator("a[href$='/task']").First.ClickAsync();
        await CheckAsync(office);
        await page.Locator("[name=place]").FillAsync("不是坐标");
        await page.Locator("[name='f0-planned']").FillAsync("1200");
        await page.Locator("[name='f0-arrived']").FillAsync("六百");
        await page.Locator("[name=contact]").FillAsync("不公开的联系人");
        await page.Locator("[name^='t-']").First.FillAsync("完成招标");
        await page.Locator("main button.primary").ClickAsync();
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(2);
        (await page.Locator("[name=contact]").InputValueAsync()).ShouldBe("不公开的联系人");
        await page.Locator("[name=place]").FillAsync("36.09, 120.37");
        await page.Locator("[name='f0-arrived']").FillAsync("600");
        await page.Locator("[name='f0-paid']").FillAsync("300");
        await page.Locator("[name=decision]").FillAsync("海岳市政府常务会议纪要〔2026〕9号");
        await page.Locator("[name=reason]").FillAsync("招标提前");
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync("**/tasks");
        await Expect(page.Locator("tr.task").First).ToContainTextAsync("完成招标");
        if (await page.Locator("form[action$='/tasks/publish'] button").CountAsync() > 0)
            await page.Locator("form[action$='/tasks/publish'] button").ClickAsync();
        var address = (await page.Locator("a[href^='/cards/tasks/']").First.GetAttributeAsync("href"))!;

        await using var stranger = await chromium.VisitAsync(server, width: 390);
        await stranger.Page.GotoAsync(address);
        await Expect(stranger.Page.Locator("tr.task").First).ToContainTextAsync("完成招标");
        (await stranger.Page.ContentAsync()).ShouldNotContain("不公开的联系人");
        await CheckAsync(stranger);
        foreach (var format in new[] { "xlsx", "docx" })
            (await stranger.Page.Context.APIRequest.GetAsync(new Uri(server.Address, $"{address}/tasks.{format}").ToString())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_burden_is_shown_before_something_is_added_and_on_its_own_page()
    {
        await using var office = await city.AsAsync("ducha", server, chromium);
        var page = office.Page;
        await ItemAsync(page, 0);
        await Expect(page.Locator("form[action$='/indicators'] .field-hint").First).ToContainTextAsync("个填报项");
        await page.GotoAsync("/ledger/burden?year=2026");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("局");
        await CheckAsync(office);
    }

    [Fact]
    public async Task A_report_goes_out_to_excel_and_comes_back_with_its_errors_by_cell()
    {
        await using var clerk = await city.AsAsync("minzheng", server, chromium, width: 390);
        var page = clerk.Page;
        await page.GotoAsync("/ledger");
        var href = (await page.Locator("a[href^='/ledger/reports/']").First.GetAttributeAsync("href"))!;
        var path = href[..(href.LastIndexOf('/') + 1)] + "2026-10";
        await page.GotoAsync(path + "/sheet");
        await CheckAsync(clerk);
        var sheet = await page.Context.APIRequest.GetAsync(new Uri(server.Address, path + "/sheet.xlsx").ToString());
        var workbook = await sheet.BodyAsync();

        await HandInAsync(page, Filled(workbook, "H3", "很多"));
        await Expect(page.Locator("table").First).ToContainTextAsync("H3");
        await CheckAsync(clerk);
        await HandInAsync(page, Filled(workbook, "H3", "40"));
        await page.Locator("button[value=save]").ClickAsync();
        await page.GotoAsync(path);
        await Expect(page.Locator("input[name^='v-']").First).ToHaveValueAsync("40");

        await page.GotoAsync(path + "/sheet");
        await HandInAsync(page, Filled(workbook, "H3", "41"));
        await Expect(page.Locator(".field-error")).ToContainTextAsync("重新下载");
    }

    private static Task HandInAsync(IPage page, byte[] workbook) => Task.WhenAll(
        page.WaitForResponseAsync(r => r.Request.Method == "POST"),
        SendAsync(page, workbook));

    private static async Task SendAsync(IPage page, byte[] workbook)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "月报.xlsx", MimeType = "application/octet-stream", Buffer = workbook });
        await page.Locator("form[action$='/sheet'] button").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Fills one open cell, as a spreadsheet would.</summary>
    private static byte[] Filled(byte[] workbook, string cell, string text)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            const string Name = "xl/worksheets/sheet1.xml";
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(Name)!.Open()))
                xml = reader.ReadToEnd();
            zip.GetEntry(Name)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Name).Open());
            writer.Write(System.Text.RegularExpressions.Regex.Replace(xml, $"<c r=\"{cell}\" s=\"(\\d+)\"/>", $"<c r=\"{cell}\" s=\"$1\" t=\"inlineStr\"><is><t>{text}</t></is></c>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        }

        return memory.ToArray();
    }

    private static async Task<string> ItemAsync(IPage page, int which)
    {
        await page.GotoAsync("/ledger");
        var list = (await page.Locator("a[href^='/ledger/lists/']").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(list);
        var item = (await page.Locator("a[href^='/ledger/items/']").Nth(which).GetAttributeAsync("href"))!;
        await page.GotoAsync(item);
        return item;
    }

    private static async Task CheckAsync(Visit visit)
    {
        var result = await visit.Page.RunAxe();
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html}")).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        var width = visit.Page.ViewportSize!.Width;
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }
}
