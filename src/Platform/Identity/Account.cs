using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.Protection;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity;

/// <summary>How a person signs in. What they may do hangs on their posts, never on the account.</summary>
internal sealed class Account : EditableEntity
{
    public const int MaxUserName = 60;

    /// <summary>Lower case, so that nobody is kept out by a capital letter and no two names differ by one.</summary>
    public required string UserName { get; init; }

    public required Guid PersonId { get; init; }

    [JournalHidden]
    public string? PasswordHash { get; set; }

    /// <summary>Set by whoever gave out the password: it is good for one sign-in, to choose another.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Encrypted with the installation's keys: a copy of the table alone makes no codes.</summary>
    [JournalHidden]
    public string? TotpSecret { get; set; }

    /// <summary>The last time step a code was taken for; a code is good once.</summary>
    [Unjournalled("it moves with each sign-in")]
    public long TotpStep { get; set; }

    public bool IsDisabled { get; set; }

    [Unjournalled("mistypings are counted, not decided")]
    public int Failures { get; set; }

    [Unjournalled("it follows from the failures")]
    public DateTime? LockedUntil { get; set; }

    /// <summary>When an administrator last lifted a lock.</summary>
    public DateTime? UnlockedAt { get; set; }

    /// <summary>When an administrator last signed a device of this account out.</summary>
    public DateTime? SignedOutAt { get; set; }
}

/// <summary>One signed-in browser. The cookie carries its id; ending the row ends the session at once on every node.</summary>
[Unjournalled("the rows are themselves the record of who was signed in when")]
internal sealed class Session : Entity
{
    public const int MaxAgent = 300;

    public required Guid AccountId { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    public required string Address { get; init; }

    public required string Agent { get; init; }

    /// <summary>password, totp, passkey or sso: pages that change access may ask for a stronger one.</summary>
    public required string Method { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal static class IdentityModel
{
    public static ModuleModel AddIdentity(this ModuleModel model) => model
        .Table<ProtectionKey>("protection_keys")
        .Table<Account>("accounts", account =>
        {
            account.Property(a => a.UserName).HasMaxLength(Account.MaxUserName);
            account.HasIndex(a => a.UserName).IsUnique();
            account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        })
        .Table<ExternalLink>("external_links", link =>
        {
            link.Property(l => l.Provider).HasMaxLength(ExternalLink.MaxProvider);
            link.Property(l => l.Subject).HasMaxLength(ExternalLink.MaxSubject);
            link.HasIndex(l => new { l.Provider, l.Subject }).IsUnique().HasFilter("ended_at IS NULL");
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        })
        .Table<Passkey>("passkeys", passkey =>
        {
            passkey.Property(p => p.Name).HasMaxLength(Passkey.MaxName);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        })
        .Table<Session>("sessions", session =>
        {
            session.Property(s => s.Agent).HasMaxLength(Session.MaxAgent);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        });
}
