using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Identity;

public sealed class SessionTests
{
    [Theory, DatabaseData]
    public async Task A_session_is_listed_and_ends_when_told(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        var (here, there) = (await StartAsync(city, account.AccountId), await StartAsync(city, account.AccountId));
        var sessions = city.Get<SessionRegister>();

        (await sessions.OfAsync(account.AccountId, TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        (await sessions.EndAsync(Guid.CreateVersion7(), there, TestContext.Current.CancellationToken)).ShouldBeFalse("it is not that account's");
        (await sessions.EndAsync(account.AccountId, there, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await sessions.CheckAsync(there, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await sessions.CheckAsync(here, TestContext.Current.CancellationToken))!.Identity!.Name.ShouldBe("岳文");
    }

    [Theory, DatabaseData]
    public async Task All_others_end_at_once_and_this_one_stays(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        var here = await StartAsync(city, account.AccountId);
        await StartAsync(city, account.AccountId);
        await StartAsync(city, account.AccountId);

        (await city.Get<SessionRegister>().EndOthersAsync(account.AccountId, here, TestContext.Current.CancellationToken)).ShouldBe(2);

        (await city.Get<SessionRegister>().OfAsync(account.AccountId, TestContext.Current.CancellationToken)).Single().Id.ShouldBe(here);
    }

    [Theory, DatabaseData]
    public async Task A_session_idles_out_and_grows_old(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        var (idle, busy) = (await StartAsync(city, account.AccountId), await StartAsync(city, account.AccountId));
        var sessions = city.Get<SessionRegister>();

        for (var hours = 0; hours < 24; hours += 6)
        {
            city.Clock.Advance(TimeSpan.FromHours(6));
            (await sessions.CheckAsync(busy, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        }

        (await sessions.CheckAsync(idle, TestContext.Current.CancellationToken)).ShouldBeNull();
        for (var hours = 24; hours < 24 * 8; hours += 6)
        {
            city.Clock.Advance(TimeSpan.FromHours(6));
            await sessions.CheckAsync(busy, TestContext.Current.CancellationToken);
        }

        (await sessions.CheckAsync(busy, TestContext.Current.CancellationToken)).ShouldBeNull("a week is the longest");
    }

    [Theory, DatabaseData]
    public async Task A_closed_account_is_out_at_the_next_request(DatabaseKind kind)
    {
        await using var city = await SignInTests.FoundAsync(kind);
        var account = await SignInTests.AccountAsync(city);
        var session = await StartAsync(city, account.AccountId);

        City.Ok(await city.Get<AccountRegister>().DisableAsync(account.AccountId, disabled: true, City.Admin, cancellation: TestContext.Current.CancellationToken));

        (await city.Get<SessionRegister>().CheckAsync(session, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task The_first_administrator_of_an_empty_installation_can_administer_all_of_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, (services, options) => services.AddPlatform(options));
        await using var scope = database.Scope();

        var made = City.Ok(await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync("admin", "岳文", "海岳市人民政府", cancellation: TestContext.Current.CancellationToken));

        var view = (await scope.ServiceProvider.GetRequiredService<AccountRegister>().AllAsync(TestContext.Current.CancellationToken)).Single();
        view.Id.ShouldBe(made.AccountId);
        view.MustChangePassword.ShouldBeTrue();
        (await scope.ServiceProvider.GetRequiredService<AccessService>().OfAsync(view.PersonId, cancellation: TestContext.Current.CancellationToken))!.Roles.ShouldBe([Role.Administrator]);
        (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync("admin", "云舒", "x", cancellation: TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("identity.name_taken");
    }

    private static async Task<Guid> StartAsync(City city, Guid account) =>
        (await city.Get<SessionRegister>().StartAsync(account, "password", "127.0.0.1", "test", TestContext.Current.CancellationToken)).Id(UserClaims.Session)!.Value;
}
