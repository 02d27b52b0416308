using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Assessments;

public class AssessorTests
{
    private static readonly DateOnly EndOfJune = new(2025, 6, 30);

    private static Reckoning Quantity(decimal? actual, decimal promised, Bound bound = Bound.Exact, decimal? plan = null) => new()
    {
        Kind = IndicatorKind.Quantity,
        Unit = new PrintedUnit("个"),
        Plan = Period.OfYear(2025),
        On = EndOfJune,
        Promised = new TargetValue(promised, bound),
        WorkingPlan = plan,
        Actual = actual,
    };

    private static Assessment Assess(Reckoning known) => Assessor.Assess(known, AssessmentRules.Default);

    [Fact]
    public void The_promise_and_the_bigger_working_plan_are_both_denominators()
    {
        var found = Assess(Quantity(196, 200, Bound.AtLeast, plan: 216));

        found.OfPlan.ShouldBe(new Percent(90.7m));
        found.OfPromise.ShouldBe(new Percent(98m));
        found.Progress.ShouldBe(Progress.Ahead);
        found.Gap.ShouldBe(40.7m);
        found.Reason.Chinese.ShouldBe("截至6月底完成196个，占年计划216个的90.7%，超序时进度（50%）40.7个百分点。按承诺200个以上计为98%。");
        found.Reason.English.ShouldBe("By the end of June the result is 196个; 90.7% of the year's plan of 216个; 40.7 points ahead of the schedule of 50%. Against the promise of at least 200个 it is 98%.");
    }

    [Fact]
    public void The_promised_floor_decides_that_a_promise_is_kept() =>
        Assess(Quantity(204, 200, Bound.AtLeast, plan: 216)).Progress.ShouldBe(Progress.Met);

    [Fact]
    public void A_pack_may_ask_for_the_working_plan_instead()
    {
        var rules = AssessmentRules.Default with { MetBy = MetBy.WorkingPlan };

        Assessor.Assess(Quantity(204, 200, Bound.AtLeast, plan: 216), rules).Progress.ShouldBe(Progress.Ahead);
    }

    [Fact]
    public void Over_fulfilment_is_never_cut_to_a_hundred()
    {
        var found = Assess(Quantity(304, 100));

        found.OfPlan.ShouldBe(new Percent(304));
        found.Light.ShouldBe(Light.Done);
    }

    [Theory]
    [InlineData(55.1, Progress.Ahead, Light.Good)]
    [InlineData(55.0, Progress.Ahead, Light.Good)]
    [InlineData(54.9, Progress.OnTrack, Light.Good)]
    [InlineData(40.1, Progress.OnTrack, Light.Good)]
    [InlineData(40.0, Progress.Behind, Light.Warning)]
    [InlineData(20.0, Progress.Behind, Light.Warning)]
    [InlineData(19.9, Progress.Behind, Light.Alarm)]
    [InlineData(0.0, Progress.Behind, Light.Alarm)]
    internal void The_bands_have_the_ends_the_rule_says(double actual, Progress progress, Light light)
    {
        var found = Assess(Quantity((decimal)actual, 100));

        (found.Progress, found.Light).ShouldBe((progress, light));
    }

    [Theory]
    [InlineData(Bound.AtLeast, 100, true)]
    [InlineData(Bound.MoreThan, 100, false)]
    [InlineData(Bound.MoreThan, 101, true)]
    [InlineData(Bound.About, 95, true)]
    [InlineData(Bound.About, 94, false)]
    [InlineData(Bound.Exact, 130, true)]
    public void A_bound_decides_what_keeps_the_promise(Bound bound, int actual, bool kept) =>
        (Assess(Quantity(actual, 100, bound)).Progress == Progress.Met).ShouldBe(kept);

    [Fact]
    public void A_deadline_that_passed_makes_it_overdue_by_itself()
    {
        var found = Assess(Quantity(30, 50) with { Deadline = new DateOnly(2025, 5, 31) });

        found.Overdue.ShouldBeTrue();
        found.Light.ShouldBe(Light.Alarm);
        found.Due.ShouldBe(new Percent(100));
        found.Reason.Chinese.ShouldEndWith("期限2025年5月31日已过。");
    }

    [Fact]
    public void On_the_day_of_the_deadline_nothing_is_overdue() =>
        Assess(Quantity(30, 50) with { Deadline = EndOfJune }).Overdue.ShouldBeFalse();

    [Fact]
    public void A_promise_for_the_end_of_September_is_due_evenly_until_then() =>
        Assess(Quantity(30, 50) with { Deadline = new DateOnly(2025, 9, 30) }).Due.ShouldBe(new Percent(66.7m));

    [Fact]
    public void A_missing_report_is_not_a_zero()
    {
        var found = Assess(Quantity(null, 100) with { ReportMissing = true });

        found.Progress.ShouldBe(Progress.NotReported);
        found.OfPlan.ShouldBeNull();
        found.Reason.Chinese.ShouldBe("6月尚未上报。");
    }

    /// <summary>"Not measured" is said of what has no target; what has one and no number yet is waited for.</summary>
    [Fact]
    public void A_promise_without_a_number_is_waited_for_until_its_report_is_late()
    {
        var found = Assess(Quantity(null, 100));

        (found.Progress, found.Light, found.Overdue).ShouldBe((Progress.Awaited, Light.None, false));
        found.Reason.Chinese.ShouldBe("尚无审定数据。");
    }

    [Fact]
    public void A_count_without_a_promise_is_shown_and_not_rated()
    {
        var found = Assess(Quantity(29, 0) with { Promised = null });

        found.Progress.ShouldBe(Progress.Unmeasured);
        found.Light.ShouldBe(Light.None);
        found.Reason.Chinese.ShouldBe("截至6月底完成29个，未设目标，不作评价。");
    }

    [Fact]
    public void A_promise_of_zero_is_kept_and_has_no_percentage()
    {
        var found = Assess(Quantity(0, 0));

        found.Progress.ShouldBe(Progress.Met);
        found.OfPlan.ShouldBeNull();
    }

    [Fact]
    public void A_rate_is_measured_from_its_baseline()
    {
        var known = Quantity(70, 80) with { Kind = IndicatorKind.Rate, Baseline = 60, Unit = new PrintedUnit("%") };

        var found = Assess(known);

        found.OfPlan.ShouldBe(new Percent(87.5m));
        found.Reached.ShouldBe(new Percent(50));
        found.Progress.ShouldBe(Progress.OnTrack);
        found.Reason.Chinese.ShouldContain("自基期60%起完成提升任务的50%");
    }

    [Fact]
    public void Lower_is_better_divides_the_target_by_the_result()
    {
        var known = Quantity(4.17m, 4.3m, Bound.AtMost) with { Kind = IndicatorKind.Rate, Direction = Direction.LowerIsBetter, Unit = new PrintedUnit("%") };

        var june = Assess(known);
        var december = Assess(known with { On = new DateOnly(2025, 12, 31) });

        june.OfPromise.ShouldBe(new Percent(103.1m));
        june.Progress.ShouldBe(Progress.OnTrack);
        december.Progress.ShouldBe(Progress.Met);
        june.Reason.Chinese.ShouldBe("截至6月底为4.17%，符合控制目标（4.3%以内，越低越好）。");
    }

    [Fact]
    public void A_limit_that_is_passed_by_a_little_is_behind_all_the_same()
    {
        var known = Quantity(4.4m, 4.3m, Bound.AtMost) with { Kind = IndicatorKind.Rate, Direction = Direction.LowerIsBetter, Unit = new PrintedUnit("%") };

        var found = Assess(known);

        (found.Progress, found.Light).ShouldBe((Progress.Behind, Light.Warning));
    }

    [Fact]
    public void A_pack_may_measure_what_is_done_of_what_is_due()
    {
        var rules = AssessmentRules.Default with
        {
            Basis = BandBasis.OfDue,
            Bands = [new Band(100, Progress.Ahead, Light.Done), new Band(80, Progress.OnTrack, Light.Good), new Band(60, Progress.Behind, Light.Warning), new Band(null, Progress.Behind, Light.Alarm)],
        };

        Assessor.Assess(Quantity(40, 100), rules).Progress.ShouldBe(Progress.OnTrack);
        Assessor.Assess(Quantity(39.9m, 100), rules).Light.ShouldBe(Light.Warning);
    }

    [Fact]
    public void Every_result_names_the_rules_it_was_made_by() =>
        Assess(Quantity(1, 2)).RulesVersion.ShouldBe(AssessmentRules.Default.Version);

    [Fact]
    public void The_printed_gap_is_the_difference_of_the_printed_percentages()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var known = Quantity(random.Next(0, 5_000), random.Next(1, 4_000)) with { On = new DateOnly(2025, random.Next(1, 13), 1).AddMonths(1).AddDays(-1) };
            var found = Assess(known);
            found.Gap.ShouldBe(found.OfPlan!.Value.Value - found.Due!.Value.Value);
            (found.Progress == Progress.Met).ShouldBe(known.Actual >= known.Promised!.Value.Value);
        }
    }
}
