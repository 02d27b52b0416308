using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items;

public sealed class AssignItemTests
{
    private static readonly DateOnly Since = new(2020, 1, 1);
    private static readonly Actor Maker = Actor.System("test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_people_of_an_assigned_unit_are_told_and_one_of_them_signs(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");
        var person = await ClerkAsync(office, unit);

        (await AssignAsync(office, await WantedAsync(office, unit) with { Contact = "督查一科", Deadline = new DateOnly(2025, 10, 31) })).Refusal.ShouldBeNull();

        var notice = (await office.DoAsync((NoticeBoard board) => board.OfAsync(person, cancellation: Stop))).ShouldHaveSingleItem();
        notice.Text.Chinese.ShouldContain("老旧小区改造（牵头单位）");
        notice.Link.ShouldBe($"/ledger/units/{unit}");
        var share = await ShareAsync(office, unit);
        var clerk = LedgerDatabase.Somebody(Hand.Reporter, unit);
        (await office.DoAsync((SignForTask sign) => sign.RunAsync(share.Id, clerk, Stop))).Refusal.ShouldBeNull();
        (await ShareAsync(office, unit)).SignedByPost.ShouldBe(clerk.Actor.PostId);
        (await office.DoAsync((SignForTask sign) => sign.RunAsync(share.Id, clerk, Stop))).Refusal.ShouldBe(AssignRefusals.Signed);
        var history = await office.DoAsync((JournalHistory journal) => journal.OfAsync([share.Id], cancellation: Stop));
        history.Select(h => h.ProcessCode).ShouldBe(["ledger.sign_for", "ledger.assign"]);
    }

    [Theory, DatabaseData]
    public async Task The_new_lead_unit_reports_what_the_old_one_did(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");

        (await AssignAsync(office, await WantedAsync(office, unit))).Refusal.ShouldBeNull();

        (await office.IndicatorsAsync()).ShouldAllBe(i => i.UnitId == unit);
        await using var db = office.Database.Open();
        (await db.Set<ItemUnit>().Select(u => u.UnitId).ToListAsync(Stop)).ShouldBe([unit]);
    }

    [Theory, DatabaseData]
    public async Task A_signature_stands_until_the_units_role_changes(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (lead, other) = (await UnitAsync(office, "市城市管理局"), await UnitAsync(office, "市财政局"));
        (await AssignAsync(office, await WantedAsync(office, lead) with { Supporting = [other] })).Refusal.ShouldBeNull();
        await SignAsync(office, lead);
        await SignAsync(office, other);

        (await AssignAsync(office, await WantedAsync(office, lead) with { Responsible = [other] })).Refusal.ShouldBeNull();

        (await ShareAsync(office, lead)).SignedAt.ShouldNotBeNull();
        var moved = await ShareAsync(office, other);
        (moved.Role, moved.SignedAt).ShouldBe((UnitRole.Responsible, null));
    }

    [Theory, DatabaseData]
    public async Task A_deadline_that_was_set_moves_only_with_a_decision(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");
        (await AssignAsync(office, await WantedAsync(office, unit) with { Deadline = new DateOnly(2025, 10, 31) })).Refusal.ShouldBeNull();
        var later = await WantedAsync(office, unit) with { Deadline = new DateOnly(2025, 12, 31) };

        (await AssignAsync(office, later)).Refusal.ShouldBe(AssignRefusals.DeadlineNeedsDecision);
        (await AssignAsync(office, later with { Decision = "市政府常务会议纪要〔2025〕8号", Reason = "汛期停工" })).Refusal.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task Only_the_office_assigns_and_only_to_units_that_exist(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局");
        var wanted = await WantedAsync(office, unit);

        (await office.DoAsync((AssignItem assign) => assign.RunAsync(wanted, office.Clerk, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await AssignAsync(office, wanted with { Lead = Guid.NewGuid() })).Refusal.ShouldBe(AssignRefusals.NoUnit);
        (await AssignAsync(office, wanted with { LeadPostId = Guid.NewGuid() })).Refusal.ShouldBe(AssignRefusals.NoPost);
        (await AssignAsync(office, wanted)).Refusal.ShouldBeNull();
        (await AssignAsync(office, wanted)).Refusal.ShouldBe(LedgerRefusals.Conflict);
        var share = await ShareAsync(office, unit);
        (await office.DoAsync((SignForTask sign) => sign.RunAsync(share.Id, office.Clerk, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
    }

    [Theory, DatabaseData]
    public async Task Units_are_found_by_either_of_their_names_and_an_unknown_one_is_named(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = await UnitAsync(office, "市城市管理局", "市城管局");

        (await office.DoAsync((UnitNames names) => names.FindAsync("lead", ["市城市管理局", "市城管局"], Stop))).Value.ShouldBe([unit, unit]);
        (await office.DoAsync((UnitNames names) => names.FindAsync("lead", ["市园林局"], Stop))).Refusal.ShouldNotBeNull().Chinese.ShouldContain("市园林局");
    }

    private static async Task<Guid> UnitAsync(Office office, string name, string? shortName = null) =>
        (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, ShortName = shortName, From = Since }, Maker, cancellation: Stop))).Value;

    private static Task<Guid> ClerkAsync(Office office, Guid unit) => office.DoAsync(async (PostRegister posts) =>
    {
        var post = (await posts.AddAsync(unit, "填报员", Since, Maker, Stop)).Value;
        var person = (await posts.AddPersonAsync("示例填报员", phone: null, email: null, Maker, Stop)).Value;
        (await posts.AppointAsync(post, person, Since, until: null, Maker, cancellation: Stop)).Refusal.ShouldBeNull();
        return person;
    });

    private static async Task<Assignment> WantedAsync(Office office, Guid lead)
    {
        await using var db = office.Database.Open();
        var item = await db.Set<Item>().AsNoTracking().SingleAsync(Stop);
        return new Assignment { ItemId = item.Id, SeenVersion = item.RowVersion, Lead = lead, Deadline = item.Deadline, Contact = item.Contact };
    }

    private static Task<Outcome<Guid>> AssignAsync(Office office, Assignment wanted) => office.DoAsync((AssignItem assign) => assign.RunAsync(wanted, office.Officer, Stop));

    private static async Task<ItemUnit> ShareAsync(Office office, Guid unit)
    {
        await using var db = office.Database.Open();
        return await db.Set<ItemUnit>().AsNoTracking().SingleAsync(u => u.UnitId == unit, Stop);
    }

    private static async Task SignAsync(Office office, Guid unit)
    {
        var share = await ShareAsync(office, unit);
        (await office.DoAsync((SignForTask sign) => sign.RunAsync(share.Id, LedgerDatabase.Somebody(Hand.UnitLeader, unit), Stop))).Refusal.ShouldBeNull();
    }
}
