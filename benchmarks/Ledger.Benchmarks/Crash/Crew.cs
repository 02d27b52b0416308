using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <summary>A small government made for the trials: units with a reporter and a leader each, one office, one list.</summary>
internal sealed class Crew(Installed installed)
{
    public const string Password = "tuesday market 8";
    public const string Office = "office";

    private static readonly Actor Maker = Actor.System("trials");
    private static readonly DateOnly Since = new(2025, 1, 1);

    public static string Reporter(int unit) => $"reporter{unit}";

    public static string Leader(int unit) => $"leader{unit}";

    /// <returns>The units in order, each with its indicator.</returns>
    public async Task<IReadOnlyList<(Guid Unit, Guid Indicator)>> MakeAsync(int units)
    {
        var city = await UnitAsync("海岳市人民政府", parent: null);
        await PersonAsync(Office, city, Role.Office);
        var bureaus = new List<Guid>();
        for (var i = 0; i < units; i++)
        {
            bureaus.Add(await UnitAsync($"第{i + 1}局", city));
            await PersonAsync(Reporter(i), bureaus[i], Role.Reporter);
            await PersonAsync(Leader(i), bureaus[i], Role.Approver);
        }

        var officer = new ActingPerson { Person = Guid.NewGuid(), Actor = Maker, Hand = Hand.Office, Unit = city };
        var list = Taken(await installed.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "海岳市2026年市办实事", Place = "海岳市", Year = 2026 }, officer)));
        var proposal = new Proposal([new ProposedCommitment(1, "做好各项实事", Source: null, [.. bureaus.Select((_, i) => Item(i))])]);
        var names = bureaus.Select((id, i) => (Name: $"第{i + 1}局", id)).ToDictionary(b => b.Name, b => b.id, StringComparer.Ordinal);
        Taken(await installed.DoAsync((AdoptProposal adopt) => adopt.RunAsync(new Adoption(list, proposal, names, LedgerProcesses.Import), officer)));
        var indicators = await installed.DoAsync((LuoshiDb db) => db.Set<Indicator>().AsNoTracking().ToListAsync());
        return [.. bureaus.Select(b => (b, indicators.Single(i => i.UnitId == b).Id))];
    }

    private static ProposedItem Item(int number) => new()
    {
        Number = number + 1,
        Name = $"第{number + 1}项实事",
        Units = [($"第{number + 1}局", UnitRole.Lead)],
        Indicators = [new ProposedIndicator { Name = "完成数", Unit = new PrintedUnit("个"), Promised = 1_000_000, Bound = Bound.AtLeast }],
    };

    private async Task<Guid> UnitAsync(string name, Guid? parent) =>
        Taken(await installed.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, ParentId = parent, From = Since }, Maker)));

    private async Task PersonAsync(string name, Guid unit, Role role)
    {
        var post = Taken(await installed.DoAsync((PostRegister posts) => posts.AddAsync(unit, name, Since, Maker)));
        var person = Taken(await installed.DoAsync((PostRegister posts) => posts.AddPersonAsync(name, phone: null, email: null, Maker)));
        Taken(await installed.DoAsync((PostRegister posts) => posts.AppointAsync(post, person, Since, until: null, Maker)));
        Taken(await installed.DoAsync((RoleBindings roles) => roles.BindAsync(post, role, unit, Since, Maker)));
        Taken(await installed.DoAsync((AccountRegister accounts) => accounts.CreateAsync(name, person, Maker, Password)));
    }

    private static T Taken<T>(Outcome<T> outcome) => outcome.IsOk ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.English);
}
