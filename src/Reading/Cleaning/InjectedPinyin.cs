using System.Collections.Frozen;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Pinyin that a copy of the text got behind a character: <c>落實(shí)</c>, <c>2.64萬（wàn）人</c>.
/// One syllable alone in brackets, right behind a Chinese character.
/// </summary>
internal static class InjectedPinyin
{
    private const int LongestSyllable = 6;
    private const int LetterBits = 5;
    private const int LetterMask = (1 << LetterBits) - 1;

    // Letters with a tone mark, and the plain letter below each; ü is v. The last letters are forms some fonts use for a, g, n.
    private const string Marked = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭ";
    private const string Unmarked = "aaaaeeeeiiiioooouuuuvvvvnnnmaeiou";

    // One plain letter for each letter of pinyin, with this bit where it has a tone mark; 0 for every other character.
    private const byte ToneBit = 0x80;
    private static readonly byte[] Letters = MakeLetters();

    // Syllables as numbers, five bits a letter: thousands of brackets ask for them.
    private static readonly Lazy<FrozenSet<int>> Syllables = new(LoadSyllables);

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
        var (count, tones, letters) = (0, 0, 0);
        var at = SkipBlank(raw, opener + 1);
        for (; at < raw.Length; at++)
        {
            var c = raw[at];
            var letter = c < Letters.Length ? Letters[c] : (byte)0;
            if (letter != 0)
            {
                if (count++ == LongestSyllable)
                    return null;
                letters = (letters << LetterBits) | (letter & LetterMask);
                tones += letter >= ToneBit ? 1 : 0;
            }
            else if (c is >= '\u0300' and <= '\u030C')
            {
                // A combining mark: the two dots turn u into v, the others are tones.
                if (c == '\u0308' && count > 0 && (letters & LetterMask) == ('u' & LetterMask))
                    letters += 'v' - 'u';
                else
                    tones++;
            }
            else
            {
                break;
            }
        }

        at = SkipBlank(raw, at);
        if (count == 0 || tones > 1 || Glyphs.At(raw, at) is not (')' or '）') || !Syllables.Value.Contains(letters))
            return null;
        return new Syllable(at + 1, tones == 1, count);
    }

    private static int SkipBlank(string raw, int at) => Glyphs.At(raw, at) == ' ' ? at + 1 : at;

    private static byte[] MakeLetters()
    {
        var letters = new byte[Marked.Max() + 1];
        for (var c = 'a'; c <= 'z'; c++)
            letters[c] = (byte)c;
        (letters['ü'], letters['ɡ'], letters['ɑ']) = ((byte)'v', (byte)'g', (byte)'a');
        for (var i = 0; i < Marked.Length; i++)
            letters[Marked[i]] = (byte)(Unmarked[i] | ToneBit);
        return letters;
    }

    private static FrozenSet<int> LoadSyllables()
    {
        var syllables = new HashSet<int>();
        var words = new DataWords("cleaning.pinyin");
        while (words.MoveNext())
        {
            var letters = 0;
            foreach (var c in words.Current)
                letters = (letters << LetterBits) | (c & LetterMask);
            syllables.Add(letters);
        }

        return syllables.ToFrozenSet();
    }
}
