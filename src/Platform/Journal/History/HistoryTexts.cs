namespace Luoshi.Platform.Journal;

internal static class HistoryTexts
{
    public static readonly Words History = new("历史", "History");
    public static readonly Words Lead = new("每次改动：何时、谁以什么岗位、做了什么、理由与依据、改前与改后。", "Every change: when, who for which post, what, why and on what ground, before and after.");
    public static readonly Words Open = new("查看全部改动", "Show every change");
    public static readonly Words Empty = new("还没有记录", "Nothing recorded yet");
    public static readonly Words EmptyHint = new("每次改动都会在这里留下时间、岗位、理由和前后值。", "Each change will leave its time, post, reason and both values here.");
    public static readonly Words Purpose = new("理由", "Reason");
    public static readonly Words Basis = new("依据", "Basis");
    public static readonly Words Was = new("原", "was");
    public static readonly Words Is = new("现", "now");
    public static readonly Words Nothing = new("空", "empty");
    public static readonly Words Sealed = new("已封存", "sealed");
    public static readonly Words NotSealed = new("待封存", "not sealed yet");
    public static readonly Words Back = new("返回", "Back");
    public static readonly Words Yes = new("是", "yes");
    public static readonly Words No = new("否", "no");
    public static readonly Words Secret = new("（不记录内容）", "(the content is not kept)");
    public static readonly Words Details = new("详情", "Details");
    public static readonly Words Gone = new("（已不存在的记录）", "(something no longer there)");

    public static Words Verb(JournalChange change) => change switch
    {
        JournalChange.Added => new Words("新增", "added"),
        JournalChange.Removed => new Words("删除", "removed"),
        _ => new Words("修改", "changed"),
    };

    public static Words More(int count) => new($"另有 {count} 处改动", $"{count} further changes");
}
