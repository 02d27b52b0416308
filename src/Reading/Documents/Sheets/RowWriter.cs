using System.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>Writes lines of text and rows of cells (<c>| 项目 | 目标 |</c>) for the extracted text of a document.</summary>
internal sealed class RowWriter(Source source)
{
    private readonly StringBuilder text = new();

    public bool IsEmpty => text.Length == 0;

    public void Line(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (!line.IsEmpty)
            Close(line);
    }

    /// <summary>An empty line, so that two tables do not run into one.</summary>
    public void Gap()
    {
        if (text.Length > 1 && text[^1] == '\n' && text[^2] != '\n')
            text.Append('\n');
    }

    /// <summary>One row; cells without text become empty cells.</summary>
    public void Row(IReadOnlyList<string?> cells)
    {
        text.Append('|');
        foreach (var cell in cells)
        {
            text.Append(' ');
            AppendCell(cell);
            text.Append(text[^1] == ' ' ? "|" : " |");
        }

        Close([]);
    }

    public override string ToString() => text.ToString();

    private void Close(ReadOnlySpan<char> line)
    {
        text.Append(line).Append('\n');
        if (text.Length > source.Limits.MaxCharacters)
            throw new RefusedException(DocumentRefusals.TextTooLong(source.Name, source.Limits.MaxCharacters));
    }

    private void AppendCell(string? cell)
    {
        foreach (var c in cell.AsSpan().Trim())
        {
            // Line ends part what stands in one cell; bars of any shape would part the cell itself.
            var shown = Glyphs.IsLineEnd(c) || c is '\t' or '\v' or '\f' ? ' ' : c is '|' or '｜' or '│' or '┃' or '¦' ? '/' : c;
            if (shown != ' ' || text[^1] != ' ')
                text.Append(shown);
        }
    }
}
