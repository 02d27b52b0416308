using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class ReportHandlersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task An_accepted_report_becomes_the_ledgers_figures(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        await office.AcceptedAsync("196", "40");

        await using var db = office.Database.Open();
        var figures = await db.Set<AcceptedFigure>().OrderBy(f => f.Value).Select(f => f.Value).ToListAsync(Stop);
        figures.ShouldBe([40, 196]);
        (await office.LatestAsync()).State.ShouldBe(ReportState.Accepted);
    }

    [Theory, DatabaseData]
    public async Task Nothing_counts_before_the_office_has_accepted_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("196")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<AcceptedFigure>().CountAsync(Stop)).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task A_draft_keeps_what_was_typed_even_when_it_cannot_be_true(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var saved = await office.ReportAsync("30", "41", submit: false);

        var order = saved.Value.Findings.Single(f => f.Code == "report.stage_order").Message.Chinese;
        order.ShouldContain("老旧小区改造开工");
        order.ShouldContain("老旧小区改造完工", customMessage: "both stages are told by their own names");
        var sheet = await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));
        sheet.Lines.Select(l => l.Value).ShouldBe([30, 41]);
        sheet.Items[0].Note!.NextStep.ShouldBe("加快管网改造");
        (await office.ReportAsync("30", "41", seen: saved.Value.RowVersion)).Refusal.ShouldNotBeNull().Code.ShouldBe("report.impossible");
    }

    [Theory, DatabaseData]
    public async Task A_warning_asks_for_a_reason_and_takes_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", period: Luoshi.Kernel.Time.Period.OfMonth(2025, 5));

        var refused = await office.ReportAsync("190");
        var taken = await office.ReportAsync("190", reason: "核减重复统计6个");

        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("report.reason_needed");
        taken.Refusal.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_number_ten_times_too_large_is_asked_about_and_stands_out_to_who_signs(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        (await office.ReportAsync("1080", "40")).Refusal.ShouldNotBeNull().Chinese.ShouldContain("是全年计划216个的5倍，是本月应完成数108个的10倍");
        (await office.ReportAsync("1080", "40", reason: "含往年结转")).Refusal.ShouldBeNull();

        var report = await office.LatestAsync();
        var line = (await office.DoAsync((WaitingLines lines) => lines.OfAsync([report], Stop))).ShouldHaveSingleItem();
        line.Findings.ShouldHaveSingleItem().Code.ShouldBe("report.leap");
        line.IsPlain.ShouldBeFalse();
        report.Noticed.ShouldBeGreaterThan(100, "an outlier comes before any number of small things");
    }

    [Theory, DatabaseData]
    public async Task The_second_of_two_writers_is_told_and_the_first_ones_words_stay(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("180", submit: false)).Refusal.ShouldBeNull();

        (await office.ReportAsync("170", submit: false, seen: 0)).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.conflict");

        var sheet = await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));
        sheet.Lines.First().Value.ShouldBe(180);
    }

    [Theory, DatabaseData]
    public async Task Two_saves_of_the_same_version_are_never_both_taken_when_only_a_number_changed(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var first = await office.ReportAsync("180", submit: false);

        (await office.ReportAsync("181", submit: false, seen: first.Value.RowVersion)).Refusal.ShouldBeNull();
        (await office.ReportAsync("182", submit: false, seen: first.Value.RowVersion)).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.conflict");
    }

    [Theory, DatabaseData]
    public async Task The_reporter_cannot_approve_and_the_leader_cannot_accept(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("196")).Refusal.ShouldBeNull();

        (await office.MoveAsync(ReportAction.Approve, office.Leader with { Person = office.Clerk.Person })).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.own_report");
        (await office.MoveAsync(ReportAction.Approve, office.Leader with { Unit = Guid.NewGuid() })).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.not_allowed");
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer with { Person = office.Leader.Person })).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.own_signature");
    }

    [Theory, DatabaseData]
    public async Task Another_units_page_cannot_be_filled_in(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var outcome = await office.DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = 0 },
            LedgerDatabase.Somebody(Hand.Reporter, Guid.NewGuid())));

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.not_allowed");
    }

    [Theory, DatabaseData]
    public async Task A_correction_after_locking_is_a_new_version_and_the_old_one_stays_as_it_was(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        var locked = await office.LatestAsync();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "重复统计")).Refusal.ShouldBeNull();

        var open = await office.LatestAsync();
        (await office.ReportAsync("190", "40", seen: open.RowVersion)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        open.Version.ShouldBe(2);
        (await db.Set<ReportLine>().Where(l => l.ReportId == locked.Id && l.Value == 196).CountAsync(Stop)).ShouldBe(1);
        (await db.Set<AcceptedFigure>().Where(f => f.Value == 190).CountAsync(Stop)).ShouldBe(1);
        (await db.Set<UnitReport>().Where(r => r.Id == locked.Id).Select(r => r.State).SingleAsync(Stop)).ShouldBe(ReportState.Locked);
    }

    [Theory, DatabaseData]
    public async Task A_correction_that_is_sent_back_gives_the_ledger_its_locked_figures_again(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "重复统计")).Refusal.ShouldBeNull();
        (await office.ReportAsync("190", "40", seen: (await office.LatestAsync()).RowVersion)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        (await office.MoveAsync(ReportAction.Return, office.Officer, "依据不足")).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        (await db.Set<AcceptedFigure>().MaxAsync(f => f.Value, Stop)).ShouldBe(196);
    }

    [Theory, DatabaseData]
    public async Task Last_months_accepted_number_stands_beside_the_field(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", "30", Luoshi.Kernel.Time.Period.OfMonth(2025, 5));

        var sheet = await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));

        sheet.Lines.Select(l => l.Previous).ShouldBe([150, 30]);
        sheet.Lines.First().Plan.ShouldBe(216);
        sheet.Fields.ShouldBe(3);
    }
}
