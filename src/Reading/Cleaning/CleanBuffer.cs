using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// The cleaned text in the making: what needs no thought is copied in stretches, everything else comes one change after the other.
/// A text without changes is never made anew.
/// </summary>
/// <remarks>The rented memory always has room for the rest of the raw text, so that only a change that is longer than its raw text checks for it.</remarks>
internal sealed class CleanBuffer(string raw, CharacterTable table, bool traditional)
{
    private const int Slack = 64;

    // As many characters as a number has bits.
    private const int Stretch = 64;

    private RentedList<Repair> repairs = new();
    private OffsetMap.Builder map = new();
    private char[] buffer = ArrayPool<char>.Shared.Rent(raw.Length + Slack);
    private int length;
    private List<int>? cuts;
    private List<int>? guesses;

    /// <summary>The end of the cleaned text so far.</summary>
    public ReadOnlySpan<char> Tail => buffer.AsSpan(Math.Max(0, length - LostWords.Reach), Math.Min(length, LostWords.Reach));

    /// <summary>
    /// Copies from <paramref name="at"/> on what needs no look at its neighbours, and what needs one only beside a digit where none is.
    /// Returns the offset of the first character that does need one, or <paramref name="end"/>.
    /// </summary>
    public int CopyPlain(int at, int end)
    {
        while (at < end)
        {
            var most = Math.Min(Stretch, end - at);
            var copied = CopyForms(at, most, out var marked, out var asked);
            while (asked != 0 && !NeedsLook(at + BitOperations.TrailingZeroCount(asked)))
                asked &= asked - 1;
            if (asked != 0)
            {
                copied = BitOperations.TrailingZeroCount(asked);
                marked &= (1UL << copied) - 1;
            }

            if (marked != 0)
                ReportMarked(marked, at, length);
            length += copied;
            at += copied;
            if (copied < most)
                break;
        }

        return at;
    }

    /// <summary>
    /// Copies up to <see cref="Stretch"/> characters, each in its canonical form, and tells by one bit each which of them were Traditional
    /// and which may need a look at their neighbours.
    /// </summary>
    /// <returns>How many there are in front of the first one that needs a look in any case.</returns>
    private int CopyForms(int from, int most, out ulong marked, out ulong asked)
    {
        // Every character of every text passes here: 64 K kinds cover every char and the rented memory has room for the rest,
        // so nothing is checked again. Nobody can foresee which character has another form, so that is not asked either.
        ref var kinds = ref MemoryMarshal.GetReference(table.Kinds(traditional));
        ref var targets = ref MemoryMarshal.GetReference(table.Targets(traditional));
        ref var source = ref Unsafe.Add(ref Unsafe.AsRef(in raw.GetPinnableReference()), from);
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), length);
        Span<byte> met = stackalloc byte[Stretch];
        ref var seen = ref MemoryMarshal.GetReference(met);
        nuint at = 0;
        for (; at < (nuint)most; at++)
        {
            nuint c = Unsafe.Add(ref source, at);
            var kind = Unsafe.Add(ref kinds, c);
            if (kind > (byte)CharacterKind.LineEnd)
                break;
            Unsafe.Add(ref seen, at) = kind;
            Unsafe.Add(ref target, at) = Unsafe.Add(ref targets, c);
        }

        var (all, wanted) = (Vector512.Create<byte>(met), Vector512.Create((byte)CharacterKind.Traditional));
        marked = Vector512.Equals(all, wanted).ExtractMostSignificantBits();
        asked = Vector512.GreaterThan(all, wanted).ExtractMostSignificantBits();
        return (int)at;
    }

    /// <summary>Reports the runs of Traditional characters, one bit each.</summary>
    private void ReportMarked(ulong marked, int rawStart, int cleanStart)
    {
        for (var at = 0; marked != 0;)
        {
            var plain = BitOperations.TrailingZeroCount(marked);
            var run = BitOperations.TrailingZeroCount(~(marked >> plain));
            at += plain;
            Report(RepairKind.Simplified, rawStart + at, rawStart + at + run, cleanStart + at, cleanStart + at + run);
            at += run;
            marked = plain + run < Stretch ? marked >> (plain + run) : 0;
        }
    }

    // A comma may part thousands or stand in front of the mark that is meant; a line end may cut a number or a word.
    private bool NeedsLook(int at)
    {
        if (at == 0)
            return false;
        var (before, after) = (raw[at - 1], Glyphs.At(raw, at + 1));
        if (Glyphs.IsLineEnd(raw[at]))
            return Glyphs.IsHan(before) || Glyphs.IsDigitOrPoint(before) || before is ',' or '，';
        // Nearly every comma stands between two characters.
        return !(IsIdeograph(before) && IsIdeograph(after)) && (Glyphs.IsDigitOrPoint(before) || IsMark(after) || IsMark(before));
    }

    private static bool IsIdeograph(char c) => (uint)(c - '\u4E00') <= '\u9FFF' - '\u4E00';

    private static bool IsMark(char c) => c is ',' or '，' or '、' or '。' or '；';

    /// <summary>Copies a stretch as it is.</summary>
    public void Keep(int start, int end)
    {
        raw.AsSpan(start, end - start).CopyTo(buffer.AsSpan(length));
        length += end - start;
    }

    /// <summary>One character for one; a null <paramref name="kind"/> is a change of form that is not reported.</summary>
    public void Replace(int at, char with, RepairKind? kind)
    {
        buffer[length++] = with;
        if (kind is { } reported)
            Report(reported, at, at + 1, length - 1, length);
    }

    public void Replace(int start, int end, ReadOnlySpan<char> with, RepairKind kind)
    {
        MakeRoom(with.Length + raw.Length - end);
        with.CopyTo(buffer.AsSpan(length));
        // The first characters stand one for one; those that are too many all stand at the last raw character.
        var paired = Math.Min(with.Length, end - start);
        for (var i = paired; i < with.Length; i++)
            map.Align(length + i, end - 1);
        if (paired < end - start && paired > 0)
            map.Widen(length + paired - 1, end);
        Report(kind, start, end, length, length + with.Length);
        length += with.Length;
        map.Align(length, end);
    }

    public void Remove(int start, int end, RepairKind kind)
    {
        if (kind == RepairKind.LineJoined)
            (cuts ??= []).Add(length);
        Report(kind, start, end, length, length);
        map.Align(length, end);
    }

    /// <summary>One character for what is left of it.</summary>
    public void Guess(int start, int end, char meant)
    {
        (guesses ??= []).Add(length);
        Replace(start, end, [meant], RepairKind.Guessed);
    }

    /// <summary>Copies a stretch as it is, and reports it.</summary>
    public void Mark(int start, int end, RepairKind kind)
    {
        Report(kind, start, end, length, length + end - start);
        Keep(start, end);
    }

    public CleanText Finish()
    {
        var text = raw.AsSpan().SequenceEqual(buffer.AsSpan(0, length)) ? raw : new string(buffer, 0, length);
        var clean = new CleanText(raw, text, map.Finish(), repairs.Count == 0 ? [] : new RepairList(repairs)) { Cuts = cuts ?? [], Guesses = guesses ?? [], LosesDigits = guesses is not null && TextNature.LosesDigits(raw) };
        repairs.Return();
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        return clean;
    }

    private void MakeRoom(int more)
    {
        if (length + more <= buffer.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(buffer.Length + (buffer.Length / 2), length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }

    private void Report(RepairKind kind, int rawStart, int rawEnd, int cleanStart, int cleanEnd)
    {
        if (repairs.Count > 0)
        {
            ref var last = ref repairs.Last;
            if (last.Kind == kind && last.Raw.End == rawStart && last.Clean.End == cleanStart)
            {
                last = new Repair(kind, new SourceSpan(last.Raw.Start, rawEnd), new SourceSpan(last.Clean.Start, cleanEnd));
                return;
            }
        }

        repairs.Add(new Repair(kind, new SourceSpan(rawStart, rawEnd), new SourceSpan(cleanStart, cleanEnd)));
    }
}
