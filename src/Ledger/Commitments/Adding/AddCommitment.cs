using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Commitments.Adding;

internal sealed record NewCommitment
{
    public required Guid ListId { get; init; }

    public CommitmentLevel Level { get; init; } = CommitmentLevel.Commitment;

    /// <summary>The 类 a 件 belongs to; a 类 belongs to none.</summary>
    public Guid? ParentId { get; init; }

    public required string Promise { get; init; }
}

/// <summary>Adds a category or a bundle by hand. Either may be absent: a list may hold items alone, items in categories, or all three levels.</summary>
internal sealed class AddCommitment(LuoshiDb db)
{
    public async Task<Outcome<Guid>> RunAsync(NewCommitment wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == wanted.ListId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        if (list.Closed)
            return LedgerRefusals.ListClosed;
        if (string.IsNullOrWhiteSpace(wanted.Promise))
            return LedgerRefusals.Missing("promise", wanted.Level == CommitmentLevel.Category ? "类别名称" : "承诺全文", "words of it");
        if (wanted.Promise.Length > Commitment.MaxPromise)
            return LedgerRefusals.TooLong("promise", Commitment.MaxPromise);
        if (wanted.ParentId is { } parent && (wanted.Level == CommitmentLevel.Category || !await db.Set<Commitment>().AnyAsync(c => c.Id == parent && c.ListId == wanted.ListId && c.Level == CommitmentLevel.Category, cancellation)))
            return LedgerRefusals.NotFound with { Where = "parent" };
        var promise = wanted.Promise.Trim();
        if (await db.Set<Commitment>().AnyAsync(c => c.ListId == wanted.ListId && c.Level == wanted.Level && c.Promise == promise, cancellation))
            return new Refusal("commitment.twice", "清单里已有这一条，请直接选用。", "The list has it already; choose it there.", "promise");

        db.Begin(LedgerProcesses.AddCommitment, acting.Actor);
        var last = await db.Set<Commitment>().Where(c => c.ListId == wanted.ListId && c.Level == wanted.Level).Select(c => (int?)c.Number).MaxAsync(cancellation) ?? 0;
        var commitment = new Commitment { ListId = wanted.ListId, ParentId = wanted.ParentId, Level = wanted.Level, Number = last + 1, Promise = promise };
        db.Add(commitment);
        await db.SaveChangesAsync(cancellation);
        return commitment.Id;
    }
}

/// <summary>The words of a promise change only by a recorded decision; the ones before stay in the journal, where everybody who may read it sees both.</summary>
internal sealed class ChangeCommitment(LuoshiDb db)
{
    public async Task<Outcome<Guid>> RunAsync(Guid id, int seenVersion, string promise, string decision, string reason, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Commitment>().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } commitment)
            return LedgerRefusals.NotFound;
        if (await db.Set<PromiseList>().AnyAsync(l => l.Id == commitment.ListId && l.Closed, cancellation))
            return LedgerRefusals.ListClosed;
        if (commitment.RowVersion != seenVersion)
            return LedgerRefusals.Conflict;
        if (string.IsNullOrWhiteSpace(promise))
            return LedgerRefusals.Missing("promise", "承诺全文", "words of the promise");
        if (promise.Length > Commitment.MaxPromise)
            return LedgerRefusals.TooLong("promise", Commitment.MaxPromise);
        if (string.IsNullOrWhiteSpace(decision) || string.IsNullOrWhiteSpace(reason))
            return LedgerRefusals.NeedsDecision;
        if (commitment.Promise == promise.Trim())
            return LedgerRefusals.NothingChanged;
        db.Begin(LedgerProcesses.ChangeCommitment, acting.Actor, reason, decision);
        commitment.Promise = promise.Trim();
        try
        {
            await db.SaveChangesAsync(cancellation);
            return commitment.ListId;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
