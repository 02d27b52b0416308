namespace Luoshi.Platform.Notices;

/// <summary>The section <c>Mail</c> of settings.json; without a host no mail is written.</summary>
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

    public bool IsOn => Host.Length > 0 && From.Length > 0;
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
