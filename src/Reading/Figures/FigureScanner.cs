using System.Buffers;

namespace Luoshi.Reading.Figures;

/// <summary>
/// Finds the figures of cleaned text: number, magnitude, unit, range and bound, and leaves out what only looks like one
/// (dates, ranks, numbering, names, telephone and document numbers).
/// </summary>
/// <remarks>A digit run is a figure when a unit follows it. Most traps need no rule at all, because nothing that is a unit follows 500强, 2号线 or 910#.</remarks>
internal static class FigureScanner
{
    // 一 is left out: 一个 and 一批 count nothing. What follows decides on the others.
    private const string Starts = "0123456789二两三四五六七八九十百千万亿";

    // One bit for each char: a number begins every few characters, too often for a vector search to pay.
    private static readonly ulong[] StartBits = MakeStartBits();

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—－~～〜至到");

    /// <summary>Adds the figures of <c>[start, end)</c> in text order.</summary>
    public static void Scan(string text, int start, int end, List<Figure> found)
    {
        var at = start;
        while (at < end)
        {
            if (((StartBits[text[at] >> 6] >> text[at]) & 1) == 0)
            {
                at++;
                continue;
            }

            var scan = new FigureScan(text, start, end, at);
            at = NumberText.IsDigit(text[at]) ? scan.ReadDigits(found) : scan.ReadChinese(found);
        }
    }

    private static ulong[] MakeStartBits()
    {
        var bits = new ulong[(char.MaxValue + 1) / 64];
        foreach (var c in Starts)
            bits[c >> 6] |= 1UL << c;
        return bits;
    }

    internal static bool IsDash(char c) => Dashes.Contains(c);
}
