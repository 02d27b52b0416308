using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reports;

/// <summary>补报: what came to a unit after its report was accepted is told beside it; what was accepted stays in force and is not typed again.</summary>
public sealed class SupplementTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task New_lines_are_reported_beside_what_was_accepted(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        var lifts = await GivenAsync(office);

        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        var draft = await office.LatestAsync();
        (draft.Version, draft.Supplement, draft.State, draft.Reason).ShouldBe((2, true, ReportState.Draft, null));
        var sheet = await SheetAsync(office);
        sheet.Lines.Select(l => (l.Settled, l.Value)).ShouldBe([(true, 196m), (true, 40m), (false, null)], ignoreOrder: true);
        sheet.Fields.ShouldBe(2, "the new number and the words of its item");
        (await FiguresAsync(office)).ShouldBe([40, 196], "what was accepted stays in force");

        (await SayAsync(office, lifts, "12")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await FiguresAsync(office)).ShouldBe([40, 196]);
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        (await FiguresAsync(office)).ShouldBe([12, 40, 196]);
        await using var db = office.Database.Open();
        var first = await db.Set<UnitReport>().Where(r => r.Version == 1).Select(r => r.Id).SingleAsync(Stop);
        (await db.Set<AcceptedFigure>().Where(f => f.ReportId == first).CountAsync(Stop)).ShouldBe(2, "an accepted number goes on resting on the report it was signed in");
        var versions = await office.DoAsync(async (ReportVersions all) => await all.OfAsync(await office.DoAsync((ReportSheets sheets) => sheets.VersionsAsync(office.Unit, Office.June, Stop)), Stop));
        (versions[0].Supplement, versions[0].Changes[0].Before, versions[0].Changes[0].After).ShouldBe((true, "", "12部"));
    }

    [Theory, DatabaseData]
    public async Task Where_the_calendar_stands_still_what_comes_now_is_owed_too(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var lifts = await GivenAsync(office);
        await using var db = LedgerDatabase.Open(office.Database);
        (await db.Set<Indicator>().SingleAsync(i => i.Id == lifts.Id, Stop)).GivenAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(Stop);

        Task<IReadOnlyList<OwedUnit>> OnAsync(TimeProvider clock) => new OwedLines(db, clock).OfAsync(Office.June, cancellation: Stop);
        (await OnAsync(new StandingDay(new DateOnly(2025, 7, 3)))).Single().Unit.ShouldBe(office.Unit);
        (await OnAsync(new StandingDay(new DateOnly(2025, 8, 1)))).ShouldBeEmpty("June is asked of while July runs");
        (await OnAsync(TimeProvider.System)).ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_supplement_that_is_taken_back_leaves_the_accepted_numbers_alone(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var lifts = await GivenAsync(office);
        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        (await SayAsync(office, lifts, "12")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        (await office.MoveAsync(ReportAction.Return, office.Officer, "缺验收单")).Refusal.ShouldBeNull();

        (await FiguresAsync(office)).ShouldBe([40, 196]);
        (await office.LatestAsync()).Supplement.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task What_was_accepted_cannot_be_changed_by_a_supplement_however_it_is_sent(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var lifts = await GivenAsync(office);
        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        var started = (await office.IndicatorsAsync())[0];
        var seen = (await office.LatestAsync()).RowVersion;

        (await SaveAsync(office, new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = seen, Lines = [new TypedLine(started.Id, "190")] })).Refusal.ShouldNotBeNull().Code.ShouldBe("report.settled");
        (await SaveAsync(office, new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = seen, Files = [new HandedFile(started.Id, "新照片.jpg", [1])] })).Refusal.ShouldNotBeNull().Code.ShouldBe("report.settled");
        (await SaveAsync(office, new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = seen, Lines = [new TypedLine(started.Id, "196"), new TypedLine(lifts.Id, "3")], Notes = [new TypedNote(started.ItemId, "改过的话", null, null, null)] })).Refusal.ShouldBeNull("a sheet that brings the number as it stands is no attempt");

        var sheet = await SheetAsync(office);
        sheet.Lines.Single(l => l.Indicator.Id == started.Id).Value.ShouldBe(196);
        sheet.Items.Single(i => i.Id == started.ItemId).Note!.Progress.ShouldBe("全面铺开");
    }

    [Theory, DatabaseData]
    public async Task A_supplement_becomes_a_correction_when_an_accepted_number_proves_wrong(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var lifts = await GivenAsync(office);
        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        (await SayAsync(office, lifts, "12", submit: false)).Refusal.ShouldBeNull();

        (await office.MoveAsync(ReportAction.Correct, office.Clerk)).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.reason_needed");
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "开工数重复统计")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "再来一次")).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.not_now");

        var sheet = await SheetAsync(office);
        sheet.Lines.ShouldAllBe(l => !l.Settled);
        sheet.Lines.Select(l => l.Value).ShouldBe([196, 40, 12], ignoreOrder: true, "nothing typed is lost");
        (await office.LatestAsync()).IsReturned.ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task Where_nothing_is_lacking_there_is_nothing_to_supplement(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");

        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldNotBeNull().Code.ShouldBe("report.nothing_to_add");
        (await office.MoveAsync(ReportAction.Supplement, office.Officer)).Refusal.ShouldNotBeNull().Code.ShouldBe("approval.not_now", "the unit alone reports");
    }

    [Theory, DatabaseData]
    public async Task Of_two_who_act_at_once_on_an_accepted_report_one_is_told_to_look_again(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        await GivenAsync(office);
        var seen = (await office.LatestAsync()).RowVersion;
        (await office.MoveAsync(ReportAction.Supplement, office.Clerk, seen: seen)).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        var first = await db.Set<UnitReport>().SingleAsync(r => r.Version == 1, Stop);
        first.State.ShouldBe(ReportState.Locked, "there is one version at a time to act on");
        (await office.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(first.Id, ReportAction.Return, seen, "再核"), office.Officer))).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.conflict");
        (await office.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(first.Id, ReportAction.Supplement, first.RowVersion), office.Clerk))).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.conflict");
    }

    [Theory, DatabaseData]
    public async Task What_is_owed_is_known_until_it_is_handed_in(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await OwedAsync(office)).ShouldBeEmpty();
        (await FromAsync(office, Luoshi.Kernel.Time.Period.OfMonth(2025, 7))).ShouldBeNull("nothing of July was accepted: no indicator is looked at");
        var lifts = await GivenAsync(office);

        (await OwedAsync(office)).ShouldHaveSingleItem().Lines.ShouldBe(1);
        (await FromAsync(office, Office.June)).ShouldBe(new DateTime(2025, 6, 30, 1, 0, 0, DateTimeKind.Utc), "a year's lists imported in June are not looked through");
        (await StandingAsync(office)).ShouldBe((ReportStanding.Supplement, Hand.Reporter, 1));
        (await office.DoAsync((OwedLines owed) => owed.OfAsync(Luoshi.Kernel.Time.Period.OfMonth(2025, 4), cancellation: Stop))).ShouldBeEmpty("who is given a task in July owes no April");
        var order = new ReminderOrder { Month = Office.June, About = ReminderAbout.Report, Units = [new UnitToRemind(office.Unit, [])] };
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(order, office.Officer, Stop))).Value.ShouldHaveSingleItem().Refusal.ShouldNotBe(ReminderRefusals.Reported);

        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        (await StandingAsync(office)).ShouldBe((ReportStanding.Supplement, Hand.Reporter, 0));
        (await SayAsync(office, lifts, "12")).Refusal.ShouldBeNull();
        (await StandingAsync(office)).Standing.ShouldBe(ReportStanding.Submitted);
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(order, office.Officer, Stop))).Value.ShouldHaveSingleItem().Refusal.ShouldBe(ReminderRefusals.Reported);

        var line = (await office.DoAsync(async (WaitingLines lines) => await lines.OfAsync([await office.LatestAsync()], Stop))).ShouldHaveSingleItem();
        (line.Lines, line.Figures.ShouldHaveSingleItem().Now).ShouldBe((1, "12部"), "the desk shows what is signed");
    }

    /// <summary>Plays random hands on one unit's report while tasks keep coming; whatever happens, what was accepted changes only by an accepted correction or a return.</summary>
    [Theory, DatabaseData]
    public async Task In_random_histories_no_accepted_number_moves_without_its_own_signature(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("100", "40");
        var random = new Random(7);
        var supplements = 0;
        for (var i = 0; i < 90; i++)
        {
            var before = await ByIndicatorAsync(office);
            var latest = await office.LatestAsync();
            var (action, who) = Choose(random);
            if (random.Next(6) == 0)
                await GivenAsync(office);
            if (action is ReportAction.Save or ReportAction.Submit)
                await TypeAsync(office, random, action == ReportAction.Submit);
            else if ((await office.MoveAsync(action, who(office), "理由")).IsOk && action == ReportAction.Supplement)
                supplements++;
            await AllowedAsync(office, before, latest, action);
        }

        supplements.ShouldBeGreaterThan(2, "the walk came by what it is about");
    }

    private static (ReportAction Action, Func<Office, Luoshi.Ledger.Acting.ActingPerson> Who) Choose(Random random) => random.Next(12) switch
    {
        0 => (ReportAction.Save, o => o.Clerk),
        1 or 2 => (ReportAction.Submit, o => o.Clerk),
        3 => (ReportAction.Withdraw, o => o.Clerk),
        4 or 5 => (ReportAction.Approve, o => o.Leader),
        6 or 7 => (ReportAction.Accept, o => o.Officer),
        8 => (ReportAction.Return, o => o.Officer),
        9 => (ReportAction.Lock, o => o.Officer),
        10 => (ReportAction.Supplement, o => o.Clerk),
        _ => (ReportAction.Correct, o => o.Clerk),
    };

    private static async Task AllowedAsync(Office office, Dictionary<Guid, decimal> before, UnitReport acted, ReportAction action)
    {
        await using var db = office.Database.Open();
        var versions = await db.Set<UnitReport>().AsNoTracking().OrderBy(r => r.Version).ToListAsync(Stop);
        versions.Select(v => v.Version).ShouldBe(Enumerable.Range(1, versions.Count));
        versions.SkipLast(1).ShouldAllBe(v => v.State == ReportState.Locked);
        versions[0].Supplement.ShouldBeFalse();
        var now = await ByIndicatorAsync(office);
        var moved = before.Where(b => !now.TryGetValue(b.Key, out var value) || value != b.Value).Select(b => b.Key).ToList();
        if (moved.Count == 0)
            return;
        (action == ReportAction.Return || (action == ReportAction.Accept && !acted.Supplement)).ShouldBeTrue($"{action} of version {acted.Version} moved an accepted number");
        // A supplement that is returned takes along what it brought, and nothing that was there before it.
        if (acted.Supplement)
            (await db.Set<ReportLine>().Where(l => moved.Contains(l.IndicatorId) && l.Value != null && db.Set<UnitReport>().Any(r => r.Id == l.ReportId && r.Version < acted.Version)).CountAsync(Stop)).ShouldBe(0);
    }

    private static async Task TypeAsync(Office office, Random random, bool submit)
    {
        var (sheet, latest) = (await SheetAsync(office), await office.LatestAsync());
        // As a page sends it: only what is open there.
        var lines = sheet.Lines.Where(l => !l.Settled).Select(l => new TypedLine(l.Indicator.Id, l.Indicator.Stage == Stage.Completed ? "30" : $"{random.Next(60, 120)}", "核对过")).ToList();
        await SaveAsync(office, new TypedReport { UnitId = office.Unit, Period = Office.June, SeenVersion = latest.RowVersion, Lines = lines, Submit = submit, BlankReason = "没有" });
    }

    private static async Task<Indicator> GivenAsync(Office office)
    {
        var number = 100 + (await office.IndicatorsAsync()).Count;
        (await office.AdoptAsync(new Proposal([new ProposedCommitment(number, $"加装电梯{number}部", Source: null, [new ProposedItem
        {
            Number = number,
            Name = $"加装电梯{number}",
            Units = [("市住建局", UnitRole.Lead)],
            Indicators = [new ProposedIndicator { Name = $"加装电梯{number}", Unit = new PrintedUnit("部"), Promised = 120 }],
        }])]))).Refusal.ShouldBeNull();
        await using var db = LedgerDatabase.Open(office.Database);
        var given = await db.Set<Indicator>().SingleAsync(i => i.Name == $"加装电梯{number}", Stop);
        // June's report is accepted when July begins, and the task comes then.
        given.GivenAt = new DateTime(2025, 7, 3, 1, 0, 0, DateTimeKind.Utc);
        foreach (var report in await db.Set<UnitReport>().Where(r => r.Version == 1 && r.SubmittedAt != null).ToListAsync(Stop))
            report.SubmittedAt = new DateTime(2025, 7, 1, 1, 0, 0, DateTimeKind.Utc);
        await db.SaveChangesAsync(Stop);
        return given;
    }

    private static async Task<Outcome<SavedReport>> SayAsync(Office office, Indicator line, string value, bool submit = true) => await SaveAsync(office, new TypedReport
    {
        UnitId = office.Unit,
        Period = Office.June,
        SeenVersion = (await office.LatestAsync()).RowVersion,
        Lines = [new TypedLine(line.Id, value)],
        Notes = [new TypedNote(line.ItemId, "七月初下达，已开工", null, null, null)],
        Submit = submit,
    });

    private static Task<Outcome<SavedReport>> SaveAsync(Office office, TypedReport typed) => office.DoAsync((SaveReport save) => save.RunAsync(typed, office.Clerk, Stop));

    private static Task<ReportSheet> SheetAsync(Office office) => office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));

    private static Task<IReadOnlyList<OwedUnit>> OwedAsync(Office office) => office.DoAsync((OwedLines owed) => owed.OfAsync(Office.June, cancellation: Stop));

    private static Task<DateTime?> FromAsync(Office office, Luoshi.Kernel.Time.Period month) => office.DoAsync((OwedLines owed) => owed.FromAsync(month, cancellation: Stop));

    private static async Task<(ReportStanding Standing, Hand? Holder, int Owed)> StandingAsync(Office office)
    {
        var unit = (await office.DoAsync((UnitStandings standings) => standings.OfAsync(Office.June, Stop))).Single(u => u.Unit == office.Unit);
        return (unit.Standing, unit.Holder, unit.Owed);
    }

    private static async Task<List<decimal>> FiguresAsync(Office office) => [.. (await ByIndicatorAsync(office)).Values.Order()];

    private static async Task<Dictionary<Guid, decimal>> ByIndicatorAsync(Office office)
    {
        await using var db = office.Database.Open();
        return await db.Set<AcceptedFigure>().AsNoTracking().ToDictionaryAsync(f => f.IndicatorId, f => f.Value, Stop);
    }
}
