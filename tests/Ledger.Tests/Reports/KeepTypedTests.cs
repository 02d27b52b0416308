using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class KeepTypedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task What_was_typed_is_kept_as_it_is_and_gone_once_it_is_saved(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await KeepAsync(office, "1");
        await KeepAsync(office, "19六");

        (await KeptAsync(office)).ShouldNotBeNull().Fields["v-x"].ShouldBe("19六");

        (await office.ReportAsync("196", submit: false)).Refusal.ShouldBeNull();
        (await KeptAsync(office)).ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_refused_save_leaves_it_where_it_is(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("180", submit: false)).Refusal.ShouldBeNull();
        await KeepAsync(office, "170");

        (await office.ReportAsync("170", submit: false, seen: 0)).Refusal.ShouldBe(LedgerRefusals.Conflict);

        (await KeptAsync(office)).ShouldNotBeNull().Fields["v-x"].ShouldBe("170");
    }

    [Theory, DatabaseData]
    public async Task It_belongs_to_one_person_and_another_units_reporter_keeps_nothing(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await KeepAsync(office, "196");

        (await office.DoAsync((KeepTyped keep) => keep.OfAsync(Guid.NewGuid(), office.Unit, Office.June, Stop))).ShouldBeNull();
        var stranger = LedgerDatabase.Somebody(Hand.Reporter, Guid.NewGuid());
        (await office.DoAsync((KeepTyped keep) => keep.RunAsync(office.Unit, Office.June, 0, new Dictionary<string, string>(), stranger, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
    }

    [Theory, DatabaseData]
    public async Task Nothing_is_kept_beside_a_report_that_was_handed_on(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("196")).Refusal.ShouldBeNull();

        var outcome = await office.DoAsync((KeepTyped keep) => keep.RunAsync(office.Unit, Office.June, 1, new Dictionary<string, string> { ["v-x"] = "1" }, office.Clerk, Stop));

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("approval.not_now");
    }

    [Theory, DatabaseData]
    public async Task Each_field_two_people_changed_waits_for_a_choice_and_the_rest_follows_who_changed_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var first = await office.ReportAsync("100", "10", submit: false);
        var ids = (await office.IndicatorsAsync()).Select(i => i.Id).ToArray();
        var opened = ReportFields.Unpack(ReportFields.Pack(ReportFields.Of(await SheetAsync(office))));
        (await office.ReportAsync("180", "10", submit: false, seen: first.Value.RowVersion)).Refusal.ShouldBeNull();

        var mine = new Dictionary<string, string>(StringComparer.Ordinal) { [$"v-{ids[0]}"] = "100个", [$"v-{ids[1]}"] = "20" };
        var sheet = await SheetAsync(office);
        var found = FieldConflict.Find(sheet, name => mine.TryGetValue(name, out var typed) ? typed : ReportFields.Of(sheet).First(f => f.Name == name).Stored, opened);

        found.Keys.ShouldBe([$"v-{ids[0]}", $"v-{ids[1]}"]);
        found[$"v-{ids[0]}"].Kept.ShouldBe(Kept.Saved, "100个 is the 100 it was opened with");
        found[$"v-{ids[1]}"].Kept.ShouldBe(Kept.Typed);
        mine[$"v-{ids[0]}"] = "170";
        FieldConflict.Find(sheet, name => mine.GetValueOrDefault(name, ""), opened)[$"v-{ids[0]}"].Kept.ShouldBe(Kept.Unchosen);
    }

    [Theory, DatabaseData]
    public async Task What_was_typed_and_not_chosen_stays_in_the_history(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var first = await office.ReportAsync("180", "10", submit: false);
        var id = (await office.IndicatorsAsync())[0].Id;
        var form = new Luoshi.Platform.Ui.FormState().With("seen", $"{first.Value.RowVersion}").With($"v-{id}", "170").With($"k-v-{id}", TypedForm.Theirs);

        var sheet = await SheetAsync(office);
        var typed = TypedForm.Read(sheet, TypedForm.Chosen(form, sheet)).Value;
        (await office.DoAsync((SaveReport save) => save.RunAsync(typed, office.Clerk, Stop))).Refusal.ShouldBeNull();

        (await SheetAsync(office)).Lines.First().Value.ShouldBe(180);
        var history = await office.DoAsync((Luoshi.Platform.Journal.JournalHistory journal) => journal.OfAsync([first.Value.ReportId], cancellation: Stop));
        history.ShouldContain(e => e.Purpose != null && e.Purpose.Contains("170", StringComparison.Ordinal));
    }

    private static Task<ReportSheet> SheetAsync(Office office) => office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));

    private static Task<KeptTyping?> KeptAsync(Office office) =>
        office.DoAsync((KeepTyped keep) => keep.OfAsync(office.Clerk.Actor.AccountId!.Value, office.Unit, Office.June, Stop));

    private static async Task KeepAsync(Office office, string value) =>
        (await office.DoAsync((KeepTyped keep) => keep.RunAsync(office.Unit, Office.June, 0, new Dictionary<string, string> { ["v-x"] = value }, office.Clerk, Stop))).Refusal.ShouldBeNull();
}
