using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Assigning;

/// <summary>
/// Puts an item into the hands of its units. Units that are new to it, or got another role, are told and sign for it;
/// signatures of the others stand.
/// </summary>
internal sealed class AssignItem(LuoshiDb db, OrgDirectory directory, TaskNotices notices, LightTallies tallies, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Assignment wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Item>().FirstOrDefaultAsync(i => i.Id == wanted.ItemId, cancellation) is not { } item)
            return LedgerRefusals.NotFound;
        var roles = wanted.Roles();
        if (await FaultAsync(item, wanted, roles, cancellation) is { } fault)
            return fault;

        db.Begin(LedgerProcesses.Assign, acting.Actor, wanted.Reason, wanted.Decision);
        var shares = await db.Set<ItemUnit>().Where(u => u.ItemId == item.Id).ToListAsync(cancellation);
        var handedOver = await HandOverAsync(item, shares.MinBy(s => s.Role)?.UnitId, wanted.Lead, cancellation);
        var told = Share(item, shares, roles);
        (item.LeadPostId, item.Deadline, item.Contact) = (wanted.LeadPostId, wanted.Deadline, wanted.Contact);
        if (item.Status == ItemStatus.Selected)
            item.Status = ItemStatus.Decomposed;
        // Units are rows of their own: the item's version has to move with them, or two officers would overwrite each other unseen.
        db.Entry(item).Property(i => i.Status).IsModified = true;
        await notices.TellAsync(item, told, cancellation);
        try
        {
            await tallies.SaveAsync(handedOver, cancellation);
            return item.Id;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<Refusal?> FaultAsync(Item item, Assignment wanted, IReadOnlyDictionary<Guid, UnitRole> roles, CancellationToken cancellation)
    {
        if (item.RowVersion != wanted.SeenVersion)
            return LedgerRefusals.Conflict;
        if (await db.Set<PromiseList>().AnyAsync(l => l.Id == item.ListId && l.Closed, cancellation))
            return LedgerRefusals.ListClosed;
        if (Lengths.Fault(("contact", wanted.Contact, Item.MaxContact), ("decision", wanted.Decision, Target.MaxDecision), ("reason", wanted.Reason, Target.MaxReason)) is { } tooLong)
            return tooLong;
        if (item.Deadline is { } set && wanted.Deadline != set && (string.IsNullOrWhiteSpace(wanted.Decision) || string.IsNullOrWhiteSpace(wanted.Reason)))
            return AssignRefusals.DeadlineNeedsDecision;
        var today = LocalTime.Today(clock);
        var existing = (await directory.UnitsAsync(today, cancellation: cancellation)).Select(u => u.Id).ToHashSet();
        if (!roles.Keys.All(existing.Contains))
            return AssignRefusals.NoUnit;
        if (wanted.LeadPostId is { } post && (await directory.PostsAsync(today, [post], cancellation)).Count == 0)
            return AssignRefusals.NoPost;
        return null;
    }

    /// <returns>The shares that are new and wait for a signature.</returns>
    private List<ItemUnit> Share(Item item, List<ItemUnit> shares, IReadOnlyDictionary<Guid, UnitRole> roles)
    {
        var told = new List<ItemUnit>();
        foreach (var share in shares)
        {
            if (!roles.TryGetValue(share.UnitId, out var role))
            {
                db.Remove(share);
                continue;
            }

            if (share.Role == role)
                continue;
            // What was signed for was another task.
            (share.Role, share.SignedAt, share.SignedByPost) = (role, null, null);
            told.Add(share);
        }

        var known = shares.Select(s => s.UnitId).ToHashSet();
        foreach (var (unit, role) in roles.Where(r => !known.Contains(r.Key)))
        {
            var share = new ItemUnit { ItemId = item.Id, UnitId = unit, Role = role };
            db.Add(share);
            told.Add(share);
        }

        return told;
    }

    /// <summary>The new lead reports what the old one did; indicators another unit was named for stay with it.</summary>
    /// <returns>The months to tally anew: the lights of the last rated one go with the work, earlier ones stay with who answered then.</returns>
    private async Task<IReadOnlyList<TallyScope>> HandOverAsync(Item item, Guid? before, Guid lead, CancellationToken cancellation)
    {
        var moved = await db.Set<Indicator>().Where(i => i.ItemId == item.Id && i.UnitId != lead && (i.UnitId == null || i.UnitId == before)).ToListAsync(cancellation);
        foreach (var indicator in moved)
            (indicator.UnitId, indicator.GivenAt) = (lead, clock.GetUtcNow().UtcDateTime);
        var ids = moved.ConvertAll(i => i.Id);
        var rated = db.Set<StoredAssessment>().Where(a => ids.Contains(a.IndicatorId));
        if (await rated.MaxAsync(a => (DateOnly?)a.PeriodEnd, cancellation) is not { } last)
            return [];
        foreach (var assessment in await rated.Where(a => a.PeriodEnd == last).ToListAsync(cancellation))
            assessment.UnitId = lead;
        return [new TallyScope(item.ListId, last, before), new TallyScope(item.ListId, last, lead)];
    }
}
