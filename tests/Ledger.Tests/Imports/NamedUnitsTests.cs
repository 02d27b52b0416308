using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Items;

namespace Luoshi.Ledger.Tests.Imports;

public class NamedUnitsTests
{
    [Fact]
    public void Units_behind_their_labels_are_found_with_their_part() =>
        NamedUnits.In("改造供热管网35公里。（牵头单位：市城管局；责任单位：市住建局、各区市）").ShouldBe(
        [
            ("市城管局", UnitRole.Lead), ("市住建局", UnitRole.Responsible), ("各区市", UnitRole.Responsible),
        ]);

    [Fact]
    public void A_label_without_a_colon_names_nobody() => NamedUnits.In("各牵头单位要加强调度").ShouldBeEmpty();
}
