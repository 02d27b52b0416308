using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Luoshi.Platform.Tests.Attachments;

/// <summary>Small files of every kind, made by hand so that each byte is known.</summary>
internal static class Files
{
    /// <summary>An empty picture with one scan; it opens nowhere as a photo, but has every mark of one.</summary>
    public static byte[] Jpeg(byte[]? exif = null)
    {
        var bytes = new List<byte> { 0xFF, 0xD8 };
        if (exif is not null)
            Segment(bytes, 0xE1, exif);
        Segment(bytes, 0xDB, new byte[65]);
        Segment(bytes, 0xDA, [1, 1, 0, 0, 63, 0]);
        bytes.AddRange([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]);
        return [.. bytes];
    }

    /// <summary>Taken on 30 June 2026 at 09:15:30, at 36°05'30" N 120°22'30" E, by a made-up camera.</summary>
    public static byte[] Exif()
    {
        var tiff = new Tiff();
        var gps = tiff.Directory(
            tiff.Ascii(1, "N"), tiff.Rationals(2, (36, 1), (5, 1), (30, 1)), tiff.Ascii(3, "E"), tiff.Rationals(4, (120, 1), (22, 1), (30, 1)));
        var sub = tiff.Directory(tiff.Ascii(0x9003, "2026:06:30 09:15:30"));
        var root = tiff.Directory(tiff.Ascii(0x010F, "Haiyue"), tiff.Ascii(0x0110, "One"), Tiff.Pointer(0x8769, sub), Tiff.Pointer(0x8825, gps));
        return [.. "Exif\0\0"u8, .. tiff.Finish(root)];
    }

    public static byte[] Png(params byte[][] chunks)
    {
        var bytes = new List<byte> { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A };
        Chunk(bytes, "IHDR", new byte[13]);
        foreach (var text in chunks)
            Chunk(bytes, "tEXt", text);
        Chunk(bytes, "IDAT", [1, 2, 3]);
        Chunk(bytes, "IEND", []);
        return [.. bytes];
    }

    public static byte[] Webp()
    {
        byte[] body = [.. "WEBP"u8, .. "VP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4];
        return [.. "RIFF"u8, (byte)body.Length, 0, 0, 0, .. body];
    }

    public static byte[] Pdf(string inside = "") => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj <<{inside}>> endobj\ntrailer\n%%EOF\n");

    public static byte[] Zip(params string[] names)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Docx(params string[] more) => Zip(["[Content_Types].xml", "word/document.xml", .. more]);

    /// <summary>A document whose one part unpacks to far more than anyone would write.</summary>
    public static byte[] Bomb()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var entry = zip.CreateEntry("word/document.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 310; i++)
                entry.Write(zeros);
        }

        return stream.ToArray();
    }

    private static void Segment(List<byte> bytes, byte marker, byte[] body)
    {
        bytes.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        bytes.AddRange(body);
    }

    private static void Chunk(List<byte> bytes, string name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        bytes.AddRange([.. length, .. Encoding.ASCII.GetBytes(name), .. body, 0, 0, 0, 0]);
    }

    /// <summary>A big-endian TIFF block, as EXIF uses it.</summary>
    private sealed class Tiff
    {
        private readonly List<byte> bytes = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 0];

        public byte[] Ascii(ushort tag, string text)
        {
            var value = Encoding.ASCII.GetBytes(text + "\0");
            return value.Length <= 4 ? Entry(tag, 2, value.Length, [.. value, .. new byte[4 - value.Length]]) : Entry(tag, 2, value.Length, Number(Store(value)));
        }

        public byte[] Rationals(ushort tag, params (int Top, int Bottom)[] values) =>
            Entry(tag, 5, values.Length, Number(Store([.. values.SelectMany(value => (byte[])[.. Number(value.Top), .. Number(value.Bottom)])])));

        public static byte[] Pointer(ushort tag, int offset) => Entry(tag, 4, 1, Number(offset));

        public int Directory(params byte[][] entries) =>
            Store([(byte)(entries.Length >> 8), (byte)entries.Length, .. entries.SelectMany(entry => entry), 0, 0, 0, 0]);

        public byte[] Finish(int root)
        {
            Number(root).CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[4..]);
            return [.. bytes];
        }

        private int Store(byte[] value)
        {
            var offset = bytes.Count;
            bytes.AddRange(value);
            if (bytes.Count % 2 == 1)
                bytes.Add(0);
            return offset;
        }

        private static byte[] Entry(ushort tag, ushort type, int count, byte[] value) => [(byte)(tag >> 8), (byte)tag, (byte)(type >> 8), (byte)type, .. Number(count), .. value];

        private static byte[] Number(int value)
        {
            var four = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(four, value);
            return four;
        }
    }
}
