using Luoshi.Kernel.Outcomes;

namespace Luoshi.Reading.Documents.Pdf;

/// <summary>A PDF through poppler's <c>pdftotext -layout</c>, which keeps columns of tables apart by blanks.</summary>
internal static class PdfReader
{
    public static Outcome<SourceDocument> Read(Source source, CancellationToken cancel)
    {
        var result = PdfTool.Run(source, cancel);
        if (result.Failure is { } failure)
            return failure;
        // A form feed starts each page; pages are parted by an empty line.
        var text = result.Text.Replace('\f', '\n').TrimEnd();
        if (string.IsNullOrWhiteSpace(text))
            return DocumentRefusals.PdfWithoutText(source.Name);
        return new SourceDocument(source.Name, DocumentFormat.Pdf, "utf-8", text + "\n", []);
    }
}
