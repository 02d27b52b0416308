namespace Luoshi.Reading.Claims.Sentences;

/// <summary>The words behind a list that belong to all of its members.</summary>
internal static class ListTail
{
    // 0—17岁、18—34岁、60岁及以上户籍人口: the ages differ in length.
    private static ReadOnlySpan<char> AgeTail(ReadOnlySpan<char> member, ReadOnlySpan<char> last)
    {
        var age = member[^1] == '岁' ? last.IndexOf('岁') : -1;
        if (age < 0)
            return default;
        var tail = last[(age + 1)..];
        return tail.StartsWith("及以上", StringComparison.Ordinal) || tail.StartsWith("及以下", StringComparison.Ordinal) ? tail[3..] : tail.StartsWith("以上", StringComparison.Ordinal) || tail.StartsWith("以下", StringComparison.Ordinal) ? tail[2..] : tail;
    }

    // 第一、二、三产业贡献率, 第二、第三产业比重: the ordinals differ, what they number does not.
    private static bool IsOrdinal(ReadOnlySpan<char> member, ReadOnlySpan<char> last, out int from)
    {
        from = member.Length;
        return member.Length is 1 or 2 && last.Length > member.Length + 1 && (member.Length == 1 || (member[0] == '第' && last[0] == '第'))
            && IsNumeral(member[^1]) && IsNumeral(last[from - 1]);
    }

    private static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五';

    /// <summary>三级、二级、一级医院住院报销比例: what stands behind the last short member; empty when the members have nothing in common.</summary>
    public static ReadOnlySpan<char> Shared(ReadOnlySpan<char> source, ReadOnlySpan<Range> parts)
    {
        if (parts.Length < 2)
            return default;
        var last = source[parts[^1]];
        var member = source[parts[^2]];
        if (IsOrdinal(member, last, out var from))
            return last[from..];
        if (ClaimWords.Shared.Areas.AtStart(member) == member.Length && ClaimWords.Shared.Areas.AtStart(last) is var area && area > 0 && area < last.Length)
            return last[area..];
        // 棉花、油料产量; 船舶工业、水产加工总产值: unless the members end in a noun of their own kind.
        if (ClaimWords.Shared.ListTails.AtEnd(last) is var shared && shared > 0 && shared < last.Length && (last[^1] is '速' or '幅' ? member[^1] is not ('速' or '幅') : member[^1] is not ('量' or '值' or '额' or '率' or '数' or '入' or '资' or '积' or '次')))
            return last[^shared..];
        // 新兴产业、高新技术产业产值占工业的比重: what is set against what stands once.
        if (last.IndexOf('占') is > 2 and var against && member.IndexOf('占') < 0 && (last[^1] is '重' or '例' or '率'))
            return ClaimWords.Shared.ListTails.AtEnd(last[..against]) is var what and > 0 && what < against ? last[(against - what)..] : last[against..];
        // 劳动监察、劳动仲裁、劳动信访案件按期结案率: members that begin alike.
        if (last[^1] == '率' && member[^1] != '率' && member.Length is > 2 and <= 6 && last.Length > member.Length + 2 && last[..2].SequenceEqual(member[..2]))
            return last[member.Length..];
        // 猪、牛、羊出栏量
        if (member.Length == 1 && last.Length > 2)
            return last[1..];
        return (member.Length <= 4 || (member[^1] == '岁' && member.Length <= 9)) && last.Length >= member.Length + 2 && last[member.Length - 1] == member[^1] ? last[member.Length..] : AgeTail(member, last);
    }
}
