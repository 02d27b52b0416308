using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Luoshi.Platform.Notices;

public sealed class MailSender(IOptions<MailOptions> options)
{
    internal bool CanSend => options.Value.CanSend;

    internal async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var mail = options.Value;
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Tls, Timeout = 30_000 };
        if (mail.UserName.Length > 0)
            client.Credentials = new NetworkCredential(mail.UserName, mail.Password);
        using var letter = new MailMessage(mail.From, message.Address)
        {
            Subject = message.Subject,
            Body = message.Body,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        await client.SendMailAsync(letter, cancellation);
    }
}

/// <summary>
/// Posts JSON with <c>X-Luoshi-Timestamp</c> and <c>X-Luoshi-Signature: sha256=…</c>, the HMAC of the timestamp, a dot and the body.
/// A receiver compares both, and refuses old timestamps, so that a call can neither be forged nor played again.
/// </summary>
public sealed class WebhookSender(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider clock)
{
    public const string Client = "luoshi.webhook";

    internal async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Address) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Luoshi-Id", message.Id.ToString("D"));
        request.Headers.Add("X-Luoshi-Timestamp", timestamp);
        request.Headers.Add("X-Luoshi-Signature", Sign(options.Value.Secret, timestamp, message.Body));
        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
    }

    internal static string Sign(string secret, string timestamp, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
