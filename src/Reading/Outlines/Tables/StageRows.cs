using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table that tells plan, result and percentage of each thing in rows below each other is turned: every thing, under every place that
/// stood over a column, gets one row with a column for each stage. 公厕新建（座） | 年度计划 | 36 | 14 over 实际完成 | 35 | 14.
/// </summary>
internal sealed class StageRows
{
    private const int MostLeft = 4;
    private const int MostStages = 12;
    private const int MostColumns = 60;

    private readonly string text;
    private readonly Table table;

    // In which column each row names its stage: rows without the cells merged in front of it begin with it.
    private readonly int[] stages;

    // So many columns stand in front of the stages.
    private readonly int left;

    private StageRows(string text, Table table, int[] stages) => (this.text, this.table, this.stages, left) = (text, table, stages, stages.Max());

    public static Table Turn(string text, Table table)
    {
        if (table.HeaderRows != 1 || table.Columns is < 2 or > MostColumns || Stages(text, table) is not { } stages)
            return table;
        var rows = new StageRows(text, table, stages);
        return rows.Groups() is { } groups && (rows.left > 0 || groups.Count == 1) ? rows.Turned(groups) ?? table : table;
    }

    /// <summary>年度计划, 实际完成, 完成率, 执行率: what a row or a column is, and nothing it is of.</summary>
    public static bool IsStage(string words) => ColumnHead.RoleOfFigures(words) is ColumnRole.Plan or ColumnRole.Actual or ColumnRole.OfPlan or ColumnRole.Rate && ColumnHead.IsOnlyStage(words);

    /// <summary>Null where some row names no stage, or none is a plan, or none a result.</summary>
    private static int[]? Stages(string text, Table table)
    {
        var found = new int[table.Rows];
        var (planned, done) = (false, false);
        for (var row = 1; row < table.Rows; row++)
        {
            var column = 0;
            while (column <= MostLeft && column < table.Columns - 1 && !IsStage(table[row, column].Span.Of(text)))
                column++;
            if (column > MostLeft || column == table.Columns - 1)
                return null;
            found[row] = column;
            var role = ColumnHead.RoleOfFigures(table[row, column].Span.Of(text));
            (planned, done) = (planned || role == ColumnRole.Plan, done || role == ColumnRole.Actual);
        }

        return planned && done ? found : null;
    }

    /// <summary>The rows of each thing; null where one has no name, or most have one row only.</summary>
    private List<List<int>>? Groups()
    {
        var groups = new List<List<int>>();
        var (name, taken) = ("", new HashSet<string>(StringComparer.Ordinal));
        for (var row = 1; row < table.Rows; row++)
        {
            var own = string.Concat(Enumerable.Range(0, left).Select(column => At(row, column).Of(text)));
            if (groups.Count == 0 || (own.Length > 0 && own != name) || taken.Contains(StageOf(row)))
            {
                if (left > 0 && own.Length == 0)
                    return null;
                groups.Add([]);
                name = own;
                taken.Clear();
            }

            taken.Add(StageOf(row));
            groups[^1].Add(row);
        }

        return groups.Count(group => group.Count > 1) * 2 > groups.Count ? groups : null;
    }

    private Table? Turned(List<List<int>> groups)
    {
        var right = Enumerable.Range(left + 1, table.Columns - left - 1).ToList();
        var values = right.FindAll(IsValue);
        // Beside the numbers a remark of each thing, or the unit of each of its rows.
        var sides = right.FindAll(column => !values.Contains(column) && (!table[0, column].Span.IsEmpty || groups.Exists(group => Filled(group, column) > 0)));
        if (values.Count == 0 || values.Exists(column => table[0, column].Span.IsEmpty || IsTime(table[0, column].Span.Of(text))))
            return null;
        if (sides.Exists(side => ColumnHead.RoleOfWords(table[0, side].Span.Of(text)) != ColumnRole.Unit && groups.Exists(group => Filled(group, side) > 1)))
            return null;
        var named = groups.SelectMany(group => group).DistinctBy(StageOf).ToDictionary(StageOf, row => row, StringComparer.Ordinal);
        return named.Count > MostStages ? null : Build(groups, values, sides, [.. named.Values]);
    }

    private Table Build(List<List<int>> groups, List<int> values, List<int> sides, List<int> named)
    {
        var lone = left > 0 && values.Count == 1;
        var heads = named.ConvertAll(row => table[row, stages[row]].Span);
        var order = named.Select((row, i) => KeyValuePair.Create(StageOf(row), i)).ToDictionary(StringComparer.Ordinal);
        List<SourceSpan> front = [.. Enumerable.Range(0, left).Select(column => table[0, column].Span)];
        if (!lone)
            front.Add(left == 0 ? table[0, 0].Span : default);
        List<SourceSpan> back = sides.ConvertAll(side => table[0, side].Span);
        // 数量（万元） over all numbers: its unit stands over the stages.
        List<List<SourceSpan>> grid = lone && HeadUnit.TryFind(table[0, values[0]].Span.Of(text), out _, out _, out _)
            ? [[.. front, table[0, values[0]].Span, .. new SourceSpan[heads.Count - 1], .. back], [.. new SourceSpan[front.Count], .. heads, .. new SourceSpan[back.Count]]]
            : [[.. front, .. heads, .. back]];
        var headerRows = grid.Count;
        foreach (var group in groups)
        {
            foreach (var value in values)
            {
                List<SourceSpan> laid = [.. Enumerable.Range(0, left).Select(column => At(group[0], column))];
                if (!lone)
                    laid.Add(table[0, value].Span);
                var cells = new SourceSpan[heads.Count];
                foreach (var row in group)
                    cells[order[StageOf(row)]] = At(row, value);
                laid.AddRange(cells);
                laid.AddRange(sides.Select(side => group.Select(row => At(row, side)).FirstOrDefault(cell => !cell.IsEmpty)));
                grid.Add(laid);
            }
        }

        var place = !lone && (left > 0 || values.TrueForAll(column => PlaceHead.Names(table[0, column].Span.Of(text)))) ? left : -1;
        return TableShape.Build(text, grid, table.Flattened, headerRows) with { UnitLine = table.UnitLine, IsTurned = true, PlaceColumn = place };
    }

    private string StageOf(int row) => table[row, stages[row]].Span.Of(text);

    /// <summary>A cell where it would stand if the row had the cells merged in front of it.</summary>
    private SourceSpan At(int row, int column)
    {
        var own = column - (left - stages[row]);
        return own < 0 ? default : table[row, own].Span;
    }

    private int Filled(List<int> group, int column) => group.Count(row => !At(row, column).IsEmpty);

    private bool IsValue(int column)
    {
        var numbers = 0;
        for (var row = 1; row < table.Rows; row++)
        {
            var cell = At(row, column);
            numbers += CellText.KindOf(text.AsSpan(cell.Start, cell.Length)) switch { CellKind.Number => 1, CellKind.Text => -1, _ => 0 };
        }

        return numbers > 0;
    }

    /// <summary>2023年, 三季度: when, and not of what.</summary>
    private static bool IsTime(string head) => SpokenTime.Read(head) is { Year: > 0 } or { HasPart: true };
}
