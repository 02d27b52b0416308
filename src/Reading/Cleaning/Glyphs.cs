namespace Luoshi.Reading.Cleaning;

/// <summary>Questions about single characters of the raw text, asked before anything is folded.</summary>
internal static class Glyphs
{
    /// <summary>Blanks inside a line that mean no more than a space. A tab and the full-width space part columns and stay.</summary>
    public const string Blanks = " \u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u0085\u2028\u2029";

    /// <summary>Characters that show nothing: zero-width, direction marks, variation selectors, controls.</summary>
    public const string Invisible =
        "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\uFEFF" +
        "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F" +
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F";

    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇' or >= '\u2E80' and <= '\u2FD5' or >= '\uF900' and <= '\uFAFF';

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    public static bool IsDigitOrPoint(char c) => IsDigit(c) || c is '.' or '．';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= 'ａ' and <= 'ｚ' or >= 'Ａ' and <= 'Ｚ';

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u3000' || (c >= '\u0085' && Blanks.Contains(c));

    /// <summary>The character at an offset, or a line end outside the text.</summary>
    public static char At(string text, int offset) => (uint)offset < (uint)text.Length ? text[offset] : '\n';
}
