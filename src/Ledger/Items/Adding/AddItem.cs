using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Adding;

internal sealed record NewItem
{
    public required Guid ListId { get; init; }

    /// <summary>The 件 it belongs to; none for a list without them.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>A promise that is new to the list, and goes before <see cref="CommitmentId"/>.</summary>
    public string? NewPromise { get; init; }

    public required string Name { get; init; }

    public string Content { get; init; } = "";

    public DateOnly? Deadline { get; init; }
}

/// <summary>Adds one item by hand behind the others, with the promise it belongs to where that is new too.</summary>
internal sealed class AddItem(LuoshiDb db)
{
    public async Task<Outcome<Guid>> RunAsync(NewItem wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await FaultAsync(wanted, cancellation) is { } fault)
            return fault;

        db.Begin(LedgerProcesses.AddItem, acting.Actor);
        var commitment = string.IsNullOrWhiteSpace(wanted.NewPromise) ? wanted.CommitmentId : await PromiseAsync(wanted.ListId, wanted.NewPromise.Trim(), cancellation);
        var last = await db.Set<Item>().Where(i => i.ListId == wanted.ListId).Select(i => (int?)i.Number).MaxAsync(cancellation) ?? 0;
        var item = new Item { ListId = wanted.ListId, CommitmentId = commitment, Number = last + 1, Name = wanted.Name.Trim(), Content = wanted.Content, Deadline = wanted.Deadline };
        db.Add(item);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return item.Id;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<Refusal?> FaultAsync(NewItem wanted, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == wanted.ListId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        if (list.Closed)
            return LedgerRefusals.ListClosed;
        if (string.IsNullOrWhiteSpace(wanted.Name))
            return LedgerRefusals.Missing("name", "事项名称", "name of the item");
        if (wanted.Name.Length > Item.MaxName)
            return LedgerRefusals.TooLong("name", Item.MaxName);
        if (wanted.Content.Length > Item.MaxContent)
            return LedgerRefusals.TooLong("content", Item.MaxContent);
        if (wanted.NewPromise?.Length > Commitment.MaxPromise)
            return LedgerRefusals.TooLong("promise", Commitment.MaxPromise);
        if (wanted.CommitmentId is { } id && !await db.Set<Commitment>().AnyAsync(c => c.Id == id && c.ListId == wanted.ListId, cancellation))
            return LedgerRefusals.NotFound;
        return null;
    }

    private async Task<Guid> PromiseAsync(Guid list, string promise, CancellationToken cancellation)
    {
        var last = await db.Set<Commitment>().Where(c => c.ListId == list && c.Level == CommitmentLevel.Commitment).Select(c => (int?)c.Number).MaxAsync(cancellation) ?? 0;
        var commitment = new Commitment { ListId = list, Level = CommitmentLevel.Commitment, Number = last + 1, Promise = promise };
        db.Add(commitment);
        return commitment.Id;
    }
}
