using Luoshi.Kernel.Quantities;

namespace Luoshi.Kernel.Tests.Quantities;

public class IntervalTests
{
    [Fact]
    public void A_printed_number_stands_for_all_that_round_to_it()
    {
        var printed = Interval.Rounded(1.23m, 0.01m);

        printed.Contains(1.225m).ShouldBeTrue();
        printed.Contains(1.235m).ShouldBeFalse();
        Interval.Rounded(196, 0).ShouldBe(Interval.Exact(196));
    }

    [Fact]
    public void Below_zero_halves_round_away_from_zero_as_well()
    {
        var decline = Interval.Rounded(-3.2m, 0.1m);

        decline.Contains(-3.15m).ShouldBeTrue();
        decline.Contains(-3.25m).ShouldBeFalse();
    }

    [Fact]
    public void An_open_end_does_not_touch()
    {
        var low = Interval.Rounded(1, 1);
        var high = Interval.Rounded(2, 1);

        low.Overlaps(high).ShouldBeFalse();
        low.Overlaps(Interval.Exact(0.5m)).ShouldBeTrue();
        Interval.Exact(1.5m).Overlaps(high).ShouldBeTrue();
    }

    [Fact]
    public void Quotients_of_rounded_numbers_cover_the_true_quotient()
    {
        Interval.Rounded(1.23m, 0.01m).TryDivide(Interval.Rounded(2.05m, 0.01m), out var ratio).ShouldBeTrue();

        ratio.Times(100).Overlaps(Interval.Rounded(59.94m, 0.01m)).ShouldBeTrue();
        ratio.LowOpen.ShouldBeTrue();
        ratio.HighOpen.ShouldBeTrue();
    }

    [Fact]
    public void Division_refuses_zero_and_numbers_too_large_to_carry()
    {
        Interval.Exact(1).TryDivide(Interval.Exact(0), out _).ShouldBeFalse();
        Interval.Exact(decimal.MaxValue).TryDivide(Interval.Exact(1), out _).ShouldBeFalse();
        Interval.Exact(1_000_000_000m).TryTimes(Interval.Exact(1_000_000_000m), out _).ShouldBeFalse();
    }

    [Fact]
    public void Sums_and_differences_add_up_the_rounding_of_their_parts()
    {
        var sum = Interval.Rounded(36.0m, 0.1m) + Interval.Rounded(18.4m, 0.1m);
        sum.ShouldBe(new Interval(54.3m, 54.5m, HighOpen: true));

        var rest = Interval.Exact(100) - Interval.Rounded(61.8m, 0.1m);
        rest.Contains(38.25m).ShouldBeTrue();
        rest.Contains(38.15m).ShouldBeFalse();
    }

    [Theory]
    [InlineData("999999999999999.99", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("1000000000000000.00", false)]
    [InlineData("-999999999999999", true)]
    [InlineData("-1000000000000000", false)]
    [InlineData("0.0000000000000000000000000001", true)]
    [InlineData("100.0000000000000000000000000", true)]
    [InlineData("79228162514264337593543950335", false)]
    public void What_arithmetic_can_carry_is_told_by_the_number_and_not_by_how_many_digits_it_is_written_with(string value, bool safe) =>
        Interval.IsSafe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(safe);
}
