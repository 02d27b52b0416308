namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Pinyin that a copy of the text got behind a character: <c>落實(shí)</c>, <c>2.64萬（wàn）人</c>.
/// One syllable alone in brackets, right behind a Chinese character.
/// </summary>
internal static class InjectedPinyin
{
    private const int LongestSyllable = 6;

    // Letters with a tone mark, and the plain letter below each; ü is v. The last letters are forms some fonts use for a, g, n.
    private const string Marked = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭ";
    private const string Unmarked = "aaaaeeeeiiiioooouuuuvvvvnnnmaeiou";

    private static readonly Lazy<HashSet<string>> Syllables = new(LoadSyllables);

    /// <param name="End">Raw offset behind the closing bracket.</param>
    /// <param name="Toned">It has a tone mark.</param>
    /// <param name="Letters">Number of letters.</param>
    internal readonly record struct Syllable(int End, bool Toned, int Letters);

    /// <summary>A syllable in the bracket that opens at <paramref name="bracket"/>, or null.</summary>
    public static Syllable? Find(string raw, int bracket)
    {
        return bracket == 0 || !Glyphs.IsHan(raw[bracket - 1]) ? null : Behind(raw, bracket);
    }

    /// <summary>A syllable and its closing bracket right behind <paramref name="opener"/>, whatever that is: the bracket may have been lost (<c>勇?lián)</c>).</summary>
    public static Syllable? Behind(string raw, int opener)
    {
        Span<char> letters = stackalloc char[LongestSyllable];
        var (count, tones) = (0, 0);
        var at = SkipBlank(raw, opener + 1);
        for (; at < raw.Length; at++)
        {
            var c = raw[at];
            if (c is >= '\u0300' and <= '\u030C')
            {
                // A combining mark: the two dots turn u into v, the others are tones.
                if (c == '\u0308' && count > 0 && letters[count - 1] == 'u')
                    letters[count - 1] = 'v';
                else
                    tones++;
                continue;
            }

            if (PlainLetter(c, ref tones) is not { } plain)
                break;
            if (count == LongestSyllable)
                return null;
            letters[count++] = plain;
        }

        at = SkipBlank(raw, at);
        if (count == 0 || tones > 1 || Glyphs.At(raw, at) is not (')' or '）') || !IsSyllable(letters[..count]))
            return null;
        return new Syllable(at + 1, tones == 1, count);
    }

    private static char? PlainLetter(char c, ref int tones)
    {
        if (c is >= 'a' and <= 'z')
            return c;
        if (c is 'ü')
            return 'v';
        if (c is 'ɡ')
            return 'g';
        if (c is 'ɑ')
            return 'a';
        var marked = Marked.IndexOf(c);
        if (marked < 0)
            return null;
        tones++;
        return Unmarked[marked];
    }

    private static bool IsSyllable(ReadOnlySpan<char> letters) => Syllables.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    private static int SkipBlank(string raw, int at) => Glyphs.At(raw, at) == ' ' ? at + 1 : at;

    private static HashSet<string> LoadSyllables()
    {
        var syllables = new HashSet<string>(StringComparer.Ordinal);
        var words = new DataWords("cleaning.pinyin");
        while (words.MoveNext())
            syllables.Add(words.Current.ToString());
        return syllables;
    }
}
