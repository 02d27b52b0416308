using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Outlines;

/// <summary>
/// Joins the head of a column that was broken in its narrow cell (目标 / 任务), where the cells of a table were copied with an empty line
/// behind each: only what belongs to one cell stands without one.
/// </summary>
internal static class WrappedCells
{
    private const int LongestPiece = 6;
    private const int LongestCell = 16;

    /// <summary>So many cells on either side stand by themselves.</summary>
    private const int Neighbours = 3;

    public static List<Line> Join(string text, List<Line> lines)
    {
        List<Line>? joined = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsBroken(text, lines, i))
            {
                joined?.Add(lines[i]);
                continue;
            }

            joined ??= [.. lines[..i]];
            joined.Add(lines[i] with { End = lines[i + 1].End });
            i++;
        }

        return joined ?? lines;
    }

    private static bool IsBroken(string text, List<Line> lines, int at)
    {
        if (!lines[at].AfterGap || lines[at].Length > LongestPiece || at < Neighbours || at + Neighbours + 1 >= lines.Count || lines[at + 1].AfterGap || lines[at + 1].Length > LongestPiece || !IsWord(lines[at].Of(text)) || !IsWord(lines[at + 1].Of(text)))
            return false;
        for (var i = 0; i < Neighbours; i++)
        {
            if (!IsCell(lines[at + 2 + i]) || lines[at - 1 - i].Length > LongestCell)
                return false;
        }

        return lines[at - 1].AfterGap && lines[at - 2].AfterGap;
    }

    private static bool IsCell(Line line) => line.AfterGap && line.Length <= LongestCell;

    private static bool IsWord(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!Glyphs.IsHan(c))
                return false;
        }

        return words.Length > 1;
    }
}
