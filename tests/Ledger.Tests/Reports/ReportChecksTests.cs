using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Tests.Reports;

public class ReportChecksTests
{
    private static readonly Guid Homes = Guid.NewGuid();

    private static ReportedLine Line(decimal? value, decimal? previous = null, string unit = "户", decimal? plan = null) => new()
    {
        Indicator = Guid.NewGuid(),
        Quantity = Homes,
        Name = "户厕改造",
        Unit = PrintedUnit.Parse(unit),
        Value = value,
        Previous = previous,
        Plan = plan,
    };

    private static IReadOnlyList<CheckFinding> Run(params ReportedLine[] lines) => ReportChecks.Run(lines, _ => null);

    private static void ShouldFind(IReadOnlyList<CheckFinding> found, string code, Severity severity)
    {
        var finding = found.ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe((code, severity));
    }

    [Fact]
    public void A_steady_report_passes_without_a_word() => Run(Line(1200, 1100, plan: 2000)).ShouldBeEmpty();

    [Fact]
    public void An_empty_line_is_no_zero() => Run(Line(null, 1100)).ShouldBeEmpty();

    [Fact]
    public void A_cumulative_number_that_falls_asks_for_a_reason() => ShouldFind(Run(Line(1000, 1100)), "report.cumulative_fell", Severity.Warning);

    [Fact]
    public void A_number_for_the_month_alone_may_fall() => Run(Line(900, 1100) with { Counting = Counting.InPeriod }).ShouldBeEmpty();

    [Fact]
    public void People_typed_into_a_field_of_ten_thousands_are_noticed()
    {
        var found = Run(Line(184_400m * 10_000, 170_000, "万人", 350_000));

        ShouldFind(found, "report.leap", Severity.Warning);
        found[0].Message.Chinese.ShouldContain("“万”");
    }

    [Fact]
    public void A_first_report_is_held_against_the_plan() => ShouldFind(Run(Line(20_000_000, null, "户", 2000)), "report.leap", Severity.Warning);

    [Fact]
    public void Over_fulfilment_by_three_times_is_no_leap() => Run(Line(304, null, "处", 100)).ShouldBeEmpty();

    [Theory]
    [InlineData(880, 180, null, null, "是全年计划180个的4.9倍")]
    [InlineData(110, 28, 14, 9, "是全年计划28个的3.9倍，是本月应完成数14个的7.9倍，是上期9个的12.2倍")]
    [InlineData(60, 100, 15, null, "是本月应完成数15个的4倍")]
    [InlineData(90, 100, 80, 9, "是上期9个的10倍")]
    [InlineData(9, 100, null, 90, "不足上期90个的10分之一")]
    public void A_nought_too_many_is_held_against_the_plan_the_month_and_the_last_value(int value, int plan, int? month, int? last, string told)
    {
        var found = Run(Line(value, last, "个", plan) with { MonthPlan = month, Counting = Counting.InPeriod });

        ShouldFind(found, "report.leap", Severity.Warning);
        found[0].Message.Chinese.ShouldContain(told);
    }

    [Fact]
    public void Ahead_of_the_month_is_no_leap() => Run(Line(55, 30, "个", 60) with { MonthPlan = 20 }).ShouldBeEmpty();

    [Fact]
    public void A_rate_is_not_filled_up_month_by_month() => Run(Line(97, null, "%", 98) with { MonthPlan = 15, Kind = IndicatorKind.Rate }).ShouldBeEmpty();

    [Fact]
    public void More_finished_than_started_is_refused()
    {
        var started = Line(40) with { Stage = Stage.Started, Name = "开工" };
        var finished = Line(41) with { Stage = Stage.Completed, Name = "完工" };

        ShouldFind(Run(started, finished), "report.stage_order", Severity.Impossible);
        Run(started, finished with { Value = 40 }).ShouldBeEmpty();
    }

    [Fact]
    public void Stages_of_different_quantities_are_not_compared() =>
        Run(Line(4) with { Stage = Stage.Started }, Line(41) with { Stage = Stage.Completed, Quantity = Guid.NewGuid() }).ShouldBeEmpty();

    [Fact]
    public void More_than_there_is_cannot_be() =>
        ShouldFind(Run(Line(101, 99, "%") with { Ceiling = 100, Kind = IndicatorKind.Rate }), "report.over_ceiling", Severity.Impossible);

    [Fact]
    public void A_negative_count_cannot_be() => Run(Line(-1)).ShouldContain(f => f.Code == "report.negative" && f.Severity == Severity.Impossible);

    [Fact]
    public void Half_a_household_asks_for_a_look() => ShouldFind(Run(Line(12.5m)), "report.fraction", Severity.Warning);

    [Fact]
    public void Eighteen_point_four_four_ten_thousand_people_are_whole_people() => Run(Line(184_400, 180_000, "万人")).ShouldBeEmpty();

    [Fact]
    public void Parts_over_their_headline_are_refused_and_parts_short_of_it_ask()
    {
        var headline = Line(40);
        ReportedLine[] parts = [Line(22) with { PartOf = headline.Indicator }, Line(19) with { PartOf = headline.Indicator }];

        ShouldFind(Run([headline, .. parts]), "report.parts_over", Severity.Impossible);
        ShouldFind(Run([headline with { Value = 45 }, .. parts]), "report.parts_short", Severity.Warning);
        Run([headline with { Value = 41 }, .. parts]).ShouldBeEmpty();
    }

    [Fact]
    public void A_photo_used_before_is_noticed_with_the_place()
    {
        var found = ReportChecks.Run([Line(3) with { Evidence = ["a1"] }], content => content == "a1" ? "2025年5月报告" : null);

        ShouldFind(found, "report.evidence_used", Severity.Warning);
        found[0].Message.Chinese.ShouldContain("2025年5月报告");
    }

    [Fact]
    public void A_photo_used_twice_in_one_report_is_noticed() =>
        ShouldFind(Run(Line(3) with { Evidence = ["a1"] }, Line(4) with { Evidence = ["a1"], Quantity = Guid.NewGuid() }), "report.evidence_used", Severity.Warning);
}
