using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Filtering;

/// <summary>One rated indicator in a month, with everything a row, a card or a line of a calendar shows.</summary>
internal sealed record OverviewRow
{
    public required StoredAssessment Rated { get; init; }

    public required Indicator Indicator { get; init; }

    public required Item Item { get; init; }

    public required PromiseList List { get; init; }

    public string? UnitName { get; init; }

    /// <summary>分管领导, as a post or as the task sheet prints it.</summary>
    public string? Official { get; init; }

    public TargetValue? Promised { get; init; }

    /// <summary>Lights of the months up to this one, oldest first; null where nothing was rated.</summary>
    public IReadOnlyList<(Period Month, StatusLook? Look)> Trend { get; init; } = [];

    public required StatusLook Look { get; init; }

    public DateOnly? Deadline => Item.Deadline;

    public Words Name => new(Indicator.Name + Verb, Indicator.Name + Verb);

    /// <summary>The officer's reason where there is one; else the rule's.</summary>
    public Words Reason => Rated.DecisionReason is { } decided ? new(decided, decided) : new(Rated.ReasonChinese, Rated.ReasonEnglish);

    private string Verb => StageVerb.Beside(Indicator.Name, Indicator.StageWord) is { } verb ? $"（{verb}）" : "";
}

/// <summary>Fetches the details of a page of rows: a handful of queries, however many rows there are.</summary>
internal sealed class RowDetails(LuoshiDb db, LocalRules rules, OrgDirectory directory, TimeProvider clock)
{
    /// <summary>Months of trend beside a row.</summary>
    public const int TrendMonths = 6;

    public async Task<IReadOnlyList<OverviewRow>> OfAsync(List<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var found = await (
            from rated in db.Set<StoredAssessment>().AsNoTracking().Where(a => ids.Contains(a.Id))
            join indicator in db.Set<Indicator>() on rated.IndicatorId equals indicator.Id
            join item in db.Set<Item>() on indicator.ItemId equals item.Id
            join list in db.Set<PromiseList>() on item.ListId equals list.Id
            select new { Rated = rated, Indicator = indicator, Item = item, List = list }).ToDictionaryAsync(x => x.Rated.Id, cancellation);
        var indicators = found.Values.Select(x => x.Indicator.Id).ToList();
        var names = await directory.NamesAsync([.. found.Values.Select(x => x.Rated.UnitId).OfType<Guid>().Distinct()], cancellation);
        var officials = await OfficialsAsync([.. found.Values.Select(x => x.Item.LeadPostId).OfType<Guid>().Distinct()], cancellation);
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => indicators.Contains(t.IndicatorId)).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var trends = await TrendsAsync(indicators, found.Values.Max(x => x.Rated.PeriodEnd), cancellation);
        var packs = new Dictionary<(Guid, DateOnly), RulePack>();
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(x =>
        {
            var pack = packs.TryGetValue((x.List.Id, x.Rated.PeriodEnd), out var known) ? known : packs[(x.List.Id, x.Rated.PeriodEnd)] = rules.PackOf(x.List, x.Rated.PeriodEnd);
            var target = Target.InForce(targets[x.Indicator.Id], x.Rated.PeriodEnd);
            return new OverviewRow
            {
                Rated = x.Rated,
                Indicator = x.Indicator,
                Item = x.Item,
                List = x.List,
                UnitName = x.Rated.UnitId is { } unit ? names.GetValueOrDefault(unit) : null,
                Official = x.Item.LeadPostId is { } post ? officials.GetValueOrDefault(post, x.Item.LeadOfficial ?? "") : x.Item.LeadOfficial,
                Promised = target?.Value,
                Look = LocalRules.Look(pack, x.Rated.ShownLight, x.Rated.ShownProgress),
                Trend = Trend(trends[x.Indicator.Id].ToDictionary(t => t.PeriodEnd), x.Rated.PeriodEnd, pack),
            };
        })];
    }

    private sealed record Lit(Guid IndicatorId, DateOnly PeriodEnd, Light Light, Progress Progress);

    private async Task<ILookup<Guid, Lit>> TrendsAsync(List<Guid> indicators, DateOnly end, CancellationToken cancellation)
    {
        // The days themselves, so that the unique index finds every row.
        var days = Enumerable.Range(0, TrendMonths).Select(back => end.AddDays(1).AddMonths(-back).AddDays(-1)).ToList();
        var lights = await db.Set<StoredAssessment>().AsNoTracking().Where(a => days.Contains(a.PeriodEnd) && indicators.Contains(a.IndicatorId))
            .Select(a => new Lit(a.IndicatorId, a.PeriodEnd, a.ShownLight, a.ShownProgress)).ToListAsync(cancellation);
        return lights.ToLookup(l => l.IndicatorId);
    }

    private static IReadOnlyList<(Period, StatusLook?)> Trend(Dictionary<DateOnly, Lit> lights, DateOnly end, RulePack pack) =>
    [
        .. Enumerable.Range(0, TrendMonths).Select(i => end.AddDays(1).AddMonths(i + 1 - TrendMonths).AddDays(-1)).Where(day => day.Year == end.Year)
            .Select(day => (Period.OfMonth(day.Year, day.Month), lights.TryGetValue(day, out var lit) ? LocalRules.Look(pack, lit.Light, lit.Progress) : null)),
    ];

    private async Task<Dictionary<Guid, string>> OfficialsAsync(List<Guid> posts, CancellationToken cancellation) => posts.Count == 0
        ? []
        : (await directory.PostsAsync(LocalTime.Today(clock), posts, cancellation)).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => Ledger.Pages.AssignChoices.Print(g.First()));
}
