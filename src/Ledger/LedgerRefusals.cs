using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger;

/// <summary>What the ledger refuses: what, where, and what to do next.</summary>
internal static class LedgerRefusals
{
    public static Refusal NotFound { get; } = new("ledger.not_found", "没有找到该记录，可能已被调整。请返回列表重新选择。", "There is no such record; it may have been changed. Go back to the list and choose again.");

    public static Refusal NotAllowed { get; } = new("ledger.not_allowed", "您当前的岗位不能办理此事项。如有疑问请联系督查室。", "Your post may not do this. Ask the inspection office if in doubt.");

    public static Refusal Conflict { get; } = new("ledger.conflict", "在您填写期间，他人已修改了这份数据。两个版本都已保留，请核对后再保存。", "Somebody else changed this while you were typing. Both versions are kept; compare them and save again.");

    public static Refusal ListClosed { get; } = new("ledger.list_closed", "该清单已归档，不能再修改。", "The list is closed and can no longer be changed.");

    public static Refusal NeedsDecision { get; } = new("ledger.needs_decision", "调整目标必须写明依据文件和理由。", "A target is changed only with the decision it rests on and a reason.");

    public static Refusal NothingChanged { get; } = new("ledger.nothing_changed", "没有任何变化，未作保存。", "Nothing was changed, so nothing was saved.");

    public static Refusal TooLong(string field, int most) => new("ledger.too_long", $"内容过长，最多{most}字。", $"The text is too long; {most} characters at most.", field);

    public static Refusal Missing(string field, string chinese, string english) => new("ledger.missing", $"请填写{chinese}。", $"Fill in the {english}.", field);

    public static Refusal Impossible(string what, string english) => new("report.impossible", what, english);
}
