using System.Buffers.Binary;
using System.Numerics;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>
/// A digest of numbers and short texts in two lanes of 64 bits. It tells whether a rating has changed since it was last written, of our
/// own rows and to ourselves, so it has to be quick and even, not proof against anybody; the journal's hashes are another matter.
/// </summary>
internal struct Print
{
    public const int Length = 16;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private const ulong Missing = 0xA5A5_0000_5A5A_FFFF;

    private ulong left;
    private ulong right;

    public Print() => (left, right) = (First, Second);

    public void Add(decimal? value)
    {
        if (value is not { } known)
        {
            Add(Missing);
            return;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(known, bits);
        Add(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        Add(((ulong)(uint)bits[3] << 32) | (uint)bits[2]);
    }

    public void Add(int value) => Add((ulong)(uint)value);

    public void Add(string text)
    {
        Add(text.Length);
        foreach (var character in text)
            Add((ulong)character);
    }

    public readonly void Write(Span<byte> print)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(print, Mixed(left ^ BitOperations.RotateLeft(right, 32)));
        BinaryPrimitives.WriteUInt64LittleEndian(print[8..], Mixed(right + left));
    }

    private void Add(ulong word)
    {
        left = BitOperations.RotateLeft((left ^ word) * First, 29);
        right = (BitOperations.RotateLeft(right, 37) + word) * Second;
        right ^= right >> 31;
    }

    /// <summary>Spreads every bit over all others.</summary>
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 32)) * Second;
        value = (value ^ (value >> 29)) * First;
        return value ^ (value >> 32);
    }
}
