using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class ReportEvidenceTests
{
    private static readonly byte[] Paper = [.. "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer\n%%EOF\n"u8];
    private static readonly byte[] Other = [.. "%PDF-1.7\n2 0 obj <<>> endobj\ntrailer\n%%EOF\n"u8];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Evidence_is_kept_with_its_line_and_can_be_taken_off(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var saved = await SaveAsync(office, [("验收单.pdf", Paper), ("同一份.pdf", Paper), ("名册.pdf", Other)]);

        saved.Refusal.ShouldBeNull();
        var line = await LineAsync(office);
        line.Evidence.Select(e => e.FileName).ShouldBe(["验收单.pdf", "名册.pdf"], ignoreOrder: true);

        (await SaveAsync(office, [], seen: saved.Value.RowVersion, dropped: [line.Evidence.Single(e => e.FileName == "名册.pdf").Id])).Refusal.ShouldBeNull();
        (await LineAsync(office)).Evidence.Single().FileName.ShouldBe("验收单.pdf");
    }

    [Theory, DatabaseData]
    public async Task A_page_that_claims_to_be_a_photo_is_refused_at_its_line_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var refused = await SaveAsync(office, [("验收单.pdf", Paper), ("现场.jpg", [.. "<html><script>alert(1)</script>"u8])]);

        var refusal = refused.Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("attachment.unknown_kind");
        refusal.Chinese.ShouldContain("现场.jpg");
        refusal.Where.ShouldBe((await office.IndicatorsAsync())[0].Id.ToString());
        await using var db = office.Database.Open();
        (await db.Set<Evidence>().CountAsync(Stop)).ShouldBe(0);
        (await db.Set<UnitReport>().CountAsync(Stop)).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task Evidence_of_an_earlier_month_asks_for_a_reason_and_the_files_wait_in_the_draft(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await SaveAsync(office, [("五月.pdf", Paper)], period: Period.OfMonth(2025, 5))).Refusal.ShouldBeNull();

        var refusal = (await SaveAsync(office, [("六月.pdf", Paper)], submit: true)).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("report.reason_needed");
        refusal.Chinese.ShouldContain("2025年5月");
        var draft = await office.LatestAsync();
        draft.State.ShouldBe(ReportState.Draft);
        (await LineAsync(office)).Evidence.Single().FileName.ShouldBe("六月.pdf");
        (await SaveAsync(office, [], submit: true, seen: draft.RowVersion, reason: "同一批验收")).Refusal.ShouldBeNull();
        (await office.LatestAsync()).State.ShouldBe(ReportState.Submitted);
    }

    [Theory, DatabaseData]
    public async Task A_line_takes_no_more_than_a_verifier_can_look_at(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var many = Enumerable.Range(0, HandedFile.MostOfLine + 1).Select(i => ($"{i}.pdf", (byte[])[.. Paper, (byte)('0' + i)])).ToArray();

        (await SaveAsync(office, many)).Refusal.ShouldNotBeNull().Code.ShouldBe("report.too_much_evidence");
        (await SaveAsync(office, many[1..])).Refusal.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task Nothing_is_added_to_a_report_that_was_handed_on(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await SaveAsync(office, [("验收单.pdf", Paper)], submit: true)).Refusal.ShouldBeNull();

        (await SaveAsync(office, [("名册.pdf", Other)], seen: (await office.LatestAsync()).RowVersion)).IsOk.ShouldBeFalse();

        (await LineAsync(office)).Evidence.Count.ShouldBe(1);
    }

    private static async Task<SheetLine> LineAsync(Office office) =>
        (await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop))).Lines.First();

    private static async Task<Outcome<SavedReport>> SaveAsync(
        Office office, IReadOnlyList<(string Name, byte[] Content)> files, bool submit = false, int seen = 0, Period? period = null, string? reason = null, IReadOnlyList<Guid>? dropped = null)
    {
        var line = (await office.IndicatorsAsync())[0].Id;
        return await office.DoAsync((SaveReport save) => save.RunAsync(
            new TypedReport
            {
                UnitId = office.Unit,
                Period = period ?? Office.June,
                SeenVersion = seen,
                Lines = [new TypedLine(line, "196", reason)],
                Files = [.. files.Select(f => new HandedFile(line, f.Name, f.Content))],
                Dropped = dropped ?? [],
                BlankReason = "本月没有完工的",
                Submit = submit,
            },
            office.Clerk));
    }
}
