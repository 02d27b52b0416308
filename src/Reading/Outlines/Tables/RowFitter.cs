namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Finds which columns the cells of a row belong to when empty cells were lost:
/// words go to columns of words, the row's own ratios should close, and the columns should add up to the total row.
/// </summary>
internal sealed class RowFitter(IReadOnlyList<ColumnHead> columns)
{
    // Bounds the search of one row, so that hostile tables stay linear; a row of fifteen columns that lost three needs about 3,000 steps.
    private const int MaxSteps = 6000;
    private const int Keep = 6;
    private const int RowsAsked = 8;
    private const int ShortWords = 6;

    // Of nothing planned there is no percentage.
    private const int NoPlan = -8;
    private const double Tolerance = 0.350001;

    private readonly (int Plan, int Actual)[] pairs = FindRatios(columns);
    private List<RowSum> rowSums = [];

    /// <summary>The column of each cell, row by row; null when some row cannot be laid under the columns.</summary>
    /// <param name="total">Index of the row of totals, or -1.</param>
    public List<int[]>? Fit(IReadOnlyList<IReadOnlyList<string>> rows, int total)
    {
        var choices = new List<List<int[]>>();
        var habits = new ColumnHabits(columns.Count, rows);
        rowSums = RowSum.Find(columns, rows);
        foreach (var row in rows)
        {
            var found = Choices(row, habits);
            if (found.Count == 0)
                return null;
            choices.Add(found);
        }

        return total < 0 ? [.. choices.Select(list => list[0])] : Close(rows, choices, total);
    }

    /// <summary>How many percentages of the first rows are those of the results and plans beside them, and how many are not.</summary>
    public int Closed(IReadOnlyList<IReadOnlyList<string>> rows, out int open)
    {
        (var closed, open) = (0, 0);
        var habits = new ColumnHabits(columns.Count, rows);
        foreach (var row in rows.Take(RowsAsked))
        {
            if (Choices(row, habits) is not [var best, ..])
                continue;
            var values = new decimal?[columns.Count];
            for (var i = 0; i < row.Count; i++)
                values[best[i]] = TryNumber(row[i], out var value, out _) ? value : null;
            for (var column = 0; column < columns.Count; column++)
            {
                if (pairs[column] is not ( >= 0, >= 0) ratio || values[column] is not { } percent || values[ratio.Plan] is not { } plan || values[ratio.Actual] is not { } actual)
                    continue;
                var closes = Closes(plan, actual, percent);
                closed += closes ? 1 : 0;
                open += closes ? 0 : 1;
            }
        }

        return closed;
    }

    /// <summary>The best few ways to lay a row, best first.</summary>
    private List<int[]> Choices(IReadOnlyList<string> row, ColumnHabits habits)
    {
        if (row.Count > columns.Count)
            return [];
        // Nothing was lost: every cell stands under its own head, also words under a head of numbers.
        if (row.Count == columns.Count)
            return [[.. Enumerable.Range(0, row.Count)]];
        var scored = new List<(int Score, int[] Columns)>();
        var steps = 0;
        Place(row, 0, 0, new int[row.Count], scored, ref steps, habits);
        return [.. scored.OrderByDescending(entry => entry.Score).Take(Keep).Select(entry => entry.Columns)];
    }

    private void Place(IReadOnlyList<string> row, int cell, int from, int[] placed, List<(int Score, int[] Columns)> scored, ref int steps, ColumnHabits habits)
    {
        if (cell == row.Count)
        {
            scored.Add((Score(row, placed, habits), (int[])placed.Clone()));
            return;
        }

        for (var column = from; column <= columns.Count - (row.Count - cell) && steps < MaxSteps; column++)
        {
            steps++;
            if (!Suits(row[cell], columns[column]))
                continue;
            placed[cell] = column;
            Place(row, cell + 1, column + 1, placed, scored, ref steps, habits);
        }
    }

    private static bool Suits(string cell, ColumnHead column) => CellText.KindOf(cell) switch
    {
        // 改造水厂3座，铺设管网28公里 stands under 年度目标.
        CellKind.Text => !column.HoldsFigures || column.Role is ColumnRole.Plan or ColumnRole.Actual,
        CellKind.Number => column.HoldsFigures || column.Role is ColumnRole.Serial or ColumnRole.Text,
        _ => true,
    };

    private int Score(IReadOnlyList<string> row, int[] placed, ColumnHabits habits)
    {
        var values = new decimal?[columns.Count];
        var score = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var column = columns[placed[i]];
            // 与全市同步 under a target is rather a name that lost the cell in front of it.
            if (column.HoldsFigures && row[i].Length <= 8 && CellText.KindOf(row[i]) == CellKind.Text)
                score -= ShortWords;
            if (!TryNumber(row[i], out var value, out var decimals))
                continue;
            if (!column.HoldsFigures)
            {
                score -= column.Role == ColumnRole.Serial ? 0 : 4;
                continue;
            }

            values[placed[i]] = value;
            if (column.IsPercent && value > 1000)
                score -= 20;
            score += habits.Suits(placed[i], row[i], decimals);
        }

        score += rowSums.Sum(sum => sum.Suits(values));
        // The label of a row stands in front of it.
        score -= placed.Length > 0 ? placed[0] * 2 : 0;
        for (var column = 0; column < columns.Count; column++)
        {
            if (pairs[column] is not ( >= 0, >= 0) ratio || values[column] is not { } percent)
                continue;
            if (values[ratio.Plan] is { } plan && values[ratio.Actual] is { } actual)
                score += Closes(plan, actual, percent) ? 12 : plan == 0 ? NoPlan : -2;
            else
                score -= values[ratio.Actual] is null ? 2 : 1;
        }

        return score;
    }

    /// <summary>Among the good ways to lay each row, those by which the columns add up to the total row.</summary>
    private List<int[]> Close(IReadOnlyList<IReadOnlyList<string>> rows, List<List<int[]>> choices, int total)
    {
        var picked = choices.Select(list => list[0]).ToList();
        for (var round = 0; round < 2; round++)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                if (choices[row].Count == 1)
                    continue;
                var (best, most) = (picked[row], int.MinValue);
                for (var i = 0; i < choices[row].Count; i++)
                {
                    picked[row] = choices[row][i];
                    // Of a total little is known but that the others add up to it.
                    var closed = (Closed(rows, picked, total) * (row == total ? 12 : 6)) - (i * 2);
                    if (closed > most)
                        (best, most) = (choices[row][i], closed);
                }

                picked[row] = best;
            }
        }

        return picked;
    }

    /// <summary>Every count of a row stands in a column that adds up to its total.</summary>
    public bool AddUp(IReadOnlyList<IReadOnlyList<string>> rows, List<int[]> picked, int total, int row)
    {
        var closes = Closing(rows, picked, total);
        return picked[row].All(column => columns[column].IsPercent || !columns[column].HoldsFigures || closes[column]);
    }

    /// <summary>How many columns add up.</summary>
    private int Closed(IReadOnlyList<IReadOnlyList<string>> rows, List<int[]> picked, int total) => Closing(rows, picked, total).Count(closes => closes);

    private bool[] Closing(IReadOnlyList<IReadOnlyList<string>> rows, List<int[]> picked, int total)
    {
        var sums = new decimal[columns.Count];
        var wanted = new decimal?[columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < rows[row].Count; i++)
            {
                if (!TryNumber(rows[row][i], out var value, out _))
                    continue;
                if (row == total)
                    wanted[picked[row][i]] = value;
                else
                    sums[picked[row][i]] += value;
            }
        }

        var closing = new bool[columns.Count];
        for (var column = 0; column < columns.Count; column++)
            closing[column] = columns[column] is { IsPercent: false, HoldsFigures: true } && wanted[column] is { } value && Math.Abs(sums[column] - value) <= value * 0.0005m;
        return closing;
    }

    /// <summary>For each column of a plan ratio the columns of its plan and its result: the nearest to the left under the same head.</summary>
    private static (int Plan, int Actual)[] FindRatios(IReadOnlyList<ColumnHead> columns)
    {
        var ratios = new (int Plan, int Actual)[columns.Count];
        Array.Fill(ratios, (-1, -1));
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column].Role is not (ColumnRole.OfPlan or ColumnRole.Rate))
                continue;
            var (plan, actual) = (-1, -1);
            for (var left = column - 1; left >= 0 && (plan < 0 || actual < 0); left--)
            {
                if (!columns[left].SharesGroup(columns[column]))
                    continue;
                if (plan < 0 && columns[left].Role == ColumnRole.Plan)
                    plan = left;
                // 全年目标 | 前三季度 | 完成比例: what stands between a plan and its percentage is the result.
                if (actual < 0 && (columns[left].Role == ColumnRole.Actual || (plan < 0 && columns[left].Role == ColumnRole.Value)))
                    actual = left;
            }

            ratios[column] = (plan, actual);
        }

        return ratios;
    }

    /// <summary>The percentage is that of the result over the plan. In double: cells may hold numbers whose quotient leaves decimal's range.</summary>
    public static bool Closes(decimal plan, decimal actual, decimal percent) => plan != 0 && Math.Abs(((double)actual / (double)plan * 100) - (double)percent) <= Tolerance;

    private static bool TryNumber(string cell, out decimal value, out int decimals) => CellText.TryValue(cell, out value, out decimals);
}
