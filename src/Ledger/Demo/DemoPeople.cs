using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Demo;

/// <param name="Name">Says itself that nobody is meant.</param>
internal sealed record DemoPerson(string UserName, string Name, string Post, string Unit, Role Role, string English);

/// <summary>The units of the fictional city, and the few people a visitor can be.</summary>
internal sealed class DemoPeople(UnitRegister units, PostRegister posts, RoleBindings roles, AccountRegister accounts)
{
    /// <summary>Known to everybody, and only ever made on a demonstration that listens to this machine alone.</summary>
    private const string Password = "Haiyue-Shili-2026";

    private const string OfficeUnit = "海岳市人民政府督查室";

    private static readonly DemoPerson[] People =
    [
        new("ducha", "示例督查员", "督查员", OfficeUnit, Role.Office, "Inspection officer"),
        new("shenyue", "示例复核员", "审定员", OfficeUnit, Role.Office, "Second officer"),
        new("guanli", "示例管理员", "系统管理员", OfficeUnit, Role.Administrator, "Administrator"),
        new("fushizhang", "示例副市长", "分管副市长", "海岳市人民政府", Role.Leader, "Deputy mayor"),
        new("zhujian", "示例住建填报员", "填报员", "市住房和城乡建设局", Role.Reporter, "Housing: reporter"),
        new("zhujian-fu", "示例住建负责人", "分管副局长", "市住房和城乡建设局", Role.Approver, "Housing: approver"),
        new("jiaoyu", "示例教育填报员", "填报员", "市教育局", Role.Reporter, "Education: reporter"),
        new("jiaoyu-er", "示例教育统计员", "统计员", "市教育局", Role.Reporter, "Education: second reporter"),
        new("jiaoyu-fu", "示例教育负责人", "分管副局长", "市教育局", Role.Approver, "Education: approver"),
        new("minzheng", "示例民政填报员", "填报员", "市民政局", Role.Reporter, "Civil affairs: reporter"),
        new("minzheng-er", "示例民政统计员", "统计员", "市民政局", Role.Reporter, "Civil affairs: second reporter"),
        new("minzheng-fu", "示例民政负责人", "分管副局长", "市民政局", Role.Approver, "Civil affairs: approver"),
        new("heyan", "示例核验员", "核验员", OfficeUnit, Role.Inspector, "Verifier"),
    ];

    /// <summary>Who a visitor can be.</summary>
    public static IReadOnlyList<DemoSignIn> SignIns { get; } = [.. People.Select(p => new DemoSignIn(p.UserName, Password, $"{p.Unit}{p.Post}", new Words(p.Name["示例".Length..], p.English), p.Role))];

    private static readonly Actor Maker = Actor.System("示例数据");
    private static readonly DateOnly Since = new(2024, 1, 1);

    public Dictionary<string, Guid> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>The city's bureaus whose reporters a visitor can be.</summary>
    public HashSet<Guid> Reporting { get; } = [];

    /// <summary>The bureaus of the districts that work for them.</summary>
    public HashSet<Guid> UnderReporting { get; } = [];

    public Guid OfficePost { get; private set; }

    /// <summary>分管副市长, who leads some of the items.</summary>
    public Guid LeaderPost { get; private set; }

    /// <summary>Who looks at results on site.</summary>
    public Guid InspectorPost { get; private set; }

    public async Task MakeAsync(CancellationToken cancellation)
    {
        var city = await UnitAsync("海岳市人民政府", null, "990100", cancellation);
        await UnitAsync(OfficeUnit, city, null, cancellation);
        foreach (var bureau in DemoWork.Bureaus)
            await UnitAsync("市" + bureau, city, null, cancellation);
        foreach (var district in DemoWork.Districts)
        {
            var government = await UnitAsync(district + "人民政府", city, null, cancellation);
            foreach (var bureau in DemoWork.Bureaus)
                await UnitAsync(district + bureau, government, null, cancellation);
        }

        foreach (var bureau in DemoWork.Bureaus.Where(b => People.Any(p => p.Role == Role.Reporter && p.Unit == "市" + b)))
        {
            Reporting.Add(Units["市" + bureau]);
            foreach (var unit in DemoWork.Districts.Select(d => d + bureau))
            {
                UnderReporting.Add(Units[unit]);
                await DistrictReporterAsync(unit, Units[unit], cancellation);
            }
        }

        foreach (var person in People)
            await PersonAsync(person, Units[person.Unit], person.Role is Role.Office or Role.Administrator or Role.Leader or Role.Inspector ? city : Units[person.Unit], cancellation);
    }

    /// <summary>Somebody at the post of each district bureau that works for a visitor's: a reminder has whom to reach. They do not sign in.</summary>
    private async Task DistrictReporterAsync(string unit, Guid id, CancellationToken cancellation)
    {
        var post = Taken(await posts.AddAsync(id, "填报员", Since, Maker, cancellation));
        var person = Taken(await posts.AddPersonAsync($"示例{unit}填报员", phone: null, email: null, Maker, cancellation));
        Taken(await posts.AppointAsync(post, person, Since, until: null, Maker, cancellation: cancellation));
        Taken(await roles.BindAsync(post, Role.Reporter, id, Since, Maker, cancellation));
    }

    private async Task<Guid> UnitAsync(string name, Guid? parent, string? division, CancellationToken cancellation) =>
        Units[name] = Taken(await units.AddAsync(new NewUnit { Name = name, ParentId = parent, Division = division, From = Since, Order = Units.Count }, Maker, cancellation: cancellation));

    private async Task PersonAsync(DemoPerson wanted, Guid unit, Guid over, CancellationToken cancellation)
    {
        var post = Taken(await posts.AddAsync(unit, wanted.Post, Since, Maker, cancellation));
        var person = Taken(await posts.AddPersonAsync(wanted.Name, phone: null, email: null, Maker, cancellation));
        Taken(await posts.AppointAsync(post, person, Since, until: null, Maker, cancellation: cancellation));
        Taken(await roles.BindAsync(post, wanted.Role, over, Since, Maker, cancellation));
        Taken(await accounts.CreateAsync(wanted.UserName, person, Maker, Password, cancellation));
        if (wanted.Role == Role.Office)
            OfficePost = post;
        if (wanted.Role == Role.Leader)
            LeaderPost = post;
        if (wanted.Role == Role.Inspector)
            InspectorPost = post;
    }

    private static T Taken<T>(Outcome<T> outcome) => outcome.IsOk ? outcome.Value : throw new InvalidOperationException($"The demonstration could not be made: {outcome.Refusal.English}");
}
