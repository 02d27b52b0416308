using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Puts the cells of one item into rows: name, unit, and the numbers in the order of the header.</summary>
internal sealed class ItemRows(string text, ItemsHeader header)
{
    private const int Name = 0;
    private const int Unit = 1;
    private const int First = 2;
    private const int LongestName = 60;

    private readonly List<SourceSpan[]> rows = [];
    private SourceSpan[] row = new SourceSpan[header.Figures.Count + First + 1];
    private SourceSpan told;
    private int filled;
    private int seen;
    private int lastNumber;

    public IReadOnlyList<SourceSpan[]> Rows => rows;

    public void Take(SourceSpan cell)
    {
        seen++;
        var words = text.AsSpan(cell.Start, cell.Length);
        switch (CellText.KindOf(words))
        {
            case CellKind.Number:
                TakeNumber(cell);
                break;
            case CellKind.Text:
                TakeWords(cell, words);
                break;
            default:
                // An empty cell among the numbers keeps its place.
                if (filled > 0 && filled < header.Figures.Count)
                    filled++;
                else if (filled > 0)
                    Close();
                break;
        }
    }

    /// <summary>False when the item holds nothing that fits. <paramref name="taken"/>: how many of its cells belong to the table.</summary>
    public bool Finish(bool last, out int taken)
    {
        if (filled > 0)
            Close();
        else if (rows.Count == 0 && !told.IsEmpty && !row[Name].IsEmpty)
            Tell();
        taken = last ? Math.Min(seen, lastNumber + (header.Note.IsEmpty ? 0 : 1)) : seen;
        return rows.Count > 0 || !last;
    }

    private void TakeNumber(SourceSpan cell)
    {
        if (filled == header.Figures.Count)
            return;
        // The note of the row above was empty and is lost: these words name a row of their own.
        if (row[Name].IsEmpty && rows.Count > 0)
            (row[Name], rows[^1][^1]) = (rows[^1][^1], default);
        if (row[Name].IsEmpty)
            return;
        // A percentage stands under the head of percentages, also where cells in front of it are lost.
        var percent = text[cell.End - 1] is '%' or '％';
        while (percent && filled + 1 < header.Figures.Count && !IsPercent(header.Figures[filled].Role))
            filled++;
        row[First + filled++] = cell;
        lastNumber = seen;
    }

    private void TakeWords(SourceSpan cell, ReadOnlySpan<char> words)
    {
        if (filled == header.Figures.Count)
        {
            if (!header.Note.IsEmpty)
                row[^1] = cell;
            Close();
            if (!header.Note.IsEmpty)
                return;
        }

        if (filled > 0)
            return;
        if (!row[Name].IsEmpty && HeadUnit.IsUnit(words))
        {
            row[Unit] = cell;
            return;
        }

        // 新增城镇就业 / 人社局 / 8950: who answers for it is no name of it.
        if (header.HasBody && !row[Name].IsEmpty && TaskTable.IsBody(words))
            return;
        // 促进就业创业 / 城镇新增就业（人）: the words next to the numbers name them; a sentence with numbers tells what was done.
        if (!row[Name].IsEmpty && words.ContainsAnyInRange('0', '9') && words.IndexOfAny("，,。；") >= 0)
            told = cell;
        else if (told.IsEmpty && (row[Name].IsEmpty || words.Length <= LongestName))
            row[Name] = cell;
    }

    private void Close()
    {
        if (!row[Name].IsEmpty)
            rows.Add(row);
        (row, filled, told) = (new SourceSpan[header.Figures.Count + First + 1], 0, default);
    }

    private void Tell()
    {
        for (var i = 0; i < header.Figures.Count; i++)
        {
            if (header.Figures[i].Role == ColumnRole.Actual)
                row[First + i] = told;
        }

        rows.Add(row);
    }

    private static bool IsPercent(ColumnRole role) => role is ColumnRole.OfPlan or ColumnRole.Rate or ColumnRole.Share;
}
