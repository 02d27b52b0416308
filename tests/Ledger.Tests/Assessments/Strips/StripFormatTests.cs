using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Assessments.Strips;

public sealed class StripFormatTests
{
    public static TheoryData<string> Numbers => ["0", "-0.50", "33.30", "184400", "9223372036854775807", "9223372036854775808", "79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001"];

    [Theory, MemberData(nameof(Numbers))]
    public void A_number_comes_back_with_every_digit_and_its_scale(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var back = StripFormat.Read(StripFormat.Write([new IndicatorRecord { Indicator = Guid.NewGuid(), Unit = new PrintedUnit("元"), Baseline = value, Values = [new DatedValue(new DateOnly(2025, 6, 30), value)] }]))!;

        decimal.GetBits(back[0].Baseline!.Value).ShouldBe(decimal.GetBits(value));
        decimal.GetBits(back[0].Values[0].Value).ShouldBe(decimal.GetBits(value));
    }

    [Fact]
    public void A_record_comes_back_whole()
    {
        var record = new IndicatorRecord
        {
            Indicator = Guid.NewGuid(),
            Kind = IndicatorKind.Milestone,
            Counting = Counting.InPeriod,
            Direction = Direction.LowerIsBetter,
            IsRated = true,
            Unit = new PrintedUnit("人", 10_000),
            Promised = new TargetValue(200, Bound.About),
            WorkingPlan = 216,
            Deadline = new DateOnly(2025, 11, 30),
            FirstPromised = 250,
            Past = [new PastPromise(new DateOnly(2025, 3, 31), new TargetValue(250, Bound.AtLeast), 260, null), new PastPromise(new DateOnly(2025, 5, 31), null, null, new DateOnly(2025, 12, 31))],
            Plan = [new PlannedAmount(3, 50.5m)],
            Steps = [new DatedStep("开工", new DateOnly(2025, 3, 1), null), new DatedStep("完工", new DateOnly(2025, 9, 1), new DateOnly(2025, 8, 31))],
            Values = [new DatedValue(new DateOnly(2025, 1, 31), 1.0m)],
        };

        var back = StripFormat.Read(StripFormat.Write([record, new IndicatorRecord { Indicator = Guid.NewGuid(), Unit = new PrintedUnit("公里") }]))!;

        back.Length.ShouldBe(2);
        back[1].Unit.ShouldBe(new PrintedUnit("公里"));
        (back[0] with { Past = [], Plan = [], Steps = [], Values = [] }).ShouldBe(record with { Past = [], Plan = [], Steps = [], Values = [] });
        back[0].Past.ShouldBe(record.Past);
        back[0].Plan.ShouldBe(record.Plan);
        back[0].Steps.ShouldBe(record.Steps);
        back[0].Values.ShouldBe(record.Values);
    }

    [Fact]
    public void What_another_version_packed_counts_as_empty() => StripFormat.Read([9, 1, 2, 3]).ShouldBeNull();
}
