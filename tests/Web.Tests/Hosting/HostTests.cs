using System.Net;

namespace Luoshi.Web.Tests.Hosting;

public sealed class HostTests(RunningServer server)
{
    [Fact]
    public async Task Every_page_forbids_inline_code_and_other_hosts_and_needs_neither()
    {
        using var visitor = new Visitor(server);
        var pages = server.PlainPages;
        pages.ShouldContain("/documents");
        pages.Count.ShouldBeGreaterThan(5);

        foreach (var path in pages.Append("/no/such/page").Append("/documents?q=nothing-like-this"))
        {
            var page = await visitor.OpenAsync(path);
            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            ((int)page.Status).ShouldBeLessThan(500, path);
            var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'", customMessage: path);
            policy.ShouldNotContain("unsafe", customMessage: path);
            page.All("[style], style, script:not([src]), [onclick], [onload], [onsubmit]").ShouldBeEmpty(path);
            page.All("script, link[rel=stylesheet], link[rel=icon]").ShouldAllBe(
                element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.StartsWith("/assets/"), path);
            page.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            page.Response.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_and_sent_compressed()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync("/documents");

        foreach (var path in page.All("script[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")))
        {
            var response = await visitor.GetAsync(path!);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }

        (await visitor.GetAsync("/assets/manifest.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/assets/app-000000000000.js")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_that_leads_back()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync("/no/such/page");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Title.ShouldBe("没有找到这一页");
        page.One("main a.button").GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task The_start_address_leads_to_a_page()
    {
        using var visitor = new Visitor(server);

        (await visitor.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Chinese_is_the_default_and_a_chosen_language_stays()
    {
        using var visitor = new Visitor(server);

        var chinese = await visitor.OpenAsync("/documents");
        var switched = await visitor.OpenAsync("/documents?lang=en");
        var later = await visitor.OpenAsync("/documents");

        chinese.One("html").GetAttribute("lang").ShouldBe("zh-CN");
        chinese.Title.ShouldBe("文件");
        switched.Title.ShouldBe("Documents");
        later.One("html").GetAttribute("lang").ShouldBe("en");
        later.Title.ShouldBe("Documents");
    }

    [Fact]
    public async Task English_pages_leave_no_word_of_the_interface_in_Chinese()
    {
        using var visitor = new Visitor(server);
        var list = await visitor.OpenAsync("/documents?lang=en&q=" + Uri.EscapeDataString("成绩单"));
        var card = list.One("table.library .title a").GetAttribute("href")!;

        foreach (var page in new[] { list, await visitor.OpenAsync(card), await visitor.OpenAsync(card + "?tab=outline"), await visitor.OpenAsync(card + "?at=3") })
        {
            var words = page.Text(".bar-nav, .page-actions, .tabs, .filter select:not([name=section]) option, thead th, label, button, summary, dt, .pane-switch, .verdicts");
            words.ShouldNotMatch(@"[\u4e00-\u9fff]{2,}(?<!中文)");
        }
    }

    [Fact]
    public async Task A_theme_is_remembered_and_a_made_up_one_is_not()
    {
        using var visitor = new Visitor(server);

        await visitor.OpenAsync("/documents?theme=dark");
        var later = await visitor.OpenAsync("/documents");
        var odd = await visitor.OpenAsync("/documents?theme=%22%3E%3Cscript%3E");

        later.One("html").GetAttribute("data-theme").ShouldBe("dark");
        odd.One("html").GetAttribute("data-theme").ShouldBe("auto");
    }
}
