using Luoshi.Platform.Tests.Attachments;
using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>A clerk on a phone hands in a photo; those who sign see when and where it was taken; nobody else sees it.</summary>
public sealed class EvidenceTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    private static readonly FilePayload Photo = new() { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = Files.Jpeg(Files.Exif()) };

    [Fact]
    public async Task A_photo_is_handed_in_without_script_on_a_phone_and_weighed_at_the_desk()
    {
        await using var clerk = await city.AsAsync("zhujian", server, chromium, width: 390, script: false);
        var page = clerk.Page;
        var report = await OpenAsync(page, "2026-07");
        var number = page.Locator(".report-item input[inputmode=decimal]").First;
        await number.FillAsync("1");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(Photo);
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 391).map(e => e.outerHTML.slice(0, 120))")).ShouldBeEmpty();

        await page.Locator("button[value=save]").ClickAsync();
        await page.GotoAsync(report);

        await Expect(page.Locator("ul.evidence li")).ToContainTextAsync("2026-06-30 09:15");
        await Expect(page.Locator("ul.evidence li")).ToContainTextAsync("36.09167");
        await Expect(page.Locator("ul.evidence li")).ToContainTextAsync("120.375");
        var original = (await page.Locator("ul.evidence a:not(.history-link)").GetAttributeAsync("href"))!;

        await MayOpenAsync(clerk, original, 200);
        await using var leader = await city.AsAsync("zhujian-fu", server, chromium);
        await MayOpenAsync(leader, original, 200);
        await using var office = await city.AsAsync("ducha", server, chromium);
        await MayOpenAsync(office, original, 200);
        await using var other = await city.AsAsync("jiaoyu", server, chromium);
        await MayOpenAsync(other, original, 403);
        await other.Page.GotoAsync(report);
        await Expect(other.Page.Locator("ul.evidence")).ToHaveCountAsync(0);
        await using var stranger = await chromium.VisitAsync(server);
        await stranger.Page.GotoAsync(original);
        stranger.Page.Url.ShouldContain("/sign-in");

        await page.Locator("ul.evidence input[name=drop]").CheckAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await page.GotoAsync(report);
        await Expect(page.Locator("ul.evidence")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_desk_shows_time_and_place_and_warns_of_a_photo_used_before()
    {
        await using var clerk = await city.AsAsync("minzheng", server, chromium);
        var page = clerk.Page;
        var photo = new FilePayload { Name = "工地.jpg", MimeType = "image/jpeg", Buffer = [.. Files.Jpeg(Files.Exif()), 1] };
        foreach (var period in new[] { "2026-08", "2026-09" })
        {
            await OpenAsync(page, period);
            await page.Locator("input[type=file]").First.SetInputFilesAsync(photo);
            await page.Locator("button[value=save]").ClickAsync();
            await Expect(page.Locator(".notice.tone-jade")).ToContainTextAsync("已保存");
        }

        await Expect(page.Locator(".field-error")).ToContainTextAsync("2026年8月");
        await page.Locator(".has-error input[name^='w-']").FillAsync("同一工地");
        await page.Locator("button[value=submit]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("空着的有");
        await page.Locator("textarea[name=blank]").FillAsync("本月停工检修，没有新增");
        await page.Locator("button[value=submit]").ClickAsync();
        await Expect(page.Locator(".notice.tone-jade")).ToContainTextAsync("已上报");

        await using var leader = await city.AsAsync("minzheng-fu", server, chromium);
        await leader.Page.GotoAsync("/ledger/desk");
        var row = leader.Page.Locator("tr", new() { HasText = "工地.jpg" });
        await Expect(row).ToContainTextAsync("2026-06-30 09:15");
        await Expect(row).ToContainTextAsync("2026年8月报告");
        leader.Complaints.ShouldBeEmpty();
    }

    private static async Task<string> OpenAsync(IPage page, string period)
    {
        await page.GotoAsync("/ledger");
        var href = (await page.Locator("a[href^='/ledger/reports/']").First.GetAttributeAsync("href"))!;
        var path = href[..(href.LastIndexOf('/') + 1)] + period;
        await page.GotoAsync(path);
        return path;
    }

    private async Task MayOpenAsync(Visit visit, string path, int status)
    {
        var answer = await visit.Page.Context.APIRequest.GetAsync(new Uri(server.Address, path).ToString());
        answer.Status.ShouldBe(status);
        if (status == 200)
            answer.Headers["cache-control"].ShouldBe("private, no-store");
    }
}
