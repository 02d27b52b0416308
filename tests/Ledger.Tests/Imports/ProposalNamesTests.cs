using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class ProposalNamesTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void A_typed_name_replaces_the_machines_and_the_rest_stays()
    {
        var typed = new Dictionary<string, string> { ["x-1-1"] = "老旧小区改造完工数" };

        var item = Apply(typed).Value.Items.Single();

        item.Name.ShouldBe("老旧小区改造");
        item.Indicators.Select(i => i.Name).ShouldBe(["老旧小区改造", "老旧小区改造完工数"]);
        item.Indicators[1].StageWord.ShouldBe("完工");
    }

    [Fact]
    public void Nothing_typed_changes_nothing() =>
        Apply(Nothing).Value.Items.Single().Indicators.ShouldBe(Office.Homes.Items.Single().Indicators);

    [Fact]
    public void A_target_is_corrected_before_it_is_adopted()
    {
        var item = Apply(new Dictionary<string, string> { ["t-1-0"] = "不少于180个", ["t-1-1"] = "90" }).Value.Items.Single();

        item.Indicators.Select(i => (i.Promised, i.Bound)).ShouldBe([(180, Bound.AtLeast), (90, Bound.Exact)]);
        Apply(new Dictionary<string, string> { ["t-1-0"] = "无" }).Value.Items.Single().Indicators[0].Promised.ShouldBeNull();
        Apply(new Dictionary<string, string> { ["t-1-0"] = "许多" }).Refusal.ShouldNotBeNull().Where.ShouldBe("t-1-0");
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_at_its_field() =>
        Apply(new Dictionary<string, string> { ["x-1-0"] = new('长', Indicator.MaxName + 1) }).Refusal.ShouldNotBeNull().Where.ShouldBe("x-1-0");

    private static Luoshi.Kernel.Outcomes.Outcome<Proposal> Apply(Dictionary<string, string> typed) =>
        ProposalNames.Apply(Office.Homes, field => typed.GetValueOrDefault(field, ""));
}
