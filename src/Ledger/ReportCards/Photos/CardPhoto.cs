using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.ReportCards.Photos;

/// <summary>A photo of a card, chosen from accepted evidence. Its display copy alone is shown; the original stays with the report.</summary>
internal sealed class CardPhoto : EditableEntity
{
    public const int MaxAltText = 200;
    public const int MostOfCard = 20;

    public required Guid CardId { get; init; }

    /// <summary>The item whose paragraph it stands under.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Hash of the original; never part of a public answer.</summary>
    public required string Content { get; init; }

    /// <summary>The attachment that holds the smaller copy without camera, time and place.</summary>
    public required Guid DisplayId { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>What is to be seen, for people who cannot see it; also the caption.</summary>
    public required string AltText { get; set; }

    public int Order { get; set; }
}
