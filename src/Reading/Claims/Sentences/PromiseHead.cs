
namespace Luoshi.Reading.Claims.Sentences;

/// <summary>新改建公厕30座。截至6月底，已完成18座: an item says first what was promised, then how far it has come.</summary>
internal static class PromiseHead
{
    private const int Longest = 140;
    private const int Farthest = 60;
    private const int LongestPlace = 6;
    private const int LongestStep = 30;
    private const int LongestPromise = 400;
    private const int ShortestPromise = 10;

    /// <summary>How many characters of a paragraph repeat its promise; 0 when it begins with the result.</summary>
    public static int Length(ReadOnlySpan<char> body)
    {
        if (ResultLabel(body) is > 0 and var answer)
            return answer;
        var head = body[..Math.Min(body.Length, Longest)];
        var stop = head.IndexOf('。');
        if (stop < 4 || stop + 2 >= body.Length)
            return 0;
        var words = ClaimWords.Shared;
        head = head[..stop].TrimStart(" 　“");
        var rest = body[(stop + 1)..].TrimStart(" 　");
        // 其一是农村公路建设20公里。交通局表示，实际完成29公里: a member of what was asked for, and what came of it.
        if (words.Members.AtStart(head) > 0 && !words.Done.Contains(head) && SaysWhatCame(rest))
            return stop + 1;
        if (!Opens(head, words) || head.IndexOf('了') >= 0 || head.IndexOf('有') >= 0 || words.Done.Contains(head) || (words.Change.Contains(head) && head.IndexOfAny("%％倍点") >= 0))
            return 0;
        return words.ResultOpeners.AtStart(rest) > 0 || TellsSteps(rest, words) ? stop + 1 : 0;
    }

    /// <summary>改造30座, 为2万名老人体检, 主城区新增泊位300个: a task, of whom or where it may be.</summary>
    private static bool Opens(ReadOnlySpan<char> head, ClaimWords words)
    {
        if (head.Length == 0)
            return false;
        // 2024年新增公厕30座 promises; 1-10月份全市履约项目422个 tells of months.
        if (Phrases.LeadingDate(head) is var date and > 0)
            return head[..date].IndexOf('月') < 0 && words.Verb.AtStart(Phrases.TrimLead(head[date..])) > 0;
        if (char.IsAsciiDigit(head[0]) || words.Verb.AtStart(head) > 0)
            return true;
        if (head[0] is '为' && head.Length > 1 && char.IsAsciiDigit(head[1]))
            return true;
        for (var at = 2; at <= LongestPlace && at < head.Length; at++)
        {
            if (head[at - 1] is '区' or '县' or '市' or '城' or '镇' or '乡' or '村' && words.Verb.AtStart(head[at..]) > 1)
                return true;
        }

        return false;
    }

    /// <summary>11条完工，8条在建 and 全市12处已于5月完工: the first clause gives a step that was reached.</summary>
    private static bool TellsSteps(ReadOnlySpan<char> rest, ClaimWords words)
    {
        var clause = rest[..Math.Min(rest.Length, LongestStep)];
        if (clause.IndexOfAny("，,；;。") is var end and >= 0)
            clause = clause[..end];
        if (clause.Length < 3 || clause.IndexOfAnyInRange('0', '9') < 0 || clause.IndexOfAny('将', '拟') >= 0)
            return false;
        return clause.Contains("已于", StringComparison.Ordinal) || clause.Contains("全部开工", StringComparison.Ordinal) || (char.IsAsciiDigit(clause[0]) && (clause.EndsWith("完工", StringComparison.Ordinal) || clause.EndsWith("建成", StringComparison.Ordinal) || clause.EndsWith("竣工", StringComparison.Ordinal) || clause.EndsWith("开工", StringComparison.Ordinal) || clause.EndsWith("投用", StringComparison.Ordinal)));
    }

    /// <summary>新扩建幼儿园50所。 进展情况：…: where the label stands behind which the paragraph tells what came of its promise; 0 when it has none.</summary>
    public static int ResultLabel(ReadOnlySpan<char> words)
    {
        words = words[..Math.Min(words.Length, LongestPromise)];
        for (var from = 0; words[from..].IndexOf("情况", StringComparison.Ordinal) is >= 0 and var found;)
        {
            var at = from + found;
            if (at > ShortestPromise && at + 2 < words.Length && words[at + 2] is ':' or '：' && words[at - 3] is '。' or ' ' or '\u3000' or '；' or ';' && words[(at - 2)..at] is "进展" or "完成" or "落实" or "推进" or "办理" or "实施")
                return at - 2;
            from = at + 2;
        }

        return 0;
    }

    private static bool SaysWhatCame(ReadOnlySpan<char> rest)
    {
        var words = ClaimWords.Shared;
        if (words.ResultOpeners.AtStart(rest) > 0)
            return true;
        var head = rest[..Math.Min(rest.Length, Farthest)];
        var comma = head.IndexOfAny("，,");
        return comma > 0 && words.Sayings.AtEnd(head[..comma]) > 0 && (head.Contains("实际", StringComparison.Ordinal) || head.IndexOf('已') >= 0 || head.Contains("完成", StringComparison.Ordinal));
    }
}
