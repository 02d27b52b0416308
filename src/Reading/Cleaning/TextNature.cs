namespace Luoshi.Reading.Cleaning;

/// <summary>Facts about the whole text.</summary>
internal sealed class TextNature(string raw, CharacterTable table)
{
    // So many syllables without a tone mark are a habit of the copy.
    private const int ManySyllables = 8;

    private bool? pinyin;
    private bool? toneless;

    public bool IsTraditional { get; } = table.IsTraditional(raw);

    /// <summary>Somewhere a syllable with a tone mark was injected. Few characters ask for it, so the walk is made when the first does.</summary>
    public bool HasPinyin => pinyin ??= FindPinyin();

    /// <summary>The copy has pinyin throughout and leaves off the tone marks: 人口(kou)8211萬(wan)人.</summary>
    public bool HasTonelessPinyin => toneless ??= FindToneless();

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
