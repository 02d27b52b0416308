using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>Labels in front of a paragraph that say what it holds: 【目标任务】…, [进展情况]…, 年度目标：…</summary>
internal static class Labels
{
    public const string Bullets = "▲△▼▽●■◆○□◇★☆◎▶";

    private const int MaxLabel = 16;
    private const int MaxBulleted = 6;

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("headings");
    private const int MaxAlone = 10;

    private static readonly WordMap<bool> Alone = new(Words["label.alone"].Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordFinder Finder = new((Words["label.promise"], 0), (Words["label.review"], 1), (Words["label.plan"], 2));

    /// <param name="behind">Where the words behind the label begin.</param>
    public static bool Read(ReadOnlySpan<char> line, out SectionKind kind, out int behind)
    {
        (kind, behind) = (SectionKind.Unknown, 0);
        var bracketed = line.Length > 0 && line[0] is '【' or '[' or '〖';
        var end = bracketed ? line.IndexOfAny('】', ']', '〗') : line.IndexOfAny(':', '：');
        if (end < 2 || end > MaxLabel || end + 1 >= line.Length)
            return false;
        // 结构为8.8:39.0:52.2 is a proportion, not a label.
        if (char.IsAsciiDigit(line[end - 1]) && char.IsAsciiDigit(line[end + 1]))
            return false;
        var label = bracketed ? line[1..end] : line[..end];
        kind = KindOf(label);
        behind = end + 1;
        while (behind < line.Length && (Lines.IsBlank(line[behind]) || line[behind] is ':' or '：'))
            behind++;
        return bracketed || kind != SectionKind.Unknown;
    }

    /// <summary>◆安居宜居　改造老旧小区73个: behind a bullet a few words that a blank parts from the text. Where the text begins, or 0.</summary>
    public static int BehindBullet(ReadOnlySpan<char> line)
    {
        if (line.Length < 8 || Bullets.IndexOf(line[0], StringComparison.Ordinal) < 0)
            return 0;
        var start = 1;
        while (Lines.IsBlank(line[start]) && start < 3)
            start++;
        var end = start;
        while (end < line.Length && end - start <= MaxBulleted && Glyphs.IsHan(line[end]))
            end++;
        if (end - start is < 2 or > MaxBulleted || end + 4 > line.Length || !Lines.IsBlank(line[end]))
            return 0;
        while (end < line.Length && Lines.IsBlank(line[end]))
            end++;
        // ●农村公路 ：完成12公里: the mark behind the blank parts them.
        return end + 4 <= line.Length && (Glyphs.IsHan(line[end]) || char.IsAsciiLetterOrDigit(line[end]) || line[end] is '“') ? end : 0;
    }

    /// <summary>The label names what was promised, not what comes next.</summary>
    public static bool IsPromise(ReadOnlySpan<char> line) =>
        Read(line, out _, out var behind) && Finder.LastGroup(line[..behind]) == 0;

    /// <summary>项 目 名 称, 目标任务: a line that is the label of the promise below it.</summary>
    public static bool StandsAlone(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxAlone)
            return false;
        Span<char> bare = stackalloc char[MaxAlone];
        var length = 0;
        foreach (var c in line)
        {
            if (!Lines.IsBlank(c))
                bare[length++] = c;
        }

        return length > 1 && Alone.AtStart(bare[..length]) == length;
    }

    private static SectionKind KindOf(ReadOnlySpan<char> label) => Finder.LastGroup(label) switch
    {
        0 or 2 => SectionKind.Plan,
        1 => SectionKind.Review,
        _ => SectionKind.Unknown,
    };
}
