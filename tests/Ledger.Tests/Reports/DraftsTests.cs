using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Ledger.Tests.Reminders;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Reports;

/// <summary>A unit's figures are its own until it hands them in, and again when they come back to it.</summary>
public sealed class DraftsTests
{
    private static readonly Period June = Period.OfMonth(2026, 6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Another_unit_sees_a_report_only_while_it_is_handed_in(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var (_, stranger) = await city.NeighbourAsync();
        await city.ReportAsync(6, "120", accepted: false);
        (await SeenAsync(city, stranger)).ShouldBe(120);

        await ReturnAsync(city);

        (await SeenAsync(city, stranger)).ShouldBeNull("a returned figure is the unit's own again");
        (await SeenAsync(city, stranger, version: 1)).ShouldBeNull("nor by asking for the version");
        foreach (var own in new[] { city.Reporter, city.Approver, city.Officer, city.Leader })
            (await SeenAsync(city, own)).ShouldBe(120);
    }

    [Theory, DatabaseData]
    public async Task Histories_keep_the_drafts_of_a_unit_to_its_own_people(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var (_, stranger) = await city.NeighbourAsync();
        await city.ReportAsync(6, "120", accepted: false);
        await using var db = city.Database.Open();
        var (report, indicator) = (await db.Set<UnitReport>().Select(r => r.Id).SingleAsync(Stop), await db.Set<Indicator>().Select(i => i.Id).SingleAsync(Stop));
        var line = await db.Set<ReportLine>().Select(l => l.Id).SingleAsync(Stop);

        (await HistoryAsync(city, stranger, "reports", report)).ShouldBeNull();
        (await HistoryAsync(city, stranger, "indicators", indicator)).ShouldNotBeNull().ShouldNotContain(line);
        (await HistoryAsync(city, city.Reporter, "reports", report)).ShouldNotBeNull().ShouldContain(line);
        (await HistoryAsync(city, city.Reporter, "indicators", indicator)).ShouldNotBeNull().ShouldContain(line);
    }

    private static async Task<decimal?> SeenAsync(ReportingCity city, Guid person, int? version = null)
    {
        var view = await city.AsAsync(person, services => services.GetRequiredService<ReportViews>().OfAsync(city.Bureau, June, Stop, version));
        return view.ShouldNotBeNull().Sheet.Lines.ShouldHaveSingleItem().Value;
    }

    private static async Task<IReadOnlyCollection<Guid>?> HistoryAsync(ReportingCity city, Guid person, string of, Guid id)
    {
        var subject = city.Database.Services.GetServices<HistorySubject>().Single(s => s.Kind == of);
        var found = await city.AsAsync(person, services => subject.Find(services, id, Stop));
        return found.IsOk ? found.Value.ShouldNotBeNull().Subjects : null;
    }

    private static async Task ReturnAsync(ReportingCity city)
    {
        await using var db = city.Database.Open();
        var report = await db.Set<UnitReport>().SingleAsync(Stop);
        var leader = LedgerDatabase.Somebody(Hand.UnitLeader, city.Bureau);
        (await city.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, ReportAction.Return, report.RowVersion, "请核对"), leader, Stop))).Refusal.ShouldBeNull();
    }
}
