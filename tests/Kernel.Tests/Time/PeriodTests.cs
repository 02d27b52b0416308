using Luoshi.Kernel.Time;

namespace Luoshi.Kernel.Tests.Time;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2021-H1")]
    [InlineData("2021-H2")]
    [InlineData("2021-Q1")]
    [InlineData("2021-Q4")]
    [InlineData("2021-06")]
    [InlineData("2021-01/2021-04")]
    [InlineData("2020-11/2021-02")]
    public void What_is_read_prints_the_same(string text) => Period.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("2021-01/2021-12", "2021")]
    [InlineData("2021-01/2021-06", "2021-H1")]
    [InlineData("2021-07/2021-12", "2021-H2")]
    [InlineData("2021-04/2021-06", "2021-Q2")]
    [InlineData("2021-03/2021-03", "2021-03")]
    public void The_same_months_always_print_the_same_way(string written, string printed)
    {
        Period.Parse(written).ToString().ShouldBe(printed);
        Period.Parse(written).ShouldBe(Period.Parse(printed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("21")]
    [InlineData("0000")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-H3")]
    [InlineData("2021-Q5")]
    [InlineData("2021-Q0")]
    [InlineData("2021-06/2021-05")]
    [InlineData("2021/2022")]
    [InlineData("2021-6")]
    [InlineData(" 2021")]
    [InlineData("2021-+6")]
    public void Anything_else_is_refused(string text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Period.Parse(text));
    }

    [Fact]
    public void Both_ends_are_included()
    {
        var half = Period.OfHalf(2024, 1);
        half.FirstDay.ShouldBe(new DateOnly(2024, 1, 1));
        half.LastDay.ShouldBe(new DateOnly(2024, 6, 30));
        half.Months.ShouldBe(6);
        half.Contains(new DateOnly(2024, 6, 30)).ShouldBeTrue();
        half.Contains(new DateOnly(2024, 7, 1)).ShouldBeFalse();
        Period.OfMonth(2024, 2).LastDay.ShouldBe(new DateOnly(2024, 2, 29));
    }

    [Fact]
    public void A_year_contains_its_parts_and_they_do_not_contain_it()
    {
        Period.OfYear(2024).Contains(Period.OfQuarter(2024, 4)).ShouldBeTrue();
        Period.OfQuarter(2024, 4).Contains(Period.OfYear(2024)).ShouldBeFalse();
        Period.OfYear(2024).Contains(Period.OfMonth(2025, 1)).ShouldBeFalse();
    }

    [Fact]
    public void They_sort_by_start_and_then_by_length()
    {
        Period[] sorted = [.. new[] { Period.OfYear(2024), Period.OfQuarter(2024, 1), Period.OfMonth(2023, 12), Period.OfQuarter(2024, 2) }.Order()];
        sorted.Select(period => period.ToString()).ShouldBe(["2023-12", "2024-Q1", "2024", "2024-Q2"]);
        (Period.OfQuarter(2024, 1) < Period.OfYear(2024)).ShouldBeTrue();
        (Period.OfYear(2024) >= Period.OfYear(2024)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 1, 2024, 1)]
    [InlineData(2024, 0, 2024, 1)]
    [InlineData(2024, 1, 2024, 13)]
    [InlineData(2024, 5, 2024, 4)]
    [InlineData(2024, 5, 10000, 4)]
    public void An_impossible_period_cannot_be_made(int fromYear, int fromMonth, int toYear, int toMonth) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Period.Of(fromYear, fromMonth, toYear, toMonth));
}
