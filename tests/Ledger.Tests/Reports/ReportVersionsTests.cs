using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class ReportVersionsTests
{
    [Theory, DatabaseData]
    public async Task Both_versions_of_a_corrected_report_are_there_with_what_was_changed(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "重复统计")).Refusal.ShouldBeNull();
        (await office.ReportAsync("190", "40", submit: false, seen: (await office.LatestAsync()).RowVersion)).Refusal.ShouldBeNull();

        var stop = TestContext.Current.CancellationToken;
        var known = await office.DoAsync((ReportSheets sheets) => sheets.VersionsAsync(office.Unit, Office.June, stop));
        var versions = await office.DoAsync((ReportVersions all) => all.OfAsync(known, stop));

        versions.Select(v => (v.Version, v.State)).ShouldBe([(2, ReportState.Draft), (1, ReportState.Locked)]);
        var change = versions[0].Changes.ShouldHaveSingleItem();
        (change.Label.Chinese, change.Before, change.After).ShouldBe(("老旧小区改造开工", "196个", "190个"));
    }
}
