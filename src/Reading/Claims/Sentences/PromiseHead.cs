
namespace Luoshi.Reading.Claims.Sentences;

/// <summary>新改建公厕30座。截至6月底，已完成18座: an item says first what was promised, then how far it has come.</summary>
internal static class PromiseHead
{
    private const int Longest = 140;
    private const int Farthest = 60;

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
        // 2024年新增公厕30座 promises; 1-10月份全市履约项目422个 tells of months.
        var date = Phrases.LeadingDate(head);
        var opens = head.Length > 0 && (date == 0 ? char.IsAsciiDigit(head[0]) || words.Verb.AtStart(head) > 0 : head[..date].IndexOf('月') < 0 && words.Verb.AtStart(Phrases.TrimLead(head[date..])) > 0);
        if (!opens || head.IndexOf('了') >= 0 || head.IndexOf('有') >= 0 || words.Done.Contains(head) || (words.Change.Contains(head) && head.IndexOfAny("%％倍点") >= 0))
            return 0;
        return words.ResultOpeners.AtStart(rest) > 0 ? stop + 1 : 0;
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
