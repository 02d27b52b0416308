using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Approvals;

/// <summary>Who puts a hand to a report: the person behind the account, and the post held while doing it.</summary>
internal readonly record struct Signatory(Guid Person, Guid Post);

/// <summary>
/// The signatures and the state of one version of a report: everything the approval rules look at.
/// Immutable; an action gives the next paper or a refusal.
/// </summary>
internal sealed record ReportPaper
{
    public int Version { get; init; } = 1;

    public ReportState State { get; init; }

    /// <summary>What was accepted before stands in it as it was and is not typed into.</summary>
    public bool Supplement { get; init; }

    public Signatory? Reporter { get; init; }

    public Signatory? Approver { get; init; }

    public Signatory? Accepter { get; init; }

    /// <summary>Since when it has been where it is.</summary>
    public DateTime Since { get; init; }

    /// <summary>Reason of the last return, withdrawal or correction.</summary>
    public string? Reason { get; init; }

    public Outcome<ReportPaper> Try(ReportAction action, Hand hand, Signatory who, DateTime at, string? reason = null)
    {
        if (ReportFlow.Find(action, State, hand) is not { } step || (step.OfSupplement && !Supplement))
            return ApprovalRefusals.NotNow(action, State);
        if (step.NeedsReason && string.IsNullOrWhiteSpace(reason))
            return ApprovalRefusals.ReasonNeeded(action);
        if (Guard(action, who) is { } refusal)
            return refusal;
        // What a return asked for is met by handing in again; it stays in the history.
        var next = Next(step, who);
        return next with { Since = action == ReportAction.Save ? Since : at, Reason = step.NeedsReason ? reason : next.Reason };
    }

    /// <summary>What a version is once a newer one was opened beside it: closed, so that there is one version at a time to act on.</summary>
    public ReportPaper Behind(DateTime at) => State == ReportState.Locked ? this : this with { State = ReportState.Locked, Since = at };

    /// <summary>The same person may not stand on both sides of a signature, whatever posts they hold.</summary>
    private Refusal? Guard(ReportAction action, Signatory who) => action switch
    {
        ReportAction.Approve when who.Person == Reporter?.Person => ApprovalRefusals.OwnReport,
        ReportAction.Accept when who.Person == Reporter?.Person || who.Person == Approver?.Person => ApprovalRefusals.OwnSignature,
        ReportAction.Withdraw when who.Post != Reporter?.Post => ApprovalRefusals.NotYours,
        ReportAction.WithdrawApproval when who.Post != Approver?.Post => ApprovalRefusals.NotYours,
        _ => null,
    };

    private ReportPaper Next(ReportStep step, Signatory who)
    {
        if (step.NewVersion)
            return new ReportPaper { Version = Version + 1, State = step.To, Reporter = who, Supplement = step.Action == ReportAction.Supplement };
        var moved = this with { State = step.To };
        return step.Action switch
        {
            ReportAction.Save => moved with { Reporter = who },
            ReportAction.Submit => moved with { Reporter = who, Reason = null },
            ReportAction.Approve => moved with { Approver = who },
            ReportAction.Accept => moved with { Accepter = who },
            ReportAction.WithdrawApproval => moved with { Approver = null },
            ReportAction.Withdraw => moved,
            ReportAction.Correct => moved with { Supplement = false },
            ReportAction.Return => moved with { Approver = null, Accepter = null },
            _ => moved,
        };
    }
}
