using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>处于谋划阶段的有120个, A、B等3个: numbers that pick some out of the things named before, and so need their noun.</summary>
internal static class PickedOut
{
    private const int LongestState = 18;

    private static readonly Trimmer Blanks = new(" 　");

    /// <summary>处于谋划阶段的有120个, 完成整改的14件: what those picked out are; empty where nothing is picked out so.</summary>
    public static string State(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = Blanks.Both(left);
        if (words.Length > 2 && words[^1] is '有' or '共' or '达')
            words = words[..^1];
        // 已经解决的(A类)有64件: the letter of a class says nothing more.
        if (words.Length > 5 && Marks.Closes(words[^1]) && words.LastIndexOfAny('(', '（') is > 2 and var open && words.Length - open <= 5 && words[open - 1] == '的')
            words = words[..open];
        // 超额完成任务的已有10项
        if (words.Length > 3 && words[^1] == '已' && words[^2] == '的')
            words = words[..^1];
        if (words.Length < 3 || words[^1] != '的' || !Blanks.Both(right).IsEmpty)
            return "";
        words = words[..^1];
        if (words.StartsWith("其中", StringComparison.Ordinal) || words.StartsWith("还有", StringComparison.Ordinal) || words.StartsWith("另有", StringComparison.Ordinal))
            words = words[2..];
        words = BehindDate(Blanks.Start(words));
        return words.Length < 2 ? "" : Phrases.Tidy(words.Length > LongestState ? words[^LongestState..] : words);
    }

    /// <summary>对超期未办结的|159件|工单逐件督办: what tells the things counted from all of their kind belongs to their name; empty where nothing does.</summary>
    public static string Kind(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = Blanks.End(left);
        if (words.Length < 3 || words[^1] != '的' || right.Length < 2 || right[0] is '，' or ',' or '、')
            return "";
        words = words[..^1];
        words = Phrases.TrimLead(words[(words.LastIndexOfAny("，,；;") + 1)..]);
        if (words.LastIndexOf('对') is >= 0 and < 6 and var about)
            words = Phrases.TrimLead(words[(about + 1)..]);
        if (words.Length is < 2 or > LongestState || words.IndexOfAny("、“”的") >= 0)
            return "";
        return ClaimWords.Shared.Kinds.AtStart(words) > 0 || ClaimWords.Shared.KindEnds.AtEnd(words) > 0 ? Phrases.Tidy(words) : "";
    }

    /// <summary>“A”、“B”等17项超额完成: the names are examples, and the number counts what they are.</summary>
    public static bool AreExamples(ReadOnlySpan<char> left)
    {
        var words = Blanks.End(left);
        return words.Length > 4 && words[^1] == '等' && words.IndexOfAny('、', '”') >= 0;
    }

    /// <summary>完成率达到100%的单位 → 单位</summary>
    public static string BehindLimit(string noun) => noun[(noun.LastIndexOf('的') + 1)..];

    // 计划于5月31日前完成整改: by when is no part of what they are.
    private static ReadOnlySpan<char> BehindDate(ReadOnlySpan<char> words)
    {
        var at = words.LastIndexOfAnyInRange('0', '9') + 1;
        return at > 0 && at < words.Length && words[at] is '日' or '月' or '年' ? words[at..].TrimStart("年月日底前末起止") : words;
    }
}
