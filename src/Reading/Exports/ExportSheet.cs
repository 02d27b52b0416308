namespace Luoshi.Reading.Exports;

/// <summary>A column of a table that leaves the program.</summary>
/// <param name="Width">In characters of a spreadsheet; a Chinese character counts two.</param>
/// <param name="Open">In a locked sheet: the column people fill in.</param>
public sealed record ExportColumn(string Header, int Width, bool Open = false);

/// <summary>One cell: text or a number, or nothing. Text is never read as a formula, whatever it starts with.</summary>
public readonly struct ExportCell
{
    private ExportCell(string? text, decimal? number)
    {
        Text = text;
        Number = number;
    }

    public string? Text { get; }

    public decimal? Number { get; }

    public static implicit operator ExportCell(string? text) => new(text, number: null);

    public static implicit operator ExportCell(decimal number) => new(text: null, number);

    public static implicit operator ExportCell(decimal? number) => new(text: null, number);

    public static implicit operator ExportCell(int number) => new(text: null, number);
}

/// <summary>A named table. Rows are pulled one by one, so that a sheet of any length takes little memory.</summary>
public sealed record ExportSheet(string Name, IReadOnlyList<ExportColumn> Columns, IEnumerable<IReadOnlyList<ExportCell>> Rows)
{
    /// <summary>Spreadsheets let people change the open columns alone. It keeps honest hands from slipping, nothing more: whoever reads the sheet back checks it.</summary>
    public bool Locked { get; init; }
}
