using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.ReportCards.Photos;

/// <summary>A photo of a card, chosen from accepted evidence. Its display copy alone is shown; the original stays with the report.</summary>
internal sealed class CardPhoto : EditableEntity
{
    public const int MaxAltText = 200;

    public required Guid CardId { get; init; }

    /// <summary>The item whose paragraph it stands under.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The original's address; never part of a public answer.</summary>
    public required string Content { get; init; }

    /// <summary>What is to be seen, for people who cannot see it; also the caption.</summary>
    public required string AltText { get; set; }

    public int Order { get; set; }
}
