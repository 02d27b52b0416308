using Luoshi.Reading.Documents;
using static Luoshi.Reading.Tests.Documents.OfficeFiles;

namespace Luoshi.Reading.Tests.Documents;

public sealed class XlsxTests
{
    private const string Formats =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.0&quot;万元&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/></cellXfs>";

    [Fact]
    public void A_sheet_becomes_its_name_and_rows()
    {
        var strings = "<si><t>区</t></si><si><r><t>完成</t></r><r><t>数</t></r><rPh><t>wan</t></rPh></si><si><t>云栖区</t></si>";
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>8</v></c></row>";
        Read(Xlsx(rows, strings: strings)).ShouldBe("进度\n| 区 | 完成数 |\n| 云栖区 | 8 |\n\n");
    }

    [Theory]
    [InlineData("0.527", 1, "52.7%")]
    [InlineData("0.41250000000000003", 1, "41.3%")]
    [InlineData("12345.67", 2, "12345.7万元")]
    [InlineData("45323", 3, "2024年2月")]
    [InlineData("45323", 4, "2024-02-01")]
    [InlineData("0.30000000000000004", 0, "0.3")]
    [InlineData("3", 5, "3.00")]
    [InlineData("1234567890", 0, "1234567890")]
    public void A_number_is_written_as_its_cell_shows_it(string value, int style, string shown) =>
        Read(Xlsx($"<row><c t=\"inlineStr\"><is><t>项目</t></is></c><c s=\"{style}\"><v>{value}</v></c></row>", formats: Formats)).ShouldBe($"进度\n| 项目 | {shown} |\n\n");

    [Fact]
    public void Merged_headers_and_labels_are_laid_out()
    {
        var rows = Texts(1, "成绩单", "", "") + Texts(2, "类别", "进度", "") + Texts(3, "", "计划", "完成")
            + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>教育</t></is></c><c r=\"B4\"><v>3</v></c><c r=\"C4\"><v>2</v></c></row>"
            + "<row r=\"5\"><c r=\"B5\"><v>5</v></c><c r=\"C5\"><v>4</v></c></row>";
        const string merges = "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A4:A5\"/>";
        Read(Xlsx(rows, merges, sheet: "Sheet1")).ShouldBe("成绩单\n| 类别 | 进度 | 进度 |\n| | 计划 | 完成 |\n| 教育 | 3 | 2 |\n| 教育 | 5 | 4 |\n\n");
    }

    [Fact]
    public void A_hidden_sheet_is_not_read_and_is_told()
    {
        var document = DocumentReader.Read(Xlsx(Texts(1, "a", "b", "c"), state: "hidden"), "a.xlsx").Value;
        document.Text.ShouldBeEmpty();
        document.Notices.ShouldHaveSingleItem().Code.ShouldBe("sheet.hidden");
    }

    [Fact]
    public void Days_of_a_1904_workbook_are_four_years_later() =>
        Read(Xlsx("<row><c t=\"inlineStr\"><is><t>日期</t></is></c><c s=\"4\"><v>43861</v></c></row>", formats: Formats, workbook: "date1904=\"1\"")).ShouldContain("2024-02-01");

    [Fact]
    public void A_merge_over_everything_does_not_fill_the_memory() =>
        Read(Xlsx(Texts(1, "a", "b", "c") + Texts(2, "1", "2", "3"), "<mergeCell ref=\"A1:XFD1048576\"/>")).ShouldContain("b");

    [Fact]
    public void More_cells_than_the_limit_are_refused() =>
        DocumentReader.Read(Xlsx(Texts(1, "a", "b", "c")), "a.xlsx", new DocumentLimits { MaxCells = 2 }).Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_many_cells");

    [Fact]
    public void A_workbook_of_excel_97_is_read_alike()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples", "toilets.xls"));
        var document = DocumentReader.Read(bytes, "toilets.xls").Value;
        document.Text.ShouldBe("公厕进度\n| 区 | 公厕（座） | 公厕（座） | |\n| | 计划 | 完成 | 完成率 |\n| 云栖区 | 40 | 33 | 82.5% |\n\n");
        document.Notices.ShouldHaveSingleItem().Code.ShouldBe("sheet.hidden");
    }

    [Fact]
    public void A_damaged_workbook_of_excel_97_never_throws()
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples", "toilets.xls"));
        var random = new Random(43);
        for (var round = 0; round < 500; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hit = random.Next(1, 8); hit > 0; hit--)
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            var read = DocumentReader.Read(bytes, "a.xls");
            (read.IsOk || read.Refusal.Code.StartsWith("document.", StringComparison.Ordinal)).ShouldBeTrue();
        }
    }

    private static string Texts(int row, params string[] cells) =>
        $"<row r=\"{row}\">" + string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";

    private static string Read(byte[] xlsx)
    {
        var document = DocumentReader.Read(xlsx, "a.xlsx").Value;
        document.Format.ShouldBe(DocumentFormat.Xlsx);
        return document.Text;
    }
}
