using Luoshi.Kernel.Time;
using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Pages;

/// <summary>Texts of a list's way to its card.</summary>
internal static class StepTexts
{
    public static readonly Words Title = new("办到哪一步了", "How far it has come");
    public static readonly Words Import = new("导入任务", "Tasks");
    public static readonly Words Accept = new("审定", "Accepted");
    public static readonly Words GoImport = new("导入任务表", "Import the task sheet");
    public static readonly Words GoRemind = new("看谁还没报、催一催", "See who is late, remind them");
    public static readonly Words See = new("看已发布的成绩单", "See the published card");
    public static readonly Words Unassigned = new("有的指标还没有填报单位，不分解就没有人报。", "An indicator has no unit yet; nobody will report it.");
    public static readonly Words Published = new("成绩单已发布，这一页任何人都能打开", "The card is published; everybody can open this page");
    public static readonly Words BackToList = new("回到清单", "Back to the list");
    public static readonly Words OnToCard = new("接下来出成绩单：", "Next, the report card: ");

    public static Words Items(int count) => count == 0 ? new("还没有", "none yet") : new($"{count} 项", $"{count} items");

    public static Words Report(Period month) => new($"{month.LastDay.Month}月上报", $"Reports for {month}");

    public static Words Units(ListSteps steps)
    {
        if (steps.Units.Count == 0)
            return new("还没有承办单位", "no unit yet");
        var (all, late, again, more, there) = (steps.Units.Count, steps.NotReported, steps.Correcting, steps.Supplements, steps.AtUnit);
        if (late + again + more + there == 0)
            return new($"{all} 个单位都报了", $"all {all} units have reported");
        return new(
            $"{all} 个单位{(late > 0 ? $"，{late} 个没报" : "")}{(again > 0 ? $"，{again} 个在更正" : "")}{(more > 0 ? $"，{more} 个待补报" : "")}{(there > 0 ? $"，{there} 个在本单位审核" : "")}",
            $"{all} units{(late > 0 ? $", {late} have not reported" : "")}{(again > 0 ? $", {again} are correcting their report" : "")}{(more > 0 ? $", {more} owe a supplement" : "")}{(there > 0 ? $", {there} wait for their own leader" : "")}");
    }

    public static Words Waiting(int count) => count == 0 ? new("没有等您的", "nothing waits for you") : new($"{count} 份等您", $"{count} wait for you");

    public static Words Card(Period span) => new($"{PeriodWords.Title(span)}成绩单", $"Card for {span}");

    public static Words CardState(ListSteps steps) => steps switch
    {
        { Stale: true } => new("台账已变，需更正发布", "the ledger has changed; a correction has to be published"),
        { Draft: not null } => new("草稿，待核对发布", "a draft, to be checked and published"),
        { Published: not null } => new("已发布", "published"),
        _ => new("还没有生成", "not written yet"),
    };

    public static Words GoAccept(int count) => new($"审定 {count} 份月报", $"Accept {count} reports");

    public static Words GoPublish(Period span) => new($"核对并发布{PeriodWords.Title(span)}成绩单", $"Check and publish the card for {span}");

    public static Words GoWrite(ListSteps steps) => steps switch
    {
        { Stale: true } => new($"生成{PeriodWords.Title(steps.Span)}成绩单更正版", $"Write a corrected card for {steps.Span}"),
        { Published: not null } => new($"重新生成{PeriodWords.Title(steps.Span)}成绩单", $"Write the card for {steps.Span} anew"),
        _ => new($"生成{PeriodWords.Title(steps.Span)}成绩单", $"Write the card for {steps.Span}"),
    };

    public static Words Adopted(int items, int indicators) => new($"已采纳 {items} 项、{indicators} 个指标，承办单位已收到通知", $"{items} items with {indicators} indicators adopted; their units have been told");
}
