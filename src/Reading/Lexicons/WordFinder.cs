using System.Collections.Frozen;

namespace Luoshi.Reading.Lexicons;

/// <summary>Finds which of a few hundred words stand in a short text. Words of several groups may be mixed; a number tells them apart.</summary>
internal sealed class WordFinder
{
    // First character → words, longest first, so that the first match at a place is the longest.
    private readonly FrozenDictionary<char, (string Word, int Group)[]> byFirst;

    public WordFinder(params (IEnumerable<string> Words, int Group)[] groups)
    {
        var lists = new Dictionary<char, List<(string Word, int Group)>>();
        foreach (var (words, group) in groups)
        {
            foreach (var word in words)
            {
                if (!lists.TryGetValue(word[0], out var list))
                    lists.Add(word[0], list = []);
                list.Add((word, group));
            }
        }

        byFirst = lists.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.OrderByDescending(entry => entry.Word.Length).ToArray());
    }

    /// <summary>The longest word that starts at <paramref name="at"/>, or null.</summary>
    public string? At(ReadOnlySpan<char> text, int at, out int group)
    {
        group = -1;
        if (!byFirst.TryGetValue(text[at], out var words))
            return null;
        var rest = text[at..];
        foreach (var (word, owner) in words)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal))
                continue;
            group = owner;
            return word;
        }

        return null;
    }

    /// <summary>The group of the word that ends last (of those the longest), or -1.</summary>
    public int LastGroup(ReadOnlySpan<char> text)
    {
        var (best, end, length) = (-1, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at, out var group) is not { } word)
                continue;
            if (at + word.Length > end || (at + word.Length == end && word.Length > length))
                (best, end, length) = (group, at + word.Length, word.Length);
        }

        return best;
    }

    /// <summary>One bit for each group of which a word occurs.</summary>
    public int Groups(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at, out var group) is not null)
                found |= 1 << group;
        }

        return found;
    }

    public bool Any(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at, out _) is not null)
                return true;
        }

        return false;
    }
}
