using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Luoshi.Reading.Documents.Encodings;

/// <summary>
/// Bytes to text: by byte-order mark, else by strict UTF-8, else by how much each other encoding makes the bytes look like Chinese.
/// </summary>
internal static class TextDecoder
{
    // Scoring looks at the start only; one page settles it.
    private const int SampleLength = 64 * 1024;

    // A character for each byte is rented up to this many bytes; longer texts are counted first.
    private const int LongestAtOnce = 1 << 20;

    /// <summary>The text without its byte-order mark, or null when no encoding makes text of the bytes.</summary>
    /// <param name="declared">Encoding that the document itself declares (HTML), or null.</param>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (FromMark(bytes) is { } marked)
            return marked;
        if (FromUtf8(bytes) is { } text)
            return new DecodedText(text, "utf-8", Guessed: false);
        return WithoutMark(bytes, declared);
    }

    private static string? FromUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestAtOnce)
            return Utf8.IsValid(bytes) && IsLikelyUtf8(bytes) || IsCutUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        // Decoding tells whether the bytes are valid; looking first would read them three times.
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        var valid = Utf8.ToUtf16(bytes, characters, out _, out var count, replaceInvalidSequences: false) == OperationStatus.Done;
        var text = valid && IsLikelyUtf8(bytes) ? new string(characters, 0, count) : null;
        ArrayPool<char>.Shared.Return(characters);
        return text ?? (!valid && IsCutUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null);
    }

    /// <summary>Chinese has three bytes a character in UTF-8; valid two-byte pairs alone may as well be GB18030 (D2 BB is 一).</summary>
    private static bool IsLikelyUtf8(ReadOnlySpan<byte> valid) =>
        (valid.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) >= 0 || Ascii.IsValid(valid)) && !valid.Contains((byte)0);

    /// <summary>UTF-8 whose last character lost its end.</summary>
    private static bool IsCutUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut <= 3 && cut < bytes.Length; cut++)
        {
            // A lead byte, then only continuation bytes up to the end.
            if (bytes[^cut] is >= 0xE0 and <= 0xF4)
                return Utf8.IsValid(bytes[..^cut]) && IsLikelyUtf8(bytes[..^cut]);
            if (bytes[^cut] is < 0x80 or > 0xBF)
                return false;
        }

        return false;
    }

    private static DecodedText? FromMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => new DecodedText(Encoding.UTF8.GetString(rest), "utf-8", Guessed: false),
        [0xFF, 0xFE, .. var rest] => new DecodedText(Encoding.Unicode.GetString(rest), "utf-16le", Guessed: false),
        [0xFE, 0xFF, .. var rest] => new DecodedText(Encoding.BigEndianUnicode.GetString(rest), "utf-16be", Guessed: false),
        _ => null,
    };

    private static DecodedText? WithoutMark(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        Candidate? best = null;
        foreach (var candidate in Candidates(sample, declared))
        {
            if (best is null || candidate.Score > best.Score)
                best = candidate;
        }

        if (best is null || best.Score <= 0)
            return null;
        return new DecodedText(best.Encoding.GetString(bytes), best.Name, Guessed: !best.Declared);
    }

    private static List<Candidate> Candidates(ReadOnlySpan<byte> sample, string? declared)
    {
        var candidates = new List<Candidate>(5);
        Add("utf-8", Encoding.UTF8, sample);
        // Zero bytes are in no multi-byte Chinese encoding, but in the Latin parts of UTF-16.
        if (!sample.Contains((byte)0))
        {
            Add("gb18030", Page("gb18030"), sample);
            Add("big5", Page("big5"), sample);
        }

        Add("utf-16le", Encoding.Unicode, sample);
        Add("utf-16be", Encoding.BigEndianUnicode, sample);
        return candidates;

        void Add(string name, Encoding encoding, ReadOnlySpan<byte> sample)
        {
            var isDeclared = Matches(declared, name);
            candidates.Add(new Candidate(name, encoding, Score(encoding, sample, isDeclared), isDeclared));
        }
    }

    /// <summary>
    /// Registered for nobody else: the provider is asked only when a file needs it. By themselves code pages turn
    /// what they cannot read into ?, which looks like a question mark.
    /// </summary>
    private static Encoding Page(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new InvalidOperationException($"The code page {name} is missing.");

    private static bool Matches(string? declared, string name) => declared?.ToLowerInvariant() switch
    {
        "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936" => name == "gb18030",
        "big5" or "big5-hkscs" or "cp950" => name == "big5",
        "utf-8" or "utf8" => name == "utf-8",
        _ => false,
    };

    private static double Score(Encoding encoding, ReadOnlySpan<byte> sample, bool declared)
    {
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(sample.Length));
        var count = encoding.GetChars(sample, characters);
        var score = TextScore.Of(characters.AsSpan(0, count));
        ArrayPool<char>.Shared.Return(characters);
        // A declaration decides between readings that are both possible, not against the bytes.
        return declared && score > 0 ? score * 1.5 : score;
    }

    private sealed record Candidate(string Name, Encoding Encoding, double Score, bool Declared);
}
