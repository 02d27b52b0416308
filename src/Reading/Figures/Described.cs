using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

internal enum DescribedStatus
{
    Figure,

    /// <summary>Describes a thing that nothing counts here: kept, but optional.</summary>
    Doubtful,

    /// <summary>Part of a thing's description that another number counts (产值过亿元企业8家): no figure of its own.</summary>
    PartOfName,
}

/// <summary>Tells a quantity from one that only describes what is counted: 10亿元以上项目13个, 国家1000万千瓦光伏基地.</summary>
internal static class Described
{
    /// <param name="followsCount">Another number ends right in front: 256个过千万元项目.</param>
    public static DescribedStatus Check(string text, int end, int behind, int to, Unit unit, Bound bound, bool followsCount)
    {
        if (unit.IsRatio || unit.Kind == UnitKind.None)
            return DescribedStatus.Figure;
        var rest = text.AsSpan(to, end - to);
        if (rest.IsEmpty)
            return DescribedStatus.Figure;
        if (unit.Kind == UnitKind.Time)
            return bound != Bound.Exact && rest[0] is '未' or '仍' or '尚' or '没' or '的' or '工' ? DescribedStatus.Doubtful : DescribedStatus.Figure;
        if (unit.Counts && bound == Bound.AtLeast && to > behind && IsCounted(rest) && NamesRatio(rest))
            return DescribedStatus.PartOfName;
        // 230个50户以上连片村寨: the size says which of them were counted.
        if (unit.Kind == UnitKind.Count && bound == Bound.AtLeast && to > behind && followsCount && Marks.IsIdeograph(rest[0]))
            return DescribedStatus.PartOfName;
        if (unit.Kind == UnitKind.Count)
            return DescribedStatus.Figure;
        // 30公里范围内的客运班线
        if (unit.Kind == UnitKind.Length && (rest.StartsWith("范围", StringComparison.Ordinal) || rest.StartsWith("半径", StringComparison.Ordinal)))
            return DescribedStatus.PartOfName;
        if (bound != Bound.Exact && rest[0] == '的' && rest.Length > 1 && (to > behind || unit.Kind == UnitKind.Money && IsCounted(rest)))
            rest = rest[1..];
        if (unit.Kind == UnitKind.Person)
            return bound == Bound.AtLeast && to > behind && text[to] == '的' ? DescribedStatus.Doubtful : DescribedStatus.Figure;
        var words = FigureWords.Shared;
        // 10千伏及以下配电网: a voltage describes and counts nothing.
        if (unit.Name == "千伏")
            return DescribedStatus.Doubtful;
        if (unit.Kind is UnitKind.Power or UnitKind.Mass or UnitKind.Volume && words.CapacityNames.AtStart(rest) > 0)
            return DescribedStatus.Doubtful;
        // 总投资超100亿元的有13个项目
        if (unit.Kind == UnitKind.Money && bound != Bound.Exact && text[to] == '的' && rest.Length > 1 && rest[0] is '有' or '共' && char.IsAsciiDigit(rest[1]))
            return DescribedStatus.PartOfName;
        if (bound is Bound.Exact or Bound.About || (rest[0] != '等' && words.Described.AtStart(rest) == 0 && !(text[to] == '的' && rest[0] is '县' or '区' or '镇' or '乡')))
            return DescribedStatus.Figure;
        return followsCount || IsCounted(rest) ? DescribedStatus.PartOfName : DescribedStatus.Doubtful;
    }

    // Is the thing counted before the clause ends?
    private static bool IsCounted(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(Marks.ClauseEnds);
        var clause = stop < 0 ? rest : rest[..stop];
        return clause.IndexOfAnyInRange('0', '9') >= 0;
    }

    // 30户以上自然村通硬化路比例90%: the limit belongs to the name of the ratio.
    private static bool NamesRatio(ReadOnlySpan<char> rest)
    {
        var digit = rest.IndexOfAnyInRange('0', '9');
        var name = rest[..Math.Max(0, digit)];
        return name.Contains("比例", StringComparison.Ordinal) || name.Contains('率') || name.Contains("比重", StringComparison.Ordinal);
    }
}
