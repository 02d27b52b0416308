using Luoshi.Kernel.Time;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>How many items a list has is part of the promise, also when told with a past verb: 安排了38项政府实事项目.</summary>
internal static class ListSizes
{
    public static bool NamesList(string noun) => ClaimWords.Shared.ListNouns.AtEnd(noun) > 0 || ClaimWords.Shared.ListWorks.AtEnd(noun) > 0;

    /// <summary>重点建设项目, 续建项目, 民生工程: works that a plan counts.</summary>
    public static bool NamesWorks(string noun) => noun.EndsWith("项目", StringComparison.Ordinal) || noun.EndsWith("工程", StringComparison.Ordinal) || NamesList(noun);

    /// <summary>在建项目, 竣工项目, 未开工项目: how far works have come, and no name of them.</summary>
    public static bool IsState(string noun)
    {
        if (noun.Length is < 4 or > 6 || !noun.EndsWith("项目", StringComparison.Ordinal))
            return false;
        var state = noun.AsSpan(0, noun.Length - 2).TrimStart("已未新");
        return ClaimWords.Shared.States.AtStart(state) == state.Length || ClaimWords.Shared.Verb.AtStart(state) == state.Length;
    }

    public static bool CountsWorks(string unit) => unit is "个" or "项" or "件" or "宗";

    /// <summary>重点项目120个，总投资80亿元，年度计划投资12亿元: right in front of what they are to cost, the works are the size of the plan. Their index, or -1.</summary>
    public static int OfPlannedCost(List<Claim> claims, List<Phrase> phrases, int firstOfSentence, string text)
    {
        var at = claims.Count - 1;
        if (at - 1 > firstOfSentence && phrases[^2].Noun.EndsWith("总投资", StringComparison.Ordinal))
            at--;
        at--;
        // 重点项目214项（打包项目分解后共260项），总投资…: what the bracket says again is passed over.
        if (at > firstOfSentence && claims[at].PartOf == at - 1)
            at--;
        if (at < firstOfSentence || claims[at] is not { Measure: Measure.Amount, Stance: Stance.Done, PartOf: < 0 } size || !CountsWorks(size.Unit))
            return -1;
        var phrase = phrases[^(claims.Count - at)];
        return phrase.Verb.Length == 0 && NamesWorks(phrase.Noun) && text.AsSpan(size.Clean.End, claims[at + 1].Clean.Start - size.Clean.End).IndexOfAny("；;") < 0 ? at : -1;
    }

    /// <summary>安排重点项目365个…。365个市级重点项目完成投资…: told again, before or behind, the size of the plan is still its size.</summary>
    public static void PlanRepeated(List<Claim> claims, List<int> planned, Period? period)
    {
        foreach (var claim in claims)
        {
            if (claim is not { Measure: Measure.Amount, Stance: Stance.Done, Stage: null, Optional: false, Table: < 0 } || !CountsWorks(claim.Unit))
                continue;
            foreach (var at in planned)
            {
                var size = claims[at];
                if (size.Value != claim.Value || size.Unit != claim.Unit || (claim.Period is { } told && told.Year != (size.Period ?? period)?.Year) || !(claim.Indicator.EndsWith(size.Indicator, StringComparison.Ordinal) || size.Indicator.EndsWith(claim.Indicator, StringComparison.Ordinal)))
                    continue;
                (claim.Stance, claim.Period) = (Stance.Planned, size.Period ?? period);
                break;
            }
        }
    }

    public static bool IsPromise(Unit unit, in Phrase phrase, ReadOnlySpan<char> left, ReadOnlySpan<char> right, Sign after)
    {
        if (unit.Name is not ("件" or "项" or "条" or "类" or "大类" or "个" or "宗"))
            return false;
        var words = ClaimWords.Shared;
        if (after.Has(Sign.Listed) && right.IndexOf("列入", StringComparison.Ordinal) is >= 0 and var listed && words.ListNouns.Contains(right[listed..]))
            return true;
        // 安排重点项目458个, 列入省级重点项目17个
        if (words.ListWorks.AtEnd(phrase.Noun) > 0 && words.ListArranged.Contains(left))
            return true;
        if (words.ListNouns.AtEnd(phrase.Noun) == 0 && words.ListNouns.AtStart(right.TrimStart(' ')) == 0)
            return false;
        // 27个子项按序时推进, 对进度偏慢的5项实事, 完成31项: how they stand picks them out of the list.
        if (words.OnSchedule.Contains(right) || left.TrimEnd(' ').EndsWith("完成", StringComparison.Ordinal) || (left.TrimEnd(' ') is [.., _, '的'] picked && words.Behind.AtEnd(picked[..^1]) > 0))
            return false;
        // 兑现承诺的26件实事, 26件实事全部兑现: a list that was kept is a result.
        if (left.Contains("兑现", StringComparison.Ordinal) || words.ListKept.Contains(right))
            return false;
        // 推进15项民生实事: named here, and not 其余12项正在推进.
        if (words.ListProgress.AtStart(phrase.Verb) > 0 && words.ListPromises.AtEnd(phrase.Noun) > 0)
            return words.ListPromises.Contains(right) || words.ListPromises.Contains(left);
        // 对报告确定的156项重点任务开展督查: still the size of what was set.
        if (left.EndsWith("的", StringComparison.Ordinal) && words.ListVerbs.AtEnd(left[..^1]) > 0 && phrase.Verb.Length > 0 && !right.Contains("全部", StringComparison.Ordinal) && !words.Done.Contains(right))
            return true;
        return phrase.Verb.Length == 0 || words.ListVerbs.AtStart(phrase.Verb) > 0 || phrase.Verb.Contains("进展", StringComparison.Ordinal);
    }
}
