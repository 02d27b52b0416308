using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Assessments;

public class StepAssessorTests
{
    private static Assessment On(DateOnly day, params DatedStep[] steps) => Assessor.Assess(
        new Reckoning { Kind = IndicatorKind.Milestone, Plan = Period.OfYear(2025), On = day, Steps = steps },
        AssessmentRules.Default);

    private static DateOnly Day(int month, int day) => new(2025, month, day);

    [Fact]
    public void A_policy_in_force_keeps_its_promise()
    {
        var found = On(Day(6, 30), new DatedStep("新办法施行", Day(7, 1), Day(6, 30)));

        found.Progress.ShouldBe(Progress.Met);
        found.Reason.Chinese.ShouldBe("“新办法施行”已于2025年6月30日完成。");
    }

    [Fact]
    public void A_step_done_after_the_day_of_judgement_does_not_count_yet() =>
        On(Day(6, 30), new DatedStep("开工", Day(6, 1), Day(7, 3))).Progress.ShouldBe(Progress.Behind);

    [Fact]
    public void A_late_step_warns_first_and_alarms_after_the_days_the_pack_gives()
    {
        DatedStep[] steps = [new("招标公告", Day(4, 1), null), new("开工", Day(9, 1), null)];

        On(Day(5, 30), steps).Light.ShouldBe(Light.Warning);
        On(Day(5, 31), steps).Light.ShouldBe(Light.Alarm);
        On(Day(5, 31), steps).Reason.Chinese.ShouldBe("“招标公告”应于2025年4月1日完成，截至5月底未完成，已逾期60天。");
    }

    [Fact]
    public void Before_anything_is_due_there_is_no_light() =>
        On(Day(3, 31), new DatedStep("招标公告", Day(4, 1), null)).Progress.ShouldBe(Progress.NotDue);

    [Fact]
    public void A_step_done_before_its_time_is_ahead() =>
        On(Day(3, 31), new DatedStep("招标公告", Day(4, 1), Day(3, 2)), new DatedStep("开工", Day(9, 1), null)).Progress.ShouldBe(Progress.Ahead);

    [Fact]
    public void When_the_last_step_is_late_the_whole_is_overdue()
    {
        var found = On(Day(9, 2), new DatedStep("开工", Day(9, 1), null));

        found.Overdue.ShouldBeTrue();
        found.Light.ShouldBe(Light.Alarm);
    }

    [Fact]
    public void Steps_are_planned_from_the_end_date_back()
    {
        var planned = BackwardSchedule.From(Day(12, 31), [new StepLength("招标", 45), new StepLength("施工", 150), new StepLength("验收", 15)]);

        planned.ShouldBe(
        [
            new ScheduledStep("招标", Day(6, 5), Day(7, 19)),
            new ScheduledStep("施工", Day(7, 20), Day(12, 16)),
            new ScheduledStep("验收", Day(12, 17), Day(12, 31)),
        ]);
    }
}
