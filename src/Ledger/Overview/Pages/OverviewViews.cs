using Luoshi.Kernel.Rules;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Pages;

/// <summary>What the address asks for besides the filter.</summary>
internal sealed record OverviewAsk(OverviewFilter Filter, ViewKind Kind, BoardBy By, string? Sort, int Page);

/// <summary>Gathers one page of the overview. Each view asks a fixed number of questions, however big the ledger is.</summary>
internal sealed class OverviewViews(LuoshiDb db, FilterReader reader, OverviewRows rows, RowDetails details, TimelineRows timeline, KeepView keep, LedgerAccess access, LocalRules rules, RulePackLibrary packs, OrgDirectory directory, TimeProvider clock)
{
    private const int CardsOfColumn = 12;
    private const int LinesOfPage = 25;
    private const int MostUnitNames = 200;

    public async Task<OverviewView> OfAsync(OverviewAsk ask, CancellationToken cancellation)
    {
        var known = await reader.ReadAsync(ask.Filter, cancellation);
        var totals = await rows.TotalsAsync(known, cancellation);
        var choices = await ChoicesAsync(known, cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var refused = ask.Sort is not null and not "light" and not "-light" && (!totals.IsWhole || totals.Count > OverviewRows.MostCounted);
        var view = new OverviewView
        {
            Known = known,
            Kind = ask.Kind,
            By = ask.By,
            Choices = choices,
            Totals = totals,
            Pack = choices.Lists.Count > 0 ? rules.PackOf(choices.Lists.FirstOrDefault(l => l.Id == known.Filter.List) ?? choices.Lists[0], known.Month.LastDay) : packs.InForce(default, known.Month.LastDay),
            IsOffice = office,
            Sort = refused ? null : ask.Sort,
            SortRefused = refused,
            Page = ask.Page,
            Kept = access.Person is { } me ? await keep.ColumnsAsync(me, cancellation) : RowColumns.Default,
            KeptFilters = access.Person is { } person ? await keep.FiltersAsync(person, cancellation) : [],
        };
        return ask.Kind switch
        {
            ViewKind.Board => view with { Columns = await BoardAsync(view, cancellation) },
            ViewKind.Timeline => view with { Lines = await timeline.OfAsync(await PageAsync(view, LinesOfPage, cancellation), known.Month.Year, cancellation) },
            ViewKind.Months => view with { ByMonth = await rows.MonthsAsync(known, cancellation) },
            _ => view with
            {
                Rows = await PageAsync(view, OverviewRows.Size, cancellation),
                Assignable = office ? await AssignableAsync(cancellation) : [],
            },
        };
    }

    public int SizeOf(ViewKind kind) => kind == ViewKind.Timeline ? LinesOfPage : OverviewRows.Size;

    private async Task<IReadOnlyList<OverviewRow>> PageAsync(OverviewView view, int size, CancellationToken cancellation)
    {
        if (view.Totals.Count == 0)
            return [];
        var last = Math.Max(1, (view.Reachable + size - 1) / size);
        var skip = (Math.Clamp(view.Page, 1, last) - 1) * size;
        return await details.OfAsync(await rows.PageAsync(view.Known, view.Sort, skip, size, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<BoardColumn>> BoardAsync(OverviewView view, CancellationToken cancellation)
    {
        var columns = new List<BoardColumn>();
        foreach (var (title, light, narrowed) in Parts(view))
        {
            var known = view.Known with { Filter = narrowed };
            var totals = light is { } one ? new RowTotals(new Dictionary<Light, int> { [one] = view.Totals.ByLight.GetValueOrDefault(one) }, view.Totals.IsWhole) : await rows.TotalsAsync(known, cancellation);
            var cards = totals.Count == 0 ? [] : await details.OfAsync(await rows.PageAsync(known, sort: null, 0, CardsOfColumn, cancellation), cancellation);
            var look = light is { } shown ? LightLook(view.Pack, shown) : null;
            columns.Add(new BoardColumn(title, look, totals.Count, totals.IsWhole, cards, narrowed.Href()));
        }

        return columns;
    }

    private static Platform.Ui.StatusLook LightLook(RulePack pack, Light light)
    {
        var look = LocalRules.Look(pack, light, Progress.Unmeasured);
        return look with { Label = pack.Lights[LocalRules.Code(light)].Word, Hint = null };
    }

    private static IEnumerable<(Words Title, Light? Light, OverviewFilter Filter)> Parts(OverviewView view)
    {
        var filter = view.Filter;
        return view.By switch
        {
            BoardBy.State => new[] { RowState.NotReported, RowState.Behind, RowState.OnTrack, RowState.Ahead, RowState.Met, RowState.NotDue, RowState.Awaited, RowState.Unmeasured }
                .Where(state => filter.State is null || filter.State == state).Select(state => (OverviewTexts.Name(state), (Light?)null, filter with { State = state })),
            BoardBy.Stage => Enum.GetValues<Stage>()
                .Where(stage => filter.Stage is null || filter.Stage == stage).Select(stage => (OverviewTexts.Name(stage), (Light?)null, filter with { Stage = stage })),
            _ => new[] { Light.Alarm, Light.Warning, Light.Good, Light.Done, Light.None }
                .Where(light => filter.Light is null || filter.Light == light).Select(light => (view.Pack.Lights[LocalRules.Code(light)].Word, (Light?)light, filter with { Light = light })),
        };
    }

    private async Task<OverviewChoices> ChoicesAsync(KnownFilter known, CancellationToken cancellation)
    {
        var (year, end) = (known.Month.Year, known.Month.LastDay);
        var lists = await db.Set<PromiseList>().AsNoTracking().Where(l => l.Year == year).OrderBy(l => l.Kind).ThenBy(l => l.Title).ToListAsync(cancellation);
        var years = await db.Set<PromiseList>().Select(l => l.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellation);
        var leading = await db.Set<Item>().Where(i => i.LeadPostId != null).Select(i => i.LeadPostId).Distinct().OrderBy(id => id).Take(MostUnitNames).ToListAsync(cancellation);
        var list = known.Filter.List;
        var units = await db.Set<LightTally>().Where(t => t.PeriodEnd == end && t.UnitId != Guid.Empty).Select(t => t.UnitId).Distinct().OrderBy(id => id).Take(MostUnitNames + 1).ToListAsync(cancellation);
        return new OverviewChoices
        {
            Years = years.Contains(year) ? years : [year, .. years],
            Lists = lists,
            Bundles = list is { } only ? await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == only).OrderBy(c => c.Number).ToListAsync(cancellation) : [],
            Posts = leading.Count == 0 ? [] : [.. (await directory.PostsAsync(LocalTime.Today(clock), [.. leading.OfType<Guid>()], cancellation)).DistinctBy(p => p.Id)],
            Units = units.Count > MostUnitNames ? [] : [.. (await directory.NamesAsync(units, cancellation)).Values.Order(StringComparer.Ordinal)],
        };
    }

    private async Task<IReadOnlyList<PostView>> AssignableAsync(CancellationToken cancellation)
    {
        var posts = await access.LeadingPostsAsync(cancellation);
        return posts.Count == 0 ? [] : [.. (await directory.PostsAsync(LocalTime.Today(clock), [.. posts], cancellation)).DistinctBy(p => p.Id)];
    }
}
