using System.Buffers;
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
    private const string Marks = "•●·■◆>»«<|｜[]【】()（）:：。.!！…→↑*-#\"“”";

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("furniture");
    private static readonly FrozenDictionary<string, PageLine>.AlternateLookup<ReadOnlySpan<char>> Whole = Lookup();
    private static readonly SearchValues<string> Parts = SearchValues.Create([.. Words["part"]], StringComparison.Ordinal);
    private static readonly SearchValues<string> LooseParts = SearchValues.Create([.. Words["loose"]], StringComparison.Ordinal);
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
        if (bare.Length <= MaxStart && Starts.At(bare, 0, out _) is not null)
            return PageLine.Furniture;
        if (line.ContainsAny(Parts) || IsMenu(line))
            return PageLine.Furniture;
        return line[^1] is not ('。' or ';' or '；') && line.ContainsAny(LooseParts) ? PageLine.Furniture : PageLine.Text;
    }

    /// <summary>Short words in a row of which at least two are known from menus: 首页 | 新闻中心 | 政务公开 | 互动交流, 大 中 小 打印 关闭.</summary>
    private static bool IsMenu(ReadOnlySpan<char> line)
    {
        var (tokens, known) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            while (end < line.Length && !Lines.IsBlank(line[end]) && line[end] is not ('|' or '｜' or '>' or '»' or '/'))
                end++;
            if (end > at)
            {
                if (end - at > 8)
                    return false;
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
