using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>The unit of a number with 万 or 亿 that prints none: 人口14万 counts people, 投资3.2亿 is money.</summary>
internal static class ImpliedUnit
{
    /// <summary>How far in front the noun may stand.</summary>
    private const int Reach = 200;

    private static readonly Unit Person = Units.Shared.Find("人") ?? Unit.Empty;
    private static readonly Unit Household = Units.Shared.Find("户") ?? Unit.Empty;
    private static readonly Unit Money = Units.Shared.Find("元") ?? Unit.Empty;

    private static readonly WordMap<bool> People = new(
        "人口 群众 居民 市民 学生 农民 职工 老人 老年人 党员 干部 志愿者 游客 农民工 贫困户 劳动力 村民".Split(' ').Select(word => KeyValuePair.Create(word, value: true)));

    private static readonly WordMap<Unit> Nouns = new(
    [
        .. "人口 人数 游客 居民 群众 学生 户籍 就业 培训 职工 参保 老人 从业人员 劳动力".Split(' ').Select(word => KeyValuePair.Create(word, Person)),
        .. "投资 资金 经费 预算 贷款 收入 产值 税收 补贴 支出 金额 总额 交易额 成交额 营收 融资 补助 增加值".Split(' ').Select(word => KeyValuePair.Create(word, Money)),
    ]);

    private static readonly WordMap<Unit> Counted = new("人次 户次 册次 场次 车次 件次 户数 件数 项数".Split(' ').Select(word => KeyValuePair.Create(word, Units.Shared.Find(word.TrimEnd('数')) ?? Unit.Empty)));

    // 解决38万农村人口饮水安全问题: people without a measure word.
    private static bool CountsPeople(ReadOnlySpan<char> after)
    {
        var near = after[..Math.Min(after.Length, 8)];
        var stop = near.IndexOfAny(Marks.PhraseEnds);
        var found = People.Find(stop < 0 ? near : near[..stop], out _, out _);
        return found is >= 0 and <= 6;
    }

    /// <summary>Null when neither the words before nor the word behind tell.</summary>
    public static Unit? Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool large)
    {
        if (after.StartsWith("农户", StringComparison.Ordinal) || after.StartsWith("住户", StringComparison.Ordinal))
            return Household;
        if (CountsPeople(after))
            return Person;
        // 外借册次61373万, 总流通人次突破9万: the name ends in its unit.
        if (Counted.AtEnd(before.TrimEnd("达到约近超过突破为 "), out var told) > 0)
            return told;
        if (!after.IsEmpty && after[0] is not ('，' or '。' or '、' or '；' or '增' or '下' or ',' or ')' or '）' or '到' or '提' or '以' or '左' or '等' or ' ' or '的'))
            return null;
        // 包括高中以下学校冷气32.4亿、排水改善23.1亿: a list of sums says of what it is once.
        before = before[Math.Max(0, before.Length - Reach)..];
        var clause = before[(before.LastIndexOfAny(large ? "。；" : "，。；,") + 1)..];
        var found = Nouns.FindLast(clause, out _, out var unit);
        return found < 0 ? null : unit;
    }
}
