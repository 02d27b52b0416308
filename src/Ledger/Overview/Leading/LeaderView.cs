using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Leading;

/// <summary>A dated step that is not done yet.</summary>
internal sealed record NextStep(Guid ItemId, string Item, string Step, DateOnly Due, bool IsLate);

/// <summary>One item as one unit reports it: the indicators that show the light, what the unit says of the item, and who has its report of the month.</summary>
internal sealed record LeaderCase(IReadOnlyList<OverviewRow> Rows)
{
    public OverviewRow First => Rows[0];

    public Item Item => First.Item;

    public Guid? Unit => First.Rated.UnitId;

    /// <summary>Null where the last report of the unit does not tell of the item, or there is none this year.</summary>
    public UnitWords? Said { get; init; }

    public UnitStanding? Report { get; init; }

    public string Anchor => $"r-{First.Rated.Id}";
}

/// <param name="Count">Indicators, as many as the list behind it shows.</param>
internal sealed record LeaderPart(OverviewFilter Filter, int Count, IReadOnlyList<LeaderCase> Cases)
{
    public int Shown => Cases.Sum(c => c.Rows.Count);
}

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

    /// <summary>The month whose reports are told the way of.</summary>
    public Period Reporting { get; init; }

    /// <summary>The rows come from several lists, so each says which.</summary>
    public bool SeveralLists => Cases.Select(c => c.First.List.Id).Distinct().Skip(1).Any();

    /// <summary>What units ask this leader to do something about.</summary>
    public IEnumerable<LeaderCase> Asking => Cases.Where(c => c.Said?.HelpNeeded is not null).DistinctBy(c => (c.Item.Id, c.Unit));

    /// <summary>What a unit says of an item is read once, though its indicators show several lights.</summary>
    public LeaderCase FirstOf(LeaderCase one) => Cases.First(c => c.Item.Id == one.Item.Id && c.Unit == one.Unit);

    private IEnumerable<LeaderCase> Cases => new[] { Red, Unreported, Warned }.SelectMany(p => p?.Cases ?? []);
}

/// <summary>
/// What one lead official answers for: the red first, with why, how it came to it, what the unit says of it and which help it asks for;
/// then who has not reported; then what comes next.
/// </summary>
internal sealed class LeaderViews(LuoshiDb db, LedgerAccess access, FilterReader reader, OverviewRows rows, RowDetails details, UnitWordsReader words, UnitStandings standings, OrgDirectory directory, TimeProvider clock)
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
        if (post is null)
            return view;
        // Whoever looks at a month gone by sees what was said by then; else the latest is what counts.
        view = view with { Reporting = month ?? await standings.CurrentAsync(today, cancellation) };
        return await SayAsync(await FillAsync(view, post.Id, at, today, cancellation), month is null ? new DateOnly(at.Year, 12, 31) : at.LastDay, cancellation);
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
        var found = count == 0 ? [] : await details.OfAsync(await rows.PageAsync(known, sort: null, 0, Most, cancellation), cancellation);
        return new LeaderPart(filter, count, [.. found.GroupBy(r => (r.Item.Id, r.Rated.UnitId)).Select(g => new LeaderCase([.. g]))]);
    }

    /// <summary>Adds the units' own words and where their reports are.</summary>
    private async Task<LeaderView> SayAsync(LeaderView view, DateOnly until, CancellationToken cancellation)
    {
        var cases = new[] { view.Red, view.Unreported, view.Warned }.SelectMany(p => p?.Cases ?? []).ToList();
        var asked = cases.Where(c => c.Unit is not null).Select(c => (Unit: c.Unit ?? default, Item: c.Item.Id)).ToHashSet();
        var said = await words.OfAsync(asked, until, cancellation);
        var reports = (await standings.OfAsync(view.Reporting, [.. asked.Select(a => a.Unit).Distinct()], cancellation)).ToDictionary(s => s.Unit);
        LeaderPart? Told(LeaderPart? part) => part is null ? null : part with
        {
            Cases = [.. part.Cases.Select(c => c.Unit is { } unit ? c with { Said = said.GetValueOrDefault((unit, c.Item.Id)), Report = reports.GetValueOrDefault(unit) } : c)],
        };
        return view with { Red = Told(view.Red), Unreported = Told(view.Unreported), Warned = Told(view.Warned) };
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
