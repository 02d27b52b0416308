namespace Luoshi.Reading.Cleaning;

/// <summary>Facts about the whole text.</summary>
internal sealed class TextNature(string raw, CharacterTable table)
{
    private bool? pinyin;

    public bool IsTraditional { get; } = table.IsTraditional(raw);

    /// <summary>Somewhere a syllable with a tone mark was injected. Few characters ask for it, so the walk is made when the first does.</summary>
    public bool HasPinyin => pinyin ??= FindPinyin();

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
