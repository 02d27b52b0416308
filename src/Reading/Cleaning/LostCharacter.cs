using System.Buffers;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Tells a question mark from a character that was lost when somebody converted the text (<c>推?？茝</c>, <c>三条?H</c>).
/// A question asks: its clause has a word that does, or it ends the line or the quotation.
/// </summary>
internal static class LostCharacter
{
    private const int ClauseReach = 60;
    private const int LongestRun = 8;

    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["吗", "呢", "么", "何", "怎", "哪", "谁", "几", "多少", "是否", "能否", "可否", "还是", "是不是", "有没有", "能不能", "问", "嗎", "麼", "誰", "幾", "還是", "問", "啥"],
        StringComparison.Ordinal);

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。！？!?;；\r\n");

    internal enum Verdict
    {
        /// <summary>Part of Latin text: an address, a formula.</summary>
        Plain,
        QuestionMark,
        Lost,
    }

    /// <returns>The verdict, and the end of the damaged stretch.</returns>
    public static (Verdict Verdict, int End) Judge(string raw, int at)
    {
        var end = at + 1;
        while (end - at < LongestRun && Glyphs.At(raw, end) is '?' or '？' or '！')
            end++;
        var (before, after) = (Glyphs.At(raw, at - 1), Glyphs.At(raw, end));
        if (!IsChinese(before) && !IsChinese(after))
            return (Verdict.Plain, end);
        // 适龄妇女免费筛? 8115 人: a text with blanks around its numbers lost the last character of a word.
        var counts = Glyphs.IsSpace(after) && Glyphs.At(raw, end + 1) is (>= '0' and <= '9') or (>= '０' and <= '９');
        if (Glyphs.IsLineEnd(after) || (Glyphs.IsSpace(after) && !counts) || after is '”' or '’' or '"' or ')' or '）' or '》' or '」' or '』')
            return (Verdict.QuestionMark, end);
        return Asks(raw, at) ? (Verdict.QuestionMark, end) : (Verdict.Lost, end);
    }

    // Digits count: ?5 behind Chinese text is as damaged as ? between two characters.
    private static bool IsChinese(char c) => Glyphs.IsHan(c) || c is >= '\u3001' and <= '\u303F' or >= '\uFF00' and <= '\uFF65' or '“' or '”' or '%';

    private static bool Asks(string raw, int at)
    {
        var start = Math.Max(0, at - ClauseReach);
        var clause = raw.AsSpan(start, at - start);
        var cut = clause.LastIndexOfAny(ClauseEnds);
        return clause[(cut + 1)..].ContainsAny(Asking);
    }
}
