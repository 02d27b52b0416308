using Luoshi.Platform.Identity.Accounts;

namespace Luoshi.Platform.Identity.Users;

/// <summary>Texts of the pages of accounts and of single sign-on.</summary>
internal static class UserTexts
{
    public static readonly Words Title = new("账号", "Accounts");
    public static readonly Words Lead = new("账号只管登录；能做什么由所任岗位的授权决定。", "An account is only a way in; what somebody may do follows from the posts they hold.");
    public static readonly Words New = new("开通账号", "Create an account");
    public static readonly Words NewLead = new("系统给出一次性密码，首次登录时必须改掉。", "A one-time password is made up and must be changed at the first sign-in.");
    public static readonly Words State = new("状态", "State");
    public static readonly Words AnyState = new("全部状态", "Any state");
    public static readonly Words Active = new("正常", "active");
    public static readonly Words Disabled = new("已停用", "disabled");
    public static readonly Words FirstSignIn = new("待首次登录", "waiting for the first sign-in");
    public static readonly Words Locked = new("已锁定", "locked");
    public static readonly Words Totp = new("动态口令", "One-time codes");
    public static readonly Words Passkeys = new("通行密钥", "Passkeys");
    public static readonly Words On = new("已启用", "on");
    public static readonly Words Off = new("未启用", "off");
    public static readonly Words Outside = new("统一身份", "Outside identity");
    public static readonly Words NotLinked = new("未绑定", "not linked");
    public static readonly Words LastSeen = new("最近使用", "Last seen");
    public static readonly Words Reset = new("重置密码", "Reset the password");
    public static readonly Words ResetHint = new("生成新的一次性密码，停用动态口令，全部设备下线。", "Makes a new one-time password, drops one-time codes and signs out every device.");
    public static readonly Words Disable = new("停用", "Disable");
    public static readonly Words DisableHint = new("立即不能登录，全部设备下线；历史保留。", "Cannot sign in from now on; every device is signed out; history stays.");
    public static readonly Words Enable = new("启用", "Enable");
    public static readonly Words Unlock = new("解除锁定", "Unlock");
    public static readonly Words Sessions = new("登录中的设备", "Signed-in devices");
    public static readonly Words NoSessions = new("没有设备在登录中。", "No device is signed in.");
    public static readonly Words EndSession = new("下线", "Sign out");
    public static readonly Words EndAll = new("全部下线", "Sign out all");
    public static readonly Words Link = new("绑定", "Link");
    public static readonly Words Unlink = new("解除绑定", "Unlink");
    public static readonly Words Subject = new("统一身份认证的用户标识", "Subject at the sign-on service");
    public static readonly Words SubjectHint = new("由统一身份认证平台给出、不会变的那个标识，不是姓名或手机号。", "The identifier the service gives and never changes; not a name or a telephone number.");
    public static readonly Words Method = new("登录方式", "By");
    public static readonly Words SignOnTitle = new("统一身份认证", "Single sign-on");
    public static readonly Words SignOnLead = new("别处认识的人，在这里有账号并已绑定，才能进来。", "Being known elsewhere is not enough: somebody comes in by an account here that is linked.");
    public static readonly Words SignOnOff = new("尚未设置。请在数据目录的 settings.json 中填写 SingleSignOn 一节，然后重启。", "Not set up. Fill in the section SingleSignOn of settings.json in the data folder, then restart.");
    public static readonly Words SignOnOn = new("已启用，登录页上各有一个按钮。", "On: the sign-in page has a button for each.");
    public static readonly Words Authorization = new("授权地址", "Authorization address");
    public static readonly Words Token = new("令牌地址", "Token address");
    public static readonly Words UserInformation = new("用户信息地址", "User information address");
    public static readonly Words ClientId = new("客户端标识", "Client id");
    public static readonly Words Scopes = new("范围", "Scopes");
    public static readonly Words SubjectField = new("用户标识字段", "Field of the subject");
    public static readonly Words ProviderCode = new("平台代码", "Code of the service");
    public static readonly Words Provider = new("身份平台", "Sign-on service");
    public static readonly Words Callback = new("登记到平台的回调地址", "Callback address to register there");
    public static readonly Words LinkedAccounts = new("已绑定的账号", "Linked accounts");
    public static readonly Words NobodyLinked = new("还没有账号绑定。在账号页上绑定。", "No account is linked yet; link one on its page.");

    public static Words Given(NewAccount account) => new(
        $"用户名 {account.UserName}，一次性密码 {account.Password}。只显示这一次，请当面或密封交给本人。",
        $"User name {account.UserName}, one-time password {account.Password}. It is shown only now; hand it over in person or sealed.");
}
