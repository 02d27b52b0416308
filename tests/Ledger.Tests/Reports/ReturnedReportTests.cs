using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Reports;

/// <summary>A report that comes back says so to whoever has to act, and asks for nothing any more once it was handed in again.</summary>
public sealed class ReturnedReportTests
{
    private static readonly Actor Maker = Actor.System("test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_reporter_is_told_why_and_the_reason_ends_with_the_next_submission(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var person = (await office.DoAsync((PostRegister posts) => posts.AddPersonAsync("填报员", phone: null, email: null, Maker, Stop))).Value;
        await SubmitAsync(office, person);
        (await office.MoveAsync(ReportAction.Return, office.Leader, "分区数字与总数对不上")).Refusal.ShouldBeNull();

        var notice = (await office.DoAsync((NoticeBoard board) => board.OfAsync(person, cancellation: Stop))).ShouldHaveSingleItem();
        notice.Text.Chinese.ShouldBe("2025年6月月报被退回：分区数字与总数对不上");
        notice.Link.ShouldBe($"/ledger/reports/{office.Unit}/2025-06");
        var returned = await office.LatestAsync();
        (returned.IsReturned, returned.Reason).ShouldBe((true, "分区数字与总数对不上"));

        await SubmitAsync(office, person, returned.RowVersion);
        var again = await office.LatestAsync();
        (again.State, again.IsReturned, again.Reason).ShouldBe((ReportState.Submitted, false, null));
    }

    [Theory, DatabaseData]
    public async Task A_correction_gives_a_reason_too_and_is_no_returned_report(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "漏报一处")).Refusal.ShouldBeNull();

        var correction = await office.LatestAsync();
        (correction.Version, correction.Reason, correction.IsReturned).ShouldBe((2, "漏报一处", false));
    }

    private static async Task SubmitAsync(Office office, Guid person, int seen = 0)
    {
        var indicators = await office.IndicatorsAsync();
        (await office.DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = seen, Lines = [new TypedLine(indicators[0].Id, "150", null), new TypedLine(indicators[1].Id, "90", null)], Submit = true },
            office.Clerk with { Person = person }))).Refusal.ShouldBeNull();
    }
}
