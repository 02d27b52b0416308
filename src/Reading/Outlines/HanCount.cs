namespace Luoshi.Reading.Outlines;

/// <summary>Counting words up to 999 as they number headings, months and quarters: 一, 十二, 二十, 一百零三, 12.</summary>
internal static class HanCount
{
    /// <summary>Reads the longest count at the front; 0 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
            return ReadArabic(text, out length);
        var (total, pending) = (0, 0);
        foreach (var c in text)
        {
            if (length >= 7)
                break;
            if (c == '十')
                (total, pending) = (total + (Math.Max(pending, 1) * 10), 0);
            else if (c == '百')
                (total, pending) = (total + (Math.Max(pending, 1) * 100), 0);
            else if (Digit(c) is var digit and >= 0)
                pending = digit;
            else
                break;
            length++;
        }

        return total + pending;
    }

    /// <summary>The value of one Chinese digit, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' or '零' or '○' or 'О' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static int ReadArabic(ReadOnlySpan<char> text, out int length)
    {
        var value = 0;
        length = 0;
        while (length < text.Length && length < 4 && char.IsAsciiDigit(text[length]))
            value = (value * 10) + (text[length++] - '0');
        return value;
    }
}
