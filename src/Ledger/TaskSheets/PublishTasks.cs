using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>Lets everybody read a list's task sheet as it is today, without the people to call. What is changed later is not public until it is published again.</summary>
internal sealed class PublishTasks(LuoshiDb db, TaskSheetBook book, TaskEditions editions, TimeProvider clock)
{
    public static Refusal Published { get; } = new("task.published", "现在的内容与已公布的一版相同，无需再公布。", "What is public already says the same; there is nothing to publish.");

    public async Task<Outcome<int>> RunAsync(Guid listId, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await book.OfAsync(listId, cancellation) is not { } sheet)
            return LedgerRefusals.NotFound;
        var hash = TaskEditions.HashOf(sheet);
        var last = await editions.OfAsync(listId, cancellation) is [var newest, ..] ? newest : null;
        if (last is { WithdrawnAt: null } && last.Hash == hash)
            return Published;
        db.Begin(LedgerProcesses.PublishTasks, acting.Actor);
        var edition = new TaskEdition
        {
            ListId = listId,
            Number = (last?.Number ?? 0) + 1,
            PublishedAt = clock.GetUtcNow().UtcDateTime,
            PublishedByPost = acting.Actor.PostId,
            Hash = hash,
            Tasks = PrintedTasks.Of(sheet, open: true).ToJson(),
            Workbook = TaskWorkbook.Write(sheet, open: true),
            Document = TaskSheetDocument.Make(sheet),
        };
        db.Add(edition);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return edition.Number;
        }
        catch (DbUpdateException)
        {
            // Somebody else published at the same moment; the number is theirs.
            return LedgerRefusals.Conflict;
        }
    }
}

/// <summary>Takes an edition out of public sight, the one that holds or an earlier one. It stays here with the reason, which everybody may read.</summary>
internal sealed class WithdrawTasks(LuoshiDb db, TimeProvider clock)
{
    public static Refusal NotPublic { get; } = new("task.not_public", "这一版已经撤回。请刷新页面。", "This edition was withdrawn already. Reload the page.");

    public async Task<Outcome<int>> RunAsync(Guid listId, int number, string reason, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason))
            return LedgerRefusals.Missing("reason", "撤回的理由", "reason");
        if (Lengths.Fault(("reason", reason, TaskEdition.MaxReason)) is { } tooLong)
            return tooLong;
        var edition = await db.Set<TaskEdition>().FirstOrDefaultAsync(e => e.ListId == listId && e.Number == number, cancellation);
        if (edition is not { WithdrawnAt: null })
            return NotPublic;
        db.Begin(LedgerProcesses.WithdrawTasks, acting.Actor, reason);
        (edition.WithdrawnAt, edition.WithdrawnReason, edition.WithdrawnByPost) = (clock.GetUtcNow().UtcDateTime, reason.Trim(), acting.Actor.PostId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return edition.Number;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
