namespace Luoshi.Ledger.Approvals;

/// <summary>Where one version of a report stands.</summary>
internal enum ReportState
{
    Draft,
    Submitted,
    UnitApproved,
    Accepted,

    /// <summary>The period is closed; a change needs a new version.</summary>
    Locked,
}

internal enum ReportAction
{
    Save,
    Submit,

    /// <summary>The reporter takes a submitted report back.</summary>
    Withdraw,
    Approve,

    /// <summary>The unit leader takes the approval back before the office has accepted.</summary>
    WithdrawApproval,
    Accept,
    Return,
    Lock,

    /// <summary>Opens a new version beside a locked one; makes of a supplement a version in which everything may change.</summary>
    Correct,

    /// <summary>Opens a new version beside an accepted or locked one, in which only what has no accepted number may be filled in.</summary>
    Supplement,
}

/// <summary>The hat somebody wears while acting on a report. One person may hold several posts; the guards look at the person.</summary>
internal enum Hand
{
    Reporter,
    UnitLeader,
    Office,

    /// <summary>Looks at results on site; has no step in the signing of a report.</summary>
    Inspector,
}

/// <summary>One allowed step. What is not in the table cannot happen.</summary>
/// <param name="NewVersion">The step closes the version as it is and opens the next one.</param>
/// <param name="OfSupplement">Only a supplement takes this step.</param>
internal readonly record struct ReportStep(ReportAction Action, ReportState From, ReportState To, Hand By, bool NeedsReason = false, bool NewVersion = false, bool OfSupplement = false);

/// <summary>The one table of what may happen to a report: reporter, then unit leader, then office.</summary>
internal static class ReportFlow
{
    public static IReadOnlyList<ReportStep> Steps { get; } =
    [
        new(ReportAction.Save, ReportState.Draft, ReportState.Draft, Hand.Reporter),
        new(ReportAction.Submit, ReportState.Draft, ReportState.Submitted, Hand.Reporter),
        new(ReportAction.Withdraw, ReportState.Submitted, ReportState.Draft, Hand.Reporter),
        new(ReportAction.Approve, ReportState.Submitted, ReportState.UnitApproved, Hand.UnitLeader),
        new(ReportAction.Return, ReportState.Submitted, ReportState.Draft, Hand.UnitLeader, NeedsReason: true),
        new(ReportAction.WithdrawApproval, ReportState.UnitApproved, ReportState.Submitted, Hand.UnitLeader, NeedsReason: true),
        new(ReportAction.Accept, ReportState.UnitApproved, ReportState.Accepted, Hand.Office),
        new(ReportAction.Return, ReportState.UnitApproved, ReportState.Draft, Hand.Office, NeedsReason: true),
        new(ReportAction.Return, ReportState.Accepted, ReportState.Draft, Hand.Office, NeedsReason: true),
        new(ReportAction.Lock, ReportState.Accepted, ReportState.Locked, Hand.Office),
        new(ReportAction.Correct, ReportState.Locked, ReportState.Draft, Hand.Reporter, NeedsReason: true, NewVersion: true),
        new(ReportAction.Correct, ReportState.Locked, ReportState.Draft, Hand.Office, NeedsReason: true, NewVersion: true),
        new(ReportAction.Supplement, ReportState.Accepted, ReportState.Draft, Hand.Reporter, NewVersion: true),
        new(ReportAction.Supplement, ReportState.Locked, ReportState.Draft, Hand.Reporter, NewVersion: true),
        // A new part may show that an accepted whole was wrong: without this step neither could ever be told.
        new(ReportAction.Correct, ReportState.Draft, ReportState.Draft, Hand.Reporter, NeedsReason: true, OfSupplement: true),
        new(ReportAction.Correct, ReportState.Draft, ReportState.Draft, Hand.Office, NeedsReason: true, OfSupplement: true),
    ];

    /// <summary>The step for an action by a hand, or null when the table has none.</summary>
    public static ReportStep? Find(ReportAction action, ReportState from, Hand by)
    {
        foreach (var step in Steps)
        {
            if (step.Action == action && step.From == from && step.By == by)
                return step;
        }

        return null;
    }

    /// <summary>Who has to do something next; null when nobody has.</summary>
    public static Hand? WaitsFor(ReportState state) => state switch
    {
        ReportState.Draft => Hand.Reporter,
        ReportState.Submitted => Hand.UnitLeader,
        ReportState.UnitApproved => Hand.Office,
        _ => null,
    };
}
