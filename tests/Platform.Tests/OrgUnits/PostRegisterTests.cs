using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.OrgUnits;

public sealed class PostRegisterTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_closed_post_ends_its_holder_its_deputy_and_its_roles(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, holder) = await city.OfficialAsync(city.Education, "办公室主任", "岳文", Role.Reporter);
        var (_, other) = await city.OfficialAsync(city.Education, "基教科科长", "云舒");
        City.Ok(await city.Get<PostRegister>().DeputiseAsync(post, other, Today, Today.AddDays(20), "外出学习", City.Admin, Stop));

        City.Ok(await city.Get<PostRegister>().CloseAsync(post, Today.AddDays(5), City.Admin, "海编〔2026〕8号", Stop));

        var db = city.Get<LuoshiDb>();
        (await db.Set<PostHolding>().SingleAsync(h => h.PostId == post, Stop)).Until.ShouldBe(Today.AddDays(5));
        (await db.Set<PostDeputy>().SingleAsync(d => d.PostId == post, Stop)).Until.ShouldBe(Today.AddDays(5));
        (await db.Set<RoleBinding>().SingleAsync(b => b.PostId == post, Stop)).Until.ShouldBe(Today.AddDays(5));
        (await city.Get<AccessService>().MayAsync(holder, Role.Reporter, city.Education, Stop)).ShouldBeTrue("until the last day");
        city.Clock.Advance(TimeSpan.FromDays(6));
        await using var later = city.Database.Scope();
        (await later.ServiceProvider.GetRequiredService<AccessService>().MayAsync(holder, Role.Reporter, city.Education, Stop)).ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task A_deputy_is_someone_else_has_a_reason_and_can_end_early(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, holder) = await city.OfficialAsync(city.Education, "办公室主任", "岳文", Role.Reporter);
        var (_, other) = await city.OfficialAsync(city.Education, "基教科科长", "云舒");
        var posts = city.Get<PostRegister>();

        (await posts.DeputiseAsync(post, holder, Today, Today, "病假", City.Admin, Stop)).Refusal!.Code.ShouldBe("org.own_deputy");
        (await posts.DeputiseAsync(post, other, Today, Today, " ", City.Admin, Stop)).Refusal!.Code.ShouldBe("org.needs_reason");
        var deputy = City.Ok(await posts.DeputiseAsync(post, other, Today, Today.AddDays(9), "病假", City.Admin, Stop));
        City.Ok(await posts.EndDeputyAsync(deputy, Today.AddDays(2), City.Admin, Stop));
        (await posts.EndDeputyAsync(deputy, Today.AddDays(3), City.Admin, Stop)).Refusal!.Code.ShouldBe("org.no_deputy");
    }

    [Theory, DatabaseData]
    public async Task A_unit_closes_with_its_posts_but_not_over_units_below_or_open_work(DatabaseKind kind)
    {
        var open = new List<OpenWork> { new(Guid.NewGuid(), new Words("事项", "item"), "老旧小区改造") };
        await using var city = await City.FoundAsync(kind, services => services.AddOpenWork((_, _, _) => Task.FromResult<IReadOnlyList<OpenWork>>(open)));
        var (post, _) = await city.OfficialAsync(city.Education, "办公室主任", "岳文", Role.Reporter);
        var units = city.Get<UnitRegister>();

        (await units.CloseAsync(city.District, Today, City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("org.has_units");
        (await units.CloseAsync(city.Education, Today, City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("org.has_work");
        open.Clear();
        (await units.CloseAsync(city.Education, City.Founded.AddDays(-1), City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("org.end_before_start");
        City.Ok(await units.CloseAsync(city.Education, Today, City.Admin, cancellation: Stop));

        (await city.Get<OrgDirectory>().PostsAsync(Today.AddDays(1), cancellation: Stop)).ShouldNotContain(p => p.Id == post);
        (await city.Get<OrgDirectory>().UnitsAsync(Today.AddDays(1), cancellation: Stop)).ShouldNotContain(u => u.Id == city.Education);
    }

    [Theory, DatabaseData]
    public async Task After_a_split_each_post_acts_on_the_unit_it_went_to(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (schools, sports) = (await city.UnitAsync("海岳市学校局", city.Root), await city.UnitAsync("海岳市体育局", city.Root));
        var (stays, clerk) = await city.OfficialAsync(city.Education, "基教科科长", "云舒", Role.Reporter);
        var (moves, coach) = await city.OfficialAsync(city.Education, "体育科科长", "岳文", Role.Reporter);
        var plan = new ReorganisationPlan { Ending = [city.Education], MainSuccessor = schools, Posts = new Dictionary<Guid, Guid> { [moves] = sports }, On = Today, Basis = "海编〔2026〕6号" };

        City.Ok(await city.Get<Reorganisation>().CarryOutAsync(plan, City.Admin, Stop));

        var access = city.Get<AccessService>();
        (await access.MayAsync(clerk, Role.Reporter, schools, Stop)).ShouldBeTrue();
        (await access.MayAsync(clerk, Role.Reporter, sports, Stop)).ShouldBeFalse();
        (await access.MayAsync(coach, Role.Reporter, sports, Stop)).ShouldBeTrue();
        (await access.MayAsync(coach, Role.Reporter, city.Education, Stop)).ShouldBeTrue("reports of the time before still need the hands that answer for them");
        stays.ShouldNotBe(moves);
    }

    [Theory, DatabaseData]
    public async Task Nobody_gives_a_role_to_a_post_of_their_own_and_none_is_given_twice(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (post, person) = await city.OfficialAsync(city.Education, "系统管理员", "岳文", Role.Administrator);
        var account = City.Ok(await city.Get<Luoshi.Platform.Identity.Accounts.AccountRegister>().CreateAsync("yuewen", person, City.Admin, "a sentence to keep", Stop));
        var self = new Luoshi.Platform.Journal.Actor { AccountId = account.AccountId, PostId = post, Name = "岳文" };
        var roles = city.Get<RoleBindings>();

        (await roles.GrantAsync(new RoleGrant(post, Role.Office, city.Education, Today), self, cancellation: Stop)).Refusal!.Code.ShouldBe("access.own_role");
        (await roles.GrantAsync(new RoleGrant(post, Role.Administrator, city.Education, Today), City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("access.already");
        var limited = City.Ok(await roles.GrantAsync(new RoleGrant(post, Role.Auditor, city.Education, Today, Today.AddDays(3)), City.Admin, "巡视", Stop));
        City.Ok(await roles.UnbindAsync(limited, Today, City.Admin, "提前结束", Stop));
        (await roles.UnbindAsync(limited, Today, City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("access.no_binding");
    }
}
