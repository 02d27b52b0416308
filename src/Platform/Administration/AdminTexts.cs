namespace Luoshi.Platform.Administration;

internal static class AdminTexts
{
    public static readonly Words Title = new("系统管理", "Administration");
    public static readonly Words Lead = new("机构、岗位、人员与账号。角色跟着岗位走，人走权限即止。", "Units, posts, people and accounts. Roles belong to posts: whoever leaves a post leaves its rights.");
    public static readonly Words Overview = new("概览", "Overview");
    public static readonly Words Units = new("机构", "Units");
    public static readonly Words People = new("人员", "People");
    public static readonly Words Roles = new("授权", "Roles");
    public static readonly Words Accounts = new("账号", "Accounts");
    public static readonly Words Import = new("导入", "Import");
    public static readonly Words SignOn = new("统一认证", "Single sign-on");
    public static readonly Words Jobs = new("定时任务", "Jobs");
    public static readonly Words Consequences = new("提交后", "What follows");
    public static readonly Words Cancel = new("取消", "Cancel");
    public static readonly Words BadDay = new("请填写日期，例如 2026-07-01。", "Give a day, for example 2026-07-01.");
    public static readonly Words From = new("开始日期", "From");
    public static readonly Words Until = new("结束日期", "Until");
    public static readonly Words UntilHint = new("最后一天；长期有效可不填。", "The last day; leave it empty when there is no end.");
    public static readonly Words Last = new("最后一天", "Last day");
    public static readonly Words Basis = new("依据（文号等）", "Basis (document number)");
    public static readonly Words Reason = new("理由", "Reason");
    public static readonly Words End = new("结束", "End");
    public static readonly Words Show = new("查看", "Show");
    public static readonly Words Search = new("查找", "Search");
    public static readonly Words AsOf = new("截至", "As of");
    public static readonly Words Vacant = new("空缺", "vacant");
    public static readonly Words Nothing = new("没有符合条件的记录", "Nothing matches");

    public static readonly Words VacantPosts = new("空缺岗位", "vacant posts");
    public static readonly Words UnitsCount = new("个单位", "units");
    public static readonly Words AccountsCount = new("个账号", "accounts");
    public static readonly Words LockedCount = new("个账号锁定中", "accounts locked");
    public static readonly Words WithoutAccount = new("任职人员没有账号", "people in office without an account");
    public static readonly Words FailingJobs = new("项定时任务出错", "jobs failing");
    public static readonly Words FailedMessages = new("条消息未送达", "messages not delivered");
}
