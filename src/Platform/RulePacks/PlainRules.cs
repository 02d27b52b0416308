using System.Globalization;
using System.Text.RegularExpressions;
using Luoshi.Kernel.Rules;

namespace Luoshi.Platform.RulePacks;

/// <summary>A pack as sentences an official can check against the document it rests on.</summary>
public static partial class PlainRules
{
    /// <summary>Which rules, and since when they hold: what a page says in place of the edition's mark.</summary>
    public static Words Named(RulePack pack) => new(
        $"{pack.Title.Chinese}（{Day(pack.From).Chinese}起施行）",
        $"{pack.Title.English} (in force from {Day(pack.From).English})");

    /// <summary>From when to when a pack holds.</summary>
    public static Words InForce(RulePack pack) => new(
        $"{Day(pack.From).Chinese}起{(pack.Until is { } until ? $"，至{Day(until).Chinese}止" : "施行")}",
        $"from {Day(pack.From).English}{(pack.Until is { } end ? $" to {Day(end).English}" : " on")}");

    /// <summary>A sentence as a page shows it: the style sheet sets the gap between Chinese and digits. The journal keeps the sentences with blanks, so that none seems altered.</summary>
    public static Words OnPage(Words sentence) => sentence with { Chinese = Blank().Replace(sentence.Chinese, "") };

    public static IReadOnlyList<Words> Assessment(RulePack pack)
    {
        var rule = pack.Assessment;
        var sentences = new List<Words> { Curve(rule) };
        for (var i = 0; i < rule.Bands.Count; i++)
            sentences.Add(Band(pack, i));
        sentences.Add(rule.MetByWorkingPlan
            ? new Words("以工作计划数（而非承诺数）判断年度目标是否完成。", "The working plan, not the promise, decides whether the target is met.")
            : new Words("以向社会承诺的数判断年度目标是否完成。", "The number promised to the public decides whether the target is met."));
        sentences.Add(new Words($"承诺“左右”的，相差 {rule.AboutPercent:0.##}% 以内视为完成。", $"A promise of 'about' is met within {rule.AboutPercent:0.##} %."));
        sentences.Add(new Words($"节点逾期记“{Light(pack, "warning").Chinese}”，满 {rule.MilestoneAlarmDays} 天记“{Light(pack, "alarm").Chinese}”。", $"A late step is '{Light(pack, "warning").English}', from {rule.MilestoneAlarmDays} days on '{Light(pack, "alarm").English}'."));
        sentences.Add(new Words($"到期未报记“{Light(pack, rule.Unreported).Chinese}”。", $"A report that did not come is '{Light(pack, rule.Unreported).English}'."));
        sentences.Add(new Words($"百分比保留 {rule.PercentDecimals} 位小数，四舍五入，超过 100% 照实显示。", $"Percentages keep {rule.PercentDecimals} decimal(s), rounded half up, and are shown past 100 % as they are."));
        return sentences;
    }

    public static IReadOnlyList<Words> Reporting(RulePack pack)
    {
        var rule = pack.Reporting;
        var due = rule.Cadence switch
        {
            Cadence.Weekly => new Words($"每周报送一次，周{Weekday(rule.CutOffDay)}截止。", $"Reports are due weekly, on {EnglishWeekday(rule.CutOffDay)}."),
            Cadence.Fortnightly => new Words($"每两周报送一次，周{Weekday(rule.CutOffDay)}截止。", $"Reports are due every two weeks, on {EnglishWeekday(rule.CutOffDay)}."),
            Cadence.Quarterly => new Words($"每季度报送一次，季末月{MonthDay(rule.CutOffDay).Chinese}截止。", $"Reports are due quarterly, on {MonthDay(rule.CutOffDay).English} of the quarter's last month."),
            _ => new Words($"每月报送一次，{MonthDay(rule.CutOffDay).Chinese}截止。", $"Reports are due monthly, on {MonthDay(rule.CutOffDay).English}."),
        };
        var roll = rule.Roll switch
        {
            CutOffRoll.PreviousWorkday => new Words("遇休息日提前到前一个工作日。", "A cut-off on a day off moves to the working day before."),
            CutOffRoll.NextWorkday => new Words("遇休息日顺延到下一个工作日。", "A cut-off on a day off moves to the next working day."),
            _ => new Words("遇休息日不顺延。", "A cut-off on a day off stays."),
        };
        var remind = rule.RemindDaysBefore.Count == 0
            ? new Words("不提醒。", "There are no reminders.")
            : new Words($"截止前 {string.Join("、", rule.RemindDaysBefore)} 天提醒。", $"Reminders go out {string.Join(", ", rule.RemindDaysBefore)} day(s) before.");
        var ask = new Words(
            $"上报数达到上期的 {pack.Checks.OverLast:0.##} 倍或不足其 {pack.Checks.OverLast:0.##} 分之一、达到全年计划的 {pack.Checks.OverTarget:0.##} 倍或本月应完成数的 {pack.Checks.OverMonthPlan:0.##} 倍的，请单位说明原因。",
            $"A unit is asked why when a number is {pack.Checks.OverLast:0.##} times the last one or as small a part of it, {pack.Checks.OverTarget:0.##} times the year's plan or {pack.Checks.OverMonthPlan:0.##} times what the month asks for.");
        return [due, roll, remind, new Words($"截止后 {rule.LockWorkdaysAfter} 个工作日锁定。", $"The period is locked {rule.LockWorkdaysAfter} working day(s) later."), ask];
    }

    /// <summary>What follows when something stays behind.</summary>
    public static IReadOnlyList<Words> Escalation(RulePack pack) => pack.Escalation.Count == 0
        ? [new Words("没有规定升级措施。", "No escalation is laid down.")]
        : [.. pack.Escalation.Select(step => Told(pack, step))];

    private static Words Told(RulePack pack, EscalationStep step)
    {
        var (warning, alarm) = (Light(pack, "warning"), Light(pack, "alarm"));
        var lights = step.AlarmOnly ? alarm : new Words($"{warning.Chinese}或{alarm.Chinese}", $"{warning.English} or {alarm.English}");
        var people = step.Tell.Select(to => to switch
        {
            EscalationTo.Unit => new Words("单位审批人", "the unit's approver"),
            EscalationTo.Leader => new Words("分管领导", "the lead official"),
            _ => new Words("督查办公室", "the inspection office"),
        }).ToList();
        return new Words(
            $"连续 {step.Behind} 期{lights.Chinese}：{step.Step.Chinese}，通知{string.Join("、", people.Select(p => p.Chinese))}。",
            $"{step.Behind} period(s) running {lights.English}: {step.Step.English}; {string.Join(", ", people.Select(p => p.English))} told.");
    }

    private static Words Curve(AssessmentRule rule)
    {
        var last = rule.Curve[^1];
        var even = rule.Curve.Count == last.Month && rule.Curve.All(point => Math.Abs(point.Share - ((decimal)point.Month / last.Month)) < 0.0001m);
        if (even)
            return new Words($"没有自己计划的指标按月平均：每月为全年的 1/{last.Month}。", $"An indicator without a plan of its own is due evenly: 1/{last.Month} each month.");
        var chinese = string.Join("，", rule.Curve.Select(point => $"第 {point.Month} 个月末 {point.Share * 100:0.##}%"));
        var english = string.Join(", ", rule.Curve.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Share * 100:0.##} % by month {point.Month}")));
        return new Words($"没有自己计划的指标按序时进度：{chinese}{(rule.Interpolate ? "，其间按直线推算" : "")}。", $"An indicator without a plan of its own is due {english}{(rule.Interpolate ? ", on a straight line between" : "")}.");
    }

    private static Words Band(RulePack pack, int index)
    {
        var (band, above) = (pack.Assessment.Bands[index], index == 0 ? null : pack.Assessment.Bands[index - 1]);
        var range = new Words(Range(pack.Assessment.Measure, band, above, english: false), Range(pack.Assessment.Measure, band, above, english: true));
        var (progress, light) = (pack.ProgressWords[band.Progress], Light(pack, band.Light));
        return new Words($"{range.Chinese}：{progress.Chinese}，{light.Chinese}。", $"{range.English}: {progress.English}, {light.English}.");
    }

    private static string Range(BandMeasure measure, BandRule band, BandRule? above, bool english)
    {
        var subject = (measure, english) switch
        {
            (BandMeasure.Points, false) => "与序时进度相差",
            (BandMeasure.Points, true) => "against the planned share",
            (_, false) => "为应完成数的",
            _ => "of what was due",
        };
        var low = band.AtLeast is { } least ? Bound(least, !band.AboveOnly, lower: true, measure, english) : null;
        var high = above?.AtLeast is { } most ? Bound(most, above.AboveOnly, lower: false, measure, english) : null;
        return english ? $"{subject}, {string.Join(" and ", new[] { low, high }.OfType<string>())}" : subject + string.Join("、", new[] { low, high }.OfType<string>());
    }

    private static string Bound(decimal value, bool included, bool lower, BandMeasure measure, bool english)
    {
        var number = measure == BandMeasure.Points ? value.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture) : value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
        var unit = measure == BandMeasure.Points ? (english ? " points" : " 个百分点") : "";
        if (english)
            return $"{(lower ? (included ? "at least" : "more than") : (included ? "at most" : "less than"))} {number}{unit}";
        return $" {number}{unit}{(lower ? (included ? "及以上" : "以上（不含）") : (included ? "及以下" : "以下（不含）"))}";
    }

    private static Words Day(DateOnly day) => new($"{day.Year}年{day.Month}月{day.Day}日", day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    private static Words Light(RulePack pack, string code) => pack.Lights[code].Word;

    private static Words MonthDay(int day) => day == 31 ? new Words("最后一天", "the last day") : new Words($" {day} 日", $"day {day}");

    private static char Weekday(int day) => "一二三四五六日"[day - 1];

    private static string EnglishWeekday(int day) => ((DayOfWeek)(day % 7)).ToString();

    [GeneratedRegex(@"(?<=[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]) | (?=[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
