using Luoshi.Platform.Identity;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Identity.Totp;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Identity;

public sealed class SignInTests
{
    private const string Password = "tuesday market 8";

    [Theory, DatabaseData]
    public async Task Name_and_password_lead_in_whatever_the_capitals(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city);

        var progress = City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync(" YueWen ", Password)));

        progress.Next.ShouldBe(NextStep.SignedIn);
        progress.AccountId.ShouldBe(account.AccountId);
    }

    [Theory, DatabaseData]
    public async Task A_wrong_name_and_a_wrong_password_sound_alike(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        await AccountAsync(city);

        var noName = await InAsync(city, signIn => signIn.WithPasswordAsync("nobody", Password));
        var noPassword = await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", "wrong"));

        noName.Refusal.ShouldBe(noPassword.Refusal);
    }

    [Theory, DatabaseData]
    public async Task Five_mistakes_lock_for_a_quarter_of_an_hour_even_against_the_right_password(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        await AccountAsync(city);
        for (var i = 0; i < 4; i++)
            (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", "wrong"))).Refusal!.Code.ShouldBe("identity.wrong_password");

        (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", "wrong"))).Refusal!.Code.ShouldBe("identity.locked");
        var locked = await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password));
        locked.Refusal!.Code.ShouldBe("identity.locked");
        locked.Refusal.Chinese.ShouldContain("12:15");
        city.Clock.Advance(TimeSpan.FromMinutes(16));
        (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password))).IsOk.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task Guesses_made_side_by_side_are_all_counted(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        await AccountAsync(city);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", "wrong")))));

        (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password))).Refusal!.Code.ShouldBe("identity.locked");
    }

    [Theory, DatabaseData]
    public async Task A_password_given_out_is_good_for_choosing_another_and_nothing_else(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city, password: null);
        var progress = City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", account.Password)));
        progress.Next.ShouldBe(NextStep.NewPassword);

        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(progress.Ticket, "short", "short"))).Refusal!.Code.ShouldBe("identity.password_short");
        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(progress.Ticket, Password, Password + "x"))).Refusal!.Code.ShouldBe("identity.password_mismatch");
        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(progress.Ticket, account.Password, account.Password))).Refusal!.Code.ShouldBe("identity.password_same");
        City.Ok(await InAsync(city, signIn => signIn.WithNewPasswordAsync(progress.Ticket, Password, Password))).Next.ShouldBe(NextStep.SignedIn);

        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(progress.Ticket, Password + "9", Password + "9"))).Refusal!.Code.ShouldBe("identity.step_expired", "the ticket was for the password now gone");
        (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", account.Password))).IsOk.ShouldBeFalse();
        City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password))).Next.ShouldBe(NextStep.SignedIn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAA")]
    public async Task A_forged_ticket_opens_nothing(string ticket)
    {
        await using var city = await FoundAsync(DatabaseKind.Sqlite);

        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(ticket, Password, Password))).Refusal!.Code.ShouldBe("identity.step_expired");
        (await InAsync(city, signIn => signIn.WithCodeAsync(ticket, "123456"))).Refusal!.Code.ShouldBe("identity.step_expired");
    }

    [Theory, DatabaseData]
    public async Task With_one_time_codes_the_password_alone_is_not_enough_and_a_code_is_good_once(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city);
        var secret = await TurnOnTotpAsync(city, account.AccountId);

        var first = City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password)));
        first.Next.ShouldBe(NextStep.Code);
        (await InAsync(city, signIn => signIn.WithNewPasswordAsync(first.Ticket, Password, Password))).Refusal!.Code.ShouldBe("identity.step_expired", "a ticket opens one step only");
        var used = TotpCode.At(secret, TotpCode.StepOf(city.Clock.GetUtcNow().UtcDateTime));
        (await InAsync(city, signIn => signIn.WithCodeAsync(first.Ticket, used))).Refusal!.Code.ShouldBe("identity.wrong_code", "it was used to turn codes on");

        city.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = TotpCode.At(secret, TotpCode.StepOf(city.Clock.GetUtcNow().UtcDateTime));
        City.Ok(await InAsync(city, signIn => signIn.WithCodeAsync(first.Ticket, code))).Next.ShouldBe(NextStep.SignedIn);
        (await InAsync(city, signIn => signIn.WithCodeAsync(first.Ticket, code))).Refusal!.Code.ShouldBe("identity.wrong_code");
    }

    [Theory, DatabaseData]
    public async Task Wrong_codes_lock_the_account_too(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city);
        await TurnOnTotpAsync(city, account.AccountId);
        var progress = City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password)));

        for (var i = 0; i < 5; i++)
            await InAsync(city, signIn => signIn.WithCodeAsync(progress.Ticket, "abcdef"));

        (await InAsync(city, signIn => signIn.WithCodeAsync(progress.Ticket, "abcdef"))).Refusal!.Code.ShouldBe("identity.locked");
    }

    [Theory, DatabaseData]
    public async Task Neither_password_nor_one_time_secret_is_readable_in_the_database_or_its_journal(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city);
        var secret = await TurnOnTotpAsync(city, account.AccountId);

        await using var db = city.Database.Open();
        var row = await db.Set<Account>().SingleAsync(TestContext.Current.CancellationToken);
        row.PasswordHash!.ShouldNotContain(Password);
        row.TotpSecret!.ShouldNotContain(TotpCode.Base32(secret));
        row.TotpSecret!.ShouldNotContain(Convert.ToHexString(secret));
        var journal = await db.Set<JournalEvent>().Where(e => e.SubjectId == row.Id).ToListAsync(TestContext.Current.CancellationToken);
        journal.ShouldNotBeEmpty();
        journal.ShouldAllBe(e => !(e.Before + e.After).Contains(row.PasswordHash!, StringComparison.Ordinal) && !(e.Before + e.After).Contains(row.TotpSecret!, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_reset_ends_every_session_and_asks_for_a_new_password(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        var account = await AccountAsync(city);
        var session = (await city.Get<SessionRegister>().StartAsync(account.AccountId, "password", "127.0.0.1", "test", TestContext.Current.CancellationToken)).Id(UserClaims.Session)!.Value;

        var given = City.Ok(await city.Get<AccountRegister>().ResetAsync(account.AccountId, City.Admin, "忘记密码", TestContext.Current.CancellationToken));

        (await city.Get<SessionRegister>().CheckAsync(session, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", Password))).IsOk.ShouldBeFalse();
        City.Ok(await InAsync(city, signIn => signIn.WithPasswordAsync("yuewen", given.Password))).Next.ShouldBe(NextStep.NewPassword);
    }

    [Theory, DatabaseData]
    public async Task Names_that_are_taken_or_no_names_are_refused(DatabaseKind kind)
    {
        await using var city = await FoundAsync(kind);
        await AccountAsync(city);
        var person = City.Ok(await city.Get<Luoshi.Platform.OrgUnits.PostRegister>().AddPersonAsync("云舒", null, null, City.Admin, TestContext.Current.CancellationToken));

        (await city.Get<AccountRegister>().CreateAsync("YUEWEN", person, City.Admin, cancellation: TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("identity.name_taken");
        (await city.Get<AccountRegister>().CreateAsync("x y", person, City.Admin, cancellation: TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("identity.bad_name");
        (await city.Get<AccountRegister>().CreateAsync("yunshu", Guid.CreateVersion7(), City.Admin, cancellation: TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("org.no_person");
    }

    /// <summary>As the installation has it, but with hashes quick enough for a test and keys that end with it.</summary>
    internal static Task<City> FoundAsync(DatabaseKind kind) => City.FoundAsync(kind, services =>
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 10);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
    });

    internal static async Task<NewAccount> AccountAsync(City city, string? password = Password)
    {
        var (_, person) = await city.OfficialAsync(city.Education, "填报员", "岳文");
        return City.Ok(await city.Get<AccountRegister>().CreateAsync("yuewen", person, City.Admin, password, TestContext.Current.CancellationToken));
    }

    private static async Task<byte[]> TurnOnTotpAsync(City city, Guid account)
    {
        var totp = city.Get<TotpSetUp>();
        var offer = totp.Offer("yuewen");
        offer.QrSvg.ShouldStartWith("<svg");
        var secret = Decode(offer.Key);
        (await totp.TurnOnAsync(account, offer.Ticket, "abcdef", City.Admin, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("identity.wrong_code");
        City.Ok(await totp.TurnOnAsync(account, offer.Ticket, TotpCode.At(secret, TotpCode.StepOf(city.Clock.GetUtcNow().UtcDateTime)), City.Admin, TestContext.Current.CancellationToken));
        return secret;
    }

    private static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private static async Task<T> InAsync<T>(City city, Func<SignIn, Task<T>> step)
    {
        await using var scope = city.Database.Scope();
        return await step(scope.ServiceProvider.GetRequiredService<SignIn>());
    }
}
