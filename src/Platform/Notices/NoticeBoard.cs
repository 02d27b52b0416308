using System.Text.Json;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Luoshi.Platform.Notices;

public sealed record NoticeView(Guid Id, DateTime At, Words Text, string? Link, bool IsRead);

/// <summary>Tells people things, and shows them what they were told.</summary>
public sealed class NoticeBoard(LuoshiDb db, IOptions<MailOptions> mail, IOptions<WebhookOptions> webhook, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Adds the notice, and the mail and webhook call where they are set up, to the context without saving: whoever makes the change
    /// saves both in one transaction.
    /// </summary>
    public async Task TellAsync(IReadOnlyCollection<Guid> people, Words text, string? link, CancellationToken cancellation = default)
    {
        var addresses = await db.Set<Person>().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Email }).ToListAsync(cancellation);
        foreach (var person in addresses)
        {
            db.Add(new Notice { PersonId = person.Id, At = Now, Chinese = Cut(text.Chinese, Notice.MaxTitle), English = Cut(text.English, Notice.MaxTitle * 2), Link = link });
            if (mail.Value.IsWanted && !string.IsNullOrEmpty(person.Email))
                db.Add(Message(Channel.Mail, person.Email, text.Chinese, $"{text.Chinese}\n{text.English}\n\n{(link is null ? "" : mail.Value.PublicAddress + link)}\n"));
            if (webhook.Value.IsOn)
                db.Add(Message(Channel.Webhook, webhook.Value.Url, "notice", JsonSerializer.Serialize(new { person = person.Id, zh = text.Chinese, en = text.English, link, at = Now }, JournalJson.Options)));
        }
    }

    public async Task<IReadOnlyList<NoticeView>> OfAsync(Guid personId, int most = 50, CancellationToken cancellation = default) =>
        await db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == personId).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most)
            .Select(n => new NoticeView(n.Id, n.At, new Words(n.Chinese, n.English), n.Link, n.ReadAt != null)).ToListAsync(cancellation);

    public Task<int> UnreadAsync(Guid personId, CancellationToken cancellation = default) =>
        db.Set<Notice>().CountAsync(n => n.PersonId == personId && n.ReadAt == null, cancellation);

    public async Task ReadAllAsync(Guid personId, CancellationToken cancellation = default)
    {
        var now = Now;
        await db.Set<Notice>().Where(n => n.PersonId == personId && n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
    }

    private OutgoingMessage Message(Channel channel, string address, string subject, string body) =>
        new() { Channel = channel, Address = address, Subject = OneLine(subject), Body = body, NextTry = Now };

    private static string Cut(string text, int most) => text.Length > most ? text[..(most - 1)] + "…" : text;

    /// <summary>A line break in a subject would begin a header of its own.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
