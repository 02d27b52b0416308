using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>Tells counts in Chinese numerals (三个物流园区, 超百亿元) from words and slogans made of them (三农, 六大工程, 千家万户).</summary>
internal static class ChineseNumerals
{
    /// <summary>Part of a longer word or of a name: 第三, 十四五, 万元, 百姓, 四不两直.</summary>
    public static bool IsWord(string text, int start, int end, int at, int length)
    {
        var before = at > start ? text[at - 1] : '\0';
        if (before is '第' or '每' or '数' or '几' or '“' or '"' or '一' or '星' or '周' or '初' or '老' or '其' || NumberText.IsDigit(before))
            return true;
        var after = at + length < end ? text[at + length] : '\0';
        // 送戏进万村, 千人口托位数
        if (before is '进' or '入' || (after == '人' && at + length + 1 < end && text[at + length + 1] == '口' && text[at] == '千'))
            return true;
        // 二次供水, 二次污染
        if (after == '次' && at + length + 1 < end && text[at + length + 1] is '供' or '污' or '元' or '创' or '分' or '加')
            return true;
        return after is '”' or '"' or '年' or '月' or '日' or '届' or '级' or '号' or '期' or '大' or '是' or '农' or '线' or '方' or '届' or '五' or '岁';
    }

    /// <summary>A unit follows, and still nothing is counted: 两项 in a slogan, 万元 in 万元GDP, 百分点.</summary>
    public static bool IsNoFigure(string text, int end, int after, NumberText number, Unit unit)
    {
        if (unit.IsRatio && unit.Kind != UnitKind.Points)
            return true;
        if (unit.Kind is UnitKind.Time or UnitKind.Power or UnitKind.Data or UnitKind.Degree)
            return true;
        if (unit.Kind == UnitKind.Money && number.Value <= 10_000 && number.Length == 1)
            return true;
        var length = Units.Shared.AtStart(text.AsSpan(after, end - after), out _);
        var next = after + length < end ? text[after + length] : '。';
        // 20个过亿项目: how large the projects are, not how many.
        if (unit.Name == "项" && next == '目' && number.Length == 1)
            return true;
        return NameGuards.UnitStartsWord(text.AsSpan(after, end - after)) || next is '”' or '"' || NumberText.IsChineseDigit(next);
    }
}
