using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Luoshi.Platform.Journal;

/// <summary>
/// SHA-256 over values, each with its length before it, so that no two different rows share their bytes. The layout is a contract:
/// changing it makes every stored hash wrong, so a change needs a new first word.
/// </summary>
internal static class JournalHash
{
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string Of(JournalProcess row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "process/1", row.Id.ToString("D"), row.Kind, Instant(row.At), row.AccountId?.ToString("D"), row.PostId?.ToString("D"), row.ActorName, row.Purpose, row.Basis);
        foreach (var e in row.Events.OrderBy(e => e.Ordinal))
            Add(hash, Number(e.Ordinal), e.Id.ToString("D"), e.Subject, e.SubjectId.ToString("D"), e.Change.ToString(), e.Before, e.After);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>All rows of a batch in their order.</summary>
    public static string OfContent(IEnumerable<string> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            Add(hash, row);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfSeal(long number, int count, DateTime sealedAt, DateOnly day, string previous, string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "seal/1", Number(number), Number(count), Instant(sealedAt), day.ToString("O", CultureInfo.InvariantCulture), previous, content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>To the microsecond, which is what both databases keep.</summary>
    private static string Instant(DateTime value) => Number(value.Ticks / TimeSpan.TicksPerMicrosecond);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> values)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var value in values)
        {
            var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
            // -1 keeps "not given" apart from an empty text.
            BinaryPrimitives.WriteInt32BigEndian(length, value is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
