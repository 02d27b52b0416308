using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <summary>Who owes a report: units with something to report on a list and nothing handed in for the period.</summary>
internal sealed class OwingUnits(LuoshiDb db, JournalHistory journal)
{
    public Task<List<PromiseList>> OpenListsAsync(CancellationToken cancellation) => db.Set<PromiseList>().AsNoTracking().Where(l => !l.Closed).OrderBy(l => l.Id).ToListAsync(cancellation);

    public async Task<List<Guid>> OfAsync(Guid list, Period period, CancellationToken cancellation)
    {
        var end = period.LastDay;
        var reported = db.Set<UnitReport>().Where(r => r.PeriodEnd == end && (r.State != ReportState.Draft || r.Version > 1)).Select(r => r.UnitId);
        return await db.Set<Indicator>().Where(i => i.UnitId != null && !i.Retired)
            .Join(db.Set<Item>().Where(i => i.ListId == list), x => x.ItemId, i => i.Id, (x, _) => x.UnitId ?? default)
            .Distinct().Where(unit => !reported.Contains(unit)).ToListAsync(cancellation);
    }

    /// <summary>The months of a span whose cut-off has passed since the list was opened: nobody owed a report to a list that was not there yet.</summary>
    public async Task<List<ReportDue>> PassedAsync(Guid list, ReportingRule rule, Period span, DateOnly today, WorkCalendar calendar, CancellationToken cancellation) =>
        await journal.FirstAsync(list, cancellation) is { } opened ? [.. ReportingDates.Passed(rule, span, today, calendar).Where(month => LocalTime.Day(opened) <= month.CutOff)] : [];
}
