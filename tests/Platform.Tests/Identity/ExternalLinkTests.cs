using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Identity;

/// <summary>A subject is one person at one service; what was taken back stays for its history and is free again.</summary>
public sealed class ExternalLinkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_subject_belongs_to_one_account_at_its_service_and_to_anybody_at_another(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (first, second) = (await AccountAsync(city, "yuewen"), await AccountAsync(city, "yunshu"));

        (await LinkAsync(city, first, "city", "7")).ShouldBeNull();
        (await LinkAsync(city, second, "city", "7")).ShouldBe("identity.subject_taken");
        (await LinkAsync(city, second, "province", "7")).ShouldBeNull();
        (await LinkAsync(city, first, "city", "")).ShouldBe("identity.bad_subject");
        (await LinkAsync(city, first, "", "8")).ShouldBe("identity.bad_subject");

        (await LinkAsync(city, first, "city", "8")).ShouldBeNull();
        (await LinkAsync(city, second, "city", "7")).ShouldBeNull("the first account has another subject there now");
        (await LinkAsync(city, second, "province", null)).ShouldBeNull();

        await using var db = city.Database.Open();
        (await db.Set<ExternalLink>().Where(l => l.EndedAt == null).OrderBy(l => l.Subject).Select(l => l.Provider + l.Subject).ToListAsync(Stop)).ShouldBe(["city7", "city8"]);
        (await db.Set<ExternalLink>().CountAsync(Stop)).ShouldBe(4, "the two that ended stay");
    }

    private static async Task<Guid> AccountAsync(City city, string name)
    {
        await using var scope = city.Database.Scope();
        return City.Ok(await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateAsync(name, name, "海岳市人民政府", cancellation: Stop)).AccountId;
    }

    private static async Task<string?> LinkAsync(City city, Guid account, string provider, string? subject)
    {
        await using var scope = city.Database.Scope();
        return (await scope.ServiceProvider.GetRequiredService<AccountRegister>().LinkAsync(account, provider, subject, Actor.System("测试"), Stop)).Refusal?.Code;
    }
}
