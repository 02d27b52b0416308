using System.Text;

namespace Luoshi.Web.Tests.Ledger;

public sealed class ImportPreviewTests(RunningServer server)
{
    [Fact]
    public async Task The_preview_tells_who_is_meant_and_what_everybody_will_be_asked()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var sheet = "序号,项目名称,年度目标,牵头单位,责任单位\n1,\"社区食堂\n建设\",新建社区食堂12个,民政局,各区（县）政府\n";

        var preview = await office.SendFileAsync(await office.OpenAsync(list), "form[action$='/sheet']", "sheet", "分解表.csv", Encoding.UTF8.GetBytes(sheet));

        preview.Text("main").ShouldContain("社区食堂建设");
        preview.Text("main").ShouldContain("民政局 → 市民政局");
        var group = preview.One("select[name^=u] option[selected]").TextContent;
        group.ShouldContain("作为责任单位分派到");
        group.ShouldContain("区人民政府");
        var asked = preview.One("#asked tbody tr").TextContent;
        asked.ShouldContain("市民政局");
        var numbers = preview.All("#asked tbody tr:first-child td.num").Select(td => int.Parse(td.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        (numbers[1] - numbers[0]).ShouldBe(2, "a number, and the words on the item");
    }

    [Fact]
    public async Task A_unit_understood_by_a_short_form_may_be_another_one()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var sheet = "序号,项目名称,年度目标,牵头单位\n1,社区食堂建设,新建社区食堂12个,民政局\n";
        var preview = await office.SendFileAsync(await office.OpenAsync(list), "form[action$='/sheet']", "sheet", "分解表.csv", Encoding.UTF8.GetBytes(sheet));

        var field = preview.One("details select[name=u0]");
        field.QuerySelector("option[selected]")!.TextContent.ShouldStartWith("市民政局");
        var other = field.QuerySelectorAll("option").First(o => o.TextContent.StartsWith("市教育局", StringComparison.Ordinal)).GetAttribute("value")!;
        var changed = await office.SubmitAsync(preview, "form:has(select[name=u0])", ("u0", other));

        changed.One("select[name=u0] option[selected]").TextContent.ShouldStartWith("市教育局");
        changed.One("details:has(select[name=u0])").HasAttribute("open").ShouldBeTrue("what was changed is in sight");
        changed.One("#asked tbody tr").TextContent.ShouldContain("市教育局");
        changed.One("#asked").TextContent.ShouldNotContain("市民政局");
    }
}
