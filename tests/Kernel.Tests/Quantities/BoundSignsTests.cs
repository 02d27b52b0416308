using Luoshi.Kernel.Quantities;

namespace Luoshi.Kernel.Tests.Quantities;

public sealed class BoundSignsTests
{
    [Fact]
    public void Every_bound_has_a_sign_that_reads_back()
    {
        foreach (var bound in Enum.GetValues<Bound>())
        {
            BoundSigns.TryParse(bound.Sign(), out var read).ShouldBeTrue();
            read.ShouldBe(bound);
        }

        Enum.GetValues<Bound>().Select(bound => bound.Sign()).ShouldBeUnique();
    }

    [Fact]
    public void An_empty_sign_is_a_plain_number()
    {
        BoundSigns.TryParse("", out var bound).ShouldBeTrue();
        bound.ShouldBe(Bound.Exact);
    }

    [Theory]
    [InlineData("=>")]
    [InlineData("≥")]
    [InlineData(" ")]
    public void Other_signs_are_refused(string sign) => BoundSigns.TryParse(sign, out _).ShouldBeFalse();
}
