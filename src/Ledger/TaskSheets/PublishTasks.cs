using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>Lets everybody read a list's task sheet, without the people to call. It always shows what holds today.</summary>
internal sealed class PublishTasks(LuoshiDb db, TimeProvider clock)
{
    public static Refusal Published { get; } = new("task.published", "这份分解表已经公布。", "This task sheet is public already.");

    public async Task<Outcome<Guid>> RunAsync(Guid listId, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        if (list.TasksPublishedAt is not null)
            return Published;
        db.Begin(LedgerProcesses.PublishTasks, acting.Actor);
        list.TasksPublishedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return list.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
