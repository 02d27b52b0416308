using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Assessments;

public class PartsAndHistoryTests
{
    [Theory]
    [InlineData(208, new[] { 98, 28, 22, 52, 8 }, true)]
    [InlineData(58, new[] { 25, 28, 5 }, true)]
    [InlineData(40, new[] { 22, 18 }, true)]
    [InlineData(40, new[] { 22, 17 }, false)]
    public void Parts_must_make_their_headline(int headline, int[] parts, bool closes) =>
        PartsCheck.Of(headline, [.. parts.Select(p => (decimal?)p)], new PrintedUnit("处")).ShouldNotBeNull().Closes.ShouldBe(closes);

    [Fact]
    public void A_gap_between_parts_and_headline_is_said_with_its_size() =>
        PartsCheck.Of(5000, [4000, 900], new PrintedUnit("套")).ShouldNotBeNull().Sentence.Chinese.ShouldBe("分项4000＋900＝4900套，与总数5000套相差100套。");

    [Fact]
    public void An_unknown_part_settles_nothing() => PartsCheck.Of(40, [22, null], new PrintedUnit("所")).ShouldBeNull();

    private static LightHistory History(params Light[] lights) =>
        LightHistory.Of(lights.Select((light, i) => new LightOf(Period.OfMonth(2025, i + 1), light)));

    [Fact]
    public void A_red_that_recovered_stays_visible()
    {
        History(Light.Good, Light.Alarm, Light.Warning, Light.Good).RecoveredFrom.ShouldBe(Period.OfMonth(2025, 2));
        History(Light.Alarm, Light.Warning).RecoveredFrom.ShouldBeNull();
        History(Light.Good, Light.Done).RecoveredFrom.ShouldBeNull();
    }

    [Fact]
    public void A_run_of_alarms_knows_when_it_began()
    {
        var history = History(Light.Alarm, Light.Good, Light.Alarm, Light.Alarm);

        history.AlarmSince.ShouldBe(Period.OfMonth(2025, 3));
        history.AlarmsRunning.ShouldBe(2);
    }

    [Fact]
    public void A_contradiction_outweighs_every_confirmation()
    {
        Verifications.Combine([Verification.SelfReported, Verification.Contradicted, Verification.CitizenConfirmed]).ShouldBe(Verification.Contradicted);
        Verifications.Combine([Verification.SelfReported, Verification.Inspected]).ShouldBe(Verification.Inspected);
        Verifications.Combine([]).ShouldBe(Verification.None);
    }

    [Fact]
    public void The_officers_word_stands_beside_the_rules_word()
    {
        var judged = new Judgement(Progress.OnTrack, Light.Good) { Decided = Progress.Behind, DecidedLight = Light.Warning, Reason = "现场抽查发现进度虚报" };

        judged.Progress.ShouldBe(Progress.Behind);
        judged.Suggested.ShouldBe(Progress.OnTrack);
        judged.Differs.ShouldBeTrue();
    }

    [Fact]
    public void A_unit_prints_its_numbers_in_its_own_power()
    {
        PrintedUnit.Parse("万人").Print(184_400).ShouldBe("18.44万人");
        PrintedUnit.Parse("亿元").Print(43_160_000_000m).ShouldBe("431.6亿元");
        PrintedUnit.Parse("处").Print(58).ShouldBe("58处");
        PrintedUnit.Parse("套(户)").Print(5000).ShouldBe("5000套(户)");
    }
}
