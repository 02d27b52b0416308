using System.Net.Mail;

namespace Luoshi.Platform.Notices;

/// <summary>The section <c>Mail</c> of settings.json; without a host no mail is written, without a sender it waits.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    public bool Tls { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";

    /// <summary>Put before paths in mails: <c>https://luoshi.example.gov.cn</c>.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Somebody set mail up; whether it is set up right is another matter.</summary>
    public bool IsWanted => Host.Length > 0;

    public bool CanSend => IsWanted && MailAddress.TryCreate(From, out _);

    /// <summary>What is wrong with the section, where it stands and what to do; null when mail goes out or nobody wants it.</summary>
    public Words? Problem => !IsWanted || CanSend ? null : From.Length == 0
        ? new Words(
            "settings.json 的 Mail 写了 Host，没有写 From（发件人地址），邮件发不出去。请补上 From，例如 \"From\": \"luoshi@example.gov.cn\"，再重新启动；在此之前的邮件都先存着，之后照发，站内通知不受影响。",
            "Mail in settings.json has a Host and no From (the sender's address), so no mail can go out. Add it, for example \"From\": \"luoshi@example.gov.cn\", and start again; mails wait until then and go out afterwards, notices in the program are not touched.")
        : new Words(
            $"settings.json 的 Mail 里的 From（发件人地址）“{From}”不是邮件地址，邮件发不出去。请改成一个地址，例如 luoshi@example.gov.cn，再重新启动；在此之前的邮件都先存着，之后照发，站内通知不受影响。",
            $"From (the sender's address) in Mail in settings.json, \"{From}\", is no mail address, so no mail can go out. Write one, for example luoshi@example.gov.cn, and start again; mails wait until then and go out afterwards, notices in the program are not touched.");
}

/// <summary>The section <c>Webhook</c>: one address that is told of every notice, such as the messaging system of the government.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    public string Url { get; set; } = "";

    /// <summary>Shared with the receiver, which checks the signature with it.</summary>
    public string Secret { get; set; } = "";

    public bool IsOn => Url.Length > 0 && Secret.Length > 0;
}
