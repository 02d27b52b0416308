using System.Net;
using System.Text;
using Luoshi.Platform.Access;

namespace Luoshi.Web.Tests.Platform;

public sealed class ImportPageTests(RunningServer server)
{
    [Fact]
    public async Task A_sheet_is_previewed_with_its_faults_by_cell_and_stored_when_it_has_none()
    {
        await Admins.CreateAsync(server, "采薇市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "采薇市");
        var page = await visitor.OpenAsync("/admin/import");

        var broken = await visitor.SendFileAsync(page, "#import", "file", "名册.csv", Encoding.UTF8.GetBytes("单位,上级单位,区划代码,岗位\n采薇市水利局,采薇市,99O1,局长"));
        broken.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        broken.Text(".notice code").ShouldBe("C2");
        broken.All("input[name=basis]").ShouldBeEmpty("what has faults cannot be stored");

        var preview = await visitor.SendFileAsync(page, "#import", "file", "名册.csv", Encoding.UTF8.GetBytes("单位,上级单位,岗位,姓名,角色\n采薇市水利局,采薇市,局长,采葛,审批"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Text("tbody td:nth-child(2)").ShouldContain("采薇市 › 采薇市水利局");
        (await visitor.OpenAsync("/admin/units?q=" + Uri.EscapeDataString("采薇市水利局"))).All("tbody tr").ShouldBeEmpty("a preview stores nothing");

        var done = await visitor.SubmitAsync(preview, $"form[action='{preview.Address.AbsolutePath}']", ("step", "store"), ("from", "2026-01-01"), ("basis", "采编〔2026〕1号"));
        done.Html.ShouldContain("已导入：新设单位 1 个、岗位 1 个、人员 1 人、授权 1 项。");
        (await visitor.OpenAsync("/admin/units?q=" + Uri.EscapeDataString("采薇市水利局"))).All("tbody tr").Count.ShouldBe(1);
        (await visitor.OpenAsync(preview.Address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a sheet is imported once");
    }

    [Fact]
    public async Task A_name_of_several_units_waits_for_a_choice()
    {
        var root = await Admins.CreateAsync(server, "蒹葭市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "蒹葭市");
        var page = await visitor.OpenAsync("/admin/import");
        var two = await visitor.SendFileAsync(page, "#import", "file", "a.csv", Encoding.UTF8.GetBytes("单位,上级单位\n白露区,蒹葭市\n霜降区,蒹葭市\n蒹葭水务局,白露区\n蒹葭水务局,霜降区"));
        await visitor.SubmitAsync(two, $"form[action='{two.Address.AbsolutePath}']", ("step", "store"), ("from", "2026-01-01"));

        var asked = await visitor.SendFileAsync(page, "#import", "file", "b.csv", Encoding.UTF8.GetBytes("单位,岗位\n蒹葭水务局,河长"));
        asked.All("select[name=choice-0] option").Count.ShouldBe(3);
        var chosen = asked.All("select[name=choice-0] option").Single(option => option.TextContent.Contains("霜降区")).GetAttribute("value")!;
        var clear = await visitor.SubmitAsync(asked, $"form[action='{asked.Address.AbsolutePath}']", ("step", "check"), ("choice-0", chosen));
        clear.Text("tbody").ShouldContain("霜降区 › 蒹葭水务局");
        var done = await visitor.SubmitAsync(clear, $"form[action='{asked.Address.AbsolutePath}']", ("step", "store"), ("from", "2026-01-01"));

        done.Html.ShouldContain("新设单位 0 个、岗位 1 个");
        (await visitor.OpenAsync($"/admin/units/{chosen}")).Text("table").ShouldContain("河长");
        var unclear = await visitor.SubmitAsync(await visitor.OpenAsync($"/admin/units/new?under={root}"), "form[action='/admin/units/new']", ("name", "水文站"), ("parent", "蒹葭水务局"));
        unclear.Text(".field-error").ShouldContain("有 2 个单位叫“蒹葭水务局”");
        unclear.All("select[name=parent] option").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_person_cannot_see_or_import_a_preview()
    {
        await Admins.CreateAsync(server, "鹿鸣市", Role.Administrator);
        await Admins.CreateAsync(server, "呦呦市", Role.Administrator);
        using var owner = await Admins.SignInAsync(server, "鹿鸣市");
        using var other = await Admins.SignInAsync(server, "呦呦市");
        var preview = await owner.SendFileAsync(await owner.OpenAsync("/admin/import"), "#import", "file", "a.csv", Encoding.UTF8.GetBytes("单位,上级单位\n鹿鸣水利局,鹿鸣市"));

        (await other.OpenAsync(preview.Address.AbsolutePath)).Html.ShouldNotContain("鹿鸣水利局");
    }
}
