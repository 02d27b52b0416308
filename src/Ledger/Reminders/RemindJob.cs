using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Reminders;

/// <summary>On the days the rules name before a cut-off, reminds who reports for a unit that has not reported yet.</summary>
internal sealed class RemindJob(OwingUnits owing, LocalRules rules, WorkCalendar calendar, RoleHolders holders, OrgDirectory directory, ReminderBook book, TimeProvider clock) : Job
{
    public override async Task RunAsync(DateTime due, CancellationToken cancellation)
    {
        var today = LocalTime.Due(due, clock);
        // A unit with work on several lists reports once a period, so it is reminded once.
        var wanted = new Dictionary<(Guid Unit, Period Period), DateOnly>();
        foreach (var list in await owing.OpenListsAsync(cancellation))
        {
            var rule = rules.PackOf(list, today).Reporting;
            var (period, cutOff) = ReportingDates.Next(rule, today, calendar);
            if (!list.Plan.Contains(period) || !rule.Reminders(cutOff).Contains(today))
                continue;
            foreach (var unit in await owing.OfAsync(list.Id, period, cancellation))
                wanted.TryAdd((unit, period), cutOff);
        }

        var units = wanted.Keys.Select(key => key.Unit).Distinct().ToList();
        var names = await directory.NamesAsync(units, cancellation);
        var people = await holders.OfAsync(units, [Role.Reporter], cancellation);
        foreach (var ((unit, period), cutOff) in wanted)
        {
            var text = ReminderTexts.Due(names.GetValueOrDefault(unit, "—"), period, cutOff, cutOff.DayNumber - today.DayNumber);
            await book.TellOnceAsync(ReminderBook.Note("due", unit, period, today), people[unit], text, $"/ledger/reports/{unit}/{period}", cancellation);
        }
    }
}
