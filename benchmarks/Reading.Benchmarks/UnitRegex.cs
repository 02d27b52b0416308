using System.Text.RegularExpressions;

namespace Luoshi.Reading.Benchmarks;

/// <summary>
/// The yardstick: one source-generated expression for numerals, in digits or Chinese, with common units. It knows nothing of names,
/// dates, bounds or what is measured; it tells how fast plain finding runs on the same machine in the same minute.
/// </summary>
internal static partial class UnitRegex
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in Numerals().EnumerateMatches(text))
            count++;
        return count;
    }

#pragma warning disable MA0009 // A time limit would slow the yardstick down, and it reads nothing but the corpus.
    [GeneratedRegex(
        @"(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[〇零一二三四五六七八九十两百千]+)[十百千万亿萬億]{0,2}[余多]?(?:个百分点|平方米|平方公里|立方米|公里|万元|亿元|美元|元|人次|人|名|户|套|家|个|项|件|条|处|座|所|场|次|批次|批|亩|公顷|吨|米|倍|天|台|辆|部|张|%|％|‰)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numerals();
#pragma warning restore MA0009
}
