using System.Text;
using Luoshi.Reading.Documents;
using static Luoshi.Reading.Tests.Documents.OfficeFiles;

namespace Luoshi.Reading.Tests.Documents;

/// <summary>Whatever the bytes are, reading them ends in a document or a refusal. Seeds are fixed, so a failure can be run again.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly string[] Names = ["a.txt", "a.html", "a.csv", "a.docx", "a.xlsx", "a.xls", "-"];

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(20_240_101);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            Survives(bytes, Names[round % Names.Length]);
        }
    }

    [Fact]
    public void Random_bytes_behind_each_signature_never_throw()
    {
        byte[][] signatures =
            [[.. "PK\u0003\u0004"u8], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [.. "<html>"u8], [.. "<!doctype html><table>"u8], [.. "<?xml"u8]];
        var random = new Random(11);
        for (var round = 0; round < 1600; round++)
        {
            var tail = new byte[random.Next(0, 1500)];
            random.NextBytes(tail);
            Survives([.. signatures[round % signatures.Length], .. tail], Names[round % Names.Length]);
        }
    }

    [Fact]
    public void Utf8_cut_anywhere_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes("海岳市今年新建口袋公园12个，完成年度计划的60%。𠮷");
        for (var length = 4; length < bytes.Length; length++)
            DocumentReader.Read(bytes.AsMemory(0, length), "a.txt").Value.Encoding.ShouldBe("utf-8", $"cut at {length}");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Office_files_with_damaged_bytes_never_throw(string kind)
    {
        var whole = kind == "docx"
            ? Docx(Numbered("一", 1) + Table(Row(Cell("区", "<w:vMerge w:val=\"restart\"/>"), Cell("数")), Row(Cell("", "<w:vMerge/>"), Cell("3"))), List(1, ("chineseCounting", "%1、")))
            : Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row>", "<mergeCell ref=\"A1:B2\"/>", "<si><t>区</t></si>");
        DocumentReader.Read(whole, "a." + kind).IsOk.ShouldBeTrue();
        var random = new Random(5);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Survives(round % 3 == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes, "a." + kind);
        }
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>一</w:t></w:r></w:p>|<w:tbl>|</w:tbl>|<w:tr>|</w:tr>|<w:tc>|</w:tc>|<w:p>|</w:p>|<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>|<w:numPr><w:numId w:val=\"1\"/><w:ilvl w:val=\"12\"/></w:numPr>|<w:del/>|<w:gridBefore w:val=\"-5\"/>|<w:t/>|<w:vMerge w:val=\"restart\"/>")]
    public void Word_elements_in_any_order_never_throw(string pieces)
    {
        var parts = pieces.Split('|');
        var random = new Random(17);
        for (var round = 0; round < 1500; round++)
            Survives(Docx(Balanced(parts, random), List(1, ("decimal", "%1.%9"))), "a.docx");
    }

    [Fact]
    public void Tags_in_any_order_never_throw()
    {
        string[] tags = ["<table>", "</table>", "<tr>", "<td rowspan=9 colspan=999>", "<td>3", "<th>区", "<p>", "</p>", "<b>", "</i>", "<div class='nav'>", "</div>", "<svg>", "</svg>", "<script>", "</script>", "<!--", "-->", "<a href='", "文字", "&#x110000;", "<ul><li>", "<pre>\n", "<sup>2</sup>", "<br", ">"];
        var random = new Random(23);
        for (var round = 0; round < 1500; round++)
        {
            var html = new StringBuilder("<html><body>");
            for (var i = random.Next(40); i >= 0; i--)
                html.Append(tags[random.Next(tags.Length)]);
            Survives(Encoding.UTF8.GetBytes(html.ToString()), "a.html");
        }
    }

    [Fact]
    public void Csv_of_any_quotes_never_throws()
    {
        var random = new Random(29);
        for (var round = 0; round < 3000; round++)
        {
            var csv = string.Create(random.Next(1, 60), random, (span, r) =>
            {
                foreach (ref var c in span)
                    c = "\",;\t\r\n| 数3"[r.Next(10)];
            });
            Survives(Encoding.UTF8.GetBytes(csv), "a.csv");
        }
    }

    private static string Balanced(string[] parts, Random random)
    {
        // Closing tags only close what is open, so that the XML is sound and the order is not.
        var (body, open) = (new StringBuilder(), new Stack<string>());
        for (var i = random.Next(30); i >= 0; i--)
        {
            var part = parts[random.Next(parts.Length)];
            if (part.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.TryPop(out var name))
                    body.Append("</").Append(name).Append('>');
                continue;
            }

            body.Append(part);
            if (part is "<w:tbl>" or "<w:tr>" or "<w:tc>" or "<w:p>")
                open.Push(part[1..^1]);
        }

        while (open.TryPop(out var name))
            body.Append("</").Append(name).Append('>');
        return body.ToString();
    }

    private static void Survives(byte[] bytes, string name)
    {
        var read = DocumentReader.Read(bytes, name);
        if (!read.TryGet(out var document, out var refusal))
        {
            refusal.Code.ShouldStartWith("document.");
            return;
        }

        document.Text.ShouldNotBeNull();
        foreach (var notice in document.Notices)
            (notice.Span is not { } span || (span.Start >= 0 && span.End <= document.Text.Length)).ShouldBeTrue();
    }
}
