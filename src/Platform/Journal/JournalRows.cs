using Luoshi.Platform.Storage;

namespace Luoshi.Platform.Journal;

/// <summary>One saved change with its frame. Written once; only the seal's three columns are filled in afterwards.</summary>
[Unjournalled("it is the journal")]
internal sealed class JournalProcess : Entity
{
    public const string UnsealedIndex = "ix_journal_unsealed";
    public const string SealedIndex = "ix_journal_sealed";

    public required string Kind { get; init; }

    public required DateTime At { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PostId { get; init; }

    public required string ActorName { get; init; }

    public string? Purpose { get; init; }

    public string? Basis { get; init; }

    public long? Batch { get; init; }

    public int? Position { get; init; }

    public string? Hash { get; init; }

    public List<JournalEvent> Events { get; } = [];
}

internal enum JournalChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>What happened to one row, with the values before and after as JSON: the whole row when added or removed, else what differs.</summary>
[Unjournalled("it is the journal")]
internal sealed class JournalEvent : Entity
{
    public required Guid ProcessId { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>The table, which outlives a renamed class.</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required JournalChange Change { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}

/// <summary>A closed batch. Its hash covers the batch before it, so nothing earlier can change without changing every later seal.</summary>
internal sealed class JournalSeal
{
    public required long Number { get; init; }

    public required int Count { get; init; }

    public required DateTime SealedAt { get; init; }

    /// <summary>The local day of <see cref="SealedAt"/>; the last seal of a day is that day's public root.</summary>
    public required DateOnly Day { get; init; }

    public required string Previous { get; init; }

    public required string Content { get; init; }

    public required string Hash { get; init; }
}
