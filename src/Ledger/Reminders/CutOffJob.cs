using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <summary>
/// The night after a cut-off: whoever has not reported is overdue, every indicator is rated, what stays behind is escalated, and after
/// the days the rules grant, what was accepted is locked. Nobody presses a button; running it again changes nothing.
/// </summary>
internal sealed class CutOffJob(
    LuoshiDb db,
    OwingUnits owing,
    OwedLines owed,
    LocalRules rules,
    WorkCalendar calendar,
    AssessPeriod assess,
    MoveReport move,
    Escalate escalate,
    RoleHolders holders,
    OrgDirectory directory,
    ReminderBook book,
    TimeProvider clock) : Job
{
    private static readonly Actor Clock = Actor.System("截止评定");
    private static readonly Actor Locker = Actor.System("到期锁定");

    public override async Task RunAsync(DateTime due, CancellationToken cancellation)
    {
        var today = LocalTime.Due(due, clock);
        var lists = await PassedAsync(today, cancellation);
        // A late report may be for any month, not the last alone: each is rated again when something moved in it, and locked in its turn.
        List<ListMonth> months = [];
        foreach (var (list, _, passed) in lists)
            months.AddRange((await ToRateAsync(list, passed, cancellation)).Select(month => new ListMonth(list, month, ReportsDue: true, rules.Of(list, month.LastDay))));
        var rated = await assess.ManyAsync(months, Clock, cancellation);
        // What could not be rated is neither told nor locked: the job has failed then, and is tried again.
        var failed = rated.Failed.Select(f => f.Month.List.Id).ToHashSet();
        lists.RemoveAll(l => failed.Contains(l.List.Id));
        foreach (var one in lists)
            await FollowAsync(one, today, cancellation);
        await SupplementsAsync(lists, today, cancellation);
        rated.ThrowFailures();
    }

    /// <summary>Every open list with the months of it whose cut-off has passed since it was opened.</summary>
    private async Task<List<PassedList>> PassedAsync(DateOnly today, CancellationToken cancellation)
    {
        var found = new List<PassedList>();
        foreach (var list in await owing.OpenListsAsync(cancellation))
        {
            var pack = rules.PackOf(list, today);
            found.Add(new PassedList(list, pack, await owing.PassedAsync(list.Id, pack.Reporting, list.Plan, today, calendar, cancellation)));
        }

        return found;
    }

    private async Task FollowAsync(PassedList one, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var (list, pack, passed) = one;
        if (passed is [.., var last] && last == ReportingDates.Last(pack.Reporting, today, calendar))
        {
            await OverdueAsync(list, last.Period, last.CutOff, cancellation);
            await escalate.RunAsync(list, last.Period, pack, cancellation);
        }

        await LockAsync(list, [.. passed.Where(month => today > pack.Reporting.Lock(month.CutOff, calendar).Day).Select(month => month.Period.LastDay)], cancellation);
    }

    private async Task OverdueAsync(PromiseList list, Period period, DateOnly cutOff, CancellationToken cancellation)
    {
        var units = await owing.OfAsync(list.Id, period, cancellation);
        var names = await directory.NamesAsync(units, cancellation);
        var people = await holders.OfAsync(units, [Role.Reporter, Role.Approver], cancellation);
        foreach (var unit in units)
            await book.TellOnceAsync(ReminderBook.Note("overdue", unit, period, cutOff), people[unit], ReminderTexts.Overdue(names.GetValueOrDefault(unit, "—"), period, cutOff), $"/ledger/reports/{unit}/{period}", cancellation);
        var office = (await holders.OfAsync(units, [Role.Office], cancellation)).Values.SelectMany(told => told).ToHashSet();
        if (units.Count > 0)
            await book.TellOnceAsync(ReminderBook.Note("overdue-list", list.Id, period, cutOff), office, ReminderTexts.OverdueList(list.Title, period, units.Count), $"/ledger/lists/{list.Id}/bulletin?period={period}", cancellation);
    }

    /// <summary>The night after tasks came to units whose report was accepted: each batch is told once, on whichever lists it came, for the month at hand and the one due last.</summary>
    private async Task SupplementsAsync(List<PassedList> lists, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var months = lists.SelectMany(l => new[] { ReportingDates.Last(l.Pack.Reporting, today, calendar).Period, ReportingDates.Next(l.Pack.Reporting, today, calendar).Period }.Where(l.List.Plan.Contains)).Distinct();
        foreach (var month in months.OrderBy(m => m.LastDay))
        {
            var units = await owed.OfAsync(month, cancellation: cancellation);
            var names = await directory.NamesAsync([.. units.Select(u => u.Unit)], cancellation);
            var people = await holders.OfAsync([.. units.Select(u => u.Unit)], [Role.Reporter], cancellation);
            foreach (var unit in units)
                await book.TellOnceAsync(ReminderBook.Note("supplement", unit.Unit, month, LocalTime.Day(unit.Since)), people[unit.Unit], ReminderTexts.Supplement(names.GetValueOrDefault(unit.Unit, "—"), month, unit.Lines), $"/ledger/reports/{unit.Unit}/{month}", cancellation);
        }
    }

    /// <summary>Once after the cut-off, and again when a report of the month moved since: the late ones and the corrected ones.</summary>
    private async Task<List<Period>> ToRateAsync(PromiseList list, List<ReportDue> passed, CancellationToken cancellation)
    {
        var ends = passed.ConvertAll(month => month.Period.LastDay);
        // The runs, not the rows: a row carries a later time when an officer has decided it, and an older one when nothing changed.
        var rated = await db.Set<RatingRun>().Where(r => r.ListId == list.Id && ends.Contains(r.PeriodEnd) && r.ReportsDue)
            .GroupBy(r => r.PeriodEnd).Select(g => new { g.Key, At = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellation);
        // Only the list's own units, and no step that changes no number: a lock would have every month judged again.
        var units = UnitsOf(list);
        var moved = await db.Set<UnitReport>().Where(r => ends.Contains(r.PeriodEnd) && units.Contains(r.UnitId) && r.State != ReportState.Draft && r.State != ReportState.Locked)
            .GroupBy(r => r.PeriodEnd).Select(g => new { g.Key, At = g.Max(r => r.Since) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellation);
        return [.. passed.Where(month => !rated.TryGetValue(month.Period.LastDay, out var at) || at < LocalTime.Start(month.CutOff.AddDays(1)) || moved.GetValueOrDefault(month.Period.LastDay) > at).Select(month => month.Period)];
    }

    private IQueryable<Guid> UnitsOf(PromiseList list) =>
        db.Set<Indicators.Indicator>().Where(i => i.UnitId != null).Join(db.Set<Items.Item>().Where(i => i.ListId == list.Id), x => x.ItemId, i => i.Id, (x, _) => x.UnitId ?? default);

    private async Task LockAsync(PromiseList list, List<DateOnly> ends, CancellationToken cancellation)
    {
        var units = UnitsOf(list);
        var accepted = await db.Set<UnitReport>().AsNoTracking().Where(r => ends.Contains(r.PeriodEnd) && r.State == ReportState.Accepted && units.Contains(r.UnitId)).Select(r => new { r.Id, r.UnitId, r.RowVersion }).ToListAsync(cancellation);
        foreach (var report in accepted)
        {
            db.ChangeTracker.Clear();
            var acting = new ActingPerson { Person = Guid.Empty, Actor = Locker, Hand = Hand.Office, Unit = report.UnitId };
            // A conflict means that somebody has just taken it back; the next night looks again.
            _ = await move.RunAsync(new ReportMove(report.Id, ReportAction.Lock, report.RowVersion), acting, cancellation);
        }
    }

    private sealed record PassedList(PromiseList List, RulePack Pack, List<ReportDue> Passed);
}
