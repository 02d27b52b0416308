using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Demo;

public sealed class DemoLedgerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_fictional_city_fills_every_page_and_its_cards_pass_the_gate(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        await DemoLedger.FillAsync(database.Services, Stop);
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<Luoshi.Platform.Storage.LuoshiDb>();

        (await db.Set<Item>().CountAsync(Stop)).ShouldBeGreaterThanOrEqualTo(40);
        (await db.Set<Indicator>().CountAsync(Stop)).ShouldBeGreaterThanOrEqualTo(140);
        (await db.Set<StoredAssessment>().Select(a => a.Light).Distinct().CountAsync(Stop)).ShouldBeGreaterThanOrEqualTo(4);
        (await db.Set<UnitReport>().Select(r => r.State).Distinct().ToListAsync(Stop)).ShouldContain(ReportState.UnitApproved);

        var (shares, signed) = (await db.Set<ItemUnit>().CountAsync(Stop), await db.Set<ItemUnit>().CountAsync(u => u.SignedAt != null, Stop));
        (signed * 100 / shares).ShouldBeInRange(80, 99, "most units have signed, some have not");
        (await db.Set<StoredAssessment>().Select(a => a.Verification).Distinct().CountAsync(Stop)).ShouldBe(5, "every level but none: each has a number by now");
        (await db.Set<Evidence>().CountAsync(Stop)).ShouldBeGreaterThan(10);
        (await db.Set<IndicatorStep>().Select(s => s.Done != null).Distinct().CountAsync(Stop)).ShouldBe(2, "milestones, some done and some to come");

        var accepted = db.Set<UnitReport>().Where(r => r.State == ReportState.Accepted || r.State == ReportState.Locked);
        (await accepted.CountAsync(r => !db.Set<ReportNote>().Any(n => n.ReportId == r.Id && n.Progress != null), Stop)).ShouldBe(0, "no report of numbers alone");
        var notes = await db.Set<ReportNote>().AsNoTracking().ToListAsync(Stop);
        notes.Select(n => n.Progress).Distinct().Count().ShouldBeGreaterThan(100, "an item speaks of itself");
        string.Concat(notes.Select(n => n.Progress + n.Problem + n.HelpNeeded + n.NextStep)).Any(char.IsDigit).ShouldBeFalse("the city's numbers are in its ledger");
        notes.ShouldContain(n => n.HelpNeeded != null && n.Problem != null && n.NextStep != null);

        var sources = scope.ServiceProvider.GetRequiredService<CardSources>();
        foreach (var list in await db.Set<PromiseList>().AsNoTracking().ToListAsync(Stop))
        {
            var source = await sources.OfAsync(list, Luoshi.Kernel.Time.Period.OfHalf(list.Year, 1), AssessmentRules.Default, Stop);
            var card = CardWriter.Write(source);
            var problems = CardGate.Check(card.Plain, CardGate.Expect(card, source.Items), card.Plain);
            string.Join('\n', problems.Select(p => p.Message.Chinese)).ShouldBe("");
            string.Join('\n', PartWarnings.Of(CardGate.Expect(card, source.Items)).Select(w => w.Message.Chinese)).ShouldBe("", "the city's numbers are the sums of its districts'");
        }
    }
}
