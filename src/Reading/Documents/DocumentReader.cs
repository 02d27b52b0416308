using Luoshi.Kernel.Outcomes;
using Luoshi.Reading.Documents.Pdf;

namespace Luoshi.Reading.Documents;

/// <summary>
/// Bytes in, text out: finds out what a file is by its content, and extracts the text of every kind that is read.
/// What cannot be read comes back as a refusal of <see cref="DocumentRefusals"/>; nothing a file holds makes it throw.
/// Only PDF leaves the process (poppler's <c>pdftotext</c>); nothing ever touches the network.
/// </summary>
public static class DocumentReader
{
    private const int CopyLength = 128 * 1024;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Its name; the ending decides between csv and plain text, the rest is only shown.</param>
    /// <param name="limits">How much is let in.</param>
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> bytes, string name, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Read(bytes, name, limits, CancellationToken.None);
    }

    /// <summary>Reads the stream to its end, or to the limit, and then as <see cref="Read(ReadOnlyMemory{byte}, string, DocumentLimits?)"/>.</summary>
    /// <param name="cancel">Stops the copying, and a PDF that is being read; other kinds are read in one go.</param>
    public static async Task<Outcome<SourceDocument>> ReadAsync(Stream stream, string name, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= DocumentLimits.Default;
        using var copy = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 0, limits.MaxBytes) : CopyLength);
        var buffer = new byte[CopyLength];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (copy.Length + count > limits.MaxBytes)
                return DocumentRefusals.TooLarge(Path.GetFileName(name), limits.MaxBytes);
            copy.Write(buffer, 0, count);
        }

        var bytes = copy.GetBuffer().AsMemory(0, (int)copy.Length);
        return Read(bytes, name, limits, cancel);
    }

    private static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> bytes, string name, DocumentLimits? limits, CancellationToken cancel)
    {
        var source = new Source(bytes, Path.GetFileName(name), limits ?? DocumentLimits.Default);
        if (bytes.IsEmpty)
            return DocumentRefusals.Empty(source.Name);
        if (bytes.Length > source.Limits.MaxBytes)
            return DocumentRefusals.TooLarge(source.Name, source.Limits.MaxBytes);
        try
        {
            return ByContent(source, cancel);
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private static Outcome<SourceDocument> ByContent(Source source, CancellationToken cancel) => ContentSniffer.Sniff(source.Bytes.Span) switch
    {
        ContentKind.Text => TextDocuments.Read(source),
        ContentKind.Html => Html.HtmlReader.Read(source),
        ContentKind.Zip => ZippedDocuments.Read(source),
        ContentKind.Excel97 => Sheets.XlsReader.Read(source),
        ContentKind.Pdf => PdfReader.Read(source, cancel),
        ContentKind.WebArchive => DocumentRefusals.WebArchive(source.Name),
        ContentKind.OfficeXml => DocumentRefusals.OfficeXml(source.Name),
        ContentKind.OldWord => DocumentRefusals.OldWord(source.Name),
        ContentKind.EncryptedOffice => DocumentRefusals.Encrypted(source.Name),
        ContentKind.Rtf => DocumentRefusals.Rtf(source.Name),
        ContentKind.Image => DocumentRefusals.Image(source.Name),
        ContentKind.Archive => DocumentRefusals.Archive(source.Name),
        ContentKind.Ole => DocumentRefusals.Unsupported(source.Name),
        var kind => throw new InvalidOperationException($"No reader for {kind}."),
    };
}
