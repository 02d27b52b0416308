using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Verifying;

using Level = Assessments.Verification;

/// <summary>Texts of verification, and how its levels look.</summary>
internal static class VerificationTexts
{
    public static readonly Words Title = new("核验", "Verification");
    public static readonly Words Open = new("核验这个数", "Verify this number");
    public static readonly Words Number = new("审定的数", "Accepted number");
    public static readonly Words Reporter = new("填报单位", "Reported by");
    public static readonly Words Evidence = new("填报时的佐证", "Evidence handed in with the report");
    public static readonly Words NoEvidence = new("填报时没有附佐证材料。", "No evidence was handed in with the report.");
    public static readonly Words Voices = new("核验意见", "What was found");
    public static readonly Words NoVoices = new("还没有人核验。", "Nobody has verified it yet.");
    public static readonly Words Level = new("结论", "Finding");
    public static readonly Words Basis = new("依据", "Ground");
    public static readonly Words BasisHint = new("何人何时到何处、查阅何种文件、访问多少人", "Who went where and when, which papers were seen, how many people were asked");
    public static readonly Words File = new("佐证文件或照片", "Document or photo");
    public static readonly Words FileHint = new("“有证明”必须附文件；原件不公开", "Needed for a certificate; the original is never public");
    public static readonly Words By = new("核验岗位", "By");
    public static readonly Words When = new("时间", "When");
    public static readonly Words Record = new("记录核验结论", "Record the finding");
    public static readonly Words Outdated = new("核验后数据已更正，不再计入", "the number was corrected since; no longer counts");
    public static readonly Words ClearedUp = new("已解除", "cleared up");
    public static readonly Words Clear = new("解除", "Clear up");
    public static readonly Words ClearReason = new("解除的理由", "Why it is cleared up");
    public static readonly Words Choose = new("请选择", "Choose");
    public static readonly Words NotYours = new("核验由督查机构、核验人员办理；“有证明”也可由本单位负责人出具。填报、审签过这个数的人不能核验。", "The inspection office and inspectors verify; the unit's leader may certify. Nobody who reported or signed for the number verifies it.");

    /// <summary>Code to shape, word and colour.</summary>
    public static StatusLook Look(Level level) => level switch
    {
        Assessments.Verification.SelfReported => new(StatusShape.Ring, Name(level), Tone.Plain),
        Assessments.Verification.Certified => new(StatusShape.HalfDot, Name(level), Tone.Indigo),
        Assessments.Verification.Inspected => new(StatusShape.Check, Name(level), Tone.Jade),
        Assessments.Verification.CitizenConfirmed => new(StatusShape.Check, Name(level), Tone.Jade),
        Assessments.Verification.Contradicted => new(StatusShape.Cross, Name(level), Tone.Cinnabar),
        _ => new(StatusShape.Dash, Name(level), Tone.Plain),
    };

    public static Words Name(Level level) => level switch
    {
        Assessments.Verification.SelfReported => new("单位自报", "self-reported"),
        Assessments.Verification.Certified => new("有证明", "certified"),
        Assessments.Verification.Inspected => new("已核查", "inspected"),
        Assessments.Verification.CitizenConfirmed => new("群众认可", "confirmed by citizens"),
        Assessments.Verification.Contradicted => new("核查不符", "contradicted"),
        _ => new("无数据", "no number"),
    };

    /// <summary>As open data writes it.</summary>
    public static string Code(Level level) => Acting.LocalRules.Code(level);
}
