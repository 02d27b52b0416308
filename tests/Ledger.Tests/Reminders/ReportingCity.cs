using System.Security.Claims;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Documents;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Luoshi.Ledger.Tests.Reminders;

/// <summary>海岳市 with one list, one bureau that reports, and the people who are told; the rules of 990100: due on the 20th, next working day.</summary>
internal sealed class ReportingCity : IAsyncDisposable
{
    private static readonly Actor Maker = Actor.System("测试");
    private static readonly DateOnly Since = new(2026, 1, 1);

    private ReportingCity(TestDatabase database, FakeClock clock) => (Database, Clock) = (database, clock);

    public TestDatabase Database { get; }

    public FakeClock Clock { get; }

    public Guid Bureau { get; private set; }

    public Guid Reporter { get; private set; }

    public Guid Approver { get; private set; }

    public Guid Officer { get; private set; }

    public Guid Leader { get; private set; }

    public Guid List { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ReportingCity> FoundAsync(DatabaseKind kind, int month = 6, int day = 1)
    {
        var clock = FakeClock.At(2026, month, day);
        var city = new ReportingCity(await TestDatabase.CreateAsync(kind, (services, options) => services.AddSingleton<TimeProvider>(clock).AddPlatform(options).AddLedger().AddDocuments().AddScoped<UiContext>()), clock);
        var root = Ok(await city.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = "海岳市人民政府", Division = "990100", From = Since }, Maker, cancellation: Stop)));
        city.Bureau = Ok(await city.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = "市住建局", ParentId = root, From = Since }, Maker, cancellation: Stop)));
        city.Reporter = (await city.OfficialAsync(city.Bureau, city.Bureau, "填报员", Role.Reporter)).Person;
        city.Approver = (await city.OfficialAsync(city.Bureau, city.Bureau, "副局长", Role.Approver)).Person;
        city.Officer = (await city.OfficialAsync(root, root, "督查员", Role.Office)).Person;
        var (leaderPost, leader) = await city.OfficialAsync(root, root, "副市长", Role.Leader);
        city.Leader = leader;
        var office = LedgerDatabase.Somebody(Hand.Office, root);
        city.List = Ok(await city.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2026年市办实事", Place = "海岳市", Year = 2026, DivisionCode = "990100" }, office, Stop)));
        var proposal = new Proposal([new ProposedCommitment(1, "改善居住条件", Source: null, [new ProposedItem
        {
            Number = 1,
            Name = "老旧小区改造",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = "老旧小区改造", Unit = new PrintedUnit("个"), Promised = 200 }],
        }])]);
        Ok(await city.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(city.List, proposal, new Dictionary<string, Guid> { ["市住建局"] = city.Bureau }, LedgerProcesses.Import), office, Stop)));
        await using var db = LedgerDatabase.Open(city.Database);
        (await db.Set<Item>().SingleAsync(Stop)).LeadPostId = leaderPost;
        await db.SaveChangesAsync(Stop);
        return city;
    }

    /// <summary>A node of the installation that runs the ledger's jobs.</summary>
    public JobRunner Node() => new(
        Database.Services.GetRequiredService<IDbContextFactory<LuoshiDb>>(),
        Database.Services.GetRequiredService<IServiceScopeFactory>(),
        Database.Services.GetServices<JobEntry>().Where(entry => entry.Name.StartsWith("ledger.", StringComparison.Ordinal)),
        Clock,
        NullLogger<JobRunner>.Instance);

    /// <summary>Lets the days pass up to noon of this one; every node looks at the clock each hour.</summary>
    public async Task UntilAsync(int month, int day, params JobRunner[] nodes)
    {
        var end = new DateTime(2026, month, day, 4, 0, 0, DateTimeKind.Utc);
        while (Clock.GetUtcNow().UtcDateTime < end)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunDueAsync(Stop))));
        }
    }

    /// <summary>What the clock told them; that there is a task to sign for was told by whoever filled the list.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(Guid person) =>
        [.. (await DoAsync((NoticeBoard board) => board.OfAsync(person, cancellation: Stop))).Reverse().Select(notice => notice.Text.Chinese).Where(text => !text.StartsWith("请签收", StringComparison.Ordinal))];

    /// <summary>Reports the number and, when asked, has it approved and accepted.</summary>
    public async Task ReportAsync(int month, string value, bool accepted = true)
    {
        var (clerk, leader, office) = (LedgerDatabase.Somebody(Hand.Reporter, Bureau), LedgerDatabase.Somebody(Hand.UnitLeader, Bureau), LedgerDatabase.Somebody(Hand.Office, Bureau));
        await using (var db = Database.Open())
        {
            var indicator = await db.Set<Indicator>().SingleAsync(Stop);
            var typed = new TypedReport { UnitId = Bureau, Period = Period.OfMonth(2026, month), SeenVersion = 0, Lines = [new TypedLine(indicator.Id, value, null)], Notes = [], Submit = true };
            (await DoAsync((SaveReport save) => save.RunAsync(typed, clerk, Stop))).Refusal.ShouldBeNull();
        }

        foreach (var (action, who) in accepted ? [(ReportAction.Approve, leader), (ReportAction.Accept, office)] : Array.Empty<(ReportAction, ActingPerson)>())
        {
            await using var db = Database.Open();
            var report = await db.Set<Luoshi.Ledger.Reports.UnitReport>().OrderByDescending(r => r.PeriodEnd).FirstAsync(Stop);
            (await DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, action, report.RowVersion), who, Stop))).Refusal.ShouldBeNull();
        }
    }

    /// <summary>Another bureau beside this one, and who reports for it.</summary>
    public async Task<(Guid Unit, Guid Reporter)> NeighbourAsync()
    {
        var root = (await DoAsync((OrgDirectory directory) => directory.UnitAsync(Bureau, Stop)))!.ParentId;
        var unit = Ok(await DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = "市教育局", ParentId = root, From = Since }, Maker, cancellation: Stop)));
        return (unit, (await OfficialAsync(unit, unit, "教育填报员", Role.Reporter)).Person);
    }

    /// <summary>Runs in a request this person is signed in for.</summary>
    public async Task<T> AsAsync<T>(Guid person, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Database.Scope();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("account", Guid.NewGuid().ToString()), new Claim("person", person.ToString())], "test"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = user, RequestServices = scope.ServiceProvider };
        return await work(scope.ServiceProvider);
    }

    public async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> work)
        where THandler : notnull
    {
        await using var scope = Database.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private async Task<(Guid Post, Guid Person)> OfficialAsync(Guid unit, Guid over, string title, Role role)
    {
        var post = Ok(await DoAsync((PostRegister posts) => posts.AddAsync(unit, title, Since, Maker, Stop)));
        var person = Ok(await DoAsync((PostRegister posts) => posts.AddPersonAsync("示例" + title, phone: null, email: null, Maker, Stop)));
        Ok(await DoAsync((PostRegister posts) => posts.AppointAsync(post, person, Since, until: null, Maker, cancellation: Stop)));
        Ok(await DoAsync((RoleBindings roles) => roles.BindAsync(post, role, over, Since, Maker, Stop)));
        return (post, person);
    }

    private static T Ok<T>(Outcome<T> outcome) => outcome.Value;
}
