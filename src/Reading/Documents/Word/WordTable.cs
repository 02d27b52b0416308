using System.Text;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents.Word;

/// <summary>Lays a Word table into a grid while it is read: cells may span columns and continue the cell above.</summary>
internal sealed class WordTable(Grid grid)
{
    private const int WidestSpan = 200;

    private readonly StringBuilder text = new();

    // Per column: where a cell that reaches down started, and how far it has come.
    private readonly Dictionary<int, (int Row, int Columns, int Rows)> reaching = [];
    private int row = -1;
    private int column;
    private int columns;
    private bool? restarts;
    private bool open;

    public void NextRow()
    {
        CloseCell();
        grid.NextRow();
        row++;
        column = 0;
    }

    public void Skip(int count) => column += Math.Clamp(count, 0, WidestSpan);

    public void NextCell()
    {
        CloseCell();
        (open, columns, restarts) = (row >= 0, 1, null);
        text.Clear();
    }

    public void Columns(int count) => columns = Math.Clamp(count, 1, WidestSpan);

    public void MergeDown(bool isFirst) => restarts = isFirst;

    public void Text(string paragraph)
    {
        if (text.Length > 0 && paragraph.Length > 0)
            text.Append(' ');
        text.Append(paragraph);
    }

    public void End()
    {
        CloseCell();
        foreach (var (at, cell) in reaching)
            Cover(at, cell);
    }

    private void CloseCell()
    {
        if (!open)
            return;
        open = false;
        if (restarts is false && reaching.TryGetValue(column, out var above))
        {
            reaching[column] = above with { Rows = above.Rows + 1 };
        }
        else
        {
            if (reaching.Remove(column, out var ended))
                Cover(column, ended);
            grid.PutAt(column, text.ToString());
            if (restarts is true)
                reaching[column] = (row, columns, 1);
            else if (columns > 1)
                grid.Cover(row, column, columns, 1);
        }

        column += columns;
    }

    private void Cover(int at, (int Row, int Columns, int Rows) cell)
    {
        if (cell.Rows > 1 || cell.Columns > 1)
            grid.Cover(cell.Row, at, cell.Columns, cell.Rows);
    }
}
