using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Approvals;

/// <summary>What approval refuses, and what to do then.</summary>
internal static class ApprovalRefusals
{
    public static Refusal OwnReport { get; } = new(
        "approval.own_report",
        "上报人不能审核自己填报的数据，请由本单位其他负责人审核。",
        "The reporter cannot approve their own report; another leader of the unit must.");

    public static Refusal OwnSignature { get; } = new(
        "approval.own_signature",
        "您已在本报告上签过字，不能再审定，请由督查室其他人员审定。",
        "You have already signed this report; somebody else in the office must accept it.");

    public static Refusal NotYours { get; } = new(
        "approval.not_yours",
        "只有签字的岗位可以撤回。",
        "Only the post that signed can take the signature back.");

    public static Refusal ReasonNeeded(ReportAction action) => new(
        "approval.reason_needed",
        $"{Name(action).Chinese}需要写明理由。",
        $"Write a reason: {Name(action).English.ToLowerInvariant()} needs one.");

    public static Refusal NotNow(ReportAction action, ReportState state) => new(
        "approval.not_now",
        $"报告目前为“{Name(state).Chinese}”，不能{Name(action).Chinese}。",
        $"The report is {Name(state).English.ToLowerInvariant()}; {Name(action).English.ToLowerInvariant()} is not possible now.");

    public static Words Name(ReportState state) => state switch
    {
        ReportState.Draft => new("草稿", "Draft"),
        ReportState.Submitted => new("待单位审核", "Waiting for the unit"),
        ReportState.UnitApproved => new("待督查室审定", "Waiting for the office"),
        ReportState.Accepted => new("已审定", "Accepted"),
        ReportState.Locked => new("已锁定", "Locked"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Words Name(ReportAction action) => action switch
    {
        ReportAction.Save => new("保存", "Save"),
        ReportAction.Submit => new("上报", "Submit"),
        ReportAction.Withdraw => new("撤回", "Withdraw"),
        ReportAction.Approve => new("审核通过", "Approve"),
        ReportAction.WithdrawApproval => new("撤回审核", "Withdraw approval"),
        ReportAction.Accept => new("审定", "Accept"),
        ReportAction.Return => new("退回", "Return"),
        ReportAction.Lock => new("锁定", "Lock"),
        ReportAction.Correct => new("更正", "Correct"),
        ReportAction.Supplement => new("补报", "Supplement"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
    };
}
