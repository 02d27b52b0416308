using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Luoshi.Reading.Lexicons;

/// <summary>
/// The words of a list by their first character, or by their last one, and of those that share it the longest first.
/// </summary>
/// <remarks>
/// Reading asks several lists at nearly every character of a sentence, and nearly always in vain. So two times half a kilobyte of bits, for
/// the character and for the one beside it, answer most questions without a branch that is hard to foresee, and lie in the index itself,
/// one step of memory nearer. What is left is looked up in a small open table, and words are compared four characters at a time.
/// </remarks>
internal readonly struct WordIndex<T>
{
    /// <summary>Characters that one comparison holds.</summary>
    private const int Packed = 4;

    private const int FilterWords = 64;

    private readonly Filter filter;
    private readonly Filter pairs;
    private readonly Slot[] slots;
    private readonly Entry[] entries;
    private readonly int shift;

    /// <param name="words">Of words that are given twice the first counts.</param>
    /// <param name="ends">Index the words by how they end.</param>
    public WordIndex(IEnumerable<KeyValuePair<string, T>> words, bool ends)
    {
        var lists = new Dictionary<char, List<string>>();
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (word, value) in words)
        {
            if (word.Length == 0 || !values.TryAdd(word, value))
                continue;
            var key = ends ? word[^1] : word[0];
            if (!lists.TryGetValue(key, out var list))
                lists.Add(key, list = []);
            list.Add(word);
        }

        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, lists.Count * 2)));
        shift = 32 - bits;
        slots = new Slot[1 << bits];
        // No list is entry 0: an empty slot points there.
        (entries, var count) = (new Entry[values.Count + 1], 1);
        foreach (var (key, list) in lists)
        {
            list.Sort(static (a, b) => b.Length - a.Length);
            filter[(key >> 6) & (FilterWords - 1)] |= 1UL << key;
            // Anything may stand next to a word of one character.
            for (var i = 0; i < FilterWords && list[^1].Length == 1; i++)
                pairs[i] |= 1UL << key;
            foreach (var word in list)
                pairs[(ends ? word[^Math.Min(2, word.Length)] : word[Math.Min(1, word.Length - 1)]) & (FilterWords - 1)] |= 1UL << key;
            var at = Place(key);
            while (slots[at].First != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = new Slot(key, checked((ushort)count));
            for (var i = 0; i < list.Count; i++)
                entries[count++] = Entry.Of(list[i], values[list[i]], ends, more: i + 1 < list.Count);
        }
    }

    /// <summary>The longest word that <paramref name="text"/> starts with, as its entry, or 0. Only for an index by first characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AtStart(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !MayHold(text[0], text.Length > 1 ? text[1] : '\0'))
            return 0;
        return MatchStart(text);
    }

    /// <summary>The longest word that <paramref name="text"/> ends with, as its entry, or 0. Only for an index by last characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AtEnd(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !MayHold(text[^1], text.Length > 1 ? text[^2] : '\0'))
            return 0;
        return MatchEnd(text);
    }

    /// <summary>The first place from <paramref name="at"/> on where a word starts, or -1.</summary>
    public int Next(ReadOnlySpan<char> text, int at, out int entry) => Next(text, at, text.Length, out entry);

    /// <param name="to">In front of this place.</param>
    public int Next(ReadOnlySpan<char> text, int at, int to, out int entry)
    {
        for (; at < to; at++)
        {
            if (!MayHold(text[at], at + 1 < text.Length ? text[at + 1] : '\0') || MatchStart(text[at..]) is not (> 0 and var found))
                continue;
            entry = found;
            return at;
        }

        entry = 0;
        return -1;
    }

    /// <summary>The end of the word that ends last in the text, or -1.</summary>
    public int LastEnd(ReadOnlySpan<char> text, out int entry)
    {
        for (var end = text.Length; end > 0; end--)
        {
            if (!MayHold(text[end - 1], end > 1 ? text[end - 2] : '\0') || MatchEnd(text[..end]) is not (> 0 and var found))
                continue;
            entry = found;
            return end;
        }

        entry = 0;
        return -1;
    }

    /// <summary>The first characters of its words, or the last ones, each once.</summary>
    public string Keys()
    {
        var keys = new List<char>();
        foreach (var slot in slots)
        {
            if (slot.First != 0)
                keys.Add(slot.Key);
        }

        return string.Concat(keys);
    }

    public string Word(int entry) => entries[entry].Word;

    public int Length(int entry) => entries[entry].Length;

    public T Value(int entry) => entries[entry].Value;

    /// <summary>Whether some word may have the character, and the other one next to it.</summary>
    private bool MayHold(char key, char beside) => (((filter[(key >> 6) & (FilterWords - 1)] & pairs[beside & (FilterWords - 1)]) >> key) & 1) != 0;

    private int Place(char key) => (int)((key * 0x9E3779B1u) >> shift);

    /// <summary>The first of the words of a character, or 0.</summary>
    private int First(char key)
    {
        for (var at = Place(key); ; at = (at + 1) & (int)(uint.MaxValue >> shift))
        {
            ref readonly var slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), at);
            if (slot.Key == key || slot.First == 0)
                return slot.First;
        }
    }

    private int MatchStart(ReadOnlySpan<char> text)
    {
        var at = First(text[0]);
        if (at == 0)
            return 0;
        var head = text.Length >= Packed ? Load(text) : Pack(text);
        while (true)
        {
            ref readonly var entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), at);
            if ((head ^ entry.Letters) << entry.Aside == 0 && entry.Length <= text.Length
                && (entry.Length <= Packed || text[Packed..entry.Length].SequenceEqual(entry.Word.AsSpan(Packed))))
                return at;
            if (!entry.More)
                return 0;
            at++;
        }
    }

    private int MatchEnd(ReadOnlySpan<char> text)
    {
        var at = First(text[^1]);
        if (at == 0)
            return 0;
        var tail = text.Length >= Packed ? Load(text[^Packed..]) : Pack(text) << (16 * (Packed - text.Length));
        while (true)
        {
            ref readonly var entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), at);
            if ((tail ^ entry.Letters) >> entry.Aside == 0 && entry.Length <= text.Length
                && (entry.Length <= Packed || text[^entry.Length..^Packed].SequenceEqual(entry.Word.AsSpan(0, entry.Length - Packed))))
                return at;
            if (!entry.More)
                return 0;
            at++;
        }
    }

    private static ulong Load(ReadOnlySpan<char> text) => BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(text));

    /// <summary>Up to four characters, the first in the lowest bits.</summary>
    private static ulong Pack(ReadOnlySpan<char> text)
    {
        var packed = 0UL;
        for (var i = 0; i < text.Length; i++)
            packed |= (ulong)text[i] << (16 * i);
        return packed;
    }

    [InlineArray(FilterWords)]
    private struct Filter
    {
        private ulong first;
    }

    private readonly record struct Slot(char Key, ushort First);

    /// <param name="Letters">The first four characters, or the last four, as they lie in memory.</param>
    /// <param name="Aside">The bits of <paramref name="Letters"/> that a shorter word does not fill; shifted away, they compare as equal.</param>
    /// <param name="More">The next entry belongs to the same character.</param>
    private readonly record struct Entry(ulong Letters, string Word, T Value, ushort Length, byte Aside, bool More)
    {
        public static Entry Of(string word, T value, bool ends, bool more)
        {
            var count = Math.Min(word.Length, Packed);
            var aside = 16 * (Packed - count);
            var letters = Pack(ends ? word.AsSpan(word.Length - count) : word.AsSpan(0, count));
            return new Entry(ends ? letters << aside : letters, word, value, checked((ushort)word.Length), (byte)aside, more);
        }
    }
}
