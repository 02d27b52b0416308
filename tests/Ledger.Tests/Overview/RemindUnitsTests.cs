using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Overview;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Overview;

public sealed class RemindUnitsTests
{
    private static readonly DateOnly Since = new(2020, 1, 1);
    private static readonly Actor Maker = Actor.System("test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_reporters_of_a_late_unit_are_told_once_a_day_and_it_is_kept(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");
        var clerk = await PersonAsync(office, unit, Role.Reporter);
        var bystander = await PersonAsync(office, unit, Role.Auditor);
        var empty = await UnitAsync(office, "市体育局");

        var first = await RemindAsync(office, office.Officer, "本周五前报来", unit, empty);

        first.Single(r => r.Unit == unit).ShouldBe(new Reminded(unit, 1, Refusal: null));
        first.Single(r => r.Unit == empty).Refusal.ShouldBe(ReminderRefusals.Nobody);
        var notice = (await NoticesAsync(office, clerk)).ShouldHaveSingleItem();
        notice.Text.Chinese.ShouldBe("督查室催办：请上报6月进展：本周五前报来");
        notice.Link.ShouldBe($"/ledger/reports/{unit}/2025-06");
        (await NoticesAsync(office, bystander)).ShouldBeEmpty();
        await using var db = office.Database.Open();
        var kept = await db.Set<Reminder>().SingleAsync(Stop);
        (kept.UnitId, kept.About, kept.People, kept.ByPost).ShouldBe((unit, ReminderAbout.Report, 1, office.Officer.Actor.PostId));
        var history = (await office.DoAsync((JournalHistory journal) => journal.OfAsync([kept.Id], cancellation: Stop))).ShouldHaveSingleItem();
        (history.ProcessCode, history.Purpose).ShouldBe(("ledger.remind", "本周五前报来"));

        (await RemindAsync(office, office.Officer, "本周五前报来", unit)).Single().Refusal.ShouldBe(ReminderRefusals.Today);
        (await NoticesAsync(office, clerk)).Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_unit_that_has_reported_is_left_in_peace_and_nobody_but_the_office_reminds(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("100")).Refusal.ShouldBeNull();

        (await RemindAsync(office, office.Officer, "", office.Unit)).Single().Refusal.ShouldBe(ReminderRefusals.Reported);

        var order = new ReminderOrder { Month = Office.June, About = ReminderAbout.Report, Units = [new(office.Unit, [])] };
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(order, office.Leader, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        await using var db = office.Database.Open();
        (await db.Set<Reminder>().AnyAsync(Stop)).ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task A_unit_that_corrects_its_report_cannot_be_ticked_nor_reminded(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("100");
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "位数有误")).Refusal.ShouldBeNull();

        var standing = (await office.DoAsync((UnitStandings standings) => standings.OfAsync(Office.June, Stop))).Single(u => u.Unit == office.Unit);

        standing.Standing.ShouldBe(ReportStanding.Correcting);
        UnitsViews.BlockedOf(standing, people: 2, parent: true).ShouldBe(OverviewTexts.CorrectingHasReported);
        (await RemindAsync(office, office.Officer, "", office.Unit)).Single().Refusal.ShouldBe(ReminderRefusals.Reported);
        var steps = await office.DoAsync((ListStepViews views) => views.OfAsync(office.List, 1, 2, Office.June, [], Stop));
        (steps.NotReported, steps.Correcting).ShouldBe((0, 1));
        StepTexts.Units(steps).Chinese.ShouldBe("1 个单位，1 个在更正");
    }

    [Theory, DatabaseData]
    public async Task A_unit_without_roles_is_told_through_whoever_holds_a_post_in_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");
        var holder = await PersonAsync(office, unit, role: null);

        var order = new ReminderOrder { Month = Office.June, About = ReminderAbout.Progress, Units = [new(unit, ["停车便利", "口袋公园建设", "停车便利"])] };
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(order, office.Officer, Stop))).Value.Single().People.ShouldBe(1);

        (await NoticesAsync(office, holder)).Single().Text.Chinese.ShouldBe("督查室催办：请加快推进停车便利、口袋公园建设");
    }

    [Theory, DatabaseData]
    public async Task A_unit_nobody_works_in_is_told_through_the_one_above(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var district = await UnitAsync(office, "云栖区人民政府");
        var above = await PersonAsync(office, district, Role.Approver);
        var empty = await UnitAsync(office, "云栖区体育局");

        var order = new ReminderOrder { Month = Office.June, About = ReminderAbout.Report, Units = [new(empty, []) { Through = district }] };
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(order, office.Officer, Stop))).Value.Single().ShouldBe(new Reminded(empty, 1, Refusal: null));

        (await NoticesAsync(office, above)).Single().Text.Chinese.ShouldBe("督查室催办：请督促云栖区体育局上报6月进展");
    }

    private static async Task<IReadOnlyList<Reminded>> RemindAsync(Office office, Acting.ActingPerson who, string word, params Guid[] units) =>
        (await office.DoAsync((RemindUnits remind) => remind.RunAsync(
            new ReminderOrder { Month = Period.OfMonth(2025, 6), About = ReminderAbout.Report, Word = word, Units = [.. units.Select(u => new UnitToRemind(u, []))] }, who, Stop))).Value;

    private static Task<IReadOnlyList<NoticeView>> NoticesAsync(Office office, Guid person) => office.DoAsync((NoticeBoard board) => board.OfAsync(person, cancellation: Stop));

    private static async Task<Guid> UnitAsync(Office office, string name) =>
        (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, From = Since }, Maker, cancellation: Stop))).Value;

    private static async Task<Guid> PersonAsync(Office office, Guid unit, Role? role)
    {
        var post = (await office.DoAsync((PostRegister posts) => posts.AddAsync(unit, $"岗位{role}", Since, Maker, Stop))).Value;
        var person = (await office.DoAsync((PostRegister posts) => posts.AddPersonAsync($"示例{role}", phone: null, email: null, Maker, Stop))).Value;
        (await office.DoAsync((PostRegister posts) => posts.AppointAsync(post, person, Since, until: null, Maker, cancellation: Stop))).Refusal.ShouldBeNull();
        if (role is { } granted)
            (await office.DoAsync((RoleBindings roles) => roles.BindAsync(post, granted, unit, Since, Maker, Stop))).Refusal.ShouldBeNull();
        return person;
    }
}
