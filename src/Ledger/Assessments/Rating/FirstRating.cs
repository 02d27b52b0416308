using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Platform;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>
/// Rates what was just adopted for the month being reported: a new list shows its lights at once, and what is accepted later keeps them true.
/// </summary>
internal sealed class FirstRating(RateNow rate, UnitStandings standings, TimeProvider clock)
{
    public async Task RunAsync(Lists.PromiseList list, ActingPerson acting, CancellationToken cancellation)
    {
        var month = await standings.CurrentAsync(LocalTime.Today(clock), cancellation);
        if (list.Plan.Contains(month))
            await rate.RunAsync(list.Id, month, acting, cancellation);
    }
}
