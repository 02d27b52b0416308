using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Imports;

/// <summary>An uploaded task sheet between its preview and its adoption. Nothing of it is in the ledger before it is adopted as a whole.</summary>
[Unjournalled("a preview; what is adopted from it is journalled item by item")]
internal sealed class ImportDraft : EditableEntity
{
    public const int MaxFileName = 255;

    public required Guid ListId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The table as it was read, as JSON: rows of cells.</summary>
    public required string Rows { get; init; }

    /// <summary>Which column means what, as JSON; first guessed from the headers, then changed by a person.</summary>
    public required string Mapping { get; set; }

    /// <summary>Which unit or post a printed name means, as JSON; chosen by a person where the name alone does not tell.</summary>
    public string Choices { get; set; } = "{}";

    public required Guid ByPost { get; init; }

    public required DateTime At { get; init; }

    public DateTime? AdoptedAt { get; set; }
}
