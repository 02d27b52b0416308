using Luoshi.Kernel.Time;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Tests.Reminders;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Pages;

/// <summary>In January a unit still has December before it, as long as the list of the old year is open.</summary>
public sealed class TurnOfTheYearTests
{
    private static readonly Period December = Period.OfMonth(2026, 12);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_supplement_of_December_that_was_begun_stays_on_the_desk_until_the_list_is_closed(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        await using (var db = LedgerDatabase.Open(city.Database))
        {
            db.Add(new UnitReport { UnitId = city.Bureau, Period = December, PeriodEnd = December.LastDay, Version = 2, Supplement = true, Since = new DateTime(2027, 1, 4, 1, 0, 0, DateTimeKind.Utc) });
            await db.SaveChangesAsync(Stop);
        }

        (await SupplementsAsync(city)).ShouldHaveSingleItem().Month.ShouldBe(December);

        await using (var db = LedgerDatabase.Open(city.Database))
        {
            (await db.Set<PromiseList>().SingleAsync(Stop)).Closed = true;
            await db.SaveChangesAsync(Stop);
        }

        (await SupplementsAsync(city)).ShouldBeEmpty("nothing can be reported on a closed list");
    }

    private static async Task<IReadOnlyList<SupplementLine>> SupplementsAsync(ReportingCity city) =>
        (await city.AsAsync(city.Reporter, services => services.GetRequiredService<HomeViews>().OfAsync(Period.OfMonth(2027, 1), Stop))).Supplements;
}
