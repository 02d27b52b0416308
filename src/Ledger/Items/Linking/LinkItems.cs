using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Linking;

/// <summary>
/// Says that two items of different lists are one promise. Each keeps its own wording, number and target; the count is reported
/// once, by the unit of <see cref="LinkWanted.Reported"/>, and counts for both.
/// </summary>
/// <param name="Reported">The item whose unit goes on reporting.</param>
/// <param name="Same">The item that takes its numbers from there.</param>
internal sealed record LinkWanted(Guid Reported, Guid Same);

internal sealed class LinkItems(LuoshiDb db, LinkedFigures figures, RateUnits rate)
{
    private const decimal LeastAlike = 0.5m;

    public async Task<Outcome<Guid>> RunAsync(LinkWanted wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.Id == wanted.Reported || i.Id == wanted.Same).ToListAsync(cancellation);
        if (items.Count != 2)
            return LedgerRefusals.NotFound;
        if (items[0].ListId == items[1].ListId)
            return LinkRefusals.OneList;
        var ids = items.ConvertAll(i => i.ListId);
        var lists = await db.Set<PromiseList>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(cancellation);
        // Last year's closed list may be pointed at, since no number goes there; a closed list of the year takes none any more.
        if (lists.TrueForAll(l => l.Closed) || (lists.Exists(l => l.Closed) && lists[0].Year == lists[1].Year))
            return LedgerRefusals.ListClosed;
        if (await db.Set<ItemLink>().AnyAsync(l => (l.ItemId == wanted.Reported && l.SameAsId == wanted.Same) || (l.ItemId == wanted.Same && l.SameAsId == wanted.Reported), cancellation))
            return LinkRefusals.Linked;

        db.Begin(LedgerProcesses.LinkItems, acting.Actor);
        var link = new ItemLink { ItemId = wanted.Same, SameAsId = wanted.Reported, ConfirmedByPost = acting.Actor.PostId ?? acting.Person };
        db.Add(link);
        var touched = new List<Guid>();
        foreach (var (counted, counts) in await PairsAsync(wanted, cancellation))
        {
            counts.CountedById = counted.Id;
            touched.AddRange(await figures.CatchUpAsync(counted.Id, counts.Id, cancellation));
        }

        try
        {
            await rate.SaveAsync(touched, DateOnly.MinValue, cancellation);
            return link.Id;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    /// <summary>Indicators that count the same thing in the same unit at the same stage over the same year; others stay on their own.</summary>
    private async Task<List<(Indicator Counted, Indicator Counts)>> PairsAsync(LinkWanted wanted, CancellationToken cancellation)
    {
        var plans = await db.Set<Item>().Where(i => i.Id == wanted.Reported || i.Id == wanted.Same).Join(db.Set<PromiseList>(), i => i.ListId, l => l.Id, (i, l) => l.Year).Distinct().CountAsync(cancellation);
        // Last year's promise and this year's are one promise, but never one count.
        if (plans > 1)
            return [];
        var from = await db.Set<Indicator>().Where(i => i.ItemId == wanted.Reported && i.PartOfId == null && !i.Retired && i.CountedById == null).OrderBy(i => i.Number).ToListAsync(cancellation);
        var to = await db.Set<Indicator>().Where(i => i.ItemId == wanted.Same && i.PartOfId == null && !i.Retired && i.CountedById == null).OrderBy(i => i.Number).ToListAsync(cancellation);
        var matched = Matcher.Run([.. from.Select(Plain)], [.. to.Select(Plain)]).Matches;
        var pairs = new List<(Indicator, Indicator)>();
        foreach (var match in matched.Where(m => m.Likeness.Score >= LeastAlike))
        {
            var (one, other) = (from.First(i => LedgerStatements.KeyOf(i.Id) == match.Left.Key), to.First(i => LedgerStatements.KeyOf(i.Id) == match.Right.Key));
            if (one.Unit == other.Unit && one.Stage == other.Stage && one.Counting == other.Counting && one.Kind == other.Kind)
                pairs.Add((one, other));
        }

        return pairs;
    }

    private static Statement Plain(Indicator indicator) => new()
    {
        Key = LedgerStatements.KeyOf(indicator.Id),
        Name = indicator.Name,
        Unit = indicator.Printed,
        Stage = indicator.Stage,
        StageWord = indicator.StageWord,
        IsRate = indicator.Kind == IndicatorKind.Rate,
    };
}

/// <summary>Takes a link back; what was counted through it goes with it, the reports stay where they were made.</summary>
internal sealed class UnlinkItems(LuoshiDb db, LinkedFigures figures, RateUnits rate, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid linkId, string reason, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<ItemLink>().FirstOrDefaultAsync(l => l.Id == linkId, cancellation) is not { } link)
            return LedgerRefusals.NotFound;
        if (string.IsNullOrWhiteSpace(reason))
            return LedgerRefusals.Missing("reason", "理由", "reason");
        if (reason.Length > 1000)
            return LedgerRefusals.TooLong("reason", 1000);
        db.Begin(LedgerProcesses.UnlinkItems, acting.Actor, reason);
        db.Remove(link);
        var from = await db.Set<Indicator>().Where(i => i.ItemId == link.SameAsId).Select(i => (Guid?)i.Id).ToListAsync(cancellation);
        var touched = new List<Guid>();
        foreach (var counts in await db.Set<Indicator>().Where(i => i.ItemId == link.ItemId && from.Contains(i.CountedById)).ToListAsync(cancellation))
        {
            touched.AddRange(await figures.ForgetAsync(counts, cancellation));
            // From here on its own unit is asked for it.
            (counts.CountedById, counts.GivenAt) = (null, clock.GetUtcNow().UtcDateTime);
        }

        try
        {
            await rate.SaveAsync(touched, DateOnly.MinValue, cancellation);
            return link.ItemId;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}

internal static class LinkRefusals
{
    public static Refusal OneList { get; } = new("link.one_list", "同一份清单里的事项不能互相关联。", "Items of one list cannot be linked to each other.");

    public static Refusal Linked { get; } = new("link.linked", "这两项已经关联过了。", "The two are linked already.");
}
