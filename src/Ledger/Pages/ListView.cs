using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Documents;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Stored">What was rated for the period; null when only computed for this page.</param>
internal sealed record IndicatorLine(IndicatorFacts Facts, Assessment Found, StoredAssessment? Stored)
{
    public Progress Progress => Stored?.Judgement.Progress ?? Found.Progress;

    public Light Light => Stored?.Judgement.Light ?? Found.Light;
}

internal sealed record ItemLine(Item Item, string? Lead, IReadOnlyList<IndicatorLine> Indicators);

internal sealed record ListView
{
    public required PromiseList List { get; init; }

    public required Period Period { get; init; }

    public required RulePack Pack { get; init; }

    public required IReadOnlyList<Commitment> Commitments { get; init; }

    /// <summary>The items of the page in their bundles.</summary>
    public required IReadOnlyList<(Commitment? Commitment, IReadOnlyList<ItemLine> Items)> Bundles { get; init; }

    /// <summary>How many the list has.</summary>
    public required int Items { get; init; }

    /// <summary>How many a page shows.</summary>
    public required int Size { get; init; }

    public required int Page { get; init; }

    /// <summary>Of the whole list in this month, as it was rated; empty before.</summary>
    public required IReadOnlyDictionary<Light, int> Lights { get; init; }

    public required IReadOnlyList<Card> Cards { get; init; }

    public required bool IsOffice { get; init; }

    /// <summary>What comes next; told to the office.</summary>
    public ListSteps? Steps { get; init; }

    /// <summary>What was adopted a moment ago.</summary>
    public Adopted? Adopted { get; init; }

    /// <summary>Documents that were read, newest first: what a list can be adopted from.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Documents { get; init; } = [];

    /// <summary>How many indicators were rated just now; null when the page was opened otherwise.</summary>
    public int? Rated { get; init; }

    public FormState Form { get; init; } = new();
}

internal sealed class ListViews(LuoshiDb db, PeriodFacts facts, LocalRules rules, LedgerAccess access, OrgDirectory directory, HomeViews homes, ListStepViews steps)
{
    /// <summary>Items a page at most; each brings its indicators.</summary>
    public const int MostItems = 50;

    /// <summary>Lines a page should not pass by much: where every unit has a line of its own in every item, a page holds fewer items.</summary>
    public const int MostLines = 150;

    /// <param name="page">Null for the whole list, as a sheet takes it along.</param>
    public async Task<ListView?> OfAsync(Guid id, Period? asked, FormState? form, int? page, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var period = asked ?? await PeriodAsync(list, cancellation);
        var items = db.Set<Item>().AsNoTracking().Where(i => i.ListId == id);
        var total = await items.CountAsync(cancellation);
        var all = await LineCountAsync(items, cancellation);
        var size = SizeOf(total, all);
        var at = Math.Clamp(page ?? 1, 1, Math.Max(1, (total + size - 1) / size));
        var ordered = items.OrderBy(i => i.Number);
        var lines = await LinesAsync(list, period, await (page is null ? ordered : ordered.Skip((at - 1) * size).Take(size)).ToListAsync(cancellation), cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == id).OrderBy(c => c.Number).ToListAsync(cancellation);
        var byBundle = lines.ToLookup(l => l.Item.CommitmentId);
        var bundles = commitments.Select(c => ((Commitment?)c, (IReadOnlyList<ItemLine>)[.. byBundle[c.Id]])).Where(b => b.Item2.Count > 0).ToList();
        if (byBundle[null].Any())
            bundles.Add((null, [.. byBundle[null]]));
        var cards = await db.Set<Card>().AsNoTracking().Where(c => c.ListId == id).OrderByDescending(c => c.PeriodEnd).ThenByDescending(c => c.GeneratedAt).ToListAsync(cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        return new ListView
        {
            List = list,
            Period = period,
            Pack = rules.PackOf(list, period.LastDay),
            Commitments = commitments,
            Bundles = bundles,
            Items = total,
            Size = size,
            Page = at,
            Lights = await LightsAsync(id, period, cancellation),
            Cards = cards,
            IsOffice = office,
            Steps = office && !list.Closed && page is not null ? await steps.OfAsync(id, total, all, period, cards, cancellation) : null,
            Documents = [.. (await db.Set<StoredDocument>().AsNoTracking().OrderByDescending(d => d.ReceivedAt).Take(50).Select(d => new { d.Id, d.Name }).ToListAsync(cancellation)).Select(d => (d.Id, d.Name))],
            Form = form ?? new FormState(),
        };
    }

    /// <summary>Every item of a list with its indicators.</summary>
    public async Task<IReadOnlyList<ItemLine>> LinesAsync(PromiseList list, Period period, CancellationToken cancellation) =>
        await LinesAsync(list, period, await db.Set<Item>().AsNoTracking().Where(i => i.ListId == list.Id).OrderBy(i => i.Number).ToListAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<ItemLine>> LinesAsync(PromiseList list, Period period, List<Item> items, CancellationToken cancellation)
    {
        var end = period.LastDay;
        var itemIds = items.ConvertAll(i => i.Id);
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => itemIds.Contains(i.ItemId) && !i.Retired).ToListAsync(cancellation);
        var known = await facts.OfAsync(list, indicators, period, reportsDue: false, cancellation);
        var ids = indicators.ConvertAll(i => i.Id);
        var stored = await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.PeriodEnd == end && ids.Contains(a.IndicatorId)).ToDictionaryAsync(a => a.IndicatorId, cancellation);
        var rule = rules.Of(list, end);
        var lines = known.ToLookup(k => k.Indicator.ItemId, k => new IndicatorLine(k, Assessor.Assess(k.Known, rule), stored.GetValueOrDefault(k.Indicator.Id)));
        var leads = (await db.Set<ItemUnit>().AsNoTracking().Where(u => itemIds.Contains(u.ItemId)).ToListAsync(cancellation)).GroupBy(u => u.ItemId).ToDictionary(g => g.Key, g => g.MinBy(u => u.Role)!.UnitId);
        var names = await directory.NamesAsync([.. leads.Values.Distinct()], cancellation);
        return [.. items.Select(i => new ItemLine(i, leads.TryGetValue(i.Id, out var lead) ? names.GetValueOrDefault(lead) : null, [.. lines[i.Id].OrderBy(l => l.Facts.Indicator.Number)]))];
    }

    private Task<int> LineCountAsync(IQueryable<Item> items, CancellationToken cancellation) =>
        db.Set<Indicator>().Where(i => !i.Retired).Join(items, i => i.ItemId, i => i.Id, (_, item) => item.Id).CountAsync(cancellation);

    /// <summary>So many items a page of a list with so many items and lines; the same for every page, so that a page's number always means the same items.</summary>
    internal static int SizeOf(int items, int lines) => lines <= MostLines ? MostItems : Math.Clamp((int)((long)MostLines * items / lines), 1, MostItems);

    private async Task<IReadOnlyDictionary<Light, int>> LightsAsync(Guid list, Period period, CancellationToken cancellation)
    {
        var end = period.LastDay;
        return await db.Set<LightTally>().Where(t => t.ListId == list && t.PeriodEnd == end).GroupBy(t => t.Light).Select(g => new { g.Key, Count = g.Sum(t => t.Indicators) }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
    }

    /// <summary>The last month of the plan with an accepted report.</summary>
    public async Task<Period> PeriodAsync(PromiseList list, CancellationToken cancellation)
    {
        // Reports are a row a unit; figures, a row an indicator, would take long to look through.
        var (start, end) = (list.Plan.FirstDay, list.Plan.LastDay);
        var last = await db.Set<UnitReport>().Where(r => r.PeriodEnd >= start && r.PeriodEnd <= end && (r.State == ReportState.Accepted || r.State == ReportState.Locked)).MaxAsync(r => (DateOnly?)r.PeriodEnd, cancellation);
        if (last is { } day)
            return Period.OfMonth(day.Year, day.Month);
        var current = await homes.CurrentAsync(cancellation);
        return list.Plan.Contains(current) ? current : Period.OfMonth(list.Plan.Year, 1);
    }
}
