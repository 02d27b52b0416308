using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.ReportCards;

public sealed class OriginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_number_of_a_published_card_leads_to_its_promise_its_reports_and_its_changes(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", period: Period.OfMonth(2025, 5));
        await office.AcceptedAsync("196");
        var indicators = await office.IndicatorsAsync();
        (await office.DoAsync((ChangeTarget change) => change.RunAsync(
            new TargetChange { IndicatorId = indicators[0].Id, SeenVersion = 1, Promised = 210, Bound = Bound.AtLeast, WorkingPlan = 216, Decision = "海政办〔2025〕1号", Reason = "省里追加" },
            office.Officer))).Refusal.ShouldBeNull();
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;

        // A draft is nobody's business.
        (await OfAsync(office, card, indicators[0].Id)).ShouldBeNull();
        await using (var db = office.Database.Open())
        {
            var version = (await db.Set<Card>().SingleAsync(Stop)).RowVersion;
            (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, version, office.Officer, Stop))).Refusal.ShouldBeNull();
        }

        var origin = (await OfAsync(office, card, indicators[0].Id)).ShouldNotBeNull();
        origin.Promise.ShouldBe("改善群众居住条件，启动改造老旧小区200个以上");
        origin.Reports.Select(r => r.Value).ShouldBe([150, 196]);
        origin.Targets.Select(t => t.Promised).ShouldBe([200, 210]);
        origin.Targets[1].Decision.ShouldBe("海政办〔2025〕1号");
        origin.Printed.ShouldContain(p => p.Printed == "196个");
        // What the card does not print stays inside.
        (await OfAsync(office, card, Guid.NewGuid())).ShouldBeNull();
        (await OfAsync(office, Guid.NewGuid(), indicators[0].Id)).ShouldBeNull();
    }

    [Fact]
    public void Numbers_are_found_in_an_edited_line_and_never_inside_other_numbers()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        ExpectedNumber[] figures = [new(3, PrintedAs.Amount, 16, "个", a, "16个"), new(3, PrintedAs.OfPlan, 80, "%", b, "80%"), new(3, PrintedAs.Amount, 9, "个", b, "9个")];

        var parts = NumberLinks.Of("3.改造216个，其中16个完工，占180%的80%。", figures);

        parts.Where(p => p.Indicator is not null).Select(p => (p.Text, p.Indicator)).ShouldBe([("16个", (Guid?)a), ("80%", b)]);
        string.Concat(parts.Select(p => p.Text)).ShouldBe("3.改造216个，其中16个完工，占180%的80%。");
        NumberLinks.Of("3.16个", figures).Select(p => (p.Text, p.Indicator)).ShouldBe([("3.", null), ("16个", (Guid?)a)]);
    }

    private static Task<OriginView?> OfAsync(Office office, Guid card, Guid indicator) => office.DoAsync((OriginViews views) => views.OfAsync(card, indicator, Stop));
}
