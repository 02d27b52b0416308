using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Reports;

/// <summary>
/// What a unit says of all its indicators for one period: one row a version. A late correction is the next version;
/// a locked one is never touched again.
/// </summary>
internal sealed class UnitReport : EditableEntity
{
    public const int MaxReason = 1000;

    public required Guid UnitId { get; init; }

    public required Period Period { get; init; }

    /// <summary>Last day of <see cref="Period"/>, for ordering in the database.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required int Version { get; init; }

    public ReportState State { get; set; }

    /// <summary>补报: only what had no accepted number was filled in.</summary>
    public bool Supplement { get; set; }

    public Guid? ReporterPerson { get; set; }

    public Guid? ReporterPost { get; set; }

    public Guid? ApproverPerson { get; set; }

    public Guid? ApproverPost { get; set; }

    public Guid? AccepterPerson { get; set; }

    public Guid? AccepterPost { get; set; }

    public DateTime Since { get; set; }

    public string? Reason { get; set; }

    /// <summary>Why numbers were left empty, as whoever sent it on said.</summary>
    public string? BlankReason { get; set; }

    public DateTime? SavedAt { get; set; }

    public DateTime? SubmittedAt { get; set; }

    /// <summary>How much stands out, findings and evidence together: who signs looks at the most conspicuous first.</summary>
    [Unjournalled("the lines and reasons it counts are journalled")]
    public int Noticed { get; set; }

    /// <summary>It was handed in and sent back with a reason; a correction begins with a reason too, but was never handed in.</summary>
    public bool IsReturned => State == ReportState.Draft && Reason is not null && SubmittedAt is not null;

    /// <summary>The unit has given it out of its hands; what was returned to it, or is being corrected, is its own again.</summary>
    public bool IsHandedIn => State != ReportState.Draft;

    public ReportPaper Paper => new()
    {
        Version = Version,
        State = State,
        Supplement = Supplement,
        Reporter = Signed(ReporterPerson, ReporterPost),
        Approver = Signed(ApproverPerson, ApproverPost),
        Accepter = Signed(AccepterPerson, AccepterPost),
        Since = Since,
        Reason = Reason,
    };

    /// <summary>Takes over what an action made of the paper. The version itself never changes.</summary>
    public void Take(ReportPaper paper)
    {
        if (paper.Version != Version)
            throw new InvalidOperationException($"Version {paper.Version} of a report cannot be written over version {Version}.");
        (State, Supplement) = (paper.State, paper.Supplement);
        (ReporterPerson, ReporterPost) = (paper.Reporter?.Person, paper.Reporter?.Post);
        (ApproverPerson, ApproverPost) = (paper.Approver?.Person, paper.Approver?.Post);
        (AccepterPerson, AccepterPost) = (paper.Accepter?.Person, paper.Accepter?.Post);
        Since = paper.Since;
        Reason = paper.Reason;
    }

    private static Signatory? Signed(Guid? person, Guid? post) => person is { } who && post is { } where ? new Signatory(who, where) : null;
}

/// <summary>One number of a report.</summary>
internal sealed class ReportLine : Entity
{
    public const int MaxReason = 500;

    public required Guid ReportId { get; init; }

    public required Guid IndicatorId { get; init; }

    /// <summary>In base units; null when left empty.</summary>
    public decimal? Value { get; set; }

    /// <summary>For milestones: the day of the step that was done in the period.</summary>
    public DateOnly? StepDone { get; set; }

    /// <summary>The reporter's answer to a warning.</summary>
    public string? WarningReason { get; set; }
}

/// <summary>What a report says of one item in words.</summary>
internal sealed class ReportNote : Entity
{
    public const int MaxText = 2000;

    public required Guid ReportId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>形象进度、工作开展情况.</summary>
    public string? Progress { get; set; }

    public string? Problem { get; set; }

    public string? HelpNeeded { get; set; }

    public string? NextStep { get; set; }
}

/// <summary>A photo or paper that belongs to a line of a report.</summary>
internal sealed class Evidence : Entity
{
    public const int MaxCaption = 200;

    public required Guid ReportId { get; init; }

    public required Guid IndicatorId { get; init; }

    /// <summary>SHA-256 of the content: the address of the attachment, and how a photo used twice is found.</summary>
    public required string Content { get; init; }

    public required string FileName { get; init; }

    public string? Caption { get; set; }

    /// <summary>Cleared for the public page.</summary>
    public bool Public { get; set; }
}

/// <summary>
/// The accepted value of an indicator at the end of a period. Written when the office accepts a report and replaced when it
/// accepts a correction; the reports keep every version. All assessments read from here.
/// </summary>
[Unjournalled("the report it follows from is journalled, with the signature that accepted it")]
internal sealed class AcceptedFigure : Entity
{
    public required Guid IndicatorId { get; init; }

    public required Period Period { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>To date for cumulative indicators, of the period alone for the others.</summary>
    public required decimal Value { get; set; }

    public required Guid ReportId { get; set; }
}
