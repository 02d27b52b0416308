using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Verifying;

/// <summary>What verification refuses, and what to do then.</summary>
internal static class VerificationRefusals
{
    public static Refusal OwnReport { get; } = new("verify.own_report", "填报或审签过这个数的人不能核验它，请由他人核验。", "Who reported this number or signed for it cannot verify it; somebody else must.");

    public static Refusal NoFigure { get; } = new("verify.no_figure", "这一期还没有审定的数，审定后再核验。", "There is no accepted number for this period; verify it once there is.");

    public static Refusal FigureMoved { get; } = new("verify.figure_moved", "这个数在您核验期间被更正，请对照新的数重新核验。", "The number was corrected while you were verifying; verify the new one.");

    public static Refusal Unreadable { get; } = new("verify.unreadable", "没有读懂您核验的是哪个数，未作保存；请刷新页面，对照现在的数重新核验。", "The number you verified could not be read, so nothing was saved; reload the page and verify the number as it stands.");

    public static Refusal PaperNeeded { get; } = new("verify.paper_needed", "认证须附文件，如验收单、审计报告、名册。", "Certifying needs a document, such as an acceptance certificate, an audit or a register.", "file");

    public static Refusal NoLevel { get; } = new("verify.no_level", "请选择核验结论。", "Choose what the verification found.", "level");

    public static Refusal Cleared { get; } = new("verify.cleared", "这条核验意见已经解除。", "This was cleared up already.");
}
