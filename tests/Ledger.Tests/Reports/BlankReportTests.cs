using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class BlankReportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_report_that_says_hardly_anything_is_sent_on_only_with_a_reason(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var refused = (await SendAsync(office, reason: null, submit: true)).Refusal.ShouldNotBeNull();
        (refused.Code, refused.Where).ShouldBe(("report.confirm_blank", ReportFields.Blank));
        refused.Chinese.ShouldContain("2个数只填了0个，空着的有：老旧小区改造开工、老旧小区改造完工");
        await using (var db = office.Database.Open())
            (await db.Set<UnitReport>().AnyAsync(Stop)).ShouldBeFalse();

        (await SendAsync(office, reason: null, submit: false)).Refusal.ShouldBeNull("a draft may be empty");
        (await SendAsync(office, "本月停工检修，没有新增", submit: true, seen: (await office.LatestAsync()).RowVersion)).Refusal.ShouldBeNull();

        var report = await office.LatestAsync();
        (report.State, report.BlankReason, report.Noticed).ShouldBe((ReportState.Submitted, "本月停工检修，没有新增", 1));
        var desk = await office.DoAsync((WaitingLines lines) => lines.OfAsync([report], Stop));
        desk[0].Findings.ShouldHaveSingleItem().Message.Chinese.ShouldContain("原因：本月停工检修，没有新增");
    }

    [Fact]
    public void One_empty_number_is_asked_about_and_steps_are_not_asked_every_month()
    {
        BlankReport.Find([Line(1), Line(2), Line(null, IndicatorKind.Milestone), Line(null, IndicatorKind.Policy), Line(null, IndicatorKind.Open)]).ShouldBeNull();
        BlankReport.Find([Line(null, IndicatorKind.Milestone)]).ShouldBeNull();
        BlankReport.Find([Line(1), Line(1), Line(null)]).ShouldNotBeNull().Message.English.ShouldStartWith("Only 2 of 3");
        BlankReport.Find([.. Enumerable.Repeat(Line(null), 12)]).ShouldNotBeNull().Message.Chinese.ShouldContain("等12个");
    }

    private static ReportedLine Line(decimal? value, IndicatorKind kind = IndicatorKind.Quantity) => new() { Indicator = Guid.NewGuid(), Name = "改造小区", Kind = kind, Value = value };

    private static async Task<Kernel.Outcomes.Outcome<SavedReport>> SendAsync(Office office, string? reason, bool submit, int seen = 0)
    {
        var indicators = await office.IndicatorsAsync();
        var typed = new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = seen, Lines = [.. indicators.Select(i => new TypedLine(i.Id, ""))], BlankReason = reason, Submit = submit };
        return await office.DoAsync((SaveReport save) => save.RunAsync(typed, office.Clerk, Stop));
    }
}
