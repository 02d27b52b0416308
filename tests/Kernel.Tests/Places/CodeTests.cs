using Luoshi.Kernel.Places;

namespace Luoshi.Kernel.Tests.Places;

public sealed class CodeTests
{
    [Theory]
    [InlineData("990000", DivisionLevel.Province, "000000")]
    [InlineData("990100", DivisionLevel.City, "990000")]
    [InlineData("990102", DivisionLevel.County, "990100")]
    [InlineData("990102001", DivisionLevel.Town, "990102")]
    [InlineData("990102001002", DivisionLevel.Village, "990102001")]
    [InlineData("429004", DivisionLevel.County, "429000")]
    public void A_division_knows_its_level_and_its_parent(string text, DivisionLevel level, string parent)
    {
        var code = DivisionCode.Parse(text);

        code.ToString().ShouldBe(text);
        code.Level.ShouldBe(level);
        code.Parent.ToString().ShouldBe(parent);
    }

    [Theory]
    [InlineData("990102000000", "990102")]
    [InlineData("990102001000", "990102001")]
    [InlineData("000000", "000000")]
    public void Codes_of_different_length_for_one_division_are_equal(string text, string same) =>
        DivisionCode.Parse(text).ShouldBe(DivisionCode.Parse(same));

    [Theory]
    [InlineData("")]
    [InlineData("99010")]
    [InlineData("9901020")]
    [InlineData("99010a")]
    [InlineData(" 99010")]
    [InlineData("-90102")]
    [InlineData("090102")]
    [InlineData("９９０１０２")]
    public void What_is_no_division_code_is_refused(string text) => DivisionCode.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_city_contains_its_districts_and_no_other_citys()
    {
        var city = DivisionCode.Parse("990100");

        city.Contains(DivisionCode.Parse("990102")).ShouldBeTrue();
        city.Contains(DivisionCode.Parse("990102001002")).ShouldBeTrue();
        city.Contains(city).ShouldBeTrue();
        city.Contains(DivisionCode.Parse("990202")).ShouldBeFalse();
        city.Contains(DivisionCode.Parse("990000")).ShouldBeFalse();
        default(DivisionCode).Contains(city).ShouldBeTrue("the country contains everything");
    }

    [Fact]
    public void Codes_sort_as_the_tree_does()
    {
        string[] tree = ["990000", "990100", "990102", "990102001", "990102001002", "990103", "990200"];

        tree.Reverse().Select(code => DivisionCode.Parse(code)).Order().Select(code => code.ToString()).ShouldBe(tree);
    }

    [Fact]
    public void A_credit_code_with_a_right_check_character_is_taken_in_either_case()
    {
        CreditCode.Parse("91350100M000100Y43").ToString().ShouldBe("91350100M000100Y43");
        CreditCode.Parse("91350100m000100y43").ShouldBe(CreditCode.Parse("91350100M000100Y43"));
    }

    [Theory]
    [InlineData("91350100M000100Y4Z")]
    [InlineData("91350100M000100Y44")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100I43")]
    [InlineData("91350100M000100Y433")]
    [InlineData("")]
    public void A_wrong_credit_code_is_refused(string text) => CreditCode.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Any_single_wrong_character_is_noticed()
    {
        const string right = "91350100M000100Y43";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY")
            {
                if (other != right[i])
                    CreditCode.TryParse(right[..i] + other + right[(i + 1)..], out _).ShouldBeFalse($"{other} at {i}");
            }
        }
    }
}
