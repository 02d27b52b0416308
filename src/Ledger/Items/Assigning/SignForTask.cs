using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Assigning;

/// <summary>签收: somebody of the unit says that the task has arrived. Said once, for the role the unit has now.</summary>
internal sealed class SignForTask(LuoshiDb db, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid shareId, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (await db.Set<ItemUnit>().FirstOrDefaultAsync(u => u.Id == shareId, cancellation) is not { } share)
            return LedgerRefusals.NotFound;
        if (acting.Hand is not (Hand.Reporter or Hand.UnitLeader) || acting.Unit != share.UnitId)
            return LedgerRefusals.NotAllowed;
        if (share.SignedAt is not null)
            return AssignRefusals.Signed;
        db.Begin(LedgerProcesses.SignFor, acting.Actor);
        (share.SignedAt, share.SignedByPost) = (clock.GetUtcNow().UtcDateTime, acting.Actor.PostId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return share.UnitId;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
