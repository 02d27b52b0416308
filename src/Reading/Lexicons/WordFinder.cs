namespace Luoshi.Reading.Lexicons;

/// <summary>Finds which of a few hundred words stand in a short text. Words of several groups may be mixed; a number tells them apart.</summary>
internal sealed class WordFinder
{
    private readonly WordIndex<int> words;

    public WordFinder(params (IEnumerable<string> Words, int Group)[] groups) =>
        words = new WordIndex<int>(groups.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, group.Group))), ends: false);

    /// <summary>The longest word that starts at <paramref name="at"/>, or null.</summary>
    public string? At(ReadOnlySpan<char> text, int at, out int group)
    {
        var entry = words.AtStart(text[at..]);
        group = entry == 0 ? -1 : words.Value(entry);
        return entry == 0 ? null : words.Word(entry);
    }

    /// <summary>The group of the word that ends last (of those the longest), or -1.</summary>
    public int LastGroup(ReadOnlySpan<char> text)
    {
        var (best, end, length) = (-1, 0, 0);
        for (var at = words.Next(text, 0, out var entry); at >= 0; at = words.Next(text, at + 1, out entry))
        {
            var own = words.Length(entry);
            if (at + own > end || (at + own == end && own > length))
                (best, end, length) = (words.Value(entry), at + own, own);
        }

        return best;
    }

    /// <summary>One bit for each group of which a word occurs.</summary>
    public int Groups(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (var at = words.Next(text, 0, out var entry); at >= 0; at = words.Next(text, at + 1, out entry))
            found |= 1 << words.Value(entry);
        return found;
    }

    /// <summary>The groups of all words that occur, added up; a word inside another one does not count.</summary>
    public int Sum(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var at = words.Next(text, 0, out var entry); at >= 0; at = words.Next(text, at + words.Length(entry), out entry))
            sum += words.Value(entry);
        return sum;
    }

    public bool Any(ReadOnlySpan<char> text) => words.Next(text, 0, out _) >= 0;
}
