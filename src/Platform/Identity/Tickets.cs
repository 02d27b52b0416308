using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Luoshi.Platform.Identity;

/// <summary>Sealed notes that travel through a browser: nobody can read or forge one, and each runs out.</summary>
internal sealed class Tickets(IDataProtectionProvider protection, string purpose, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector(purpose);

    public string Seal(string content, TimeSpan life) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + life).ToUnixTimeSeconds()}|{content}"));

    public string? Open(string ticket)
    {
        try
        {
            var opened = protector.Unprotect(ticket);
            var bar = opened.IndexOf('|', StringComparison.Ordinal);
            return long.Parse(opened.AsSpan(0, bar), CultureInfo.InvariantCulture) >= clock.GetUtcNow().ToUnixTimeSeconds() ? opened[(bar + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
