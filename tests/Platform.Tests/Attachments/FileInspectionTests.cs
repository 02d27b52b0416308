using System.Text;
using Luoshi.Platform.Attachments;

namespace Luoshi.Platform.Tests.Attachments;

public sealed class FileInspectionTests
{
    [Fact]
    public void Each_kind_is_known_by_its_bytes()
    {
        FileInspection.Inspect(Files.Jpeg()).Value.ShouldBe(FileKind.Jpeg);
        FileInspection.Inspect(Files.Jpeg(Files.Exif())).Value.ShouldBe(FileKind.Jpeg);
        FileInspection.Inspect(Files.Png()).Value.ShouldBe(FileKind.Png);
        FileInspection.Inspect(Files.Webp()).Value.ShouldBe(FileKind.Webp);
        FileInspection.Inspect(Files.Pdf()).Value.ShouldBe(FileKind.Pdf);
        FileInspection.Inspect(Files.Docx()).Value.ShouldBe(FileKind.Docx);
        FileInspection.Inspect(Files.Zip("[Content_Types].xml", "xl/workbook.xml")).Value.ShouldBe(FileKind.Xlsx);
    }

    [Fact]
    public void What_a_telephone_puts_behind_a_photo_does_not_spoil_it() =>
        FileInspection.Inspect([.. Files.Jpeg(), .. Files.Jpeg()]).Value.ShouldBe(FileKind.Jpeg);

    [Theory]
    [InlineData("<html><body>hello</body></html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("MZ a program")]
    [InlineData("GIF89a")]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("落实")]
    public void Anything_else_is_refused(string content) => FileInspection.Inspect(Encoding.UTF8.GetBytes(content)).Refusal!.Code.ShouldBe("attachment.unknown_kind");

    [Fact]
    public void A_picture_that_is_also_a_page_is_refused()
    {
        byte[] page = [.. "<ScRiPt>alert(1)</sCrIpT>"u8];

        Refused([.. Files.Jpeg(), .. page]).ShouldBe("attachment.two_faced");
        Refused([.. Files.Jpeg([.. "Exif\0\0"u8, .. page])]).ShouldBe("attachment.two_faced");
        Refused(Files.Png([.. "Comment\0"u8, .. page])).ShouldBe("attachment.two_faced");
        Refused([.. Files.Png(), .. page]).ShouldBe("attachment.two_faced");
    }

    [Fact]
    public void An_archive_or_a_document_behind_or_inside_a_picture_is_refused()
    {
        Refused([.. Files.Jpeg(), .. Files.Zip("evil.jar")]).ShouldBe("attachment.two_faced");
        Refused([.. Files.Png(), .. Files.Zip("evil.jar")]).ShouldBe("attachment.two_faced");
        Refused([.. Files.Webp(), 0]).ShouldBe("attachment.two_faced");
        Refused(Files.Png(Files.Pdf())).ShouldBe("attachment.two_faced");
        Refused([.. Files.Pdf(), .. Files.Zip("evil.jar"), .. "%%EOF"u8]).ShouldBe("attachment.two_faced");
    }

    [Fact]
    public void Macros_scripts_and_bombs_are_refused()
    {
        Refused(Files.Docx("word/vbaProject.bin")).ShouldBe("attachment.active");
        Refused(Files.Docx("word/activeX/activeX1.xml")).ShouldBe("attachment.active");
        Refused(Files.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")).ShouldBe("attachment.active");
        Refused(Files.Pdf("/S /Launch")).ShouldBe("attachment.active");
        Refused(Files.Bomb()).ShouldBe("attachment.too_large");
        Refused(new byte[FileInspection.MaxBytes + 1]).ShouldBe("attachment.too_large");
        Refused(Files.Zip("a.txt")).ShouldBe("attachment.unknown_kind");
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_broken_or_unknown_and_never_taken()
    {
        foreach (var whole in (byte[][])[Files.Jpeg(), Files.Png(), Files.Webp(), Files.Pdf(), Files.Docx()])
        {
            // The last byte of a pdf is only a line break.
            for (var length = 0; length < whole.Length - 2; length++)
                FileInspection.Inspect(whole.AsSpan(0, length)).IsOk.ShouldBeFalse($"{whole.Length} bytes cut to {length}");
        }
    }

    [Fact]
    public void Random_bytes_behind_every_signature_throw_nothing()
    {
        var random = new Random(20260630);
        foreach (var start in (byte[][])[[0xFF, 0xD8, 0xFF], [.. Files.Png()[..8]], [.. Files.Webp()[..12]], [.. "%PDF-"u8], [.. "PK\x03\x04"u8], []])
        {
            for (var i = 0; i < 2000; i++)
            {
                var tail = new byte[random.Next(200)];
                random.NextBytes(tail);
                Should.NotThrow(() => FileInspection.Inspect([.. start, .. tail]));
                Should.NotThrow(() => PhotoDetails.Read([.. start, .. tail]));
            }
        }
    }

    [Theory]
    [InlineData("a.jpg", "a.jpg")]
    [InlineData("a.html", "a.jpg")]
    [InlineData("a.jpg.exe", "a.jpg.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\temp\\现场照片.JPG", "现场照片.jpg")]
    [InlineData("a\r\nSet-Cookie: x.jpg", "aSet-Cookie x.jpg")]
    [InlineData("gpj.\u202Eexe", "gpj.jpg")]
    [InlineData("", "file.jpg")]
    [InlineData("...", "file.jpg")]
    public void A_name_is_made_safe_and_ends_in_what_the_file_is(string given, string kept) => AttachmentStore.SafeName(given, FileKind.Jpeg).ShouldBe(kept);

    private static string Refused(byte[] content) => FileInspection.Inspect(content).Refusal!.Code;
}
