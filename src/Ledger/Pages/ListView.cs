using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Documents;
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

    public required IReadOnlyList<(Commitment? Commitment, IReadOnlyList<ItemLine> Items)> Bundles { get; init; }

    public required IReadOnlyList<Card> Cards { get; init; }

    public required bool IsOffice { get; init; }

    /// <summary>Documents that were read, newest first: what a list can be adopted from.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Documents { get; init; } = [];

    public FormState Form { get; init; } = new();

    public IEnumerable<IndicatorLine> Rated => Bundles.SelectMany(b => b.Items).SelectMany(i => i.Indicators).Where(i => i.Facts.Indicator is { CountsAsPromised: true, PartOfId: null });
}

internal sealed class ListViews(LuoshiDb db, PeriodFacts facts, LocalRules rules, LedgerAccess access, OrgDirectory directory, HomeViews homes)
{
    public async Task<ListView?> OfAsync(Guid id, Period? asked, Light? only, FormState? form, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var period = asked ?? await PeriodAsync(list, cancellation);
        var pack = rules.PackOf(list, period.LastDay);
        var lines = await LinesAsync(list, period, cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == id).OrderBy(c => c.Number).ToListAsync(cancellation);
        var byBundle = lines.Where(l => only is null || l.Indicators.Any(i => i.Light == only)).ToLookup(l => l.Item.CommitmentId);
        var bundles = commitments.Select(c => ((Commitment?)c, (IReadOnlyList<ItemLine>)[.. byBundle[c.Id]])).Where(b => b.Item2.Count > 0).ToList();
        if (byBundle[null].Any())
            bundles.Add((null, [.. byBundle[null]]));
        return new ListView
        {
            List = list,
            Period = period,
            Pack = pack,
            Bundles = bundles,
            Cards = await db.Set<Card>().AsNoTracking().Where(c => c.ListId == id).OrderByDescending(c => c.PeriodEnd).ThenByDescending(c => c.GeneratedAt).ToListAsync(cancellation),
            IsOffice = (await access.OfficeAsync(cancellation)).IsOk,
            Documents = [.. (await db.Set<StoredDocument>().AsNoTracking().OrderByDescending(d => d.ReceivedAt).Take(50).Select(d => new { d.Id, d.Name }).ToListAsync(cancellation)).Select(d => (d.Id, d.Name))],
            Form = form ?? new FormState(),
        };
    }

    public async Task<IReadOnlyList<ItemLine>> LinesAsync(PromiseList list, Period period, CancellationToken cancellation)
    {
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.ListId == list.Id).OrderBy(i => i.Number).ToListAsync(cancellation);
        var known = await facts.OfAsync(list, period, reportsDue: false, cancellation);
        var end = period.LastDay;
        var ids = known.Select(k => k.Indicator.Id).ToList();
        var stored = await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.PeriodEnd == end && ids.Contains(a.IndicatorId)).ToDictionaryAsync(a => a.IndicatorId, cancellation);
        var rule = rules.Of(list, end);
        var lines = known.ToLookup(k => k.Indicator.ItemId, k => new IndicatorLine(k, Assessor.Assess(k.Known, rule), stored.GetValueOrDefault(k.Indicator.Id)));
        var itemIds = items.ConvertAll(i => i.Id);
        var leads = (await db.Set<ItemUnit>().AsNoTracking().Where(u => itemIds.Contains(u.ItemId)).ToListAsync(cancellation)).GroupBy(u => u.ItemId).ToDictionary(g => g.Key, g => g.MinBy(u => u.Role)!.UnitId);
        var names = await directory.NamesAsync([.. leads.Values.Distinct()], cancellation);
        return [.. items.Select(i => new ItemLine(i, leads.TryGetValue(i.Id, out var lead) ? names.GetValueOrDefault(lead) : null, [.. lines[i.Id].OrderBy(l => l.Facts.Indicator.Number)]))];
    }

    /// <summary>The last month of the plan that has figures.</summary>
    private async Task<Period> PeriodAsync(PromiseList list, CancellationToken cancellation)
    {
        var (start, end) = (list.Plan.FirstDay, list.Plan.LastDay);
        var last = await db.Set<AcceptedFigure>().Where(f => f.PeriodEnd >= start && f.PeriodEnd <= end).OrderByDescending(f => f.PeriodEnd).Select(f => (DateOnly?)f.PeriodEnd).FirstOrDefaultAsync(cancellation);
        if (last is { } day)
            return Period.OfMonth(day.Year, day.Month);
        var current = await homes.CurrentAsync(cancellation);
        return list.Plan.Contains(current) ? current : Period.OfMonth(list.Plan.Year, 1);
    }
}
