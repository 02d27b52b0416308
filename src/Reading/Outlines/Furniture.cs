using System.Collections.Frozen;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>What a line is to a web page.</summary>
internal enum PageLine
{
    /// <summary>Text of the document, as far as the page is concerned.</summary>
    Text,
    Furniture,

    /// <summary>Begins a list of other pages; what follows is furniture until the body resumes.</summary>
    ListOfOthers,

    /// <summary>Begins readers' comments; nothing resumes behind them.</summary>
    Comments,
}

/// <summary>Knows the language of web pages: menus, buttons, licences, lists of other news.</summary>
internal static class Furniture
{
    private const int MaxPart = 120;
    private const int MaxStart = 40;
    private const int LongestMenuWord = 8;
    private const string Marks = "•●·■◆>»«<|｜[]【】()（）:：。.!！…→↑*-#\"“”";

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("furniture");
    private static readonly FrozenDictionary<string, PageLine>.AlternateLookup<ReadOnlySpan<char>> Whole = Lookup();
    private static readonly WordFinder Parts = new((Words["part"], 0));

    // Hardly a line holds any of them, so both lists are looked for in one go before it is asked which.
    private static readonly WordFinder AllParts = new((Words["part"], 0), (Words["loose"], 1));
    private static readonly WordFinder Starts = new((Words["start"], 0));
    private static readonly int Longest = Words["line"].Concat(Words["end"]).Concat(Words["comments"]).Max(word => word.Length);

    public static PageLine Classify(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxPart)
            return PageLine.Text;
        var bare = Lines.Trim(line).Trim(Marks);
        bare = Lines.Trim(bare);
        if (bare.Length == 0)
            return line.Length <= 3 ? PageLine.Furniture : PageLine.Text;
        if (bare.Length <= Longest && Whole.TryGetValue(bare, out var known))
            return known;
        // 相关阅读：10月月报——…: the list begins on the line of its label.
        if (bare.IndexOfAny(':', '：') is > 2 and var colon && colon <= Longest && Whole.TryGetValue(bare[..colon].TrimEnd(' '), out var label) && label == PageLine.ListOfOthers)
            return PageLine.ListOfOthers;
        if (bare.Length <= MaxStart && Starts.At(bare, 0, out _) is not null)
            return PageLine.Furniture;
        if (!AllParts.Any(line))
            return IsMenu(line) ? PageLine.Furniture : PageLine.Text;
        return line[^1] is not ('。' or ';' or '；') || Parts.Any(line) || IsMenu(line) ? PageLine.Furniture : PageLine.Text;
    }

    /// <summary>Short words in a row of which at least two are known from menus: 首页 | 新闻中心 | 政务公开 | 互动交流, 大 中 小 打印 关闭.</summary>
    private static bool IsMenu(ReadOnlySpan<char> line)
    {
        var (tokens, known) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            while (end < line.Length && !Lines.IsBlank(line[end]) && line[end] is not ('|' or '｜' or '>' or '»' or '/'))
            {
                if (end++ - at == LongestMenuWord)
                    return false;
            }

            if (end > at)
            {
                tokens++;
                if (Whole.ContainsKey(line[at..end]))
                    known++;
            }

            at = end + 1;
        }

        return tokens >= 2 && known >= 2 && known * 3 >= tokens;
    }

    private static FrozenDictionary<string, PageLine>.AlternateLookup<ReadOnlySpan<char>> Lookup()
    {
        var lines = new Dictionary<string, PageLine>(StringComparer.Ordinal);
        foreach (var (group, kind) in (ReadOnlySpan<(string, PageLine)>)[("line", PageLine.Furniture), ("end", PageLine.ListOfOthers), ("comments", PageLine.Comments)])
        {
            foreach (var word in Words[group])
                lines[word] = kind;
        }

        return lines.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
