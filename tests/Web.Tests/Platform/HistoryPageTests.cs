using System.Net;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

public sealed class HistoryPageTests(RunningServer server)
{
    [Fact]
    public async Task A_renamed_and_moved_unit_tells_both_in_plain_words_of_both_languages()
    {
        var unit = await Admins.CreateAsync(server, "望舒县", Role.Administrator);
        await RenameAsync(unit, "望舒市", "撤县设市");
        using var visitor = await Admins.SignInAsync(server, "望舒县");

        var chinese = await visitor.OpenAsync($"/history/units/{unit}");
        var english = await visitor.OpenAsync($"/history/units/{unit}?lang=en");

        chinese.Text("ol.history > li:first-child").ShouldContain("修改单位");
        chinese.Text("ol.history > li:first-child").ShouldContain("撤县设市");
        chinese.Text("ol.history > li:first-child dt").ShouldBe("名称");
        chinese.Text("ol.history > li:first-child del").ShouldContain("望舒县");
        chinese.Text("ol.history > li:first-child ins").ShouldContain("望舒市");
        english.Text("ol.history > li:first-child").ShouldContain("Change a unit");
        english.Text("ol.history > li:first-child dt").ShouldBe("name");
    }

    [Fact]
    public async Task No_key_no_column_and_no_code_is_shown()
    {
        var unit = await Admins.CreateAsync(server, "望秋县", Role.Administrator, Role.Office);
        using var visitor = await Admins.SignInAsync(server, "望秋县");

        var page = await visitor.OpenAsync($"/history/units/{unit}");

        page.Text("ol.history").ShouldNotMatch(@"[0-9a-f]{8}-[0-9a-f]{4}|platform_|UnitId|PostId|Administrator|\{|\}");
        page.Text("ol.history").ShouldContain("管理员");
        page.Text("ol.history").ShouldContain("望秋县专员");
    }

    [Theory]
    [InlineData("units")]
    [InlineData("posts")]
    [InlineData("people")]
    [InlineData("users")]
    [InlineData("roles")]
    public async Task History_of_people_and_units_is_closed_to_who_may_not_see_them(string kind)
    {
        var name = "望" + kind;
        var unit = await Admins.CreateAsync(server, name, Role.Reporter);
        using var visitor = await Admins.SignInAsync(server, name);

        (await visitor.OpenAsync($"/history/{kind}/{unit}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_rules_page_leads_to_when_the_edition_was_taken_in()
    {
        await Admins.CreateAsync(server, "望规县", Role.Auditor);
        using var visitor = await Admins.SignInAsync(server, "望规县");

        var rules = await visitor.OpenAsync("/rules?division=990100");
        var page = await visitor.OpenAsync(rules.One(".history-tab a").GetAttribute("href")!);

        page.Text("ol.history").ShouldContain("启用规则版本");
        page.Text("ol.history").ShouldContain("每月报送一次");
    }

    private async Task RenameAsync(Guid unit, string name, string reason)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var change = new UnitChange { UnitId = unit, SeenVersion = 1, Name = name };
        (await scope.ServiceProvider.GetRequiredService<UnitRegister>().ChangeAsync(change, Admins.Maker, reason, TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
    }
}
