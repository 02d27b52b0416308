using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Luoshi.Platform.Identity.Passwords;

/// <summary>PBKDF2 with SHA-512 from the framework; the stored text says how often it was turned, so the count may grow.</summary>
public sealed class PasswordHashes(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<Account> hasher = new(options);
    private string? decoy;

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Takes as long for an unknown account as for a known one.</summary>
    internal bool Verify(Account? account, string password)
    {
        var stored = account?.PasswordHash ?? (decoy ??= Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
        var right = hasher.VerifyHashedPassword(null!, stored, password) != PasswordVerificationResult.Failed;
        return right && account?.PasswordHash is not null;
    }

    /// <summary>A password to hand over on paper: no characters that look alike, in groups.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
