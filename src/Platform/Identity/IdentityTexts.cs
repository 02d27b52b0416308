using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;

namespace Luoshi.Platform.Identity;

internal static class IdentityTexts
{
    public static readonly ProcessKind CreateAccount = new("identity.account.create", "开通账号", "Create an account");
    public static readonly ProcessKind ChangePassword = new("identity.password.change", "修改密码", "Change the password");
    public static readonly ProcessKind ResetPassword = new("identity.password.reset", "重置密码", "Reset a password");
    public static readonly ProcessKind Disable = new("identity.account.disable", "停用账号", "Disable an account");
    public static readonly ProcessKind SetUpTotp = new("identity.totp.set_up", "启用动态口令", "Set up one-time codes");
    public static readonly ProcessKind DropTotp = new("identity.totp.drop", "停用动态口令", "Drop one-time codes");
    public static readonly ProcessKind LinkExternal = new("identity.sso.link", "绑定统一身份认证", "Link to single sign-on");
    public static readonly ProcessKind UnlinkExternal = new("identity.sso.unlink", "解除统一身份认证绑定", "Unlink from single sign-on");
    public static readonly ProcessKind SignOutOther = new("identity.account.sign_out", "令设备下线", "Sign a device out");
    public static readonly ProcessKind Unlock = new("identity.account.unlock", "解除账号锁定", "Unlock an account");
    public static readonly ProcessKind Passkeys = new("identity.passkey", "管理通行密钥", "Manage passkeys");

    /// <summary>One answer for a wrong name and a wrong password: it must not tell which names exist.</summary>
    public static readonly Refusal WrongPassword = new("identity.wrong_password", "用户名或密码不对。连续输错 5 次将锁定 15 分钟。", "The user name or password is wrong. Five mistakes in a row lock the account for 15 minutes.");
    public static readonly Refusal WrongCode = new("identity.wrong_code", "动态口令不对或已用过，请等下一个。", "The code is wrong or was used already; please wait for the next one.", "code");
    public static readonly Refusal StepExpired = new("identity.step_expired", "时间过长，请重新登录。", "This took too long; please sign in again.");
    public static readonly Refusal NotLinked = new("identity.not_linked", "您的统一身份尚未绑定本系统账号，请联系管理员。", "Your identity is not linked to an account here; please ask the administrator.");
    public static readonly Refusal BadSubject = new("identity.bad_subject", "请填写统一身份认证的用户标识，最多 200 个字符。", "Give the subject at the sign-on service, at most 200 characters.", "subject");
    public static readonly Refusal SubjectTaken = new("identity.subject_taken", "这个统一身份已绑定另一个账号，请先在那里解除。", "This identity is linked to another account; unlink it there first.", "subject");
    public static readonly Refusal NameTaken = new("identity.name_taken", "用户名已被使用。", "The user name is taken.", "name");
    public static readonly Refusal BadName = new("identity.bad_name", "用户名为 2 至 60 个字母、数字、汉字或 . _ - @。", "A user name has 2 to 60 letters, digits, or . _ - @.", "name");
    public static readonly Refusal NoAccount = new("identity.no_account", "没有这个账号。", "There is no such account.");
    public static readonly Refusal TooShort = new("identity.password_short", "密码至少 10 个字符，可以是一句容易记住的话。", "A password has at least 10 characters; a sentence you remember is fine.", "password");
    public static readonly Refusal TooLong = new("identity.password_long", "密码最多 200 个字符。", "A password has at most 200 characters.", "password");
    public static readonly Refusal TooCommon = new("identity.password_common", "这个密码太常见，别人会先试它，请换一个。", "This password is among the first others would try; please choose another.", "password");
    public static readonly Refusal SameAsBefore = new("identity.password_same", "新密码不能与原密码相同。", "The new password must differ from the old one.", "password");
    public static readonly Refusal Mismatch = new("identity.password_mismatch", "两次输入的密码不一致。", "The two passwords differ.", "again");
    public static readonly Refusal WrongOld = new("identity.wrong_old", "原密码不对。", "The old password is wrong.", "old");

    public static readonly Words SignIn = new("登录", "Sign in");
    public static readonly Words SignOut = new("退出登录", "Sign out");
    public static readonly Words UserName = new("用户名", "User name");
    public static readonly Words Password = new("密码", "Password");
    public static readonly Words NewPassword = new("新密码", "New password");
    public static readonly Words OldPassword = new("原密码", "Old password");
    public static readonly Words Again = new("再输一次", "Once more");
    public static readonly Words PasswordHint = new("至少 10 个字符，不要求大小写和符号；不要用别处用过的。", "At least 10 characters, of any kind; not one you use elsewhere.");
    public static readonly Words Continue = new("继续", "Continue");
    public static readonly Words CodeTitle = new("动态口令", "One-time code");
    public static readonly Words Code = new("手机上显示的 6 位数字", "The 6 digits on your phone");
    public static readonly Words FirstPassword = new("请设置自己的密码", "Choose your own password");
    public static readonly Words FirstPasswordLead = new("当前密码由管理员发放，只能用这一次。", "The present password was given out by the administrator and is good this once.");
    public static readonly Words Account = new("我的账号", "My account");
    public static readonly Words ChangePasswordTitle = new("修改密码", "Change the password");
    public static readonly Words SessionsTitle = new("登录中的设备", "Signed-in devices");
    public static readonly Words SessionsLead = new("不认识的设备请立即下线，并修改密码。", "Sign out any device you do not know, and change your password.");
    public static readonly Words ThisDevice = new("本机", "This device");
    public static readonly Words EndSession = new("下线", "Sign out");
    public static readonly Words EndOthers = new("其他设备全部下线", "Sign out all others");
    public static readonly Words Started = new("登录时间", "Since");
    public static readonly Words Seen = new("最近使用", "Last seen");
    public static readonly Words Address = new("地址", "Address");
    public static readonly Words Device = new("设备", "Device");
    public static readonly Words TotpTitle = new("动态口令（两步验证）", "One-time codes (second step)");
    public static readonly Words TotpOff = new("未启用。启用后，登录时除密码外还需输入手机上的 6 位数字。", "Off. When on, signing in also asks for the 6 digits on your phone.");
    public static readonly Words TotpOn = new("已启用。", "On.");
    public static readonly Words SetUp = new("启用", "Set up");
    public static readonly Words Drop = new("停用", "Turn off");
    public static readonly Words ScanLead = new("用手机上的验证器扫描二维码，或手工输入密钥，再填入它显示的 6 位数字。", "Scan the code with an authenticator on your phone, or type the key, then enter the 6 digits it shows.");
    public static readonly Words Key = new("密钥", "Key");
    public static readonly Words ExternalSignIn = new("统一身份认证登录", "Single sign-on");
    public static readonly Words PasskeySignIn = new("用通行密钥登录", "Sign in with a passkey");
    public static readonly Words PasskeysTitle = new("通行密钥", "Passkeys");
    public static readonly Words PasskeysLead = new("用指纹、面容或安全密钥代替密码，钓鱼网站骗不走。", "A fingerprint, face or security key instead of a password; a forged page cannot take it.");
    public static readonly Words AddPasskey = new("在本机添加", "Add on this device");
    public static readonly Words Remove = new("删除", "Remove");

    public static Refusal Locked(DateTime local) => new(
        "identity.locked", $"连续输错次数过多，账号已锁定，请在 {local:HH:mm} 之后再试。", $"Too many mistakes in a row: the account is locked until {local:HH:mm}.");
}
