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
    Submitted,
    UnitApproved,
    Accepted,
    Locked,
}

/// <param name="Since">Null where nothing was ever saved.</param>
internal sealed record UnitStanding(Guid Unit, ReportStanding Standing, DateTime? Since)
{
    /// <summary>Why it was sent back, where it lies with the unit again for that.</summary>
    public string? Returned { get; init; }

    /// <summary>Who has to do something next; null when nobody has.</summary>
    public Hand? Holder => HolderOf(Standing);

    public static Hand? HolderOf(ReportStanding standing) => standing switch
    {
        ReportStanding.NotReported or ReportStanding.Correcting => Hand.Reporter,
        ReportStanding.Submitted => Hand.UnitLeader,
        ReportStanding.UnitApproved => Hand.Office,
        _ => null,
    };
}

/// <summary>Every unit that owes a report of a month, with where it is: who is late, and who holds what since when.</summary>
internal sealed class UnitStandings(LuoshiDb db, LocalRules rules, WorkCalendar calendar)
{
    public async Task<IReadOnlyList<UnitStanding>> OfAsync(Period month, CancellationToken cancellation = default)
    {
        var end = month.LastDay;
        return await OfAsync(await OwingAsync(month.Year, cancellation), db.Set<UnitReport>().Where(r => r.PeriodEnd == end), cancellation);
    }

    /// <summary>Of some units alone, which are known to owe it.</summary>
    public Task<IReadOnlyList<UnitStanding>> OfAsync(Period month, IReadOnlyCollection<Guid> units, CancellationToken cancellation = default)
    {
        var end = month.LastDay;
        return OfAsync(units, db.Set<UnitReport>().Where(r => r.PeriodEnd == end && units.Contains(r.UnitId)), cancellation);
    }

    private static async Task<IReadOnlyList<UnitStanding>> OfAsync(IReadOnlyCollection<Guid> owing, IQueryable<UnitReport> known, CancellationToken cancellation)
    {
        var reports = await known.AsNoTracking().Select(r => new { r.UnitId, r.Version, r.State, r.Since, r.Reason, r.SubmittedAt }).ToListAsync(cancellation);
        var latest = reports.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version));
        return
        [
            .. owing.Select(unit => latest.GetValueOrDefault(unit) is { } report
                ? new UnitStanding(unit, StandingOf(report.State, report.Version), report.Since) { Returned = report is { State: ReportState.Draft, SubmittedAt: not null } ? report.Reason : null }
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

    private static ReportStanding StandingOf(ReportState state, int version) => state switch
    {
        ReportState.Draft when version > 1 => ReportStanding.Correcting,
        ReportState.Draft => ReportStanding.NotReported,
        ReportState.Submitted => ReportStanding.Submitted,
        ReportState.UnitApproved => ReportStanding.UnitApproved,
        ReportState.Accepted => ReportStanding.Accepted,
        _ => ReportStanding.Locked,
    };
}
