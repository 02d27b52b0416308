namespace Luoshi.Reading.Lexicons;

/// <summary>Words with a value, found at the start or at the end of a piece of text; the longest word wins.</summary>
internal sealed class WordMap<T>
{
    private readonly WordIndex<T> starts;
    private readonly WordIndex<T> ends;

    public WordMap(IEnumerable<KeyValuePair<string, T>> words)
    {
        var list = words.ToList();
        (starts, ends) = (new WordIndex<T>(list, ends: false), new WordIndex<T>(list, ends: true));
    }

    /// <summary>The characters that its words begin with.</summary>
    public string Starts() => starts.Keys();

    /// <summary>The characters that its words end with.</summary>
    public string Ends() => ends.Keys();

    /// <summary>Length of the longest word that <paramref name="text"/> starts with, or 0.</summary>
    public int AtStart(ReadOnlySpan<char> text, out T? value)
    {
        var entry = starts.AtStart(text);
        value = entry == 0 ? default : starts.Value(entry);
        return entry == 0 ? 0 : starts.Length(entry);
    }

    public int AtStart(ReadOnlySpan<char> text)
    {
        var entry = starts.AtStart(text);
        return entry == 0 ? 0 : starts.Length(entry);
    }

    /// <summary>The word that <paramref name="text"/> is, as the list holds it, or null: spares a string of one's own.</summary>
    public string? Whole(ReadOnlySpan<char> text)
    {
        var entry = starts.AtStart(text);
        return entry != 0 && starts.Length(entry) == text.Length ? starts.Word(entry) : null;
    }

    /// <summary>Length of the longest word that <paramref name="text"/> ends with, or 0.</summary>
    public int AtEnd(ReadOnlySpan<char> text, out T? value)
    {
        var entry = ends.AtEnd(text);
        value = entry == 0 ? default : ends.Value(entry);
        return entry == 0 ? 0 : ends.Length(entry);
    }

    public int AtEnd(ReadOnlySpan<char> text)
    {
        var entry = ends.AtEnd(text);
        return entry == 0 ? 0 : ends.Length(entry);
    }

    /// <summary>The longest word that <paramref name="text"/> ends with, as the list holds it, or null.</summary>
    public string? EndWord(ReadOnlySpan<char> text)
    {
        var entry = ends.AtEnd(text);
        return entry == 0 ? null : ends.Word(entry);
    }

    /// <summary>Offset of the first word found in <paramref name="text"/>, or -1.</summary>
    public int Find(ReadOnlySpan<char> text, out int length, out T? value)
    {
        var at = starts.Next(text, 0, out var entry);
        (length, value) = at < 0 ? (0, default) : (starts.Length(entry), starts.Value(entry));
        return at;
    }

    /// <summary>Offset of the first word that begins in <c>[from, to)</c>, or -1; it may end behind.</summary>
    public int FindBetween(ReadOnlySpan<char> text, int from, int to) => starts.Next(text, from, to, out _);

    public bool Contains(ReadOnlySpan<char> text) => starts.Next(text, 0, out _) >= 0;

    /// <summary>Offset of the last word in <paramref name="text"/>, or -1; where words end at one place the longest is taken.</summary>
    public int FindLast(ReadOnlySpan<char> text, out int length, out T? value)
    {
        var end = ends.LastEnd(text, out var entry);
        (length, value) = end < 0 ? (0, default) : (ends.Length(entry), ends.Value(entry));
        return end < 0 ? -1 : end - length;
    }
}
