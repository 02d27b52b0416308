using System.Text;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>Values parted by commas, semicolons or tabs; quotes may hold separators, line ends and doubled quotes.</summary>
internal static class CsvReader
{
    private const int SampleLength = 4096;

    public static string Read(string text, Source source)
    {
        var writer = new RowWriter(source);
        var separator = SeparatorOf(text);
        var cells = new List<string?>();
        var cell = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            at = ReadCell(text, at, separator, cell);
            cells.Add(cell.ToString());
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at < text.Length)
                    continue;
                cells.Add(null);
            }

            Flush(writer, cells);
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }

        return writer.ToString();
    }

    private static void Flush(RowWriter writer, List<string?> cells)
    {
        if (cells.TrueForAll(string.IsNullOrWhiteSpace))
            writer.Gap();
        else if (cells.Count > 1 && cells.TrueForAll(c => string.IsNullOrWhiteSpace(c) || ReferenceEquals(c, cells[0])) && !char.IsAsciiDigit(cells[0]![^1]))
            // A title or a note in the first column, with the rest of the row left empty.
            writer.Line(cells[0]);
        else
            writer.Row(cells);
        cells.Clear();
    }

    /// <summary>Reads one cell and returns the offset of the separator or line end behind it.</summary>
    private static int ReadCell(string text, int at, char separator, StringBuilder cell)
    {
        cell.Clear();
        if (text[at] == '"')
        {
            at++;
            while (at < text.Length)
            {
                var quote = text.IndexOf('"', at);
                if (quote < 0)
                    quote = text.Length;
                cell.Append(text, at, quote - at);
                at = quote + 1;
                if (at >= text.Length || text[at] != '"')
                    break;
                cell.Append('"');
                at++;
            }

            at = Math.Min(at, text.Length);
        }

        // Unquoted, or what a careless writer put behind the closing quote.
        var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        end = end < 0 ? text.Length : at + end;
        cell.Append(text, at, end - at);
        return end;
    }

    /// <summary>Whichever separator the beginning has most of.</summary>
    private static char SeparatorOf(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var (commas, tabs, semicolons) = (start.Count(','), start.Count('\t'), start.Count(';'));
        return tabs >= commas && tabs >= semicolons && tabs > 0 ? '\t' : semicolons > commas ? ';' : ',';
    }
}
