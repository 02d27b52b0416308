using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record ListLine(PromiseList List, int Items, int Indicators);

/// <param name="State">Null when nothing was saved for the period.</param>
internal sealed record UnitLine(Guid Unit, string Name, ReportState? State, DateTime? Since);

/// <param name="Tasks">How many wait for the unit's signature.</param>
internal sealed record UnsignedLine(Guid Unit, string Name, int Tasks);

/// <summary>A role's first page: what waits for me, who has not reported, the lists.</summary>
internal sealed record HomeView
{
    public required IReadOnlyList<ListLine> Lists { get; init; }

    public required Period Period { get; init; }

    /// <summary>Units this person fills in.</summary>
    public required IReadOnlyList<UnitLine> Mine { get; init; }

    /// <summary>Units of this person with tasks they have not signed for.</summary>
    public required IReadOnlyList<UnsignedLine> Unsigned { get; init; }

    /// <summary>Reports that wait for this person's hand.</summary>
    public required int Waiting { get; init; }

    /// <summary>Units with work and without a report; told to the office.</summary>
    public required IReadOnlyList<UnitLine> Missing { get; init; }

    public required bool IsOffice { get; init; }

    public FormState Form { get; init; } = new();
}

internal sealed class HomeViews(LuoshiDb db, LedgerAccess access, OrgDirectory directory, TimeProvider clock)
{
    public async Task<HomeView> OfAsync(Period? asked, CancellationToken cancellation)
    {
        var period = asked ?? await CurrentAsync(cancellation);
        var lists = await ListsAsync(cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var units = await UnitsAsync(period, cancellation);
        var mine = await access.UnitsAsync(Role.Reporter, cancellation);
        return new HomeView
        {
            Lists = lists,
            Period = period,
            IsOffice = office,
            Mine = [.. units.Where(u => mine.Contains(u.Unit))],
            Missing = office ? [.. units.Where(u => u.State is null or ReportState.Draft)] : [],
            Unsigned = await UnsignedAsync([.. mine, .. await access.UnitsAsync(Role.Approver, cancellation)], cancellation),
            Waiting = await WaitingAsync(office, cancellation),
        };
    }

    /// <summary>The last month that anything was reported for; else the month that ended last.</summary>
    public async Task<Period> CurrentAsync(CancellationToken cancellation)
    {
        var last = await db.Set<UnitReport>().OrderByDescending(r => r.PeriodEnd).Select(r => (DateOnly?)r.PeriodEnd).FirstOrDefaultAsync(cancellation);
        var day = last ?? LocalTime.Today(clock).AddMonths(-1);
        return Period.OfMonth(day.Year, day.Month);
    }

    private async Task<IReadOnlyList<ListLine>> ListsAsync(CancellationToken cancellation)
    {
        var lists = await db.Set<PromiseList>().AsNoTracking().OrderByDescending(l => l.Year).ThenBy(l => l.Title).ToListAsync(cancellation);
        var items = await db.Set<Items.Item>().GroupBy(i => i.ListId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var indicators = await db.Set<Indicator>().Join(db.Set<Items.Item>(), x => x.ItemId, i => i.Id, (_, i) => i.ListId).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. lists.Select(l => new ListLine(l, items.GetValueOrDefault(l.Id), indicators.GetValueOrDefault(l.Id)))];
    }

    /// <summary>Every unit that has something to report in the year, with the state of its report.</summary>
    private async Task<IReadOnlyList<UnitLine>> UnitsAsync(Period period, CancellationToken cancellation)
    {
        var year = period.Year;
        var owners = await db.Set<Indicator>().Where(i => i.UnitId != null && !i.Retired)
            .Join(db.Set<Items.Item>(), x => x.ItemId, i => i.Id, (x, i) => new { x.UnitId, i.ListId })
            .Join(db.Set<PromiseList>().Where(l => l.Year == year && !l.Closed), x => x.ListId, l => l.Id, (x, _) => x.UnitId ?? default)
            .Distinct().ToListAsync(cancellation);
        var end = period.LastDay;
        var reports = await db.Set<UnitReport>().AsNoTracking().Where(r => r.PeriodEnd == end).ToListAsync(cancellation);
        var latest = reports.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version));
        var names = await directory.NamesAsync(owners, cancellation);
        return [.. owners.Select(u => new UnitLine(u, names.GetValueOrDefault(u, "—"), latest.GetValueOrDefault(u)?.State, latest.GetValueOrDefault(u)?.Since)).OrderBy(u => u.Name, StringComparer.Ordinal)];
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

    private async Task<int> WaitingAsync(bool office, CancellationToken cancellation)
    {
        var leads = await access.UnitsAsync(Role.Approver, cancellation);
        return await db.Set<UnitReport>().CountAsync(r => (office && r.State == ReportState.UnitApproved) || (r.State == ReportState.Submitted && leads.Contains(r.UnitId)), cancellation);
    }
}
