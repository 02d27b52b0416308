using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Heads in three rows of merged cells, printed without the empty cells that keep the columns:
/// 县名 | 任务 | 建设情况 | 投资(万元) over 村(个) | 户(户) | 在建 | 完成 over 户数(户) | 占计划(%) | 户数(户) | 占计划(%) | 总投资 | 财政投资.
/// Which head holds which is the reading that fills all columns and reads best: a column has a unit, its own or that of a head
/// above it, but not two; heads side by side hold the same.
/// </summary>
internal sealed class StackedHeads
{
    private const int MostHeads = 12;
    private const int MostColumns = 30;

    /// <summary>So many steps are tried, also those that lead nowhere; a header that allows more is no better read by trying all.</summary>
    private const int MostSteps = 5_000;

    private readonly string text;
    private readonly IReadOnlyList<SourceSpan>[] heads;
    private readonly bool[][] units;
    private readonly int width;
    private readonly List<(int Row, int Cell, int From, int To)> placed = [];
    private (int Row, int Cell, int From, int To)[]? best;
    private int bestScore = int.MinValue;
    private int steps;

    private StackedHeads(string text, IReadOnlyList<SourceSpan>[] heads, int width)
    {
        (this.text, this.heads, this.width) = (text, heads, width);
        units = Array.ConvertAll(heads, row => row.Select(cell => HeadUnit.TryFind(cell.Of(text), out _, out _, out _)).ToArray());
    }

    /// <summary>Lays the heads that begin in <paramref name="head"/> over their columns; false when they fit in no way.</summary>
    public static bool Spread(string text, List<List<SourceSpan>> rows, int head)
    {
        if (head + 4 >= rows.Count)
            return false;
        var stack = new IReadOnlyList<SourceSpan>[3];
        for (var i = 0; i < stack.Length; i++)
        {
            var row = rows[head + i];
            stack[i] = [.. row.Take(row.FindLastIndex(cell => !cell.IsEmpty) + 1)];
            if (stack[i].Count is < 2 or > MostHeads || !stack[i].All(cell => !cell.IsEmpty && CellText.KindOf(cell.Of(text)) == CellKind.Text))
                return false;
        }

        var longest = rows.Skip(head + 3).Max(row => row.FindLastIndex(cell => !cell.IsEmpty) + 1);
        // The first row of numbers must follow at once, and no row of stack be as long as the rows are.
        if (longest > MostColumns || stack.Any(row => row.Count >= longest) || rows[head + 3].TrueForAll(cell => cell.IsEmpty || CellText.KindOf(cell.Of(text)) != CellKind.Number))
            return false;
        var stacked = new StackedHeads(text, stack, longest);
        stacked.Place(0, 0, 0, 0, 0);
        if (stacked.best is not { } found)
            return false;
        for (var i = 0; i < stack.Length; i++)
            rows[head + i] = [.. new SourceSpan[longest]];
        foreach (var (row, cell, from, _) in found)
            rows[head + row][from] = stack[row][cell];
        return true;
    }

    /// <summary>Puts the next head of the first row over the columns from <paramref name="column"/> on, as a column, or with what it may hold.</summary>
    private void Place(int first, int second, int third, int column, int score)
    {
        // Every head left of the first row needs a column.
        if (++steps > MostSteps || column + heads[0].Count - first > width)
            return;
        if (first == heads[0].Count)
        {
            if (column == width && second == heads[1].Count && third == heads[2].Count && score > bestScore)
                (best, bestScore) = ([.. placed], score);
            return;
        }

        var unit = units[0][first];
        var mark = placed.Count;
        placed.Add((0, first, column, column + 1));
        Place(first + 1, second, third, column + 1, score + Leaf(0, first, unit));
        placed.RemoveRange(mark + 1, placed.Count - mark - 1);
        // Narrow heads may stand right below it, where the rows between are merged.
        for (var count = 2; third + count <= heads[2].Count; count++)
        {
            Put(2, third, count, column);
            Place(first + 1, second, third + count, column + count, score + Leaves(2, third, count, unit));
            placed.RemoveRange(mark + 1, placed.Count - mark - 1);
        }

        Hold(first, second, second, third, column, score, unit, mark);
        placed.RemoveRange(mark, placed.Count - mark);
    }

    /// <summary>Gives the head the next ones of the second row, each as a column or with its own below.</summary>
    private void Hold(int first, int from, int second, int third, int column, int score, bool unit, int mark)
    {
        if (++steps > MostSteps || column + heads[0].Count - first - 1 > width)
            return;
        if (second - from >= 2)
            Place(first + 1, second, third, column, score + Alike(from, second));
        if (second == heads[1].Count)
            return;
        var kept = placed.Count;
        var own = unit || units[1][second];
        placed.Add((1, second, column, column + 1));
        Hold(first, from, second + 1, third, column + 1, score + Leaf(1, second, unit), unit, mark);
        placed.RemoveRange(kept + 1, placed.Count - kept - 1);
        for (var count = 2; third + count <= heads[2].Count; count++)
        {
            Put(2, third, count, column);
            Hold(first, from, second + 1, third + count, column + count, score + Leaves(2, third, count, own), unit, mark);
            placed.RemoveRange(kept + 1, placed.Count - kept - 1);
        }

        placed.RemoveRange(kept, placed.Count - kept);
    }

    private void Put(int row, int from, int count, int column)
    {
        for (var i = 0; i < count; i++)
            placed.Add((row, from + i, column + i, column + i + 1));
    }

    private int Leaves(int row, int from, int count, bool above)
    {
        var score = 0;
        for (var i = from; i < from + count; i++)
            score += Leaf(row, i, above && !units[row][i]) - (above && units[row][i] ? 2 : 0);
        // 户数 / 占计划 | 户数 / 占计划: a group ends where its first head comes again.
        for (var i = from + 1; i < from + count; i++)
            score -= heads[row][i].Of(text).SequenceEqual(heads[row][from].Of(text)) ? 3 : 0;
        if (from >= count && heads[row][from].Of(text).SequenceEqual(heads[row][from - count].Of(text)) && heads[row][from + count - 1].Of(text).SequenceEqual(heads[row][from - 1].Of(text)))
            score += 3;
        return score;
    }

    /// <summary>A column is a name, or counts in a unit.</summary>
    private int Leaf(int row, int cell, bool above)
    {
        var words = heads[row][cell].Of(text).ToString();
        if (above || units[row][cell] || (row == 0 && cell == 0))
            return 1;
        return ColumnHead.NamesWords(words) || ColumnHead.IsStage(words) ? 0 : -1;
    }

    /// <summary>Heads side by side are parted alike: all hold something, or none does.</summary>
    private int Alike(int from, int to)
    {
        var parted = 0;
        for (var i = from; i < to; i++)
            parted += placed.Exists(place => place.Row == 1 && place.Cell == i && placed.Exists(below => below.Row == 2 && below.From == place.From)) ? 1 : 0;
        return parted == 0 || parted == to - from ? 2 : 0;
    }
}
