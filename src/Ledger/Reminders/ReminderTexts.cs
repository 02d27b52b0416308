using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;

namespace Luoshi.Ledger.Reminders;

internal static class ReminderTexts
{
    public static readonly Words RemindJob = new("报送截止前提醒", "Remind of reports due");
    public static readonly Words CutOffJob = new("截止后评定、列出逾期、升级提醒、到期锁定", "After the cut-off: rate, list who is overdue, escalate, lock");

    public static Words Due(string unit, Period period, DateOnly cutOff, int days) => days == 0
        ? new Words($"{unit}：{period.LastDay.Month}月进展今天截止，尚未上报。", $"{unit}: the report for {period} is due today and has not been submitted.")
        : new Words($"{unit}：{period.LastDay.Month}月进展 {cutOff.Month}月{cutOff.Day}日截止，还剩 {days} 天，尚未上报。", $"{unit}: the report for {period} is due on {cutOff:yyyy-MM-dd}, in {days} day(s), and has not been submitted.");

    public static Words Overdue(string unit, Period period, DateOnly cutOff) => new(
        $"{unit}：{period.LastDay.Month}月进展已于 {cutOff.Month}月{cutOff.Day}日截止，逾期未报，请尽快补报。",
        $"{unit}: the report for {period} was due on {cutOff:yyyy-MM-dd} and is overdue; please submit it.");

    public static Words Supplement(string unit, Period period, int lines) => new(
        $"{unit}：{period.LastDay.Month}月报告审定以后又分来 {lines} 个指标，请补报；已审定的数不用再填。",
        $"{unit}: {lines} indicator(s) came after the report for {period} was accepted; please report them. What was accepted need not be typed again.");

    public static Words OverdueList(string list, Period period, int units) => new(
        $"《{list}》{period.LastDay.Month}月进展：{units} 个单位逾期未报。",
        $"{list}, {period}: {units} unit(s) are overdue.");

    public static Words Escalated(string indicator, string unit, EscalationStep step) => new(
        $"{indicator}（{unit}）连续 {step.Behind} 期滞后：{step.Step.Chinese}。",
        $"{indicator} ({unit}) has been behind {step.Behind} periods running: {step.Step.English}.");
}
