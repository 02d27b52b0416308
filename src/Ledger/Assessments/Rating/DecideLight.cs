using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <param name="Progress">Null takes the officer's decision back; the rule's suggestion holds again.</param>
internal sealed record LightDecision(Guid AssessmentId, int SeenVersion, Progress? Progress, Light? Light, string Reason);

/// <summary>The office says otherwise than the rule, with a reason. The suggestion stays beside the decision.</summary>
internal sealed class DecideLight(LuoshiDb db, LightTallies tallies, TimeProvider clock)
{
    public async Task<Outcome<StoredAssessment>> RunAsync(LightDecision decision, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (string.IsNullOrWhiteSpace(decision.Reason))
            return LedgerRefusals.Missing("reason", "认定理由", "reason for the decision");
        if (decision.Reason.Length > StoredAssessment.MaxReason)
            return LedgerRefusals.TooLong("reason", StoredAssessment.MaxReason);
        if (await db.Set<StoredAssessment>().FirstOrDefaultAsync(a => a.Id == decision.AssessmentId, cancellation) is not { } row)
            return LedgerRefusals.NotFound;
        if (await db.Set<PromiseList>().AnyAsync(l => l.Id == row.ListId && l.Closed, cancellation))
            return LedgerRefusals.ListClosed;
        if (row.RowVersion != decision.SeenVersion)
            return LedgerRefusals.Conflict;
        db.Begin(LedgerProcesses.Decide, acting.Actor, decision.Reason);
        (row.DecidedProgress, row.DecidedLight) = (decision.Progress, decision.Light);
        row.DecisionReason = decision.Progress is null && decision.Light is null ? null : decision.Reason;
        row.DecidedByPost = acting.Actor.PostId;
        row.At = clock.GetUtcNow().UtcDateTime;
        try
        {
            await tallies.SaveAsync([new TallyScope(row.ListId, row.PeriodEnd, row.UnitId)], cancellation);
            return row;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
