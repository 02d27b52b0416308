using System.Buffers;

namespace Luoshi.Reading.Figures;

/// <summary>A number as it stands in the text, with its magnitude (万, 亿) but without a unit.</summary>
/// <param name="Length">Characters taken, from the first digit to behind the magnitude.</param>
/// <param name="Value">In base units.</param>
/// <param name="Step">Weight of the last printed digit; 1 for a plain whole number.</param>
/// <param name="Magnitude">1, 10, … 10⁸, 10¹².</param>
/// <param name="More">余 or 多 stands inside: 9000余万, 180多.</param>
internal readonly record struct NumberText(int Length, decimal Value, decimal Step, long Magnitude, bool More, bool HasPoint)
{
    private const int MostDigits = 20;
    private const long LargestChinese = 1_000_000_000_000_000;

    // Digits fill less than 67 of a decimal's 96 bits, so that a unit of 亿 or a percentage can still be taken of them.
    private const ulong MostHigh = 4;
    private const decimal HeadRoom = 1_000_000_000m;

    private static readonly SearchValues<char> ChineseDigits = SearchValues.Create("〇零一二两三四五六七八九十百千万亿");

    /// <summary>The value times a magnitude that another number lends it; null when that is more than can be reckoned with.</summary>
    public decimal? Times(long factor) => Value <= decimal.MaxValue / HeadRoom / factor ? Value * factor : null;

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsChineseDigit(char c) => ChineseDigits.Contains(c);

    /// <summary>Reads digits with thousands separators, a decimal point, 余/多 and a magnitude at the start of the text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberText number)
    {
        number = default;
        if (text.IsEmpty || !IsDigit(text[0]))
            return false;
        long digitsRead = 0;
        var (at, digits, decimals) = (0, 0, 0);
        var point = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (IsDigit(c))
            {
                if (++digits > MostDigits - 2)
                    return false;
                digitsRead = (digitsRead * 10) + (c - '0');
                decimals += point ? 1 : 0;
            }
            else if (c == '.' && !point && at + 1 < text.Length && IsDigit(text[at + 1]))
            {
                point = true;
            }
            else if (c is not (',' or '，') || point || !ThousandsFollow(text, at))
            {
                break;
            }
        }

        var (length, magnitude, more) = Magnitudes(text, at);
        if (!TryScale(digitsRead, magnitude, decimals, out var value))
            return false;
        TryScale(1, magnitude, decimals, out var step);
        number = new NumberText(length, value, step, magnitude, more, point);
        if (magnitude >= 10_000 && !point && !more && length < text.Length && IsDigit(text[length]))
            number = number.With(text[length..]);
        return true;
    }

    /// <summary>1万|7280元, 2兆|749亿元, 3亿|2000万元: what is left over stands behind in a smaller magnitude.</summary>
    private NumberText With(ReadOnlySpan<char> behind) =>
        TryRead(behind, out var rest) && rest.Value < Magnitude && rest.Value * 10 >= rest.Magnitude
            ? rest with { Length = Length + rest.Length, Value = Value + rest.Value, Magnitude = Math.Max(rest.Magnitude, 10) }
            : this;

    /// <summary>Reads a whole number in Chinese numerals: 三百二十, 两万, 百亿.</summary>
    public static bool TryReadChinese(ReadOnlySpan<char> text, out NumberText number)
    {
        number = default;
        var (total, section, digit, weight) = (0L, 0L, 0L, 1L);
        var (at, sawDigit) = (0, false);
        for (; at < text.Length && at < 12; at++)
        {
            var value = ValueOf(text[at]);
            if (value < 0)
                break;
            if (value < 10)
            {
                digit = (sawDigit ? digit * 10 : 0) + value;
                (sawDigit, weight) = (true, 1);
                continue;
            }

            weight = value;
            if (value < 10000)
            {
                section += (sawDigit ? digit : 1) * value;
            }
            else
            {
                section += digit;
                total += section == 0 && !sawDigit ? 1 : section;
                if (total > LargestChinese / value)
                    return false;
                total *= value;
                section = 0;
            }

            (digit, sawDigit) = (0, false);
        }

        if (at == 0)
            return false;
        var (length, magnitude, more) = Magnitudes(text, at);
        if (!TryScale(total + section + digit, magnitude, 0, out var read))
            return false;
        number = new NumberText(length, read, weight * magnitude, weight * magnitude, more, HasPoint: false);
        return true;
    }

    /// <summary>The digits times the magnitude, with so many of them behind the point; false for a number that no later step could multiply.</summary>
    private static bool TryScale(long digits, long magnitude, int decimals, out decimal value)
    {
        // Made in one go: multiplying decimals costs more than all the rest of reading a number.
        var high = Math.BigMul((ulong)digits, (ulong)magnitude, out var low);
        value = high < MostHigh ? new decimal((int)low, (int)(low >> 32), (int)high, isNegative: false, (byte)decimals) : 0;
        return high < MostHigh;
    }

    private static (int End, long Magnitude, bool More) Magnitudes(ReadOnlySpan<char> text, int at)
    {
        var (magnitude, more) = (1L, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '余' or '多' && !more && !StartsWord(text[at..]))
            {
                more = true;
                continue;
            }

            var factor = c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, '兆' => 1_000_000_000_000, _ => 0 };
            if (factor == 0 || factor > 1_000_000_000_000 / magnitude || IsNotMagnitude(text[at..]))
                break;
            magnitude *= factor;
        }

        return (at, magnitude, more);
    }

    // 10千瓦, 5千米: 千 belongs to the unit. 5百分点 is no hundred; 3亿元 is. 100兆 is a speed, 2兆749亿元 and 3兆元 are money.
    private static bool IsNotMagnitude(ReadOnlySpan<char> text) =>
        text[0] == '兆' ? text.Length < 2 || !(IsDigit(text[1]) || text[1] == '元') : text.Length > 1 && ((text[0] == '千' && text[1] is '瓦' or '米' or '克' or '伏') || (text[0] == '百' && text[1] == '分'));

    // 180多天 is 180-odd days, 5多元化 is not.
    private static bool StartsWord(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[0] == '多' && text[1] is '元' or '层' or '式' && text[2] is '化' or '次' or '联';

    private static bool ThousandsFollow(ReadOnlySpan<char> text, int comma)
    {
        if (comma > 3 && text[comma - 4] is not (',' or '，'))
            return false;
        if (comma + 3 >= text.Length || !IsDigit(text[comma + 1]) || !IsDigit(text[comma + 2]) || !IsDigit(text[comma + 3]))
            return false;
        return comma + 4 >= text.Length || !IsDigit(text[comma + 4]);
    }

    private static int ValueOf(char c) => c switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => -1,
    };
}
