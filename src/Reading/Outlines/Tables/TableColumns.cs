namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Reads the heads of a table's columns: their words from the widest to the narrowest, and what their cells are.</summary>
internal static class TableColumns
{
    public static ColumnHead[] Read(string text, Table table)
    {
        var columns = new ColumnHead[table.Columns];
        for (var column = 0; column < columns.Length; column++)
        {
            var path = PathOf(text, table, column);
            columns[column] = new ColumnHead(path, RoleOf(text, table, column, path));
        }

        if (table.PlaceColumn >= 0)
            columns[table.PlaceColumn] = columns[table.PlaceColumn] with { Role = ColumnRole.Place };
        // 工作任务 names its rows better than 目标完成情况, below which stands 顺利推进.
        NameByTask(text, table, columns);
        if (!Array.Exists(columns, head => head.Role is ColumnRole.Label or ColumnRole.Place) && OnlyWords(text, table, columns) is var names and >= 0)
            columns[names] = columns[names] with { Role = ColumnRole.Label };
        NameByBody(text, table, columns);
        NameRows(columns);
        NameProgress(columns);
        SharesOfPlan(columns);
        // 班次执行率 in a table without a plan: how often something was kept to.
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column] is { Role: ColumnRole.OfPlan, Leaf: var leaf } && leaf.Contains("执行率", StringComparison.Ordinal) && !leaf.Contains("预算", StringComparison.Ordinal) && !Array.Exists(columns, head => head.Role == ColumnRole.Plan))
                columns[column] = columns[column] with { Role = ColumnRole.Rate };
        }

        return columns;
    }

    /// <summary>工作目标 | 已完成数 | 占比: beside a plan and its result the share is one of the plan.</summary>
    private static void SharesOfPlan(ColumnHead[] columns)
    {
        for (var column = 2; column < columns.Length; column++)
        {
            var head = columns[column];
            if (head.Role == ColumnRole.Share && head.Leaf.StartsWith("占比", StringComparison.Ordinal)
                && columns[column - 2].Role == ColumnRole.Plan && columns[column - 1].Role == ColumnRole.Actual && columns[column - 2].SharesGroup(head))
                columns[column] = head with { Role = ColumnRole.OfPlan };
        }
    }

    /// <summary>A head over several columns stands over the first of them; the others have the nearest one to their left.</summary>
    private static List<string> PathOf(string text, Table table, int column)
    {
        var path = new List<string>();
        for (var row = 0; row < table.HeaderRows; row++)
        {
            if (IsTitleRow(table, row))
                continue;
            var own = table[row, column].Span;
            for (var left = column; own.IsEmpty && left > 0 && ReachesFrom(table, row, left, column); left--)
                own = table[row, left - 1].Span;
            if (own.IsEmpty)
                continue;
            var words = ColumnHead.Plain(own.Of(text));
            if (path.Count == 0 || path[^1] != words)
                path.Add(words);
        }

        return path;
    }

    /// <summary>A head reaches to the right as long as the rows above give no new one and the rows below have words of their own.</summary>
    private static bool ReachesFrom(Table table, int row, int left, int column)
    {
        if (row == table.HeaderRows - 1)
            return false;
        for (var above = 0; above < row; above++)
        {
            if (!IsTitleRow(table, above) && !table[above, left].Span.IsEmpty)
                return false;
        }

        for (var below = row + 1; below < table.HeaderRows; below++)
        {
            if (!table[below, column].Span.IsEmpty)
                return true;
        }

        return false;
    }

    private static bool IsTitleRow(Table table, int row)
    {
        if (table.Columns < 3)
            return false;
        var filled = 0;
        for (var column = 0; column < table.Columns; column++)
            filled += table[row, column].Span.IsEmpty ? 0 : 1;
        return filled == 1 && table.HeaderRows > 1 && row == 0;
    }

    private static ColumnRole RoleOf(string text, Table table, int column, List<string> path)
    {
        var (numbers, words, units, serials) = (0, 0, 0, 0);
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            var cell = table[row, column].Span;
            if (cell.IsEmpty)
                continue;
            var content = text.AsSpan(cell.Start, cell.Length);
            switch (CellText.KindOf(content))
            {
                // 5万元以上 in front of the counts says which were counted.
                case CellKind.Number when column == 0 && (content.EndsWith("以上", StringComparison.Ordinal) || content.EndsWith("以下", StringComparison.Ordinal)):
                    words++;
                    break;
                case CellKind.Number:
                    numbers++;
                    serials += IsWhole(content) ? 1 : 0;
                    break;
                case CellKind.Text:
                    words++;
                    units += HeadUnit.IsUnit(content) ? 1 : 0;
                    break;
            }
        }

        var head = string.Concat(path);
        var named = path.Count > 0 ? ColumnHead.RoleOfWords(path[^1]) : ColumnRole.Value;
        if (named == ColumnRole.Serial && serials == numbers)
            return ColumnRole.Serial;
        if (units > 0 && units * 2 >= words && numbers == 0 && path.Count > 0 && (named == ColumnRole.Unit || units == words))
            return ColumnRole.Unit;
        // 联系电话 and 排名 hold numbers that count nothing; 存在问题（个） does count.
        if (named == ColumnRole.Text && !HeadUnit.TryFind(path[^1], out _, out _, out _))
            return ColumnRole.Text;
        // 110接警 among 电话 and 网站: a name that begins with a number makes no column of numbers.
        if (numbers > words || (numbers > 0 && named == ColumnRole.Value && (numbers * 4 > words || FigureRole(path) != ColumnRole.Value)))
            return FigureRole(path);
        if (named is ColumnRole.Text or ColumnRole.Place)
            return named;
        if (named == ColumnRole.Unit)
            return ColumnRole.Place;
        // Words under 年度目标 or 完成情况 are sentences, not names.
        return words > 0 && head.Length > 0 && ColumnHead.RoleOfFigures(path[^1]) is var role and not ColumnRole.Value && named != ColumnRole.Label ? role : ColumnRole.Label;
    }

    private static ColumnRole FigureRole(List<string> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (ColumnHead.RoleOfFigures(path[i]) is not (var role and not ColumnRole.Value))
                continue;
            // 完成投资 / 总投资: all that was done of it.
            return role == ColumnRole.Plan && i > 0 && path[i].StartsWith('总') && ColumnHead.RoleOfFigures(path[i - 1]) == ColumnRole.Actual ? ColumnRole.Actual : role;
        }

        return ColumnRole.Value;
    }

    /// <summary>A table needs names for its rows: 任务 over words is no column of targets when nothing else names them.</summary>
    private static int OnlyWords(string text, Table table, ColumnHead[] columns)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role is ColumnRole.Plan or ColumnRole.Actual && !HasNumbers(text, table, column))
                return column;
        }

        return -1;
    }

    private static bool HasNumbers(string text, Table table, int column)
    {
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            var cell = table[row, column].Span;
            if (!cell.IsEmpty && text.AsSpan(cell.Start, cell.Length).IndexOfAnyInRange('0', '9') >= 0)
                return true;
        }

        return false;
    }

    /// <summary>承办单位 | 交办总量 | 办结率: where nothing else names the rows, the body in charge is what they are about.</summary>
    private static void NameByBody(string text, Table table, ColumnHead[] columns)
    {
        // Targets told in words name themselves, whoever is in charge.
        if (Array.Exists(columns, head => head.Role is ColumnRole.Label or ColumnRole.Place) || !HasNumberCells(text, table, columns))
            return;
        var body = Array.FindIndex(columns, head => head.Role == ColumnRole.Text && (head.Leaf.EndsWith("单位", StringComparison.Ordinal) || head.Leaf.EndsWith("部门", StringComparison.Ordinal)));
        if (body >= 0)
            columns[body] = columns[body] with { Role = ColumnRole.Place };
    }

    private static bool HasNumberCells(string text, Table table, ColumnHead[] columns)
    {
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var cell = table[row, column].Span;
                if (columns[column].HoldsFigures && !cell.IsEmpty && CellText.KindOf(text.AsSpan(cell.Start, cell.Length)) == CellKind.Number)
                    return true;
            }
        }

        return false;
    }

    /// <summary>大类 | 工作任务 | 进展情况: a task in words names its row better than the group it belongs to.</summary>
    private static void NameByTask(string text, Table table, ColumnHead[] columns)
    {
        if (Array.Exists(columns, head => head.Role == ColumnRole.Label && Rank(head.Leaf) > 0))
            return;
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role == ColumnRole.Plan && columns[column].Leaf.Contains("任务", StringComparison.Ordinal) && HoldsWords(text, table, column))
            {
                columns[column] = columns[column] with { Role = ColumnRole.Label };
                return;
            }
        }
    }

    private static bool HoldsWords(string text, Table table, int column)
    {
        var words = 0;
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            var cell = table[row, column].Span;
            if (cell.IsEmpty)
                continue;
            if (CellText.KindOf(text.AsSpan(cell.Start, cell.Length)) != CellKind.Text)
                return false;
            words++;
        }

        return words > 0;
    }

    /// <summary>Of several columns of words one names the row; the others (类别 before 项目名称) are words about it.</summary>
    private static void NameRows(ColumnHead[] columns)
    {
        var best = -1;
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role == ColumnRole.Label && (best < 0 || Rank(columns[column].Leaf) > Rank(columns[best].Leaf)))
                best = column;
        }

        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role == ColumnRole.Label && column != best)
                columns[column] = columns[column] with { Role = ColumnRole.Text };
        }
    }

    /// <summary>目标 | 进度 | 完成比例: between a target and its percentage 进度 is what was done.</summary>
    private static void NameProgress(ColumnHead[] columns)
    {
        for (var column = 1; column + 1 < columns.Length; column++)
        {
            if (columns[column] is { Role: ColumnRole.Value, Leaf: "进度" } && columns[column - 1].Role == ColumnRole.Plan && columns[column + 1].Role == ColumnRole.OfPlan)
                columns[column] = columns[column] with { Role = ColumnRole.Actual };
        }
    }

    private static int Rank(string head)
    {
        if (head.Contains("指标", StringComparison.Ordinal))
            return 4;
        if (head.Contains("名称", StringComparison.Ordinal) || head.EndsWith("项目", StringComparison.Ordinal) || head.Contains("事项", StringComparison.Ordinal))
            return 3;
        return head.Contains('类', StringComparison.Ordinal) || head.Contains("领域", StringComparison.Ordinal) ? 0 : 1;
    }

    private static bool IsWhole(ReadOnlySpan<char> cell) => cell.Length <= 4 && cell.IndexOfAnyExceptInRange('0', '9') < 0;
}
