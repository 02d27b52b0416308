using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.OrgUnits;

public sealed class UnitRegisterTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    [Theory, DatabaseData]
    public async Task The_tree_is_listed_parents_first(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);

        var units = await city.Get<OrgDirectory>().UnitsAsync(Today, cancellation: TestContext.Current.CancellationToken);

        units.Select(u => u.Name).ShouldBe(["海岳市人民政府", "云栖区人民政府", "云栖区教育局", "海岳市教育局"]);
        units[1].Division.ShouldBe("990102");
    }

    [Theory, DatabaseData]
    public async Task A_moved_unit_takes_everything_below_it_along(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var moved = await city.Get<UnitRegister>().ChangeAsync(
            new UnitChange { UnitId = city.District, SeenVersion = 1, Name = "云栖区人民政府", ParentId = city.Education }, City.Admin, cancellation: TestContext.Current.CancellationToken);

        moved.IsOk.ShouldBeTrue();
        (await city.Get<OrgDirectory>().SubtreeAsync(city.Education, TestContext.Current.CancellationToken))
            .ShouldBe([city.Education, city.District, city.DistrictEducation], ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task A_unit_cannot_be_placed_under_its_own_child(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var change = new UnitChange { UnitId = city.District, SeenVersion = 1, Name = "云栖区人民政府", ParentId = city.DistrictEducation };

        (await city.Get<UnitRegister>().ChangeAsync(change, City.Admin, cancellation: TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("org.loop");
    }

    [Theory, DatabaseData]
    public async Task A_change_against_an_older_version_is_a_conflict(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var change = new UnitChange { UnitId = city.District, SeenVersion = 1, Name = "云栖区政府", ParentId = city.Root };
        await city.Get<UnitRegister>().ChangeAsync(change, City.Admin, cancellation: TestContext.Current.CancellationToken);

        await using var other = city.Database.Scope();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.ServiceProvider.GetRequiredService<UnitRegister>()
            .ChangeAsync(change with { Name = "云栖区府" }, City.Admin, cancellation: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", null, null, "org.needs_name")]
    [InlineData("海岳市教育局", null, null, "org.same_name")]
    [InlineData("海岳市体育局", "99", null, "org.bad_division")]
    [InlineData("海岳市体育局", null, "91350100M000100Y4Z", "org.bad_credit")]
    public async Task What_is_wrong_is_refused_with_its_reason(string name, string? division, string? credit, string code)
    {
        await using var city = await City.FoundAsync(DatabaseKind.Sqlite);

        var outcome = await city.Get<UnitRegister>().AddAsync(
            new NewUnit { Name = name, ParentId = city.Root, Division = division, CreditCode = credit, From = Today }, City.Admin, cancellation: TestContext.Current.CancellationToken);

        outcome.Refusal!.Code.ShouldBe(code);
    }

    [Theory, DatabaseData]
    public async Task A_merger_ends_both_units_and_hands_over_posts_and_open_work(DatabaseKind kind)
    {
        var handedOver = new List<UnitHandOver>();
        await using var city = await City.FoundAsync(kind, services => services.AddHandOver((_, handOver, _) =>
        {
            handedOver.Add(handOver);
            return Task.CompletedTask;
        }));
        var sports = await city.UnitAsync("海岳市体育局", city.Root);
        var merged = await city.UnitAsync("海岳市教育体育局", city.Root);
        var (post, _) = await city.OfficialAsync(sports, "体育科科长", "岳文");
        var plan = new ReorganisationPlan { Ending = [city.Education, sports], MainSuccessor = merged, On = new DateOnly(2026, 7, 1), Basis = "海编〔2026〕5号" };

        City.Ok(await city.Get<Reorganisation>().CarryOutAsync(plan, City.Admin, TestContext.Current.CancellationToken)).ShouldBe(2);

        var names = (await city.Get<OrgDirectory>().UnitsAsync(new DateOnly(2026, 7, 1), cancellation: TestContext.Current.CancellationToken)).Select(u => u.Name).ToList();
        names.ShouldContain("海岳市教育体育局");
        names.ShouldNotContain("海岳市体育局");
        (await city.Get<OrgDirectory>().UnitsAsync(Today, cancellation: TestContext.Current.CancellationToken)).ShouldContain(u => u.Name == "海岳市体育局", "until the day it still exists");
        (await city.Get<OrgDirectory>().PostsAsync(new DateOnly(2026, 7, 1), [post], TestContext.Current.CancellationToken)).Single().UnitId.ShouldBe(merged);
        handedOver.Select(h => h.FromUnit).ShouldBe([city.Education, sports], ignoreOrder: true);
        handedOver.ShouldAllBe(h => h.ToUnit == merged);
    }

    [Theory, DatabaseData]
    public async Task A_split_gives_each_post_where_the_plan_says(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (schools, sports) = (await city.UnitAsync("海岳市学校局", city.Root), await city.UnitAsync("海岳市体育局", city.Root));
        var (post, _) = await city.OfficialAsync(city.Education, "体育科科长", "岳文");
        var (stays, _) = await city.OfficialAsync(city.Education, "基教科科长", "云舒");
        var plan = new ReorganisationPlan
        {
            Ending = [city.Education],
            MainSuccessor = schools,
            Posts = new Dictionary<Guid, Guid> { [post] = sports },
            On = new DateOnly(2026, 7, 1),
            Basis = "海编〔2026〕6号",
        };

        City.Ok(await city.Get<Reorganisation>().CarryOutAsync(plan, City.Admin, TestContext.Current.CancellationToken));

        var posts = await city.Get<OrgDirectory>().PostsAsync(new DateOnly(2026, 7, 1), [post, stays], TestContext.Current.CancellationToken);
        posts.Single(p => p.Id == post).UnitId.ShouldBe(sports);
        posts.Single(p => p.Id == stays).UnitId.ShouldBe(schools);
    }

    [Theory, DatabaseData]
    public async Task A_unit_with_others_below_it_is_not_ended_over_their_heads(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var plan = new ReorganisationPlan { Ending = [city.District], MainSuccessor = city.Education, On = Today, Basis = "x" };

        (await city.Get<Reorganisation>().CarryOutAsync(plan, City.Admin, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("org.has_units");
        (await city.Get<LuoshiDb>().Set<OrgUnit>().CountAsync(u => u.Until != null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task Two_people_never_hold_one_post_on_the_same_day(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, _) = await city.OfficialAsync(city.Education, "局长", "岳文");
        var next = City.Ok(await city.Get<PostRegister>().AddPersonAsync("云舒", null, null, City.Admin, TestContext.Current.CancellationToken));

        var refused = await city.Get<PostRegister>().AppointAsync(post, next, Today, until: null, City.Admin, cancellation: TestContext.Current.CancellationToken);

        refused.Refusal!.Code.ShouldBe("org.held");
        refused.Refusal.Chinese.ShouldContain("岳文");
    }
}
