using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Reading;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>A table as it was uploaded: headers, and rows of cells under them.</summary>
internal sealed record SheetTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public const int MostRows = 5_000;

    /// <summary>Each row's number as the file counts them; empty where it is not known.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>What stands above the headers, where something does: 海岳市2026年市办实事任务分解表.</summary>
    public string? Title { get; init; }

    /// <summary>The biggest table of the file, whatever the file is: Excel, CSV, Word or a page.</summary>
    public static Outcome<SheetTable> Read(ReadOnlyMemory<byte> bytes, string name)
    {
        // A spreadsheet is read cell by cell; whatever else holds a table, or hides it on a later sheet, by its text.
        var rows = Cells(bytes, name);
        if (rows.Count < 2 || ColumnNames.Guess(rows[Head(rows)]).Count(f => f != SheetField.Ignore) < 2)
        {
            if (!LuoshiReader.Read(bytes, name).TryGet(out var reading, out var refusal))
                return refusal;
            rows = Biggest(reading.Document.Text);
        }

        if (rows.Count < 2)
            return new Refusal("import.no_table", "文件里没有找到表格。请上传 Excel、CSV 或含表格的 Word 文件。", "No table was found in the file. Upload Excel, CSV, or Word with a table.");
        if (rows.Count > MostRows)
            return new Refusal("import.too_many_rows", $"表格超过{MostRows}行，请分批导入。", $"The table has more than {MostRows} rows; import it in parts.");
        var head = Head(rows);
        var filled = Enumerable.Range(head + 1, rows.Count - head - 1).Where(r => rows[r].Any(c => c.Length > 0)).ToArray();
        return new SheetTable(rows[head], [.. filled.Select(r => rows[r])]) { Numbers = [.. filled.Select(r => r + 1)], Title = rows.Take(head).SelectMany(r => r).FirstOrDefault(c => c.Length > 0) };
    }

    private static List<IReadOnlyList<string>> Cells(ReadOnlyMemory<byte> bytes, string name)
    {
        if (!new[] { ".xlsx", ".xls", ".csv" }.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || !SheetReader.Read(bytes.ToArray(), name).TryGet(out var rows, out _))
            return [];
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Length);
        return [.. rows.Select(r => (IReadOnlyList<string>)[.. r, .. Enumerable.Repeat("", width - r.Length)])];
    }

    /// <summary>Extracted text writes a table as rows of cells between bars; blank lines inside a sheet do not part it, other widths do.</summary>
    private static List<IReadOnlyList<string>> Biggest(string text)
    {
        var rows = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 1 && l[0] == '|' && l[^1] == '|')
            .Select(l => (IReadOnlyList<string>)[.. l[1..^1].Split('|').Select(c => CellText.Broken(c.Trim()))]).ToList();
        return rows.GroupBy(r => r.Count).MaxBy(g => g.Count() * g.Key)?.ToList() ?? [];
    }

    /// <summary>The row that names the most columns; titles and notes above it are left out.</summary>
    private static int Head(List<IReadOnlyList<string>> rows) =>
        Enumerable.Range(0, Math.Min(10, rows.Count)).MaxBy(r => ColumnNames.Guess(rows[r]).Count(f => f != SheetField.Ignore));
}
