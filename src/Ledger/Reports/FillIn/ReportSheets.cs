using Luoshi.Kernel.Time;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>Gathers a unit's page for a period in a fixed number of queries, however many lines it has.</summary>
internal sealed class ReportSheets(LuoshiDb db, MonthPlans plans)
{
    public async Task<ReportSheet> OfAsync(Guid unit, Period period, CancellationToken cancellation = default) =>
        await OfAsync(unit, period, await LatestAsync(unit, period, cancellation), cancellation);

    /// <summary>The page as one version of the report has it.</summary>
    public async Task<ReportSheet> OfAsync(Guid unit, Period period, UnitReport? report, CancellationToken cancellation = default)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.UnitId == unit && !i.Retired && i.CountedById == null)
            .Join(db.Set<Item>(), i => i.ItemId, i => i.Id, (indicator, item) => new { Indicator = indicator, item.ListId })
            .Join(db.Set<PromiseList>().Where(l => !l.Closed), pair => pair.ListId, l => l.Id, (pair, list) => new { pair.Indicator, list.Year })
            .Where(pair => pair.Year == period.Year)
            .Select(pair => pair.Indicator).ToListAsync(cancellation);
        var known = await GatherAsync(indicators, report, period, cancellation);
        return new ReportSheet { UnitId = unit, Period = period, Report = report, Items = await ItemsAsync(indicators, known, report, cancellation) };
    }

    public Task<UnitReport?> LatestAsync(Guid unit, Period period, CancellationToken cancellation = default) => Latest(unit, period).AsNoTracking().FirstOrDefaultAsync(cancellation);

    /// <summary>The version at hand for whoever is about to change it.</summary>
    public Task<UnitReport?> ToChangeAsync(Guid unit, Period period, CancellationToken cancellation = default) => Latest(unit, period).FirstOrDefaultAsync(cancellation);

    private IQueryable<UnitReport> Latest(Guid unit, Period period)
    {
        var end = period.LastDay;
        return db.Set<UnitReport>().Where(r => r.UnitId == unit && r.PeriodEnd == end).OrderByDescending(r => r.Version);
    }

    /// <summary>Every version there is, the newest first.</summary>
    public async Task<IReadOnlyList<UnitReport>> VersionsAsync(Guid unit, Period period, CancellationToken cancellation = default)
    {
        var end = period.LastDay;
        return await db.Set<UnitReport>().AsNoTracking().Where(r => r.UnitId == unit && r.PeriodEnd == end).OrderByDescending(r => r.Version).ToListAsync(cancellation);
    }

    private sealed record Known(
        ILookup<Guid, ReportLine> Lines,
        IReadOnlyDictionary<Guid, AcceptedFigure> Previous,
        IReadOnlyDictionary<Guid, AcceptedFigure> Accepted,
        IReadOnlySet<Guid> Settled,
        Func<Indicator, ExpectedOfMonth> Expected,
        ILookup<Guid, IndicatorStep> Steps,
        ILookup<Guid, Evidence> Evidence);

    private async Task<Known> GatherAsync(List<Indicator> indicators, UnitReport? report, Period period, CancellationToken cancellation)
    {
        var ids = indicators.ConvertAll(i => i.Id);
        var (start, end) = (period.FirstDay, period.LastDay);
        var yearStart = new DateOnly(period.Year, 1, 1);
        var reportId = report?.Id;
        var lines = await db.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == reportId).ToListAsync(cancellation);
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => e.ReportId == reportId).ToListAsync(cancellation);
        var figures = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => ids.Contains(f.IndicatorId) && f.PeriodEnd <= end && f.PeriodEnd >= yearStart).ToListAsync(cancellation);
        var expected = await plans.OfAsync(indicators, cancellation);
        var steps = await db.Set<IndicatorStep>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).OrderBy(s => s.Number).ToListAsync(cancellation);
        var accepted = figures.Where(f => f.PeriodEnd == end).ToDictionary(f => f.IndicatorId);
        return new Known(
            lines.ToLookup(l => l.IndicatorId),
            figures.Where(f => f.PeriodEnd < start).GroupBy(f => f.IndicatorId).ToDictionary(g => g.Key, g => g.MaxBy(f => f.PeriodEnd)!),
            accepted,
            report is { Supplement: true } ? await SettledAsync(report, lines, accepted.Keys, cancellation) : new HashSet<Guid>(),
            indicator => expected(indicator, period),
            steps.ToLookup(s => s.IndicatorId),
            evidence.ToLookup(e => e.IndicatorId));
    }

    /// <summary>What the version before said, and what another unit said before the work was handed over.</summary>
    private async Task<HashSet<Guid>> SettledAsync(UnitReport supplement, List<ReportLine> own, IEnumerable<Guid> accepted, CancellationToken cancellation)
    {
        var (unit, end, before) = (supplement.UnitId, supplement.PeriodEnd, supplement.Version - 1);
        var said = await db.Set<UnitReport>().Where(r => r.UnitId == unit && r.PeriodEnd == end && r.Version == before)
            .Join(db.Set<ReportLine>().Where(l => l.Value != null || l.StepDone != null), r => r.Id, l => l.ReportId, (_, l) => l.IndicatorId).ToListAsync(cancellation);
        return [.. said, .. accepted.Except(own.Select(l => l.IndicatorId))];
    }

    private async Task<IReadOnlyList<SheetItem>> ItemsAsync(List<Indicator> indicators, Known known, UnitReport? report, CancellationToken cancellation)
    {
        var itemIds = indicators.Select(i => i.ItemId).Distinct().ToList();
        var reportId = report?.Id;
        var notes = await db.Set<ReportNote>().AsNoTracking().Where(n => n.ReportId == reportId).ToDictionaryAsync(n => n.ItemId, cancellation);
        var items =
            from item in db.Set<Item>().AsNoTracking().Where(i => itemIds.Contains(i.Id))
            join list in db.Set<PromiseList>() on item.ListId equals list.Id
            join commitment in db.Set<Commitment>() on item.CommitmentId equals commitment.Id into commitments
            from commitment in commitments.DefaultIfEmpty()
            orderby list.Title, item.Number
            select new { item.Id, item.Number, item.Name, item.Latitude, item.Longitude, list.Title, Promise = (string?)commitment.Promise };
        var byItem = indicators.ToLookup(i => i.ItemId);
        return [.. (await items.ToListAsync(cancellation)).Select(i => new SheetItem
        {
            Id = i.Id,
            Number = i.Number,
            Name = i.Name,
            ListTitle = i.Title,
            Promise = i.Promise,
            Place = i is { Latitude: { } north, Longitude: { } east } ? new MapPlace(north, east) : null,
            Note = notes.GetValueOrDefault(i.Id),
            Lines = [.. byItem[i.Id].OrderBy(x => x.Number).Select(x => Line(x, known))],
        })];
    }

    private static SheetLine Line(Indicator indicator, Known known)
    {
        var typed = known.Lines[indicator.Id].FirstOrDefault();
        var before = known.Previous.GetValueOrDefault(indicator.Id);
        var expected = known.Expected(indicator);
        var settled = known.Settled.Contains(indicator.Id);
        var accepted = known.Accepted.GetValueOrDefault(indicator.Id);
        return new SheetLine
        {
            Indicator = indicator,
            Value = typed is null && settled ? accepted?.Value : typed?.Value,
            IsReported = typed is not null,
            Settled = settled,
            IsUnknown = typed is null && accepted is null,
            WarningReason = typed?.WarningReason,
            StepDone = typed?.StepDone,
            Previous = before?.Value,
            PreviousPeriod = before?.Period,
            Plan = expected.Year,
            MonthPlan = expected.Month,
            Limits = expected.Limits,
            Steps = [.. known.Steps[indicator.Id]],
            Evidence = [.. known.Evidence[indicator.Id]],
        };
    }
}
