using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Units;

/// <summary>How far a unit's report of a month has come.</summary>
internal enum ReportStanding
{
    /// <summary>Nothing was sent; a draft may lie there.</summary>
    NotReported,

    /// <summary>A correction of a locked report is being written.</summary>
    Correcting,

    /// <summary>Tasks came after the report was accepted: a supplement is owed, or is being written.</summary>
    Supplement,
    Submitted,
    UnitApproved,
    Accepted,
    Locked,
}

/// <param name="Since">Null where nothing was ever saved.</param>
internal sealed record UnitStanding(Guid Unit, ReportStanding Standing, DateTime? Since)
{
    /// <summary>How many indicators the supplement is owed for; nought once it is being written.</summary>
    public int Owed { get; init; }

    /// <summary>Something is owed, and nobody else can report it.</summary>
    public bool Owes => Standing is ReportStanding.NotReported or ReportStanding.Supplement;

    /// <summary>Why it was sent back, where it lies with the unit again for that.</summary>
    public string? Returned { get; init; }

    /// <summary>Who has to do something next; null when nobody has.</summary>
    public Hand? Holder => HolderOf(Standing);

    public static Hand? HolderOf(ReportStanding standing) => standing switch
    {
        ReportStanding.NotReported or ReportStanding.Correcting or ReportStanding.Supplement => Hand.Reporter,
        ReportStanding.Submitted => Hand.UnitLeader,
        ReportStanding.UnitApproved => Hand.Office,
        _ => null,
    };
}

/// <summary>Every unit that owes a report of a month, with where it is: who is late, and who holds what since when.</summary>
internal sealed class UnitStandings(LuoshiDb db, OwedLines lines, LocalRules rules, WorkCalendar calendar)
{
    public async Task<IReadOnlyList<UnitStanding>> OfAsync(Period month, CancellationToken cancellation = default)
    {
        var end = month.LastDay;
        return await OfAsync(month, await OwingAsync(month.Year, cancellation), units: null, db.Set<UnitReport>().Where(r => r.PeriodEnd == end), cancellation);
    }

    /// <summary>Of some units alone, which are known to owe it.</summary>
    public Task<IReadOnlyList<UnitStanding>> OfAsync(Period month, IReadOnlyCollection<Guid> units, CancellationToken cancellation = default)
    {
        var end = month.LastDay;
        return OfAsync(month, units, units, db.Set<UnitReport>().Where(r => r.PeriodEnd == end && units.Contains(r.UnitId)), cancellation);
    }

    private async Task<IReadOnlyList<UnitStanding>> OfAsync(Period month, IReadOnlyCollection<Guid> owing, IReadOnlyCollection<Guid>? units, IQueryable<UnitReport> known, CancellationToken cancellation)
    {
        var reports = await known.AsNoTracking().Select(r => new { r.UnitId, r.Version, r.State, r.Supplement, r.Since, r.Reason, r.SubmittedAt }).ToListAsync(cancellation);
        var latest = reports.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version));
        var owed = (await lines.OfAsync(month, units, cancellation)).ToDictionary(o => o.Unit);
        return
        [
            .. owing.Select(unit => owed.TryGetValue(unit, out var more) ? new UnitStanding(unit, ReportStanding.Supplement, more.Since) { Owed = more.Lines } : latest.GetValueOrDefault(unit) is { } report
                ? new UnitStanding(unit, StandingOf(report.State, report.Version, report.Supplement), report.Since) { Returned = report is { State: ReportState.Draft, SubmittedAt: not null } ? report.Reason : null }
                : new UnitStanding(unit, ReportStanding.NotReported, Since: null)),
        ];
    }

    /// <summary>
    /// Units with an indicator on an open list of the year. The database goes from unit to unit along the index, so that it reads
    /// as many rows as there are units, not as there are indicators.
    /// </summary>
    public async Task<List<Guid>> OwingAsync(int year, CancellationToken cancellation = default) => await db.Database.SqlQuery<Guid>(
        $"""
        WITH RECURSIVE named(id) AS (
            SELECT (SELECT unit_id FROM ledger_indicators WHERE unit_id IS NOT NULL ORDER BY unit_id LIMIT 1)
            UNION ALL
            SELECT (SELECT more.unit_id FROM ledger_indicators more WHERE more.unit_id > named.id ORDER BY more.unit_id LIMIT 1) FROM named WHERE named.id IS NOT NULL)
        SELECT named.id AS "Value" FROM named WHERE named.id IS NOT NULL AND EXISTS (
            SELECT 1 FROM ledger_indicators x JOIN ledger_items i ON i.id = x.item_id JOIN ledger_lists l ON l.id = i.list_id
            WHERE x.unit_id = named.id AND NOT x.retired AND l.year = {year} AND NOT l.closed)
        """).ToListAsync(cancellation);

    /// <summary>The month that is being reported by the calendar and each list's rules: never one because somebody was early.</summary>
    public async Task<Period> CurrentAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var lists = await db.Set<PromiseList>().AsNoTracking().Where(l => !l.Closed).ToListAsync(cancellation);
        var months = lists.ConvertAll(list => (list.Plan, Month: ReportingDates.Current(rules.PackOf(list, today).Reporting, today, calendar)));
        // Between two years' lists the one that ends is still reported on, then the one that begins is waited for.
        return months.Where(m => m.Plan.Contains(m.Month)).Select(m => (Period?)m.Month).OrderBy(m => m!.Value.LastDay).LastOrDefault()
            ?? months.Where(m => m.Plan.LastDay < m.Month.FirstDay).Select(m => (Period?)MonthOf(m.Plan.LastDay)).OrderBy(m => m!.Value.LastDay).LastOrDefault()
            ?? months.Select(m => (Period?)MonthOf(m.Plan.FirstDay)).OrderBy(m => m!.Value.LastDay).FirstOrDefault()
            ?? MonthOf(today.AddMonths(-1));
    }

    private static Period MonthOf(DateOnly day) => Period.OfMonth(day.Year, day.Month);

    private static ReportStanding StandingOf(ReportState state, int version, bool supplement) => state switch
    {
        ReportState.Draft when supplement => ReportStanding.Supplement,
        ReportState.Draft when version > 1 => ReportStanding.Correcting,
        ReportState.Draft => ReportStanding.NotReported,
        ReportState.Submitted => ReportStanding.Submitted,
        ReportState.UnitApproved => ReportStanding.UnitApproved,
        ReportState.Accepted => ReportStanding.Accepted,
        _ => ReportStanding.Locked,
    };
}
