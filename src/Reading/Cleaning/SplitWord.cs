namespace Luoshi.Reading.Cleaning;

/// <summary>A space inside a Chinese word (项 目) or a spaced-out title (工 作 报 告), told from a space between words.</summary>
internal static class SplitWord
{
    private static readonly Lazy<HashSet<int>> Words = new(LoadWords);

    public static bool IsSplit(string raw, int space)
    {
        var (before, after) = (raw[space - 1], raw[space + 1]);
        if (StandsAlone(raw, space - 1) && StandsAlone(raw, space + 1))
            return true;
        return IsWord(before, after) && !IsWord(Glyphs.At(raw, space - 2), before) && !IsWord(after, Glyphs.At(raw, space + 2));
    }

    /// <summary>其⏎中: a line end that cuts a word, and no two words that meet there.</summary>
    public static bool IsCut(string raw, int lineEnd, int start)
    {
        var (before, after) = (raw[lineEnd - 1], raw[start]);
        return IsWord(before, after) && !IsWord(Glyphs.At(raw, lineEnd - 2), before) && !IsWord(after, Glyphs.At(raw, start + 1));
    }

    private static bool StandsAlone(string raw, int at) => !IsText(Glyphs.At(raw, at - 1)) && !IsText(Glyphs.At(raw, at + 1));

    private static bool IsText(char c) => Glyphs.IsHan(c) || Glyphs.IsDigit(c) || Glyphs.IsLatin(c);

    private static bool IsWord(char first, char second) => Words.Value.Contains((Simple(first) << 16) | Simple(second));

    private static int Simple(char c) => CharacterTable.Shared.KindOf(c) is CharacterKind.Blank ? c : CharacterTable.Shared.TargetOf(c);

    private static HashSet<int> LoadWords()
    {
        var pairs = new HashSet<int>();
        var words = new DataWords("cleaning.split-words");
        while (words.MoveNext())
            pairs.Add(words.Current.Length == 2 ? (words.Current[0] << 16) | words.Current[1] : throw words.Bad());
        return pairs;
    }
}
