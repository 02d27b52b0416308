using System.Globalization;
using System.Text;

namespace Luoshi.Cli.Output;

/// <summary>How many columns text takes in a terminal: two for a Chinese character, none for a mark set on another.</summary>
internal static class DisplayWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>Cuts to a width, ending in … where something was cut.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
            return text;
        var (used, kept) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > width - 1)
                break;
            used += Of(rune);
            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + "…";
    }

    private static int Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300)
            return value < 0x20 || value is >= 0x7F and < 0xA0 ? 0 : 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return IsWide(value) ? 2 : 1;
    }

    // Blocks of Unicode's East Asian Width W and F. Ambiguous signs (“ ” — … ①) take one column, as terminals in UTF-8 have it.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or
        (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
