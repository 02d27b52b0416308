using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Items;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class UnitFormsTests
{
    private static readonly UnitView City = Unit("海岳市人民政府");

    private static readonly UnitView[] Tree =
    [
        City, Unit("市教育局", City), Unit("市住房和城乡建设局", City, "市住建局"), Unit("云栖区人民政府", City), Unit("望潮县人民政府", City), Unit("云栖区教育局", City),
        Unit("星野街道办事处", City), Unit("月湾镇人民政府", City),
    ];

    private static readonly UnitForms Forms = new(Tree);

    [Theory]
    [InlineData("教育局", "市教育局")]
    [InlineData("海岳市教育局", "市教育局")]
    [InlineData("住建局", "市住房和城乡建设局")]
    [InlineData("云栖区", "云栖区人民政府")]
    [InlineData("云栖区政府", "云栖区人民政府")]
    public void A_unit_is_known_by_the_other_ways_its_name_is_printed(string printed, string unit) =>
        Forms.Find(printed).Select(u => u.Name).ShouldBe([unit]);

    [Theory]
    [InlineData("体育局")]
    [InlineData("城乡建设局")]
    [InlineData("局")]
    [InlineData("区教育局")]
    [InlineData("县教育局")]
    public void What_is_no_form_of_a_name_is_not_guessed(string printed) => Forms.Find(printed).ShouldBeEmpty();

    [Theory]
    [InlineData("各区（县）政府", "云栖区人民政府、望潮县人民政府")]
    [InlineData("各区县人民政府", "云栖区人民政府、望潮县人民政府")]
    [InlineData("各县（市、区）政府", "云栖区人民政府、望潮县人民政府")]
    [InlineData("各区", "云栖区人民政府")]
    [InlineData("各镇（街道）", "星野街道办事处、月湾镇人民政府")]
    [InlineData("各有关单位", "")]
    [InlineData("云栖区政府", "")]
    public void Words_for_many_governments_stand_for_all_of_them_and_never_for_the_city(string printed, string units) =>
        string.Join('、', Forms.Group(printed).Select(u => u.Name)).ShouldBe(units);

    [Fact]
    public void A_confirmed_group_answers_unit_by_unit_and_never_leads()
    {
        var group = new PrintedName("各区（县）政府", [(Tree[3].Id, "云栖区人民政府"), (Tree[4].Id, "望潮县人民政府")]) { IsGroup = true };
        var found = new NamesFound([new PrintedName("市教育局", [(Tree[1].Id, "市教育局")]), group], [], [.. Tree.Select(u => (u.Id, u.Name))], []);
        var proposal = new Proposal([new ProposedCommitment(1, "教育", null, [new ProposedItem { Number = 1, Name = "学校食堂", Units = [("市教育局", UnitRole.Lead), ("各区（县）政府", UnitRole.Lead)] }])]);

        var (spread, units) = found.Spread(proposal, new Dictionary<string, Guid> { [group.Text] = NamesFound.All });
        spread.Items.Single().Units.ShouldBe([("市教育局", UnitRole.Lead), ("云栖区人民政府", UnitRole.Responsible), ("望潮县人民政府", UnitRole.Responsible)]);
        units["望潮县人民政府"].ShouldBe(Tree[4].Id);

        found.Spread(proposal, new Dictionary<string, Guid>()).Proposal.Items.Single().Units.Count.ShouldBe(2, "what nobody confirmed stays as printed");
        found.UnitsBy(new Dictionary<string, Guid> { [group.Text] = NamesFound.All }).Keys.ShouldBe(["市教育局"]);
    }

    private static UnitView Unit(string name, UnitView? parent = null, string? shortName = null) =>
        new(Guid.CreateVersion7(), name, shortName, parent?.Id, Division: null, new DateOnly(2020, 1, 1), Until: null, Order: 0, RowVersion: 1);
}
