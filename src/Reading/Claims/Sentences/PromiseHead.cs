
namespace Luoshi.Reading.Claims.Sentences;

/// <summary>新改建公厕30座。截至6月底，已完成18座: an item says first what was promised, then how far it has come.</summary>
internal static class PromiseHead
{
    private const int Longest = 140;

    /// <summary>How many characters of a paragraph repeat its promise; 0 when it begins with the result.</summary>
    public static int Length(ReadOnlySpan<char> body)
    {
        var head = body[..Math.Min(body.Length, Longest)];
        var stop = head.IndexOf('。');
        if (stop < 4 || stop + 2 >= body.Length)
            return 0;
        var words = ClaimWords.Shared;
        head = head[..stop].TrimStart(" 　“");
        var opens = head.Length > 0 && (char.IsAsciiDigit(head[0]) || words.Verb.AtStart(head) > 0);
        if (!opens || head.IndexOf('了') >= 0 || head.IndexOf('有') >= 0 || words.Done.Contains(head) || words.Change.Contains(head))
            return 0;
        var rest = body[(stop + 1)..].TrimStart(" 　");
        return words.ResultOpeners.AtStart(rest) > 0 ? stop + 1 : 0;
    }
}
