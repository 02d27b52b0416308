using Luoshi.Reading;
using Luoshi.Reading.Audits;

namespace Luoshi.Ledger.Documents.Read;

/// <summary>The machine's reading and audit of a document, before any person said otherwise.</summary>
internal sealed record DocumentReadings(ReadingResult Reading, IReadOnlyList<Finding> Findings)
{
    public int Conflicts => Findings.Count(finding => finding.Verdict == Verdict.Inconsistent);

    public static DocumentReadings Make(ReadingResult reading) => new(reading, DocumentEngine.Audit(reading));

    /// <summary>Writes what lists show onto the document's row.</summary>
    public void Describe(StoredDocument document)
    {
        var outline = Reading.Outline;
        var title = OpenDocument.Readable(Reading, outline.Title).ReplaceLineEndings(" ").Trim();
        document.Title = title.Length <= StoredDocument.TitleLength ? title : title[..StoredDocument.TitleLength];
        document.Place = outline.Place is { Length: <= 100 } place ? place : null;
        document.Year = outline.Year;
        document.Figures = Reading.Claims.Count;
        document.Checks = Findings.Count;
        document.Conflicts = Conflicts;
    }

    public StoredReading ToStore(Guid documentId, TimeProvider clock)
    {
        var (figures, checks) = DocumentEngine.Pack(Reading, Findings);
        return new StoredReading
        {
            DocumentId = documentId,
            ProgramVersion = DocumentEngine.Version,
            ReadAt = clock.GetUtcNow().UtcDateTime,
            Figures = figures,
            Checks = checks,
        };
    }
}
