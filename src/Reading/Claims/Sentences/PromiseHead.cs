
namespace Luoshi.Reading.Claims.Sentences;

/// <summary>新改建公厕30座。截至6月底，已完成18座: an item says first what was promised, then how far it has come.</summary>
internal static class PromiseHead
{
    private const int Longest = 140;
    private const int Farthest = 60;
    private const int LongestPlace = 6;
    private const int LongestStep = 30;

    /// <summary>How many characters of a paragraph repeat its promise; 0 when it begins with the result.</summary>
    public static int Length(ReadOnlySpan<char> body)
    {
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

    /// <summary>建成6所，占目标的86%; 截至年底，…; 改厕完工8236座: a sentence behind a promise that tells what came of it.</summary>
    public static bool TellsResult(ReadOnlySpan<char> sentence)
    {
        var words = ClaimWords.Shared;
        if (words.ResultOpeners.AtStart(sentence) > 0 || TellsSteps(sentence, words))
            return true;
        var end = sentence.IndexOfAny("，,；;");
        var clause = end < 0 ? sentence : sentence[..end];
        if (words.Planned.Contains(clause))
            return false;
        if (words.Done.Contains(clause) || IsMeasured(sentence, words))
            return true;
        var left = clause[..Math.Max(0, clause.IndexOfAnyInRange('0', '9'))];
        return left.Length > 1 && (left[^1] is '成' or '完' or '好' or '了' || words.Completed.AtEnd(left) > 0);
    }

    // 占目标的86%, 完成率86%, 占86%
    private static bool IsMeasured(ReadOnlySpan<char> sentence, ClaimWords words)
    {
        if (sentence.IndexOfAny('%', '％') < 0)
            return false;
        var takes = sentence.IndexOf('占');
        return (takes >= 0 && takes + 1 < sentence.Length && char.IsAsciiDigit(sentence[takes + 1])) || words.OfPlan.Contains(sentence);
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
