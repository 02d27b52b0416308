using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Overview;

/// <summary>Texts of the overview: filters, views, bulk actions, the leader's page and reminders.</summary>
internal static class OverviewTexts
{
    public static readonly Words Title = new("总览", "Overview");
    public static readonly Words Rows = new("列表", "List");
    public static readonly Words Board = new("看板", "Board");
    public static readonly Words Timeline = new("时间轴", "Timeline");
    public static readonly Words Months = new("走势", "By month");
    public static readonly Words View = new("视图", "View");
    public static readonly Words Filter = new("筛选", "Filter");
    public static readonly Words MoreFilters = new("更多条件", "More");
    public static readonly Words Clear = new("清除条件", "Clear");
    public static readonly Words Search = new("查找", "Search");
    public static readonly Words SearchHint = new("事项、指标或项号", "item, indicator, no.");
    public static readonly Words AsOf = new("截至", "As of");
    public static readonly Words List = new("清单", "List");
    public static readonly Words AllLists = new("全部清单", "All lists");
    public static readonly Words Light = new("亮灯", "Light");
    public static readonly Words State = new("进度", "State");
    public static readonly Words Any = new("不限", "Any");
    public static readonly Words Unit = new("单位", "Unit");
    public static readonly Words Part = new("单位的角色", "Part of the unit");
    public static readonly Words Below = new("含下级单位", "with units below");
    public static readonly Words Official = new("分管领导", "Lead official");
    public static readonly Words Bundle = new("件／类", "Commitment");
    public static readonly Words Kind = new("指标类别", "Kind");
    public static readonly Words Stage = new("阶段", "Stage");

    public static readonly Words Number = new("项", "No.");
    public static readonly Words Item = new("事项与指标", "Item and indicator");
    public static readonly Words Pick = new("选", "Pick");
    public static readonly Words PickAll = new("全选本页", "Pick all on this page");
    public static readonly Words Total = new("合计", "Total");
    public static readonly Words Columns = new("选择列", "Columns");
    public static readonly Words ColumnsKeep = new("按所选显示", "Show these");
    public static readonly Words Kept = new("常用筛选", "Kept filters");
    public static readonly Words KeepThis = new("保存当前筛选", "Keep this filter");
    public static readonly Words KeepName = new("名称", "Name");
    public static readonly Words Keep = new("保存", "Keep");
    public static readonly Words Drop = new("删除", "Remove");
    public static readonly Words Download = new("导出", "Export");
    public static readonly Words None = new("没有符合条件的指标", "Nothing matches");
    public static readonly Words NoneHint = new("换一个月份，或清除部分条件。", "Choose another month, or clear some of the filter.");
    public static readonly Words Unrated = new("本月还没有评定结果", "Nothing was rated for this month");
    public static readonly Words UnratedHint = new("在清单页评定该月进度后，各单位的灯会显示在这里。", "Rate the month on the list's page; the lights appear here.");
    public static readonly Words SortNeedsFilter = new("结果较多，只能按紧迫程度排列；先缩小范围，再按其他列排序。", "There are too many rows to sort by another column; they stand by urgency. Narrow the filter first.");
    public static readonly Words ByLight = new("按亮灯", "By light");
    public static readonly Words ByState = new("按进度", "By state");
    public static readonly Words ByStage = new("按阶段", "By stage");
    public static readonly Words Columned = new("分栏方式", "Columns by");
    public static readonly Words MoreRows = new("全部查看", "See all");
    public static readonly Words NoneHere = new("无", "none");
    public static readonly Words Today = new("今天", "today");
    public static readonly Words Heat = new("单位热力图", "Heat map");
    public static readonly Words UnitsTitle = new("上报情况", "Who has reported");
    public static readonly Words Distribution = new("各月亮灯分布", "Lights by month");
    public static readonly Words Month = new("月份", "Month");

    public static readonly Words BulkTitle = new("对选中的办理", "Act on the picked rows");
    public static readonly Words Remind = new("催办", "Remind");
    public static readonly Words RemindText = new("附言（可不填）", "A word with it (optional)");
    public static readonly Words RemindDo = new("催办选中的单位", "Remind the units picked");
    public static readonly Words Decide = new("认定进度", "Decide the light");
    public static readonly Words DecideDo = new("认定选中的指标", "Decide for the rows picked");
    public static readonly Words Reason = new("理由", "Reason");
    public static readonly Words Assign = new("分派", "Assign");
    public static readonly Words AssignDo = new("分派选中的事项", "Assign the items picked");
    public static readonly Words LeadUnit = new("改由该单位牵头（不改则留空）", "New lead unit (blank: as it is)");
    public static readonly Words LeadPost = new("分管领导", "Lead official");
    public static readonly Words AsItIs = new("不变", "as it is");
    public static readonly Words Basis = new("依据文件", "Decision it rests on");
    public static Words Owed(int lines) => new($"审定后又分来{lines}个指标", $"{lines} indicators came after it was accepted");

    public static readonly Words CorrectingHasReported = new("本期报过，正在更正，不必催办", "It has reported and is correcting its report; nothing to remind of");
    public static readonly Words NothingToRemind = new("已经上报，无需催办", "Reported; nothing to remind of");
    public static readonly Words NobodyToRemind = new("没有在岗人员，催办送不到。", "Nobody holds a post here, so nobody can be told.");
    public static readonly Words Roster = new("去机构名册安排人员", "Appoint somebody in the roster");

    public static Words TellParent(string parent) => new($"没有在岗人员，勾选后改为通知{parent}", $"Nobody holds a post here; ticked, {parent} is told instead");

    public static readonly Words NothingPicked = new("还没有选中任何一行。", "No row was picked.");
    public static readonly Words Result = new("办理结果", "What was done");
    public static readonly Words RefusedRows = new("未办成", "Refused");
    public static readonly Words DoneRows = new("已办", "Done");
    public static readonly Words Why = new("原因", "Why");
    public static readonly Words Back = new("返回", "Back");

    public static readonly Words LeaderTitle = new("我的事项", "My items");
    public static readonly Words LeaderNone = new("还没有由您分管的事项", "No item has you as its lead official yet");
    public static readonly Words LeaderNoneHint = new("办公室分派事项时选定分管领导岗位，事项会出现在这里；代理期间，被代理岗位的事项也在这里。", "Items appear here once the office names your post as lead official; while you stand in for another post, its items are here too.");
    public static readonly Words LeaderRed = new("亮红灯", "Red");
    public static readonly Words LeaderUnreported = new("本月未报", "Not reported");
    public static readonly Words LeaderNext = new("近期节点", "Coming up");
    public static readonly Words LeaderBehind = new("滞后", "Behind");
    public static readonly Words LeaderAsks = new("请您协调：", "Help is asked for:");
    public static readonly Words LeaderNoUnit = new("没有上报单位", "no unit reports it");
    public static readonly Words Contact = new("联系人", "contact");
    public static readonly Words SaidHelp = new("需协调", "Help needed");
    public static readonly Words SaidProblem = new("问题", "Problem");
    public static readonly Words SaidProgress = new("进展", "Progress");
    public static readonly Words SaidNext = new("下一步", "Next step");
    public static readonly Words SaidNever = new("该单位的月报里还没有这一项。", "No report of the unit tells of this item yet.");
    public static readonly Words SaidNothing = new("只报了数，没有文字说明。", "Numbers only, no words.");
    public static readonly Words SaidAbove = new("单位的说明见上", "The unit's words stand above");
    public static readonly Words SaidNotAccepted = new("（尚未审定）", " (not accepted yet)");
    public static readonly Words Trend = new("走势", "Trend");
    public static readonly Words AllOfThem = new("全部", "All");
    public static readonly Words ForPost = new("岗位", "Post");

    public static readonly Words Holder = new("在谁手上", "Who holds it");
    public static readonly Words Since = new("自何时", "Since");
    public static readonly Words Reminded = new("催办", "Reminded");
    public static readonly Words AnyState = new("全部状态", "Any state");
    public static readonly Words UnitsNone = new("没有这样的单位", "No such unit");
    public static readonly Words Period = new("报告期", "Period");

    public static Words SaidIn(Period period) => new($"{period.LastDay.Month}月月报怎么说", $"as said in the report of {period}");

    public static Words ReportOf(Period period) => new($"{period.LastDay.Month}月月报", $"Report of {period}");

    /// <param name="since">As it is printed; null where nothing was ever saved.</param>
    public static Words HeldBy(UnitStanding report, string? since) => report.Holder is null ? new("", "")
        : new($"在{Name(report.Holder).Chinese}手上{(since is null ? "" : $"，自 {since}")}", $"with {Name(report.Holder).English}{(since is null ? "" : $" since {since}")}");

    public static Words UnitNotFound(string name, int found) => found == 0
        ? new($"单位名册中没有“{name}”，请核对名称。", $"No unit is called \"{name}\"; check the name.")
        : new($"有 {found} 个单位叫“{name}”，请写全称。", $"{found} units are called \"{name}\"; write the full name.");

    public static Words Count(int rows, bool whole) => whole
        ? new($"{rows.ToString("#,0", CultureInfo.InvariantCulture)} 项指标", $"{rows.ToString("#,0", CultureInfo.InvariantCulture)} indicators")
        : new($"超过 {OverviewRows.MostCounted.ToString("#,0", CultureInfo.InvariantCulture)} 项指标", $"more than {OverviewRows.MostCounted.ToString("#,0", CultureInfo.InvariantCulture)} indicators");

    public static Words Name(UnitPart part) => part switch
    {
        UnitPart.Lead => new("牵头", "leads"),
        UnitPart.Responsible => new("责任", "is responsible"),
        UnitPart.Supporting => new("配合", "supports"),
        UnitPart.Any => new("任一角色", "has any part"),
        _ => new("上报", "reports"),
    };

    public static Words Name(RowState state) => state switch
    {
        RowState.Behind => new("滞后", "behind"),
        RowState.Overdue => new("已逾期", "overdue"),
        RowState.NotReported => new("未报", "not reported"),
        RowState.TurnedRed => new("本月转红", "turned red"),
        RowState.Recovered => new("红灯已恢复", "recovered"),
        RowState.OnTrack => new("按序时", "on track"),
        RowState.Ahead => new("超序时", "ahead"),
        RowState.Met => new("已完成目标", "target met"),
        RowState.NotDue => new("未到期", "not due"),
        RowState.Awaited => Acting.LocalRules.Awaited,
        _ => new("不计进度", "not measured"),
    };

    public static Words Name(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Quantity => new("数量", "quantity"),
        IndicatorKind.Rate => new("比率", "rate"),
        IndicatorKind.Money => new("资金", "money"),
        IndicatorKind.Milestone => new("节点", "milestones"),
        IndicatorKind.Policy => new("政策", "policy"),
        _ => new("开放", "open"),
    };

    public static Words Name(Stage stage) => stage switch
    {
        Indicators.Stage.Approved => new("立项", "approved"),
        Indicators.Stage.Started => new("开工", "started"),
        Indicators.Stage.Completed => new("完工", "completed"),
        Indicators.Stage.InUse => new("投用", "in use"),
        Indicators.Stage.Delivered => new("发放受益", "delivered"),
        _ => new("未分阶段", "no stage"),
    };

    public static Words Name(RowColumn column) => column switch
    {
        RowColumn.List => List,
        RowColumn.Unit => Unit,
        RowColumn.Official => Official,
        RowColumn.Promise => new("承诺", "Promise"),
        RowColumn.Result => new("完成", "Result"),
        RowColumn.Percent => new("占年计划", "Of plan"),
        RowColumn.Due => new("序时", "Due"),
        RowColumn.Gap => new("差距（百分点）", "Gap, points"),
        RowColumn.Reason => new("说明", "Why"),
        RowColumn.Trend => new("近几月", "Lately"),
        RowColumn.Verification => new("核实程度", "Verified"),
        _ => new("完成时限", "Deadline"),
    };

    public static Words Name(ReportStanding standing) => standing switch
    {
        ReportStanding.NotReported => new("未报", "not reported"),
        ReportStanding.Correcting => new("更正中", "correcting"),
        ReportStanding.Supplement => new("待补报", "owes a supplement"),
        ReportStanding.Submitted => new("待单位审核", "waits for the unit's leader"),
        ReportStanding.UnitApproved => new("待督查室审定", "waits for the office"),
        ReportStanding.Accepted => new("已审定", "accepted"),
        _ => new("已锁定", "locked"),
    };

    public static StatusLook Look(ReportStanding standing) => standing switch
    {
        ReportStanding.NotReported or ReportStanding.Supplement => new(StatusShape.Ring, Name(standing), Tone.Amber),
        ReportStanding.Correcting => new(StatusShape.Triangle, Name(standing), Tone.Amber),
        ReportStanding.Submitted or ReportStanding.UnitApproved => new(StatusShape.HalfDot, Name(standing), Tone.Indigo),
        _ => new(StatusShape.Check, Name(standing), Tone.Jade),
    };

    public static Words Name(Hand? hand) => hand switch
    {
        Hand.Reporter => new("填报人", "the reporter"),
        Hand.UnitLeader => new("单位负责人", "the unit's leader"),
        Hand.Office => new("督查室", "the office"),
        _ => new("已办结", "nobody"),
    };
}
