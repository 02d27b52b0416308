using Luoshi.Reading.Documents;
using static Luoshi.Reading.Tests.Documents.OfficeFiles;

namespace Luoshi.Reading.Tests.Documents;

public sealed class DocxTests
{
    [Fact]
    public void Paragraphs_become_lines() => Read(Docx(Paragraph("成绩单") + "<w:p/>" + Paragraph("新增就业18.44万人"))).ShouldBe("成绩单\n新增就业18.44万人\n");

    [Fact]
    public void A_number_cut_into_runs_stays_one()
    {
        var body = "<w:p><w:r><w:t>新增就业1</w:t></w:r><w:r><w:t>8.4</w:t></w:r><w:hyperlink><w:r><w:t>4万人</w:t></w:r></w:hyperlink></w:p>";
        Read(Docx(body)).ShouldBe("新增就业18.44万人\n");
    }

    [Fact]
    public void Automatic_numbers_are_printed_at_every_level()
    {
        var numbering = List(1, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4"));
        var body = Numbered("回顾", 1) + Numbered("就业", 1, 1) + Numbered("城镇", 1, 2) + Numbered("农村", 1, 2) + Numbered("教育", 1, 1) + Numbered("小学", 1, 2)
            + Numbered("东区", 1, 3) + Numbered("计划", 1) + Numbered("就业", 1, 1);
        Read(Docx(body, numbering)).ShouldBe("一、回顾\n（一）就业\n1. 城镇\n2. 农村\n（二）教育\n1. 小学\n① 东区\n二、计划\n（一）就业\n");
    }

    [Theory]
    [InlineData("decimal", "第%1件：", 2, "第3件：项")]
    [InlineData("chineseCountingThousand", "第%1条　", 20, "第二十一条　项")]
    [InlineData("chineseCounting", "%1、", 10, "十一、项")]
    [InlineData("chineseCountingThousand", "%1、", 104, "一百零五、项")]
    [InlineData("chineseLegalSimplified", "%1、", 1, "贰、项")]
    [InlineData("upperRoman", "%1.", 3, "IV. 项")]
    [InlineData("lowerLetter", "%1)", 26, "aa) 项")]
    [InlineData("ideographTraditional", "%1、", 1, "乙、项")]
    [InlineData("bullet", "•", 1, "项")]
    public void Counters_are_written_in_their_format(string format, string text, int before, string line)
    {
        var body = string.Concat(Enumerable.Range(0, before + 1).Select(_ => Numbered("项", 7)));
        Read(Docx(body, List(7, (format, text)))).TrimEnd().Split('\n')[^1].ShouldBe(line);
    }

    [Fact]
    public void A_style_lends_its_number_and_list_0_takes_it_away()
    {
        var styles = "<w:style w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"head\"><w:basedOn w:val=\"base\"/></w:style>";
        var body = Paragraph("回顾", "<w:pStyle w:val=\"head\"/>") + Paragraph("说明", "<w:pStyle w:val=\"head\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Paragraph("计划", "<w:pStyle w:val=\"head\"/>");
        Read(Docx(body, List(1, ("chineseCounting", "%1、")), styles)).ShouldBe("一、回顾\n说明\n二、计划\n");
    }

    [Fact]
    public void A_list_that_says_where_it_starts_counts_by_itself()
    {
        var numbering = List(1, ("decimal", "%1.")) + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
        Read(Docx(Numbered("甲", 1) + Numbered("乙", 2) + Numbered("丙", 2) + Numbered("丁", 1), numbering)).ShouldBe("1. 甲\n5. 乙\n6. 丙\n2. 丁\n");
    }

    [Fact]
    public void Deleted_hidden_and_repeated_text_is_left_out()
    {
        var body = "<w:p><w:del><w:r><w:delText>旧目标50个</w:delText></w:r></w:del><w:ins><w:r><w:t>目标60个</w:t></w:r></w:ins>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<mc:AlternateContent><mc:Choice><w:r><w:t>，图</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>，图</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
        Read(Docx(body)).ShouldBe("目标60个，图\n");
    }

    [Fact]
    public void A_table_becomes_rows_with_merged_cells_in_line()
    {
        var table = Table(
            Row(Cell("区", "<w:vMerge w:val=\"restart\"/>"), Cell("公厕（座）", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("", "<w:vMerge/>"), Cell("计划"), Cell("完成")),
            Row(Cell("云栖区"), Cell("10"), Cell("8")));
        Read(Docx(Paragraph("表1") + table + Paragraph("说明"))).ShouldBe("表1\n\n| 区 | 公厕（座） | 公厕（座） |\n| | 计划 | 完成 |\n| 云栖区 | 10 | 8 |\n\n说明\n");
    }

    [Fact]
    public void A_label_beside_several_rows_stands_in_each_of_them()
    {
        var table = Table(
            Row(Cell("类别"), Cell("项目"), Cell("数量")),
            Row(Cell("教育", "<w:vMerge w:val=\"restart\"/>"), Cell("小学"), Cell("3")),
            Row(Cell("", "<w:vMerge/>"), Cell("幼儿园"), Cell("4")));
        Read(Docx(table)).ShouldBe("| 类别 | 项目 | 数量 |\n| 教育 | 小学 | 3 |\n| 教育 | 幼儿园 | 4 |\n\n");
    }

    [Fact]
    public void A_table_inside_a_cell_is_words_of_that_cell() =>
        Read(Docx(Table(Row($"<w:tc>{Table(Row(Cell("一"), Cell("2")))}{Paragraph("三")}</w:tc>", Cell("4"))))).ShouldBe("| 一 2 三 | 4 |\n\n");

    [Fact]
    public void Line_breaks_and_text_boxes_are_lines_of_their_own()
    {
        var body = "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r><w:r><w:txbxContent>" + Paragraph("框内5个") + "</w:txbxContent></w:r></w:p>";
        Read(Docx(body)).ShouldBe("第一行\n第二行\n框内5个\n");
    }

    [Fact]
    public void Tables_nested_too_deep_are_refused()
    {
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 3000)) + Paragraph("x") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 3000));
        DocumentReader.Read(Docx(body), "a.docx").Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_deep");
    }

    private static string Read(byte[] docx)
    {
        var document = DocumentReader.Read(docx, "a.docx").Value;
        document.Format.ShouldBe(DocumentFormat.Docx);
        return document.Text;
    }
}
