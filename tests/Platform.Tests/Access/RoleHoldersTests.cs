using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;

namespace Luoshi.Platform.Tests.Access;

public sealed class RoleHoldersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_role_is_held_by_grants_on_the_unit_and_above_for_many_units_at_once(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (_, officer) = await city.OfficialAsync(city.Root, "督查员", "岳文", Role.Office);
        var (_, district) = await city.OfficialAsync(city.District, "区督查员", "云舒", Role.Office);
        var (_, bystander) = await city.OfficialAsync(city.Education, "填报员", "星野", Role.Reporter);

        var held = await city.Get<RoleHolders>().OfAsync([city.DistrictEducation, city.Education], [Role.Office], Stop);

        held[city.DistrictEducation].ShouldBe([officer, district], ignoreOrder: true);
        held[city.Education].ShouldBe([officer]);
        (await city.Get<RoleHolders>().PeopleAsync([city.Education], [Role.Approver], Stop))[city.Education].ShouldBe([bystander], "whoever has a post there is told where nobody has the role");
        (await city.Get<RoleHolders>().OfAsync([city.Education], [Role.Approver], Stop))[city.Education].ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task Who_stands_in_holds_it_for_those_days(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, own) = await city.OfficialAsync(city.Education, "局长", "岳文", Role.Approver);
        var deputy = City.Ok(await city.Get<PostRegister>().AddPersonAsync("云舒", null, null, City.Admin, Stop));
        City.Ok(await city.Get<PostRegister>().DeputiseAsync(post, deputy, new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 2), "外出学习", City.Admin, Stop));

        (await city.Get<RoleHolders>().OfAsync([city.Education], [Role.Approver], Stop))[city.Education].ShouldBe([own, deputy], ignoreOrder: true);
        city.Clock.Advance(TimeSpan.FromDays(3));
        (await city.Get<RoleHolders>().OfAsync([city.Education], [Role.Approver], Stop))[city.Education].ShouldBe([own]);
    }
}
