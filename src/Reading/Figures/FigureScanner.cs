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
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789二两三四五六七八九十百千万亿");

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—－~～〜至到");

    /// <summary>Adds the figures of <c>[start, end)</c> in text order.</summary>
    public static void Scan(string text, int start, int end, List<Figure> found)
    {
        var at = start;
        while (at < end)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(Starts);
            if (next < 0)
                return;
            at += next;
            var scan = new FigureScan(text, start, end, at);
            at = NumberText.IsDigit(text[at]) ? scan.ReadDigits(found) : scan.ReadChinese(found);
        }
    }

    internal static bool IsDash(char c) => Dashes.Contains(c);
}
