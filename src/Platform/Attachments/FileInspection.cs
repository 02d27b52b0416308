using System.Buffers.Binary;
using System.IO.Compression;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Platform.Attachments;

/// <summary>
/// Tells what a file is and refuses what is two things at once: a picture that is also a page, an archive behind a picture, a document
/// with a program in it.
/// </summary>
internal static class FileInspection
{
    public const int MaxBytes = 20 * 1024 * 1024;
    private const long MaxUnpacked = 300L * 1024 * 1024;
    private const int MaxEntries = 5000;

    public static readonly Refusal TooLarge = new("attachment.too_large", "文件超过 20 MB，请压缩后再传。", "The file is larger than 20 MB; please make it smaller.");
    public static readonly Refusal UnknownKind = new("attachment.unknown_kind", "只接受照片（JPEG、PNG、WebP）和文档（PDF、docx、xlsx）。按文件内容判断，改扩展名没有用。", "Only photos (JPEG, PNG, WebP) and documents (PDF, docx, xlsx) are taken. The content decides, not the name.");
    public static readonly Refusal Broken = new("attachment.broken", "文件不完整或已损坏，请重新导出或拍摄。", "The file is incomplete or damaged; please export or take it again.");
    public static readonly Refusal TwoFaced = new("attachment.two_faced", "文件里夹带了另一种内容，为安全起见不予接收。", "The file carries a second kind of content inside; for safety it is not taken.");
    public static readonly Refusal Active = new("attachment.active", "文件含有宏或脚本，请去掉后再传。", "The file contains macros or scripts; please remove them.");

    public static Outcome<FileKind> Inspect(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
            return TooLarge;
        if (content is [0xFF, 0xD8, 0xFF, ..])
            return Picture(content, FileKind.Jpeg, JpegEnd(content), allowTail: true);
        if (content is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..])
            return Picture(content, FileKind.Png, PngEnd(content), allowTail: false);
        if (content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..].StartsWith("WEBP"u8))
            return Picture(content, FileKind.Webp, WebpEnd(content), allowTail: false);
        if (content.StartsWith("%PDF-"u8))
            return Pdf(content);
        return content.StartsWith("PK\x03\x04"u8) ? Office(content) : UnknownKind;
    }

    /// <param name="end">Where the picture is over; negative when it never is.</param>
    /// <param name="allowTail">Telephones put previews and short films behind a JPEG.</param>
    private static Outcome<FileKind> Picture(ReadOnlySpan<byte> content, FileKind kind, int end, bool allowTail)
    {
        if (end < 0)
            return Broken;
        if ((!allowTail && end != content.Length) || HasMarkup(content) || HasArchiveEnd(content) || content[..Math.Min(1024, content.Length)].IndexOf("%PDF-"u8) >= 0)
            return TwoFaced;
        return kind;
    }

    private static Outcome<FileKind> Pdf(ReadOnlySpan<byte> content)
    {
        if (content[Math.Max(0, content.Length - 1024)..].IndexOf("%%EOF"u8) < 0)
            return Broken;
        if (HasArchiveEnd(content))
            return TwoFaced;
        return content.IndexOf("/JavaScript"u8) >= 0 || content.IndexOf("/Launch"u8) >= 0 || content.IndexOf("/JS "u8) >= 0 || content.IndexOf("/JS("u8) >= 0 ? Active : FileKind.Pdf;
    }

    private static Outcome<FileKind> Office(ReadOnlySpan<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
            if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(entry => entry.Length) > MaxUnpacked)
                return TooLarge;
            if (zip.GetEntry("[Content_Types].xml") is null)
                return UnknownKind;
            if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
                return Active;
            if (zip.GetEntry("word/document.xml") is not null)
                return FileKind.Docx;
            return zip.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx : UnknownKind;
        }
        catch (InvalidDataException)
        {
            return Broken;
        }
    }

    /// <summary>Some browsers look into the first kilobyte of anything for markup; nothing of the sort belongs into a picture at either end.</summary>
    private static bool HasMarkup(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(4096, content.Length)];
        var tail = content[Math.Max(0, content.Length - 4096)..];
        foreach (var sign in (ReadOnlySpan<string>)["<script", "<html", "<!doctype", "<svg", "<iframe", "<?php", "<body"])
        {
            if (Contains(head, sign) || Contains(tail, sign))
                return true;
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, string sign)
    {
        for (var i = 0; i + sign.Length <= bytes.Length; i++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(bytes.Slice(i, sign.Length), sign))
                return true;
        }

        return false;
    }

    /// <summary>Programs that open archives look for them from the end of a file.</summary>
    private static bool HasArchiveEnd(ReadOnlySpan<byte> content) => content[Math.Max(0, content.Length - 65_600)..].IndexOf("PK\x05\x06"u8) >= 0;

    private static int JpegEnd(ReadOnlySpan<byte> content)
    {
        var at = 2;
        while (at + 4 <= content.Length)
        {
            if (content[at] != 0xFF)
                return -1;
            var marker = content[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker == 0xD9)
                return at + 2;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker == 0xDA && (at = ScanEnd(content, at)) < 0)
                return -1;
        }

        return at + 2 <= content.Length && content[at] == 0xFF && content[at + 1] == 0xD9 ? at + 2 : -1;
    }

    /// <summary>The end of the coded data: the next marker that is neither an escaped FF nor a restart.</summary>
    private static int ScanEnd(ReadOnlySpan<byte> content, int at)
    {
        for (; at + 1 < content.Length; at++)
        {
            if (content[at] == 0xFF && content[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        }

        return -1;
    }

    private static int PngEnd(ReadOnlySpan<byte> content)
    {
        for (var at = 8; at + 12 <= content.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            if (length > content.Length - at - 12)
                return -1;
            var isEnd = content[(at + 4)..].StartsWith("IEND"u8);
            at += 12 + (int)length;
            if (isEnd)
                return at;
        }

        return -1;
    }

    private static int WebpEnd(ReadOnlySpan<byte> content)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        // A chunk of odd length is followed by one byte of padding.
        var end = size + 8L + (size & 1);
        return end <= content.Length ? (int)end : -1;
    }
}
