using System.Net;
using Luoshi.Platform.Access;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

public sealed class UserPageTests(RunningServer server)
{
    [Fact]
    public async Task An_account_is_opened_reset_disabled_and_enabled()
    {
        var root = await Admins.CreateAsync(server, "清风市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "清风市");
        var post = await visitor.SubmitAsync(await visitor.OpenAsync($"/admin/units/{root}"), "#new-post", ("title", "秘书"), ("from", "2026-01-01"));
        post = await visitor.SubmitAsync(await visitor.OpenAsync(post.Address.AbsolutePath + "/appoint"), "form[action$='/appoint']", ("person", "清秋"), ("new", "on"), ("from", "2026-01-01"));
        var person = await visitor.OpenAsync(post.All("a[href^='/admin/people/']")[0].GetAttribute("href")!);

        var given = await visitor.SubmitAsync(await visitor.OpenAsync(person.One("a[href^='/admin/users/new']").GetAttribute("href")!), "form[action='/admin/users/new']", ("name", "qingqiu"));
        given.Html.ShouldContain("一次性密码");
        var path = "/admin/users/" + given.One("form[action$='/reset']").GetAttribute("action")!.Split('/')[3];
        (await visitor.OpenAsync(path)).Html.ShouldNotContain("一次性密码 ", customMessage: "it is shown once");

        var reset = await visitor.SubmitAsync(await visitor.OpenAsync(path), "form[action$='/reset']", ("reason", "忘记密码"));
        var password = reset.Text(".notice-title").Split("一次性密码 ")[1].Split('。')[0];
        using var newcomer = new Visitor(server);
        (await newcomer.SubmitAsync(await newcomer.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", "qingqiu"), ("password", password))).Title.ShouldBe("请设置自己的密码");

        var disabled = await visitor.SubmitAsync(await visitor.OpenAsync(path), "form[action$='/disable']", ("reason", "调离"));
        disabled.Text(".page-lead").ShouldContain("已停用");
        (await visitor.OpenAsync("/admin/users?state=disabled&q=qingqiu")).All("tbody tr").Count.ShouldBe(1);
        var enabled = await visitor.SubmitAsync(disabled, "form[action$='/enable']");
        enabled.Text(".page-lead").ShouldContain("待首次登录");
        var history = await visitor.OpenAsync(enabled.One(".history-tab a").GetAttribute("href")!);
        history.Text("ol.history").ShouldContain("调离");
        history.Text("ol.history").ShouldNotContain(password);
    }

    [Fact]
    public async Task A_locked_account_is_unlocked_and_a_device_signed_out_with_a_trace()
    {
        await Admins.CreateAsync(server, "守拙市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "守拙市");
        using var clumsy = new Visitor(server);
        var own = (await visitor.OpenAsync("/admin/users?q=" + Uri.EscapeDataString("守拙市"))).One("tbody a").GetAttribute("href")!;
        for (var i = 0; i < 5; i++)
            await clumsy.SubmitAsync(await clumsy.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", "守拙市"), ("password", "wrong"));

        var locked = await visitor.OpenAsync(own);
        locked.Text(".page-lead").ShouldContain("已锁定");
        var unlocked = await visitor.SubmitAsync(locked, "form[action$='/unlock']");
        unlocked.Text(".page-lead").ShouldContain("正常");
        await clumsy.SubmitAsync(await clumsy.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", "守拙市"), ("password", Admins.Password));
        (await clumsy.OpenAsync("/account")).Title.ShouldBe("我的账号");

        var sheet = await visitor.OpenAsync(own);
        sheet.All("form[action*='/sessions/'][action$='/end']").Count.ShouldBe(3, "two devices and all of them");
        await visitor.SubmitAsync(sheet, "form[action$='/sessions/end']");
        (await clumsy.OpenAsync("/account")).Title.ShouldBe("登录");
        using var back = await Admins.SignInAsync(server, "守拙市");
        var history = await back.OpenAsync("/history/users/" + own.Split('/')[3]);
        history.Text("ol.history").ShouldContain("解除账号锁定");
        history.Text("ol.history").ShouldContain("令设备下线");
    }

    [Fact]
    public async Task An_outside_identity_belongs_to_one_account()
    {
        await Admins.CreateAsync(server, "知行市", Role.Administrator);
        await Admins.CreateAsync(server, "致远市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "知行市");
        using var other = await Admins.SignInAsync(server, "致远市");
        var own = (await visitor.OpenAsync("/admin/users?q=" + Uri.EscapeDataString("知行市"))).One("tbody a").GetAttribute("href")!;
        var second = (await other.OpenAsync("/admin/users?q=" + Uri.EscapeDataString("致远市"))).One("tbody a").GetAttribute("href")!;

        (await visitor.SubmitAsync(await visitor.OpenAsync(own), "form[action$='/link']", ("subject", "sub-4711"))).Text(".facts").ShouldContain("sub-4711");
        var taken = await other.SubmitAsync(await other.OpenAsync(second), "form[action$='/link']", ("subject", "sub-4711"));
        taken.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        taken.Text(".field-error").ShouldContain("已绑定另一个账号");
        (await visitor.OpenAsync("/admin/sign-on")).Text("main ul").ShouldContain("知行市");
        (await visitor.SubmitAsync(await visitor.OpenAsync(own), "form[action$='/unlink']")).Text(".facts").ShouldContain("未绑定");
        (await other.SubmitAsync(taken, "form[action$='/link']")).Text(".facts").ShouldContain("sub-4711");
    }

    [Fact]
    public async Task Nobody_resets_the_password_of_somebody_in_a_place_above()
    {
        await Admins.CreateAsync(server, "高山省", Role.Administrator);
        await Admins.CreateAsync(server, "流水县", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "流水县");
        using var above = await Admins.SignInAsync(server, "高山省");
        var path = (await above.OpenAsync("/admin/users?q=" + Uri.EscapeDataString("高山省"))).One("tbody a").GetAttribute("href")!;
        var page = await visitor.OpenAsync(path);

        page.All("form[action$='/reset']").ShouldBeEmpty();
        var token = (await visitor.OpenAsync("/account")).Token;
        using var request = new HttpRequestMessage(HttpMethod.Post, path + "/reset") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        (await visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Jobs_show_when_they_ran_and_a_message_given_up_is_started_anew()
    {
        await Admins.CreateAsync(server, "晨钟市", Role.Administrator);
        using var visitor = await Admins.SignInAsync(server, "晨钟市");
        var message = Guid.CreateVersion7();
        await using (var db = await server.Services.GetRequiredService<IDbContextFactory<LuoshiDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO platform_outbox (id, channel, address, subject, body, next_try, tries, failed_at, error) VALUES ({message}, 'Mail', 'nobody@example.cn', '催报', 'x', {DateTime.UnixEpoch}, 8, {DateTime.UnixEpoch}, 'no such host')",
                TestContext.Current.CancellationToken);
        }

        var page = await visitor.OpenAsync("/admin/jobs");
        page.Text("table").ShouldContain("platform.outbox");
        page.Text("table").ShouldContain("每 1 分钟");
        page.Text("table").ShouldContain("no such host");
        var again = await visitor.SubmitAsync(page, $"form[action*='{message}']");

        again.Status.ShouldBe(HttpStatusCode.OK);
        again.All($"form[action*='{message}']").ShouldBeEmpty("it is on its way again");
    }
}
