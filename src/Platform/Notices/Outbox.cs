using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Notices;

/// <summary>
/// Sends what waits. A message is taken by moving its next try ahead in one statement, so that of several nodes one sends it; a node
/// that dies in between sends it again later, which is the lesser evil.
/// </summary>
public sealed class Outbox(IDbContextFactory<LuoshiDb> factory, MailSender mail, WebhookSender webhook, TimeProvider clock, ILogger<Outbox> log)
{
    internal const int MostTries = 8;
    private const int Batch = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = Now;
        // Without a sender's address every try would fail for the same reason: mail waits for the settings, and loses no try by it.
        var held = mail.CanSend ? (Channel?)null : Channel.Mail;
        var due = await db.Set<OutgoingMessage>().AsNoTracking().Where(m => m.SentAt == null && m.FailedAt == null && m.NextTry <= now && m.Channel != held).OrderBy(m => m.NextTry).Take(Batch).ToListAsync(cancellation);
        var sent = 0;
        foreach (var message in due)
        {
            if (await TakeAsync(db, message, cancellation) && await SendAsync(db, message, cancellation))
                sent++;
        }

        return sent;
    }

    /// <summary>The next try comes after 1, 2, 4 … minutes; it also is the lease of the node that sends now.</summary>
    private async Task<bool> TakeAsync(LuoshiDb db, OutgoingMessage message, CancellationToken cancellation)
    {
        var (tries, next) = (message.Tries, Now + TimeSpan.FromMinutes(1 << message.Tries));
        return await db.Set<OutgoingMessage>().Where(m => m.Id == message.Id && m.Tries == tries && m.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Tries, tries + 1).SetProperty(m => m.NextTry, next), cancellation) == 1;
    }

    private async Task<bool> SendAsync(LuoshiDb db, OutgoingMessage message, CancellationToken cancellation)
    {
        var mine = db.Set<OutgoingMessage>().Where(m => m.Id == message.Id);
        try
        {
            await (message.Channel == Channel.Mail ? mail.SendAsync(message, cancellation) : webhook.SendAsync(message, cancellation));
            var now = Now;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now).SetProperty(m => m.Error, (string?)null), cancellation);
            return true;
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.MessageNotSent(message.Channel, message.Tries + 1, problem);
            var error = problem.Message.Length > OutgoingMessage.MaxError ? problem.Message[..OutgoingMessage.MaxError] : problem.Message;
            var failed = message.Tries + 1 >= MostTries ? Now : (DateTime?)null;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(m => m.Error, error).SetProperty(m => m.FailedAt, failed), cancellation);
            return false;
        }
    }
}
