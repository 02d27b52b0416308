using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Access;

public sealed class AccessServiceTests
{
    private static readonly Guid Account = Guid.CreateVersion7();

    [Theory, DatabaseData]
    public async Task A_role_holds_on_its_unit_and_below_and_nowhere_else(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, person) = await city.OfficialAsync(city.District, "区督查室主任", "云舒", Role.Office);

        (await MayAsync(city, person, Role.Office, city.District)).ShouldBeTrue();
        (await MayAsync(city, person, Role.Office, city.DistrictEducation)).ShouldBeTrue();
        (await MayAsync(city, person, Role.Office, city.Root)).ShouldBeFalse("the city is above the district");
        (await MayAsync(city, person, Role.Office, city.Education)).ShouldBeFalse();
        (await MayAsync(city, person, Role.Approver, city.District)).ShouldBeFalse("one role does not bring another");
        var actor = City.Ok(await city.Get<AccessService>().AllowAsync(Account, person, Role.Office, city.DistrictEducation, TestContext.Current.CancellationToken));
        actor.PostId.ShouldBe(post);
        actor.AccountId.ShouldBe(Account);
        actor.Name.ShouldBe("云舒（区督查室主任）");
        (await city.Get<AccessService>().UnitsAsync(person, [Role.Office], TestContext.Current.CancellationToken)).ShouldBe([city.District, city.DistrictEducation], ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task Whoever_leaves_the_post_loses_the_role_and_the_successor_has_it(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, person) = await city.OfficialAsync(city.Education, "填报员", "岳文", Role.Reporter);
        var holding = (await HoldingAsync(city, post))!.Value;
        City.Ok(await city.Get<PostRegister>().EndAsync(holding, new DateOnly(2026, 6, 29), City.Admin, cancellation: TestContext.Current.CancellationToken));
        var next = City.Ok(await city.Get<PostRegister>().AddPersonAsync("云舒", null, null, City.Admin, TestContext.Current.CancellationToken));
        City.Ok(await city.Get<PostRegister>().AppointAsync(post, next, new DateOnly(2026, 6, 30), null, City.Admin, cancellation: TestContext.Current.CancellationToken));

        (await MayAsync(city, person, Role.Reporter, city.Education)).ShouldBeFalse();
        (await MayAsync(city, next, Role.Reporter, city.Education)).ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task A_deputy_acts_for_the_post_on_the_days_of_absence_only(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, _) = await city.OfficialAsync(city.Education, "局长", "岳文", Role.Approver);
        var deputy = City.Ok(await city.Get<PostRegister>().AddPersonAsync("云舒", null, null, City.Admin, TestContext.Current.CancellationToken));
        City.Ok(await city.Get<PostRegister>().DeputiseAsync(post, deputy, new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 2), "外出学习", City.Admin, TestContext.Current.CancellationToken));

        var actor = City.Ok(await city.Get<AccessService>().AllowAsync(Account, deputy, Role.Approver, city.Education, TestContext.Current.CancellationToken));
        actor.Name.ShouldBe("云舒（代理局长）");
        actor.PostId.ShouldBe(post);
        city.Clock.Advance(TimeSpan.FromDays(3));
        (await MayAsync(city, deputy, Role.Approver, city.Education)).ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task A_role_taken_back_ends_after_its_last_day(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, person) = await city.OfficialAsync(city.Education, "填报员", "岳文");
        var binding = City.Ok(await city.Get<RoleBindings>().BindAsync(post, Role.Reporter, city.Education, City.Founded, City.Admin, TestContext.Current.CancellationToken));
        City.Ok(await city.Get<RoleBindings>().UnbindAsync(binding, new DateOnly(2026, 6, 30), City.Admin, cancellation: TestContext.Current.CancellationToken));

        (await MayAsync(city, person, Role.Reporter, city.Education)).ShouldBeTrue();
        city.Clock.Advance(TimeSpan.FromDays(1));
        (await MayAsync(city, person, Role.Reporter, city.Education)).ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task Strangers_and_unknown_units_are_refused(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (_, person) = await city.OfficialAsync(city.Root, "管理员", "岳文", Role.Administrator);

        (await MayAsync(city, Guid.CreateVersion7(), Role.Administrator, city.Root)).ShouldBeFalse();
        (await MayAsync(city, person, Role.Administrator, Guid.CreateVersion7())).ShouldBeFalse();
        (await city.Get<AccessService>().AllowAsync(Account, person, Role.Office, city.Root, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("access.denied");
    }

    private static async Task<bool> MayAsync(City city, Guid person, Role role, Guid unit)
    {
        // Its own scope: what was allowed is remembered for one request only.
        await using var scope = city.Database.Scope();
        return await scope.ServiceProvider.GetRequiredService<AccessService>().MayAsync(person, role, unit, TestContext.Current.CancellationToken);
    }

    private static async Task<Guid?> HoldingAsync(City city, Guid post)
    {
        await using var db = city.Database.Open();
        return db.Set<PostHolding>().Single(h => h.PostId == post).Id;
    }
}
