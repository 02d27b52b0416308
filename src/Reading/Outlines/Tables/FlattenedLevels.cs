namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Heads in rows of merged cells that were printed one a line, so that nobody can see where one row of them ends: 区县 / 户厕改造（户） /
/// 污水支管（公里） / 目标任务 / 完成数 / 完成率 / 目标任务 / 完成数 / 完成率, or each wide head before its narrow ones. Every way to part them is
/// asked how well it fits the columns.
/// </summary>
internal static class FlattenedLevels
{
    private const int FewestStages = 2;
    private const int MostLost = 2;
    private const int MostFront = 8;

    /// <param name="labels">How many heads at the front are those of words that open a row.</param>
    /// <param name="rows">The rows below, also those that lost cells.</param>
    /// <param name="most">Cells of the longest row: a column more there is where every row lost a cell, and its percentages tell.</param>
    public static HeadLayout? Find(IReadOnlyList<HeadCell> header, int labels, IReadOnlyList<IReadOnlyList<string>> rows, int most)
    {
        var (best, closed) = (default(HeadLayout), int.MinValue);
        for (var width = most; width <= most + MostLost && width < header.Count; width++)
        {
            if (Find(header, labels, new HeadBody(width, rows)) is not { } found)
                continue;
            var closes = new RowFitter(found.Columns()).Closed(rows, out var open);
            // One wrong percentage shows no lost column.
            if (best is null || closes - open > closed + (rows.Count / 2))
                (best, closed) = (found, closes - open);
            if (open == 0)
                break;
        }

        return best;
    }

    private static HeadLayout? Find(IReadOnlyList<HeadCell> header, int labels, HeadBody body)
    {
        var best = default(HeadLayout);
        foreach (var levels in Parted(header, labels))
        {
            if (HeadSearch.Find(levels, body) is { Score: > 0 } found && found.Score > (best?.Score ?? 0))
                best = found;
        }

        return best;
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<HeadCell>>> Parted(IReadOnlyList<HeadCell> header, int labels)
    {
        var starts = new SortedSet<int> { Run(header), Repeated(header) };
        foreach (var first in starts.Where(first => first > 1 && header.Count - first >= FewestStages))
        {
            HeadCell[] front = [.. WithoutBodies(header.Take(first))];
            HeadCell[] stages = [.. header.Skip(first).Where((head, i) => !IsHalf(head) || first + i + 1 >= header.Count || !IsHalf(header[first + i + 1]))];
            // 就业促进工程 / 促进城乡就业 / 新增就业（人） / …: what stands over things that are counted is over all of them.
            HeadCell[] counted = [.. front.Where((head, i) => i < labels || head.HasUnit)];
            if (counted.Length > labels + 1)
                yield return [counted, stages];
            if (counted.Length < front.Length || counted.Length <= labels + 1)
                yield return [front, stages];
            for (var at = 1; at < front.Length && front.Length <= MostFront && counted.Length <= labels + 1; at++)
                yield return [front[..at], front[at..], stages];
        }

        if (Nested(header) is { } nested)
            yield return nested;
    }

    /// <summary>Where the stages of work at the end begin.</summary>
    private static int Run(IReadOnlyList<HeadCell> header)
    {
        var first = header.Count;
        while (first > 1 && IsBareStage(header[first - 1]))
            first--;
        return first;
    }

    /// <summary>Where the heads begin that come again; -1 when none does.</summary>
    private static int Repeated(IReadOnlyList<HeadCell> header)
    {
        for (var at = 1; at < header.Count; at++)
        {
            for (var later = at + 1; later < header.Count; later++)
            {
                if (header[at].Words == header[later].Words)
                    return at;
            }
        }

        return -1;
    }

    /// <summary>完成比例(%) is a stage, 失业率低于(%) and 新增岗位(个) are things of their own.</summary>
    private static bool IsBareStage(HeadCell head) => head.Role is ColumnRole.OfPlan || (head.IsStage && !head.HasUnit);

    private static bool IsHalf(HeadCell head) => head.Words.Length <= 2 && head.Role == ColumnRole.Plan;

    /// <summary>牵头单位：市就业局 between the heads names no column.</summary>
    public static IEnumerable<HeadCell> WithoutBodies(IEnumerable<HeadCell> heads) => heads.Where((head, i) => i == 0 || !IsBody(head));

    public static bool IsBody(HeadCell head) =>
        !head.HasUnit && (TaskTable.IsBody(head.Words) || (head.Words.AsSpan().IndexOfAny(':', '：') is > 0 and var colon && head.Words.AsSpan(0, colon).EndsWith("单位", StringComparison.Ordinal)));

    /// <summary>Each wide head printed before the narrow ones it holds; null where no head is a narrow one.</summary>
    private static IReadOnlyList<IReadOnlyList<HeadCell>>? Nested(IReadOnlyList<HeadCell> header)
    {
        var repeated = header.GroupBy(head => head.Words, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var (upper, lower) = (new List<HeadCell>(), new List<HeadCell>());
        foreach (var head in header)
            (upper.Count > 0 && (repeated.Count > 0 ? repeated.Contains(head.Words) : IsBareStage(head)) ? lower : upper).Add(head);
        return lower.Count == 0 ? null : [upper, lower];
    }
}
