using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Looks many reports over at once, by the same checks as one: the number of questions to the database does not grow with the reports.</summary>
internal sealed class WaitingLines(LuoshiDb db, MonthPlans plans, AttachmentStore store, OrgDirectory directory)
{
    private sealed record Found(ReportLine Line, Indicator Indicator);

    private sealed record Use(string Content, Guid Unit, string UnitName, DateOnly PeriodEnd, string Words);

    public async Task<IReadOnlyList<DeskLine>> OfAsync(IReadOnlyList<UnitReport> reports, CancellationToken cancellation)
    {
        var ids = reports.Select(r => r.Id).ToList();
        var lines = (await db.Set<ReportLine>().AsNoTracking().Where(l => ids.Contains(l.ReportId))
            .Join(db.Set<Indicator>(), l => l.IndicatorId, i => i.Id, (line, indicator) => new { line, indicator }).ToListAsync(cancellation))
            .ToLookup(x => x.line.ReportId, x => new Found(x.line, x.indicator));
        var settled = await SettledAsync(reports, cancellation);
        var previous = await PreviousAsync(reports, lines, cancellation);
        // The month is held against its own target and plan, here as on the reporter's sheet.
        var expected = await plans.OfAsync([.. lines.SelectMany(l => l).Select(l => l.Indicator).DistinctBy(i => i.Id)], cancellation);
        var pieces = (await db.Set<Evidence>().AsNoTracking().Where(e => ids.Contains(e.ReportId)).ToListAsync(cancellation)).ToLookup(e => e.ReportId);
        var contents = pieces.SelectMany(p => p).Select(p => p.Content).Distinct(StringComparer.Ordinal).ToList();
        var files = contents.Count == 0 ? new Dictionary<string, AttachmentView>(StringComparer.Ordinal) : await store.ByContentAsync(contents, cancellation);
        var uses = await UsesAsync(contents, cancellation);
        var places = await PlacesAsync([.. pieces.SelectMany(p => p).Select(p => p.IndicatorId).Distinct()], cancellation);
        var names = await directory.NamesAsync([.. reports.Select(r => r.UnitId).Distinct()], cancellation);
        return [.. reports.Select(report => Line(report, [.. lines[report.Id]]))];

        DeskLine Line(UnitReport report, Found[] found)
        {
            var evidence = pieces[report.Id].ToLookup(p => p.IndicatorId);
            var checks = found.Select(f => Check(f, previous.GetValueOrDefault((report.Id, f.Indicator.Id)), expected(f.Indicator, report.Period), [.. evidence[f.Indicator.Id].Select(p => p.Content)])).ToArray();
            // What was accepted before is looked over with the rest, but it is not what is signed.
            var fresh = found.Where(f => !settled.Contains((report.Id, f.Indicator.Id))).ToArray();
            var asked = fresh.Select(f => f.Indicator.Id).ToHashSet();
            string? UsedBefore(string content) => uses[content].FirstOrDefault(u => u.Unit != report.UnitId || u.PeriodEnd != report.PeriodEnd) is { } use ? (use.Unit == report.UnitId ? "" : use.UnitName) + use.Words : null;
            return new DeskLine(
                report,
                names.GetValueOrDefault(report.UnitId, "—"),
                [.. ReportChecks.Run(checks, UsedBefore).Where(f => f.Indicator is not { } line || asked.Contains(line)), .. Blank(report, [.. checks.Where(c => asked.Contains(c.Indicator))])],
                checks.Count(c => asked.Contains(c.Indicator) && c.Counting == Counting.Cumulative && c.Value != c.Previous),
                fresh.Length,
                [.. evidence.SelectMany(p => p).Where(p => asked.Contains(p.IndicatorId) && files.ContainsKey(p.Content)).Select(p => new WeighedEvidence(p, files[p.Content], EvidenceHints.Of(files[p.Content], report.Period, places.GetValueOrDefault(p.IndicatorId), UsedBefore(p.Content))))])
            { Figures = MovedFigure.Main(fresh.Select(f => (f.Indicator, f.Line.Value, previous.TryGetValue((report.Id, f.Indicator.Id), out var before) ? before : (decimal?)null))) };
        }
    }

    /// <summary>The lines of supplements that were told in the version before.</summary>
    private async Task<HashSet<(Guid Report, Guid Indicator)>> SettledAsync(IReadOnlyList<UnitReport> reports, CancellationToken cancellation)
    {
        var ids = reports.Where(r => r.Supplement).Select(r => r.Id).ToList();
        if (ids.Count == 0)
            return [];
        var told = await (
            from report in db.Set<UnitReport>().Where(r => ids.Contains(r.Id))
            join before in db.Set<UnitReport>() on new { report.UnitId, report.PeriodEnd, Version = report.Version - 1 } equals new { before.UnitId, before.PeriodEnd, before.Version }
            join line in db.Set<ReportLine>().Where(l => l.Value != null || l.StepDone != null) on before.Id equals line.ReportId
            select new { report.Id, line.IndicatorId }).ToListAsync(cancellation);
        return [.. told.Select(t => (t.Id, t.IndicatorId))];
    }

    /// <summary>Numbers were left empty, with the reason the reporter gave.</summary>
    private static IEnumerable<CheckFinding> Blank(UnitReport report, ReportedLine[] lines) => BlankReport.Find(lines) is { } blank
        ? [report.BlankReason is { } why ? blank with { Message = blank.Message + new Words($"原因：{why}", $" Reason: {why}") } : blank]
        : [];

    private static ReportedLine Check(Found found, decimal? previous, ExpectedOfMonth expected, IReadOnlyList<string> evidence) =>
        new SheetLine { Indicator = found.Indicator, Value = found.Line.Value, Previous = previous, Plan = expected.Year, MonthPlan = expected.Month, Limits = expected.Limits, WarningReason = found.Line.WarningReason }.ToCheck() with { Evidence = evidence };

    /// <summary>The last accepted value of the year before each report. Nearly always it is the month before; only the others are looked for further back.</summary>
    private async Task<Dictionary<(Guid Report, Guid Indicator), decimal>> PreviousAsync(IReadOnlyList<UnitReport> reports, ILookup<Guid, Found> lines, CancellationToken cancellation)
    {
        var known = new Dictionary<(Guid, Guid), decimal>();
        foreach (var period in reports.GroupBy(r => r.Period))
        {
            var (start, year) = (period.Key.FirstDay, new DateOnly(period.Key.Year, 1, 1));
            var before = start.AddDays(-1);
            var asked = period.SelectMany(r => lines[r.Id].Select(l => (Report: r.Id, Indicator: l.Indicator.Id))).ToList();
            var ids = asked.Select(a => a.Indicator).Distinct().ToList();
            var values = before < year ? [] : await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.PeriodEnd == before && EF.Parameter(ids).Contains(f.IndicatorId)).ToDictionaryAsync(f => f.IndicatorId, f => f.Value, cancellation);
            var rest = ids.Where(id => !values.ContainsKey(id)).ToList();
            if (rest.Count > 0 && before >= year)
            {
                var older = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => EF.Parameter(rest).Contains(f.IndicatorId) && f.PeriodEnd >= year && f.PeriodEnd < before).Select(f => new { f.IndicatorId, f.PeriodEnd, f.Value }).ToListAsync(cancellation);
                foreach (var group in older.GroupBy(f => f.IndicatorId))
                    values[group.Key] = group.MaxBy(f => f.PeriodEnd)!.Value;
            }

            foreach (var (report, indicator) in asked)
            {
                if (values.TryGetValue(indicator, out var value))
                    known[(report, indicator)] = value;
            }
        }

        return known;
    }

    private async Task<ILookup<string, Use>> UsesAsync(List<string> contents, CancellationToken cancellation)
    {
        if (contents.Count == 0)
            return Array.Empty<Use>().ToLookup(u => u.Content, StringComparer.Ordinal);
        var used = await (
            from piece in db.Set<Evidence>().AsNoTracking().Where(e => contents.Contains(e.Content))
            join report in db.Set<UnitReport>() on piece.ReportId equals report.Id
            join indicator in db.Set<Indicator>() on piece.IndicatorId equals indicator.Id
            orderby report.PeriodEnd
            select new { piece.Content, report.UnitId, report.Period, report.PeriodEnd, indicator.Name }).ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. used.Select(u => u.UnitId).Distinct()], cancellation);
        return used.Select(u => new Use(u.Content, u.UnitId, names.GetValueOrDefault(u.UnitId, ""), u.PeriodEnd, $"{u.Period.Year}年{u.Period.LastDay.Month}月报告“{u.Name}”")).ToLookup(u => u.Content, StringComparer.Ordinal);
    }

    private async Task<Dictionary<Guid, MapPlace?>> PlacesAsync(List<Guid> indicators, CancellationToken cancellation) => indicators.Count == 0
        ? []
        : (await db.Set<Indicator>().Where(i => indicators.Contains(i.Id)).Join(db.Set<Item>(), i => i.ItemId, i => i.Id, (indicator, item) => new { indicator.Id, item.Latitude, item.Longitude }).ToListAsync(cancellation))
            .ToDictionary(x => x.Id, x => x is { Latitude: { } north, Longitude: { } east } ? (MapPlace?)new MapPlace(north, east) : null);
}
