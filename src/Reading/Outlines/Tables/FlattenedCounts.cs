namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// 序号 / 类别 / 项目 / 测评等次 / 满意 / 基本满意 / 不满意 over rows of a number, a name and three counts at most: the last heads are those
/// of the counts, the first that of the name, and what stands between them was a wide head. Null where the heads tell stages of a work.
/// </summary>
internal static class FlattenedCounts
{
    /// <summary>Each column with the place of its head among the header's cells.</summary>
    public static List<(ColumnHead Head, int Cell)>? Of(List<string> header, List<List<string>> rows)
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
        var columns = new List<(ColumnHead Head, int Cell)> { (new ColumnHead([header[0]], ColumnRole.Serial), 0), (new ColumnHead([header[1]], ColumnRole.Label), 1) };
        for (var i = first; i < header.Count; i++)
        {
            if (ColumnHead.IsStage(header[i]) || ColumnHead.NamesWords(header[i]))
                return null;
            columns.Add((new ColumnHead([header[i]], ColumnRole.Value), i));
        }

        return columns;
    }
}
