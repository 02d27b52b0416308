using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.OrgUnits;

/// <summary>海岳市 with its education bureau and the district 云栖区 with one of its own.</summary>
internal sealed class City : IAsyncDisposable
{
    public static readonly DateOnly Founded = new(2025, 1, 1);
    public static readonly Actor Admin = Actor.System("测试");

    private City(TestDatabase database, FakeClock clock, AsyncServiceScope scope) => (Database, Clock, Scope) = (database, clock, scope);

    public TestDatabase Database { get; }

    public FakeClock Clock { get; }

    public AsyncServiceScope Scope { get; }

    public Guid Root { get; private set; }

    public Guid Education { get; private set; }

    public Guid District { get; private set; }

    public Guid DistrictEducation { get; private set; }

    public static async Task<City> FoundAsync(DatabaseKind kind, Action<IServiceCollection>? more = null)
    {
        var clock = FakeClock.At(2026, 6, 30);
        var database = await TestDatabase.CreateAsync(kind, (services, options) =>
        {
            services.AddSingleton<TimeProvider>(clock).AddPlatform(options);
            more?.Invoke(services);
        });
        var city = new City(database, clock, database.Scope());
        city.Root = await city.UnitAsync("海岳市人民政府", null, "990100");
        city.Education = await city.UnitAsync("海岳市教育局", city.Root);
        city.District = await city.UnitAsync("云栖区人民政府", city.Root, "990102");
        city.DistrictEducation = await city.UnitAsync("云栖区教育局", city.District);
        return city;
    }

    public T Get<T>()
        where T : notnull => Scope.ServiceProvider.GetRequiredService<T>();

    public async Task<Guid> UnitAsync(string name, Guid? parent, string? division = null) =>
        Ok(await Get<UnitRegister>().AddAsync(new NewUnit { Name = name, ParentId = parent, Division = division, From = Founded }, Admin));

    public async Task<(Guid Post, Guid Person)> OfficialAsync(Guid unit, string title, string name, params Role[] roles)
    {
        var post = Ok(await Get<PostRegister>().AddAsync(unit, title, Founded, Admin));
        var person = Ok(await Get<PostRegister>().AddPersonAsync(name, phone: null, email: null, Admin));
        Ok(await Get<PostRegister>().AppointAsync(post, person, Founded, until: null, Admin));
        foreach (var role in roles)
            Ok(await Get<RoleBindings>().BindAsync(post, role, unit, Founded, Admin));
        return (post, person);
    }

    public static T Ok<T>(Outcome<T> outcome) => outcome.Value;

    public async ValueTask DisposeAsync()
    {
        await Scope.DisposeAsync();
        await Database.DisposeAsync();
    }
}
