using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Journal;

namespace Luoshi.Ledger;

/// <summary>The kinds of change the ledger knows, as history tabs call them.</summary>
internal static class LedgerProcesses
{
    public static readonly ProcessKind OpenList = new("ledger.open_list", "建立清单", "Open a list");
    public static readonly ProcessKind Import = new("ledger.import", "导入任务分解表", "Import a task sheet");
    public static readonly ProcessKind Adopt = new("ledger.adopt", "采纳识读结果", "Adopt what was read");
    public static readonly ProcessKind AddItem = new("ledger.add_item", "新增事项", "Add an item");
    public static readonly ProcessKind AddIndicator = new("ledger.add_indicator", "新增指标", "Add an indicator");
    public static readonly ProcessKind ChangeTarget = new("ledger.change_target", "调整目标", "Change a target by decision");
    public static readonly ProcessKind EditTask = new("ledger.edit_task", "修改分解表", "Edit a task sheet");
    public static readonly ProcessKind PublishTasks = new("ledger.publish_tasks", "公布分解表", "Publish a task sheet");
    public static readonly ProcessKind WithdrawTasks = new("ledger.withdraw_tasks", "撤回已公布的分解表", "Withdraw a published task sheet");
    public static readonly ProcessKind Assign = new("ledger.assign", "分解落实责任", "Assign units and posts");
    public static readonly ProcessKind SignFor = new("ledger.sign_for", "签收任务", "Sign for a task");
    public static readonly ProcessKind Assess = new("ledger.assess", "评价进度", "Assess progress");
    public static readonly ProcessKind Decide = new("ledger.decide", "认定进度", "Decide a light");
    public static readonly ProcessKind Verify = new("ledger.verify", "核验数据", "Verify a number");
    public static readonly ProcessKind ClearVerification = new("ledger.clear_verification", "解除核验意见", "Clear up a verification");
    public static readonly ProcessKind Remind = new("ledger.remind", "催办", "Remind units");
    public static readonly ProcessKind LinkItems = new("ledger.link_items", "关联同一承诺", "Link the same promise");
    public static readonly ProcessKind UnlinkItems = new("ledger.unlink_items", "解除承诺关联", "Take a link of promises back");
    public static readonly ProcessKind DecideMatch = new("ledger.decide_match", "认定对应关系", "Say whether two statements are one promise");
    public static readonly ProcessKind AddCommitment = new("ledger.add_commitment", "新增类或件", "Add a category or bundle");
    public static readonly ProcessKind ChangeCommitment = new("ledger.change_commitment", "修改承诺文字", "Change the words of a promise");
    public static readonly ProcessKind SetPlan = new("ledger.set_plan", "编制进度计划", "Set a plan");
    public static readonly ProcessKind CardPhotos = new("ledger.card_photos", "选定成绩单照片", "Choose a card's photos");
    public static readonly ProcessKind WriteCard = new("ledger.write_card", "生成成绩单", "Write a report card");
    public static readonly ProcessKind EditCard = new("ledger.edit_card", "修改成绩单", "Edit a report card");
    public static readonly ProcessKind PublishCard = new("ledger.publish_card", "发布成绩单", "Publish a report card");

    public static ProcessKind Report(ReportAction action) => ReportKinds[(int)action];

    private static readonly ProcessKind[] ReportKinds = [.. Enum.GetValues<ReportAction>().Select(a =>
        new ProcessKind($"ledger.report_{a.ToString().ToLowerInvariant()}", ApprovalRefusals.Name(a).Chinese + "月报", ApprovalRefusals.Name(a).English + (a == ReportAction.WithdrawApproval ? " of a report" : " a report")))];
}
