using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Identity;

namespace Luoshi.Platform.Identity.Passkeys;

/// <summary>A key pair of a device or a security key; only the public half is known here.</summary>
internal sealed class Passkey : Entity
{
    public const int MaxName = 60;

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Counts up in the authenticator at each use; a number seen before would betray a copy.</summary>
    [Unjournalled("it moves with each sign-in")]
    public long SignCount { get; set; }

    public required List<string> Transports { get; init; }

    public required bool IsUserVerified { get; init; }

    public required bool IsBackupEligible { get; init; }

    [Unjournalled("the device says so at each sign-in")]
    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, new DateTimeOffset(CreatedAt, TimeSpan.Zero), (uint)SignCount, [.. Transports], IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson)
    {
        Name = Name,
    };
}
