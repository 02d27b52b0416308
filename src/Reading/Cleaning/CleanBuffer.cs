using System.Buffers;
using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// The cleaned text in the making. Unchanged stretches are copied when the next change comes; a text without changes is never copied.
/// </summary>
internal sealed class CleanBuffer(string raw)
{
    private readonly List<Repair> repairs = [];
    private OffsetMap map = OffsetMap.Identity;
    private char[] buffer = [];
    private int length;
    private int copied;
    private bool changed;

    /// <summary>One character for one; a null <paramref name="kind"/> is a change of form that is not reported.</summary>
    public void Replace(int at, char with, RepairKind? kind)
    {
        CopyTo(at, 1);
        buffer[length++] = with;
        copied = at + 1;
        if (kind is { } reported)
            Report(reported, new SourceSpan(at, at + 1), new SourceSpan(length - 1, length));
    }

    public void Replace(int start, int end, ReadOnlySpan<char> with, RepairKind kind)
    {
        CopyTo(start, with.Length);
        with.CopyTo(buffer.AsSpan(length));
        // The first characters stand one for one; those that are too many all stand at the last raw character.
        var paired = Math.Min(with.Length, end - start);
        for (var i = paired; i < with.Length; i++)
            map.Align(length + i, end - 1);
        if (paired < end - start && paired > 0)
            map.Widen(length + paired - 1, end);
        Report(kind, new SourceSpan(start, end), new SourceSpan(length, length + with.Length));
        length += with.Length;
        copied = end;
        map.Align(length, end);
    }

    public void Remove(int start, int end, RepairKind kind) => Replace(start, end, [], kind);

    /// <summary>Reports a stretch that is kept.</summary>
    public void Mark(int start, int end, RepairKind kind)
    {
        var clean = length + start - copied;
        Report(kind, new SourceSpan(start, end), new SourceSpan(clean, clean + end - start));
    }

    public CleanText Finish()
    {
        if (!changed)
            return new CleanText(raw, raw, OffsetMap.Identity, repairs);
        CopyTo(raw.Length, 0);
        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        return new CleanText(raw, text, map, repairs);
    }

    private void CopyTo(int rawEnd, int room)
    {
        if (!changed)
        {
            changed = true;
            map = new OffsetMap();
            buffer = ArrayPool<char>.Shared.Rent(raw.Length + 64);
        }

        var run = rawEnd - copied;
        if (length + run + room > buffer.Length)
            Grow(run + room);
        raw.AsSpan(copied, run).CopyTo(buffer.AsSpan(length));
        length += run;
        copied = rawEnd;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(buffer.Length + (buffer.Length / 2), length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }

    private void Report(RepairKind kind, SourceSpan from, SourceSpan to)
    {
        if (repairs.Count > 0 && repairs[^1] is var last && last.Kind == kind && last.Raw.End == from.Start && last.Clean.End == to.Start)
            repairs[^1] = new Repair(kind, new SourceSpan(last.Raw.Start, from.End), new SourceSpan(last.Clean.Start, to.End));
        else
            repairs.Add(new Repair(kind, from, to));
    }
}
