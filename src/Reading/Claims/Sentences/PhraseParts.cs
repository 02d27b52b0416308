namespace Luoshi.Reading.Claims.Sentences;

/// <summary>What nouns and verbs say by themselves, and what of them says nothing of its own.</summary>
internal static class PhraseParts
{
    public static bool NamesWorks(ReadOnlySpan<char> noun) =>
        noun.EndsWith("工程", StringComparison.Ordinal) || noun.EndsWith("项目", StringComparison.Ordinal) || noun.EndsWith("行动", StringComparison.Ordinal) || noun.EndsWith("建设", StringComparison.Ordinal) || noun.EndsWith("改造", StringComparison.Ordinal);

    public static bool StandsAloneEver(string verb) => ClaimWords.Shared.StandAlone.AtEnd(verb) > 0;

    // 田间机耕路建设34公里、维修加固12公里: the roads were mended, not their building.
    public static string WithoutBuilding(string noun, string verb) =>
        verb.Length > 3 && noun.Length > 4 && noun.EndsWith("建设", StringComparison.Ordinal) && ClaimWords.Shared.Verb.AtStart(verb) == verb.Length ? noun[..^2] : noun;

    // 拖欠工资涉及金额1260万元，已追回874万元: what was got back is what the case is about.
    public static string WithoutInvolved(string noun, string verb) =>
        verb.Length > 1 && noun.IndexOf("涉及", StringComparison.Ordinal) is > 1 and var involved ? noun[..involved] : noun;

    // 发放低保补助金2140万元，补助366元/人: the verb stands in what was told.
    public static string WithoutVerb(string noun, string verb) =>
        verb.Length > 1 && noun.LastIndexOf(verb, StringComparison.Ordinal) is var at and > 1 && noun.Length - at - verb.Length < 2 ? noun[..at] : noun;

    public static bool IsGeneric(string noun) => noun.Length > 0 && (ClaimWords.Shared.Generic.AtStart(noun) == noun.Length || MoneyVerbOf(noun).Length > 0);

    // 拨付1166万元，其余212万元待验收后拨付
    public static bool IsRemainder(ReadOnlySpan<char> left)
    {
        var words = left.Trim(" 　的");
        return words.Length > 1 && ClaimWords.Shared.Remainders.AtStart(words) == words.Length;
    }

    // 拨付资金 tells no more than a sum and what was done with it.
    public static string MoneyVerbOf(string noun) =>
        noun.Length is 4 or 6 && noun.EndsWith("资金", StringComparison.Ordinal) && !noun.StartsWith("到位", StringComparison.Ordinal) && ClaimWords.Shared.MoneyVerbs.AtStart(noun) == noun.Length - 2 ? noun[..^2] : "";

    // 窗口|受理各类办件
    public static string Handler(string noun)
    {
        for (var at = 2; at < noun.Length - 1; at++)
        {
            if (ClaimWords.Shared.Handled.AtEnd(noun.AsSpan(0, at + 2)) is 2)
                return noun[..at];
        }

        return noun;
    }

    public static bool EndsInMoney(ReadOnlySpan<char> words)
    {
        // 投入300万元帮扶资金并选派干部
        if (words.IndexOf('并') is > 2 and var besides)
            words = words[..besides];
        words = words.TrimEnd(" 　");
        return words.Length is > 2 and < 24 && ClaimWords.Shared.MoneyNouns.AtEnd(words) > 0;
    }
}
