using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Browser.Tests;

/// <summary>The monthly form on a phone: checked while it is typed, kept through a cut connection and an ended session, shared by two people.</summary>
public sealed class ReportFormTests(RunningServer server, Chromium chromium, LedgerCity city)
{
    private const string Number = "input[name^='v-']";

    [Fact]
    public async Task A_number_is_checked_while_it_is_typed_and_a_warning_asks_for_its_reason()
    {
        await using var clerk = await city.AsAsync("jiaoyu", server, chromium, width: 390);
        var page = clerk.Page;
        await OpenAsync(page, "2026-07");
        var line = page.Locator(Number).First;
        var id = (await line.GetAttributeAsync("data-line"))!;
        var reason = page.Locator($"[name='w-{id}']");
        await Expect(reason).ToBeHiddenAsync();

        await line.FillAsync("1");
        await Expect(page.Locator($"#c-{id} [data-code='report.cumulative_fell']")).ToBeVisibleAsync();
        await Expect(reason).ToBeVisibleAsync();

        await line.FillAsync("28万米");
        await Expect(page.Locator($"#c-{id} [data-code='report.unit_mismatch']")).ToBeVisibleAsync();
        await Expect(reason).ToBeHiddenAsync();

        await line.FillAsync("280000");
        await Expect(page.Locator($"#c-{id} [data-code='report.leap']")).ToBeVisibleAsync();
        clerk.Complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
    }

    [Fact]
    public async Task The_count_of_blanks_follows_typing()
    {
        await using var clerk = await city.AsAsync("minzheng", server, chromium, width: 390);
        var page = clerk.Page;
        await OpenAsync(page, "2026-07");
        var all = await page.Locator("input[data-asked]").CountAsync();
        var counter = page.Locator(".page-lead [data-blanks] a");
        await Expect(counter).ToHaveTextAsync($"还有{all}个数没填");

        await page.Locator("input[data-asked]").First.FillAsync("3");
        await Expect(counter).ToHaveTextAsync($"还有{all - 1}个数没填");
        (await counter.GetAttributeAsync("href")).ShouldBe("#" + await page.Locator("input[data-asked]").Nth(1).GetAttributeAsync("id"));
        await page.Locator("input[data-asked]").First.FillAsync("");
        await Expect(counter).ToHaveTextAsync($"还有{all}个数没填");
    }

    [Fact]
    public async Task A_photo_used_last_month_is_noticed_as_soon_as_it_is_chosen()
    {
        await using var clerk = await city.AsAsync("jiaoyu", server, chromium);
        var page = clerk.Page;
        var photo = new FilePayload { Name = "工地.jpg", MimeType = "image/jpeg", Buffer = [.. Luoshi.Platform.Tests.Attachments.Files.Jpeg(Luoshi.Platform.Tests.Attachments.Files.Exif()), 7] };
        await OpenAsync(page, "2026-11");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(photo);
        await SaveAsync(page);

        await OpenAsync(page, "2026-12");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(photo);

        await Expect(page.Locator("[data-code='report.evidence_used']").First).ToContainTextAsync("2026年11月");
    }

    [Fact]
    public async Task A_cut_connection_loses_nothing_and_the_save_is_carried_out_when_it_is_back()
    {
        await using var clerk = await city.AsAsync("jiaoyu", server, chromium, width: 390);
        var page = clerk.Page;
        await OpenAsync(page, "2026-08");
        var cut = await page.Context.NewCDPSessionAsync(page);
        await NetworkAsync(cut, offline: true);
        await page.Locator(Number).First.FillAsync("27");
        await page.Locator("textarea").First.FillAsync("断网时填写的进展");
        await Expect(Say(page, "offline")).ToBeVisibleAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await Expect(Say(page, "waiting")).ToBeVisibleAsync();
        (await page.Locator("textarea").First.InputValueAsync()).ShouldBe("断网时填写的进展");

        await NetworkAsync(cut, offline: false);

        await page.WaitForURLAsync("**/2026-08?saved=true");
        await Expect(page.Locator("textarea").First).ToHaveValueAsync("断网时填写的进展");
        await Expect(page.Locator(Number).First).ToHaveValueAsync("27");
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.endsWith('2026-08')).length")).ShouldBe(0, "a confirmed save clears what the browser kept");
    }

    [Fact]
    public async Task A_window_closed_without_a_connection_is_found_again_as_it_was_left()
    {
        await using var clerk = await city.AsAsync("jiaoyu", server, chromium);
        var page = clerk.Page;
        var path = await OpenAsync(page, "2026-09");
        var cut = await page.Context.NewCDPSessionAsync(page);
        await NetworkAsync(cut, offline: true);
        await page.Locator("textarea").First.FillAsync("还没有送出的文字");
        await Expect(Say(page, "offline")).ToBeVisibleAsync();
        await page.CloseAsync();

        var next = await clerk.Page.Context.NewPageAsync();
        await next.GotoAsync(path);

        await Expect(next.Locator("textarea").First).ToHaveValueAsync("还没有送出的文字");
        await Expect(Say(next, "restored")).ToBeVisibleAsync();
        await Say(next, "restored").Locator("[data-forget]").ClickAsync();
        await next.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(next.Locator("textarea").First).ToHaveValueAsync("");
    }

    [Fact]
    public async Task After_the_session_has_ended_signing_in_leads_back_to_what_was_typed()
    {
        // Somebody of their own: the session is really ended, on the server.
        await using var visit = await chromium.VisitAsync(server, width: 390);
        var page = visit.Page;
        await city.ReadyAsync(server);
        await page.GotoAsync("/sign-in?to=/ledger");
        await SignInAsync(page);
        var path = await OpenAsync(page, "2026-10");
        await page.Locator(Number).First.FillAsync("21");
        await Expect(Say(page, "aside")).ToBeVisibleAsync();

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/account");
        await other.Locator("form[action='/sign-out'] button").First.ClickAsync();
        await other.WaitForURLAsync("**/sign-in");
        await page.BringToFrontAsync();
        await page.Locator("textarea").First.FillAsync("会话结束后填写的文字");
        await Expect(Say(page, "ended")).ToBeVisibleAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await Expect(Say(page, "ended")).ToBeVisibleAsync();
        await Say(page, "ended").Locator("a").ClickAsync();
        await SignInAsync(page);

        await page.WaitForURLAsync("**" + path);
        await Expect(page.Locator(Number).First).ToHaveValueAsync("21");
        await Expect(page.Locator("textarea").First).ToHaveValueAsync("会话结束后填写的文字");
        await SaveAsync(page);
        await page.GotoAsync(path);
        await Expect(page.Locator("textarea").First).ToHaveValueAsync("会话结束后填写的文字");
        await Expect(Say(page, "restored")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true, "2026-11")]
    [InlineData(false, "2026-12")]
    public async Task The_second_of_two_people_sees_both_versions_side_by_side_and_chooses(bool script, string period)
    {
        await using var first = await city.AsAsync("minzheng", server, chromium, script: script);
        await using var second = await city.AsAsync("minzheng-er", server, chromium, width: 390, script: script);
        await OpenAsync(first.Page, period);
        await OpenAsync(second.Page, period);
        await first.Page.Locator(Number).First.FillAsync("31");
        await first.Page.Locator("textarea").First.FillAsync("第一个人写的");
        await first.Page.Locator("textarea[name^='q-']").First.EvaluateAsync("e => e.closest('details').open = true");
        await first.Page.Locator("textarea[name^='q-']").First.FillAsync("只有第一个人写的问题");
        await SaveAsync(first.Page);

        await second.Page.Locator(Number).First.FillAsync("32");
        await second.Page.Locator("textarea").First.FillAsync("第二个人写的");
        await second.Page.Locator(Number).Nth(1).FillAsync("33");
        await second.Page.Locator("button[value=save]").ClickAsync();

        var choices = second.Page.Locator("fieldset.choice");
        await Expect(choices).ToHaveCountAsync(4);
        await Expect(choices.Nth(0)).ToContainTextAsync("31");
        await Expect(choices.Nth(0)).ToContainTextAsync("32");
        await Expect(second.Page.Locator("fieldset.choice :checked")).ToHaveCountAsync(2);
        (await second.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await choices.Nth(0).Locator("input[value=mine]").CheckAsync();
        await choices.Filter(new() { HasText = "第二个人写的" }).Locator("input[value=theirs]").CheckAsync();
        await SaveAsync(second.Page);

        await OpenAsync(first.Page, period);
        await Expect(first.Page.Locator(Number).First).ToHaveValueAsync("32");
        await Expect(first.Page.Locator(Number).Nth(1)).ToHaveValueAsync("33");
        await Expect(first.Page.Locator("textarea").First).ToHaveValueAsync("第一个人写的");
        await Expect(first.Page.Locator("textarea[name^='q-']").First).ToHaveValueAsync("只有第一个人写的问题");
        second.Complaints.ShouldBeEmpty();
    }

    private static ILocator Say(IPage page, string what) => page.Locator($"[data-say='{what}']");

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("button[value=save]").ClickAsync();
        await Expect(page.Locator(".notice.tone-jade")).ToContainTextAsync("已保存");
    }

    private static Task NetworkAsync(ICDPSession cut, bool offline) => cut.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
    {
        ["offline"] = offline,
        ["latency"] = 0,
        ["downloadThroughput"] = -1,
        ["uploadThroughput"] = -1,
    });

    private static async Task SignInAsync(IPage page)
    {
        var known = DemoLedger.SignIns.Single(s => s.UserName == "jiaoyu-er");
        await page.Locator("[name=name]").FillAsync(known.UserName);
        await page.Locator("[name=password]").FillAsync(known.Password);
        await page.Locator("form[action^='/sign-in'] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/ledger**");
    }

    private static async Task<string> OpenAsync(IPage page, string period)
    {
        await page.GotoAsync("/ledger");
        var href = (await page.Locator("a[href^='/ledger/reports/']").First.GetAttributeAsync("href"))!;
        var path = href[..(href.LastIndexOf('/') + 1)] + period;
        await page.GotoAsync(path);
        return path;
    }
}
