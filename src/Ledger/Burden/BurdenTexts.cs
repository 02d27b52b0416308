namespace Luoshi.Ledger.Burden;

/// <summary>Texts of the burden meter.</summary>
internal static class BurdenTexts
{
    public static readonly Words Title = new("填报负担", "Reporting burden");
    public static readonly Words Lead = new("每个单位每月被要求填多少项，哪些被问了两遍。一个指标算一项，每个事项的文字说明算一项。", "How many fields each unit is asked for each month, and what is asked twice. A number is a field; the words on each item are one.");
    public static readonly Words Unit = new("单位", "Unit");
    public static readonly Words Twice = new("问了两遍", "Asked twice");
    public static readonly Words TwiceTitle = new("问了两遍的", "What is asked twice");
    public static readonly Words None = new("没有发现重复要求填报的指标。", "Nothing is asked twice.");
    public static readonly Words ByLink = new("两个事项已关联为同一承诺", "the two items are linked as one promise");
    public static readonly Words ByName = new("名称和单位相同", "same name and unit of measure");
    public static readonly Words What = new("指标", "Indicator");
    public static readonly Words First = new("第一处", "First");
    public static readonly Words Second = new("第二处", "Second");
    public static readonly Words Why = new("为什么", "Why");
    public static readonly Words Empty = new("这一年还没有要求填报的指标", "Nothing is asked for in this year yet");
    public static readonly Words EmptyHint = new("分解任务并设定指标后，这里显示各单位的填报量。", "Once tasks are assigned, each unit's fields are counted here.");
    public static readonly Words Confirm = new("已知重复，仍要新增", "I know it is asked twice; add it all the same");

    public static readonly Words AfterImport = new("采纳后各单位每月的填报量", "What each unit will be asked for each month");
    public static readonly Words NowFields = new("现在每月（个填报项）", "Now, fields a month");
    public static readonly Words ThenFields = new("采纳后每月（个填报项）", "Afterwards, fields a month");

    public static Words Now(UnitBurden unit, int month) => new(
        $"填报单位{unit.Name}{month}月已有{unit.In(month)}个填报项{(unit.Twice.Count > 0 ? $"，其中{unit.Twice.Count}项问了两遍" : "")}；新增后为{unit.In(month) + 1}个。",
        $"{unit.Name}, who will report it, is asked for {unit.In(month)} fields in month {month}{(unit.Twice.Count > 0 ? $", {unit.Twice.Count} of them twice" : "")}; with this one {unit.In(month) + 1}.");
}
