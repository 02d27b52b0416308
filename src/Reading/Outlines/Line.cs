using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Outlines;

/// <summary>A line that is not blank, without blanks at its ends.</summary>
/// <param name="Start">Offset of its first character that is no blank.</param>
/// <param name="AfterGap">A blank line stands before it.</param>
internal readonly record struct Line(int Start, int End, bool AfterGap)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}

internal static class Lines
{
    private const string Blanks = " \t\u3000\u00A0\uFEFF\u200B\v\f";

    /// <summary>Every line that holds a character, in one pass.</summary>
    public static List<Line> Split(string text, List<int> cuts)
    {
        var lines = new List<Line>(Math.Min((text.Length / 24) + 4, 1 << 16));
        var gap = false;
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = rest.IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : at + length;
            var (start, stop) = Trim(text, at, end);
            if (start < stop)
                lines.Add(new Line(start, stop, gap));
            gap = start >= stop;
            at = end + 1;
            if (end < text.Length && text[end] == '\r' && at < text.Length && text[at] == '\n')
                at++;
        }

        return InlineTables.Cut(text, InlineHeadings.Cut(text, WrappedCells.Join(text, WrappedLines.Join(text, lines, cuts))));
    }

    public static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return (start, end);
    }

    // Asked of nearly every character; Chinese ones need one comparison.
    public static bool IsBlank(char c) => c > '\u3000' ? c == '\uFEFF' : c is ' ' or '\t' or '\u3000' or '\u00A0' or '\u200B' or '\v' or '\f';

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(Blanks);
}
