using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Overview;

/// <summary>What the database answers to a filter, held against a plain walk over every row of the fictional city.</summary>
public sealed class OverviewRowsTests(FilledCity city) : IClassFixture<FilledCity>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Whole(List<StoredAssessment> Rated, Dictionary<Guid, Indicator> Indicators, Dictionary<Guid, Item> Items, List<ItemUnit> Shares, IReadOnlyList<UnitView> Units);

    [Theory, DatabaseData]
    public async Task Every_filter_finds_counts_and_sorts_the_rows_that_a_walk_over_all_of_them_finds(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var (rows, reader) = (scope.ServiceProvider.GetRequiredService<OverviewRows>(), scope.ServiceProvider.GetRequiredService<FilterReader>());
        var whole = await WholeAsync(scope.ServiceProvider);

        var filters = await FiltersAsync(scope.ServiceProvider, whole);
        filters.Count.ShouldBeGreaterThan(40);
        var narrow = 0;
        foreach (var filter in filters)
        {
            var known = await reader.ReadAsync(filter, Stop);
            var expected = Walk(whole, filter, known).Select(a => a.Id).ToHashSet();
            var page = await rows.PageAsync(known, sort: null, 0, 1000, Stop);
            page.ToHashSet().SetEquals(expected).ShouldBeTrue(filter.ToString());
            page.Count.ShouldBe(expected.Count, filter.ToString());
            var totals = await rows.TotalsAsync(known, Stop);
            (totals.Count, totals.IsWhole).ShouldBe((expected.Count, true), filter.ToString());
            narrow += expected.Count is > 0 and < 30 ? 1 : 0;
        }

        narrow.ShouldBeGreaterThan(20, "filters that find nothing or everything prove little");
    }

    [Theory, DatabaseData]
    public async Task Filters_that_too_many_rows_meet_are_walked_and_find_the_same(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var (rows, reader) = (scope.ServiceProvider.GetRequiredService<OverviewRows>(), scope.ServiceProvider.GetRequiredService<FilterReader>());
        rows.Most = 5;
        var whole = await WholeAsync(scope.ServiceProvider);
        var walked = 0;
        foreach (var filter in (await FiltersAsync(scope.ServiceProvider, whole)).Where(f => !OverviewRows.IsTallied(f)))
        {
            var known = await reader.ReadAsync(filter, Stop);
            var expected = Walk(whole, filter, known).Select(a => a.Id).ToHashSet();
            (await rows.PageAsync(known, sort: null, 0, 1000, Stop)).ToHashSet().SetEquals(expected).ShouldBeTrue(filter.ToString());
            var totals = await rows.TotalsAsync(known, Stop);
            (totals.Count, totals.IsWhole).ShouldBe((Math.Min(expected.Count, 6), expected.Count <= 5), filter.ToString());
            walked += expected.Count > 5 ? 1 : 0;
        }

        walked.ShouldBeGreaterThan(5);
    }

    [Theory, DatabaseData]
    public async Task Every_sort_keeps_all_rows_and_pages_show_each_once(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var (rows, reader) = (scope.ServiceProvider.GetRequiredService<OverviewRows>(), scope.ServiceProvider.GetRequiredService<FilterReader>());
        var known = await reader.ReadAsync(new OverviewFilter(), Stop);
        var byId = (await WholeAsync(scope.ServiceProvider)).Rated.ToDictionary(a => a.Id);
        var all = (await rows.PageAsync(known, sort: null, 0, 1000, Stop)).ToHashSet();

        foreach (var sort in new[] { null, "light", "-light", "number", "-number", "percent", "-percent", "gap", "-gap", "deadline", "-deadline", "list", "-list", "nonsense" })
        {
            var paged = new List<Guid>();
            for (var skip = 0; skip < all.Count; skip += 7)
                paged.AddRange(await rows.PageAsync(known, sort, skip, 7, Stop));
            paged.ToHashSet().SetEquals(all).ShouldBeTrue(sort);
            paged.Count.ShouldBe(all.Count, sort);
        }

        var burning = (await rows.PageAsync(known, sort: null, 0, 1000, Stop)).Select(id => byId[id].Urgency).ToList();
        burning.ShouldBe([.. burning.Order()]);
        var percents = (await rows.PageAsync(known, "-percent", 0, 1000, Stop)).Select(id => byId[id].OfPlan).OfType<decimal>().ToList();
        percents.ShouldBe([.. percents.OrderDescending()]);
    }

    [Theory, DatabaseData]
    public async Task The_months_count_what_each_months_list_shows(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var (rows, reader) = (scope.ServiceProvider.GetRequiredService<OverviewRows>(), scope.ServiceProvider.GetRequiredService<FilterReader>());

        var months = await rows.MonthsAsync(await reader.ReadAsync(new OverviewFilter { Month = Period.OfMonth(2025, 1), Unit = "市教育局" }, Stop), Stop);

        months.Keys.Select(k => k.PeriodEnd).Distinct().Count().ShouldBe(12);
        foreach (var ((end, light), count) in months)
        {
            var known = await reader.ReadAsync(new OverviewFilter { Month = Period.OfMonth(end.Year, end.Month), Unit = "市教育局", Light = light }, Stop);
            (await rows.PageAsync(known, sort: null, 0, 1000, Stop)).Count.ShouldBe(count);
        }
    }

    [Theory, DatabaseData]
    public async Task A_unit_nobody_knows_finds_nothing_and_says_so(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();

        var known = await scope.ServiceProvider.GetRequiredService<FilterReader>().ReadAsync(new OverviewFilter { Unit = "市天文局" }, Stop);

        known.UnitProblem.ShouldNotBeNull().Chinese.ShouldContain("市天文局");
        (await scope.ServiceProvider.GetRequiredService<OverviewRows>().TotalsAsync(known, Stop)).Count.ShouldBe(0);
    }

    private static async Task<Whole> WholeAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LuoshiDb>();
        return new Whole(
            await db.Set<StoredAssessment>().AsNoTracking().ToListAsync(Stop),
            await db.Set<Indicator>().AsNoTracking().ToDictionaryAsync(i => i.Id, Stop),
            await db.Set<Item>().AsNoTracking().ToDictionaryAsync(i => i.Id, Stop),
            await db.Set<ItemUnit>().AsNoTracking().ToListAsync(Stop),
            await services.GetRequiredService<OrgDirectory>().UnitsAsync(new DateOnly(2026, 6, 30), cancellation: Stop));
    }

    private static async Task<List<OverviewFilter>> FiltersAsync(IServiceProvider services, Whole whole)
    {
        var db = services.GetRequiredService<LuoshiDb>();
        var list = await db.Set<PromiseList>().FirstAsync(l => l.Year == 2026, Stop);
        var bundle = await db.Set<Commitment>().FirstAsync(c => c.ListId == list.Id && c.Number == 3, Stop);
        var post = whole.Items.Values.Select(i => i.LeadPostId).OfType<Guid>().First();
        var (april, june) = (Period.OfMonth(2026, 4), Period.OfMonth(2026, 6));
        return
        [
            new(),
            new() { Month = april },
            new() { List = list.Id, Month = june },
            .. Enum.GetValues<Light>().Select(light => new OverviewFilter { Light = light }),
            .. Enum.GetValues<RowState>().SelectMany(state => new OverviewFilter[] { new() { State = state, Month = april }, new() { State = state, Month = Period.OfMonth(2026, 2), List = list.Id }, new() { State = state, Month = june, Post = post } }),
            .. Enum.GetValues<UnitPart>().SelectMany(part => new OverviewFilter[] { new() { Unit = "市教育局", Part = part }, new() { Unit = "云栖区人民政府", Part = part, Below = true } }),
            new() { Unit = "海岳市人民政府", Below = true, Light = Light.Alarm },
            .. Enum.GetValues<IndicatorKind>().Select(k => new OverviewFilter { Kind = k }),
            .. Enum.GetValues<Stage>().Select(s => new OverviewFilter { Stage = s, List = list.Id }),
            new() { Post = post, Light = Light.Good },
            new() { List = list.Id, Bundle = bundle.Id },
            new() { Search = "住房" },
            new() { Search = "9", List = list.Id },
            new() { Search = "%" },
            new() { Search = "治理率", Kind = IndicatorKind.Rate, Unit = "市生态环境局" },
        ];
    }

    private static IEnumerable<StoredAssessment> Walk(Whole whole, OverviewFilter filter, KnownFilter known)
    {
        var before = LightTallies.Before(known.Month.LastDay);
        var old = whole.Rated.Where(a => a.PeriodEnd == before).ToDictionary(a => a.IndicatorId, a => a.Judgement.Light);
        var units = filter.Unit.Length == 0 ? null : Named(whole, filter);
        return whole.Rated.Where(a =>
        {
            var indicator = whole.Indicators[a.IndicatorId];
            var item = whole.Items[indicator.ItemId];
            var was = old.TryGetValue(a.IndicatorId, out var light) ? (Light?)light : null;
            return a.PeriodEnd == known.Month.LastDay && indicator is { CountsAsPromised: true, PartOfId: null }
                && (filter.List is null || item.ListId == filter.List)
                && (filter.Light is null || a.Judgement.Light == filter.Light)
                && (filter.State is not { } state || IsIn(a, state, was))
                && (filter.Kind is null || indicator.Kind == filter.Kind)
                && (filter.Stage is null || indicator.Stage == filter.Stage)
                && (filter.Post is null || item.LeadPostId == filter.Post)
                && (filter.Bundle is null || item.CommitmentId == filter.Bundle)
                && (units is null || (filter.Part == UnitPart.Reports
                    ? indicator.UnitId is { } reporting && units.Contains(reporting)
                    : whole.Shares.Exists(s => s.ItemId == item.Id && units.Contains(s.UnitId) && (filter.Part == UnitPart.Any || s.Role.ToString() == filter.Part.ToString()))))
                && (filter.Search.Length == 0 || indicator.Name.Contains(filter.Search, StringComparison.Ordinal) || item.Name.Contains(filter.Search, StringComparison.Ordinal) || (int.TryParse(filter.Search, out var number) && item.Number == number));
        });
    }

    private static HashSet<Guid> Named(Whole whole, OverviewFilter filter)
    {
        var found = whole.Units.Where(u => u.Name == filter.Unit).Select(u => u.Id).ToHashSet();
        while (filter.Below && whole.Units.Where(u => u.ParentId is { } parent && found.Contains(parent) && !found.Contains(u.Id)).Select(u => u.Id).ToList() is { Count: > 0 } more)
            found.UnionWith(more);
        return found;
    }

    private static bool IsIn(StoredAssessment a, RowState state, Light? was) => state switch
    {
        RowState.Overdue => a.Overdue,
        RowState.TurnedRed => a.Judgement.Light == Light.Alarm && was is { } light && light != Light.Alarm,
        RowState.Recovered => a.Judgement.Light != Light.Alarm && was == Light.Alarm,
        _ => a.Judgement.Progress.ToString() == state.ToString(),
    };
}
