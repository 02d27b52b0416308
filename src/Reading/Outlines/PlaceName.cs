namespace Luoshi.Reading.Outlines;

/// <summary>The place a title or byline names: 海岳市望潮区, 烟台市莱山区.</summary>
internal static class PlaceName
{
    private const string Endings = "省市县区州盟旗";
    private const int MaxPart = 5;
    private const string NoPartOfName = "在由经和与向是的对从为及同被让府省市区县州按照";

    /// <summary>The first place in the text, its levels joined (海岳市望潮区), or null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        // A catalogue prints the province in brackets in front of the title: (…省)2024年…
        var open = text.Length > 0 && text[0] is '(' or '（' ? text.IndexOfAny(')', '）') + 1 : 0;
        for (var at = open; at < text.Length; at++)
        {
            // 在海岳省第十四届…: a name may also begin behind a word that leads to it.
            if (!IsName(text[at]) || text[at] is '在' or '于' or '我' or '由' or '为' || (at > open && IsName(text[at - 1]) && text[at - 1] is not ('在' or '于' or '由')))
                continue;
            var length = Chain(text[at..]);
            if (length > 0)
                return text.Slice(at, length).ToString();
        }

        return null;
    }

    /// <summary>The place whose government or party committee a sentence names (云栖区委、区政府), or null.</summary>
    public static string? OfGovernment(ReadOnlySpan<char> text)
    {
        for (var at = 2; at + 1 < text.Length; at++)
        {
            if (!Endings.Contains(text[at], StringComparison.Ordinal) || !(text[at + 1] == '委' || text[(at + 1)..].StartsWith("人民政府", StringComparison.Ordinal)))
                continue;
            var start = at;
            while (start > 0 && at - start < 3 && IsName(text[start - 1]) && !NoPartOfName.Contains(text[start - 1], StringComparison.Ordinal))
                start--;
            if (at - start >= 2)
                return text[start..(at + 1)].ToString();
        }

        return null;
    }

    private static int Chain(ReadOnlySpan<char> text)
    {
        var total = 0;
        while (PartLength(text[total..]) is var length and > 0)
            total += length;
        return total;
    }

    private static int PartLength(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length && at < MaxPart; at++)
        {
            if (!IsName(text[at]))
                return 0;
            // 全市, 各区 and 老旧小区 are no names; a name has two characters before its ending.
            if (at >= 2 && Endings.Contains(text[at], StringComparison.Ordinal))
                return NamesNoPlace(text[..(at + 1)]) ? 0 : at + 1;
        }

        return 0;
    }

    /// <summary>各区市, 老旧小区 and 主城区 end like places.</summary>
    private static bool NamesNoPlace(ReadOnlySpan<char> text) =>
        text[0] is '全' or '各' or '我' or '本' or '该' or '两' or '市' or '区' or '县'
        || (text[^1] == '区' && text[^2] is '小' or '片' or '社' or '园' or '地' or '景' or '灾' or '库' or '牧' or '山' && text.Length > 3)
        || text.EndsWith("主城区", StringComparison.Ordinal) || text.EndsWith("老城区", StringComparison.Ordinal)
        || text.EndsWith("新城区", StringComparison.Ordinal) || text.EndsWith("中心城区", StringComparison.Ordinal)
        || text.EndsWith("开发区", StringComparison.Ordinal) || text.EndsWith("城市", StringComparison.Ordinal);

    private static bool IsName(char c) => c is >= '一' and <= '龥' and not ('年' or '月' or '日');
}
