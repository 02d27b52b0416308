using System.Globalization;
using System.Text;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>
/// A table with merged cells, laid out so that columns stay in line. Of a merged cell the text stands at its first place; besides,
/// a header over several columns is repeated over each of them, and a label beside several rows in each of them.
/// Figures are never repeated.
/// </summary>
internal sealed class Grid(Source source)
{
    private readonly List<List<string?>> rows = [];
    private readonly Dictionary<(int Row, int Column), Merge> covered = [];
    private int cells;

    public string? Caption { get; set; }

    public void NextRow() => rows.Add([]);

    /// <summary>Adds a cell at the next free place of the last row.</summary>
    public void Add(string? text, int columns = 1, int rowSpan = 1)
    {
        var row = rows.Count - 1;
        var column = rows[row].Count;
        while (covered.ContainsKey((row, column)))
            column++;
        Put(row, column, text);
        if (columns > 1 || rowSpan > 1)
            Cover(row, column, columns, rowSpan);
    }

    /// <summary>Puts a cell at a column of the last row; earlier columns that are missing stay empty.</summary>
    public void PutAt(int column, string? text) => Put(rows.Count - 1, column, text);

    /// <summary>Covers the places of a merged cell whose text stands at its first place.</summary>
    public void Cover(int row, int column, int columns, int rowSpan)
    {
        Count((long)columns * rowSpan);
        var merge = new Merge(row, column, columns, rowSpan);
        for (var r = row; r < row + rowSpan; r++)
        {
            for (var c = column; c < column + columns; c++)
                covered[(r, c)] = merge;
        }

        // The row a merged cell starts in is as wide as the cell.
        if (row < rows.Count)
        {
            while (rows[row].Count < column + columns)
                rows[row].Add(null);
        }
    }

    public void WriteTo(RowWriter writer)
    {
        writer.Gap();
        if (Caption is { Length: > 0 })
            writer.Line(Caption);
        var width = Width();
        var header = HeaderRows();
        for (var row = 0; row < rows.Count; row++)
        {
            if (width > 1 && OnlyText(row) is { } line && (row < header || row == rows.Count - 1 || IsMergedOver(row, width)))
                writer.Line(line);
            else if (rows[row].Exists(c => !string.IsNullOrWhiteSpace(c)))
                writer.Row(Filled(row, width, isHeader: row < header));
        }

        writer.Gap();
    }

    /// <summary>All cell texts in reading order, for a table that stands inside a cell of another.</summary>
    public string Words()
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                if (!string.IsNullOrWhiteSpace(cell))
                    text.Append(text.Length > 0 ? " " : "").Append(cell.AsSpan().Trim());
            }
        }

        return text.ToString();
    }

    private void Put(int row, int column, string? text)
    {
        Count(1);
        var line = rows[row];
        while (line.Count <= column)
            line.Add(null);
        line[column] = text;
    }

    private void Count(long more)
    {
        if (cells + more > source.Limits.MaxCells)
            throw new RefusedException(DocumentRefusals.TooManyCells(source.Name, source.Limits.MaxCells));
        cells += (int)more;
    }

    /// <summary>Up to the last column that has text or is under a merged header.</summary>
    private int Width()
    {
        var width = 0;
        foreach (var row in rows)
            width = Math.Max(width, row.FindLastIndex(c => !string.IsNullOrWhiteSpace(c)) + 1);
        return width;
    }

    /// <summary>Rows above the first one that has a number for a cell.</summary>
    private int HeaderRows()
    {
        var first = rows.FindIndex(row => row.Exists(c => IsNumber(c) && !IsYear(c)));
        return first < 0 ? Math.Min(1, rows.Count) : first;
    }

    private string?[] Filled(int row, int width, bool isHeader)
    {
        var filled = new string?[width];
        for (var column = 0; column < width; column++)
        {
            var own = column < rows[row].Count ? rows[row][column] : null;
            filled[column] = string.IsNullOrWhiteSpace(own) && covered.TryGetValue((row, column), out var merge) ? Repeated(merge, row, column, isHeader) : own;
        }

        return filled;
    }

    private string? Repeated(Merge merge, int row, int column, bool isHeader)
    {
        var text = merge.Column < rows[merge.Row].Count ? rows[merge.Row][merge.Column] : null;
        if (text is null)
            return null;
        if (isHeader)
            return row == merge.Row ? text : null;
        return column == merge.Column && !text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAnyInRange('０', '９') ? text : null;
    }

    /// <summary>The only text of a row that has just one and has it in its first column, or null.</summary>
    private string? OnlyText(int row)
    {
        string? only = null;
        foreach (var cell in rows[row])
        {
            if (string.IsNullOrWhiteSpace(cell))
                continue;
            if (only is not null)
                return null;
            only = cell;
        }

        return only is not null && rows[row].FindIndex(c => !string.IsNullOrWhiteSpace(c)) == 0 && !IsNumber(only) ? only : null;
    }

    private bool IsMergedOver(int row, int width) => covered.TryGetValue((row, 0), out var merge) && merge.Row == row && merge.Columns >= width;

    private static bool IsNumber(string? cell) =>
        !string.IsNullOrWhiteSpace(cell) && decimal.TryParse(cell.AsSpan().Trim().TrimEnd("%％"), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    /// <summary>2023 over a column is a heading.</summary>
    private static bool IsYear(string? cell) => cell is { Length: 4 } && cell[0] is '1' or '2' && cell[1] is '9' or '0';

    private readonly record struct Merge(int Row, int Column, int Columns, int Rows);
}
