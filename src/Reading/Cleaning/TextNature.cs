namespace Luoshi.Reading.Cleaning;

/// <summary>Facts about the whole text.</summary>
internal sealed class TextNature(string raw, CharacterTable table)
{
    // So many syllables without a tone mark are a habit of the copy.
    private const int ManySyllables = 8;

    // One number in so many that shows its loss settles that the copy takes digits; fewer places than these settle nothing.
    private const int EnoughPlaces = 10;
    private const int CutShare = 10;

    private bool? pinyin;
    private bool? toneless;
    private PageWidth? page;

    public bool IsTraditional { get; } = table.IsTraditional(raw);

    /// <summary>Somewhere a syllable with a tone mark was injected. Few characters ask for it, so the walk is made when the first does.</summary>
    public bool HasPinyin => pinyin ??= FindPinyin();

    /// <summary>The copy has pinyin throughout and leaves off the tone marks: 人口(kou)8211萬(wan)人.</summary>
    public bool HasTonelessPinyin => toneless ??= FindToneless();

    /// <summary>Few line ends ask for it.</summary>
    public PageWidth Page => page ??= PageWidth.Find(raw);

    /// <summary>
    /// Whether the copy took first digits along with the characters it lost. No count begins with 0 or a point: where that is seen
    /// behind lost characters, numbers lost their beginning, and with few places to judge by they may have.
    /// </summary>
    public static bool LosesDigits(string raw)
    {
        var (places, cut) = (0, 0);
        for (var at = raw.AsSpan().IndexOfAny('?', '\uFFFD'); at >= 0;)
        {
            var after = Glyphs.At(raw, at + 1);
            if (at > 0 && (Glyphs.IsHan(raw[at - 1]) || raw[at - 1] is '”' or '%') && Glyphs.IsDigitOrPoint(after))
            {
                places++;
                cut += after is '0' or '０' or '.' or '．' ? 1 : 0;
            }

            var next = raw.AsSpan(at + 1).IndexOfAny('?', '\uFFFD');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return places < EnoughPlaces || cut * CutShare > places;
    }

    private bool FindToneless()
    {
        var count = 0;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (InjectedPinyin.Find(raw, at) is { Letters: > 1 } && ++count == ManySyllables)
                return true;
        }

        return false;
    }

    private bool FindPinyin()
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (InjectedPinyin.Find(raw, at) is { Toned: true })
                return true;
        }

        return false;
    }

    private int Next(int from)
    {
        var found = raw.AsSpan(from).IndexOfAny('(', '（');
        return found < 0 ? -1 : from + found;
    }
}
