namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A header of two rows whose cells were printed one a line, row by row: the names first, then the stages once for each of them:
/// 区县 / 户厕改造（户） / 污水支管（公里） / 目标任务 / 完成数 / 完成率 / 目标任务 / 完成数 / 完成率.
/// </summary>
/// <param name="Columns">Each column with the places of its upper and its lower head among the header's cells, -1 where it has none.</param>
internal sealed record FlattenedGroups(IReadOnlyList<(ColumnHead Head, int Upper, int Lower)> Columns, int Labels)
{
    private const int MostStages = 6;

    // Between a target and its percentage it is what was done.
    private const string Progress = "进度";

    public static FlattenedGroups? Find(IReadOnlyList<string> header)
    {
        // 目标 / 进度 / 比例 / 目标 / 进度 / 比例 / 目标 / 进度 repeats from its third head on as well: where the stages begin goes first.
        if (Starts(header) is { } starts && Build(header, starts) is { } uneven)
            return uneven;
        for (var stages = 2; stages <= MostStages; stages++)
        {
            var groups = Repeats(header, stages);
            if (groups >= 2 && Build(header, [.. Enumerable.Range(0, groups).Select(group => header.Count - ((groups - group) * stages))]) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Where the groups begin when some have a stage less (a limit has no percentage): at each repetition of the first stage.</summary>
    private static List<int>? Starts(IReadOnlyList<string> header)
    {
        var first = header.Count;
        while (first > 1 && IsBareStage(header[first - 1]))
            first--;
        if (header.Count - first < 4)
            return null;
        var starts = new List<int>();
        for (var i = first; i < header.Count; i++)
        {
            if (header[i] == header[first])
                starts.Add(i);
            else if (i - starts[^1] >= MostStages)
                return null;
        }

        // Of a group of one nobody can say whether the next one lacks its first stage.
        return starts.Count >= 2 && Enumerable.Range(0, starts.Count).All(i => (i + 1 < starts.Count ? starts[i + 1] : header.Count) - starts[i] >= 2) ? starts : null;
    }

    /// <summary>完成比例(%) is a stage, 失业率低于(%) and 新增岗位(个) are things of their own.</summary>
    private static bool IsBareStage(string head) =>
        ColumnHead.RoleOfFigures(head) is var role && (role is ColumnRole.OfPlan || ((role is not ColumnRole.Value || head == Progress) && !HeadUnit.TryFind(head, out _, out _, out _)));

    /// <summary>
    /// 序号 / 类别 / 项目 / 测评等次 / 满意 / 基本满意 / 不满意 over rows of a number, a name and three counts at most: the last heads are those
    /// of the counts, the first that of the name, and what stands between them was a wide head. Null where the heads tell stages of a work.
    /// </summary>
    public static FlattenedGroups? OfCounts(IReadOnlyList<string> header, List<List<string>> rows)
    {
        var most = 0;
        foreach (var row in rows)
        {
            if (row.Count < 3 || CellText.KindOf(row[1]) != CellKind.Text)
                return null;
            for (var i = 2; i < row.Count; i++)
            {
                if (CellText.KindOf(row[i]) == CellKind.Text)
                    return null;
            }

            most = Math.Max(most, row.Count - 2);
        }

        if (rows.Count < 3 || most < 2 || header.Count <= most + 2)
            return null;
        var first = header.Count - most;
        var columns = new List<(ColumnHead Head, int Upper, int Lower)> { (new ColumnHead([header[0]], ColumnRole.Serial), 0, -1), (new ColumnHead([header[1]], ColumnRole.Label), 1, -1) };
        for (var i = first; i < header.Count; i++)
        {
            if (ColumnHead.IsStage(header[i]) || ColumnHead.NamesWords(header[i]))
                return null;
            columns.Add((new ColumnHead([header[i]], ColumnRole.Value), i, -1));
        }

        return new FlattenedGroups(columns, 2);
    }

    /// <summary>How often the last heads repeat, when they tell stages of a work.</summary>
    private static int Repeats(IReadOnlyList<string> header, int stages)
    {
        var (from, told) = (header.Count - stages, 0);
        for (var i = from; i >= 0 && i < header.Count; i++)
            told += ColumnHead.IsStage(header[i]) ? 1 : 0;
        if (from < stages || told < 2)
            return 0;
        var count = 1;
        while (from - (count * stages) >= 0 && IsSame(header, from - (count * stages), from, stages))
            count++;
        return count;
    }

    private static bool IsSame(IReadOnlyList<string> header, int one, int other, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (header[one + i] != header[other + i])
                return false;
        }

        return true;
    }

    /// <summary>The heads that name the groups: those that give a unit, else the last ones in front of the stages.</summary>
    private static int[]? Names(IReadOnlyList<string> header, int first, int groups)
    {
        var withUnit = new List<int>();
        for (var i = 1; i < first; i++)
        {
            if (HeadUnit.TryFind(header[i], out _, out _, out _))
                withUnit.Add(i);
        }

        if (withUnit.Count == groups)
            return [.. withUnit];
        return first - groups < 1 ? null : [.. Enumerable.Range(first - groups, groups)];
    }

    private static FlattenedGroups? Build(IReadOnlyList<string> header, List<int> starts)
    {
        var first = starts[0];
        if (Names(header, first, starts.Count) is not { } names)
            return null;
        // 地区 / 责任单位 both open a row; 安居工程 behind 地区 stood over all groups and over no column of its own.
        var labels = 1;
        while (labels < names[0] && names[0] == first - starts.Count && ColumnHead.NamesWords(header[labels]))
            labels++;
        var columns = new List<(ColumnHead Head, int Upper, int Lower)>();
        for (var i = 0; i < labels; i++)
            columns.Add((new ColumnHead([header[i]], ColumnRole.Label), i, -1));
        for (var group = 0; group < names.Length; group++)
        {
            var end = group + 1 < starts.Count ? starts[group + 1] : header.Count;
            for (var at = starts[group]; at < end; at++)
            {
                // 目标 / 任务: one head that was broken in two lines.
                if (at + 1 < end && IsHalf(header[at]) && IsHalf(header[at + 1]))
                    continue;
                columns.Add((new ColumnHead([header[names[group]], header[at]], RoleOf(header[at])), names[group], at));
            }
        }

        return new FlattenedGroups(columns, labels);
    }

    private static bool IsHalf(string head) => head.Length <= 2 && ColumnHead.RoleOfFigures(head) == ColumnRole.Plan;

    private static ColumnRole RoleOf(string head) => head == Progress ? ColumnRole.Actual : ColumnHead.RoleOfFigures(head);
}
