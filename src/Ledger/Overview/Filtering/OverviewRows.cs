using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Filtering;

/// <param name="IsWhole">False when there are more than are counted one by one.</param>
internal sealed record RowTotals(IReadOnlyDictionary<Light, int> ByLight, bool IsWhole)
{
    public int Count => ByLight.Values.Sum();
}

/// <summary>
/// A filter as a query. Everything is chosen, counted and sorted in the database; counts that the tallies can answer come from them,
/// others stop at <see cref="MostCounted"/>.
/// </summary>
internal sealed class OverviewRows(LuoshiDb db)
{
    public const int MostCounted = 10_000;

    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>Up to so many units are looked up one by one; more of them are met soon enough in the order of urgency.</summary>
    private const int FewUnits = 200;

    private static readonly double NoAlarm = LightTally.Stretch(Light.Alarm).To;

    /// <summary>Smaller in tests, which have no tens of thousands of rows.</summary>
    public int Most { get; set; } = MostCounted;

    private readonly Dictionary<OverviewFilter, List<Guid>?> found = [];

    public async Task<RowTotals> TotalsAsync(KnownFilter known, CancellationToken cancellation)
    {
        if (IsTallied(known.Filter))
            return new RowTotals(await Tallies(known).GroupBy(t => t.Light).Select(g => new { g.Key, Count = g.Sum(t => t.Indicators) }).ToDictionaryAsync(c => c.Key, c => c.Count, cancellation), IsWhole: true);
        var (rows, walk) = await ChosenAsync(known, cancellation);
        var byLight = await (walk ? rows.OrderBy(a => a.Urgency) : rows.OrderBy(a => a.IndicatorId)).Take(Most + 1)
            .GroupBy(a => a.ShownLight).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, cancellation);
        return new RowTotals(byLight, byLight.Values.Sum() <= Most);
    }

    /// <summary>The assessments of one page in their order.</summary>
    public async Task<List<Guid>> PageAsync(KnownFilter known, string? sort, int skip, int take, CancellationToken cancellation)
    {
        var (rows, walk) = await ChosenAsync(known, cancellation);
        return await Sorted(rows, sort, walk).Skip(skip).Take(take).Select(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>Every month's lights of the rows that the filter holds, by the tallies.</summary>
    public async Task<IReadOnlyDictionary<(DateOnly PeriodEnd, Light Light), int>> MonthsAsync(KnownFilter known, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(known.Month.Year, 1, 1), new DateOnly(known.Month.Year, 12, 31));
        var tallies = Narrow(db.Set<LightTally>().Where(t => t.PeriodEnd >= first && t.PeriodEnd <= last), known);
        return await tallies.GroupBy(t => new { t.PeriodEnd, t.Light }).Select(g => new { g.Key, Count = g.Sum(t => t.Indicators) })
            .ToDictionaryAsync(g => (g.Key.PeriodEnd, g.Key.Light), g => g.Count, cancellation);
    }

    /// <summary>Filters that ask for nothing but list, month, reporting unit, light and state are in the tallies.</summary>
    public static bool IsTallied(OverviewFilter filter) =>
        filter is { Post: null, Bundle: null, Kind: null, Stage: null, Search: "" } && (filter.Unit.Length == 0 || filter.Part == UnitPart.Reports);

    /// <summary>
    /// The rows, and how to go through them: either along the index of urgency, which finds the first page of a filter that many rows
    /// meet, or from the few indicators or units that meet it. The wrong way round either takes seconds at hundreds of thousands of rows.
    /// </summary>
    private async Task<(IQueryable<StoredAssessment> Rows, bool WalkByUrgency)> ChosenAsync(KnownFilter known, CancellationToken cancellation)
    {
        var (filter, end) = (known.Filter, known.Month.LastDay);
        var rows = db.Set<StoredAssessment>().AsNoTracking().Where(a => a.Rated && a.PeriodEnd == end);
        var walk = true;
        if (filter.List is { } list)
            rows = rows.Where(a => a.ListId == list);
        if (filter.Light is { } light)
            rows = OfLight(rows, light);
        if (filter.State is { } state)
            rows = InState(rows, state, LightTallies.Before(end));
        if (known.Units is { } units && filter.Part == UnitPart.Reports)
        {
            rows = units is [var one] ? rows.Where(a => a.UnitId == one) : rows.Where(a => a.UnitId != null && EF.Parameter(units).Contains(a.UnitId.Value));
            walk = units.Count is 1 or > FewUnits;
        }

        if (IsTallied(filter))
            return (rows, walk);
        if (await FewAsync(known, cancellation) is { } few)
            return (rows.Where(a => EF.Parameter(few).Contains(a.IndicatorId)), false);
        var many = Indicators(known);
        return (rows.Where(a => many.Any(i => i.Id == a.IndicatorId)), walk);
    }

    /// <summary>The indicators that meet what the assessments do not carry, fetched once a request; null when there are more than are counted.</summary>
    private async Task<List<Guid>?> FewAsync(KnownFilter known, CancellationToken cancellation)
    {
        var key = known.Filter with { Month = null, Light = null, State = null };
        if (found.TryGetValue(key, out var ids))
            return ids;
        var bounded = InIndexOrder(Indicators(known), known.Filter).Select(i => i.Id).Take(Most + 1);
        // Words are looked for by reading every name: once is enough. The rest is counted before it is fetched.
        if (known.Filter.Search.Length == 0 && await bounded.CountAsync(cancellation) > Most)
            return found[key] = null;
        ids = await bounded.ToListAsync(cancellation);
        return found[key] = ids.Count > Most ? null : ids;
    }

    /// <summary>An order that costs nothing: by what is the same for all, or by the index they are found in.</summary>
    private static IQueryable<Indicator> InIndexOrder(IQueryable<Indicator> indicators, OverviewFilter filter) => filter switch
    {
        { Kind: not null } => indicators.OrderBy(i => i.Kind),
        { Stage: not null } => indicators.OrderBy(i => i.Stage),
        _ => indicators.OrderBy(i => i.ItemId),
    };

    private IQueryable<Indicator> Indicators(KnownFilter known)
    {
        var filter = known.Filter;
        var indicators = db.Set<Indicator>().AsQueryable();
        if (filter.Kind is { } kind)
            indicators = indicators.Where(i => i.Kind == kind);
        if (filter.Stage is { } stage)
            indicators = indicators.Where(i => i.Stage == stage);
        if (Items(known) is { } items)
            indicators = indicators.Where(i => items.Contains(i.ItemId));
        return filter.Search.Length == 0 ? indicators : indicators.Where(i => Found(filter.Search, filter.List).Contains(i.Id));
    }

    /// <summary>The stretch of urgencies says the same as the light, and the index knows it.</summary>
    private static IQueryable<StoredAssessment> OfLight(IQueryable<StoredAssessment> rows, Light light)
    {
        var (from, to) = LightTally.Stretch(light);
        return rows.Where(a => a.ShownLight == light && a.Urgency >= from && a.Urgency < to);
    }

    private IQueryable<StoredAssessment> InState(IQueryable<StoredAssessment> rows, RowState state, DateOnly before) => state switch
    {
        RowState.Overdue => rows.Where(a => a.Overdue),
        RowState.TurnedRed => OfLight(rows, Light.Alarm).Where(a => db.Set<StoredAssessment>().Any(b => b.IndicatorId == a.IndicatorId && b.PeriodEnd == before && b.ShownLight != Light.Alarm)),
        RowState.Recovered => rows.Where(a => a.ShownLight != Light.Alarm && a.Urgency >= NoAlarm && db.Set<StoredAssessment>().Any(b => b.IndicatorId == a.IndicatorId && b.PeriodEnd == before && b.ShownLight == Light.Alarm)),
        _ when ProgressOf(state) is var progress => rows.Where(a => a.ShownProgress == progress),
        _ => rows,
    };

    /// <summary>The items a leader, a bundle or a share in them asks for; null when nothing of the kind is asked.</summary>
    private IQueryable<Guid>? Items(KnownFilter known)
    {
        var filter = known.Filter;
        var units = filter.Part == UnitPart.Reports ? null : known.Units;
        if (filter.Post is null && filter.Bundle is null && units is null)
            return null;
        var items = db.Set<Item>().AsQueryable();
        if (filter.List is { } list)
            items = items.Where(i => i.ListId == list);
        if (filter.Post is { } post)
            items = items.Where(i => i.LeadPostId == post);
        if (filter.Bundle is { } bundle)
            items = items.Where(i => i.CommitmentId == bundle);
        if (units is null)
            return items.Select(i => i.Id);
        var mine = db.Set<ItemUnit>().Where(u => EF.Parameter(units).Contains(u.UnitId));
        if (RoleOf(filter.Part) is { } role)
            mine = mine.Where(u => u.Role == role);
        return items.Where(i => mine.Select(u => u.ItemId).Contains(i.Id)).Select(i => i.Id);
    }

    /// <summary>Indicators that carry the words in their name or in their item's, or whose item carries the number.</summary>
    private IQueryable<Guid> Found(string words, Guid? list)
    {
        var items = list is { } only ? db.Set<Item>().Where(i => i.ListId == only) : db.Set<Item>();
        items = int.TryParse(words, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? items.Where(i => i.Number == number || i.Name.Contains(words))
            : items.Where(i => i.Name.Contains(words));
        return db.Set<Indicator>().Where(i => i.Name.Contains(words)).Select(i => i.Id)
            .Union(db.Set<Indicator>().Where(i => items.Select(t => t.Id).Contains(i.ItemId)).Select(i => i.Id));
    }

    private IQueryable<StoredAssessment> Sorted(IQueryable<StoredAssessment> rows, string? sort, bool walk) => sort switch
    {
        "number" => Joined(rows).OrderBy(x => x.Item.Number).ThenBy(x => x.Indicator.Number).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "-number" => Joined(rows).OrderByDescending(x => x.Item.Number).ThenBy(x => x.Indicator.Number).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "list" => ByList(rows).OrderBy(x => x.Title).ThenBy(x => x.Number).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "-list" => ByList(rows).OrderByDescending(x => x.Title).ThenBy(x => x.Number).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "deadline" => Joined(rows).OrderBy(x => x.Item.Deadline).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "-deadline" => Joined(rows).OrderByDescending(x => x.Item.Deadline).ThenBy(x => x.Row.Id).Select(x => x.Row),
        "percent" => rows.OrderBy(a => (double?)a.OfPlan).ThenBy(a => a.Id),
        "-percent" => rows.OrderByDescending(a => (double?)a.OfPlan).ThenBy(a => a.Id),
        "gap" => rows.OrderBy(a => (double?)a.Gap).ThenBy(a => a.Id),
        "-gap" => rows.OrderByDescending(a => (double?)a.Gap).ThenBy(a => a.Id),
        "-light" => (walk ? rows.OrderByDescending(a => a.Urgency) : rows.OrderByDescending(a => a.Urgency + 0)).ThenBy(a => a.Id),
        // Adding nothing keeps the database from walking the index where the few rows are better sorted.
        _ => (walk ? rows.OrderBy(a => a.Urgency) : rows.OrderBy(a => a.Urgency + 0)).ThenBy(a => a.Id),
    };

    private IQueryable<JoinedRow> Joined(IQueryable<StoredAssessment> rows) =>
        from row in rows
        join indicator in db.Set<Indicator>() on row.IndicatorId equals indicator.Id
        join item in db.Set<Item>() on indicator.ItemId equals item.Id
        select new JoinedRow { Row = row, Indicator = indicator, Item = item };

    private IQueryable<ListedRow> ByList(IQueryable<StoredAssessment> rows) =>
        from row in Joined(rows)
        join list in db.Set<PromiseList>() on row.Item.ListId equals list.Id
        select new ListedRow { Row = row.Row, Title = list.Title, Number = row.Item.Number };

    private IQueryable<LightTally> Tallies(KnownFilter known)
    {
        var end = known.Month.LastDay;
        var filter = known.Filter;
        var tallies = Narrow(db.Set<LightTally>().Where(t => t.PeriodEnd == end), known);
        if (filter.Light is { } light)
            tallies = tallies.Where(t => t.Light == light);
        return filter.State switch
        {
            null => tallies,
            RowState.Overdue => tallies.Where(t => t.Overdue),
            RowState.TurnedRed => tallies.Where(t => t.Turn == Turn.TurnedRed),
            RowState.Recovered => tallies.Where(t => t.Turn == Turn.Recovered),
            { } state when ProgressOf(state) is var progress => tallies.Where(t => t.Progress == progress),
            _ => tallies,
        };
    }

    private static IQueryable<LightTally> Narrow(IQueryable<LightTally> tallies, KnownFilter known)
    {
        if (known.Filter.List is { } list)
            tallies = tallies.Where(t => t.ListId == list);
        if (known.Units is { } units)
            tallies = tallies.Where(t => EF.Parameter(units).Contains(t.UnitId));
        return tallies;
    }

    private static Progress ProgressOf(RowState state) => Enum.Parse<Progress>(state.ToString());

    private static UnitRole? RoleOf(UnitPart part) => part switch
    {
        UnitPart.Lead => UnitRole.Lead,
        UnitPart.Responsible => UnitRole.Responsible,
        UnitPart.Supporting => UnitRole.Supporting,
        _ => null,
    };

    private sealed class ListedRow
    {
        public required StoredAssessment Row { get; init; }

        public required string Title { get; init; }

        public required int Number { get; init; }
    }

    private sealed class JoinedRow
    {
        public required StoredAssessment Row { get; init; }

        public required Indicator Indicator { get; init; }

        public required Item Item { get; init; }
    }
}
