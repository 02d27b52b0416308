using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Exports;

/// <summary>The workbook is checked by reading it back, with another reader and as XML.</summary>
public sealed class XlsxWriterTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Another_reader_gets_the_same_cells_back()
    {
        // The reader wants the code page whatever the workbook holds, and other tests may not have registered it yet.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(Book("新增就业 <&>\"'", 184400m, -3.20m, (string?)null));
        reader.Name.ShouldBe("数字");
        reader.Read().ShouldBeTrue();
        reader.GetString(0).ShouldBe("列1");
        reader.Read().ShouldBeTrue();
        reader.GetString(0).ShouldBe("新增就业 <&>\"'");
        reader.GetDouble(1).ShouldBe(184400);
        reader.GetDouble(2).ShouldBe(-3.2);
        reader.GetValue(3).ShouldBeNull();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("@x")]
    public void Text_is_never_a_formula(string text)
    {
        var sheet = Part(Book(text), "xl/worksheets/sheet1.xml");
        sheet.Descendants(Main + "f").ShouldBeEmpty();
        sheet.Descendants(Main + "t").Last().Value.ShouldBe(text);
        sheet.Descendants(Main + "c").Last().Attribute("t")!.Value.ShouldBe("inlineStr");
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_do_not_break_the_file() =>
        Part(Book("a\0b\uD800c\u0007𠮷"), "xl/worksheets/sheet1.xml").Descendants(Main + "t").Last().Value.ShouldBe("a\uFFFDb\uFFFDc\uFFFD𠮷");

    [Fact]
    public void The_header_stays_in_sight_and_filters() => Part(Book("x"), "xl/worksheets/sheet1.xml").ToString().ShouldSatisfyAllConditions(
        xml => xml.ShouldContain("state=\"frozen\""),
        xml => xml.ShouldContain("autoFilter ref=\"A1:A2\""));

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    public void Columns_are_counted_as_spreadsheets_do(int number, string name) => XlsxWriter.ColumnName(number).ShouldBe(name);

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Book("x", 1m).ToArray().ShouldBe(Book("x", 1m).ToArray());

    private static MemoryStream Book(params ExportCell[] cells)
    {
        var stream = new MemoryStream();
        XlsxWriter.Write(stream, [new ExportSheet("数字", [.. cells.Select((_, i) => new ExportColumn($"列{i + 1}", 10))], [cells])]);
        stream.Position = 0;
        return stream;
    }

    private static XDocument Part(MemoryStream book, string path)
    {
        using var archive = new ZipArchive(book);
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }
}
