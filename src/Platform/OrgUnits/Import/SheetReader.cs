using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>The first sheet of an .xlsx or .xls file, or a .csv in UTF-8 or GB18030, as trimmed texts.</summary>
public static class SheetReader
{
    /// <summary>Larger files are refused.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;
    private const long MaxUnpacked = 200 * 1024 * 1024;
    private const int MaxRows = 20_000;

    internal static readonly Refusal TooLarge = new("sheet.too_large", "文件过大：最多 20 MB、2 万行。请拆成几份导入。", "The file is too large: at most 20 MB and 20,000 rows. Please import it in parts.");
    private static readonly Refusal Unreadable = new("sheet.unreadable", "文件读不出来：请用 .xlsx、.xls 或 .csv，且不要加密。", "The file cannot be read: use .xlsx, .xls or .csv without a password.");

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Rows of cells; an empty row stays, so that a row's place is its number.</summary>
    public static Outcome<List<string[]>> Read(byte[] content, string fileName)
    {
        if (content.LongLength > MaxBytes || IsBomb(content))
            return TooLarge;
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var reader = fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? ExcelReaderFactory.CreateCsvReader(stream, new ExcelReaderConfiguration { FallbackEncoding = CsvEncoding(content), AutodetectSeparators = [',', '\t', ';'] })
                : ExcelReaderFactory.CreateReader(stream);
            var rows = new List<string[]>();
            while (reader.Read())
            {
                if (rows.Count == MaxRows)
                    return TooLarge;
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))]);
            }

            return rows;
        }
        catch (Exception)
        {
            // The readers throw whatever broken bytes make them throw; a person only needs to know that the file is no table.
            return Unreadable;
        }
    }

    private static string Text(object? cell) => cell is DateTime { TimeOfDay.Ticks: 0 } day
        ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)?.Trim() ?? "";

    private static bool IsBomb(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
            return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            return zip.Entries.Sum(entry => entry.Length) > MaxUnpacked;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Encoding CsvEncoding(byte[] content)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(content);
            return Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding("GB18030");
        }
    }
}
