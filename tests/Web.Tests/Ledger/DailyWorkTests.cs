using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>The daily round: who is late, what is signed, and that a new list is rated without being asked for.</summary>
public sealed class DailyWorkTests(RunningServer server)
{
    [Fact]
    public async Task Only_units_that_can_be_reminded_are_ticked_and_nothing_ticked_is_said_plainly()
    {
        var office = await SignedIn.AsAsync(server, "shenyue");
        var page = await office.OpenAsync("/ledger/overview/units");

        foreach (var row in page.All("tbody tr"))
        {
            var box = row.QuerySelector("input[name=pick]");
            var owes = new[] { "未报", "已退回", "待补报" }.Any(word => row.TextContent.Contains(word, StringComparison.Ordinal));
            (box is not null).ShouldBe(owes && !row.TextContent.Contains("催办送不到", StringComparison.Ordinal), row.TextContent);
        }

        page.All("input[name=pick][checked]").ShouldNotBeEmpty("who has not reported is ticked, whichever filter is set");
        var none = await office.SubmitAsync(page, "form[action$='/remind']", ("pick", ""));
        none.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        none.Address.AbsolutePath.ShouldBe("/ledger/overview/units/remind");
        none.Text(".notice").ShouldContain("没有勾选单位");
        none.One("form[action$='/remind'] table");
    }

    [Fact]
    public async Task A_list_leads_to_its_own_late_units()
    {
        var office = await SignedIn.AsAsync(server, "shenyue");
        var list = (await office.OpenAsync("/ledger")).All("main td a[href^='/ledger/lists/']").Single(a => a.TextContent.Contains("2025年市办实事", StringComparison.Ordinal)).GetAttribute("href")!;

        var own = await office.OpenAsync($"/ledger/overview/units?list={list[^36..]}");

        own.Text("main").ShouldContain("只看清单：海岳市2025年市办实事");
        own.One("a[href='/ledger/overview/units?month=2026-06']").TextContent.ShouldBe("看全部清单的单位");
    }

    [Fact]
    public async Task What_is_signed_stands_on_the_desk_with_its_numbers()
    {
        var office = await SignedIn.AsAsync(server, "shenyue");
        var desk = await office.OpenAsync("/ledger/desk");

        desk.All("table.desk thead th").Select(th => th.TextContent).Take(5).ShouldBe(["选", "单位", "报告期", "疑点", "主要数（上月）"]);
        desk.Text("table.desk td.figures").ShouldMatch(@"共\d+个数，\d+个与上月不同");
        desk.All("table.desk td.figures b").ShouldNotBeEmpty();
        var open = desk.One("table.desk a.desk-open");
        open.TextContent.ShouldStartWith("打开月报");
        (await office.OpenAsync(open.GetAttribute("href")!)).Title.ShouldContain("进展", customMessage: "it can be read before it is signed");
    }

    [Fact]
    public async Task A_new_list_is_rated_with_its_adoption()
    {
        var office = await SignedIn.AsAsync(server, "shenyue");
        var form = await office.OpenAsync("/ledger/new");
        var sheet = "海岳市2026年绿荫行动任务分解表,,\n序号,项目名称,主要内容,牵头单位\n1,林荫路,建设林荫路12条,市城市管理局\n";
        var check = await office.SendFileAsync(form, "form[action='/ledger/lists']", "sheet", "绿荫.csv", Encoding.UTF8.GetBytes(sheet), ("year", "2026"), ("place", "海岳市"), ("division", "990100"), ("title", ""));
        var list = await office.SubmitAsync(check, "form#import", ("action", "adopt"));
        (await office.OpenAsync($"/ledger/overview/units?list={list.Address.Segments[^1]}")).Text("tbody tr a[href^='/ledger/reports/']").ShouldBe("市城市管理局", "the list's only unit");

        var row = (await office.OpenAsync("/ledger")).All("main tbody tr").Single(tr => tr.TextContent.Contains("绿荫行动", StringComparison.Ordinal));
        row.TextContent.ShouldNotContain("尚未评定");
        row.TextContent.ShouldContain("6月");
    }
}
