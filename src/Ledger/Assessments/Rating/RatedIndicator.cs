using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Luoshi.Ledger.Assessments.Strips;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>What the rule found of one indicator for a period, with what it was found from.</summary>
/// <param name="Level">How far the number has been checked. Whoever verifies a number says so on its rating too, so the print leaves it out.</param>
internal readonly record struct RatedIndicator(Guid? Unit, IndicatorRecord Record, Assessment Found, Verification Level)
{
    private const int PrintLength = 16;

    /// <summary>Indicator and print, one after the other.</summary>
    public const int EntryLength = 16 + PrintLength;

    public decimal? OfOriginal => Record.OfOriginal(Found.Known.Actual);

    /// <summary>
    /// Sixteen bytes that differ when anything differs that a stored row says: its numbers, and what its sentence is made of.
    /// </summary>
    public void WriteEntry(Span<byte> entry)
    {
        Record.Indicator.TryWriteBytes(entry);
        var paper = new Print(stackalloc byte[512]);
        paper.Add(Found.Known.Actual);
        paper.Add(Found.OfPlan?.Value);
        paper.Add(Found.OfPromise?.Value);
        paper.Add(OfOriginal);
        paper.Add(Found.Due?.Value);
        paper.Add(Found.Gap);
        paper.Add(Found.Reached?.Value);
        paper.Add(((int)Found.Progress << 16) | ((int)Found.Light << 8) | (Found.Overdue ? 1 : 0) | (Record.IsRated ? 2 : 0));
        paper.Add(Record.Promised?.Value);
        paper.Add((int?)Record.Promised?.Bound ?? -1);
        paper.Add(Record.WorkingPlan);
        paper.Add(Record.Baseline);
        paper.Add(Record.Unit.Power);
        paper.Add(((int)Record.Kind << 8) | (int)Record.Direction);
        paper.Add(Record.Deadline?.DayNumber ?? -1);
        paper.Add(Record.Unit.Unit);
        paper.Add(Found.RulesVersion);
        foreach (var step in Record.Steps)
        {
            paper.Add(step.Name);
            paper.Add(step.Due.DayNumber);
            paper.Add(step.Done?.DayNumber ?? -1);
        }

        paper.Finish(entry[16..]);
    }

    private ref struct Print(Span<byte> buffer)
    {
        private readonly Span<byte> buffer = buffer;
        private int at;

        public void Add(decimal? value)
        {
            var bytes = Room(17);
            bytes[0] = value is null ? (byte)0 : (byte)1;
            decimal.TryGetBits(value ?? 0, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(bytes[1..]), out _);
        }

        public void Add(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

        public void Add(string text)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            Add(length);
            // A name may be longer than the room; nothing else is.
            if (length > buffer.Length)
                SHA256.HashData(Encoding.UTF8.GetBytes(text), Room(32));
            else
                Encoding.UTF8.GetBytes(text, Room(length));
        }

        public void Finish(Span<byte> print)
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(buffer[..at], hash);
            hash[..PrintLength].CopyTo(print);
        }

        /// <summary>When the sheet is full, its digest begins the next.</summary>
        private Span<byte> Room(int length)
        {
            if (at + length > buffer.Length)
            {
                Span<byte> hash = stackalloc byte[32];
                SHA256.HashData(buffer[..at], hash);
                hash.CopyTo(buffer);
                at = hash.Length;
            }

            at += length;
            return buffer.Slice(at - length, length);
        }
    }
}
