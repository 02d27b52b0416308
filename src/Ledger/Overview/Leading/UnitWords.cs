using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Leading;

/// <summary>What a unit says of one item in the last report it handed in. A draft is nobody's word yet.</summary>
internal sealed record UnitWords(Period Period, ReportState State)
{
    public string? Progress { get; init; }

    public string? Problem { get; init; }

    public string? HelpNeeded { get; init; }

    public string? NextStep { get; init; }

    /// <summary>Only numbers were reported.</summary>
    public bool IsSilent => Progress is null && Problem is null && HelpNeeded is null && NextStep is null;
}

/// <summary>Finds the words of many units at once: three questions, however many rows there are.</summary>
internal sealed class UnitWordsReader(LuoshiDb db)
{
    /// <param name="until">Nothing that was said of a later month.</param>
    public async Task<IReadOnlyDictionary<(Guid Unit, Guid Item), UnitWords>> OfAsync(IReadOnlyCollection<(Guid Unit, Guid Item)> asked, DateOnly until, CancellationToken cancellation)
    {
        var (units, items, start) = (asked.Select(a => a.Unit).Distinct().ToList(), asked.Select(a => a.Item).Distinct().ToList(), new DateOnly(until.Year, 1, 1));
        if (units.Count == 0)
            return new Dictionary<(Guid, Guid), UnitWords>();
        var reports = await db.Set<UnitReport>().AsNoTracking().Where(r => units.Contains(r.UnitId) && r.PeriodEnd >= start && r.PeriodEnd <= until && r.State != ReportState.Draft)
            .Select(r => new { r.Id, r.UnitId, r.Period, r.PeriodEnd, r.Version, r.State }).ToListAsync(cancellation);
        var latest = reports.GroupBy(r => r.UnitId).Select(g => g.OrderByDescending(r => r.PeriodEnd).ThenByDescending(r => r.Version).First()).ToList();
        var ids = latest.ConvertAll(r => r.Id);
        var notes = (await db.Set<ReportNote>().AsNoTracking().Where(n => ids.Contains(n.ReportId) && items.Contains(n.ItemId)).ToListAsync(cancellation)).ToDictionary(n => (n.ReportId, n.ItemId));
        var byUnit = latest.ToDictionary(r => r.UnitId);
        // An item that came later is not passed over in silence: the report could not tell of it.
        var told = (await db.Set<ReportLine>().Where(l => ids.Contains(l.ReportId)).Join(db.Set<Indicator>().Where(i => items.Contains(i.ItemId)), l => l.IndicatorId, i => i.Id, (l, i) => new { l.ReportId, i.ItemId })
            .Distinct().ToListAsync(cancellation)).Select(t => (t.ReportId, t.ItemId)).Concat(notes.Keys).ToHashSet();
        return asked.Distinct().Where(a => byUnit.TryGetValue(a.Unit, out var last) && told.Contains((last.Id, a.Item))).ToDictionary(a => a, a =>
        {
            var report = byUnit[a.Unit];
            var note = notes.GetValueOrDefault((report.Id, a.Item));
            return new UnitWords(report.Period, report.State) { Progress = Said(note?.Progress), Problem = Said(note?.Problem), HelpNeeded = Said(note?.HelpNeeded), NextStep = Said(note?.NextStep) };
        });
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
