using System.Security.Cryptography;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A file handed in for a line of a report, not yet looked into.</summary>
internal sealed record HandedFile(Guid Indicator, string FileName, byte[] Content)
{
    /// <summary>The most a line may have: more is an archive, not evidence a verifier looks at.</summary>
    public const int MostOfLine = 12;

    /// <summary>As attachments are addressed.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
