using System.Text;

namespace Luoshi.Reading.Exports;

/// <summary>
/// Comma-separated values as RFC 4180 has them, in UTF-8 with a byte order mark (without it Excel takes Chinese for another encoding).
/// Text that a spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public static class CsvWriter
{
    /// <param name="header">False for the second and later parts of one stream: neither mark nor header is repeated.</param>
    public static void Write(Stream stream, ExportSheet sheet, bool header = true)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: header), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        if (header)
            WriteLine(writer, sheet.Columns.Select(column => (ExportCell)column.Header));
        foreach (var row in sheet.Rows)
            WriteLine(writer, row);
    }

    private static void WriteLine(StreamWriter writer, IEnumerable<ExportCell> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                writer.Write(',');
            first = false;
            if (cell.Number is { } number)
                writer.Write(PlainNumber.Format(number));
            else if (cell.Text is { Length: > 0 } text)
                WriteText(writer, text);
        }

        writer.WriteLine();
    }

    private static void WriteText(StreamWriter writer, string text)
    {
        var disarm = IsFormula(text);
        if (!disarm && text.AsSpan().IndexOfAny("\",\r\n") < 0)
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        if (disarm)
            writer.Write('\'');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    // Full-width signs are included: some spreadsheets fold them before they look.
    private static bool IsFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
