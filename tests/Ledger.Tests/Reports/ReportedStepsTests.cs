using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reports;

/// <summary>A dated step is done because an accepted report says so, and no longer when that report is taken back or put right.</summary>
public sealed class ReportedStepsTests
{
    private static readonly DateOnly Tender = new(2025, 6, 9);
    private static readonly DateOnly Later = new(2025, 6, 12);

    private static readonly Period July = Period.OfMonth(2025, 7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_report_that_is_returned_opens_the_step_it_closed(DatabaseKind kind)
    {
        await using var office = await PlannedAsync(kind);
        await AcceptAsync(office, Tender);
        (await DoneAsync(office)).ShouldBe([Tender, null]);

        (await office.MoveAsync(ReportAction.Return, office.Officer, "招标日期不对")).Refusal.ShouldBeNull();
        (await DoneAsync(office)).ShouldBe([null, null]);

        await AcceptAsync(office, Later);
        (await DoneAsync(office)).ShouldBe([Later, null], "the same step, on the right day");
    }

    [Theory, DatabaseData]
    public async Task A_correction_moves_the_day_of_its_step_and_its_return_brings_the_former_day_back(DatabaseKind kind)
    {
        await using var office = await PlannedAsync(kind);
        await AcceptAsync(office, Tender);
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Officer, "日期有误")).Refusal.ShouldBeNull();
        await AcceptAsync(office, Later);
        (await DoneAsync(office)).ShouldBe([Later, null], "it corrects the step and closes no other");

        (await office.MoveAsync(ReportAction.Return, office.Officer, "原来的日期是对的")).Refusal.ShouldBeNull();
        (await DoneAsync(office)).ShouldBe([Tender, null]);
    }

    [Theory, DatabaseData]
    public async Task A_day_that_another_months_report_says_too_stays(DatabaseKind kind)
    {
        await using var office = await PlannedAsync(kind);
        await AcceptAsync(office, Tender);
        await AcceptAsync(office, Tender, July);
        (await DoneAsync(office)).ShouldBe([Tender, null]);

        (await office.MoveAsync(ReportAction.Return, office.Officer, "再核")).Refusal.ShouldBeNull();
        (await DoneAsync(office)).ShouldBe([Tender, null], "June still says so");
    }

    [Theory, DatabaseData]
    public async Task A_day_that_another_month_said_before_it_was_corrected_does_not_stay(DatabaseKind kind)
    {
        await using var office = await PlannedAsync(kind);
        await AcceptAsync(office, Tender);
        await CorrectAsync(office, Office.June);
        await AcceptAsync(office, done: null);
        await AcceptAsync(office, Tender, July);
        (await DoneAsync(office)).ShouldBe([Tender, null]);

        (await office.MoveAsync(ReportAction.Return, office.Officer, "再核")).Refusal.ShouldBeNull();
        (await DoneAsync(office)).ShouldBe([null, null], "June says so no longer");
    }

    [Theory, DatabaseData]
    public async Task A_correction_of_a_day_that_two_months_say_closes_no_other_step(DatabaseKind kind)
    {
        await using var office = await PlannedAsync(kind);
        await AcceptAsync(office, Tender);
        await AcceptAsync(office, Tender, July);
        await CorrectAsync(office, Office.June);
        await AcceptAsync(office, Later);
        (await DoneAsync(office)).ShouldBe([Tender, null], "July still says the former day");

        await CorrectAsync(office, July);
        await AcceptAsync(office, Later, July);
        (await DoneAsync(office)).ShouldBe([Later, null]);
    }

    private static async Task<Office> PlannedAsync(DatabaseKind kind)
    {
        var office = await Office.OpenAsync(kind);
        var indicator = (await office.IndicatorsAsync())[0];
        await using var db = LedgerDatabase.Open(office.Database);
        db.Add(new IndicatorStep { IndicatorId = indicator.Id, Number = 1, Name = "完成招标", Due = new DateOnly(2025, 6, 10) });
        db.Add(new IndicatorStep { IndicatorId = indicator.Id, Number = 2, Name = "进场施工", Due = new DateOnly(2025, 8, 10) });
        await db.SaveChangesAsync(Stop);
        return office;
    }

    private static async Task AcceptAsync(Office office, DateOnly? done, Period? period = null)
    {
        var month = period ?? Office.June;
        var lines = await office.IndicatorsAsync();
        var seen = (await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, month, Stop))).Report?.RowVersion ?? 0;
        (await office.DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport { UnitId = office.Unit, Period = month, SeenVersion = seen, Lines = [new TypedLine(lines[0].Id, "150", StepDone: done), new TypedLine(lines[1].Id, "40")], Submit = true },
            office.Clerk,
            Stop))).Refusal.ShouldBeNull();
        await MoveAsync(office, month, ReportAction.Approve, office.Leader);
        await MoveAsync(office, month, ReportAction.Accept, office.Officer);
    }

    private static async Task CorrectAsync(Office office, Period month)
    {
        await MoveAsync(office, month, ReportAction.Lock, office.Officer);
        await MoveAsync(office, month, ReportAction.Correct, office.Officer, "日期有误");
    }

    private static async Task MoveAsync(Office office, Period month, ReportAction action, ActingPerson who, string? reason = null)
    {
        var report = (await office.DoAsync((ReportSheets sheets) => sheets.LatestAsync(office.Unit, month, Stop))).ShouldNotBeNull();
        (await office.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(report.Id, action, report.RowVersion, reason), who, Stop))).Refusal.ShouldBeNull();
    }

    private static async Task<List<DateOnly?>> DoneAsync(Office office)
    {
        await using var db = office.Database.Open();
        return await db.Set<IndicatorStep>().OrderBy(s => s.Number).Select(s => s.Done).ToListAsync(Stop);
    }
}
