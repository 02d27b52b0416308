using System.Net;
using Luoshi.Platform.Access;

namespace Luoshi.Web.Tests.Platform;

/// <summary>The administrator's work on units and posts, page by page as without script.</summary>
public sealed class UnitPageTests(RunningServer server)
{
    [Fact]
    public async Task A_unit_is_set_up_changed_staffed_and_closed()
    {
        var root = await Admins.CreateAsync(server, "观海市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "观海市");

        var form = await visitor.OpenAsync($"/admin/units/new?under={root}");
        form.One("input[name=parent]").GetAttribute("value").ShouldBe("观海市");
        var refused = await visitor.SubmitAsync(form, "form[action='/admin/units/new']", ("name", "观海市教育局"), ("division", "99"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".field-error").ShouldContain("区划代码");
        refused.One("input[name=name]").GetAttribute("value").ShouldBe("观海市教育局");
        var sheet = await visitor.SubmitAsync(refused, "form[action='/admin/units/new']", ("division", "990155"), ("from", "2026-01-01"));
        sheet.Title.ShouldBe("观海市教育局");
        sheet.Text(".facts").ShouldContain("990155");

        var change = await visitor.OpenAsync(sheet.Address.AbsolutePath + "/change");
        sheet = await visitor.SubmitAsync(change, "form[action$='/change']", ("name", "观海市教育体育局"), ("short", "教体局"), ("basis", "观编〔2026〕1号"));
        sheet.Title.ShouldBe("观海市教育体育局");

        var post = await visitor.SubmitAsync(sheet, "#new-post", ("title", "办公室主任"), ("from", "2026-01-01"));
        post.Title.ShouldBe("办公室主任");
        var appoint = await visitor.OpenAsync(post.Address.AbsolutePath + "/appoint");
        var unknown = await visitor.SubmitAsync(appoint, "form[action$='/appoint']", ("person", "观澜"), ("from", "2026-01-01"));
        unknown.Text(".field-error").ShouldContain("新建人员");
        post = await visitor.SubmitAsync(unknown, "form[action$='/appoint']", ("new", "on"), ("email", "guanlan@example.cn"));
        post.Text("table").ShouldContain("观澜");

        var grant = await visitor.OpenAsync(post.Address.AbsolutePath + "/grant");
        post = await visitor.SubmitAsync(grant, "form[action$='/grant']", ("role", "Reporter"), ("from", "2026-01-01"), ("until", "2026-12-31"));
        post.Text("table").ShouldContain("2026-01-01 至 2026-12-31");
        (await visitor.OpenAsync("/admin/roles?q=" + Uri.EscapeDataString("观海市教育"))).Text("tbody").ShouldContain("填报");

        (await visitor.OpenAsync("/admin/units?q=" + Uri.EscapeDataString("教体局"))).All("tbody tr").Count.ShouldBe(1);
        var close = await visitor.OpenAsync(sheet.Address.AbsolutePath + "/close");
        sheet = await visitor.SubmitAsync(close, "form[action$='/close']", ("last", "2026-06-30"), ("basis", "观编〔2026〕2号"));
        sheet.Text(".facts").ShouldContain("2026-01-01 至 2026-06-30");
        (await visitor.OpenAsync("/admin/units?day=2026-07-01&q=" + Uri.EscapeDataString("教体局"))).All("tbody tr").ShouldBeEmpty();
        (await visitor.OpenAsync("/admin/units?day=2026-06-30&q=" + Uri.EscapeDataString("教体局"))).All("tbody tr").Count.ShouldBe(1);
        var history = await visitor.OpenAsync(sheet.One(".history-tab a").GetAttribute("href")!);
        history.Text("ol.history").ShouldContain("撤销单位");
        history.Text("ol.history").ShouldContain("观编〔2026〕1号");
    }

    [Fact]
    public async Task Two_people_on_one_unit_the_second_is_told_and_loses_nothing()
    {
        var root = await Admins.CreateAsync(server, "听雨市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "听雨市");
        var path = $"/admin/units/{root}/change";
        var (first, second) = (await visitor.OpenAsync(path), await visitor.OpenAsync(path));

        await visitor.SubmitAsync(first, "form[action$='/change']", ("short", "听雨"));
        var conflict = await visitor.SubmitAsync(second, "form[action$='/change']", ("short", "雨市"));

        conflict.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        conflict.Html.ShouldContain("别人刚刚改过");
        conflict.One("input[name=short]").GetAttribute("value").ShouldBe("雨市");
        (await visitor.SubmitAsync(conflict, "form[action$='/change']")).Text(".facts").ShouldContain("雨市");
    }

    [Fact]
    public async Task A_merger_sets_up_the_successor_and_moves_posts_with_their_roles()
    {
        var root = await Admins.CreateAsync(server, "临风市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "临风市");
        var housing = await AddAsync(visitor, root, "临风市住建局");
        var planning = await AddAsync(visitor, root, "临风市规划局");
        var post = await visitor.SubmitAsync(planning, "#new-post", ("title", "规划科科长"), ("from", "2026-01-01"));
        await visitor.SubmitAsync(await visitor.OpenAsync(post.Address.AbsolutePath + "/grant"), "form[action$='/grant']", ("role", "Reporter"), ("from", "2026-01-01"));

        var merge = await visitor.OpenAsync(housing.Address.AbsolutePath + "/merge");
        var refused = await visitor.SubmitAsync(merge, "form[action$='/merge']", ("also", "临风市规划局\n没有的局"), ("main", "临风市住建规划局"), ("new", "on"), ("on", "2026-07-01"), ("basis", "临编〔2026〕5号"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".field-error").ShouldContain("没有的局");
        var successor = await visitor.SubmitAsync(refused, "form[action$='/merge']", ("also", "临风市规划局"));

        successor.Title.ShouldBe("临风市住建规划局");
        successor.Text(".facts").ShouldContain("临风市规划局");
        successor.Text("table").ShouldContain("规划科科长");
        (await visitor.OpenAsync(planning.Address.AbsolutePath)).Text(".facts").ShouldContain("至 2026-06-30");
        (await visitor.OpenAsync(post.Address.AbsolutePath)).Text("table").ShouldContain("临风市住建规划局");
    }

    [Fact]
    public async Task A_split_asks_for_each_post_and_a_refusal_sets_up_nothing()
    {
        var root = await Admins.CreateAsync(server, "望岳市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "望岳市");
        var unit = await AddAsync(visitor, root, "望岳市文体局");
        await visitor.SubmitAsync(unit, "#new-post", ("title", "文化科科长"), ("from", "2026-01-01"));
        await visitor.SubmitAsync(unit, "#new-post", ("title", "体育科科长"), ("from", "2026-01-01"));

        var split = await visitor.OpenAsync(unit.Address.AbsolutePath + "/split");
        var sports = split.All("select").Single(select => split.One($"label[for='{select.Id}']").TextContent.Contains("体育科")).GetAttribute("name")!;
        var refused = await visitor.SubmitAsync(split, "form[action$='/split']", ("main", "望岳市文化局"), ("second", "望岳市体育局"), ("new", "on"), ("on", "2026-07-01"), (sports, "second"), ("basis", ""));
        refused.Text(".field-error").ShouldContain("依据");
        (await visitor.OpenAsync("/admin/units?day=2026-07-01&q=" + Uri.EscapeDataString("望岳市文化局"))).All("tbody tr").ShouldBeEmpty("nothing was stored");

        var main = await visitor.SubmitAsync(refused, "form[action$='/split']", ("basis", "望编〔2026〕1号"));

        main.Title.ShouldBe("望岳市文化局");
        main.Text("table").ShouldContain("文化科科长");
        main.Text("table").ShouldNotContain("体育科科长");
        var other = await visitor.OpenAsync("/admin/units?day=2026-07-01&q=" + Uri.EscapeDataString("望岳市体育局"));
        (await visitor.OpenAsync(other.One("tbody a").GetAttribute("href")!)).Text("table").ShouldContain("体育科科长");
    }

    [Fact]
    public async Task A_deputy_stands_in_for_an_absence_and_ends_early()
    {
        var root = await Admins.CreateAsync(server, "听松市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "听松市");
        var sheet = await visitor.OpenAsync($"/admin/units/{root}");
        var post = await visitor.SubmitAsync(sheet, "#new-post", ("title", "秘书长"), ("from", "2026-01-01"));

        var refused = await visitor.SubmitAsync(await visitor.OpenAsync(post.Address.AbsolutePath + "/deputise"), "form[action$='/deputise']", ("person", "听松市专员"), ("from", "2026-01-01"), ("until", "2099-01-01"), ("reason", " "));
        refused.Text(".field-error").ShouldContain("事由");
        post = await visitor.SubmitAsync(refused, "form[action$='/deputise']", ("reason", "外出学习"));
        post.Text("table").ShouldContain("外出学习");

        post = await visitor.SubmitAsync(post, "form[action*='/deputies/']", ("last", "2026-02-01"));
        post.Text("table").ShouldContain("2026-01-01 至 2026-02-01");
        (await visitor.OpenAsync($"/admin/units/{root}")).Text("table").ShouldNotContain("外出");
    }

    [Fact]
    public async Task An_administrator_of_one_place_cannot_touch_another()
    {
        var own = await Admins.CreateAsync(server, "东篱区", Role.Administrator);
        var other = await Admins.CreateAsync(server, "西岭市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "东篱区");

        (await visitor.OpenAsync($"/admin/units/{own}/change")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var step in new[] { "change", "close", "merge", "split" })
            (await visitor.OpenAsync($"/admin/units/{other}/{step}")).Status.ShouldBe(HttpStatusCode.Forbidden, step);
        var foreign = await visitor.SubmitAsync(await visitor.OpenAsync("/admin/units/new"), "form[action='/admin/units/new']", ("name", "西岭市水利局"), ("parent", "西岭市"));
        foreign.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.OpenAsync($"/admin/units/{other}")).All(".page-actions a").ShouldBeEmpty();
        (await visitor.OpenAsync("/admin/units")).Text("tbody").ShouldNotContain("西岭市");
    }

    [Fact]
    public async Task An_auditor_reads_everything_and_changes_nothing()
    {
        var unit = await Admins.CreateAsync(server, "明镜市", Role.Auditor);
        using var visitor = await Admins.SignInAsync(server, "明镜市");

        foreach (var path in new[] { "/admin", "/admin/units", $"/admin/units/{unit}", "/admin/people", "/admin/roles", "/admin/users", "/admin/sign-on", "/admin/jobs" })
        {
            var page = await visitor.OpenAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.All("main form[method=post]").ShouldBeEmpty(path);
        }

        (await visitor.OpenAsync($"/admin/units/{unit}/change")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<Seen> AddAsync(Visitor visitor, Guid parent, string name) => await visitor.SubmitAsync(
        await visitor.OpenAsync($"/admin/units/new?under={parent}"), "form[action='/admin/units/new']", ("name", name), ("from", "2026-01-01"));
}
