using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;

namespace Luoshi.Platform.Administration.Histories;

/// <summary>What history calls the platform's tables, columns and coded values.</summary>
internal static class PlatformWords
{
    public static HistoryWords All { get; } = new() { Tables = Tables(), Columns = Columns(), Values = Values() };

    private static Dictionary<string, Words> Tables() => new(StringComparer.Ordinal)
    {
        ["platform_org_units"] = new("单位", "unit"),
        ["platform_org_successions"] = new("机构承接", "succession of units"),
        ["platform_posts"] = new("岗位", "post"),
        ["platform_people"] = new("人员", "person"),
        ["platform_post_holdings"] = new("任职", "appointment"),
        ["platform_post_deputies"] = new("代理", "deputy"),
        ["platform_role_bindings"] = new("授权", "role grant"),
        ["platform_accounts"] = new("账号", "account"),
        ["platform_external_links"] = new("统一身份绑定", "link to a sign-on service"),
        ["platform_passkeys"] = new("通行密钥", "passkey"),
        ["platform_attachments"] = new("附件", "attachment"),
        ["platform_rule_editions"] = new("规则版本", "edition of the rules"),
    };

    private static Dictionary<string, Words> Columns() => new(StringComparer.Ordinal)
    {
        ["Name"] = new("名称", "name"),
        ["platform_people.Name"] = new("姓名", "name"),
        ["ShortName"] = new("简称", "short name"),
        ["ParentId"] = new("上级单位", "unit above"),
        ["Division"] = new("区划代码", "division code"),
        ["CreditCode"] = new("统一社会信用代码", "unified social credit code"),
        ["From"] = new("开始日期", "from"),
        ["Until"] = new("结束日期", "until"),
        ["Order"] = new("排序", "order"),
        ["FromId"] = new("原单位", "former unit"),
        ["ToId"] = new("承接单位", "successor"),
        ["On"] = new("交接日期", "handed over on"),
        ["UnitId"] = new("单位", "unit"),
        ["PostId"] = new("岗位", "post"),
        ["PersonId"] = new("人员", "person"),
        ["Title"] = new("名称", "title"),
        ["Phone"] = new("手机", "telephone"),
        ["Email"] = new("邮箱", "e-mail"),
        ["Reason"] = new("理由", "reason"),
        ["Role"] = new("角色", "role"),
        ["UserName"] = new("用户名", "user name"),
        ["PasswordHash"] = new("密码", "password"),
        ["MustChangePassword"] = new("须改密码", "password must be changed"),
        ["TotpSecret"] = new("动态口令", "one-time codes"),
        ["Provider"] = new("身份平台", "sign-on service"),
        ["Subject"] = new("统一身份", "outside identity"),
        ["EndedAt"] = new("解除时间", "ended"),
        ["IsDisabled"] = new("停用", "disabled"),
        ["UnlockedAt"] = new("解除锁定时间", "unlocked"),
        ["SignedOutAt"] = new("被令下线时间", "signed out by an administrator"),
        ["AccountId"] = new("账号", "account"),
        ["CredentialId"] = new("密钥编号", "credential"),
        ["PublicKey"] = new("公钥", "public key"),
        ["CreatedAt"] = new("创建时间", "created"),
        ["Transports"] = new("连接方式", "transports"),
        ["IsUserVerified"] = new("已验证本人", "user verified"),
        ["IsBackupEligible"] = new("可备份", "can be backed up"),
        ["AttestationObject"] = new("登记凭据", "attestation"),
        ["ClientDataJson"] = new("登记信息", "client data"),
        ["FileName"] = new("文件名", "file name"),
        ["MediaType"] = new("文件类型", "type"),
        ["Size"] = new("大小（字节）", "size in bytes"),
        ["Sha256"] = new("校验值（SHA-256）", "checksum (SHA-256)"),
        ["ArrivedAt"] = new("收到时间", "received"),
        ["TakenAt"] = new("拍摄时间（相机）", "taken (camera's clock)"),
        ["Latitude"] = new("纬度", "latitude"),
        ["Longitude"] = new("经度", "longitude"),
        ["Camera"] = new("相机", "camera"),
        ["Version"] = new("版本", "version"),
        ["Basis"] = new("依据", "basis"),
        ["platform_rule_editions.From"] = new("生效日期", "in force from"),
        ["platform_rule_editions.Until"] = new("失效日期", "in force until"),
        ["Content"] = new("内容", "content"),
        ["SeenAt"] = new("启用时间", "taken in"),
    };

    private static Dictionary<string, Words> Values()
    {
        var values = new Dictionary<string, Words>(StringComparer.Ordinal);
        foreach (var role in Enum.GetValues<Role>())
            values[$"Role={role}"] = role.Words();
        return values;
    }
}
