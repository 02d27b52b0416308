using Luoshi.Platform.OrgUnits.Import;

namespace Luoshi.Platform.Administration;

internal static class AdminTexts
{
    public static readonly Words Title = new("系统管理", "Administration");
    public static readonly Words Lead = new("机构、岗位、人员与账号。角色跟着岗位走，人走权限即止。", "Units, posts, people and accounts. Roles belong to posts: whoever leaves a post leaves its rights.");
    public static readonly Words Import = new("导入机构与人员", "Import units and people");
    public static readonly Words ImportHint = new("表头可用：单位、上级单位、简称、区划代码、信用代码、岗位、姓名、手机、邮箱、角色（督查、填报、审批、核查、领导、审计、管理员）。已有的不重复；有一处错误就全部不存。", "Columns: unit, parent, short name, division, credit code, post, person, phone, email, roles. What exists is left alone; with one fault nothing is stored.");
    public static readonly Words File = new("表格文件（xlsx、xls、csv）", "Sheet (xlsx, xls, csv)");
    public static readonly Words Basis = new("依据（文号等）", "Basis (document number)");
    public static readonly Words Check = new("只检查", "Check only");
    public static readonly Words Store = new("导入", "Import");
    public static readonly Words Accounts = new("账号", "Accounts");
    public static readonly Words Person = new("姓名", "Person");
    public static readonly Words State = new("状态", "State");
    public static readonly Words Active = new("正常", "active");
    public static readonly Words Disabled = new("已停用", "disabled");
    public static readonly Words FirstSignIn = new("待首次登录", "waiting for the first sign-in");
    public static readonly Words Reset = new("重置密码", "Reset password");
    public static readonly Words Disable = new("停用", "Disable");
    public static readonly Words Enable = new("启用", "Enable");
    public static readonly Words Posts = new("岗位与任职", "Posts and holders");
    public static readonly Words Unit = new("单位", "Unit");
    public static readonly Words Post = new("岗位", "Post");
    public static readonly Words Holder = new("任职", "Holder");
    public static readonly Words Vacant = new("空缺", "vacant");
    public static readonly Words OpenAccount = new("开通账号", "Create account");
    public static readonly Words NoFile = new("请选择一个文件。", "Please choose a file.");
    public static readonly Words FaultsTitle = new("表中有错误，什么都没有存入", "The sheet has faults; nothing was stored");

    public static Words Checked(int lines) => new($"检查通过：{lines} 行，没有错误。", $"No fault in {lines} lines.");

    public static Words Stored(OrgImportResult result) => new(
        $"已导入：新设单位 {result.Units} 个、岗位 {result.Posts} 个、人员 {result.People} 人、授权 {result.Roles} 项。",
        $"Imported: {result.Units} units, {result.Posts} posts, {result.People} people, {result.Roles} roles.");

    public static Words Given(string userName, string password) => new(
        $"用户名 {userName}，一次性密码 {password}。只显示这一次，请当面或密封交给本人。",
        $"User name {userName}, one-time password {password}. It is shown only now; hand it over in person or sealed.");
}
