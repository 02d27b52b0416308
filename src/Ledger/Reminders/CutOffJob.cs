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
    LocalRules rules,
    WorkCalendar calendar,
    AssessPeriod assess,
    MoveReport move,
    Escalate escalate,
    AccessService access,
    OrgDirectory directory,
    ReminderBook book) : Job
{
    private static readonly Actor Clock = Actor.System("截止评定");
    private static readonly Actor Locker = Actor.System("到期锁定");

    public override async Task RunAsync(DateTime due, CancellationToken cancellation)
    {
        var today = LocalTime.Day(due);
        foreach (var list in await owing.OpenListsAsync(cancellation))
        {
            var pack = rules.PackOf(list, today);
            var (period, cutOff) = ReportingDates.Last(pack.Reporting, today, calendar);
            if (!list.Plan.Contains(period) || await owing.OpenedAsync(list.Id, cancellation) is not { } opened || LocalTime.Day(opened) > cutOff)
                continue;
            await OverdueAsync(list, period, cutOff, cancellation);
            if (await NeedsRatingAsync(list, period, cutOff, cancellation))
            {
                db.ChangeTracker.Clear();
                await assess.RunAsync(list.Id, period, reportsDue: true, rules.Of(list, period.LastDay), Clock, cancellation);
            }

            await escalate.RunAsync(list, period, pack, cancellation);
            if (today > pack.Reporting.Lock(cutOff, calendar).Day)
                await LockAsync(list, period, cancellation);
        }
    }

    private async Task OverdueAsync(PromiseList list, Period period, DateOnly cutOff, CancellationToken cancellation)
    {
        var units = await owing.OfAsync(list.Id, period, cancellation);
        var names = await directory.NamesAsync(units, cancellation);
        var office = new HashSet<Guid>();
        foreach (var unit in units)
        {
            var people = (await access.HoldersAsync(Role.Reporter, unit, cancellation)).Union(await access.HoldersAsync(Role.Approver, unit, cancellation)).ToList();
            await book.TellOnceAsync(ReminderBook.Note("overdue", unit, period, cutOff), people, ReminderTexts.Overdue(names.GetValueOrDefault(unit, "—"), period, cutOff), $"/ledger/reports/{unit}/{period}", cancellation);
            office.UnionWith(await access.HoldersAsync(Role.Office, unit, cancellation));
        }

        if (units.Count > 0)
            await book.TellOnceAsync(ReminderBook.Note("overdue-list", list.Id, period, cutOff), office, ReminderTexts.OverdueList(list.Title, period, units.Count), $"/ledger/lists/{list.Id}/bulletin?period={period}", cancellation);
    }

    /// <summary>Once after the cut-off, and again when a report of the period moved since: the late ones and the corrected ones.</summary>
    private async Task<bool> NeedsRatingAsync(PromiseList list, Period period, DateOnly cutOff, CancellationToken cancellation)
    {
        var end = period.LastDay;
        // The runs, not the rows: a row carries a later time when an officer has decided it, and an older one when nothing changed.
        var rated = await db.Set<RatingRun>().Where(r => r.ListId == list.Id && r.PeriodEnd == end && r.ReportsDue).MaxAsync(r => (DateTime?)r.At, cancellation);
        if (rated is not { } at || at < LocalTime.Start(cutOff.AddDays(1)))
            return true;
        var moved = await db.Set<UnitReport>().Where(r => r.PeriodEnd == end).MaxAsync(r => (DateTime?)r.Since, cancellation);
        return moved > at;
    }

    private async Task LockAsync(PromiseList list, Period period, CancellationToken cancellation)
    {
        var end = period.LastDay;
        var units = db.Set<Indicators.Indicator>().Where(i => i.UnitId != null).Join(db.Set<Items.Item>().Where(i => i.ListId == list.Id), x => x.ItemId, i => i.Id, (x, _) => x.UnitId ?? default);
        var accepted = await db.Set<UnitReport>().AsNoTracking().Where(r => r.PeriodEnd == end && r.State == ReportState.Accepted && units.Contains(r.UnitId)).Select(r => new { r.Id, r.UnitId, r.RowVersion }).ToListAsync(cancellation);
        foreach (var report in accepted)
        {
            db.ChangeTracker.Clear();
            var acting = new ActingPerson { Person = Guid.Empty, Actor = Locker, Hand = Hand.Office, Unit = report.UnitId };
            // A conflict means that somebody has just taken it back; the next night looks again.
            _ = await move.RunAsync(new ReportMove(report.Id, ReportAction.Lock, report.RowVersion), acting, cancellation);
        }
    }
}
