using System.Text.RegularExpressions;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>Numbers written out: 一百九十栋, 两百余处, 三点五万人, 百分之四十八点八.</summary>
internal static class ChineseFigures
{
    private const string Digits = "零一二三四五六七八九";

    /// <param name="Value">Null for 几, 数: a number nobody can hold against anything.</param>
    /// <param name="More">余, 多: at least so many.</param>
    public readonly record struct Spoken(string Text, int Start, decimal? Value, bool More, string Unit);

    /// <summary>One of something (一个窗口, 一项制度) is an article, not a count, 两个月 is a time, and the 数 of 人数名列 belongs to the word before it.</summary>
    public static IEnumerable<Spoken> Of(string sentence, IEnumerable<string> units)
    {
        var known = string.Join('|', units.Where(u => u.Length > 0 && !u.Contains('%', StringComparison.Ordinal)).Concat(Counters).Distinct(StringComparer.Ordinal).OrderByDescending(u => u.Length).Select(Regex.Escape));
        foreach (var match in Regex.Matches(sentence, $"(?<![第\\d.点分{Numerals}]|(?<![{Counted}])[几数])(?<n>(?:[一二两三四五六七八九十]|(?<![{Counted}])[几数]|[几数](?=[十百千万亿]))[{Numerals}几数点]*)(?<more>[余多])?(?<u>{known})(?!月|百分点|方面|层面|阶段|环节|层次|维度|工作日|小时|季度|年|清单|机制)", RegexOptions.None, TimeSpan.FromSeconds(1)).Cast<Match>())
        {
            var value = ValueOf(match.Groups["n"].Value);
            if (value != 1 && !IsName(sentence, match))
                yield return new Spoken(match.Value, match.Index, value, match.Groups["more"].Success, match.Groups["u"].Value);
        }
    }

    /// <summary>Null for what is no number, or none that can be known.</summary>
    public static decimal? ValueOf(string text)
    {
        var point = text.IndexOf('点', StringComparison.Ordinal);
        if (point > 0)
        {
            var end = point + 1;
            while (end < text.Length && DigitOf(text[end]) is not null)
                end++;
            if (ValueOf(text[..point]) is not { } whole || end == point + 1)
                return null;
            var (fraction, scale) = (0m, 0.1m);
            foreach (var c in text[(point + 1)..end])
                (fraction, scale) = (fraction + ((DigitOf(c) ?? 0) * scale), scale / 10);
            return (whole + fraction) * PowerOf(text[end..]);
        }

        decimal total = 0, section = 0, digit = 0;
        foreach (var c in text)
        {
            if (DigitOf(c) is { } one)
                digit = one;
            else if (c is '十' or '百' or '千')
                (section, digit) = (section + ((digit == 0 ? 1 : digit) * (c switch { '十' => 10, '百' => 100, _ => 1000 })), 0);
            else if (c is '万' or '亿')
                (total, section, digit) = ((total + section + digit) * (c == '万' ? 10_000 : 100_000_000), 0, 0);
            else
                return null;
        }

        return total + section + digit;
    }

    private static decimal PowerOf(string powers) => powers.Aggregate(1m, (power, c) => power * (c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 1 }));

    private static int? DigitOf(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;

    /// <summary>二期, 十四五期间, 四套班子 and the 九台 of 九台区 name something; nobody counts by them.</summary>
    private static bool IsName(string sentence, Match match)
    {
        var (numeral, unit) = (match.Groups["n"].Value, match.Groups["u"].Value);
        var rest = sentence.AsSpan(match.Index);
        if (unit == "期" && (numeral is [not ('两' or '几' or '数')] || StartsWithAny(rest[match.Length..], "间", "工程", "末")))
            return true;
        return StartsWithAny(rest, SetPhrases) || (numeral is [not ('两' or '几' or '数')] && Place.IsMatch(rest));
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>九台区, 五家渠市; not the 三家社区 of 三家社区医院, nor 六户村民, nor 五家县级医院, which are counts.</summary>
    private static readonly Regex Place = new("^.(?:台|[台家间条座场张户](?![社小乡城农园街景市县校库山新片辖夜超集门菜楼上本全我老旧各多该镇村区林矿商])[\\u4e00-\\u9fff])(?:区|市|县|镇|村|街道)(?![级属直管域内民委办场政容里])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly string[] SetPhrases = ["四套班子", "八项规定", "三个代表", "四个全面", "四个意识", "四个自信", "两个确立", "两个维护", "两个一百年"];

    private const string Numerals = "零〇一二两三四五六七八九十百千万亿";

    /// <summary>What 数 counts when it ends a word: 人数, 户数, 多数.</summary>
    private const string Counted = "多人户次少总件";

    private static readonly string[] Counters = ["栋", "幢", "部", "处", "个", "户", "套", "人", "名", "家", "所", "座", "条", "台", "辆", "间", "张", "盏", "场", "期", "公里", "亩", "元", "平方米", "人次", "件", "项"];
}
