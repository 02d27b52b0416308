using Luoshi.Kernel.Outcomes;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading;

/// <summary>
/// The front door of reading: text in, figures with their places out.
/// Every caller (command line, pages, tests, benchmarks) comes through here, so that all of them see the same steps in the same order.
/// </summary>
public static class LuoshiReader
{
    /// <summary>Finds out what the bytes are and reads them. A document that cannot be read is a refusal; nothing is thrown for what it holds.</summary>
    /// <param name="name">File name; its extension helps where the bytes do not tell.</param>
    public static Outcome<ReadingResult> Read(ReadOnlyMemory<byte> bytes, string name) =>
        DocumentReader.Read(bytes, name).TryGet(out var document, out var refusal) ? Read(document) : refusal;

    /// <summary>Cleans the document, finds its outline, and reads every figure. Never throws for what a document holds.</summary>
    public static ReadingResult Read(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var clean = Cleaner.Clean(document.Text);
        var outline = OutlineReader.Read(clean.Text, document.Name, clean.Cuts);
        var claims = new List<Claim>();
        ClaimReader.Read(clean, outline, claims);
        return new ReadingResult(document, clean, outline, claims);
    }

    /// <summary>
    /// Recomputes what documents given together print: a plan may stand in one and the result in another.
    /// One list of findings for each document, in the same order.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Finding>> Audit(IReadOnlyList<ReadingResult> readings) => Auditor.Audit(readings);
}
