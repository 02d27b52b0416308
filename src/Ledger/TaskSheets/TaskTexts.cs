namespace Luoshi.Ledger.TaskSheets;

/// <summary>Texts of the task sheet.</summary>
internal static class TaskTexts
{
    public static readonly Words Title = new("任务分解表", "Task sheet");
    public static readonly Words Lead = new("谁牵头、谁配合，什么时候完成什么，钱从哪来、到了多少。", "Who leads and who helps, what is due when, where the money comes from and how much of it is there.");
    public static readonly Words Publish = new("向社会公布", "Publish");
    public static readonly Words PublishHint = new("公布后所有人可见；联系人不公开。公布的是现在的内容，以后的修改要再次公布才公开。", "Everybody can read it then; contacts stay inside. What is public is what stands here now; later changes are public once published again.");
    public static readonly Words PublishAgain = new("公布新版", "Publish a new edition");
    public static readonly Words Editions = new("公布过的版本", "Editions");
    public static readonly Words Withdraw = new("撤回已公布的分解表", "Withdraw what is public");
    public static readonly Words WithdrawReason = new("撤回的理由", "Why it is withdrawn");
    public static readonly Words WithdrawHint = new("理由会公开显示", "The reason is shown to everybody");
    public static readonly Words Withdrawn = new("已撤回", "withdrawn");
    public static readonly Words IsPublic = new("已公布", "Public");
    public static readonly Words Edit = new("修改", "Edit");
    public static readonly Words EditTitle = new("修改分解表", "Edit the task sheet");
    public static readonly Words Item = new("事项", "Item");
    public static readonly Words Goal = new("年度目标", "Year's target");
    public static readonly Words Plan = new("季度计划", "Plan by quarter");
    public static readonly Words Deadline = new("完成时限", "Deadline");
    public static readonly Words Funds = new("资金（万元）", "Funds, 万元");
    public static readonly Words Who = new("责任", "Who");
    public static readonly Words Official = new("分管领导", "Lead official");
    public static readonly Words Location = new("地点", "Location");
    public static readonly Words Coordinates = new("坐标", "Coordinates");
    public static readonly Words CoordinatesHint = new("纬度, 经度，如 36.0917, 120.375；用于核对照片的拍摄地点", "Latitude, longitude, such as 36.0917, 120.375; photos are held against it");
    public static readonly Words Contact = new("联系人", "Contact");
    public static readonly Words Basis = new("政策依据", "Policy basis");
    public static readonly Words Summary = new("公开摘要", "Public summary");
    public static readonly Words Content = new("主要内容", "Content");
    public static readonly Words Total = new("总投资", "Total investment");
    public static readonly Words Year = new("年度投资", "This year's investment");
    public static readonly Words Source = new("资金来源", "Source");
    public static readonly Words Planned = new("计划", "Planned");
    public static readonly Words Arrived = new("已到位", "Raised to date");
    public static readonly Words Paid = new("已拨付", "Allocated to date");
    public static readonly Words Amount = new("数量", "Amount");
    public static readonly Words Words = new("形象进度", "In words");
    public static readonly Words ByDecision = new("已有审定数据后，计划只能依据决定调整。", "Once a number was accepted, the plan changes by a decision only.");
    public static readonly Words From = new("自何日起（不填为今天；此前的月份仍按原计划评定）", "Holds from (today if left empty; earlier months keep the plan they had)");
    public static readonly Words Decision = new("依据文件", "Decision it rests on");
    public static readonly Words Reason = new("理由", "Reason");
    public static readonly Words Save = new("保存", "Save");
    public static readonly Words Elsewhere = new("单位、分管领导和完成时限在事项页“分解落实责任”中修改，目标在“调整目标”中凭文件修改。", "Units, lead official and deadline are changed where the item is assigned, targets by a recorded decision.");
    public static readonly Words Empty = new("清单里还没有事项", "The list has no items yet");
    public static readonly Words EmptyHint = new("导入任务分解表，或在清单页逐项录入。", "Import a task sheet, or add items on the list's page.");

    public static Words Contents(int items) => new($"目录：{items}项", $"Contents: {items} items");

    public static readonly Words WhichEdition = new("撤回哪一版", "Which edition");

    public static Words Edition(int number) => new($"第{number}版", $"edition {number}");

    public static Words IsWithdrawn(int number) => new($"第{number}版已撤回", $"Edition {number} was withdrawn");

    public static Words ChangedSince(int number) => new($"现在的内容与公布的第{number}版不同，公众看到的仍是第{number}版。", $"What stands here differs from edition {number}, which is what everybody still reads.");

    public static Words Quarter(int number) => new($"{"一二三四"[number - 1]}季度", $"Quarter {number}");
}
