using System.Globalization;
using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Ledger;

[Collection(WholeCity.Name)]
public sealed class OverviewPageTests(RunningServer server)
{
    private Task<Visitor> OfficeAsync() => SignedIn.AsAsync(server, "ducha");

    /// <summary>Rows behind an address, page after page.</summary>
    private static async Task<int> RowsAsync(Visitor visitor, string href)
    {
        var (rows, next) = (0, (string?)href);
        while (next is not null)
        {
            var page = await visitor.OpenAsync(next);
            page.Status.ShouldBe(HttpStatusCode.OK, next);
            rows += page.All("tr[data-row]").Count;
            next = page.All("nav.pager a[rel=next]") is [var link, ..] ? link.GetAttribute("href") : null;
        }

        return rows;
    }

    [Theory]
    [InlineData("ducha")]
    [InlineData("fushizhang")]
    [InlineData("jiaoyu")]
    public async Task Every_count_of_the_desk_leads_to_as_many_rows(string who)
    {
        var visitor = await SignedIn.AsAsync(server, who);
        var desk = await visitor.OpenAsync("/ledger");

        var figures = desk.All(".burns a").Select(a => (Href: a.GetAttribute("href")!, Count: a.QuerySelector("strong")!.TextContent))
            .Concat(desk.All("main table a[href*='/overview']").Select(a => (Href: a.GetAttribute("href")!, Count: Number(a.TextContent)))).ToList();

        figures.Count.ShouldBeGreaterThan(5);
        figures.ShouldContain(f => f.Count != "0");
        foreach (var (href, count) in figures)
            (await RowsAsync(visitor, href)).ToString(CultureInfo.InvariantCulture).ShouldBe(count, href);
    }

    [Fact]
    public async Task Board_months_heat_map_and_list_page_lead_to_as_many_rows_as_they_say()
    {
        var visitor = await OfficeAsync();
        var list = (await visitor.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var links = new List<(string Href, string Count)>();
        foreach (var (path, selector) in new[]
        {
            ("/ledger/overview?view=board", "a.count"), ("/ledger/overview?view=board&by=state", "a.count"), ("/ledger/overview?view=board&by=stage", "a.count"),
            ("/ledger/overview?view=months", "figure.stack td a"), (list + "/heat", "table.heat td a"), (list, "p.totals a[href*='light=']"),
        })
        {
            var found = (await visitor.OpenAsync(path)).All(selector).Select(a => (Href: a.GetAttribute("href")!, Count: Number(a.TextContent))).ToList();
            found.ShouldNotBeEmpty(path);
            links.AddRange(found.Where((_, i) => i % 5 == 0));
        }

        foreach (var (href, count) in links)
            (await RowsAsync(visitor, href)).ToString(CultureInfo.InvariantCulture).ShouldBe(count, href);
    }

    [Fact]
    public async Task What_is_shown_is_exported_with_the_columns_the_person_chose()
    {
        var visitor = await OfficeAsync();
        var page = await visitor.OpenAsync("/ledger/overview?light=alarm");
        page = await visitor.SubmitAsync(page, "form[action$='/columns']", ("column", "gap"));
        page.Text("table.rows thead").ShouldContain("差距");
        page.Text("table.rows thead").ShouldNotContain("承诺");
        page.Address.Query.ShouldContain("light=alarm");

        var csv = await (await visitor.GetAsync(page.One(".overview-export a[href*='csv']").GetAttribute("href")!)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(csv).Trim().Split("\r\n");
        lines[0].ShouldContain("差距");
        (lines.Length - 1).ShouldBe(page.All("tr[data-row]").Count);
        using var workbook = await visitor.GetAsync(page.One(".overview-export a[href*='xlsx']").GetAttribute("href")!);
        workbook.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await visitor.SubmitAsync(page, "form[action$='/columns']", ("column", "reason"));
    }

    [Fact]
    public async Task How_far_a_number_was_verified_is_a_column_somebody_may_choose_and_take_along()
    {
        var visitor = await SignedIn.AsAsync(server, "heyan");
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/ledger/overview"), "form[action$='/columns']", ("column", "verification"));

        page.Text("table.rows thead").ShouldContain("核实程度");
        page.Text("table.rows tbody").ShouldContain("单位自报");
        var csv = Encoding.UTF8.GetString(await (await visitor.GetAsync(page.One(".overview-export a[href*='csv']").GetAttribute("href")!)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        csv.Split("\r\n")[0].ShouldContain("核实程度");
        csv.ShouldContain("单位自报");
    }

    [Fact]
    public async Task A_filter_kept_under_a_name_comes_back_and_goes()
    {
        var visitor = await OfficeAsync();
        var page = await visitor.OpenAsync("/ledger/overview?light=warning");

        page = await visitor.SubmitAsync(page, "form[action$='/filters']", ("name", "我盯的黄灯"));

        page.One(".overview-kept nav a").GetAttribute("href").ShouldBe("/ledger/overview?light=warning");
        page = await visitor.SubmitAsync(page, "form[action$='/drop']");
        page.All(".overview-kept nav a").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_office_reminds_from_the_list_and_a_second_time_is_told_why_not()
    {
        var visitor = await OfficeAsync();
        var page = await visitor.OpenAsync("/ledger/overview?unit=市教育局");
        var pick = page.One("input[name=pick]").GetAttribute("value")!;

        var done = await visitor.SubmitAsync(page, "form[action$='/bulk']", ("pick", pick), ("do", "remind"), ("word", "页面测试"));
        var again = await visitor.SubmitAsync(page, "form[action$='/bulk']", ("pick", pick), ("do", "remind"), ("word", "页面测试"));

        (done.Status, again.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity));
        again.Text("main table").ShouldContain("今天已经催办过");
        (await visitor.SubmitAsync(page, "form[action$='/bulk']", ("pick", ""), ("do", "remind"))).Text("main").ShouldContain("还没有选中");
    }

    [Fact]
    public async Task A_reporter_looks_but_is_offered_nothing_to_act_with()
    {
        var visitor = await SignedIn.AsAsync(server, "jiaoyu");

        var page = await visitor.OpenAsync("/ledger/overview");

        page.All("tr[data-row]").ShouldNotBeEmpty();
        page.All("input[name=pick], form[action$='/bulk']").ShouldBeEmpty();
        (await visitor.OpenAsync("/ledger/overview/units")).All("form[action$='/remind']").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_leader_sees_what_is_red_and_why_with_how_it_came_to_it()
    {
        var visitor = await SignedIn.AsAsync(server, "fushizhang");

        var page = await visitor.OpenAsync("/ledger/leader");

        page.Title.ShouldBe("我的事项");
        var red = page.One("section[aria-label='亮红灯']");
        red.QuerySelectorAll(".leader-row").Length.ToString(CultureInfo.InvariantCulture).ShouldBe(red.QuerySelector(".count")!.TextContent);
        red.TextContent.ShouldContain("慢于序时进度");
        red.QuerySelectorAll(".trend .mark").Length.ShouldBeGreaterThan(1);
        red.QuerySelectorAll("article").Length.ShouldBe(red.QuerySelectorAll(".leader-said").Length);
        red.TextContent.ShouldContain("需协调");
        red.TextContent.ShouldContain("6月月报");
        page.One(".leader-asks a").GetAttribute("href").ShouldNotBeNull()[1..].ShouldBeOneOf([.. page.All("article[id]").Select(a => a.Id!)]);
        var report = await visitor.OpenAsync(red.QuerySelector(".leader-said p a")!.GetAttribute("href")!);
        report.All($"[id='{report.Address.Fragment.TrimStart('#')}']").Count.ShouldBe(1, "the words stand where the link leads");
        (await visitor.OpenAsync("/ledger")).One(".bar-nav").TextContent.ShouldContain("我的事项");
        (await (await OfficeAsync()).OpenAsync("/ledger/leader")).Text("main").ShouldContain("还没有由您分管的事项");
    }

    /// <summary>Who names no page lands on the one that is theirs; who has work at the desk, at the desk.</summary>
    [Theory]
    [InlineData("fushizhang", "/ledger/leader")]
    [InlineData("ducha", "/ledger")]
    [InlineData("jiaoyu", "/ledger")]
    [InlineData("heyan", "/ledger")]
    public async Task Everybody_lands_on_the_page_that_is_theirs(string who, string page) =>
        (await (await SignedIn.AsAsync(server, who)).OpenAsync("/")).Address.AbsolutePath.ShouldBe(page);

    [Theory]
    [InlineData("?light=1")]
    [InlineData("?light=nonsense&state=x&kind=9&stage=%00&part=no")]
    [InlineData("?month=2026-13&page=99999&sort=drop")]
    [InlineData("?month=2026&list=01900000000070008000000000000001")]
    [InlineData("?view=board&by=none&bundle=x")]
    [InlineData("?unit=%25%27%22%3C&below=1&q=%25_%27")]
    [InlineData("?view=timeline&page=-3")]
    public async Task Strange_addresses_get_a_page(string query) => (await (await OfficeAsync()).OpenAsync("/ledger/overview" + query)).Status.ShouldBe(HttpStatusCode.OK);

    private static string Number(string text) => new(text.Where(char.IsAsciiDigit).ToArray());
}
