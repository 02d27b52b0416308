namespace Luoshi.Reading.Lexicons;

/// <summary>Words with a value, found at the start or at the end of a piece of text; the longest word wins.</summary>
internal sealed class WordMap<T>
{
    private const int Buckets = 1024;

    private readonly (string Word, T Value)[]?[] byFirst = new (string, T)[]?[Buckets];
    private readonly (string Word, T Value)[]?[] byLast = new (string, T)[]?[Buckets];

    public WordMap(IEnumerable<KeyValuePair<string, T>> words)
    {
        foreach (var (word, value) in words)
        {
            if (word.Length == 0)
                continue;
            Add(byFirst, word[0], word, value);
            Add(byLast, word[^1], word, value);
        }

        Array.ForEach(byFirst, SortLongestFirst);
        Array.ForEach(byLast, SortLongestFirst);
    }

    /// <summary>Length of the longest word that <paramref name="text"/> starts with, or 0.</summary>
    public int AtStart(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty || byFirst[text[0] & (Buckets - 1)] is not { } candidates)
            return 0;
        foreach (var (word, found) in candidates)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal))
                continue;
            value = found;
            return word.Length;
        }

        return 0;
    }

    public int AtStart(ReadOnlySpan<char> text) => AtStart(text, out _);

    /// <summary>Length of the longest word that <paramref name="text"/> ends with, or 0.</summary>
    public int AtEnd(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty || byLast[text[^1] & (Buckets - 1)] is not { } candidates)
            return 0;
        foreach (var (word, found) in candidates)
        {
            if (!text.EndsWith(word, StringComparison.Ordinal))
                continue;
            value = found;
            return word.Length;
        }

        return 0;
    }

    public int AtEnd(ReadOnlySpan<char> text) => AtEnd(text, out _);

    /// <summary>Offset of the first word found in <paramref name="text"/>, or -1.</summary>
    public int Find(ReadOnlySpan<char> text, out int length, out T? value)
    {
        for (var at = 0; at < text.Length; at++)
        {
            length = AtStart(text[at..], out value);
            if (length > 0)
                return at;
        }

        length = 0;
        value = default;
        return -1;
    }

    public bool Contains(ReadOnlySpan<char> text) => Find(text, out _, out _) >= 0;

    /// <summary>Offset of the last word in <paramref name="text"/>, or -1; where words end at one place the longest is taken.</summary>
    public int FindLast(ReadOnlySpan<char> text, out int length, out T? value)
    {
        for (var end = text.Length; end > 0; end--)
        {
            length = AtEnd(text[..end], out value);
            if (length > 0)
                return end - length;
        }

        length = 0;
        value = default;
        return -1;
    }

    private static void Add((string, T)[]?[] buckets, char key, string word, T value)
    {
        ref var bucket = ref buckets[key & (Buckets - 1)];
        bucket = [.. bucket ?? [], (word, value)];
    }

    private static void SortLongestFirst((string Word, T Value)[]? bucket)
    {
        if (bucket is not null)
            Array.Sort(bucket, static (a, b) => b.Word.Length - a.Word.Length);
    }
}
