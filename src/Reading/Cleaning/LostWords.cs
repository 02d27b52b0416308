using System.Collections.Frozen;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// What a lost character was, where the words in front of it and what stands behind it leave one well-known word (年度目?16条 is 年度目标16条).
/// Where nothing is sure enough the character stays lost.
/// </summary>
internal static class LostWords
{
    /// <summary>So much of the text in front is looked at, so that a text of nothing but losses is still read in one go.</summary>
    public const int Reach = 64;

    private static readonly Lazy<FrozenDictionary<char, LostWord[]>> Words = new(Load);

    /// <returns>The character, or '\0'.</returns>
    public static char Guess(ReadOnlySpan<char> front, ReadOnlySpan<char> rest)
    {
        if (front.IsEmpty)
            return '\0';
        if (Find(front[^1], front, rest) is { } word)
            return word.Character;
        return Find('\0', front, rest)?.Character ?? '\0';
    }

    private static LostWord? Find(char key, ReadOnlySpan<char> front, ReadOnlySpan<char> rest)
    {
        if (!Words.Value.TryGetValue(key, out var words))
            return null;
        foreach (var word in words)
        {
            if (word.Fits(front, rest))
                return word;
        }

        return null;
    }

    private static FrozenDictionary<char, LostWord[]> Load()
    {
        var all = new List<LostWord>();
        var words = new DataWords("cleaning.lost-characters");
        while (words.MoveNext())
            all.Add(LostWord.Parse(words.Current) ?? throw words.Bad());
        return all.GroupBy(word => word.Key).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
    }
}
