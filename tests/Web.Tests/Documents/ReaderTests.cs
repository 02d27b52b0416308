using System.Globalization;
using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Documents;

public sealed class ReaderTests(RunningServer server)
{
    private static async Task<string> CardAsync(Visitor visitor)
    {
        var list = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("成绩单"));
        return list.One("table.library .title a").GetAttribute("href")!;
    }

    [Fact]
    public async Task Every_row_leads_to_its_figure_and_every_figure_to_its_row()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync(await CardAsync(visitor));
        var rows = page.All("table.figures tr[data-row]");
        rows.Count.ShouldBeGreaterThan(20);

        foreach (var row in rows)
        {
            var figure = row.QuerySelector("a[href]")!.GetAttribute("href")!.Split('#')[1];
            var mark = page.One("#" + figure);
            mark.GetAttribute("href")!.Split('#')[1].ShouldBe(row.Id);
            row.TextContent.ShouldContain(mark.TextContent);
        }
    }

    [Fact]
    public async Task A_chosen_figure_shows_its_sentence_exact_value_and_working()
    {
        using var visitor = new Visitor(server);
        var card = await CardAsync(visitor);
        var all = await visitor.OpenAsync(card);
        var row = all.All("table.figures tr[data-row]").First(each => each.TextContent.Contains("6.94万人", StringComparison.Ordinal));

        var page = await visitor.OpenAsync(card + row.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0].Replace(card, "", StringComparison.Ordinal));

        page.Text("tr.detail .sentence").ShouldContain("城镇新增就业6.94万人");
        page.Text("tr.detail .detail-facts").ShouldContain("69,400 人");
        page.Text("tr.detail .working").ShouldContain("57.8%");
        page.One(".fig.chosen").TextContent.ShouldBe("6.94万人");
    }

    [Fact]
    public async Task The_text_is_shown_as_printed_without_loss()
    {
        using var visitor = new Visitor(server);
        var text = new StringBuilder();
        for (var i = 1; i <= 40; i++)
            text.Append(CultureInfo.InvariantCulture, $"第{i}行：建成 {i * 3} 处，<b>&amp; “引号”；占 {i}.5%。\n");
        var content = text + Guid.NewGuid().ToString("N");

        var page = await visitor.UploadAsync(("原样.txt", Encoding.UTF8.GetBytes(content)));

        string.Concat(page.All("article.text .t").Select(line => line.TextContent)).ShouldBe(content.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_never_run()
    {
        using var visitor = new Visitor(server);
        var content = $"<script>alert(1)</script>\n<img src=x onerror=alert(1)> 新增就业5000人。\n\"><svg onload=alert(1)>改造3个 {Guid.NewGuid():N}";

        var page = await visitor.UploadAsync(("<img src=x onerror=alert(2)>.txt", Encoding.UTF8.GetBytes(content)));

        page.All("script").Select(script => script.GetAttribute("src")).ShouldAllBe(source => source!.StartsWith("/assets/"));
        page.All("article img, article svg, [onerror], [onload]").ShouldBeEmpty();
        page.Text("article.text").ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task A_filter_leaves_only_what_it_asks_for()
    {
        using var visitor = new Visitor(server);
        var card = await CardAsync(visitor);

        var planned = await visitor.OpenAsync(card + "?stance=planned");
        var conflicts = await visitor.OpenAsync(card + "?verdict=inconsistent");
        var none = await visitor.OpenAsync(card + "?q=" + Uri.EscapeDataString("没有这样的词"));

        planned.All("table.figures tr[data-row]").ShouldAllBe(row => row.TextContent.Contains("计划"));
        planned.All("table.figures tr[data-row]").ShouldNotBeEmpty();
        conflicts.Text("table.figures").ShouldContain("65.1%");
        conflicts.All("table.figures tr[data-row]").ShouldAllBe(row => row.TextContent.Contains("不符"));
        none.Text(".empty").ShouldContain("没有符合筛选条件");
    }

    [Fact]
    public async Task Sorting_by_value_puts_the_largest_first()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync(await CardAsync(visitor) + "?sort=-value");

        var values = page.All("table.figures td.num[title]").Select(cell => ValueOf(cell.GetAttribute("title")!)).ToList();
        values.ShouldBe(values.OrderDescending());
        page.One("th[aria-sort=descending]").TextContent.ShouldContain("数字");
    }

    [Fact]
    public async Task The_audit_puts_conflicts_first_with_their_working_and_numbers()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync(await CardAsync(visitor) + "?tab=audit");

        var first = page.All(".finding")[0];
        first.ClassList.ShouldContain("v-inconsistent");
        first.QuerySelector(".working")!.TextContent.ShouldContain("÷");
        first.QuerySelectorAll(".finding-figures a").Length.ShouldBeGreaterThan(1);
        page.All(".proof").Count.ShouldBe(page.All(".finding.v-inconsistent").Count);
    }

    [Fact]
    public async Task The_outline_leads_to_headings_that_are_there()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync(await CardAsync(visitor) + "?tab=outline");

        var anchors = page.All("table.sections a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
        anchors.Count.ShouldBeGreaterThan(5);
        anchors.ShouldAllBe(anchor => page.Page.GetElementById(anchor) != null);
    }

    [Fact]
    public async Task Repairs_are_marked_in_the_text_and_listed_beside_it()
    {
        using var visitor = new Visitor(server);
        var list = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("网页转存"));

        var page = await visitor.OpenAsync(list.One("table.library .title a").GetAttribute("href") + "?tab=repairs");

        page.Text("table.data").ShouldContain("去掉夹入的拼音");
        page.All("mark.rep").Count.ShouldBeGreaterThan(50);
        page.All("mark.rep.damage").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_guessed_character_is_told_beside_the_text_as_it_was_printed()
    {
        using var visitor = new Visitor(server);
        var text = $"海岳市民生实事办理情况 {Guid.NewGuid():N}\n新建口袋公园18个，年度目?30个，完成率60%。\n";
        var reading = await visitor.UploadAsync(("缺字.txt", Encoding.UTF8.GetBytes(text)));

        var page = await visitor.OpenAsync(reading.Address.AbsolutePath + "?tab=repairs");

        page.Text("table.data").ShouldContain("“标”：原文缺一字，按上下文推读");
        page.One("mark.rep.damage").TextContent.ShouldBe("?");
        page.Text(".pane-text").ShouldContain("年度目?30个");
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_not_found()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync("/documents/" + Guid.NewGuid());

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Title.ShouldBe("没有找到这一页");
    }

    [Theory]
    [InlineData("?at=999999")]
    [InlineData("?at=-5&text=0&page=0")]
    [InlineData("?text=99999&page=99999&section=77777&verdict=7&stance=%00")]
    [InlineData("?tab=nothing&sort=%27;drop&q=%F0%9F%98%80")]
    public async Task An_odd_address_still_shows_the_document(string query)
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync(await CardAsync(visitor) + query);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All("article.text .t").ShouldNotBeEmpty();
    }

    private static decimal ValueOf(string exact)
    {
        var number = new string([.. exact.SkipWhile(c => !char.IsAsciiDigit(c) && c != '-').TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or ',' or '.')]);
        return decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
