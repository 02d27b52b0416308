using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Comparing;

/// <summary>
/// What a person said of two statements: the same promise or not. It is kept by the places of both, so that every later
/// comparison in which the two meet knows it.
/// </summary>
internal sealed class MatchDecision : EditableEntity
{
    public const int MaxKey = 80;
    public const int MaxWords = 600;
    public const int MaxPerson = 60;

    /// <summary>The smaller of the two keys: the pair has no direction.</summary>
    public required string FirstKey { get; init; }

    public required string SecondKey { get; init; }

    public bool Same { get; set; }

    /// <summary>What was looked at, so that the record reads without the documents.</summary>
    public required string FirstWords { get; init; }

    public required string SecondWords { get; init; }

    public required string Person { get; set; }

    public Guid? ByPost { get; set; }

    public DateTime At { get; set; }

    public static (string First, string Second) Order(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
