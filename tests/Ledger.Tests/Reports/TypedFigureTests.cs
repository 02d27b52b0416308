using System.Globalization;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Tests.Reports;

public class TypedFigureTests
{
    [Theory]
    [InlineData("18.44", "万人", "184400")]
    [InlineData("18.44万人", "万人", "184400")]
    [InlineData("184400人", "万人", "184400")]
    [InlineData("184400 人", "万人", "184400")]
    [InlineData("１８．４４", "万人", "184400")]
    [InlineData("1,200", "处", "1200")]
    [InlineData("1,200处", "处", "1200")]
    [InlineData("3万", "人", "30000")]
    [InlineData("66%", "%", "66")]
    [InlineData("０", "处", "0")]
    public void What_was_typed_becomes_base_units(string typed, string unit, string expected) =>
        TypedFigure.Parse(typed, PrintedUnit.Parse(unit)).Value.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData(null)]
    public void Nothing_typed_is_no_number_and_no_error(string? typed) => TypedFigure.Parse(typed, new PrintedUnit("处")).Value.ShouldBeNull();

    [Theory]
    [InlineData("58家", "report.unit_mismatch")]
    [InlineData("五十八", "report.no_number")]
    [InlineData("1.2.3", "report.no_number")]
    [InlineData("79228162514264337593543950335万", "report.too_big")]
    public void What_cannot_be_meant_is_refused(string typed, string code) =>
        TypedFigure.Parse(typed, new PrintedUnit("处")).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(3);
        const string alphabet = "0123456789.,-+万亿人处%　 ＋－．、eE";
        for (var i = 0; i < 5_000; i++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            Should.NotThrow(() => TypedFigure.Parse(typed, PrintedUnit.Parse("万人")));
        }
    }
}
