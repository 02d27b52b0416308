using Luoshi.Kernel.Time;
using Luoshi.Ledger.Overview;
using Luoshi.Ledger.Overview.Filtering;

namespace Luoshi.Ledger.Pages;

/// <summary>Texts of the first page.</summary>
internal static class HomeTexts
{
    public static Words Because(string why) => new($"（{why}）", $"({why})");

    public static readonly Words Title = new("工作台", "Desk");
    public static readonly Words Burning = new("什么在告急", "What burns");
    public static readonly Words Red = new("亮红灯", "Red");
    public static readonly Words Leading = new("我牵头的事项", "Items I lead");
    public static readonly Words ForMe = new("等我办理", "Waiting for me");
    public static readonly Words Nothing = new("没有等您办理的事。", "Nothing waits for you.");
    public static readonly Words ToSign = new("待我审签的月报", "Reports to sign");
    public static readonly Words ToReport = new("我要上报", "Mine to report");
    public static readonly Words ToSignFor = new("待签收的任务", "Tasks to sign for");
    public static readonly Words Supplements = new("待补报", "Supplements");
    public static readonly Words BeingWritten = new("已起草，还没有上报", "begun, not submitted yet");
    public static readonly Words Holding = new("月报在谁手上", "Who holds the reports");
    public static readonly Words ReportCount = new("月报（份）", "Reports");
    public static readonly Words News = new("上次来访以后", "Since your last visit");
    public static readonly Words Quiet = new("没有变化。", "Nothing has changed.");
    public static readonly Words Lists = new("清单", "Lists");
    public static readonly Words ListsAll = new("全部清单", "All lists");
    public static readonly Words NoLists = new("还没有清单", "No lists yet");
    public static readonly Words NoListsHint = new("有了任务分解表，一步就能建好清单。", "With a task sheet the list is made in one step.");
    public static readonly Words Year = new("年度", "Year");
    public static readonly Words List = new("清单", "List");
    public static readonly Words Items = new("事项", "Items");
    public static readonly Words Lights = new("最近一次评定", "Last rated");
    public static readonly Words NotRated = new("尚未评定", "not rated yet");
    public static readonly Words Closed = new("（已归档）", " (closed)");
    public static readonly Words OpenList = new("导入任务表，新建清单", "New list from a task sheet");
    public static readonly Words GoOnWithCard = new("核对并发布成绩单", "Check and publish the card");
    public static readonly Words ImportHere = new("导入任务表", "Import the task sheet");
    public static readonly Words ToCard = new("下一步", "Next step");

    public static Words FillIn(Period period) => new($"填报{period.LastDay.Month}月进展", $"Report for {period}");

    public static Words Supplement(Period period) => new($"补报{period.LastDay.Month}月进展", $"Supplement for {period}");

    public static Words Period(Period period) => new($"{period.Year}年{period.LastDay.Month}月报告期", $"Reporting period {period}");

    public static Words NextMonth(Period month) => new($"填{month.LastDay.Month}月", $"fill in {month}");

    public static Words AsOf(Period rated) => new($"指标数，各清单合计，按{rated.Year}年{rated.LastDay.Month}月评定", $"indicators, all lists together, as rated for {rated}");

    public static Words Burns(RowState state, Period rated) => state switch
    {
        RowState.TurnedRed => new($"{rated.LastDay.Month}月转红", $"Turned red in {rated}"),
        RowState.NotReported => new("过了截止日未报的指标", "Indicators past the cut-off"),
        _ => OverviewTexts.Name(state) is var name ? new(name.Chinese, char.ToUpperInvariant(name.English[0]) + name.English[1..]) : default,
    };

    public static Words Reports(int count) => new($"{count} 份", $"{count}");

    public static Words Oldest(string moment) => new($"最早的 {moment}", $"the oldest since {moment}");

    public static Words Tasks(int count) => new($"{count} 项", $"{count}");

    public static Words Moved(int count) => new($"{count} 份月报有新进展", $"{count} reports have moved on");

    public static Words TargetChanged(string indicator, string? decision) => new($"调整了“{indicator}”的目标（{decision}）", $"the target of \"{indicator}\" was changed ({decision})");

    public static Words SinceWhen(string moment) => new($"{moment} 以来", $"since {moment}");
}
