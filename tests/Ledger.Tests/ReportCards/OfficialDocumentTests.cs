using System.IO.Compression;
using System.Xml.Linq;
using Luoshi.Ledger.ReportCards.Official;
using Luoshi.Reading;

namespace Luoshi.Ledger.Tests.ReportCards;

public class OfficialDocumentTests
{
    private const string Text = "海岳市2025年上半年市办实事进展情况\n2025年海岳市市办实事共1件1项。\n第一件：促进充分就业，全年城镇新增就业35万人\n1.就业创业方面，城镇新增就业18.44万人，占年计划的52.7%。\n带有<尖括号>与\u0001控制字符的一段&符号。";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static XDocument Part(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(OfficialDocument.Make(Text)));
        using var stream = zip.GetEntry(name).ShouldNotBeNull().Open();
        return XDocument.Load(stream);
    }

    [Fact]
    public void The_page_has_the_grid_of_official_papers()
    {
        var section = Part("word/document.xml").Descendants(W + "sectPr").Single();

        ((string?)section.Element(W + "pgSz")?.Attribute(W + "w")).ShouldBe("11906");
        var grid = section.Element(W + "docGrid").ShouldNotBeNull();
        // 22 lines fit into 225 mm, 28 characters into 156 mm.
        (22 * (int)grid.Attribute(W + "linePitch")!).ShouldBeInRange(12_700, 12_800);
        var spacing = (int)Part("word/styles.xml").Descendants(W + "spacing").Single().Attribute(W + "val")!;
        (28 * ((16 * 20) + spacing)).ShouldBeInRange(8_800, 8_844);
    }

    [Fact]
    public void The_office_and_the_day_stand_below_the_text()
    {
        using var zip = new ZipArchive(new MemoryStream(OfficialDocument.Make(Text, new Signature("海岳市人民政府督查室", new DateOnly(2025, 7, 4)))));
        using var stream = zip.GetEntry("word/document.xml").ShouldNotBeNull().Open();
        var last = XDocument.Load(stream).Descendants(W + "p").TakeLast(3).ToArray();

        last.Select(p => p.Value).ShouldBe(["", "海岳市人民政府督查室", "2025年7月4日"]);
        last[1..].ShouldAllBe(p => (string?)p.Descendants(W + "jc").Single().Attribute(W + "val") == "right");
        // The office, ten characters, ends two before the margin; the date, as wide as six, begins two behind the office's first.
        last[1..].Select(p => (int)p.Descendants(W + "ind").Single().Attribute(W + "rightChars")!).ShouldBe([200, 400]);
    }

    [Fact]
    public void Title_heading_and_body_name_their_fonts() =>
        Part("word/document.xml").Descendants(W + "rFonts").Select(f => (string?)f.Attribute(W + "eastAsia")).ShouldBe(["方正小标宋简体", "仿宋_GB2312", "黑体", "仿宋_GB2312", "仿宋_GB2312"]);

    [Fact]
    public void Every_part_is_well_formed_whatever_the_text_holds()
    {
        using var zip = new ZipArchive(new MemoryStream(OfficialDocument.Make(Text)));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            XDocument.Load(stream).Root.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_document_reads_back_to_its_figures()
    {
        var reading = LuoshiReader.Read(OfficialDocument.Make(Text), "card.docx").Value;

        reading.Claims.Select(c => c.Value).ShouldContain(184_400);
        reading.Claims.Select(c => c.Value).ShouldContain(52.7m);
    }
}
