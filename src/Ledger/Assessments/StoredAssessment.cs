using Luoshi.Kernel.Time;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Assessments;

/// <summary>What the rule said of an indicator for a period, by which version of the rules, and what an officer decided instead.</summary>
internal sealed class StoredAssessment : EditableEntity
{
    public const int MaxReason = 1000;
    public const int MaxRules = 100;

    private const string Follows = "it follows from accepted reports and published rules; the rating itself is journalled";

    public required Guid IndicatorId { get; init; }

    /// <summary>The indicator's list. It stands here too, like the two below, so that the console filters, counts and sorts on this table alone.</summary>
    [Unjournalled("it follows from the indicator")]
    public required Guid ListId { get; init; }

    /// <summary>The unit that answers for it: the one that reported then; for the last period, the one that took it over since.</summary>
    [Unjournalled("it follows from the indicator")]
    public Guid? UnitId { get; set; }

    /// <summary>It counts towards the promise and is no part of a headline: these alone are rows of the console and are tallied.</summary>
    [Unjournalled("it follows from the indicator")]
    public bool Rated { get; set; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    [Unjournalled(Follows)]
    public decimal? Actual { get; set; }

    [Unjournalled(Follows)]
    public decimal? OfPlan { get; set; }

    [Unjournalled(Follows)]
    public decimal? OfPromise { get; set; }

    /// <summary>Against the promise as first published; differs from <see cref="OfPromise"/> after a recorded change.</summary>
    [Unjournalled(Follows)]
    public decimal? OfOriginal { get; set; }

    [Unjournalled(Follows)]
    public decimal? Due { get; set; }

    [Unjournalled(Follows)]
    public decimal? Gap { get; set; }

    [Unjournalled(Follows)]
    public Progress Progress { get; set; }

    [Unjournalled(Follows)]
    public Light Light { get; set; }

    [Unjournalled(Follows)]
    public bool Overdue { get; set; }

    [Unjournalled(Follows)]
    public required string ReasonChinese { get; set; }

    [Unjournalled(Follows)]
    public required string ReasonEnglish { get; set; }

    [Unjournalled(Follows)]
    public required string RulesVersion { get; set; }

    public Verification Verification { get; set; }

    public Progress? DecidedProgress { get; set; }

    public Light? DecidedLight { get; set; }

    public string? DecisionReason { get; set; }

    public Guid? DecidedByPost { get; set; }

    [Unjournalled(Follows)]
    public DateTime At { get; set; }

    /// <summary>The officer's word, else the rule's. The database works this and the next two out, whoever writes the row.</summary>
    [Unjournalled("it follows from the columns beside it")]
    public Light ShownLight { get; private set; }

    [Unjournalled("it follows from the columns beside it")]
    public Progress ShownProgress { get; private set; }

    /// <summary>What burns most is the smallest: by light, the overdue first, then by how far behind.</summary>
    [Unjournalled("it follows from the columns beside it")]
    public double Urgency { get; private set; }

    public Judgement Judgement => new(Progress, Light) { Decided = DecidedProgress, DecidedLight = DecidedLight, Reason = DecisionReason };
}
