using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>One attempt at a figure: where it may stand and what is left and right of it.</summary>
internal readonly ref struct FigureScan(string text, int start, int end, int at)
{
    private ReadOnlySpan<char> Rest(int from) => text.AsSpan(from, Math.Max(0, end - from));

    /// <summary>Numbers of a list that share their unit, at most.</summary>
    private const int MostShared = 8;

    private const int FarthestBack = 40;
    private const int NearDuration = 12;

    private char Next(int position) => position < end ? text[position] : '\0';

    private char Before(int position) => position > start ? text[position - 1] : '\0';

    /// <summary>Reads from a digit on; returns where to go on.</summary>
    public int ReadDigits(List<Figure> found)
    {
        if (NameGuards.SkipName(text, start, end, at) is var behind && behind > at)
            return behind;
        if (!NumberText.TryRead(Rest(at), out var number))
            return SkipDigits(at);
        var after = at + number.Length;
        // 任?000个, 惠及?.82万户: what is left of it is no number at all.
        if (IsCut() && (Before(at) == '.' || (text[at] == '0' && Next(at + 1) != '.')))
            return after;
        if (IsProportion(number, after))
            return ReadProportion(found, number, after);
        if (Next(after) == '日' && IsDuration(number, after))
            return Add(found, number, after + 1, Unit.Day, max: null, optional: false);
        if (Times.Skip(text, start, end, at, number) is var time && time > at)
            return time;
        if (Next(after) is '∶' or ':' or '：' && NumberText.IsDigit(Next(after + 1)))
            return ReadProportion(found, number, after);
        if (Next(after) is '/' && number is { HasPoint: false, Magnitude: 1 } && NumberText.TryRead(Rest(after + 1), out var below) && below is { HasPoint: false, Magnitude: 1, Value: > 1 } && !NumberText.IsDigit(Next(after + 1 + below.Length)))
            return ReadFraction(found, number, below, after + 1 + below.Length);
        if (number.Magnitude == 1 && !number.More && Next(after) == '成' && Next(after + 1) is not '立' and not '为' and not '功' and not '果' and not '员' and not '品' and not '本' and not '绩')
        {
            return Add(found, number with { Value = number.Value * 10, Step = number.Step * 10 }, after + 1, Unit.Percent, max: null, optional: false);
        }

        return ReadQuantity(found, number, after, optional: IsCut());
    }

    // 平均办结时长3.4日, 控制在3日以内; but 3日 alone is a date.
    private bool IsDuration(NumberText number, int after) =>
        number.Magnitude == 1 && Before(at) is not ('月' or '年' or '/' or '-' or '至') && Next(after + 1) is not ('上' or '下' or '起' or '至' or '前' or '晚' or '凌')
        && (number.HasPoint || FigureWords.Shared.Durations.Contains(ClauseBefore(NearDuration)));

    private ReadOnlySpan<char> ClauseBefore(int most)
    {
        var before = text.AsSpan(Math.Max(start, at - most), Math.Min(most, at - start));
        return before[(before.LastIndexOfAny(Marks.ClauseEnds) + 1)..];
    }

    /// <summary>任务?000个, 惠及?.82万户: the lost character may have been the first digit, so nobody can rely on what is left.</summary>
    private bool IsCut() => IsLost(Before(at)) || (Before(at) == '.' && IsLost(Before(at - 1)));

    private static bool IsLost(char c) => c is '?' or '\uFFFD';

    /// <summary>Reads from a Chinese numeral on. Such figures are optional: 三个物流园区, 超百亿元, 近八成.</summary>
    public int ReadChinese(List<Figure> found)
    {
        if (!NumberText.TryReadChinese(Rest(at), out var number) || ChineseNumerals.IsWord(text, start, end, at, number.Length))
            return at + 1;
        var after = at + number.Length;
        var hasUnit = Units.Shared.AtStart(Rest(after), out var unit) > 0;
        switch (Next(after))
        {
            case '成' when Next(after + 1) is '以' or '多' or '左' or '的' or '，' or '。' or '、' or '诉' or '群' or '居' or '企' or '受':
                return Add(found, number with { Value = number.Value * 10, Step = number.Step * 10 }, after + 1, Unit.Percent, max: null, optional: true);
            case '分' when Next(after + 1) == '之' && NumberText.TryReadChinese(Rest(after + 2), out var part) && number.Value > 0:
                var percent = decimal.Round(part.Value / number.Value * 100, 1, MidpointRounding.AwayFromZero);
                return Add(found, number with { Value = percent, Step = 0.1m }, after + 2 + part.Length, Unit.Percent, max: null, optional: true);
        }

        if (!hasUnit || ChineseNumerals.IsNoFigure(text, end, after, number, unit))
            return at + number.Length;
        return ReadQuantity(found, number, after, optional: true);
    }

    private int ReadQuantity(List<Figure> found, NumberText number, int after, bool optional)
    {
        // 13—17条, 800至2,400元, 3万-5万人: one figure with two ends.
        decimal? max = null;
        var unitAt = after;
        var unitLength = Units.Shared.AtStart(RestAfterBlank(after, out var blank), out var unit);
        // 增长6%-6.5%: with the sign at both ends; 由5%至7% tells a way.
        var dashAt = unitLength > 0 && (!unit.IsRatio || (unit == Unit.Percent && Next(after + blank + unitLength) is not '至')) ? after + blank + unitLength : after;
        if (unitLength > 0 && FigureScanner.IsDash(Next(after)))
            dashAt = after;
        if (FigureScanner.IsDash(Next(dashAt)) && TryReadUpperEnd(dashAt, number, unit, out var top, out var behindTop, out var topUnit))
        {
            (max, unit, unitAt, unitLength, blank) = (top, topUnit, behindTop, 0, 0);
            if (number.Magnitude == 1 && max / Math.Max(number.Value, 1) > 100 && TopMagnitude(dashAt) is > 1 and var shared && number.Times(shared) is { } raised)
                number = number with { Value = raised, Step = number.Step * shared };
        }
        else if (unitLength > 0 && IsCompoundName(after + blank, unitLength))
        {
            return after + blank + unitLength;
        }
        else if (unitLength == 0 && Units.Shared.Spoken(Rest(after), out var spoken) is var shortened and > 0)
        {
            return Add(found, number, after + shortened, spoken, max: null, optional);
        }
        else if (unitLength == 0)
        {
            return ReadWithoutUnit(found, number, after, optional);
        }

        var behind = unitAt + blank + unitLength;
        // 提升1.2个、4.6个百分点: the last number of a list says what the measure word of all stands for.
        if (unit.Name == "个" && Next(behind) is '、' or '和' && PointsBehind(behind) is { } points)
            unit = points;
        // 1类新药, 2类医疗器械: the class is part of the name.
        if (unit.Name == "类" && number is { Value: <= 9, Magnitude: 1 } && (Rest(behind).StartsWith("新药", StringComparison.Ordinal) || Rest(behind).StartsWith("医疗器械", StringComparison.Ordinal) || Rest(behind).StartsWith("疫苗", StringComparison.Ordinal) || Rest(behind).StartsWith("水", StringComparison.Ordinal) || Rest(behind).StartsWith("费用", StringComparison.Ordinal)))
            return behind;
        // 边境0-3公里: where, not how much.
        if (max is not null && unit.Kind == UnitKind.Length && number.Value == 0)
            return behind;
        // 1-11批信访件: batches are numbered, not counted, by a range.
        if (max is not null && unit.Name is "批" or "期" or "轮")
            return behind;
        if (unit.Name == "期" && (optional || NameGuards.IsPhase(text, start, end, at, behind)))
            return behind;
        if (NameGuards.IsRank(text, start, at, unit) || Next(behind) == '级')
            return behind;
        if (unit.Kind == UnitKind.Time && NameGuards.IsTimeName(text, start, end, at, behind, number))
            return behind;
        return Add(found, number, behind, unit, max, optional);
    }

    /// <summary>The nearest figure that is no percentage; one far away is of something else.</summary>
    private static Figure? LastCount(List<Figure> found)
    {
        for (var i = found.Count - 1; i >= 0 && i >= found.Count - 4; i--)
        {
            if (!found[i].Unit.IsRatio)
                return found[i];
        }

        return null;
    }

    // 人口14万 has no unit in print, 投资3.2亿 neither; a bare number is nothing.
    private int ReadWithoutUnit(List<Figure> found, NumberText number, int after, bool optional)
    {
        if (!optional && Next(after) is '、' or '和' or '与' && SharedUnit(after) is { } shared)
            return Add(found, number, after, shared, max: null, optional: false);
        // 城市管理类717件，占比14%；公共服务类284，占比6%: the unit of the kinds before.
        if (!optional && Before(at) == '类' && Next(after) is '，' or ',' && Next(after + 1) == '占' && LastCount(found) is { Unit.Counts: true } kind)
            return Add(found, number, after, kind.Unit, max: null, optional: false);
        if (number.Magnitude < 10_000 || optional || NameGuards.IsRank(text, start, at, Unit.Empty))
            return Math.Max(after, at + 1);
        if (ImpliedUnit.Find(text.AsSpan(start, at - start), Rest(after), number.Magnitude >= 100_000_000 && number.HasPoint) is not { } unit)
            return after;
        return Add(found, number, after, unit, max: null, optional: false);
    }

    // 分别收窄1.7、0.7和8.3个百分点: the last number of a list prints the unit of all.
    private Unit? SharedUnit(int after)
    {
        var position = after;
        for (var count = 0; count < MostShared && Next(position) is '、' or '和' or '与'; count++)
        {
            // 0.15、-5.64和1.34个百分点
            if (Next(position + 1) == '-')
                position++;
            if (!NumberText.TryRead(Rest(position + 1), out var next))
                return null;
            position += 1 + next.Length;
            if (Units.Shared.AtStart(Rest(position), out var unit) > 0)
                return unit.IsRatio && text.AsSpan(Math.Max(start, at - FarthestBack), Math.Min(FarthestBack, at - start)).Contains("分别", StringComparison.Ordinal) ? unit : null;
        }

        return null;
    }

    private Unit? PointsBehind(int after)
    {
        for (var count = 0; count < MostShared && Next(after) is '、' or '和'; count++)
        {
            if (!NumberText.TryRead(Rest(after + 1), out var next))
                return null;
            after += 1 + next.Length;
            if (Units.Shared.AtStart(Rest(after), out var unit) is var length && unit is { Kind: UnitKind.Points } && length > 0)
                return unit;
            if (Next(after++) != '个')
                return null;
        }

        return null;
    }

    private bool TryReadUpperEnd(int dash, NumberText low, Unit lowUnit, out decimal top, out int behind, out Unit unit)
    {
        (top, behind, unit) = (0, dash, Unit.Empty);
        if (!NumberText.TryRead(Rest(dash + 1), out var high))
            return false;
        var unitAt = dash + 1 + high.Length;
        var length = Units.Shared.AtStart(Rest(unitAt), out unit);
        if (length == 0 || (lowUnit.Kind != UnitKind.None && lowUnit != unit))
            return false;
        if (Times.Skip(text, start, end, dash + 1, high) > dash + 1)
            return false;
        behind = unitAt + length;
        top = high.Value;
        return low.Value < high.Value;
    }

    private long TopMagnitude(int dash) => NumberText.TryRead(Rest(dash + 1), out var high) ? high.Magnitude : 1;

    // 三次产业结构 0.26∶16.22∶83.52 gives three shares; 1.68∶1 is a level.
    private int ReadProportion(List<Figure> found, NumberText first, int colon)
    {
        Span<(int At, NumberText Number)> parts = stackalloc (int, NumberText)[6];
        parts[0] = (at, first);
        var (count, position) = (1, colon);
        while (count < parts.Length && Next(position) is '∶' or ':' or '：' && NumberText.TryRead(Rest(position + 1), out var part))
        {
            parts[count++] = (position + 1, part);
            position += 1 + part.Length;
        }

        if (count == 2 && !first.HasPoint && Next(colon) != '∶' && !Says(text.AsSpan(start, at - start), "比"))
            return position;
        if (count == 2)
        {
            if (parts[1].Number.Value != 0)
                Add(found, first with { Value = first.Value / parts[1].Number.Value }, position, Unit.Times, max: null, optional: false);
            return position;
        }

        // 按5:4:1的方式兑付: how it is shared out, not how much.
        if (Rest(position).StartsWith("的方式", StringComparison.Ordinal) || Rest(position).StartsWith("的比例", StringComparison.Ordinal) || Rest(position).StartsWith("比例", StringComparison.Ordinal))
            return position;
        foreach (var (partAt, part) in parts[..count])
            new FigureScan(text, start, end, partAt).Add(found, part, partAt + part.Length, Unit.Percent, max: null, optional: false);
        return position;
    }

    // 三次产业结构比为18:48:34 is no time of the day.
    private bool IsProportion(NumberText number, int after) =>
        number.Magnitude == 1 && Next(after) is ':' or '：' && Before(at) is '为' or '比' or '到' or '至' or '的' or '由' && text.AsSpan(Math.Max(start, at - FarthestBack), Math.Min(FarthestBack, at - start)).Contains("产业", StringComparison.Ordinal)
        && NumberText.TryRead(Rest(after + 1), out var next) && Next(after + 1 + next.Length) is ':' or '：';

    private int ReadFraction(List<Figure> found, NumberText above, NumberText below, int behind)
    {
        if (above.Value >= below.Value || Units.Shared.AtStart(Rest(behind), out _) > 0 || Next(behind) is '/' or '-' or '号')
            return behind;
        Add(found, above with { Value = above.Value / below.Value, Step = 0 }, behind, Unit.Times, max: null, optional: false);
        return behind;
    }

    // Returns where to go on, also when the number turned out to be part of a name.
    private int Add(List<Figure> found, NumberText number, int behind, Unit unit, decimal? max, bool optional)
    {
        // 自然增长率为-2.20‰: a sign, where no range and no name can stand.
        if (unit.IsRatio && at > start && text[at] != '-' && Before(at) == '-' && Before(at - 1) is '为' or '是' or '达' or '率' or '长' or '比' or '幅' or '速' or '期' or '年' or '月' or '(' or '（' or '到' or '至' or ' ' or '和' or '、' or '：' or ':')
        {
            new FigureScan(text, start, end, at - 1).Add(found, number with { Value = -number.Value }, behind, unit, max, optional);
            return found[^1].To;
        }

        var bound = BoundReader.Read(text, start, end, at, behind, number.More, out var from, out var to);
        var status = Described.Check(text, end, behind, to, unit, bound, found.Count > 0 && found[^1].To == from);
        if (status == DescribedStatus.PartOfName)
            return to;
        var step = unit.Counts && number is { Magnitude: 1, HasPoint: false } ? 0 : number.Step;
        found.Add(new Figure(from, at, behind, to, number.Value, max, step, unit, max is null ? bound : Bound.Exact, optional || status == DescribedStatus.Doubtful));
        return to;
    }

    private ReadOnlySpan<char> RestAfterBlank(int position, out int blank)
    {
        // 日均230⏎个: a line end inside a block is one that the page width set.
        blank = Next(position) is ' ' or '\n' && position + 1 < end ? 1 : 0;
        return Rest(position + blank);
    }

    // 5个性化: 个 begins a word there. 3项目标: the unit is 项. 12部委, 3条例.
    private bool IsCompoundName(int unitAt, int length) =>
        length == 1 && NameGuards.UnitStartsWord(Rest(unitAt));

    private int SkipDigits(int position)
    {
        while (position < end && NumberText.IsDigit(text[position]))
            position++;
        return position;
    }

    private static bool Says(ReadOnlySpan<char> before, string word) => before[Math.Max(0, before.Length - 12)..].Contains(word, StringComparison.Ordinal);
}
