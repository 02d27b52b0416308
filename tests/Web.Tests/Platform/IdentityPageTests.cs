using System.Net;
using Luoshi.Platform.Identity.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

public sealed class IdentityPageTests(RunningServer server)
{
    private const string Password = "tuesday market 8";

    [Fact]
    public async Task A_given_password_leads_to_a_password_of_ones_own_and_then_in()
    {
        var account = await CreateAsync("first-time", password: null);
        using var visitor = new Visitor(server);

        var choose = await SignInAsync(visitor, account.UserName, account.Password);
        choose.Title.ShouldBe("请设置自己的密码");
        var refused = await visitor.SubmitAsync(choose, "form[action^='/sign-in/password']", ("password", "short"), ("again", "short"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".field-error").ShouldContain("至少 10 个字符");
        await visitor.SubmitAsync(refused, "form[action^='/sign-in/password']", ("password", Password), ("again", Password));

        (await visitor.OpenAsync("/account")).Title.ShouldBe("我的账号");
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_why()
    {
        await CreateAsync("mistyped", Password);
        using var visitor = new Visitor(server);

        var page = await SignInAsync(visitor, "mistyped", "wrong");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.One("input[name=name]").GetAttribute("value").ShouldBe("mistyped");
        page.One("input[name=password]").HasAttribute("value").ShouldBeFalse();
        page.Html.ShouldContain("用户名或密码不对");
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        await CreateAsync("returning", Password);
        using var visitor = new Visitor(server);

        var asked = await visitor.OpenAsync("/account");
        asked.Title.ShouldBe("登录");
        var after = await visitor.SubmitAsync(asked, "form[action^='/sign-in']", ("name", "returning"), ("password", Password));

        after.Address.AbsolutePath.ShouldBe("/account");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_never_leads_to_another_host(string target)
    {
        await CreateAsync("careful" + Math.Abs(target.GetHashCode(StringComparison.Ordinal)), Password);
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync("/sign-in?to=" + Uri.EscapeDataString(target));

        var after = await visitor.SubmitAsync(page, "form[action^='/sign-in']", ("name", "careful" + Math.Abs(target.GetHashCode(StringComparison.Ordinal))), ("password", Password));

        after.Address.Host.ShouldBe(server.Address.Host);
    }

    [Fact]
    public async Task A_session_ended_elsewhere_is_over_at_the_next_click()
    {
        await CreateAsync("two-devices", Password);
        using var desk = new Visitor(server);
        using var phone = new Visitor(server);
        await SignInAsync(desk, "two-devices", Password);
        await SignInAsync(phone, "two-devices", Password);

        var account = await desk.OpenAsync("/account");
        account.All("form[action$='/end']").Count.ShouldBe(1);
        await desk.SubmitAsync(account, "form[action$='/end']");

        (await phone.OpenAsync("/account")).Title.ShouldBe("登录");
        (await desk.OpenAsync("/account")).Title.ShouldBe("我的账号");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await CreateAsync("leaving", Password);
        using var visitor = new Visitor(server);
        await SignInAsync(visitor, "leaving", Password);

        await visitor.SubmitAsync(await visitor.OpenAsync("/account"), "form[action='/sign-out']");

        (await visitor.OpenAsync("/account")).Title.ShouldBe("登录");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in/passkey/options")]
    public async Task A_form_from_another_site_is_refused(string path)
    {
        using var visitor = new Visitor(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("name", "x"), new("password", "y")]) };

        (await visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/notices")]
    [InlineData("/account")]
    public async Task Pages_for_people_with_an_account_are_closed_to_others(string path)
    {
        using var visitor = new Visitor(server);

        (await visitor.OpenAsync(path)).Title.ShouldBe("登录");
    }

    [Fact]
    public async Task The_rules_in_force_are_open_to_everyone_in_plain_words()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync("/rules?division=990102");

        page.Html.ShouldContain("海岳市实事督办规则");
        page.Html.ShouldContain("为应完成数的110%及以上：快于序时，绿灯。");
        (await visitor.OpenAsync("/rules?version=none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_day_roots_are_shown_to_everyone()
    {
        await CreateAsync("recorded", Password);
        await server.Services.GetRequiredService<Luoshi.Platform.Journal.JournalSealer>().SealAllAsync(TestContext.Current.CancellationToken);
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync("/journal");

        page.Title.ShouldBe("每日封存值");
        page.All("code").ShouldContain(code => code.TextContent.Length == 64);
    }

    private async Task<NewAccount> CreateAsync(string name, string? password)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(name, "岳文", "青岚市人民政府", password, TestContext.Current.CancellationToken)).Value;
    }

    private static async Task<Seen> SignInAsync(Visitor visitor, string name, string password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", name), ("password", password));
}
