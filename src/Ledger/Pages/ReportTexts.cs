using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.FillIn;

namespace Luoshi.Ledger.Pages;

/// <summary>Texts of a unit's monthly form.</summary>
internal static class ReportTexts
{
    public static readonly Words Saved = new("已保存", "Saved");
    public static readonly Words Submitted = new("已上报，等本单位负责人审核；审核前可以撤回", "Submitted; it waits for your unit's leader, and you can take it back until then");
    public static readonly Words BackToDesk = new("回工作台", "Back to the desk");
    public static readonly Words WhyBack = new("更正的理由", "Why it is corrected");
    public static readonly Words Returned = new("已退回，请按原因修改后重新上报", "Returned: correct it and submit it again");
    public static readonly Words SentBack = new("已退回，并已通知该单位填报员", "Returned; the unit's reporters were told");
    public static readonly Words Save = new("保存草稿", "Save draft");
    public static readonly Words Submit = new("上报", "Submit");
    public static readonly Words Progress = new("进展情况", "Progress");
    public static readonly Words MayBePublic = new("“进展情况”和“下一步”审定以后，可能随成绩单公开：任何人都能在数的来历页看到，请不写个人信息和内部事项。", "Once accepted, progress and next step can become public with a report card: anybody can read them where its numbers come from. Write nothing personal or internal.");
    public static readonly Words More = new("问题、需协调事项、下一步", "Problems, help needed, next step");
    public static readonly Words Problem = new("存在问题", "Problems");
    public static readonly Words Help = new("需协调事项", "Help needed");
    public static readonly Words Next = new("下一步", "Next step");
    public static readonly Words Reason = new("说明原因", "Reason");
    public static readonly Words BlankReason = new("没填的数：说明原因", "Why numbers are empty");
    public static readonly Words NoNews = new("本月无进展", "Nothing new this month");
    public static readonly Words SubmitNoNews = new("本月无进展，照此上报", "Nothing new this month; submit like this");
    public static readonly Words Files = new("佐证照片或文件", "Photos or documents as evidence");
    public static readonly Words FilesHint = new("JPEG、PNG、WebP、PDF、docx、xlsx，每份不超过 20 MB；只供审核，不公开", "JPEG, PNG, WebP, PDF, docx, xlsx, 20 MB each at most; for verification only, never public");
    public static readonly Words Attach = new("附照片或文件", "Add photos or documents");
    public static readonly Words Carry = new("没填的沿用上期", "Carry over last period where blank");
    public static readonly Words Nothing = new("本单位没有需要上报的指标", "This unit has nothing to report");
    public static readonly Words NothingHint = new("办公室分解任务后，指标会出现在这里。", "Indicators appear here once the office has assigned them.");

    public static readonly Words Forget = new("不要这些内容，看已保存的", "Throw it away and show what is saved");
    public static readonly Words NotSent = new("有内容还没有保存", "Something typed was not saved");
    public static readonly Words KeptHere = new("这些内容填写于本机，还没有送出；已放回表单，请核对后保存。填写时间：", "This was typed here and not yet sent; it is back in the form. Check it and save. Typed at: ");
    public static readonly Words Offline = new("网络已断开。填写的内容保存在本机，恢复后自动送出，请不要清除浏览器数据。", "The connection is down. What you type is kept on this device and sent when it is back; do not clear the browser's data.");
    public static readonly Words OfflineFiles = new("断网前选的照片和文件不会自动送出，恢复后请重新选择。", "Photos and files chosen before are not sent by themselves; choose them again when the connection is back.");
    public static readonly Words Waiting = new("恢复后将自动完成您刚才的操作。", "What you just pressed will be carried out when the connection is back.");
    public static readonly Words Ended = new("登录已失效。填写的内容保存在本机，登录后会回到这一页。", "Your session has ended. What you typed is kept on this device; after signing in you come back to this page.");
    public static readonly Words SignIn = new("重新登录", "Sign in again");
    public static readonly Words Aside = new("已暂存 ", "Kept aside at ");
    public static readonly Words NotAside = new("暂存没有成功，内容仍保存在本机；请保存草稿。", "It could not be kept on the server; it is still on this device. Save the draft.");

    public static readonly Words ConflictTitle = new("他人刚刚保存了这份报告，两个版本都在", "Somebody else has just saved this report; both versions are here");
    public static readonly Words Theirs = new("采用已保存的", "Take what was saved");
    public static readonly Words Mine = new("采用我填写的", "Take what I typed");
    public static readonly Words Empty = new("（空）", "(empty)");
    public static readonly Words NoneDiffers = new("对方保存的内容与您填写的没有不同，可以直接保存。", "What was saved and what you typed do not differ; you may save.");

    public static readonly Words Versions = new("各版本", "Versions");
    public static readonly Words Version = new("版本", "Version");
    public static readonly Words State = new("状态", "State");
    public static readonly Words When = new("时间", "When");
    public static readonly Words Why = new("理由", "Reason");
    public static readonly Words Changed = new("与上一版相比", "Against the version before");
    public static readonly Words First = new("首次上报", "first report");
    public static readonly Words Same = new("内容相同", "nothing differs");
    public static readonly Words Sheet = new("用 Excel 填报", "Fill in with Excel");

    public static Words Month(Kernel.Time.Period month) => new($"{month.LastDay.Year}年{month.LastDay.Month}月", month.ToString());

    public static Words KeptAside(string moment) => new($"{moment}填写的内容还没有保存", $"What was typed {moment} is not saved yet");

    public static readonly Words KeptAsideHint = new("已放回下面的表单，请核对后保存或上报。选过的照片和文件需要重新选择。", "It is back in the form below; check it and save or submit. Photos and files have to be chosen again.");

    public static Words ConflictHint(int differ, int open) => new(
        $"有 {differ} 处不同{(open > 0 ? $"，其中 {open} 处双方都改过，请逐项选择" : "，已按谁改过用谁的选好，请核对")}。选定后再次保存；没有选用的内容留在历史里。",
        $"{differ} fields differ{(open > 0 ? $"; both of you changed {open}, choose for each" : "; whoever changed a field is preselected, please check")}. Then save again.");

    public static Words Blank<T>(T count) => new($"还有{count}个数没填", $"{count} still blank");

    public static Words BlankHere<T>(T count) => new($"{count}个没填", $"{count} blank");

    public static Words Contents(int items) => new($"本期共{items}项，点开可跳转", $"{items} items; open to jump");

    public static Words EvidenceHints(int count) => new($"佐证有{count}处疑点，见佐证", $"{count} things stand out about the evidence, see the next column");

    public static Words Late(int count) => new($"签批以后又分来{count}个指标，本期还没有报", $"{count} indicators came after this report was signed and are not in it");

    public static readonly Words Supplement = new("补报", "Supplement");
    public static readonly Words OpenSupplement = new("补报缺的数", "Report what is lacking");
    public static readonly Words SubmitSupplement = new("上报补报的数", "Submit the supplement");
    public static readonly Words SupplementOpen = new("补报：只填还没有数的", "A supplement: only what has no number yet");
    public static readonly Words SupplementHint = new("已审定的数照原样列出，不能改，补报审定以前一直有效。", "What was accepted stands as it is and cannot be changed; it stays in force until the supplement is accepted.");
    public static readonly Words MissedHint = new("填报人点“补报缺的数”，只填新增的，再按原来的程序审签；已审定的数照常有效。", "The reporter opens a supplement and fills in these alone; it is signed like the report. What was accepted stays in force.");
    public static readonly Words Widen = new("改为更正", "Make it a correction");
    public static readonly Words WidenHint = new("已审定的数也有错？写明理由改为更正，全部数都可以改，填好的不会丢。", "Is something that was accepted wrong too? Say why and make it a correction: everything can be changed then, and nothing typed is lost.");
    public static readonly Words New = new("补报", "new");
    public static readonly Words NotFilled = new("没填", "left empty");
    public static readonly Words NoNumber = new("不填数", "no number");
    public static readonly Words NoReason = new("没有说明原因", "no reason was given");
    public static readonly Words NoWords = new("没有文字说明", "Nothing said in words");

    public static Words Missed(int count) => new($"审定以后又分来{count}个指标，本期还没有数", $"{count} indicators came after this report was accepted and have no number for the month");

    public static Words SettledItems(int count) => new($"已审定、不用再填的{count}项", $"{count} items that were accepted and need nothing");

    public static Words StepDone(DateOnly day) => new($"节点完成日期：{Assessments.Days.Chinese(day)}", $"Step done on {Assessments.Days.English(day)}");

    public static readonly Words LateHint = new("退回以后补填、重新上报，已填的数不会丢：签批的一方在本页下方退回；还没有人签批时，填报人自己撤回。", "Once it is back they are added and it is submitted again; nothing typed is lost. Whoever signed it returns it below; before anybody has, the reporter takes it back.");

    public static Words LateReason(int count) => new($"补报新分解的{count}个指标", $"To add {count} newly assigned indicators");

    public static Words Old(int version) => new($"这是第{version}版，只供查看", $"This is version {version}, for reading only");

    public static Words Hint(SheetLine line)
    {
        var unit = line.Indicator.Printed;
        var (chinese, english) = line.Indicator.Counting == Counting.Cumulative ? ("年初以来累计", "since January") : ("仅本期", "this period alone");
        if (line.Previous is { } previous)
            (chinese, english) = ($"{chinese}，上期{unit.Print(previous)}", $"{english}, last {unit.Print(previous)}");
        return line.Plan is { } plan ? new Words($"{chinese}，年计划{unit.Print(plan)}", $"{english}, year's plan {unit.Print(plan)}") : new Words(chinese, english);
    }
}
