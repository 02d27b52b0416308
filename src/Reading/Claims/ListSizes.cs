using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>How many items a list has is part of the promise, also when told with a past verb: 安排了38项政府实事项目.</summary>
internal static class ListSizes
{
    public static bool NamesList(string noun) => ClaimWords.Shared.ListNouns.AtEnd(noun) > 0 || ClaimWords.Shared.ListWorks.AtEnd(noun) > 0;

    public static bool IsPromise(Unit unit, Phrase phrase, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (unit.Name is not ("件" or "项" or "条" or "类" or "大类" or "个" or "宗"))
            return false;
        var words = ClaimWords.Shared;
        var listed = right.IndexOf("列入", StringComparison.Ordinal);
        if (listed >= 0 && words.ListNouns.Contains(right[listed..]))
            return true;
        // 安排重点项目458个, 列入省级重点项目17个
        if (words.ListWorks.AtEnd(phrase.Noun) > 0 && words.ListArranged.Contains(left))
            return true;
        if (words.ListNouns.AtEnd(phrase.Noun) == 0 && words.ListNouns.AtStart(right.TrimStart(' ')) == 0)
            return false;
        // 推进15项民生实事: named here, and not 其余12项正在推进.
        if (words.ListProgress.AtStart(phrase.Verb) > 0 && words.ListPromises.AtEnd(phrase.Noun) > 0)
            return words.ListPromises.Contains(right) || words.ListPromises.Contains(left);
        return phrase.Verb.Length == 0 || words.ListVerbs.AtStart(phrase.Verb) > 0 || phrase.Verb.Contains("进展", StringComparison.Ordinal);
    }
}
