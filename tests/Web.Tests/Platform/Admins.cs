using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

/// <summary>Governments of their own on the shared server, each with one person who can sign in.</summary>
internal static class Admins
{
    public const string Password = "tuesday market 8";

    public static readonly DateOnly From = new(2020, 1, 1);
    public static readonly Actor Maker = Actor.System("测试");

    /// <summary>A top unit of the name with a post that has the role, and the unit.</summary>
    public static async Task<Guid> CreateAsync(RunningServer server, string name, params Role[] roles)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (services, stop) = (scope.ServiceProvider, TestContext.Current.CancellationToken);
        var unit = (await services.GetRequiredService<UnitRegister>().AddAsync(new NewUnit { Name = name, From = From }, Maker, cancellation: stop)).Value;
        var posts = services.GetRequiredService<PostRegister>();
        var post = (await posts.AddAsync(unit, "专员", From, Maker, stop)).Value;
        var person = (await posts.AddPersonAsync(name + "专员", phone: null, email: null, Maker, stop)).Value;
        (await posts.AppointAsync(post, person, From, until: null, Maker, cancellation: stop)).Refusal.ShouldBeNull();
        foreach (var role in roles)
            (await services.GetRequiredService<RoleBindings>().BindAsync(post, role, unit, From, Maker, stop)).Refusal.ShouldBeNull();
        (await services.GetRequiredService<AccountRegister>().CreateAsync(name, person, Maker, Password, stop)).Refusal.ShouldBeNull();
        return unit;
    }

    public static async Task<Visitor> SignInAsync(RunningServer server, string name)
    {
        var visitor = new Visitor(server);
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", name), ("password", Password));
        return visitor;
    }
}
