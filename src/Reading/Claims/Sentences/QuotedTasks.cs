using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>“棚户区改造3.2万套”项目，已完成2.1万套: a number inside the name of a task, which says what the task promises.</summary>
internal sealed class QuotedTasks(string text)
{
    private const int LongestTask = 60;

    // Few sentences quote anything: where none does, no number asks what stands around it.
    private bool quotes;
    private int start;
    private int end;

    public void BeginSentence(int from, int to)
    {
        (start, end) = (from, to);
        quotes = to > from && text.AsSpan(from, to - from).Contains('“');
    }

    /// <param name="from">Where the number begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="open">Where the name of the task begins.</param>
    /// <param name="close">Where it ends.</param>
    public bool Holds(int from, int to, out int open, out int close)
    {
        (open, close) = (0, 0);
        if (!quotes)
            return false;
        var least = Math.Max(start, from - LongestTask);
        var left = Between(least, from).LastIndexOfAny('“', '”');
        if (left < 0 || text[least + left] != '“')
            return false;
        open = least + left + 1;
        var right = Between(to, Math.Min(end, to + LongestTask)).IndexOfAny('“', '”');
        if (right < 0 || text[to + right] != '”')
            return false;
        close = to + right;
        return ClaimWords.Shared.Tasks.AtStart(Between(BehindQuotes(close + 1), end)) > 0;
    }

    // “…”“…”、“…”等项目: tasks named one behind the other are called so once.
    private int BehindQuotes(int at)
    {
        while (at < end)
        {
            // “…”（市水利局）、“…”: whose task it is may stand behind its name.
            if (Marks.Opens(text[at]) && Between(at, Math.Min(end, at + LongestTask)).IndexOfAny('）', ')') is > 0 and var remark)
                at += remark + 1;
            var next = at < end && text[at] == '、' ? at + 1 : at;
            if (next >= end || text[next] != '“' || Between(next + 1, Math.Min(end, next + LongestTask)).IndexOf('”') is not (> 0 and var length))
                break;
            at = next + length + 2;
        }

        if (at >= end || text[at] != '等')
            return at;
        // 等5个项目
        at++;
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        return at < end && text[at] == '个' ? at + 1 : at;
    }

    private ReadOnlySpan<char> Between(int from, int to) => to > from ? text.AsSpan(from, to - from) : default;
}
