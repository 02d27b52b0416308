using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Overview.Keeping;

/// <summary>How one person has set up the overview, and when they were last here.</summary>
[Unjournalled("a person's own view; nobody else is concerned")]
internal sealed class PersonDesk : Entity
{
    public const int MaxColumns = 300;

    public required Guid PersonId { get; init; }

    /// <summary>Codes of the columns they chose, with commas; null for the usual ones.</summary>
    public string? Columns { get; set; }

    /// <summary>The last time they looked at their desk; null before the first.</summary>
    public DateTime? SeenAt { get; set; }

    /// <summary>The end of the visit before this one: what is news is newer.</summary>
    public DateTime? NewsSince { get; set; }
}

/// <summary>A filter that a person keeps under a name.</summary>
[Unjournalled("a person's own view; nobody else is concerned")]
internal sealed class KeptFilter : Entity
{
    public const int MaxName = 40;
    public const int MaxQuery = 800;
    public const int MostOfPerson = 30;

    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>The query of the address.</summary>
    public required string Query { get; set; }
}
