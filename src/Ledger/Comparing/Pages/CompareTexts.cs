using Luoshi.Ledger.Matching;

namespace Luoshi.Ledger.Comparing.Pages;

internal static class CompareTexts
{
    public static readonly Words Title = new("对比", "Compare");
    public static readonly Words Lead = new("把两份材料里说的同一件事放在一起：承诺了什么、报告了什么、改了什么、漏了什么。", "Puts side by side what two sources say of the same thing: what was promised, what is reported, what was changed, what was dropped.");
    public static readonly Words LeftSide = new("先（承诺、较早的）", "Earlier: the promises");
    public static readonly Words RightSide = new("后（结果、较晚的）", "Later: the results");
    public static readonly Words Pick = new("请选择", "Choose");
    public static readonly Words Go = new("对比", "Compare");
    public static readonly Words Swap = new("左右对调", "Swap sides");
    public static readonly Words Documents = new("文件", "Documents");
    public static readonly Words Lists = new("台账清单", "Lists of the ledger");
    public static readonly Words Cards = new("成绩单", "Report cards");
    public static readonly Words All = new("全部", "All");
    public static readonly Words Waiting = new("待确认", "To confirm");
    public static readonly Words Changed = new("有变化", "Changed");
    public static readonly Words DroppedTab = new("未再提及", "Dropped");
    public static readonly Words AddedTab = new("新增承诺", "New");
    public static readonly Words Others = new("其他数据", "Other figures");
    public static readonly Words Promised = new("承诺", "Promised");
    public static readonly Words Reported = new("报告", "Reported");
    public static readonly Words Findings = new("重算与变化", "Recomputed, changed");
    public static readonly Words Certain = new("自动对应", "matched");
    public static readonly Words Confirmed = new("已确认", "confirmed");
    public static readonly Words NeedsYou = new("待确认", "to confirm");
    public static readonly Words Same = new("是同一件", "Same promise");
    public static readonly Words Different = new("不是", "Not the same");
    public static readonly Words Other = new("对应的是：", "It is rather:");
    public static readonly Words NoOther = new("（上面这一条）", "(the one above)");
    public static readonly Words Person = new("您的姓名", "Your name");
    public static readonly Words PersonHint = new("认定会留下姓名和时间，以后的对比直接采用。", "Your answer is kept with name and time and used by later comparisons.");
    public static readonly Words Undo = new("重新认定", "Decide again");
    public static readonly Words Reasons = new("为什么", "Why");
    public static readonly Words NothingHere = new("这一类没有内容", "Nothing of this kind");
    public static readonly Words NothingMatched = new("没有找到说同一件事的数", "No figures that speak of the same thing were found");
    public static readonly Words NothingMatchedHint = new("请看看是不是选错了文件，或者两份材料说的不是同一个地方、同一批事。", "Perhaps a wrong document was chosen, or the two speak of different places or different work.");
    public static readonly Words DroppedLead = new("左边承诺了，右边没有再说。", "Promised on the left; the right does not speak of it.");
    public static readonly Words AddedLead = new("右边承诺了，左边没有。", "Promised on the right only.");
    public static readonly Words OthersLead = new("没有对应承诺的结果。", "Results without a promise on the other side.");
    public static readonly Words AlsoSaid = new("同一件事还报告了：", "Also reported of it:");
    public static readonly Words CompareWith = new("与另一份文件对比", "Compare with another document");

    public static Words CertaintyOf(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => Confirmed,
        Certainty.Sure => Certain,
        _ => NeedsYou,
    };

    public static Words Counted(int pairs, int waiting, int dropped, int added) =>
        new($"对上 {pairs} 条，其中 {waiting} 条待确认；未再提及 {dropped} 条，新增 {added} 条。", $"{pairs} matched, {waiting} of them to confirm; {dropped} dropped, {added} new.");
}
