using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Reports.Keeping;

/// <summary>What one person has typed into a unit's report and not saved yet, as text: it may be half a number. Gone once the report is saved.</summary>
[Unjournalled("typed and not sent; what is saved is journalled with the report")]
internal sealed class TypedDraft : Entity
{
    /// <summary>In characters of the stored fields; some hundred lines with all their words fit many times.</summary>
    public const int MaxLength = 2_000_000;

    public required Guid AccountId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The version of the report the form was opened on.</summary>
    public required int SeenVersion { get; set; }

    /// <summary>Field names and what stands in them, as JSON.</summary>
    public required string Fields { get; set; }

    public required DateTime At { get; set; }
}
