using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Overview.Reminding;

/// <summary>What a unit is reminded of.</summary>
internal enum ReminderAbout
{
    /// <summary>It has not reported the month.</summary>
    Report,

    /// <summary>Items of it burn.</summary>
    Progress,
}

/// <summary>催办: the office told a unit to get on with it. Kept, since reminders are counted when somebody is held to account.</summary>
internal sealed class Reminder : Entity
{
    public const int MaxText = 500;
    public const int MaxWord = 200;

    public required Guid UnitId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required ReminderAbout About { get; init; }

    /// <summary>Which items, and the officer's own word.</summary>
    public required string Text { get; init; }

    public required DateTime At { get; init; }

    public Guid? ByPost { get; init; }

    /// <summary>How many people were told.</summary>
    public required int People { get; init; }
}
