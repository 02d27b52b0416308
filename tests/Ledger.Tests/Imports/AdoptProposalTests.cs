using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Items;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class AdoptProposalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_stages_of_one_quantity_stay_together_and_the_lead_unit_reports(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var indicators = await office.IndicatorsAsync();

        indicators[0].QuantityId.ShouldBe(indicators[1].QuantityId);
        indicators.ShouldAllBe(i => i.UnitId == office.Unit);
    }

    [Theory, DatabaseData]
    public async Task A_proposal_with_a_number_twice_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var item = new ProposedItem { Number = 3, Name = "口袋公园" };

        var outcome = await office.AdoptAsync(new Proposal([new ProposedCommitment(2, "实施全域绿化", null, [item, item])]));

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("import.number_twice");
        await using var db = office.Database.Open();
        (await db.Set<Item>().CountAsync(Stop)).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_second_sheet_goes_on_behind_the_first(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var outcome = await office.AdoptAsync(new Proposal([new ProposedCommitment(2, "实施全域绿化", null, [new ProposedItem { Number = 1, Name = "口袋公园", Units = [("市园林局", UnitRole.Lead)] }])]));

        outcome.Value.UnknownUnits.ShouldBe(["市园林局"]);
        await using var db = office.Database.Open();
        (await db.Set<Item>().OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(Stop)).ShouldBe([1, 2]);
    }

    [Theory, DatabaseData]
    public async Task The_lead_official_of_the_sheet_is_stored_with_the_item(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        (await office.AdoptAsync(new Proposal([new ProposedCommitment(2, "实施全域绿化", null, [new ProposedItem { Number = 1, Name = "口袋公园", LeadOfficial = "分管园林的副市长" }])]))).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<Item>().OrderBy(i => i.Number).Select(i => i.LeadOfficial).ToListAsync(Stop)).ShouldBe([null, "分管园林的副市长"]);
    }
}
