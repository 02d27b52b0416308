using Luoshi.Platform.Storage;

namespace Luoshi.Platform.Identity.SingleSignOn;

/// <summary>Ties an account to a subject of one sign-on service. The same subject at another service is somebody else.</summary>
internal sealed class ExternalLink : Entity
{
    public const int MaxProvider = 30;
    public const int MaxSubject = 200;

    public required Guid AccountId { get; init; }

    /// <summary>The code of the service in settings.json.</summary>
    public required string Provider { get; init; }

    public required string Subject { get; init; }

    /// <summary>When it was taken back; the row stays for its history.</summary>
    public DateTime? EndedAt { get; set; }
}
