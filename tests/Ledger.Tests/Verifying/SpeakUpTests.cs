using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Verifying;

using Level = Luoshi.Ledger.Assessments.Verification;

public sealed class SpeakUpTests
{
    private static readonly byte[] Paper = [.. "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer\n%%EOF\n"u8];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_number_is_its_units_own_word_until_somebody_else_was_there(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await LevelAsync(office)).ShouldBe(Level.None);
        await office.AcceptedAsync("196", "40");
        (await LevelAsync(office)).ShouldBe(Level.SelfReported);

        var voice = await SpeakAsync(office, Level.Inspected, Inspector(office));

        (await LevelAsync(office)).ShouldBe(Level.Inspected);
        (await RatedAsync(office)).ShouldBe(Level.Inspected);
        (await office.DoAsync((JournalHistory history) => history.OfAsync([voice.Value], cancellation: Stop))).ShouldContain(e => e.ProcessCode == "ledger.verify");
    }

    [Theory, DatabaseData]
    public async Task Who_reported_or_signed_does_not_verify_and_a_leader_only_certifies_with_a_paper(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");

        (await SpeakAsync(office, Level.Inspected, Inspector(office) with { Person = office.Clerk.Person })).Refusal.ShouldBe(VerificationRefusals.OwnReport);
        (await SpeakAsync(office, Level.Inspected, Inspector(office) with { Person = office.Leader.Person })).Refusal.ShouldBe(VerificationRefusals.OwnReport);
        (await SpeakAsync(office, Level.Inspected, office.Leader)).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await SpeakAsync(office, Level.Certified, office.Clerk)).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await SpeakAsync(office, Level.Certified, office.Leader)).Refusal.ShouldBe(VerificationRefusals.PaperNeeded);
        (await SpeakAsync(office, Level.Certified, office.Leader with { Person = office.Clerk.Person }, Paper)).Refusal.ShouldBe(VerificationRefusals.OwnReport);
        (await SpeakAsync(office, Level.SelfReported, Inspector(office))).Refusal.ShouldBe(VerificationRefusals.NoLevel);
        (await SpeakAsync(office, Level.Inspected, Inspector(office), basis: " ")).Refusal.ShouldNotBeNull().Where.ShouldBe("basis");
        (await SpeakAsync(office, Level.Inspected, Inspector(office), value: 195)).Refusal.ShouldBe(VerificationRefusals.FigureMoved);
        (await SpeakAsync(office, Level.Certified, office.Leader, Paper)).Refusal.ShouldBeNull();
        (await LevelAsync(office)).ShouldBe(Level.Certified);
    }

    [Theory, DatabaseData]
    public async Task A_contradiction_wins_until_it_is_cleared_up_and_stays_on_the_page(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await SpeakAsync(office, Level.CitizenConfirmed, Inspector(office))).Refusal.ShouldBeNull();
        var contradicted = await SpeakAsync(office, Level.Contradicted, Inspector(office));
        (await LevelAsync(office)).ShouldBe(Level.Contradicted);

        (await office.DoAsync((SpeakUp speak) => speak.ClearAsync(contradicted.Value, "", Inspector(office), Stop))).Refusal.ShouldNotBeNull().Where.ShouldBe("reason");
        (await office.DoAsync((SpeakUp speak) => speak.ClearAsync(contradicted.Value, "复查属实", office.Leader, Stop))).Refusal.ShouldBe(LedgerRefusals.NotAllowed);
        (await office.DoAsync((SpeakUp speak) => speak.ClearAsync(contradicted.Value, "复查属实", Inspector(office), Stop))).Refusal.ShouldBeNull();

        (await LevelAsync(office)).ShouldBe(Level.CitizenConfirmed);
        await using var db = office.Database.Open();
        (await db.Set<Voice>().CountAsync(Stop)).ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_corrected_number_has_to_be_verified_anew(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        (await SpeakAsync(office, Level.Inspected, Inspector(office))).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Correct, office.Clerk, "重复统计")).Refusal.ShouldBeNull();
        (await office.ReportAsync("190", "40", seen: (await office.LatestAsync()).RowVersion)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();

        (await LevelAsync(office)).ShouldBe(Level.SelfReported);
        (await RatedAsync(office)).ShouldBe(Level.SelfReported);
    }

    private static ActingPerson Inspector(Office office) => LedgerDatabase.Somebody(Hand.Inspector, office.Unit);

    private static async Task<Outcome<Guid>> SpeakAsync(Office office, Level level, ActingPerson who, byte[]? file = null, string basis = "6月20日到三个小区现场查看", decimal value = 196)
    {
        var id = (await office.IndicatorsAsync())[0].Id;
        return await office.DoAsync((SpeakUp speak) => speak.RunAsync(new NewVoice { IndicatorId = id, Period = Office.June, Level = level, SeenValue = value, Basis = basis, FileName = "验收单.pdf", Content = file }, who, Stop));
    }

    private static async Task<Level> LevelAsync(Office office)
    {
        var id = (await office.IndicatorsAsync())[0].Id;
        return (await office.DoAsync((VerificationLevels levels) => levels.AtAsync([id], Office.June.LastDay, Stop))).GetValueOrDefault(id);
    }

    private static async Task<Level> RatedAsync(Office office)
    {
        var id = (await office.IndicatorsAsync())[0].Id;
        (await office.DoAsync((AssessPeriod assess) => assess.RunAsync(office.List, Office.June, reportsDue: false, AssessmentRules.Default, Actor.System("test"), Stop))).Refusal.ShouldBeNull();
        await using var db = office.Database.Open();
        return (await db.Set<StoredAssessment>().AsNoTracking().SingleAsync(a => a.IndicatorId == id, Stop)).Verification;
    }
}
