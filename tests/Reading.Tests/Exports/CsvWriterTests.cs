using System.Text;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Exports;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    public void Text_that_a_spreadsheet_would_run_is_disarmed(string text) => Lines(text)[1].ShouldBe($"\"'{text}\"");

    [Fact]
    public void A_negative_number_stays_a_number() => Lines(-3.20m)[1].ShouldBe("-3.2");

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("他说“好”", "他说“好”")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void Quotes_stand_where_they_must(string text, string written) => Write(true, text).ShouldEndWith($"{written}\r\n");

    [Fact]
    public void A_mark_tells_Excel_that_it_is_UTF_8_and_only_the_first_part_has_it()
    {
        Bytes(header: true, "指标").AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
        Write(header: false, "指标").ShouldBe("指标\r\n");
    }

    private static string[] Lines(ExportCell cell) => Write(header: true, cell).Split("\r\n");

    private static string Write(bool header, ExportCell cell) => Encoding.UTF8.GetString(Bytes(header, cell));

    private static byte[] Bytes(bool header, ExportCell cell)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, new ExportSheet("s", [new ExportColumn("列", 8)], [[cell]]), header);
        return stream.ToArray();
    }
}
