namespace Luoshi.Reading.Outlines;

/// <summary>Quick looks at digits, to tell a heading from a statement.</summary>
internal static class Counts
{
    /// <summary>A number that counts something: not a year, month, day, time, season or numbering.</summary>
    public static bool Any(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAnyInRange('0', '9');
            if (next < 0)
                return false;
            at += next;
            if (SpokenTime.YearAt(text, at, out var length) > 0)
            {
                at += length - 1;
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
                end++;
            if (end >= text.Length || !(text[end] is '月' or '日' or '号' or '时' or '点' or '年' or '季' or '#' or '-' or '—' or '–' or ':' || text[end] == '至'))
                return true;
            at = end;
        }

        return false;
    }

    private static readonly string[] ResultWords = ["已", "同比", "环比", "累计", "实际", "达到", "占年", "占计划", "完成率", "增长"];

    /// <summary>Words of a result in a heading: then it is no promise.</summary>
    public static bool TellsResult(ReadOnlySpan<char> text)
    {
        foreach (var word in ResultWords)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
