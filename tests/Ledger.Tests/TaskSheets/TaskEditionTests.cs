using Luoshi.Ledger.Items;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.TaskSheets;

/// <summary>What is published stays as it was published.</summary>
public sealed class TaskEditionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_published_sheet_does_not_follow_later_changes_until_it_is_published_again(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await ContactAsync(office, "联系电话0000");
        (await PublishAsync(office)).Value.ShouldBe(1);
        (await PublishAsync(office)).Refusal.ShouldBe(PublishTasks.Published);

        await RenameAsync(office, "城镇老旧小区改造");
        var first = (await FindAsync(office)).ShouldNotBeNull();
        PrintedTasks.FromJson(first.Tasks).Items.Single().Name.ShouldBe("老旧小区改造");
        PrintedTasks.FromJson(first.Tasks).Items.Single().Contact.ShouldBeNull();
        PrintedTasks.FromJson(first.Tasks).Items.Single().Goals[0].Text.ShouldBe("老旧小区改造开工 200个以上（计划216个）");
        SheetReader.Read(first.Workbook, "分解表.xlsx").Value[1].ShouldContain("老旧小区改造");

        (await PublishAsync(office)).Value.ShouldBe(2);
        PrintedTasks.FromJson((await FindAsync(office))!.Tasks).Items.Single().Name.ShouldBe("城镇老旧小区改造");
        PrintedTasks.FromJson((await FindAsync(office, 1))!.Tasks).Items.Single().Name.ShouldBe("老旧小区改造", "the first edition is as it was");
        (await office.DoAsync((PublishTasks publish) => publish.RunAsync(office.List, office.Leader, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
    }

    [Theory, DatabaseData]
    public async Task What_is_public_is_withdrawn_with_a_reason_and_the_next_edition_has_the_next_number(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await PublishAsync(office)).Value.ShouldBe(1);

        (await WithdrawAsync(office, 1, " ")).Refusal!.Where.ShouldBe("reason");
        (await WithdrawAsync(office, 2, "数字有误")).Refusal.ShouldBe(WithdrawTasks.NotPublic);
        (await WithdrawAsync(office, 1, "数字有误")).Refusal.ShouldBeNull();
        (await WithdrawAsync(office, 1, "数字有误")).Refusal.ShouldBe(WithdrawTasks.NotPublic);

        var gone = (await FindAsync(office)).ShouldNotBeNull();
        (gone.WithdrawnAt, gone.WithdrawnReason, gone.WithdrawnByPost).ShouldBe((gone.WithdrawnAt.ShouldNotBeNull(), "数字有误", office.Officer.Actor.PostId));
        (await PublishAsync(office)).Value.ShouldBe(2, "the same text may be published again after it was withdrawn");
        var told = await office.DoAsync((JournalHistory journal) => journal.OfAsync([gone.Id], cancellation: Stop));
        told.Select(t => t.ProcessCode).ShouldBe(["ledger.withdraw_tasks", "ledger.publish_tasks"]);
        told[0].Purpose.ShouldBe("数字有误");
        told[1].Values.ShouldContain(v => v.Property == "Hash");
    }

    [Theory, DatabaseData]
    public async Task An_earlier_edition_is_withdrawn_too_and_the_one_that_holds_stays(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await PublishAsync(office)).Value.ShouldBe(1);
        await RenameAsync(office, "城镇老旧小区改造");
        (await PublishAsync(office)).Value.ShouldBe(2);

        (await WithdrawAsync(office, 1, "写了个人姓名")).Refusal.ShouldBeNull();
        (await FindAsync(office, 1)).ShouldNotBeNull().WithdrawnReason.ShouldBe("写了个人姓名");
        (await FindAsync(office)).ShouldNotBeNull().WithdrawnAt.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_stored_file_that_was_changed_behind_the_program_is_found(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await PublishAsync(office)).Value.ShouldBe(1);
        (await FaultsAsync(office)).ShouldBeEmpty();

        await HandAsync(office, "UPDATE ledger_task_editions SET workbook = document");
        (await FaultsAsync(office)).ShouldHaveSingleItem().ShouldBe(JournalFaultKind.Content);
        await HandAsync(office, "UPDATE ledger_task_editions SET document = workbook || workbook");
        (await FaultsAsync(office)).ShouldBe([JournalFaultKind.Content, JournalFaultKind.Content]);
        await HandAsync(office, "UPDATE ledger_task_editions SET tasks = replace(tasks, '200', '100')");
        (await FaultsAsync(office)).Count.ShouldBe(3);
        await HandAsync(office, kind == DatabaseKind.Postgres ? "UPDATE ledger_task_editions SET id = gen_random_uuid()" : "UPDATE ledger_task_editions SET id = '019AAAAA-0000-7000-8000-000000000001'");
        (await FaultsAsync(office)).ShouldBe([JournalFaultKind.Inserted, JournalFaultKind.Missing]);
    }

    private static async Task<List<JournalFaultKind>> FaultsAsync(Office office) =>
        [.. (await office.DoAsync((JournalVerifier verifier) => verifier.VerifyAsync(cancellation: Stop))).Faults.Select(f => f.Kind)];

    private static async Task HandAsync(Office office, string sql)
    {
        await using var db = office.Database.Open();
        (await db.Database.ExecuteSqlRawAsync(sql, Stop)).ShouldBe(1);
    }

    private static Task<Kernel.Outcomes.Outcome<int>> PublishAsync(Office office) => office.DoAsync((PublishTasks publish) => publish.RunAsync(office.List, office.Officer, Stop));

    private static Task<Kernel.Outcomes.Outcome<int>> WithdrawAsync(Office office, int number, string reason) => office.DoAsync((WithdrawTasks withdraw) => withdraw.RunAsync(office.List, number, reason, office.Officer, Stop));

    private static Task<TaskEdition?> FindAsync(Office office, int? number = null) => office.DoAsync((TaskEditions editions) => editions.FindAsync(office.List, number, Stop));

    private static Task ContactAsync(Office office, string contact) => ChangeAsync(office, item => item.Contact = contact);

    private static Task RenameAsync(Office office, string name) => ChangeAsync(office, item => item.Name = name);

    private static async Task ChangeAsync(Office office, Action<Item> change)
    {
        await using var db = LedgerDatabase.Open(office.Database);
        change(await db.Set<Item>().SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }
}
