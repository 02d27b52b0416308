using Luoshi.Kernel.Time;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Ui;
using Luoshi.Reading;

namespace Luoshi.Ledger.Comparing;

/// <summary>One side of a comparison: a stored document, a list of the ledger at a period, or a published card.</summary>
internal sealed record Side
{
    /// <summary>As it stands in an address: <c>d:</c>, <c>l:</c> or <c>c:</c> with an id.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Href { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>When its results stand; null for a text that does not say.</summary>
    public Period? Period { get; init; }

    /// <summary>The stretch its promises are for.</summary>
    public Period? Plan { get; init; }

    /// <summary>The text behind it, for an audit of both together; null for the ledger.</summary>
    public ReadingResult? Reading { get; init; }

    /// <summary>Only people with a role see it.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>What there is to say of a pair.</summary>
internal enum RemarkKind
{
    /// <summary>The result set against the promise of the other side.</summary>
    Share,
    Kept,
    NotKept,

    /// <summary>The printed percentage is taken of another number than the promise.</summary>
    Denominator,
    TargetLowered,
    TargetRaised,
    BoundChanged,

    /// <summary>The result counts an earlier step than the promise's verb.</summary>
    Stage,
    Wording,
    Unit,

    /// <summary>A count to date that became smaller.</summary>
    Fell,
    Grew,

    /// <summary>The promise is repeated, but nothing is reported of it.</summary>
    NotReported,

    /// <summary>What the audit of both texts together says.</summary>
    Audit,
}

internal sealed record Remark(RemarkKind Kind, Tone Tone, Words Text)
{
    /// <summary>Something a reader should look at, rather than a plain result.</summary>
    public bool IsChange => Kind is not (RemarkKind.Share or RemarkKind.Kept or RemarkKind.Grew or RemarkKind.Audit) || Tone is Tone.Cinnabar or Tone.Amber;
}

/// <param name="Answer">Which statement of the right side the promise is judged by: the one at the promised stage.</param>
internal sealed record ComparedPair(Match Match, Statement Answer, IReadOnlyList<Remark> Remarks)
{
    public bool Waits => Match.Certainty == Certainty.Proposed;

    public bool Changed => Remarks.Any(r => r.IsChange);
}

internal sealed record Comparison
{
    public required Side Left { get; init; }

    public required Side Right { get; init; }

    public required IReadOnlyList<ComparedPair> Pairs { get; init; }

    /// <summary>Promises of the left side nothing on the right speaks of.</summary>
    public required IReadOnlyList<Statement> Dropped { get; init; }

    /// <summary>Promises only the right side has.</summary>
    public required IReadOnlyList<Statement> Added { get; init; }

    /// <summary>Results without a counterpart, on either side.</summary>
    public required IReadOnlyList<Statement> OtherLeft { get; init; }

    public required IReadOnlyList<Statement> OtherRight { get; init; }

    /// <summary>A row of a comparison is looked for by the key of either statement.</summary>
    public Statement? Find(string key) => Left.Statements.FirstOrDefault(s => s.Key == key) ?? Right.Statements.FirstOrDefault(s => s.Key == key);
}
