using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Luoshi.Ledger.Demo;

/// <summary>
/// A picture for the demonstration: a grey pattern nobody could take for a real place, with a camera's time and place in it as photos have
/// them. A JPEG of flat blocks needs no more than the first table of the standard.
/// </summary>
internal static class DemoPhoto
{
    private const int BlocksWide = 20;
    private const int BlocksHigh = 15;

    // Codes of the standard's table K.3, by the length of the difference in bits.
    private static readonly (int Code, int Length)[] DcCodes = [(0b00, 2), (0b010, 3), (0b011, 3), (0b100, 3), (0b101, 3), (0b110, 3), (0b1110, 4), (0b11110, 5), (0b111110, 6)];

    public static byte[] Make(int seed, DateTime taken, decimal north, decimal east)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Exif(taken, north, east)]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(file, 0xC0, [8, 0, BlocksHigh * 8, 0, BlocksWide * 8, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        // The one alternating code that is needed says that nothing follows.
        Segment(file, 0xC4, [0x10, 0, 0, 0, 1, .. new byte[12], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        Blocks(file, seed);
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    private static void Segment(List<byte> file, byte marker, ReadOnlySpan<byte> content)
    {
        file.AddRange([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        file.AddRange(content);
    }

    private static void Blocks(List<byte> file, int seed)
    {
        var (bits, count, before) = (0, 0, 0);
        for (var block = 0; block < BlocksWide * BlocksHigh; block++)
        {
            var level = ((((block % BlocksWide) + seed) * 7) ^ ((block / BlocksWide) * (seed + 3))) % 97;
            var difference = level - before;
            before = level;
            var size = 32 - int.LeadingZeroCount(Math.Abs(difference));
            Put(DcCodes[size].Code, DcCodes[size].Length);
            Put(difference < 0 ? difference + (1 << size) - 1 : difference, size);
            Put(0, 4);
        }

        // The last byte is filled with ones.
        if (count > 0)
            Put((1 << (8 - count)) - 1, 8 - count);

        void Put(int value, int length)
        {
            for (var i = length - 1; i >= 0; i--)
            {
                bits = (bits << 1) | ((value >> i) & 1);
                if (++count < 8)
                    continue;
                file.Add((byte)bits);
                if ((byte)bits == 0xFF)
                    file.Add(0);
                (bits, count) = (0, 0);
            }
        }
    }

    /// <summary>A TIFF header, a first directory that points at the camera's and the satellite's, and their values.</summary>
    private static byte[] Exif(DateTime taken, decimal north, decimal east)
    {
        const int Camera = 38;
        const int Time = Camera + 18;
        const int Gps = Time + 20;
        const int North = Gps + 54;
        var tiff = new byte[North + 48];
        "MM\0*"u8.CopyTo(tiff);
        Long(tiff, 4, 8);
        Directory(tiff, 8, (0x8769, 4, 1, Camera), (0x8825, 4, 1, Gps));
        Directory(tiff, Camera, (0x9003, 2, 20, Time));
        Encoding.ASCII.GetBytes(taken.ToString("yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture)).CopyTo(tiff, Time);
        Directory(tiff, Gps, (1, 2, 2, 'N' << 24), (2, 5, 3, North), (3, 2, 2, 'E' << 24), (4, 5, 3, North + 24));
        Degrees(tiff, North, north);
        Degrees(tiff, North + 24, east);
        return tiff;
    }

    private static void Directory(byte[] tiff, int at, params ReadOnlySpan<(int Tag, int Type, int Count, int Value)> entries)
    {
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = at + 2 + (i * 12);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(entry), (ushort)entries[i].Tag);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(entry + 2), (ushort)entries[i].Type);
            Long(tiff, entry + 4, entries[i].Count);
            Long(tiff, entry + 8, entries[i].Value);
        }
    }

    private static void Degrees(byte[] tiff, int at, decimal degrees)
    {
        var whole = (int)degrees;
        var minutes = (int)((degrees - whole) * 60);
        var seconds = (int)(((degrees - whole) * 3600 - (minutes * 60)) * 100);
        foreach (var (value, i) in new[] { whole, 1, minutes, 1, seconds, 100 }.Select((v, i) => (v, i)))
            Long(tiff, at + (i * 4), value);
    }

    private static void Long(byte[] tiff, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value);
}
