namespace Luoshi.Reading.Documents;

/// <summary>How much of a document is let in. The defaults hold the longest work reports many times over.</summary>
public sealed record DocumentLimits
{
    public static DocumentLimits Default { get; } = new();

    /// <summary>Size of the file itself.</summary>
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>Length of the text that comes out, in UTF-16 units.</summary>
    public int MaxCharacters { get; init; } = 512 << 20;

    /// <summary>Files packed inside a docx or xlsx.</summary>
    public int MaxZipEntries { get; init; } = 10_000;

    /// <summary>What the parts of a docx or xlsx that are read unpack to, all together.</summary>
    public long MaxInflatedBytes { get; init; } = 256L << 20;

    /// <summary>Unpacked over packed size of one part. Real sheets of repeated cells reach 100.</summary>
    public int MaxInflateRatio { get; init; } = 400;

    /// <summary>Cells of all tables of one document.</summary>
    public int MaxCells { get; init; } = 5_000_000;

    /// <summary>Elements inside each other in HTML, and tables inside each other in Word.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>How long <c>pdftotext</c> may take.</summary>
    public TimeSpan PdfTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
