using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.ReportCards;

public sealed class CardSourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_card_says_what_the_unit_that_leads_the_item_says(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var item = (await office.IndicatorsAsync())[0].ItemId;
        await using (var db = LedgerDatabase.Open(office.Database))
        {
            // A district's second version of the month, on its own part of the item.
            var report = new UnitReport { UnitId = Guid.NewGuid(), Period = Office.June, PeriodEnd = Office.June.LastDay, Version = 2, State = ReportState.Accepted, Since = new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc) };
            db.AddRange(report, new ReportNote { ReportId = report.Id, ItemId = item, Progress = "本区点位已进场" });
            await db.SaveChangesAsync(Stop);
        }

        await using var read = office.Database.Open();
        var list = await read.Set<PromiseList>().AsNoTracking().SingleAsync(Stop);
        var source = await office.DoAsync((CardSources sources) => sources.OfAsync(list, Office.June, AssessmentRules.Default, Stop));

        source.Items.ShouldHaveSingleItem().Words.ShouldBe("全面铺开");
    }
}
