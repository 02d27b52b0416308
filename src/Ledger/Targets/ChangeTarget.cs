using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Targets;

internal sealed record TargetChange
{
    public required Guid IndicatorId { get; init; }

    /// <summary>The version the officer looked at.</summary>
    public required int SeenVersion { get; init; }

    public decimal? Promised { get; init; }

    public Bound Bound { get; init; }

    public decimal? WorkingPlan { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? Wording { get; init; }

    /// <summary>The first day the changed promise holds, not later than today; null for today. Months before it keep what held in them.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The paper the change rests on.</summary>
    public required string Decision { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Writes the next version of a promise. The one before stays, and results are held against the first one too.</summary>
internal sealed class ChangeTarget(LuoshiDb db, RateUnits rate, TimeProvider clock)
{
    public async Task<Outcome<Target>> RunAsync(TargetChange change, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (string.IsNullOrWhiteSpace(change.Decision) || string.IsNullOrWhiteSpace(change.Reason))
            return LedgerRefusals.NeedsDecision;
        if (Lengths.Fault(("decision", change.Decision, Target.MaxDecision), ("reason", change.Reason, Target.MaxReason), ("wording", change.Wording, Target.MaxWording)) is { } tooLong)
            return tooLong;
        var today = LocalTime.Today(clock);
        if (change.From > today)
            return NotYet;
        var last = await db.Set<Target>().AsNoTracking().Where(t => t.IndicatorId == change.IndicatorId).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancellation);
        if (last is null)
            return LedgerRefusals.NotFound;
        if (last.Version != change.SeenVersion)
            return LedgerRefusals.Conflict;
        if (Same(last, change))
            return LedgerRefusals.NothingChanged;

        db.Begin(LedgerProcesses.ChangeTarget, acting.Actor, change.Reason, change.Decision);
        var next = new Target
        {
            IndicatorId = change.IndicatorId,
            Version = last.Version + 1,
            Promised = change.Promised,
            Bound = change.Bound,
            WorkingPlan = change.WorkingPlan,
            Deadline = change.Deadline,
            Wording = change.Wording,
            From = change.From ?? today,
            Decision = change.Decision,
            Reason = change.Reason,
            ByPost = acting.Actor.PostId,
            At = clock.GetUtcNow().UtcDateTime,
            Source = last.Source,
        };
        db.Add(next);
        try
        {
            await rate.SaveAsync([change.IndicatorId], since: next.From, cancellation);
            return next;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private static Refusal NotYet { get; } = new("target.not_yet", "生效日不能晚于今天；到那一天再记录调整。", "The change cannot hold from a later day than today; record it when the day has come.", "from");

    private static bool Same(Target last, TargetChange change) =>
        (last.Promised, last.Bound, last.WorkingPlan, last.Deadline, last.Wording) == (change.Promised, change.Bound, change.WorkingPlan, change.Deadline, change.Wording);
}
