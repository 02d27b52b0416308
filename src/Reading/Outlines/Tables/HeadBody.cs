namespace Luoshi.Reading.Outlines.Tables;

/// <summary>What the rows that lost no cell say of the heads above them: how their cells look, which ratios close, where their columns stand.</summary>
internal sealed class HeadBody
{
    private const int RowsAsked = 12;

    private readonly List<decimal?[]> values = [];
    private readonly int[] numbers;
    private readonly int[] words;
    private readonly int[] signs;
    private readonly int[] large;

    /// <param name="rows">Rows of any length; only those of the full width are asked.</param>
    /// <param name="places">Where the columns stand on the line, if that is known.</param>
    public HeadBody(int width, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<(int From, int To)>? places = null)
    {
        (Width, Places) = (width, places);
        (numbers, words, signs, large) = (new int[width], new int[width], new int[width], new int[width]);
        foreach (var row in rows.Where(row => row.Count == width).Take(RowsAsked))
        {
            var own = new decimal?[width];
            for (var column = 0; column < width; column++)
                own[column] = Take(row[column], column);
            values.Add(own);
        }
    }

    public int Width { get; }

    public IReadOnlyList<(int From, int To)>? Places { get; }

    private decimal? Take(string cell, int column)
    {
        switch (CellText.KindOf(cell))
        {
            case CellKind.Text:
                words[column]++;
                return null;
            case CellKind.Number:
                numbers[column]++;
                break;
            default:
                return null;
        }

        signs[column] += cell[^1] is '%' or '％' ? 1 : 0;
        if (!CellText.TryValue(cell, out var value, out _))
            return null;
        large[column] += value > 1000 ? 1 : 0;
        return value;
    }

    /// <summary>How well the cells of a column suit a head.</summary>
    /// <param name="unit">The head, or one above it, gives a unit.</param>
    /// <param name="percent">The head, or one above it, is one of percentages.</param>
    public int Suits(int column, HeadCell head, bool unit, bool percent)
    {
        var score = 0;
        var figures = head.HoldsNumbers || unit;
        if (numbers[column] > words[column])
            score += figures ? 2 : head.NamesWords ? -2 : 0;
        else if (words[column] > numbers[column])
            score += head.NamesWords ? 2 : !figures ? 0 : head.Role is ColumnRole.Plan or ColumnRole.Actual ? -1 : -2;
        if (signs[column] * 2 > numbers[column])
            score += percent ? 1 : -4;
        else if (head.IsPercent && !head.HasUnit && numbers[column] > 0 && signs.AsSpan().ContainsAnyExcept(0))
            score -= 4;
        if (percent && large[column] * 2 > numbers[column])
            score -= 4;
        return score;
    }

    /// <summary>More rows in which the percentage is the result over the plan than rows in which it is not: 1, fewer: -1.</summary>
    public int Closes(int plan, int actual, int percent)
    {
        var score = 0;
        foreach (var row in values)
        {
            if (row[plan] is > 0 and var whole && row[actual] is { } part && row[percent] is { } printed)
                score += RowFitter.Closes(whole, part, printed) ? 1 : -1;
        }

        return Math.Sign(score);
    }

    /// <summary>A result of 4260 stands against no plan of 3.1.</summary>
    public int Compares(int plan, int actual)
    {
        var score = 0;
        foreach (var row in values)
        {
            if (row[plan] is > 0 and var whole && row[actual] is > 0 and var part)
                score += (double)part / (double)whole is > 0.01 and < 20 ? 1 : -1;
        }

        return score < 0 ? -3 : Math.Sign(score);
    }

    /// <summary>How far a head stands from its column, 0 where nothing is known of it.</summary>
    public int Distance(HeadCell head, int column)
    {
        if (Places is null || head.From < 0)
            return 0;
        var (from, to) = Places[column];
        return Math.Min(Math.Min(Math.Abs(head.From - from), Math.Abs(head.To - to)), Math.Abs((head.From + head.To - from - to) / 2));
    }

    /// <summary>How far a wide head stands outside the columns it holds.</summary>
    public int Distance(HeadCell head, int first, int last)
    {
        if (Places is null || head.From < 0)
            return 0;
        var middle = (head.From + head.To) / 2;
        return Math.Max(0, Math.Max(Places[first].From - middle, middle - Places[last].To));
    }
}
