using System.Buffers;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// A list in rented memory: it grows without leaving its smaller arrays to the garbage collector, and its end is an array of the right length.
/// </summary>
internal struct RentedList<T>()
    where T : struct
{
    private const int FirstLength = 256;

    private T[] items = [];

    public int Count { get; private set; }

    public readonly ref T Last => ref items[Count - 1];

    public void Add(T item)
    {
        if (Count == items.Length)
            Grow();
        items[Count++] = item;
    }

    public readonly T[] ToArray() => ToArray(0, Count);

    /// <summary>A copy of some of the items; the rented memory stays.</summary>
    public readonly T[] ToArray(int from, int count) => items.AsSpan(from, count).ToArray();

    public void Return()
    {
        if (items.Length > 0)
            ArrayPool<T>.Shared.Return(items);
        (items, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(FirstLength, items.Length * 2));
        items.CopyTo(larger, 0);
        if (items.Length > 0)
            ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
