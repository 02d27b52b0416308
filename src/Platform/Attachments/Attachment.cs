using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Platform.Attachments;

/// <summary>A file somebody handed in as evidence. Modules refer to it by its id; its bytes are kept once, whoever hands them in again.</summary>
internal sealed class Attachment : Entity
{
    public const int MaxName = 120;

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>What the camera wrote into the picture: its own local time, which may be wrong, and is shown as such.</summary>
    public DateTime? TakenAt { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public string? Camera { get; init; }
}

/// <summary>
/// The bytes, by their hash. They stay in the database so that a report and its photos are stored or lost together, every node sees
/// them, and a backup has them.
/// </summary>
[Unjournalled("the attachment's row carries the hash")]
internal sealed class Blob
{
    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }
}

internal static class AttachmentModel
{
    public static ModuleModel AddAttachments(this ModuleModel model) => model
        .Table<Attachment>("attachments", attachment =>
        {
            attachment.Property(a => a.FileName).HasMaxLength(Attachment.MaxName);
            // The camera's clock has no zone, so it is no instant.
            attachment.Property(a => a.TakenAt).HasConversion<LocalTimeConverter>();
            attachment.HasIndex(a => a.Sha256);
        })
        .Table<Blob>("blobs", blob => blob.HasKey(b => b.Sha256));
}

/// <summary>A time without a zone, as a camera's clock shows it.</summary>
internal sealed class LocalTimeConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTime, string>(
    value => value.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
    text => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
