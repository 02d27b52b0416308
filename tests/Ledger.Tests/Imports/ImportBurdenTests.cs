using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class ImportBurdenTests
{
    [Theory, DatabaseData]
    public async Task The_preview_tells_what_each_unit_is_asked_and_what_it_would_become(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var other = Guid.NewGuid();
        var units = new Dictionary<string, Guid> { ["市住建局"] = office.Unit, ["市水务局"] = other };
        var trees = new ProposedIndicator { Name = "口袋公园", Unit = new PrintedUnit("个"), Promised = 30, Parts = [new ProposedIndicator { Name = "滨河", ReportedBy = "市水务局" }] };
        var proposal = new Proposal([new ProposedCommitment(2, "扩大绿色空间", Source: null, [new ProposedItem { Number = 2, Name = "口袋公园建设", Units = [("市住建局", UnitRole.Lead), ("查无此局", UnitRole.Supporting)], Indicators = [trees] }])]);

        var asked = await office.DoAsync((ImportBurden burden) => burden.OfAsync(proposal, 2025, units, TestContext.Current.CancellationToken));

        // Two numbers and the words on one item stand there; one number and the words on another come.
        asked.Single(a => a.Unit == office.Unit).ShouldBe(new AskedOfUnit(office.Unit, 3, 5));
        asked.Single(a => a.Unit == other).ShouldBe(new AskedOfUnit(other, 0, 2));
    }
}
