using Luoshi.Cli.Output;

namespace Luoshi.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("民生实事", 8)]
    [InlineData("52.7%", 5)]
    [InlineData("㎡", 2)]
    [InlineData("（一）", 6)]
    [InlineData("𠮷", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("", 0)]
    public void Chinese_takes_two_columns(string text, int width) => DisplayWidth.Of(text).ShouldBe(width);

    [Theory]
    [InlineData("城镇新增就业", 12, "城镇新增就业")]
    [InlineData("城镇新增就业", 11, "城镇新增就…")]
    [InlineData("城镇新增就业", 10, "城镇新增…")]
    [InlineData("abcdef", 4, "abc…")]
    public void Cutting_never_splits_a_character(string text, int width, string cut)
    {
        DisplayWidth.Cut(text, width).ShouldBe(cut);
        DisplayWidth.Of(cut).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public void Columns_line_up_whatever_the_script()
    {
        var lines = Draw(0, ["18.44万人", "城镇新增就业"], ["216", "abc"]);
        lines.Select(line => DisplayWidth.Of(line[..line.IndexOf("  ", StringComparison.Ordinal)].PadRight(1))).ShouldAllBe(width => width <= 9);
        DisplayWidth.Of(lines[2][..lines[2].IndexOf('城', StringComparison.Ordinal)]).ShouldBe(DisplayWidth.Of(lines[3][..lines[3].IndexOf('a', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_narrow_terminal_cuts_the_widest_column_that_may_shrink()
    {
        var lines = Draw(24, ["18.44万人", "城镇新增就业和技能提升"]);
        lines.ShouldAllBe(line => DisplayWidth.Of(line) <= 24);
        lines[2].ShouldContain("18.44万人");
        lines[2].ShouldEndWith("…");
    }

    [Fact]
    public void Control_characters_of_a_document_never_reach_the_terminal() =>
        Draw(0, ["\u001b[31m红", "a\nb"])[2].Any(char.IsControl).ShouldBeFalse();

    private static string[] Draw(int width, params string[][] rows)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TextTable.Write(writer, [new TextColumn("数字", Right: true), new TextColumn("指标", Least: 6)], rows, width);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
