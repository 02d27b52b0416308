using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Lights">Of the month it was last rated for.</param>
/// <param name="Draft">A card that waits to be checked and published; told to the office.</param>
internal sealed record ListLine(PromiseList List, RulePack Pack, int Items, Period? Month, IReadOnlyDictionary<Light, int> Lights, Guid? Draft);

/// <param name="Standing">Null where the unit owes no report of the month.</param>
internal sealed record UnitLine(Guid Unit, string Name, ReportStanding? Standing, DateTime? Since, string? Returned = null)
{
    /// <summary>The report lies with the unit, which has something to write in it.</summary>
    public bool IsOpen => Standing is ReportStanding.NotReported or ReportStanding.Correcting or ReportStanding.Supplement;
}

/// <param name="Lines">How many numbers came after the report was accepted; nought once the supplement is being written.</param>
internal sealed record SupplementLine(Guid Unit, string Name, Period Month, int Lines, string? Returned = null);

/// <summary>The report a person writes next.</summary>
internal readonly record struct NextReport(Guid Unit, Period Month, bool Supplement);

/// <param name="Tasks">How many wait for the unit's signature.</param>
internal sealed record UnsignedLine(Guid Unit, string Name, int Tasks);

/// <summary>A figure of the desk. Behind it stand exactly as many rows.</summary>
internal sealed record DeskFigure(Words Label, int Count, bool IsWhole, string Href, Light Tone);

/// <param name="Oldest">Since when the one that has waited longest has waited.</param>
internal sealed record Holding(Hand Hand, int Reports, DateTime? Oldest, string Href);

internal sealed record TargetNews(Guid ItemId, string Item, string Indicator, string? Decision, DateTime At);

/// <summary>What changed since the person was here last.</summary>
internal sealed record DeskNews(DateTime Since, int Moved, string MovedHref, IReadOnlyList<TargetNews> Targets);

/// <summary>A role's first page: what burns, what waits for me and since when, what changed, the lists.</summary>
internal sealed record HomeView
{
    public required IReadOnlyList<ListLine> Lists { get; init; }

    /// <summary>The month being reported.</summary>
    public required Period Period { get; init; }

    /// <summary>The month last rated: what the figures are of.</summary>
    public required Period Rated { get; init; }

    public required IReadOnlyList<DeskFigure> Burns { get; init; }

    /// <summary>Units this person fills in.</summary>
    public required IReadOnlyList<UnitLine> Mine { get; init; }

    /// <summary>Reports of earlier months this person's units began and never sent: they come before the month at hand.</summary>
    public IReadOnlyList<(Guid Unit, Period Month)> Begun { get; init; } = [];

    /// <summary>Supplements of earlier months, owed or being written. The month at hand asks for the same cumulative numbers, so they wait until it is handed in.</summary>
    public IReadOnlyList<SupplementLine> Supplements { get; init; } = [];

    /// <summary>What was begun and not sent, else the one unit whose report of the month waits for this person, else a supplement.</summary>
    public NextReport? Next => (Begun, Mine.Where(u => u.IsOpen).ToList(), Supplements) switch
    {
        ([var (unit, month), ..], _, _) => new NextReport(unit, month, Supplement: false),
        (_, [var only], _) => new NextReport(only.Unit, Period, only.Standing == ReportStanding.Supplement),
        (_, [], [var first, ..]) => new NextReport(first.Unit, first.Month, Supplement: true),
        _ => null,
    };

    /// <summary>Units of this person with tasks they have not signed for.</summary>
    public required IReadOnlyList<UnsignedLine> Unsigned { get; init; }

    /// <summary>Reports that wait for this person's hand.</summary>
    public required int Waiting { get; init; }

    public DateTime? WaitingSince { get; init; }

    /// <summary>Who holds the month's reports; told to everybody who looks over units.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    public DeskNews? News { get; init; }

    public required bool IsOffice { get; init; }
}

internal sealed class HomeViews(LuoshiDb db, LedgerAccess access, UnitStandings standings, OwedLines owed, OverviewRows rows, FilterReader reader, KeepView keep, LocalRules rules, OrgDirectory directory, TimeProvider clock)
{
    private const int MostLists = 50;
    private const int MostNews = 8;

    private static readonly RowState[] Burning = [RowState.TurnedRed, RowState.Overdue, RowState.Behind, RowState.NotReported];

    public async Task<HomeView> OfAsync(Period? asked, CancellationToken cancellation)
    {
        var period = asked ?? await CurrentAsync(cancellation);
        var rated = await reader.LastRatedAsync(list: null, cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var all = await standings.OfAsync(period, cancellation);
        var mine = await access.UnitsAsync(Role.Reporter, cancellation);
        var leads = await access.UnitsAsync(Role.Approver, cancellation);
        var overseer = await IsOverseerAsync(cancellation);
        var (begun, supplements) = await EarlierAsync(mine, period, cancellation);
        var waiting = db.Set<UnitReport>().Where(r => (office && r.State == ReportState.UnitApproved) || (r.State == ReportState.Submitted && leads.Contains(r.UnitId)));
        return new HomeView
        {
            Lists = await ListsAsync(office, cancellation),
            Period = period,
            Rated = rated,
            Burns = await BurnsAsync(await ScopeAsync(overseer, [.. mine, .. leads], cancellation) with { Month = rated }, rated, cancellation),
            IsOffice = office,
            Mine = await MineAsync(all, mine, cancellation),
            Begun = begun,
            Supplements = supplements,
            Unsigned = await UnsignedAsync([.. mine, .. leads], cancellation),
            Waiting = await waiting.CountAsync(cancellation),
            WaitingSince = await waiting.MinAsync(r => (DateTime?)r.Since, cancellation),
            Holdings = overseer ? Held(all, period) : [],
            News = await NewsAsync(overseer, all, period, cancellation),
        };
    }

    /// <summary>The month that is being reported.</summary>
    public Task<Period> CurrentAsync(CancellationToken cancellation) => standings.CurrentAsync(LocalTime.Today(clock), cancellation);

    /// <summary>Names of the units that have not reported the month.</summary>
    /// <param name="of">The units that have something to report here; what others owe elsewhere is not told.</param>
    public async Task<IReadOnlyList<string>> MissingAsync(Period period, IReadOnlySet<Guid> of, CancellationToken cancellation)
    {
        var missing = (await standings.OfAsync(period, cancellation)).Where(u => u.Standing == ReportStanding.NotReported && of.Contains(u.Unit)).Select(u => u.Unit).ToList();
        return [.. (await directory.NamesAsync(missing, cancellation)).Values.Order(StringComparer.Ordinal)];
    }

    private async Task<bool> IsOverseerAsync(CancellationToken cancellation)
    {
        foreach (var role in new[] { Role.Office, Role.Leader, Role.Inspector, Role.Auditor, Role.Administrator })
        {
            if (await access.HasAsync(role, cancellation))
                return true;
        }

        return false;
    }

    /// <summary>A leader's figures are of what they lead, a unit's of its own indicators, everybody else's of the whole ledger.</summary>
    private async Task<OverviewFilter> ScopeAsync(bool overseer, HashSet<Guid> units, CancellationToken cancellation)
    {
        if (!overseer)
            return units.Count == 1 ? new OverviewFilter { Unit = units.First().ToString() } : new OverviewFilter();
        if (await access.HasAsync(Role.Office, cancellation))
            return new OverviewFilter();
        var posts = await access.PostsAsync(cancellation);
        var leading = await db.Set<Items.Item>().Where(i => i.LeadPostId != null && posts.Contains(i.LeadPostId.Value)).Select(i => i.LeadPostId).Distinct().OrderBy(id => id).Take(2).ToListAsync(cancellation);
        return leading is [var post] ? new OverviewFilter { Post = post } : new OverviewFilter();
    }

    private async Task<IReadOnlyList<DeskFigure>> BurnsAsync(OverviewFilter scope, Period rated, CancellationToken cancellation)
    {
        var known = await reader.ReadAsync(scope, cancellation);
        var figures = new List<DeskFigure> { await FigureAsync(HomeTexts.Red, known with { Filter = scope with { Light = Light.Alarm } }, Light.Alarm, cancellation) };
        foreach (var state in Burning)
            figures.Add(await FigureAsync(HomeTexts.Burns(state, rated), known with { Filter = scope with { State = state } }, state is RowState.TurnedRed or RowState.Overdue ? Light.Alarm : Light.Warning, cancellation));
        return figures;
    }

    private async Task<DeskFigure> FigureAsync(Words label, KnownFilter known, Light tone, CancellationToken cancellation)
    {
        var totals = await rows.TotalsAsync(known, cancellation);
        return new DeskFigure(label, totals.Count, totals.IsWhole, known.Filter.Href(), totals.Count == 0 ? Light.None : tone);
    }

    private async Task<IReadOnlyList<UnitLine>> MineAsync(IReadOnlyList<UnitStanding> all, IReadOnlySet<Guid> mine, CancellationToken cancellation)
    {
        var owing = all.Where(u => mine.Contains(u.Unit)).ToList();
        var names = await directory.NamesAsync(owing.ConvertAll(u => u.Unit), cancellation);
        return [.. owing.Select(u => new UnitLine(u.Unit, names.GetValueOrDefault(u.Unit, "—"), u.Standing, u.Since, u.Returned)).OrderBy(u => u.Name, StringComparer.Ordinal)];
    }

    /// <summary>What this person's units have not handed in of the months before: reports, and supplements to accepted ones.</summary>
    private async Task<(IReadOnlyList<(Guid Unit, Period Month)> Begun, IReadOnlyList<SupplementLine> Supplements)> EarlierAsync(IReadOnlySet<Guid> mine, Period period, CancellationToken cancellation)
    {
        if (mine.Count == 0)
            return ([], []);
        var before = period.FirstDay;
        var last = Period.OfMonth(before.AddDays(-1).Year, before.AddDays(-1).Month);
        // In January that is the old year, as long as its list is open.
        var start = new DateOnly(last.Year, 1, 1);
        var drafts = await db.Set<UnitReport>().AsNoTracking().Where(r => mine.Contains(r.UnitId) && r.State == ReportState.Draft && r.PeriodEnd >= start && r.PeriodEnd < before)
            .Where(_ => db.Set<PromiseList>().Any(l => l.Year == last.Year && !l.Closed))
            .OrderBy(r => r.PeriodEnd).Take(MostNews).ToListAsync(cancellation);
        var late = await owed.OfAsync(last, mine, cancellation);
        var written = drafts.Where(r => r.Supplement).ToList();
        var names = await directory.NamesAsync([.. written.Select(r => r.UnitId).Concat(late.Select(o => o.Unit)).Distinct()], cancellation);
        return (
            [.. drafts.Where(r => !r.Supplement).Select(r => (r.UnitId, r.Period))],
            [
                .. written.Select(r => new SupplementLine(r.UnitId, names.GetValueOrDefault(r.UnitId, "—"), r.Period, 0, r.IsReturned ? r.Reason : null)),
                .. late.Select(o => new SupplementLine(o.Unit, names.GetValueOrDefault(o.Unit, "—"), last, o.Lines)),
            ]);
    }

    private static IReadOnlyList<Holding> Held(IReadOnlyList<UnitStanding> all, Period period) =>
    [
        .. new[] { Hand.Reporter, Hand.UnitLeader, Hand.Office }.Select(hand =>
        {
            var held = all.Where(u => u.Holder == hand).ToList();
            return new Holding(hand, held.Count, held.Min(u => u.Since), new UnitsFilter { Month = period, Holder = hand }.Href());
        }),
    ];

    private async Task<DeskNews?> NewsAsync(bool overseer, IReadOnlyList<UnitStanding> all, Period period, CancellationToken cancellation)
    {
        if (access.Person is not { } person || await keep.VisitAsync(person, cancellation) is not { } seen || !overseer)
            return null;
        // To the second, as the address will say it.
        var since = new DateTime(seen.Ticks - (seen.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        var moved = new UnitsFilter { Month = period, After = since };
        var targets = await (
            from target in db.Set<Target>().AsNoTracking().Where(t => t.Version > 1 && t.At >= since)
            join indicator in db.Set<Indicators.Indicator>() on target.IndicatorId equals indicator.Id
            join item in db.Set<Items.Item>() on indicator.ItemId equals item.Id
            orderby target.At descending
            select new TargetNews(item.Id, item.Name, indicator.Name, target.Decision, target.At)).Take(MostNews).ToListAsync(cancellation);
        return new DeskNews(since, all.Count(moved.Holds), moved.Href(), targets);
    }

    private async Task<IReadOnlyList<ListLine>> ListsAsync(bool office, CancellationToken cancellation)
    {
        var lists = await db.Set<PromiseList>().AsNoTracking().OrderByDescending(l => l.Year).ThenBy(l => l.Title).Take(MostLists).ToListAsync(cancellation);
        var ids = lists.ConvertAll(l => l.Id);
        var items = await db.Set<Items.Item>().Where(i => ids.Contains(i.ListId)).GroupBy(i => i.ListId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var last = await db.Set<LightTally>().Where(t => ids.Contains(t.ListId)).GroupBy(t => t.ListId).Select(g => new { g.Key, End = g.Max(t => t.PeriodEnd) }).ToDictionaryAsync(g => g.Key, g => g.End, cancellation);
        var drafts = office
            ? (await db.Set<ReportCards.Card>().Where(c => ids.Contains(c.ListId) && c.State == ReportCards.CardState.Draft).Select(c => new { c.ListId, c.Id, c.GeneratedAt }).ToListAsync(cancellation)).GroupBy(c => c.ListId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.GeneratedAt)!.Id)
            : [];
        var ends = last.Values.Distinct().ToList();
        var lights = (await db.Set<LightTally>().Where(t => ids.Contains(t.ListId) && ends.Contains(t.PeriodEnd))
            .GroupBy(t => new { t.ListId, t.PeriodEnd, t.Light }).Select(g => new { g.Key, Count = g.Sum(t => t.Indicators) }).ToListAsync(cancellation)).ToLookup(g => (g.Key.ListId, g.Key.PeriodEnd));
        return
        [
            .. lists.Select(list =>
            {
                var end = last.TryGetValue(list.Id, out var day) ? day : (DateOnly?)null;
                return new ListLine(
                    list,
                    rules.PackOf(list, end ?? list.Plan.LastDay),
                    items.GetValueOrDefault(list.Id),
                    end is { } rated ? Period.OfMonth(rated.Year, rated.Month) : null,
                    lights[(list.Id, end ?? default)].ToDictionary(g => g.Key.Light, g => g.Count),
                    drafts.TryGetValue(list.Id, out var draft) ? draft : null);
            }),
        ];
    }

    private async Task<IReadOnlyList<UnsignedLine>> UnsignedAsync(HashSet<Guid> units, CancellationToken cancellation)
    {
        var waiting = await db.Set<Items.ItemUnit>().Where(u => units.Contains(u.UnitId) && u.SignedAt == null)
            .Join(db.Set<Items.Item>(), u => u.ItemId, i => i.Id, (u, i) => new { u.UnitId, i.ListId })
            .Join(db.Set<PromiseList>().Where(l => !l.Closed), u => u.ListId, l => l.Id, (u, _) => u.UnitId)
            .GroupBy(unit => unit).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. waiting.Select(w => w.Key)], cancellation);
        return [.. waiting.Select(w => new UnsignedLine(w.Key, names.GetValueOrDefault(w.Key, "—"), w.Count)).OrderBy(w => w.Name, StringComparer.Ordinal)];
    }
}
