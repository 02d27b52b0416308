using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Identity;

public sealed class PasskeyTests
{
    private const string Origin = "https://luoshi.example";

    [Theory, DatabaseData]
    public async Task A_passkey_is_added_and_signs_in_without_name_or_password(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        using var device = new SoftAuthenticator(Origin);

        City.Ok(await AddAsync(city, account.AccountId, device));
        var progress = City.Ok(await SignInAsync(city, device));

        progress.Next.ShouldBe(NextStep.SignedIn);
        progress.AccountId.ShouldBe(account.AccountId);
        progress.Method.ShouldBe("passkey");
        (await InAsync(city, passkeys => passkeys.OfAsync(account.AccountId))).Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_removed_passkey_and_a_closed_account_open_nothing(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        using var device = new SoftAuthenticator(Origin);
        var id = City.Ok(await AddAsync(city, account.AccountId, device));

        City.Ok(await city.Get<AccountRegister>().DisableAsync(account.AccountId, disabled: true, City.Admin, cancellation: TestContext.Current.CancellationToken));
        (await SignInAsync(city, device)).IsOk.ShouldBeFalse();
        City.Ok(await city.Get<AccountRegister>().DisableAsync(account.AccountId, disabled: false, City.Admin, cancellation: TestContext.Current.CancellationToken));
        (await SignInAsync(city, device)).IsOk.ShouldBeTrue();
        (await InAsync(city, passkeys => passkeys.RemoveAsync(Guid.CreateVersion7(), id, City.Admin))).ShouldBeFalse("it is another account's");
        (await InAsync(city, passkeys => passkeys.RemoveAsync(account.AccountId, id, City.Admin))).ShouldBeTrue();
        (await SignInAsync(city, device)).Refusal!.Code.ShouldBe("identity.passkey_failed");
    }

    [Theory, DatabaseData]
    public async Task A_page_of_another_host_cannot_use_the_key(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        using var forged = new SoftAuthenticator("https://luoshi.example.evil.test");

        (await AddAsync(city, account.AccountId, forged)).IsOk.ShouldBeFalse();
        (await SignInAsync(city, forged)).IsOk.ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task An_unknown_device_an_old_question_and_rubbish_are_refused(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        using var device = new SoftAuthenticator(Origin);
        using var stranger = new SoftAuthenticator(Origin);
        City.Ok(await AddAsync(city, account.AccountId, device));

        (await SignInAsync(city, stranger)).Refusal!.Code.ShouldBe("identity.passkey_failed");
        var question = await InAsync(city, passkeys => passkeys.AskToSignInAsync(Request()));
        (await InAsync(city, passkeys => passkeys.SignInAsync(question.Ticket, device.Get(question.OptionsJson, challenge: "AAAA"), Request()))).Refusal!.Code.ShouldBe("identity.passkey_failed");
        foreach (var rubbish in (string[])["", "{}", "null", "[]", "not json"])
            (await InAsync(city, passkeys => passkeys.SignInAsync(question.Ticket, rubbish, Request()))).IsOk.ShouldBeFalse();
        city.Clock.Advance(TimeSpan.FromMinutes(6));
        (await InAsync(city, passkeys => passkeys.SignInAsync(question.Ticket, device.Get(question.OptionsJson), Request()))).Refusal!.Code.ShouldBe("identity.step_expired");
        (await InAsync(city, passkeys => passkeys.SignInAsync("forged", "{}", Request()))).Refusal!.Code.ShouldBe("identity.step_expired");
    }

    private static async Task<Outcome<Guid>> AddAsync(City city, Guid account, SoftAuthenticator device)
    {
        var question = await InAsync(city, passkeys => passkeys.AskToAddAsync(account, "岳文", Request()));
        return await InAsync(city, passkeys => passkeys.AddAsync(account, question.Ticket, device.Create(question.OptionsJson), "办公室电脑", Request(), City.Admin));
    }

    private static async Task<Outcome<SignInProgress>> SignInAsync(City city, SoftAuthenticator device)
    {
        var question = await InAsync(city, passkeys => passkeys.AskToSignInAsync(Request()));
        return await InAsync(city, passkeys => passkeys.SignInAsync(question.Ticket, device.Get(question.OptionsJson), Request()));
    }

    private static DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = ("https", new HostString("luoshi.example"));
        http.Request.Headers.Origin = Origin;
        return http;
    }

    private static async Task<T> InAsync<T>(City city, Func<PasskeyRegister, Task<T>> step)
    {
        await using var scope = city.Database.Scope();
        return await step(scope.ServiceProvider.GetRequiredService<PasskeyRegister>());
    }
}
