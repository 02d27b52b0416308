using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>Lines around the body that say who, when and under which number, but nothing of the matter.</summary>
internal static class Bylines
{
    private const int MaxLine = 100;
    private const int FewestOfTitle = 12;

    private static readonly WordFinder Starts = new((WordFile.Load("furniture")["byline"], 0));

    /// <summary>Before the body: also a subtitle that gives the meeting and the day, a document number, an addressee.</summary>
    public static bool InFront(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine || line[^1] is '。' or ';' or '；')
            return false;
        if (Starts.At(line, 0, out _) is not null || (PrintedDate.Find(line, out var day, out _) is not null && !IsUntil(line, day)) || IsDocumentNumber(line))
            return true;
        if (IsBracketed(line) && line.Length <= 30 && ((line.Contains('期') && line.Contains('第')) || SpokenTime.Read(line) is { HasPart: true }))
            return true;
        return IsSpeaker(line) || (line[^1] is ':' or '：' && line.StartsWith("各", StringComparison.Ordinal));
    }

    /// <summary>…民生实事办理进展公示（截至2023年9月30日）: a title says until when it tells.</summary>
    private static bool IsUntil(ReadOnlySpan<char> line, int day) =>
        day >= FewestOfTitle && (line[..day].EndsWith("(截至", StringComparison.Ordinal) || line[..day].EndsWith("（截至", StringComparison.Ordinal) || line[..day].EndsWith("(截止", StringComparison.Ordinal) || line[..day].EndsWith("（截止", StringComparison.Ordinal));

    /// <summary>海岳市人民政府市长 某某: an office, a blank, and a name to the end of the line.</summary>
    private static bool IsSpeaker(ReadOnlySpan<char> line)
    {
        if (line.Length > 40 || HasSentence(line))
            return false;
        foreach (var office in (ReadOnlySpan<string>)["省长", "市长", "区长", "县长", "镇长", "主席", "州长", "主任", "局长", "书记"])
        {
            var at = line.LastIndexOf(office, StringComparison.Ordinal);
            if (at >= 0 && at + 2 < line.Length && Lines.IsBlank(line[at + 2]) && line.Length - at - 3 is >= 2 and <= 5)
                return true;
        }

        return false;
    }

    /// <summary>Inside or behind the body: only lines that are nothing else.</summary>
    public static bool InBody(ReadOnlySpan<char> line)
    {
        if (line.Length > 50)
            return false;
        if (PrintedDate.Find(line, out var start, out var end) is not null)
            return Starts.At(line, 0, out _) is not null && !HasSentence(line) || start <= 12 && !HasSentence(line) && end >= line.Length - 20 && (start == 0 || IsOrgan(line[..start]) || line.Length - (end - start) <= 2);
        if (IsBracketed(line) && (line.Contains("此件", StringComparison.Ordinal) || line.Contains("联系人", StringComparison.Ordinal)))
            return true;
        if (HasSentence(line))
            return false;
        if (line.StartsWith("——", StringComparison.Ordinal))
            return true;
        var colon = line.IndexOfAny(':', '：');
        return colon >= 0 && line[..colon].EndsWith("记者", StringComparison.Ordinal)
            || line[^1] is ':' or '：' && line.StartsWith("各位", StringComparison.Ordinal)
            || (IsBracketed(line) && (line.Contains("记者", StringComparison.Ordinal) || line.Contains("通讯员", StringComparison.Ordinal)))
            || (colon >= 0 && Starts.At(line, 0, out _) is { } word && colon <= word.Length + 2);
    }

    /// <summary>来源：海岳日报 浏览次数：79次</summary>
    public static bool CountsReaders(ReadOnlySpan<char> line) =>
        line.IndexOf("次数", StringComparison.Ordinal) is > 1 and var at && line[(at - 2)..at] is "浏览" or "阅读" or "点击" or "访问";

    private static bool HasSentence(ReadOnlySpan<char> line) => line.IndexOfAny("，,。；") >= 0;

    private static bool IsBracketed(ReadOnlySpan<char> line) => line[0] is '(' or '（' && line[^1] is ')' or '）';

    private static bool IsOrgan(ReadOnlySpan<char> text)
    {
        var name = Lines.Trim(text).TrimEnd(":： ");
        return name.Length == 0 || name[^1] is '府' or '室' or '局' or '委' or '会' or '厅' or '部' or '心' or '网' or '社' or '报';
    }

    /// <summary>海热线〔2025〕7号</summary>
    private static bool IsDocumentNumber(ReadOnlySpan<char> line)
    {
        var open = line.IndexOfAny('〔', '﹝', '[');
        return open > 0 && open + 6 < line.Length && line[open + 5] is '〕' or '﹞' or ']' && SpokenTime.YearAt(string.Concat(line.Slice(open + 1, 4), "年"), 0, out _) > 0;
    }
}
