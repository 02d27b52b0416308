using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Rows that merged cells of their own (合计 | 120 | 96 | 80.0%) are moved under the heads of their numbers.</summary>
internal static class MergedRows
{
    /// <summary>A row whose cells in front of the numbers were merged has its first number under the first head of numbers.</summary>
    /// <param name="count">How many rows of heads begin at <paramref name="head"/>.</param>
    public static void Align(string text, List<List<SourceSpan>> rows, int head, int count)
    {
        var columns = rows[head].Count;
        var heads = Enumerable.Range(0, columns).Select(column => new HeadCell(default, HeadOf(text, rows, head, count, column))).ToList();
        var figures = heads.FindIndex(cell => cell.OfWords != ColumnRole.Serial && cell.HoldsNumbers);
        if (figures < 0)
            figures = Math.Max(0, rows[head + count - 1].FindIndex(cell => !cell.IsEmpty));
        var label = heads.FindLastIndex(Math.Max(0, figures - 1), Math.Max(0, figures), cell => cell.OfWords == ColumnRole.Label && cell.Words.Contains("名称", StringComparison.Ordinal));
        foreach (var row in rows.Skip(head + count))
        {
            var number = row.FindIndex(cell => CellText.KindOf(cell.Of(text)) == CellKind.Number);
            if (number > 0 && number < figures && row.Count <= columns - (figures - number) && CellText.KindOf(row[number - 1].Of(text)) == CellKind.Text)
            {
                // 一、水利 | 水利6个项目合计 | 3250: the words next to the numbers are the row's name.
                var name = number > 1 && label >= number ? number - 1 : number;
                row.InsertRange(number, new SourceSpan[figures - (name < number ? label + 1 : number)]);
                row.InsertRange(name, new SourceSpan[name < number ? label - name : 0]);
            }
        }
    }

    private static string HeadOf(string text, List<List<SourceSpan>> rows, int head, int count, int column)
    {
        var level = head + count - 1;
        while (level > head && rows[level][column].IsEmpty)
            level--;
        return rows[level][column].Of(text);
    }
}
