using System.IO.Compression;
using System.Reflection;
using System.Text;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Tests.Documents;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "document.empty")]
    [InlineData("{\\rtf1\\ansi}", "document.rtf")]
    [InlineData("Rar!\u001A\u0007", "document.archive")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related", "document.web_archive")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>", "document.office_xml")]
    [InlineData("GIF89a....", "document.image")]
    [InlineData("%PDF-1.7 nothing else", "document.broken")]
    [InlineData("PK\u0003\u0004 not really", "document.broken")]
    public void Content_decides_what_is_refused(string content, string code) => CodeOf(Encoding.Latin1.GetBytes(content), "a.txt").ShouldBe(code);

    [Theory]
    [InlineData("WordDocument", "document.old_word")]
    [InlineData("EncryptedPackage", "document.encrypted")]
    [InlineData("Workbook", "document.broken")]
    [InlineData("Other", "document.unsupported")]
    public void Old_office_files_are_told_apart_by_their_streams(string stream, string code)
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream + "\0")];
        CodeOf(bytes, "a.docx").ShouldBe(code);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = new byte[4000];
        new Random(7).NextBytes(bytes);
        CodeOf(bytes, "a.txt").ShouldBe("document.unsupported");
    }

    [Theory]
    [InlineData("OFD.xml", "document.ofd")]
    [InlineData("readme.txt", "document.archive")]
    [InlineData("ppt/presentation.xml", "document.archive")]
    public void Zips_are_told_apart_by_their_parts(string part, string code) => CodeOf(Zip((part, "<a/>")), "a.docx").ShouldBe(code);

    [Fact]
    public void A_file_beyond_the_size_limit_is_refused() =>
        DocumentReader.Read(new byte[11], "a.txt", new DocumentLimits { MaxBytes = 10 }).Refusal.ShouldNotBeNull().Code.ShouldBe("document.too_large");

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_its_size_is_refused()
    {
        var bomb = Zip(("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + new string(' ', 40_000_000)));
        bomb.Length.ShouldBeLessThan(60_000);
        CodeOf(bomb, "a.docx").ShouldBe("document.zip_bomb");
    }

    [Fact]
    public void Parts_that_unpack_to_too_much_together_are_refused()
    {
        var bytes = Zip(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>" + Noise(300_000) + "</t></si></sst>"));
        DocumentReader.Read(bytes, "a.xlsx", new DocumentLimits { MaxInflatedBytes = 100_000 }).Refusal.ShouldNotBeNull().Code.ShouldBe("document.zip_bomb");
    }

    [Fact]
    public void An_archive_with_too_many_parts_is_refused()
    {
        var bytes = Zip([.. Enumerable.Range(0, 50).Select(i => ($"part{i}", ""))]);
        DocumentReader.Read(bytes, "a.docx", new DocumentLimits { MaxZipEntries = 40 }).Refusal.ShouldNotBeNull().Code.ShouldBe("document.zip_bomb");
    }

    [Fact]
    public void A_docx_with_broken_xml_is_refused() => CodeOf(Zip(("word/document.xml", "<w:document><w:body>")), "a.docx").ShouldBe("document.broken");

    [Fact]
    public void Every_refusal_has_a_code_of_its_own_and_speaks_both_languages()
    {
        var refusals = typeof(DocumentRefusals).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(m => (Refusal)m.Invoke(null, [.. m.GetParameters().Select(Sample)])!).ToList();
        refusals.Count.ShouldBeGreaterThan(15);
        refusals.Select(r => r.Code).Distinct().Count().ShouldBe(refusals.Count);
        refusals.ShouldAllBe(r => r.Code.StartsWith("document.") && r.Chinese.EndsWith('。') && r.English.EndsWith('.') && r.Where == "x");
    }

    internal static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static string CodeOf(byte[] bytes, string name) => DocumentReader.Read(bytes, name).Refusal.ShouldNotBeNull().Code;

    private static string Noise(int length)
    {
        var random = new Random(3);
        return string.Create(length, random, (span, r) =>
        {
            foreach (ref var c in span)
                c = (char)('a' + r.Next(26));
        });
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when t == typeof(int) => 5,
        var t when t == typeof(long) => 5L,
        var t when t == typeof(TimeSpan) => TimeSpan.FromSeconds(5),
        var t => throw new NotSupportedException(t.Name),
    };
}
