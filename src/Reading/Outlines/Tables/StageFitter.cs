namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Finds under which heads the numbers of a stage stand where some were lost: the percentages below each other close, and the places add up
/// to their total.
/// </summary>
internal sealed class StageFitter(IReadOnlyList<string> heads)
{
    // Ways to leave two of forty places empty are 780; what lost more stands from the left.
    private const int MostWays = 1000;

    private readonly int total = heads.ToList().FindIndex(head => TotalRow.Names(head));

    /// <summary>The places of the numbers of each stage of one thing.</summary>
    public List<int[]> Fit(List<(string Stage, List<string> Numbers)> rows)
    {
        var places = rows.ConvertAll(row => Enumerable.Range(0, row.Numbers.Count).ToArray());
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Numbers.Count == heads.Count)
                continue;
            var (best, most, ways) = (places[row], Score(rows, places), 0);
            foreach (var way in Ways(rows[row].Numbers.Count))
            {
                if (++ways > MostWays)
                    break;
                places[row] = way;
                if (Score(rows, places) is var score && score > most)
                    (best, most) = (way, score);
            }

            places[row] = best;
        }

        return places;
    }

    /// <summary>Every way to lay so many numbers under the heads, in their order.</summary>
    private IEnumerable<int[]> Ways(int count)
    {
        var way = Enumerable.Range(0, count).ToArray();
        while (true)
        {
            yield return [.. way];
            var last = count - 1;
            while (last >= 0 && way[last] == heads.Count - count + last)
                last--;
            if (last < 0)
                yield break;
            way[last]++;
            for (var i = last + 1; i < count; i++)
                way[i] = way[i - 1] + 1;
        }
    }

    private int Score(List<(string Stage, List<string> Numbers)> rows, List<int[]> places)
    {
        var values = new decimal?[rows.Count][];
        var (plan, actual, percent, score) = (-1, -1, -1, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            values[row] = new decimal?[heads.Count];
            for (var i = 0; i < places[row].Length; i++)
                values[row][places[row][i]] = CellText.TryValue(rows[row].Numbers[i], out var value, out _) ? value : null;
            switch (ColumnHead.RoleOfFigures(rows[row].Stage))
            {
                case ColumnRole.Plan:
                    plan = row;
                    break;
                case ColumnRole.Actual:
                    actual = row;
                    break;
                case ColumnRole.OfPlan:
                    percent = row;
                    break;
            }

            if (row != percent && total >= 0 && AddsUp(values[row]))
                score += heads.Count;
        }

        for (var column = 0; column < heads.Count && plan >= 0 && actual >= 0 && percent >= 0; column++)
        {
            if (values[plan][column] is { } whole && values[actual][column] is { } part && values[percent][column] is { } printed)
                score += RowFitter.Closes(whole, part, printed) ? 2 : -2;
        }

        return score;
    }

    private bool AddsUp(decimal?[] values)
    {
        if (values[total] is not { } whole || whole == 0)
            return false;
        var sum = 0d;
        for (var column = 0; column < values.Length; column++)
            sum += column == total ? 0 : (double)(values[column] ?? 0);
        return Math.Abs(sum - (double)whole) <= Math.Abs((double)whole) * 0.0005;
    }
}
