using System.Globalization;
using Luoshi.Kernel.Text;

namespace Luoshi.Ledger.Lists;

/// <summary>Where a promise was printed: the document, the place in its raw text, and the sentence itself so that it outlives the file.</summary>
internal sealed record SourcePlace
{
    public const int MaxSentence = 4000;

    public required Guid DocumentId { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Sentence { get; init; }

    public SourceSpan Span => new(Start, End);

    /// <summary>Opens the document at this place.</summary>
    public string Href => string.Create(CultureInfo.InvariantCulture, $"/documents/{DocumentId}?place={Start}-{End}&pane=text#place");
}
