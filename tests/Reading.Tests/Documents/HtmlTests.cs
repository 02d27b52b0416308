using System.Text;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Tests.Documents;

public sealed class HtmlTests
{
    private const string Body = "<p>全市今年新建口袋公园12个，改造公厕30座，完成年度计划的60%。</p><p>城镇新增就业18.44万人。</p>";

    [Fact]
    public void Paragraphs_become_lines_and_scripts_and_styles_are_no_text() =>
        Read($"<html><head><style>p{{}}</style></head><body><h1>半年成绩单</h1><script>var a='<p>12</p>';</script>{Body}<!-- 9个 --></body></html>")
            .ShouldBe("半年成绩单\n全市今年新建口袋公园12个，改造公厕30座，完成年度计划的60%。\n城镇新增就业18.44万人。\n");

    [Theory]
    [InlineData("<nav>首页 要闻</nav>")]
    [InlineData("<footer>版权所有 2021</footer>")]
    [InlineData("<div class='main-nav'>首页</div>")]
    [InlineData("<div id=\"breadcrumb\">您的位置：首页</div>")]
    [InlineData("<div role=navigation>首页</div>")]
    [InlineData("<div style='DISPLAY : none'>隐藏的5个</div>")]
    [InlineData("<div hidden>隐藏的5个</div>")]
    [InlineData("<ul><li><a>要闻</a><li><a>公开</a><li><a>服务</a><li><a>互动</a><li><a>专题</a></ul>")]
    public void What_the_page_marks_as_furniture_is_dropped(string furniture) =>
        Read($"<html><body><h1>题</h1>{furniture}{Body}</body></html>").ShouldBe(Read($"<html><body><h1>题</h1>{Body}</body></html>"));

    [Fact]
    public void A_name_like_that_of_furniture_does_not_cost_the_main_text() =>
        Read($"<html><body><div class='has-sidebar'><h1>题</h1>{Body}</div></body></html>").ShouldContain("口袋公园12个");

    [Fact]
    public void The_article_is_read_and_the_headline_outside_it() =>
        Read($"<html><head><title>成绩单_海岳市</title></head><body><h1>成绩单</h1><div>来源：海岳日报</div><article>{Body}</article><div>扫一扫</div></body></html>")
            .ShouldBe("成绩单\n全市今年新建口袋公园12个，改造公厕30座，完成年度计划的60%。\n城镇新增就业18.44万人。\n");

    [Fact]
    public void A_page_without_headline_starts_with_its_window_title() =>
        Read($"<html><head><title>成绩单_海岳市政府网</title></head><body>{Body}</body></html>").ShouldStartWith("成绩单\n");

    [Theory]
    [InlineData("改造<b>3</b>处，<span>共</span> 5<br>个", "改造3处，共 5\n个\n")]
    [InlineData("面积3万m<sup>2</sup>", "面积3万m²\n")]
    [InlineData("<div>一<div>二</div>三</div>", "一\n二\n三\n")]
    [InlineData("<pre>一\n二</pre>", "一\n二\n")]
    [InlineData("&nbsp;&nbsp;开头&amp;结尾", "开头&结尾\n")]
    [InlineData("没有结束的<p>段落<p>又一段", "没有结束的\n段落\n又一段\n")]
    public void Blocks_part_lines_and_inline_elements_do_not(string html, string text) => Read($"<html><body>{html}</body></html>").ShouldBe(text);

    [Fact]
    public void A_table_becomes_rows_with_merged_headers_over_each_column() =>
        Read("""
            <html><body><table><caption>进度表</caption>
            <tr><th rowspan=2>区</th><th colspan=2>公厕（座）</th></tr><tr><th>计划</th><th>完成</th></tr>
            <tr><td>云栖区</td><td>10</td><td>8</td></tr>
            <tr><td>望潮区</td><td></td><td>5</td></tr></table></body></html>
            """).ShouldBe("进度表\n| 区 | 公厕（座） | 公厕（座） |\n| | 计划 | 完成 |\n| 云栖区 | 10 | 8 |\n| 望潮区 | | 5 |\n\n");

    [Fact]
    public void A_label_over_several_rows_is_repeated_and_a_figure_is_not() =>
        Read("""
            <html><body><table><tr><th>类别<th>项目<th>计划<th>投资</tr>
            <tr><td rowspan=2>教育<td>小学<td>3<td rowspan=2>900</tr><tr><td>幼儿园<td>4</tr>
            <tr><td colspan=2>合计<td>7<td>900</tr></table></body></html>
            """).ShouldBe("| 类别 | 项目 | 计划 | 投资 |\n| 教育 | 小学 | 3 | 900 |\n| 教育 | 幼儿园 | 4 | |\n| 合计 | | 7 | 900 |\n\n");

    [Fact]
    public void A_table_that_only_lays_out_the_page_is_read_as_text() =>
        Read($"<html><body><table><tr><td><table><tr><td>{Body}</td></tr></table></td></tr></table></body></html>").ShouldNotContain("|");

    [Fact]
    public void A_page_in_gb18030_is_read_by_its_declaration()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("<html><head><meta charset=\"gb2312\"></head><body>落</body></html>");
        var document = DocumentReader.Read(bytes, "a.html").Value;
        document.Text.ShouldBe("落\n");
        document.Encoding.ShouldBe("gb18030");
        document.Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<span><p>", "")]
    [InlineData("<b></i>", "")]
    [InlineData("<div/>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<div><table></div>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<font color=1>", "<p>x")]
    public void A_page_nested_100000_deep_is_refused(string repeated, string then)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(repeated, 100_000)) + string.Concat(Enumerable.Repeat(then, 1000));
        DocumentReader.Read(Encoding.UTF8.GetBytes(html), "a.html").Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_deep");
    }

    [Fact]
    public void A_tag_with_100000_attributes_is_refused()
    {
        var html = "<html><body " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">x";
        DocumentReader.Read(Encoding.UTF8.GetBytes(html), "a.html").Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_deep");
    }

    [Theory]
    [InlineData("<p>改造3处")]
    [InlineData("<li>改造3处")]
    [InlineData("<b>改造</b>3<i>处</i><br>")]
    [InlineData("<tr><td>改造<td>3")]
    [InlineData("<a name=1>改造3处")]
    public void A_long_page_with_end_tags_left_out_is_no_deep_page(string repeated)
    {
        var html = "<html><body><table><tbody>" + string.Concat(Enumerable.Repeat(repeated, 20_000)) + "</table>";
        DocumentReader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value.Text.Length.ShouldBeGreaterThanOrEqualTo(80_000);
    }

    private static string Read(string html) => DocumentReader.Read(Encoding.UTF8.GetBytes(html), "a.html").Value.Text;
}
