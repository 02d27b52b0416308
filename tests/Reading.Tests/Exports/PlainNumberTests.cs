using System.Globalization;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Exports;

public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("52.70", "52.7")]
    [InlineData("184400.00", "184400")]
    [InlineData("0.000", "0")]
    [InlineData("-3.20", "-3.2")]
    [InlineData("43160000000", "43160000000")]
    [InlineData("0.0000000001", "0.0000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_number_has_no_exponent_and_no_zeros_at_its_end(string value, string written) =>
        PlainNumber.Format(decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe(written);

    [Fact]
    public void For_people_it_has_group_marks() => PlainNumber.Grouped(184400.50m).ShouldBe("184,400.5");
}
