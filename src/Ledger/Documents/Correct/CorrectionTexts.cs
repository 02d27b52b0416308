
namespace Luoshi.Ledger.Documents.Correct;

/// <summary>Texts of the correction form and of a figure's history.</summary>
internal static class CorrectionTexts
{
    public static readonly Words Title = new("更正这个数字", "Correct this figure");
    public static readonly Words Lead = new("更正与机器读法并存，不会覆盖它；保存后重新核算。", "A correction stands beside the machine's reading and never over it; the audit runs again.");
    public static readonly Words Indicator = new("指标", "Indicator");
    public static readonly Words Unit = new("单位", "Unit");
    public static readonly Words UnitHint = new("不带万、亿：人、元、平方米。", "Without 万 or 亿: 人, 元, 平方米.");
    public static readonly Words Stance = new("计划或完成", "Stance");
    public static readonly Words Done = new("已完成", "done");
    public static readonly Words Planned = new("计划", "planned");
    public static readonly Words Plan = new("对应的计划数", "Plan it is set against");
    public static readonly Words PlanHint = new("选填。填完整的数，可带口径或区间：350000、200以上、不超过9、13—17；用它重算完成比例。", "Optional, in full, with a bound or a range if there is one: 350000, 200以上, 不超过9, 13-17; the percentage is recomputed with it.");
    public static readonly Words Reason = new("理由", "Reason");
    public static readonly Words Person = new("更正人", "Your name");
    public static readonly Words Save = new("保存更正", "Save correction");
    public static readonly Words Reset = new("恢复机器读法", "Back to the machine's reading");
    public static readonly Words Machine = new("机器读作", "Machine read");
    public static readonly Words Corrected = new("已更正", "corrected");
    public static readonly Words WasReset = new("恢复机器读法", "reset to the machine's reading");
    public static readonly Words PlanOfPlan = new("计划数本身不能再设计划；请把这个数字改为“已完成”，或清空计划数。", "A planned figure has no plan of its own; set it to done, or leave the plan empty.");
    public static readonly Words PlanNotANumber = new("请填一个大于 0 的数，可带口径或区间，如 350000、200以上、13—17。", "Give a number above 0, with a bound or range if there is one: 350000, 200以上, 13-17.");
    public static readonly Words NothingChanged = new("与机器读法相同，没有需要保存的更正。", "This is what the machine read; there is nothing to save.");

    public static Words Missing(string field) => field switch
    {
        CorrectFigure.Reason => new("请写明理由，例如“原文标题写明是目标”。", "Say why, such as “the heading calls it a target”."),
        CorrectFigure.Person => new("请填写姓名或岗位。", "Give your name or post."),
        _ => new("请填写指标名称。", "Give the indicator's name."),
    };

    public static Words TooLong(int most) => new($"最多 {most} 个字。", $"At most {most} characters.");
}
