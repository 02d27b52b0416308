using System.Globalization;
using Luoshi.Kernel.Quantities;

namespace Luoshi.Kernel.Tests.Quantities;

public class PercentTests
{
    /// <summary>Result, year's plan and the percentage a city printed for them; 33/80, 8035/10000 and 51/80 catch every other way of rounding.</summary>
    public static TheoryData<string, string, string> Printed => new()
    {
        { "18.44", "35", "52.7%" }, { "11.02", "25", "44.1%" }, { "3.38", "3", "112.7%" }, { "3.22", "5", "64.4%" }, { "1.32", "2", "66%" },
        { "58", "105", "55.2%" }, { "196", "216", "90.7%" }, { "226.8", "220", "103.1%" }, { "135.8", "220", "61.7%" }, { "2638", "4000", "66%" },
        { "1071", "1000", "107.1%" }, { "208", "210", "99%" }, { "72", "50", "144%" }, { "2504", "3000", "83.5%" }, { "33", "80", "41.3%" },
        { "3153", "3000", "105.1%" }, { "304", "100", "304%" }, { "116", "200", "58%" }, { "8035", "10000", "80.4%" }, { "51", "80", "63.8%" },
        { "618", "500", "123.6%" }, { "416", "400", "104%" }, { "37396", "65000", "57.5%" }, { "54", "100", "54%" }, { "20", "10", "200%" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_result_over_its_plan_prints_as_the_city_printed_it(string actual, string plan, string printed)
    {
        var percent = Percent.Of(Number(actual), Number(plan));

        percent.ShouldNotBeNull().ToString().ShouldBe(printed);
    }

    [Fact]
    public void A_whole_of_zero_has_no_percentage() => Percent.Of(3, 0).ShouldBeNull();

    [Fact]
    public void Halves_of_negative_numbers_round_away_from_zero() => Percent.Of(-33, 80).ShouldBe(new Percent(-41.3m));

    [Fact]
    public void The_precision_can_be_agreed() => Percent.Of(1, 3, decimals: 2).ShouldNotBeNull().ToString().ShouldBe("33.33%");

    [Fact]
    public void Points_are_the_difference_of_what_is_printed() => (new Percent(52.7m) - new Percent(50m)).ShouldBe(2.7m);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
