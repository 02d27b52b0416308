using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Leading;

/// <summary>A dated step that is not done yet.</summary>
internal sealed record NextStep(Guid ItemId, string Item, string Step, DateOnly Due, bool IsLate);

/// <param name="Count">As many as the list behind it shows.</param>
internal sealed record LeaderPart(OverviewFilter Filter, int Count, IReadOnlyList<OverviewRow> Rows);

internal sealed record LeaderView
{
    /// <summary>Posts of this person, or they stand in for, that lead items.</summary>
    public required IReadOnlyList<PostView> Mine { get; init; }

    public PostView? Post { get; init; }

    public required Period Month { get; init; }

    public int Items { get; init; }

    public int Rows { get; init; }

    public LeaderPart? Red { get; init; }

    public LeaderPart? Warned { get; init; }

    public LeaderPart? Unreported { get; init; }

    public IReadOnlyList<NextStep> Next { get; init; } = [];
}

/// <summary>What one lead official answers for: the red first, with why and how it came to it; then who has not reported; then what comes next.</summary>
internal sealed class LeaderViews(LuoshiDb db, LedgerAccess access, FilterReader reader, OverviewRows rows, RowDetails details, OrgDirectory directory, TimeProvider clock)
{
    private const int Most = 20;
    private const int DaysAhead = 60;

    public async Task<LeaderView> OfAsync(Guid? asked, Period? month, CancellationToken cancellation)
    {
        var today = LocalTime.Today(clock);
        var own = await access.PostsAsync(cancellation);
        var mine = own.Count == 0 ? [] : await db.Set<Item>().Where(i => i.LeadPostId != null && own.Contains(i.LeadPostId.Value)).Select(i => i.LeadPostId).Distinct().ToListAsync(cancellation);
        IReadOnlyList<Guid> ids = [.. mine.OfType<Guid>(), .. asked is { } other && !mine.Contains(other) ? [other] : Array.Empty<Guid>()];
        var posts = ids.Count == 0 ? [] : (await directory.PostsAsync(today, ids, cancellation)).DistinctBy(p => p.Id).ToList();
        var at = month ?? await reader.LastRatedAsync(list: null, cancellation);
        var post = asked is { } chosen ? posts.Find(p => p.Id == chosen) : posts.FirstOrDefault();
        var view = new LeaderView { Mine = [.. posts.Where(p => own.Contains(p.Id))], Post = post, Month = at };
        return post is null ? view : await FillAsync(view, post.Id, at, today, cancellation);
    }

    private async Task<LeaderView> FillAsync(LeaderView view, Guid post, Period month, DateOnly today, CancellationToken cancellation)
    {
        var filter = new OverviewFilter { Month = month, Post = post };
        var year = month.Year;
        return view with
        {
            Items = await db.Set<Item>().CountAsync(i => i.LeadPostId == post && db.Set<PromiseList>().Any(l => l.Id == i.ListId && l.Year == year), cancellation),
            Rows = (await rows.TotalsAsync(new KnownFilter(filter, month, Units: null), cancellation)).Count,
            Red = await PartAsync(filter with { Light = Light.Alarm }, month, cancellation),
            Unreported = await PartAsync(filter with { State = RowState.NotReported }, month, cancellation),
            Warned = await PartAsync(filter with { Light = Light.Warning, State = RowState.Behind }, month, cancellation),
            Next = await NextAsync(post, today, cancellation),
        };
    }

    private async Task<LeaderPart> PartAsync(OverviewFilter filter, Period month, CancellationToken cancellation)
    {
        var known = new KnownFilter(filter, month, Units: null);
        var count = (await rows.TotalsAsync(known, cancellation)).Count;
        return new LeaderPart(filter, count, count == 0 ? [] : await details.OfAsync(await rows.PageAsync(known, sort: null, 0, Most, cancellation), cancellation));
    }

    /// <summary>Steps that are late or fall due soon, and items whose deadline comes.</summary>
    private async Task<IReadOnlyList<NextStep>> NextAsync(Guid post, DateOnly today, CancellationToken cancellation)
    {
        var until = today.AddDays(DaysAhead);
        var open = db.Set<Item>().Where(i => i.LeadPostId == post && db.Set<PromiseList>().Any(l => l.Id == i.ListId && !l.Closed));
        var steps = await (
            from item in open
            join indicator in db.Set<Indicator>().Where(i => !i.Retired) on item.Id equals indicator.ItemId
            join step in db.Set<IndicatorStep>().Where(s => s.Done == null && s.Due <= until) on indicator.Id equals step.IndicatorId
            orderby step.Due, item.Number
            select new { item.Id, Item = item.Name, step.Name, step.Due }).Take(Most).ToListAsync(cancellation);
        var deadlines = await open.Where(i => i.Deadline != null && i.Deadline <= until && i.Status != ItemStatus.Accepted).OrderBy(i => i.Deadline).ThenBy(i => i.Number)
            .Select(i => new { i.Id, i.Name, i.Deadline }).Take(Most).ToListAsync(cancellation);
        return
        [
            .. steps.Select(s => new NextStep(s.Id, s.Item, s.Name, s.Due, s.Due < today))
                .Concat(deadlines.Select(d => new NextStep(d.Id, d.Name, "", d.Deadline ?? today, d.Deadline < today)))
                .OrderBy(s => s.Due).ThenBy(s => s.Item, StringComparer.Ordinal).Take(Most),
        ];
    }
}
