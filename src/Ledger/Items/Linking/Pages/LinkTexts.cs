namespace Luoshi.Ledger.Items.Linking.Pages;

internal static class LinkTexts
{
    public static readonly Words Title = new("关联同一承诺", "Link the same promise");
    public static readonly Words Lead = new("同一件事写在几份清单里，关联后只报一次，两边都算数；各清单的文字、序号、目标各自保留。", "One thing that stands in several lists is reported once and counts in all of them; each list keeps its own words, number and target.");
    public static readonly Words Panel = new("同一承诺还在", "The same promise in other lists");
    public static readonly Words NoProposals = new("没有发现其他清单里相同的承诺", "No other list seems to hold a promise of this one");
    public static readonly Words NoProposalsHint = new("按名称、单位、数量比对本年和前后一年的未归档清单。", "Open lists of this year and its neighbours are compared by names, units and numbers.");
    public static readonly Words Here = new("本清单", "This list");
    public static readonly Words There = new("另一清单", "Other list");
    public static readonly Words Why = new("依据", "Why");
    public static readonly Words LinkThere = new("关联，由本清单的单位报", "Link; this list's unit reports");
    public static readonly Words LinkHere = new("关联，由对方的单位报", "Link; the other's unit reports");
    public static readonly Words Unlink = new("解除关联", "Unlink");
    public static readonly Words Reason = new("解除的理由", "Why it is taken back");
    public static readonly Words CountedThere = new("由对方上报，数据自动计入", "reported there, counted here");
    public static readonly Words CountedHere = new("由本项上报，对方自动计入", "reported here, counted there");
    public static readonly Words OnlyLinked = new("仅关联，各自上报", "linked only, reported separately");
    public static Words Own(IReadOnlyList<Kernel.Time.Period> months) => new(
        $"{string.Join("、", months.Select(m => $"{m.LastDay.Month}月"))}用的是被计入一方自己报过的数，关联的数不改它；其他月份用关联的数",
        $"in {string.Join(", ", months)} the number the counted item's own unit reported counts and the linked one leaves it alone; in other months the linked one counts");

    public static readonly Words Find = new("查找其他清单里的同一承诺", "Look for the same promise in other lists");
}
