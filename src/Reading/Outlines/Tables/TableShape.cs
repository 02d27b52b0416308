using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Turns rows of cell places into a table: pads them, and finds how many rows at the top name the columns.</summary>
internal static class TableShape
{
    private const int MaxHeaderRows = 4;

    public static Table Build(string text, List<List<SourceSpan>> rows, bool flattened, int? headerRows = null)
    {
        var unitLine = headerRows is null ? TakeUnitRow(text, rows) : default;
        rows = headerRows is null or 1 ? SidePanels.Fold(text, rows) : rows;
        var columns = rows.Max(row => row.Count);
        var cells = new List<Cell>(rows.Count * columns);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
                cells.Add(new Cell(row, column, column < rows[row].Count ? rows[row][column] : default));
        }

        return new Table(cells, rows.Count, columns, headerRows ?? HeaderRows(text, rows, columns), default, flattened) { UnitLine = unitLine };
    }

    /// <summary>单位(元/公斤) | (%) under a whole row of heads: the units of a line that was drawn across them. Its first is that of the amounts.</summary>
    private static SourceSpan TakeUnitRow(string text, List<List<SourceSpan>> rows)
    {
        if (rows.Count < 4 || Filled(rows[1]) is not (> 0 and var units) || units * 2 > Filled(rows[0]) || !rows[1].TrueForAll(cell => cell.IsEmpty || HeadUnit.IsUnitCell(text.AsSpan(cell.Start, cell.Length))))
            return default;
        var line = rows[1].Find(cell => !cell.IsEmpty);
        rows.RemoveAt(1);
        return line;
    }

    private static int HeaderRows(string text, List<List<SourceSpan>> rows, int columns)
    {
        var header = 0;
        while (header < rows.Count - 1 && header < MaxHeaderRows && IsHeader(text, rows, columns, header))
            header++;
        return header;
    }

    private static bool IsHeader(string text, List<List<SourceSpan>> rows, int columns, int row)
    {
        var (filled, numbers) = (0, 0);
        var brackets = true;
        foreach (var cell in rows[row])
        {
            if (cell.IsEmpty)
                continue;
            var words = text.AsSpan(cell.Start, cell.Length);
            filled++;
            brackets &= words[0] is '(' or '（';
            if (CellText.KindOf(words) is CellKind.Number or CellKind.Mark && !CellText.IsYear(words))
                numbers++;
        }

        if (numbers > 0)
            return false;
        // A first row with one cell across the table is its title; the header comes below.
        if (row == 0 || (filled > 1 && Filled(rows[row - 1]) == 1 && row == 1))
            return true;
        return filled > 1 && (brackets || Splits(text, rows, columns, row) || LeadsToSplit(text, rows, columns, row));
    }

    // 就业创业 | | | over 城镇新增就业（人） | | | over 年度任务 | 完成数 | 完成率: the row in between splits nothing, the one below it does.
    private static bool LeadsToSplit(string text, List<List<SourceSpan>> rows, int columns, int row)
    {
        if (!At(rows[row], 0).IsEmpty || row + 1 >= Math.Min(rows.Count - 1, MaxHeaderRows) || !At(rows[row + 1], 0).IsEmpty)
            return false;
        return Filled(rows[row + 1]) > Filled(rows[row]) && rows[row + 1].TrueForAll(cell => cell.IsEmpty || CellText.KindOf(cell.Of(text)) == CellKind.Text) && Splits(text, rows, columns, row + 1);
    }

    /// <summary>The row stands under merged cells: it names columns where the row above is empty or repeats itself.</summary>
    private static bool Splits(string text, List<List<SourceSpan>> rows, int columns, int row)
    {
        for (var column = 1; column < columns; column++)
        {
            var (above, left, own) = (At(rows[row - 1], column), At(rows[row - 1], column - 1), At(rows[row], column));
            if (own.IsEmpty)
                continue;
            if (above.IsEmpty || (!left.IsEmpty && above.Of(text) == left.Of(text) && above.Of(text) != own.Of(text)))
                return true;
        }

        return false;
    }

    private static int Filled(List<SourceSpan> row) => row.Count(cell => !cell.IsEmpty);

    private static SourceSpan At(List<SourceSpan> row, int column) => column < row.Count ? row[column] : default;
}
