using System.Text;

namespace Luoshi.Reading.Documents;

/// <summary>What the first bytes say a file is; its name decides only between kinds of plain text.</summary>
internal enum ContentKind
{
    Text,
    Html,
    WebArchive,
    OfficeXml,
    Zip,
    Excel97,
    OldWord,
    EncryptedOffice,
    Ole,
    Pdf,
    Rtf,
    Image,
    Archive,
}

internal static class ContentSniffer
{
    private const int HeadLength = 1024;

    private static readonly (byte[] Magic, ContentKind Kind)[] Magics =
    [
        ("PK\u0003\u0004"u8.ToArray(), ContentKind.Zip),
        ("PK\u0005\u0006"u8.ToArray(), ContentKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ContentKind.Ole),
        ("{\\rtf"u8.ToArray(), ContentKind.Rtf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], ContentKind.Image),
        ([0xFF, 0xD8, 0xFF], ContentKind.Image),
        ("GIF8"u8.ToArray(), ContentKind.Image),
        ("BM"u8.ToArray(), ContentKind.Image),
        ("II*\0"u8.ToArray(), ContentKind.Image),
        ("MM\0*"u8.ToArray(), ContentKind.Image),
        ("Rar!"u8.ToArray(), ContentKind.Archive),
        ([0x1F, 0x8B, 0x08], ContentKind.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], ContentKind.Archive),
    ];

    public static ContentKind Sniff(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Magics)
        {
            if (bytes.StartsWith(magic) && !(magic.Length == 2 && IsText(bytes)))
                return kind == ContentKind.Ole ? SniffOle(bytes) : kind;
        }

        var head = bytes[..Math.Min(bytes.Length, HeadLength)];
        if (head.IndexOf("%PDF-"u8) is >= 0 and var at && (at == 0 || head[..at].IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ') < 0 || head[..at].Contains((byte)0)))
            return ContentKind.Pdf;
        return SniffText(head);
    }

    /// <summary>"BM" alone may start a text; a bitmap has zero bytes right behind its size.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) => bytes.Length < 14 || bytes[6..10].IndexOfAnyExcept((byte)0) >= 0;

    private static ContentKind SniffText(ReadOnlySpan<byte> head)
    {
        // Tags and header names are ASCII in every encoding that is read, apart from the zeros of UTF-16.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase))
            return ContentKind.WebArchive;
        if (!text.StartsWith('<'))
            return ContentKind.Text;
        foreach (var tag in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<p>", "<!--"])
        {
            if (text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return ContentKind.Html;
        }

        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return ContentKind.Html;
        // Word and Excel of 2003 saved as one XML file, often under the name .doc or .xls.
        return text.StartsWith("<?xml", StringComparison.Ordinal) && (text.Contains("mso-application", StringComparison.Ordinal) || text.Contains("schemas-microsoft-com:office", StringComparison.Ordinal))
            ? ContentKind.OfficeXml
            : ContentKind.Text;
    }

    /// <summary>An OLE file names its streams in UTF-16 in its directory.</summary>
    private static ContentKind SniffOle(ReadOnlySpan<byte> bytes)
    {
        if (HasStream(bytes, "EncryptedPackage"))
            return ContentKind.EncryptedOffice;
        if (HasStream(bytes, "WordDocument"))
            return ContentKind.OldWord;
        return HasStream(bytes, "Workbook") || HasStream(bytes, "Book") ? ContentKind.Excel97 : ContentKind.Ole;
    }

    private static bool HasStream(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name + '\0')) >= 0;
}
