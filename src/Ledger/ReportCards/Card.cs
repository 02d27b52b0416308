using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.ReportCards;

internal enum CardState
{
    Draft,
    Published,

    /// <summary>A later card for the same period took its place; it stays readable.</summary>
    Replaced,
}

/// <summary>成绩单: what the public is told of a list for a period. The generated text is kept beside the edited one.</summary>
internal sealed class Card : EditableEntity
{
    public const int MaxTitle = 200;

    public required Guid ListId { get; init; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required string Title { get; set; }

    public CardState State { get; set; }

    /// <summary>Paragraphs as generated, one a line.</summary>
    public required string Generated { get; set; }

    /// <summary>Paragraphs as they will be published, one a line.</summary>
    public required string Text { get; set; }

    /// <summary>The text before the last time the card was written from the ledger again, where people had changed it.</summary>
    public string? FormerText { get; set; }

    public DateTime? FormerAt { get; set; }

    /// <summary>The ledger's figures at the time of generation, as JSON: the gate asks the ledger anew and tells what differs.</summary>
    public required string Figures { get; set; }

    /// <summary>The months of each indicator at the time of generation, as JSON.</summary>
    public string Curves { get; set; } = "";

    public required string RulesVersion { get; set; }

    public DateTime GeneratedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public Guid? PublishedByPost { get; set; }
}
