using System.Text;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Tests.Documents;

public sealed class TextDocumentTests
{
    private const string Simplified = "海岳市今年新建口袋公园12个，完成年度计划的60%。";
    private const string Traditional = "海嶽市今年新建口袋公園12個，完成年度計劃的60%。";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    [Fact]
    public void The_text_of_a_utf8_file_is_the_file_itself()
    {
        const string text = "第一行\r\n第二行\n  第三行\u3000\r第四行\u2028还是第四行\n";
        var document = Read(Encoding.UTF8.GetBytes(text));
        document.Text.ShouldBe(text);
        document.Encoding.ShouldBe("utf-8");
        document.Format.ShouldBe(DocumentFormat.Text);
        document.Notices.ShouldBeEmpty();
        document.LineOf(text.IndexOf("第四行", StringComparison.Ordinal)).ShouldBe(4);
        document.LineOf(text.IndexOf("还是", StringComparison.Ordinal)).ShouldBe(4);
    }

    public static TheoryData<string, bool> Marks => new() { { "utf-8", true }, { "utf-16", true }, { "utf-16BE", true } };

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_text(string encoding, bool silent)
    {
        var form = Encoding.GetEncoding(encoding);
        var document = Read([.. form.GetPreamble(), .. form.GetBytes(Simplified)]);
        document.Text.ShouldBe(Simplified);
        document.Notices.Count.ShouldBe(silent ? 0 : 1);
    }

    [Theory]
    [InlineData("落实")]
    [InlineData("一")]
    [InlineData("完成了")]
    [InlineData("民生实事项目")]
    [InlineData(Simplified)]
    [InlineData("序号,指标,2023年\n1,棚改户数,300\n")]
    public void Simplified_text_in_gb18030_is_recognised_however_short(string text)
    {
        var document = Read(Gb18030.GetBytes(text));
        document.Text.ShouldBe(text);
        document.Encoding.ShouldBe("gb18030");
        document.Notices.ShouldHaveSingleItem().Code.ShouldBe("encoding.guessed");
    }

    [Theory]
    [InlineData("民生")]
    [InlineData("實事")]
    [InlineData("民生實事項目")]
    [InlineData(Traditional)]
    public void Traditional_text_in_big5_is_recognised_however_short(string text)
    {
        var document = Read(Big5.GetBytes(text));
        document.Text.ShouldBe(text);
        document.Encoding.ShouldBe("big5");
    }

    [Fact]
    public void Traditional_text_in_gb18030_is_not_taken_for_big5() => Read(Gb18030.GetBytes(Traditional)).Text.ShouldBe(Traditional);

    [Fact]
    public void Utf16_without_a_mark_is_recognised()
    {
        Read(Encoding.Unicode.GetBytes(Simplified)).Encoding.ShouldBe("utf-16le");
        Read(Encoding.BigEndianUnicode.GetBytes(Simplified)).Text.ShouldBe(Simplified);
    }

    [Fact]
    public void A_utf8_file_that_was_cut_is_read_and_says_so()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified);
        var document = Read(bytes[..^1]);
        document.Encoding.ShouldBe("utf-8");
        document.Text.ShouldStartWith(Simplified[..^1]);
        document.Notices.ShouldContain(n => n.Code == "encoding.bytes_lost");
    }

    [Theory]
    [InlineData("编号,项目,数量\n1,\"口袋公园,含绿道\",12\n2,公厕,\"3,400\"\n", "| 编号 | 项目 | 数量 |\n| 1 | 口袋公园,含绿道 | 12 |\n| 2 | 公厕 | 3,400 |\n")]
    [InlineData("a;b\r\n\"说\"\"好\"\"\";\"两\n行\"\r\n", "| a | b |\n| 说\"好\" | 两 行 |\n")]
    [InlineData("a\tb,c\n1\t2", "| a | b,c |\n| 1 | 2 |\n")]
    [InlineData("a,b\n1,\n,2\n", "| a | b |\n| 1 | |\n| | 2 |\n")]
    [InlineData("统计表,,\na,b,c\n1,2,3\n", "统计表\n| a | b | c |\n| 1 | 2 | 3 |\n")]
    [InlineData("a,b|c\n", "| a | b/c |\n")]
    [InlineData("\"没有结束的引号,1\n", "| 没有结束的引号,1 |\n")]
    public void Csv_becomes_piped_rows(string csv, string rows)
    {
        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(csv), "表.csv").Value;
        document.Text.ShouldBe(rows);
        document.Format.ShouldBe(DocumentFormat.Csv);
    }

    [Fact]
    public void Csv_in_gb18030_is_read_like_any_other() =>
        DocumentReader.Read(Gb18030.GetBytes("项目,数量\n公厕,12\n"), "表.csv").Value.Text.ShouldBe("| 项目 | 数量 |\n| 公厕 | 12 |\n");

    [Fact]
    public async Task A_stream_is_read_like_its_bytes()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Simplified));
        var read = await DocumentReader.ReadAsync(stream, "目录/报告.txt", cancel: TestContext.Current.CancellationToken);
        read.Value.Text.ShouldBe(Simplified);
        read.Value.Name.ShouldBe("报告.txt");
    }

    [Fact]
    public async Task A_stream_beyond_the_limit_is_refused()
    {
        using var stream = new MemoryStream(new byte[200_000]);
        var read = await DocumentReader.ReadAsync(stream, "a.txt", new DocumentLimits { MaxBytes = 1000 }, TestContext.Current.CancellationToken);
        read.Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_large");
    }

    private static SourceDocument Read(byte[] bytes) => DocumentReader.Read(bytes, "a.txt").Value;
}
