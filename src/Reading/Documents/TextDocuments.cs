using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Documents.Encodings;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents;

/// <summary>Plain text, whose raw text is the decoded file itself, and csv.</summary>
internal static class TextDocuments
{
    public static Outcome<SourceDocument> Read(Source source)
    {
        var decoded = Decode(source, out var notices);
        if (decoded is null)
            return DocumentRefusals.Unsupported(source.Name);
        if (source.HasEnding(".csv") || source.HasEnding(".tsv"))
            return new SourceDocument(source.Name, DocumentFormat.Csv, decoded.Encoding, CsvReader.Read(decoded.Text, source), notices);
        // A table in a file called .txt stays as it is: lines and columns of the result count in the file.
        return new SourceDocument(source.Name, DocumentFormat.Text, decoded.Encoding, decoded.Text, notices);
    }

    /// <summary>The text and what is to be said about its encoding; null when the bytes are no text.</summary>
    public static DecodedText? Decode(Source source, out List<DocumentNotice> notices, string? declared = null)
    {
        notices = [];
        var decoded = TextDecoder.Decode(source.Bytes.Span, declared);
        if (decoded is null)
            return null;
        if (decoded.Text.Length > source.Limits.MaxCharacters)
            throw new RefusedException(DocumentRefusals.TextTooLong(source.Name, source.Limits.MaxCharacters));
        if (decoded.Guessed)
            notices.Add(DocumentNotices.EncodingGuessed(decoded.Encoding));
        if (decoded.Text.AsSpan().IndexOf('\uFFFD') is >= 0 and var lost)
            notices.Add(DocumentNotices.BytesLost(decoded.Text.AsSpan().Count('\uFFFD'), new SourceSpan(lost, lost + 1)));
        return decoded;
    }
}
