using System.Collections.Frozen;
using System.Globalization;

namespace Luoshi.Reading.Cleaning;

/// <summary>Names of characters that a page's source has for them and a bad copy left in the text: <c>&amp;ldquo;市长信箱&amp;rdquo;</c>, <c>&amp;#8212;</c>.</summary>
internal static class Entities
{
    private const int LongestName = 8;

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> Names = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["ldquo"] = '“', ["rdquo"] = '”', ["lsquo"] = '‘', ["rsquo"] = '’', ["quot"] = '"',
        ["nbsp"] = ' ', ["ensp"] = ' ', ["emsp"] = '\u3000',
        ["mdash"] = '—', ["ndash"] = '-', ["hellip"] = '…', ["middot"] = '·', ["bull"] = '·',
        ["times"] = '×', ["deg"] = '°', ["permil"] = '‰', ["amp"] = '&', ["lt"] = '<', ["gt"] = '>', ["le"] = '≤', ["ge"] = '≥',
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How long the name is that begins at <paramref name="at"/> with the sign for one, or with what a copy left of it; 0 when none stands there.</summary>
    public static int LengthAt(string raw, int at, out char meant)
    {
        meant = '\0';
        var name = raw.AsSpan(at + 1, Math.Min(LongestName, raw.Length - at - 1));
        var end = name.IndexOf(';');
        if (end < 2)
            return 0;
        name = name[..end];
        if (name[0] == '#')
        {
            if (!ushort.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code < ' ' || char.IsSurrogate((char)code))
                return 0;
            meant = (char)code;
        }
        else if (!Names.TryGetValue(name, out meant))
        {
            return 0;
        }

        return end + 2;
    }
}
