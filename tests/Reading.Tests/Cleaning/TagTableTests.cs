using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

/// <summary>Tables whose tags a copy of a page left in the text are rows of cells between bars, and nothing is written twice that counts.</summary>
public sealed class TagTableTests
{
    [Theory]
    // One row a line, or all on one line.
    [InlineData("前文。\n\n<table border=\"1\">\n<tr><th>项目</th><th>计划</th></tr>\n<tr><td>公厕</td><td>12</td></tr>\n</table>\n\n后文。", "前文。\n\n|项目|计划|\n|公厕|12|\n\n\n后文。")]
    [InlineData("前文。<TABLE><TR><TH>项目</TH><TH>计划</TH></TR><TR><TD>公厕</TD><TD>12</TD></TR></TABLE>后文。", "前文。\n\n|项目|计划|\n|公厕|12|\n后文。")]
    // A cell a line, cells over several lines, attributes, words in dress, body tags.
    [InlineData("<table\n class='a b' style=\"width:600px\">\n<tbody>\n<tr height=20>\n<td width=\"80\">\n<p><b>项目</b></p>\n</td>\n<td>年度\n计划<br/>（座）</td>\n</tr>\n<tr>\n<td>公厕</td>\n<td><span style=\"color:red\">12</span></td>\n</tr>\n</tbody>\n</table>", "|项目|年度计划 (座)|\n|公厕|12|\n")]
    // No end tags.
    [InlineData("<table><tr><td>项目<td>计划<tr><td>公厕<td>12</table>", "|项目|计划|\n|公厕|12|\n")]
    // The text breaks off in a row, in a cell, in a tag.
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td>", "|项目|计划|\n|公厕|12|\n")]
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12", "|项目|计划|\n|公厕|12")]
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</t", "|项目|计划|\n|公厕|12")]
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td><td sty", "|项目|计划|\n|公厕|12|\n")]
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td\n\n", "|项目|计划|\n|公厕|12\n\n")]
    // The end of the table was lost, or its beginning.
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td></tr>\n后文。<p>又一段。</p>", "|项目|计划|\n|公厕|12|\n\n后文。\n又一段。")]
    [InlineData("前文。\n<tr><td>公厕</td><td>12</td></tr>\n<tr><td>公园</td><td>3</td></tr>\n</table>\n后文。", "前文。\n\n|公厕|12|\n|公园|3|\n\n后文。")]
    // Empty cells keep their places, named characters are read, a bar is none.
    [InlineData("<table><tr><td>项目</td><td>计划</td><td>实际</td></tr><tr><td>公厕|站</td><td>&nbsp;</td><td>&ge;12</td></tr></table>", "|项目|计划|实际|\n|公厕/站||≥12|\n")]
    // Wide heads stand over each of their columns, words beside several rows in each of them, figures once.
    [InlineData("<table><tr><td rowspan=\"2\">县区</td><td colspan=\"2\">户厕</td></tr><tr><td>计划</td><td>完成</td></tr><tr><td rowspan=2>甲縣（北）</td><td>12</td><td>9</td></tr><tr><td>3</td><td>2</td></tr></table>", "|县区|户厕|户厕|\n||计划|完成|\n|甲县(北)|12|9|\n|甲县(北)|3|2|\n")]
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td rowspan=2>12</td></tr><tr><td>公园</td></tr></table>", "|项目|计划|\n|公厕|12|\n|公园||\n")]
    // A title and a remark across the table are lines of their own, and so is a caption.
    [InlineData("<table><tr><td colspan=2>进展表</td></tr><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td></tr><tr><td colspan=2>注：座数。</td></tr></table>", "进展表\n|项目|计划|\n|公厕|12|\n注:座数。\n")]
    [InlineData("<table><caption>进展表</caption><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td></tr></table>", "进展表\n|项目|计划|\n|公厕|12|\n")]
    // Empty rows are none.
    [InlineData("<table><tr></tr><tr><td>项目</td><td>计划</td></tr><tr><td></td><td> </td></tr><tr><td>公厕</td><td>12</td></tr></table>", "|项目|计划|\n|公厕|12|\n")]
    // A table that lays out the page holds lines, and the one inside it is a table.
    [InlineData("<table><tr><td><p>前文。</p><table><tr><td>项目</td><td>计划</td></tr><tr><td>公厕</td><td>12</td></tr></table></td></tr><tr><td>后文。</td></tr></table>", "前文。\n\n|项目|计划|\n|公厕|12|\n后文。\n")]
    [InlineData("<table><tr><td>前文。</td></tr><tr><td>后文。</td></tr></table>", "前文。\n后文。\n")]
    // Two tables do not run into one.
    [InlineData("<table><tr><td>项目</td><td>计划</td></tr></table>\n<table><tr><td>区县</td><td>座</td></tr></table>", "|项目|计划|\n\n|区县|座|\n")]
    // What is dress around the text goes with it.
    [InlineData("<p>前文<b>12座</b>。</p>\n<p>又一段。</p><div>三段。</div><!-- 甲 --><style>td{width:9px}</style>\n<table><tr><td>项目</td><td>计划</td></tr></table>", "前文12座。\n又一段。\n三段。\n\n|项目|计划|\n")]
    public void Its_rows_are_lines_of_cells(string raw, string clean) => Cleaner.Clean(raw).Text.ShouldBe(clean);

    [Theory]
    [InlineData("标签<br/>和</p>")]
    [InlineData("<p>一段。</p>")]
    [InlineData("a<b 且 tr>c")]
    [InlineData("<表格>和<td")]
    [InlineData("<tdx>12</tdx>")]
    public void Other_signs_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Fact]
    public void A_figure_keeps_its_place_in_the_file()
    {
        const string Raw = "前文。\n<table>\n<tr><td>项目</td><td>計劃</td></tr>\n<tr><td>公厕</td>\n<td>\n 12<b>80</b>\n</td></tr>\n</table>";
        var clean = Cleaner.Clean(Raw);
        clean.Text.ShouldBe("前文。\n\n|项目|计划|\n|公厕|1280|\n");
        var at = clean.Text.IndexOf("1280", StringComparison.Ordinal);
        clean.ToRaw(new SourceSpan(at, at + 4)).Of(Raw).ShouldBe("12<b>80");
        clean.Repairs.ShouldContain(repair => repair.Kind == RepairKind.LeftoverRemoved);
    }

    [Fact]
    public void Promises_hold_for_random_tags()
    {
        string[] pieces = ["<table>", "<table border=1>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=\"3\">", "<th rowspan=2>", "</th>", "<td colspan=99999 rowspan=99999>", "<caption>", "</caption>", "<p>", "</p>", "<br/>", "<b>", "</b>", "<", ">", "\n", "\r\n", " ", "\t", "|", "&nbsp;", "项目", "年度计划", "12", "1,2", "80", "3.5%", "萬", "，", "。", "、br />", "?", "12\n"];
        var random = new Random(47);
        for (var round = 0; round < 8000; round++)
        {
            var raw = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var clean = Cleaner.Clean(raw);
            var last = 0;
            for (var at = 0; at < clean.Text.Length; at++)
            {
                var place = clean.ToRaw(new SourceSpan(at, at + 1));
                (place.Start >= last && place.Start < place.End && place.End <= raw.Length).ShouldBeTrue($"{at} → {place} in '{raw}'");
                last = place.Start;
            }

            // No figure is lost, and none is written where it does not stand.
            foreach (var number in (string[])["3.5%", "80"])
                clean.Text.Split(number).Length.ShouldBe(raw.Split(number).Length, $"'{raw}' became '{clean.Text}'");
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<td")]
    [InlineData("<td>")]
    [InlineData("<td a=\"")]
    [InlineData("<tr><td>甲</td></tr>")]
    [InlineData("<tr><td>甲</td><td>1</td></tr>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table><tr><td>甲</td></tr>\n")]
    [InlineData("<table><tr><td>甲<td>1</table>")]
    [InlineData("<tr><td colspan=40 rowspan=1000>年度计划进展情况<td>1")]
    [InlineData("<td colspan=40>")]
    [InlineData("<tr><th colspan=40>年度计划")]
    [InlineData("<style>")]
    [InlineData("<!--")]
    [InlineData("<caption>甲")]
    public void Millions_of_tags_are_read_in_line_with_their_number(string repeated)
    {
        var raw = "<table><tr><td>项目</td><td>计划</td></tr></table>" + string.Concat(Enumerable.Repeat(repeated, 3_000_000 / repeated.Length));
        var clean = Cleaner.Clean(raw);
        clean.Text.Length.ShouldBeLessThan(raw.Length * 12);
        clean.ToRaw(clean.Text.Length).ShouldBe(raw.Length);
    }

    [Fact]
    public void One_row_of_thousands_of_cells_does_not_widen_thousands_of_others()
    {
        var raw = "<table><tr>" + string.Concat(Enumerable.Repeat("<td>甲", 4_000)) + string.Concat(Enumerable.Repeat("<tr><td>乙<td>12", 4_000)) + "</table>";
        var clean = Cleaner.Clean(raw).Text;
        clean.Length.ShouldBeLessThan(raw.Length * 2);
        clean.Split("|乙|12|").Length.ShouldBe(4_001);
    }
}
