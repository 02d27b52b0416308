using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>
/// A task sheet as it was published: numbered, never changed, kept when a later one takes its place. It may be withdrawn, with a reason;
/// then nobody outside reads it any more, and it stays here.
/// </summary>
internal sealed class TaskEdition : EditableEntity
{
    public const int MaxReason = 1000;

    public required Guid ListId { get; init; }

    public required int Number { get; init; }

    public required DateTime PublishedAt { get; init; }

    public Guid? PublishedByPost { get; init; }

    /// <summary>SHA-256 of the sheet as it stood when it was published; tells whether the sheet has moved on since.</summary>
    public required string Hash { get; init; }

    /// <summary>The page, as JSON of <see cref="PrintedTasks"/>.</summary>
    [JournalDigest]
    public required string Tasks { get; init; }

    [JournalDigest]
    public required byte[] Workbook { get; init; }

    [JournalDigest]
    public required byte[] Document { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnReason { get; set; }

    public Guid? WithdrawnByPost { get; set; }
}
