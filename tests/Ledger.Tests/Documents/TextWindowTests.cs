using System.Text;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Reading;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.Tests.Documents;

public sealed class TextWindowTests
{
    [Theory]
    [InlineData("")]
    [InlineData("一行")]
    [InlineData("\n\n\r\n \n")]
    [InlineData("末尾没有换行\n第二行")]
    public void Small_texts_are_one_page(string text) => Window(text).Pages.ShouldBe(1);

    [Theory]
    [InlineData(3, 90_000)]
    [InlineData(17, 40)]
    [InlineData(1, 14_001)]
    [InlineData(900, 37)]
    public void Pages_cover_the_whole_text_without_gap_or_overlap(int lines, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++)
            text.Append("𠮷").Append('字', length).Append('\n');
        var window = Window(text.ToString());

        var end = 0;
        for (var page = 0; page < window.Pages; page++)
        {
            window[page].Start.ShouldBe(end);
            window[page].Length.ShouldBeInRange(1, 14_000);
            window.PageOf(window[page].Start).ShouldBe(page);
            window.PageOf(window[page].End - 1).ShouldBe(page);
            end = window[page].End;
        }

        end.ShouldBe(text.Length);
    }

    [Fact]
    public void No_page_starts_inside_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 30_000));
        var window = Window(text);

        Enumerable.Range(0, window.Pages).ShouldAllBe(page => !char.IsLowSurrogate(text[window[page].Start]));
    }

    [Fact]
    public void Lines_of_all_pages_are_the_lines_that_have_text()
    {
        var text = new StringBuilder();
        for (var i = 1; i <= 2_000; i++)
            text.Append("  第").Append(i).Append(i % 3 == 0 ? "行 \n\n" : "行\r\n");
        var window = Window(text.ToString());

        var lines = Enumerable.Range(0, window.Pages).SelectMany(window.Lines).ToList();

        lines.Count.ShouldBe(2_000);
        lines[1_999].Raw.Of(text.ToString()).ShouldBe("第2000行");
        lines.Select(line => line.Number).ShouldBeInOrder();
    }

    private static TextWindow Window(string text) =>
        new(LuoshiReader.Read(new SourceDocument("窗.txt", Reading.Documents.DocumentFormat.Text, "utf-8", text, [])));
}
