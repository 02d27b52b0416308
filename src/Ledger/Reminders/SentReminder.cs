using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Reminders;

/// <summary>
/// Something that was told once and must not be told again: stored with the notices it stands for, so that a job that is run a second
/// time, on this node or another, finds it.
/// </summary>
[Unjournalled("it only keeps a job from repeating itself; people see the notices")]
internal sealed class SentReminder : Entity
{
    public const int MaxKind = 40;

    /// <summary>due, overdue, overdue-list, supplement, or escalate-N.</summary>
    public required string Kind { get; init; }

    /// <summary>The unit or the indicator.</summary>
    public required Guid SubjectId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The day it was due, for what is told more than once before a cut-off.</summary>
    public required DateOnly Day { get; init; }
}
