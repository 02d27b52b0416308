using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Audits;

/// <summary>What recomputing says.</summary>
public enum Verdict
{
    /// <summary>Some true values that round to what is printed give the printed result.</summary>
    Consistent,

    /// <summary>It fits only when digits were cut off instead of rounded.</summary>
    Truncated,

    /// <summary>No plan (or base) is printed; the percent implies one.</summary>
    Implied,

    /// <summary>The printed numbers disagree.</summary>
    Inconsistent,

    /// <summary>Plan and result are printed, but no percent.</summary>
    NoPercent,

    /// <summary>The text does not settle what belongs to what.</summary>
    CannotTell,
}

/// <summary>Which arithmetic was checked.</summary>
public enum Relation
{
    /// <summary>A result against its plan: a row of a report card.</summary>
    OfPlan,
    Sum,
    Share,
    Growth,
    Difference,
    Multiple,
    Rate,
    Count,
    PerUnit,
}

/// <summary>A claim of another document that was given together with the one audited.</summary>
/// <param name="Document">Index in the list of documents.</param>
/// <param name="Claim">Index in that document's claims.</param>
public sealed record OutsideClaim(int Document, int Claim);

/// <summary>One check of the audit, with its working.</summary>
public sealed class Finding
{
    public required Relation Relation { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The printed item number the numbers belong to, or null.</summary>
    public string? Item { get; init; }

    /// <summary>What is counted, as the claim judged names it; simplified Chinese.</summary>
    public required string Indicator { get; init; }

    /// <summary>Index of the claim that is judged: the actual of a row, the total of a sum, the printed share.</summary>
    public required int Subject { get; init; }

    /// <summary>Unit of <see cref="Actual"/> and <see cref="Plan"/> without the magnitude; empty when none is printed.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The printed number that is judged, in base units: 184400 for 18.44万.</summary>
    public decimal Actual { get; init; }

    /// <summary>Printed plan, or null.</summary>
    public decimal? Plan { get; init; }

    /// <summary>Index of the plan's claim in this document, or -1.</summary>
    public int PlanClaim { get; init; } = -1;

    /// <summary>The plan's claim when it is printed in another document, or null.</summary>
    public OutsideClaim? PlanElsewhere { get; init; }

    /// <summary>Plan solved from the percent, or null.</summary>
    public decimal? ImpliedPlan { get; init; }

    /// <summary>The implied plan, together with those beside it, adds up to a printed total.</summary>
    public bool Closed { get; init; }

    /// <summary>Printed percent, or null.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Index of the percent's claim, or -1.</summary>
    public int PercentClaim { get; init; } = -1;

    /// <summary>What recomputing gives, rounded half up at the printed precision; null when nothing can be recomputed.</summary>
    public decimal? Expected { get; init; }

    /// <summary>A smaller result is the better one (PM2.5, waiting days): the plan is a ceiling.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>The result counts an earlier stage than the plan's verb.</summary>
    public bool Stage { get; init; }

    /// <summary>A row at another stage than the plan's, or a part: shown, but not required.</summary>
    public bool Optional { get; init; }

    /// <summary>The working in one readable sentence, and what would be right when it is wrong.</summary>
    public required string Chinese { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>Indexes of all claims used, in text order.</summary>
    public required IReadOnlyList<int> Claims { get; init; }

    /// <summary>Clean spans of every number used, for numbers that are no claims as well.</summary>
    public IReadOnlyList<SourceSpan> Spans { get; init; } = [];
}
