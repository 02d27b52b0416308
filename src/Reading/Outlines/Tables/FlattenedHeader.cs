using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Columns of a header whose cells were printed one a line, with the wide heads before the narrow ones they hold:
/// 区县 / 户厕改造（户） / 目标任务 / 完成数 / 完成率（%） / 污水支管（公里） / 目标任务 / …
/// </summary>
internal static class FlattenedHeader
{
    /// <summary>One path a column. <paramref name="cells"/> a row at most shows which reading of a lone group fits.</summary>
    public static List<ColumnHead> Columns(IReadOnlyList<string> header, int cells)
    {
        var grouped = Grouped(header);
        if (grouped.Count == cells || header.Count == cells)
            return grouped.Count == cells ? grouped : Flat(header);
        return grouped.Count > cells ? grouped : Flat(header);
    }

    /// <summary>As <see cref="Columns"/>, where beside the heads that come again every stage of work is narrow: 已开工, 开工率（%）, 其中已完工.</summary>
    public static List<ColumnHead> Nested(IReadOnlyList<string> header)
    {
        var narrow = header.Where(head => head.StartsWith("其中", StringComparison.Ordinal) || (ColumnHead.IsStage(head) && (!HeadUnit.TryFind(head, out var unit, out _, out _) || unit.Kind == UnitKind.Percent))).ToHashSet(StringComparer.Ordinal);
        return Grouped(header, narrow);
    }

    private static List<ColumnHead> Grouped(IReadOnlyList<string> header) =>
        Grouped(header, header.GroupBy(head => head, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal));

    private static List<ColumnHead> Grouped(IReadOnlyList<string> header, HashSet<string> repeated)
    {
        var columns = new List<ColumnHead>();
        string? group = null;
        for (var i = 0; i < header.Count; i++)
        {
            var head = header[i];
            var narrow = IsNarrow(head, repeated);
            var opens = i > 0 && !narrow && !ColumnHead.IsBareName(head) && i + 1 < header.Count && IsNarrow(header[i + 1], repeated);
            if (opens)
            {
                group = head;
                continue;
            }

            if (!narrow)
                group = null;
            columns.Add(Head(narrow && group is not null ? [group, head] : [head]));
        }

        return columns;
    }

    private static bool IsNarrow(string head, HashSet<string> repeated) => repeated.Count > 0 ? repeated.Contains(head) : ColumnHead.IsStage(head);

    private static List<ColumnHead> Flat(IReadOnlyList<string> header) => [.. header.Select(head => Head([head]))];

    private static ColumnHead Head(IReadOnlyList<string> path)
    {
        var role = ColumnHead.RoleOfFigures(path[^1]);
        // 完成时限 is no result.
        if (path.Count == 1 && role == ColumnRole.Actual && ColumnHead.RoleOfWords(path[0]) == ColumnRole.Text && !HeadUnit.TryFind(path[0], out _, out _, out _))
            role = ColumnRole.Text;
        if (role == ColumnRole.Value && path.Count == 1 && ColumnHead.NamesWords(path[0]))
            role = ColumnHead.RoleOfWords(path[0]);
        return new ColumnHead(path, role);
    }
}
