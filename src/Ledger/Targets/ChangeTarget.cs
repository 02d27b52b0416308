using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
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
        if (change.Reason.Length > Target.MaxReason || change.Wording?.Length > Target.MaxWording)
            return LedgerRefusals.TooLong("reason", Target.MaxReason);
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
            Decision = change.Decision,
            Reason = change.Reason,
            ByPost = acting.Actor.PostId,
            At = clock.GetUtcNow().UtcDateTime,
            Source = last.Source,
        };
        db.Add(next);
        try
        {
            await rate.SaveAsync([change.IndicatorId], since: null, cancellation);
            return next;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private static bool Same(Target last, TargetChange change) =>
        (last.Promised, last.Bound, last.WorkingPlan, last.Deadline, last.Wording) == (change.Promised, change.Bound, change.WorkingPlan, change.Deadline, change.Wording);
}
