using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>From a task sheet to a list with its units: nothing is asked that the sheet or the office's post tells.</summary>
public sealed class NewListTests(RunningServer server)
{
    private const string Sheet = """
        海岳市2026年绿道建设任务分解表,,,,
        序号,项目名称,主要内容,牵头单位,配合单位
        1,滨河绿道,建设绿道18公里,市住建局,市林业发展中心
        2,社区步道,新增步道30公里,市交通运输局,各区（县）政府
        """;

    [Fact]
    public async Task The_form_knows_the_year_and_the_place_and_the_sheet_gives_the_title()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var form = await office.OpenAsync("/ledger/new");
        form.One("[name=year]").GetAttribute("value").ShouldBe("2026");
        form.One("[name=place]").GetAttribute("value").ShouldBe("海岳市");
        form.One("[name=division]").GetAttribute("value").ShouldBe("990100");

        var check = await SendAsync(office, Sheet);
        check.Address.AbsolutePath.ShouldStartWith("/ledger/imports/");
        check.Text(".page-above").ShouldContain("海岳市2026年绿道建设");
        Chosen(check, "市住建局").ShouldContain("市住房和城乡建设局");
        Chosen(check, "市林业发展中心").ShouldStartWith("新建单位");
        Chosen(check, "各区（县）政府").ShouldStartWith("作为责任单位分派到4个");

        var list = await office.SubmitAsync(check, "form#import", ("action", "adopt"));
        list.Text(".notice").ShouldContain("已采纳 2 项");
        list.Text(".steps").ShouldContain("2 个单位");
        var item = await office.OpenAsync(list.One("main a[href^='/ledger/items/']").GetAttribute("href")!);
        item.Text("main").ShouldContain("市林业发展中心", customMessage: "the new unit supports its item");

        var rows = await office.OpenAsync("/ledger/overview?q=滨河绿道");
        rows.Text("tr[data-row] .row-list").ShouldContain("海岳市绿道建设", customMessage: "several lists stand together, so each row says which is its own");
        var own = await office.OpenAsync($"/ledger/overview?q=滨河绿道&list={rows.One("select[name=list] option:not([value=''])").GetAttribute("value")}");
        own.All(".row-list").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_read_or_is_of_another_year_leaves_no_list_behind()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var before = await ListsAsync(office);

        (await SendAsync(office, "没有表格")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var other = await SendAsync(office, Sheet.Replace("2026年", "2024年", StringComparison.Ordinal));
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.One("a[href='#f-year']").TextContent.ShouldContain("2024");
        (await ListsAsync(office)).ShouldBe(before);
    }

    private static async Task<int> ListsAsync(Visitor office) => (await office.OpenAsync("/ledger")).All("main td a[href^='/ledger/lists/'][href$='#next'], main td a[href^='/ledger/lists/'][href$='#work']").Count;

    private static string Chosen(Seen check, string name) =>
        check.All("#import .field").Single(f => f.QuerySelector("label")!.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("option[selected]")!.TextContent;

    private static async Task<Seen> SendAsync(Visitor office, string sheet)
    {
        var form = await office.OpenAsync("/ledger/new");
        return await office.SendFileAsync(form, "form[action='/ledger/lists']", "sheet", "任务表.csv", Encoding.UTF8.GetBytes(sheet), ("year", "2026"), ("place", "海岳市"), ("division", "990100"), ("title", ""));
    }
}
