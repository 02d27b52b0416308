using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Items.Assigning;

internal static class AssignRefusals
{
    public static Refusal DeadlineNeedsDecision { get; } = new("assign.deadline_needs_decision", "完成时限已经确定，调整须写明依据文件和理由。", "The deadline was set before; it is moved only with the decision it rests on and a reason.", "reason");

    public static Refusal NoUnit { get; } = new("assign.no_unit", "所选单位不存在或已撤销，请重新选择。", "A chosen unit does not exist or has ended; choose again.", "lead");

    public static Refusal NoPost { get; } = new("assign.no_post", "所选分管领导岗位不存在，请重新选择。", "The chosen post does not exist; choose again.", "post");

    public static Refusal Signed { get; } = new("assign.signed", "该任务已经签收。", "The task was signed for already.");

    public static Refusal UnknownUnit(string field, string name) => new("assign.unknown_unit", $"单位名册中没有“{name}”，请核对名称。", $"No unit is called \"{name}\"; check the name.", field);

    public static Refusal ManyUnits(string field, string name) => new("assign.many_units", $"有多个单位叫“{name}”，请写全称。", $"Several units are called \"{name}\"; write the full name.", field);
}
