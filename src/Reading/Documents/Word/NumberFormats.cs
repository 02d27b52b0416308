using System.Globalization;
using System.Text;

namespace Luoshi.Reading.Documents.Word;

/// <summary>How Word writes a counter: 一, 壹, ①, iv, b. Formats nobody uses in Chinese documents are written as digits.</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Counting(number, Digits, "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counting(number, Legal, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Each(number, Digits),
        "ideographTraditional" => Pick(number, Stems),
        "ideographZodiac" => Pick(number, Branches),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" => $"({number})",
        "decimalEnclosedFullstop" => $"{number}.",
        "ideographEnclosedCircle" when number is >= 1 and <= 10 => ((char)('㊀' + number - 1)).ToString(),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Pick(int number, string row) => number >= 1 && number <= row.Length ? row[number - 1].ToString() : number.ToString(CultureInfo.InvariantCulture);

    private static string Each(int number, string digits)
    {
        var text = new StringBuilder();
        foreach (var c in number.ToString(CultureInfo.InvariantCulture))
            text.Append(char.IsAsciiDigit(c) ? digits[c - '0'] : c);
        return text.ToString();
    }

    /// <summary>十二, 一百零三; above 9999 digit by digit.</summary>
    private static string Counting(int number, string digits, string units)
    {
        if (number is <= 0 or > 9999)
            return Each(number, digits);
        var text = new StringBuilder();
        var skipped = false;
        for (var (power, weight) = (3, 1000); power >= 0; power--, weight /= 10)
        {
            var digit = number / weight % 10;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            if (skipped)
                text.Append('零');
            skipped = false;
            // 十二, not 一十二.
            if (!(digit == 1 && power == 1 && text.Length == 0))
                text.Append(digits[digit]);
            if (power > 0)
                text.Append(units[power - 1]);
        }

        return text.ToString();
    }

    /// <summary>a … z, aa, bb as Word does.</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > 780 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (weight, sign) in (ReadOnlySpan<(int, string)>)
                 [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= weight; number -= weight)
                text.Append(sign);
        }

        return text.ToString();
    }
}
