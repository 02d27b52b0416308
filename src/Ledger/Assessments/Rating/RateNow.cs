using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reminders;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>A rating the office asks for: who has not reported is missing only once a cut-off of the rules has passed that the list was there for.</summary>
internal sealed class RateNow(LuoshiDb db, AssessPeriod assess, OwingUnits owing, LocalRules rules, WorkCalendar calendar, TimeProvider clock)
{
    public async Task<Outcome<RatingCount>> RunAsync(Guid listId, Period period, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var today = LocalTime.Today(clock);
        var month = Period.OfMonth(period.LastDay.Year, period.LastDay.Month);
        var passed = await owing.PassedAsync(listId, rules.PackOf(list, today).Reporting, month, today, calendar, cancellation);
        return await assess.RunAsync(listId, period, passed.Count > 0, rules.Of(list, period.LastDay), acting.Actor, cancellation);
    }
}
