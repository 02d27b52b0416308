using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;

namespace Luoshi.Ledger.Tests.Assessments;

public class PlannedCurveTests
{
    private static readonly Period Year = Period.OfYear(2025);

    private static DateOnly Day(int month, int day) => new(2025, month, day);

    [Fact]
    public void An_even_plan_is_half_due_at_the_end_of_June() =>
        PlannedCurve.Linear().ShareOn(Day(6, 30), Year).ShouldBe(0.5m);

    [Fact]
    public void A_month_under_way_is_not_due_before_its_last_day()
    {
        PlannedCurve.Linear().ShareOn(Day(6, 29), Year).ShouldBe(5m / 12);
        PlannedCurve.Linear().ShareOn(Day(1, 15), Year).ShouldBe(0);
    }

    [Fact]
    public void A_pack_that_interpolates_makes_half_a_month_half_due() =>
        PlannedCurve.Linear(interpolate: true).ShareOn(Day(4, 15), Year).ShouldBe(3.5m / 12, 0.0000001m);

    [Fact]
    public void Sixty_forty_holds_nothing_due_before_the_middle_of_the_year()
    {
        var curve = PlannedCurve.Of([new PlanPoint(6, 0.6m), new PlanPoint(12, 1)]);

        curve.ShareOn(Day(5, 31), Year).ShouldBe(0);
        curve.ShareOn(Day(6, 30), Year).ShouldBe(0.6m);
        curve.ShareOn(Day(11, 30), Year).ShouldBe(0.6m);
        curve.ShareOn(Day(12, 31), Year).ShouldBe(1);
    }

    [Fact]
    public void Sixty_forty_drawn_as_a_line_is_due_month_by_month() =>
        PlannedCurve.Of([new PlanPoint(6, 0.6m), new PlanPoint(12, 1)], interpolate: true).ShareOn(Day(9, 30), Year).ShouldBe(0.8m);

    [Fact]
    public void Quarterly_amounts_become_shares_of_the_plan()
    {
        var curve = PlannedCurve.OfAmounts([(3, 30), (6, 90), (9, 150), (12, 210)], 210);

        curve.ShareOn(Day(8, 31), Year).ShouldBe(90m / 210);
    }

    [Fact]
    public void A_plan_over_two_years_counts_its_months_through()
    {
        var plan = Period.Of(2024, 1, 2025, 12);

        PlannedCurve.Linear(24).ShareOn(Day(6, 30), plan).ShouldBe(0.75m);
    }

    [Fact]
    public void Nothing_is_due_before_the_plan_starts() => PlannedCurve.Linear().ShareOn(new DateOnly(2024, 12, 31), Year).ShouldBe(0);

    [Fact]
    public void After_its_last_point_a_plan_stays_due() => PlannedCurve.Linear().ShareOn(new DateOnly(2026, 3, 31), Year).ShouldBe(1);

    [Fact]
    public void A_month_named_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => PlannedCurve.Of([new PlanPoint(3, 0.2m), new PlanPoint(3, 0.3m)]));
}
