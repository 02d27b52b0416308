using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Notices;

/// <summary>Something a person should know, shown to them until they have looked.</summary>
[Unjournalled("the change that caused it is journalled")]
internal sealed class Notice : Entity
{
    public const int MaxTitle = 200;

    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }

    public required string Chinese { get; init; }

    public required string English { get; init; }

    /// <summary>A path on this installation.</summary>
    public string? Link { get; init; }

    public DateTime? ReadAt { get; set; }
}

internal enum Channel
{
    Mail,
    Webhook,
}

/// <summary>A message on its way out. Stored with the change that caused it and sent afterwards, so that neither happens alone.</summary>
[Unjournalled("the change that caused it is journalled")]
internal sealed class OutgoingMessage : Entity
{
    public const int MaxError = 300;
    public const string DueIndex = "ix_outbox_due";

    public required Channel Channel { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTime NextTry { get; set; }

    public int Tries { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Given up after the last try; shown to the administrator.</summary>
    public DateTime? FailedAt { get; set; }

    public string? Error { get; set; }
}

internal static class NoticeModel
{
    public static ModuleModel AddNotices(this ModuleModel model) => model
        .Table<Notice>("notices", notice =>
        {
            notice.Property(n => n.Chinese).HasMaxLength(Notice.MaxTitle);
            notice.Property(n => n.English).HasMaxLength(Notice.MaxTitle * 2);
            notice.HasIndex(n => new { n.PersonId, n.At });
            notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        })
        .Table<OutgoingMessage>("outbox", message => message.HasIndex(m => m.NextTry, OutgoingMessage.DueIndex).HasFilter("sent_at IS NULL AND failed_at IS NULL"));
}
