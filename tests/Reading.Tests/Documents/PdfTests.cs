using System.Text;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Documents.Pdf;

namespace Luoshi.Reading.Tests.Documents;

public sealed class PdfTests
{
    [Fact]
    public void The_text_of_a_pdf_keeps_its_lines_and_gaps()
    {
        var read = Read(Pdf("BT /F1 12 Tf 72 700 Td (Jobs 18.44) Tj 200 0 Td (52.7%) Tj -200 -20 Td (Parks 12) Tj ET"));
        var lines = read.Value.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].Trim().ShouldMatch("^Jobs 18\\.44 {2,}52\\.7%$");
        lines[1].Trim().ShouldBe("Parks 12");
        read.Value.Format.ShouldBe(DocumentFormat.Pdf);
    }

    [Fact]
    public void A_pdf_without_text_is_refused_as_a_scan() => Read(Pdf("0 0 100 100 re f")).Refusal.ShouldNotBeNull().Code.ShouldBe("document.pdf_without_text");

    [Fact]
    public void A_pdf_that_cannot_be_opened_is_broken() => Read(Encoding.ASCII.GetBytes("%PDF-1.4\nnothing")).Refusal.ShouldNotBeNull().Code.ShouldBe("document.broken");

    [Fact]
    public void A_pdf_with_a_password_is_refused_as_encrypted()
    {
        var key = string.Concat(Enumerable.Repeat("A1", 32));
        var read = Read(Pdf("BT ET", $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"));
        read.Refusal.ShouldNotBeNull().Code.ShouldBe("document.encrypted");
    }

    [Fact]
    public void A_pdf_with_more_text_than_allowed_is_refused() =>
        Read(Pdf("BT /F1 12 Tf 72 700 Td (Jobs 18.44) Tj ET"), new DocumentLimits { MaxCharacters = 3 }).Refusal.ShouldNotBeNull().Code.ShouldBe("document.text_too_long");

    [Fact]
    public void A_tool_that_takes_too_long_is_stopped_and_the_pdf_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for a slow tool is a shell script.");
        var folder = Directory.CreateTempSubdirectory("luoshi-slow-");
        var slow = Path.Combine(folder.FullName, "slow");
        File.WriteAllText(slow, "#!/bin/sh\nexec sleep 600\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var source = new Source(Pdf("BT ET"), "a.pdf", new DocumentLimits { PdfTimeout = TimeSpan.FromMilliseconds(50) });
        PdfTool.Run(source, CancellationToken.None, slow).Failure.ShouldNotBeNull().Code.ShouldBe("document.pdf_timeout");
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Without_the_tool_the_refusal_says_how_to_get_it()
    {
        var source = new Source(Pdf("BT ET"), "a.pdf", DocumentLimits.Default);
        var refusal = PdfTool.Run(source, CancellationToken.None, "a-program-that-is-nowhere").Failure.ShouldNotBeNull();
        refusal.Code.ShouldBe("document.pdf_tool_missing");
        refusal.English.ShouldContain("apt install poppler-utils");
    }

    [Fact]
    public async Task Reading_a_pdf_stops_when_asked()
    {
        SkipWithoutTool();
        using var stream = new MemoryStream(Pdf("BT ET"));
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => DocumentReader.ReadAsync(stream, "a.pdf", cancel: cancel.Token));
    }

    private static Luoshi.Kernel.Outcomes.Outcome<SourceDocument> Read(byte[] pdf, DocumentLimits? limits = null)
    {
        SkipWithoutTool();
        return DocumentReader.Read(pdf, "a.pdf", limits);
    }

    private static void SkipWithoutTool()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext")));
        if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("pdftotext is not installed; install poppler-utils to run this test.");
    }

    /// <summary>One page with the drawing commands given.</summary>
    private static byte[] Pdf(string content, string trailer = "")
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var start = text.Length;
        text.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(place.ToString("D10")).Append(" 00000 n \n");
        text.Append("trailer << /Size 6 /Root 1 0 R ").Append(trailer).Append(" >>\nstartxref\n").Append(start).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());

        void Add(string body)
        {
            places.Add(text.Length);
            text.Append(places.Count).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }
    }
}
