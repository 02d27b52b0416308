using Luoshi.Ledger.ReportCards.Changing;

namespace Luoshi.Ledger.Pages;

/// <summary>Texts of a card's draft, its publication and its corrections.</summary>
internal static class CardTexts
{
    public static readonly Words TakeChanges = new("把变了的数改进正文（其他修改和照片不动）", "Bring the changed numbers into the text; other edits and photos stay");
    public static readonly Words WriteAnew = new("全部重新生成（现在的正文留作旧稿，可取回）", "Write all of it anew; the present text is kept and can be taken back");
    public static readonly Words TakeBack = new("取回这份旧稿", "Take this text back");
    public static readonly Words AgainTitle = new("这份草稿改过文字，要怎样重新生成？", "This draft was edited. How is it to be written again?");
    public static readonly Words AgainHint = new("两种做法都保留已选的照片。", "Either way the chosen photos stay.");
    public static readonly Words ConfirmTitle = new("发布前请确认", "Before it goes out");
    public static readonly Words Confirm = new("确认发布", "Publish now");
    public static readonly Words Back = new("回去再改", "Back to the draft");
    public static readonly Words ConfirmHint = new("发布后任何人都能看到下面这些；发布过的成绩单不能收回，只能发布更正版。", "Everybody will see what follows. A published card cannot be taken back, only corrected by a new edition.");
    public static readonly Words ConfirmNumbers = new("正文和其中每个数的来历：承诺原文、各月上报、目标调整及其文号和理由、核验程度", "The text, and where each number comes from: promise, monthly reports, changed targets with document and reason, verification");
    public static readonly Words ConfirmFiles = new("Word、CSV、JSON 下载", "Downloads as Word, CSV and JSON");
    public static readonly Words Corrects = new("更正版", "Corrected edition");
    public static readonly Words WordsOnly = new("各数与上一版相同，改的是文字。", "The numbers are those of the former edition; words were changed.");
    public static readonly Words Newer = new("看更正后的版本", "Open the corrected edition");
    public static readonly Words Stale = new("发布以后台账更正过下面的数，正文仍是发布时的原样：", "The ledger has corrected these numbers since publication; the text stands as it was published:");

    public static Words Moved(int count) => new($"台账已变：草稿生成以后有 {count} 个数变了", $"The ledger has changed: {count} numbers differ since the draft was written");

    public static Words Former(string moment) => new($"{moment}重新生成前的正文", $"The text before it was written again, {moment}");

    public static Words Photos(int count) => new($"照片 {count} 张（缩小的副本）", $"{count} photos, as smaller copies");

    public static Words Replaces(int edition) => new($"第{edition}版：作为更正版发布，原来的一版仍可查看，并注明已有更正", $"Edition {edition}: it corrects the former one, which stays readable and says so");

    public static Words Edition(int number) => new($"更正版（第{number}版）", $"corrected edition, no. {number}");

    public static Words SinceFormer(int number) => new($"与第{number}版相比", $"Against edition {number}");

    public static Words Corrected(FigureChange change, string? moment)
    {
        var when = moment is null ? "" : $"，{moment}";
        var on = moment is null ? "" : $", {moment}";
        return change switch
        {
            { New: { } now } => new Words($"已更正为{now}{when}", $"corrected to {now}{on}"),
            { Now: { } nought } => new Words($"现为{nought}{when}", $"now {nought}{on}"),
            _ => new Words($"台账已撤回这个数，待重报{when}", $"taken back by the ledger{on}"),
        };
    }
}
