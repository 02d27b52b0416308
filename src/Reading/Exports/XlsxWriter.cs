using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Luoshi.Reading.Exports;

/// <summary>
/// A workbook of plain tables, written row by row into the zip: frozen and filtered header, widths, number formats.
/// Text is always an inline string, so that no cell can become a formula.
/// </summary>
public static class XlsxWriter
{
    private const int MostRows = 1_048_576;
    private const int MostText = 32_767;

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Need not seek; stays open.</param>
    public static void Write(Stream stream, IReadOnlyList<ExportSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", XlsxParts.ContentTypes(sheets.Count));
        Part(archive, "_rels/.rels", XlsxParts.Relationships);
        Part(archive, "xl/workbook.xml", XlsxParts.Workbook(sheets));
        Part(archive, "xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships(sheets.Count));
        Part(archive, "xl/styles.xml", XlsxParts.Styles);
        for (var i = 0; i < sheets.Count; i++)
            Sheet(archive, $"xl/worksheets/sheet{i + 1}.xml", sheets[i]);
    }

    private static StreamWriter Open(ZipArchive archive, string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        // The same table gives the same bytes; the format cannot tell a year before 1980.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024);
    }

    private static void Part(ZipArchive archive, string path, string xml)
    {
        using var writer = Open(archive, path);
        writer.Write(xml);
    }

    private static void Sheet(ZipArchive archive, string path, ExportSheet sheet)
    {
        using var writer = Open(archive, path);
        writer.Write(XlsxParts.SheetStart(sheet.Columns));
        Row(writer, 1, sheet.Columns.Select(column => (ExportCell)column.Header), XlsxParts.HeaderStyle);
        var count = 1;
        foreach (var row in sheet.Rows.Take(MostRows - 1))
            Row(writer, ++count, row, XlsxParts.TextStyle, sheet.Locked ? sheet.Columns : []);
        writer.Write("</sheetData>");
        if (sheet.Locked)
            writer.Write("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<autoFilter ref=\"A1:{ColumnName(sheet.Columns.Count)}{count}\"/>{XlsxParts.PageSetup}</worksheet>"));
    }

    private static void Row(StreamWriter writer, int number, IEnumerable<ExportCell> cells, int textStyle, IReadOnlyList<ExportColumn>? locked = null)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        var column = 0;
        foreach (var cell in cells)
        {
            column++;
            var open = column <= locked?.Count && locked[column - 1].Open;
            if (cell.Number is { } value)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{ColumnName(column)}{number}\" s=\"{(open ? XlsxParts.OpenStyle : XlsxParts.NumberStyle(PlainNumber.DecimalPlaces(value)))}\"><v>{PlainNumber.Format(value)}</v></c>"));
            else if (cell.Text is { Length: > 0 } text)
                Text(writer, ColumnName(column), number, text, open ? XlsxParts.OpenStyle : textStyle);
            else if (open)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{ColumnName(column)}{number}\" s=\"{XlsxParts.OpenStyle}\"/>"));
        }

        writer.Write("</row>");
    }

    private static void Text(StreamWriter writer, string column, int row, string text, int style)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
        XlsxParts.Escape(writer, text.Length > MostText ? text.AsSpan(0, MostText) : text);
        writer.Write("</t></is></c>");
    }

    /// <summary>1 → A, 27 → AA.</summary>
    internal static string ColumnName(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / 26)
            name = (char)('A' + ((number - 1) % 26)) + name;
        return name;
    }
}
