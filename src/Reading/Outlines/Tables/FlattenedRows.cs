namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Cuts the cells of a flattened table into rows.</summary>
internal static class FlattenedRows
{
    private const int MostSkipped = 100;
    private const int LongestPlace = 10;

    /// <param name="from">First cell behind the header.</param>
    /// <param name="serial">Rows begin with a running number.</param>
    /// <param name="leading">Cells of words that open a row.</param>
    /// <param name="closing">Rows may end with a cell of words (备注).</param>
    public static List<(int From, int To)> Split(List<string> cells, int from, bool serial, int leading, bool closing)
    {
        var starts = serial ? BySerial(cells, from) : ByName(cells, from, leading);
        var rows = new List<(int From, int To)>();
        for (var i = 0; i < starts.Count; i++)
            rows.Add((starts[i], i + 1 < starts.Count ? EndOf(cells, starts[i], starts[i + 1], serial || closing || leading > 1) : LastEnd(cells, starts[i], closing)));
        if (!serial || rows.Count < 3 || rows.Exists(row => row != rows[^1] && row.To - row.From != from))
            return rows.TrueForAll(row => Numbers(cells, row) > 0) ? rows : [];
        // Rows that have lost no cell need no number to be told apart, and say where the last one ends.
        if (!TotalRow.Names(cells[rows[^1].From]))
            rows[^1] = (rows[^1].From, Math.Min(rows[^1].From + from, cells.Count));
        return rows;
    }

    /// <summary>How many words stand between the numbers of one row and those of the next, in most rows.</summary>
    public static int Leading(List<string> cells, int from)
    {
        var counts = new Dictionary<int, int>();
        var words = 0;
        for (var at = from; at < cells.Count; at++)
        {
            if (CellText.KindOf(cells[at]) == CellKind.Text)
            {
                words++;
                continue;
            }

            if (words > 0)
                counts[words] = counts.GetValueOrDefault(words) + 1;
            words = 0;
        }

        return counts.Count == 0 ? int.MaxValue : counts.MaxBy(count => count.Value).Key;
    }

    private static List<int> BySerial(List<string> cells, int from)
    {
        var starts = new List<int>();
        var next = 1;
        for (var at = from; at < cells.Count; at++)
        {
            var follows = at + 1 < cells.Count && CellText.KindOf(cells[at + 1]) == CellKind.Text;
            if (follows && IsNext(cells[at], next, whole: starts.Count > 0 && at - starts[^1] == from, out var number))
            {
                starts.Add(at);
                next = number + 1;
            }
            else if (TotalRow.Names(cells[at]))
            {
                starts.Add(at);
            }
        }

        return starts;
    }

    /// <summary>The number that is due, or a later one behind a row that lacks no cell: an excerpt leaves rows out.</summary>
    private static bool IsNext(string cell, int due, bool whole, out int number) =>
        int.TryParse(cell, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) && (number == due || (whole && number > due && number < due + MostSkipped));

    private static List<int> ByName(List<string> cells, int from, int leading)
    {
        var starts = new List<int>();
        for (var at = from; at < cells.Count;)
        {
            var words = at;
            while (words < cells.Count && CellText.KindOf(cells[words]) == CellKind.Text)
                words++;
            if (words == at)
            {
                at++;
                continue;
            }

            // Words behind the numbers of a row belong to it as far as the next row has its own.
            var spare = starts.Count > 0 ? Math.Max(0, words - at - leading) : 0;
            if (words < cells.Count)
                starts.Add(at + spare);
            at = words;
        }

        return starts;
    }

    /// <summary>Where no column of words follows the numbers, a name behind them is that of a place that has none.</summary>
    private static int EndOf(List<string> cells, int start, int next, bool words)
    {
        while (!words && next > start + 1 && CellText.KindOf(cells[next - 1]) == CellKind.Text && cells[next - 1].Length <= LongestPlace)
            next--;
        return next;
    }

    /// <summary>The last row ends with its last number, or with one cell of words behind it.</summary>
    private static int LastEnd(List<string> cells, int start, bool closing)
    {
        var end = start + 1;
        for (var at = start + 1; at < cells.Count; at++)
        {
            if (CellText.KindOf(cells[at]) is CellKind.Number or CellKind.Mark)
                end = at + 1;
        }

        return closing && end < cells.Count ? end + 1 : end;
    }

    private static int Numbers(List<string> cells, (int From, int To) row)
    {
        var count = 0;
        for (var at = row.From + 1; at < row.To; at++)
        {
            if (CellText.KindOf(cells[at]) == CellKind.Number)
                count++;
        }

        return count;
    }
}
