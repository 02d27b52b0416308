using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Reading;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.TaskSheets;

public sealed class TaskSheetTests
{
    private static readonly ActingPerson Officer = LedgerDatabase.Somebody(Hand.Office, Guid.NewGuid());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_header_that_is_written_is_read_as_what_it_means() =>
        ColumnNames.Guess(TaskWorkbook.Headers).ShouldBe(TaskWorkbook.Fields);

    [Theory, DatabaseData]
    public async Task The_sheet_that_is_written_is_imported_back_to_the_same(DatabaseKind kind)
    {
        await using var city = await LedgerDatabase.CreateAsync(kind);
        await DemoLedger.FillAsync(city.Services, Stop);
        var list = await ListAsync(city);
        await EnrichAsync(city, list);
        var written = await WriteAsync(city, list);

        var again = await ImportAsync(city, written);

        Rows(await WriteAsync(city, again)).ShouldBe(Rows(written));
        Rows(written).Length.ShouldBeGreaterThan(60);
    }

    [Theory, DatabaseData]
    public async Task An_import_finds_the_lead_officials_post_and_tells_each_unit_once(DatabaseKind kind)
    {
        await using var city = await LedgerDatabase.CreateAsync(kind);
        await DemoLedger.FillAsync(city.Services, Stop);
        var written = await WriteAsync(city, await ListAsync(city));
        var before = await NoticesAsync(city);

        var again = await ImportAsync(city, written);

        await using var db = city.Open();
        var people = (await NoticesAsync(city)).Except(before, StringComparer.Ordinal).ToArray();
        people.ShouldContain(text => text.Contains("请签收《再来一次》", StringComparison.Ordinal));
        people.Length.ShouldBe(people.Distinct(StringComparer.Ordinal).Count());
        (await db.Set<Item>().Where(i => i.ListId == again && i.LeadPostId != null).CountAsync(Stop)).ShouldBe(await db.Set<Item>().CountAsync(i => i.ListId == again && i.LeadOfficial != null, Stop));
        (await db.Set<Item>().CountAsync(i => i.ListId == again && i.LeadPostId != null, Stop)).ShouldBeGreaterThan(0);
    }

    [Theory, DatabaseData]
    public async Task Same_named_units_are_chosen_between_and_not_guessed(DatabaseKind kind)
    {
        await using var city = await LedgerDatabase.CreateAsync(kind);
        var (one, other) = (await UnitAsync(city, "教育局", await UnitAsync(city, "云栖区")), await UnitAsync(city, "教育局", await UnitAsync(city, "望潮区")));
        var proposal = new Proposal([new ProposedCommitment(1, "教育", null, [new ProposedItem { Number = 1, Name = "学校食堂", Units = [("教育局", UnitRole.Lead), ("查无此局", UnitRole.Supporting)] }])]);
        await using var scope = city.Scope();

        var found = await scope.ServiceProvider.GetRequiredService<PrintedNames>().FindAsync(proposal, Stop);

        found.Units[0].Candidates.Select(c => c.Label).ShouldBe(["教育局（云栖区）", "教育局（望潮区）"], ignoreOrder: true);
        found.UnitsBy(new Dictionary<string, Guid>()).ShouldBeEmpty();
        found.UnitsBy(new Dictionary<string, Guid> { ["教育局"] = other, ["查无此局"] = Guid.NewGuid() }).ShouldBe(new Dictionary<string, Guid> { ["教育局"] = other });
        one.ShouldNotBe(other);
    }

    [Theory, DatabaseData]
    public async Task A_line_is_edited_by_hand_over_the_version_that_was_seen(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var indicator = (await office.IndicatorsAsync())[0];
        var edit = new TaskEdit
        {
            ItemId = indicator.ItemId,
            SeenVersion = await VersionAsync(office),
            Location = "全市",
            Place = new MapPlace(36.09m, 120.37m),
            Funds = [new TaskFund(FundSources.Higher, 3_000_000, 2_000_000, 1_000_000), new TaskFund(FundSources.City, 0, 0, 0)],
            Plan = [new TaskPlan(indicator.Id, 3, 60, "完成招标"), new TaskPlan(indicator.Id, 6, null, " ")],
        };

        (await EditAsync(office, edit, office.Clerk)).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await EditAsync(office, edit with { Funds = [new TaskFund(FundSources.City, 10, 5, 6)] })).Refusal.ShouldNotBeNull().Code.ShouldBe("task.paid_over_arrived");
        (await EditAsync(office, edit)).Refusal.ShouldBeNull();
        (await EditAsync(office, edit)).Refusal.ShouldBe(LedgerRefusals.Conflict);

        var task = (await office.DoAsync((TaskSheetBook book) => book.OfAsync(office.List, Stop)))!.Items[0];
        task.Place.ShouldBe(edit.Place);
        task.Funds.ShouldHaveSingleItem().Arrived.ShouldBe(2_000_000);
        task.Indicators[0].Plan.ShouldHaveSingleItem().Words.ShouldBe("完成招标");
        (await EditAsync(office, edit with { SeenVersion = await VersionAsync(office), Funds = [new TaskFund(FundSources.Higher, 0, 0, 0)], Plan = [new TaskPlan(indicator.Id, 3, null, null)] })).Refusal.ShouldBeNull();
        (await office.DoAsync((TaskSheetBook book) => book.OfAsync(office.List, Stop)))!.Items[0].Funds.ShouldBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task Once_a_number_was_accepted_the_sheet_changes_a_plan_by_decision_only(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var indicator = (await office.IndicatorsAsync())[0];
        var edit = new TaskEdit { ItemId = indicator.ItemId, SeenVersion = await VersionAsync(office), Plan = [new TaskPlan(indicator.Id, 3, 60, null), new TaskPlan(indicator.Id, 6, 150, "全面铺开")] };
        (await EditAsync(office, edit)).Refusal.ShouldBeNull();
        await office.AcceptedAsync("120");
        edit = edit with { SeenVersion = await VersionAsync(office) };

        (await EditAsync(office, edit with { Plan = [new TaskPlan(indicator.Id, 3, 60, null), new TaskPlan(indicator.Id, 6, 110, "全面铺开")] })).Refusal.ShouldBe(LedgerRefusals.NeedsDecision);
        (await EditAsync(office, edit with { Plan = [new TaskPlan(indicator.Id, 3, 60, null), new TaskPlan(indicator.Id, 6, 50, "全面铺开")] })).Refusal.ShouldNotBeNull().Code.ShouldBe("plan.falls");
        (await EditAsync(office, edit with { Location = "全市" })).Refusal.ShouldBeNull("what is no plan needs no decision");
    }

    [Theory, DatabaseData]
    public async Task A_plan_set_on_the_items_page_is_not_overwritten_unseen_by_the_sheet_nor_the_other_way(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var indicator = (await office.IndicatorsAsync())[0];
        var edit = new TaskEdit { ItemId = indicator.ItemId, SeenVersion = await VersionAsync(office), Plan = [new TaskPlan(indicator.Id, 6, 90, null)] };
        var plan = new WantedPlan { IndicatorId = indicator.Id, SeenVersion = indicator.RowVersion, Amounts = new Dictionary<int, decimal> { [6] = 150 } };

        (await office.DoAsync((SetPlan set) => set.RunAsync(plan, office.Officer, Stop))).Refusal.ShouldBeNull();
        (await EditAsync(office, edit)).Refusal.ShouldBe(LedgerRefusals.Conflict);

        var seen = (await office.IndicatorsAsync())[0].RowVersion;
        (await EditAsync(office, edit with { SeenVersion = await VersionAsync(office) })).Refusal.ShouldBeNull();
        (await office.DoAsync((SetPlan set) => set.RunAsync(plan with { SeenVersion = seen }, office.Officer, Stop))).Refusal.ShouldBe(LedgerRefusals.Conflict);
    }

    [Theory, DatabaseData]
    public async Task The_word_document_reads_back_with_every_item_and_the_public_sheet_names_nobody_to_call(DatabaseKind kind)
    {
        await using var city = await LedgerDatabase.CreateAsync(kind);
        await DemoLedger.FillAsync(city.Services, Stop);
        var list = await ListAsync(city);
        await EnrichAsync(city, list);
        await using var scope = city.Scope();
        var sheet = (await scope.ServiceProvider.GetRequiredService<TaskSheetBook>().OfAsync(list, Stop))!;

        var text = LuoshiReader.Read(TaskSheetDocument.Make(sheet), "分解表.docx").Value.Document.Text;

        foreach (var task in sheet.Items)
            text.ShouldContain(task.Item.Name);
        text.ShouldContain("一季度60个");
        SheetReader.Read(TaskWorkbook.Write(sheet, open: true), "分解表.xlsx").Value[0].ShouldNotContain("联系人");
    }

    /// <summary>Everything a sheet can say, somewhere in the list.</summary>
    private static async Task EnrichAsync(TestDatabase city, Guid list)
    {
        await using var db = LedgerDatabase.Open(city);
        var items = await db.Set<Item>().Where(i => i.ListId == list).OrderBy(i => i.Number).ToListAsync(Stop);
        var item = items[4];
        (item.Content, item.Location, item.Contact, item.PolicyBasis, item.PublicSummary) = ("改造小区，\"含\"管网|配套", "全市四个区县", "联系电话0000", "海政发〔2026〕1号", "=一句话");
        (item.Latitude, item.Longitude, item.YearInvestment) = (36.09167m, 120.375m, 12_345_678);
        db.Add(new ItemFund { ItemId = item.Id, Source = FundSources.Higher, Planned = 30_000_000, Arrived = 10_000_000.5m, Paid = 1 });
        var started = await db.Set<Indicator>().FirstAsync(i => i.ItemId == item.Id && i.PartOfId == null, Stop);
        (started.Baseline, started.Counting) = (12, Counting.InPeriod);
        // The city's own plan for it is in words alone, and its money in round sums.
        db.RemoveRange(await db.Set<PlanEntry>().Where(p => p.IndicatorId == started.Id).ToListAsync(Stop));
        db.RemoveRange(await db.Set<ItemFund>().Where(f => f.ItemId == item.Id && f.Source == FundSources.Higher).ToListAsync(Stop));
        await db.SaveChangesAsync(Stop);
        db.Begin(LedgerDatabase.Setup, Luoshi.Platform.Journal.Actor.System("test"));
        db.Add(new PlanEntry { IndicatorId = started.Id, Month = 3, Amount = 60, Words = "完成招标：一标段" });
        db.Add(new PlanEntry { IndicatorId = started.Id, Month = 6, Words = "全面开工" });
        db.Add(new PlanEntry { IndicatorId = started.Id, Month = 12, Amount = 132 });
        db.Add(new PlanEntry { IndicatorId = started.Id, Month = 5, Amount = 80, Words = "主体" });
        db.Add(new Target { IndicatorId = started.Id, Version = 2, Promised = 120, Bound = Bound.AtLeast, WorkingPlan = 132, Deadline = new DateOnly(2026, 5, 31), At = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc) });
        var tender = new Indicator { ItemId = item.Id, QuantityId = Guid.NewGuid(), Number = 40, Name = "招标采购", Kind = IndicatorKind.Milestone, Stage = Stage.InUse, StageWord = "招标", Unit = "", Direction = Direction.LowerIsBetter, UnitId = started.UnitId };
        db.Add(tender);
        db.Add(new Target { IndicatorId = tender.Id, Version = 1, Deadline = item.Deadline, At = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc) });
        db.Add(new IndicatorStep { IndicatorId = tender.Id, Number = 1, Name = "发布公告", Due = new DateOnly(2026, 3, 31) });
        db.Add(new IndicatorStep { IndicatorId = tender.Id, Number = 2, Name = "签订合同", Due = new DateOnly(2026, 6, 30) });
        items[^1].CommitmentId = null;
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<Guid> ImportAsync(TestDatabase city, byte[] workbook)
    {
        await using var scope = city.Scope();
        var from = scope.ServiceProvider;
        var list = (await from.GetRequiredService<OpenList>().RunAsync(new NewList { Title = "再来一次", Place = "海岳市", Year = 2026 }, Officer, Stop)).Value;
        var table = SheetTable.Read(workbook, "分解表.xlsx").Value;
        var preview = SheetProposer.Propose(table, ColumnNames.Guess(table.Headers), 2026);
        preview.Errors.ShouldBeEmpty();
        var names = await from.GetRequiredService<PrintedNames>().FindAsync(preview.Proposal, Stop);
        var none = new Dictionary<string, Guid>();
        var adopted = await from.GetRequiredService<AdoptProposal>().RunAsync(new Adoption(list, preview.Proposal, names.UnitsBy(none), LedgerProcesses.Import) { Posts = names.PostsBy(none) }, Officer, Stop);
        adopted.Value.UnknownUnits.ShouldBeEmpty();
        return list;
    }

    private static async Task<byte[]> WriteAsync(TestDatabase city, Guid list)
    {
        await using var scope = city.Scope();
        return TaskWorkbook.Write((await scope.ServiceProvider.GetRequiredService<TaskSheetBook>().OfAsync(list, Stop))!, open: false);
    }

    private static string[] Rows(byte[] workbook) => [.. SheetReader.Read(workbook, "分解表.xlsx").Value.Select(r => string.Join(" | ", r))];

    private static async Task<Guid> ListAsync(TestDatabase city)
    {
        await using var db = city.Open();
        return await db.Set<PromiseList>().Where(l => l.Year == 2026).Select(l => l.Id).FirstAsync(Stop);
    }

    private static async Task<string[]> NoticesAsync(TestDatabase city)
    {
        await using var scope = city.Scope();
        var (board, directory, seen) = (scope.ServiceProvider.GetRequiredService<NoticeBoard>(), scope.ServiceProvider.GetRequiredService<OrgDirectory>(), new List<string>());
        foreach (var post in await directory.PostsAsync(DateOnly.FromDateTime(DateTime.UtcNow), cancellation: Stop))
        {
            foreach (var notice in post.PersonId is { } person ? await board.OfAsync(person, cancellation: Stop) : [])
                seen.Add($"{post.PersonName}: {notice.Text.Chinese}");
        }

        return [.. seen];
    }

    private static async Task<Guid> UnitAsync(TestDatabase city, string name, Guid? parent = null)
    {
        await using var scope = city.Scope();
        return (await scope.ServiceProvider.GetRequiredService<UnitRegister>().AddAsync(new NewUnit { Name = name, ParentId = parent, From = new DateOnly(2020, 1, 1) }, Luoshi.Platform.Journal.Actor.System("test"), cancellation: Stop)).Value;
    }

    private static Task<Outcome<Guid>> EditAsync(Office office, TaskEdit edit, ActingPerson? who = null) => office.DoAsync((EditTask handler) => handler.RunAsync(edit, who ?? office.Officer, Stop));

    private static async Task<int> VersionAsync(Office office)
    {
        await using var db = office.Database.Open();
        return await db.Set<Item>().Select(i => i.RowVersion).FirstAsync(Stop);
    }
}
