using System.Globalization;
using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Documents;

/// <summary>A megabyte of report is shown a page at a time, and every figure of it can be reached.</summary>
public sealed class LargeDocumentTests(RunningServer server)
{
    private const int Lines = 12_000;

    [Fact]
    public async Task A_megabyte_is_shown_in_pages_small_enough_for_a_phone()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.UploadAsync(("大报告.txt", Encoding.UTF8.GetBytes(Report())));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.Length.ShouldBeLessThan(700_000);
        page.All("table.figures tr[data-row]").Count.ShouldBe(100);
        page.Text(".pane-text .pager").ShouldContain("第 1 页");
    }

    [Fact]
    public async Task The_last_figure_is_found_in_text_and_table()
    {
        using var visitor = new Visitor(server);
        var first = await visitor.UploadAsync(("大报告.txt", Encoding.UTF8.GetBytes(Report())));
        var count = int.Parse(first.One(".tabs a[aria-current] .count").TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        var page = await visitor.OpenAsync($"{first.Address.AbsolutePath}?at={count - 1}");

        page.One($"#c{count - 1}").ClassList.ShouldContain("chosen");
        page.One($"#r{count - 1}").ClassList.ShouldContain("chosen");
    }

    [Fact]
    public async Task A_single_giant_line_is_cut_into_pages_too()
    {
        using var visitor = new Visitor(server);
        var line = new StringBuilder("巨行 " + Guid.NewGuid().ToString("N"));
        for (var i = 0; i < 20_000; i++)
            line.Append(CultureInfo.InvariantCulture, $"改造小区{i + 1}个，");

        var page = await visitor.UploadAsync(("一行.txt", Encoding.UTF8.GetBytes(line.ToString())));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.Length.ShouldBeLessThan(1_000_000);
        page.Text("article.text").Length.ShouldBeLessThan(20_000);
    }

    // The same bytes for every test of the class: one document, read once.
    private static string Report()
    {
        var text = new StringBuilder("海岳市2026年重点工作台账\n");
        for (var i = 1; i <= Lines; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i}.改造提升老旧小区{i}个，完成投资{i}.5亿元，占年计划的{i % 90 + 5}.3%。\n");
        return text.ToString();
    }
}
