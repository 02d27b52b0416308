using System.Collections;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// The repairs of one text, in blocks. A text with thousands of repairs would otherwise need an array of the size that .NET
/// keeps apart as large, and collecting those costs a full garbage collection each time.
/// </summary>
internal sealed class RepairList : IReadOnlyList<Repair>
{
    // 4096 repairs of 20 bytes stay below the 85,000 bytes from which on an array is large.
    private const int BlockLength = 4096;

    private readonly Repair[][] blocks;

    public RepairList(in RentedList<Repair> repairs)
    {
        Count = repairs.Count;
        blocks = new Repair[(Count + BlockLength - 1) / BlockLength][];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = repairs.ToArray(i * BlockLength, Math.Min(BlockLength, Count - (i * BlockLength)));
    }

    public int Count { get; }

    public Repair this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return blocks[index / BlockLength][index % BlockLength];
        }
    }

    public IEnumerator<Repair> GetEnumerator() => blocks.SelectMany(block => block).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
