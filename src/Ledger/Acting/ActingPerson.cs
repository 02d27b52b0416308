using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Journal;

namespace Luoshi.Ledger.Acting;

/// <summary>
/// A person who was found to be allowed to act: in which hand, for which unit, in the name of which post.
/// Made from the roles of the day; every handler asks for one.
/// </summary>
internal sealed record ActingPerson
{
    public required Guid Person { get; init; }

    public required Actor Actor { get; init; }

    public required Hand Hand { get; init; }

    /// <summary>The unit the hand was granted on; for the office the top of its tree.</summary>
    public required Guid Unit { get; init; }

    public Signatory Signatory => new(Person, Actor.PostId ?? Person);

    /// <summary>The office acts on every unit below it; a unit's people on their own report alone.</summary>
    public bool MayAct(Hand hand, Guid unit) => Hand == hand && (hand == Hand.Office || Unit == unit);
}
