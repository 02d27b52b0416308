using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>A workbook in the format of Excel 97 to 2003.</summary>
internal static class XlsReader
{
    public static Outcome<SourceDocument> Read(Source source)
    {
        // Such files name a code page; registered only when one is read.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            MemoryMarshal.TryGetArray(source.Bytes, out var array);
            using var stream = array.Array is null ? new MemoryStream(source.Bytes.ToArray(), writable: false) : new MemoryStream(array.Array, array.Offset, array.Count, writable: false);
            using var reader = ExcelReaderFactory.CreateBinaryReader(stream);
            return Workbook(reader, source);
        }
        catch (InvalidPasswordException)
        {
            return DocumentRefusals.Encrypted(source.Name);
        }
        catch (Exception broken) when (broken is not RefusedException and not OutOfMemoryException)
        {
            // A damaged file can break this package's reader in any way; none of them is ours.
            return DocumentRefusals.Broken(source.Name, "xls");
        }
    }

    private static SourceDocument Workbook(IExcelDataReader reader, Source source)
    {
        var writer = new RowWriter(source);
        var notices = new List<DocumentNotice>();
        do
        {
            if (reader.VisibleState is "hidden" or "veryhidden")
                notices.Add(DocumentNotices.HiddenSheet(reader.Name));
            else
                Sheet(reader, source, writer);
        }
        while (reader.NextResult());

        // Workbooks of both generations are one kind for whoever reads the figures.
        return new SourceDocument(source.Name, DocumentFormat.Xlsx, "utf-16le", writer.ToString(), notices);
    }

    private static void Sheet(IExcelDataReader reader, Source source, RowWriter writer)
    {
        var grid = new Grid(source) { Caption = XlsxReader.CaptionOf(reader.Name) };
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            grid.NextRow();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (TextOf(reader, column) is { Length: > 0 } text)
                    grid.PutAt(column, text);
            }
        }

        foreach (var merge in reader.MergeCells ?? [])
        {
            if (merge.FromRow >= 0 && merge.FromRow < rows && merge.ToColumn >= merge.FromColumn && merge.ToRow >= merge.FromRow)
                grid.Cover(merge.FromRow, merge.FromColumn, Math.Min(merge.ToColumn, merge.FromColumn + 255) - merge.FromColumn + 1, Math.Min(merge.ToRow, rows - 1) - merge.FromRow + 1);
        }

        grid.WriteTo(writer);
    }

    private static string? TextOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "是" : "否",
        DateTime day => CellFormats.Show(day.ToOADate().ToString("R", CultureInfo.InvariantCulture), reader.GetNumberFormatString(column) ?? "yyyy/m/d", date1904: false),
        IFormattable number => CellFormats.Show(number.ToString(null, CultureInfo.InvariantCulture), reader.GetNumberFormatString(column), date1904: false),
        var other => other.ToString(),
    };
}
