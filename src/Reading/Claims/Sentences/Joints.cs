using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>What stands between two numbers: a mark that only joins them, or the act that begins the words of the second.</summary>
internal static class Joints
{
    /// <summary>分别, 依次: as many numbers as things, in their order.</summary>
    public static bool TellsOrder(ReadOnlySpan<char> words) => words.IndexOf("分别", StringComparison.Ordinal) >= 0 || words.IndexOf("依次", StringComparison.Ordinal) >= 0;

    // 12家养老机构|改造床位300张: the verb and its object are of the right number.
    public static bool StartsAct(ReadOnlySpan<char> words, int at)
    {
        if (at < 2 || words[at - 1] is '不' or '未' or '力')
            return false;
        var verb = ClaimWords.Shared.Verb.AtStart(words[at..]);
        return verb >= 2 && at + verb < words.Length && !Phrases.IsNominal(words[(at + verb)..]) && ClaimWords.Shared.Whole.AtStart(words[at..]) <= verb;
    }

    // 、 and 和; between percentages also a comma, and the sign of a proportion.
    public static bool IsOnlyJoint(ReadOnlySpan<char> words, bool ratio)
    {
        foreach (var c in words)
        {
            if (!Marks.IsListMark(c) && c is not (' ' or '以') && !(ratio && c is '，' or ',' or ':' or '：' or '∶'))
                return false;
        }

        return true;
    }

    // 115个县(市、区)已开工项目1100个: a mark inside a bracket parts nothing.
    public static int OpenComma(ReadOnlySpan<char> words)
    {
        var comma = words.IndexOf('、');
        if (comma <= 0 || words[..comma].IndexOfAny('(', '（') < 0 || words[..comma].IndexOfAny(')', '）') >= 0)
            return comma;
        var close = words.IndexOfAny(')', '）');
        return close < 0 || words[close..].IndexOf('、') is not (>= 0 and var next) ? -1 : close + next;
    }

    /// <summary>自然保护区3个（太和洞、三坑）和|森林公园1个: what its bracket names is the left number's; where the words of the right one begin, or 0.</summary>
    public static int BehindBracket(ReadOnlySpan<char> between) =>
        Marks.Opens(between[0]) && between.IndexOfAny(')', '）') is > 0 and var close && close + 1 < between.Length && Marks.IsListMark(between[close + 1]) ? close + 2 : 0;
}
