namespace Luoshi.Cli.Output;

/// <param name="Right">Numbers stand to the right.</param>
/// <param name="Least">The width it may shrink to on a narrow terminal; 0 when it never shrinks.</param>
internal sealed record TextColumn(string Header, bool Right = false, int Least = 0);

/// <summary>A table for a terminal, aligned by what characters really take there.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <param name="width">Columns of the terminal, or 0 where nothing is to be cut.</param>
    public static void Write(TextWriter writer, IReadOnlyList<TextColumn> columns, IReadOnlyList<string[]> rows, int width)
    {
        var widths = new int[columns.Count];
        for (var i = 0; i < widths.Length; i++)
            widths[i] = Math.Max(DisplayWidth.Of(columns[i].Header), rows.Count == 0 ? 0 : rows.Max(row => DisplayWidth.Of(Plain(row[i]))));
        if (width > 0)
            Shrink(widths, columns, width);
        WriteRow(writer, columns, widths, columns.Select(column => column.Header).ToArray());
        writer.WriteLine(string.Join(Gap, widths.Select(size => new string('-', size))));
        foreach (var row in rows)
            WriteRow(writer, columns, widths, row);
    }

    // The widest column that may shrink gives way first.
    private static void Shrink(int[] widths, IReadOnlyList<TextColumn> columns, int width)
    {
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (columns[i].Least > 0 && widths[i] > columns[i].Least && (widest < 0 || widths[i] > widths[widest]))
                    widest = i;
            }

            if (widest < 0)
                return;
            widths[widest]--;
        }
    }

    private static void WriteRow(TextWriter writer, IReadOnlyList<TextColumn> columns, int[] widths, string[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var text = DisplayWidth.Cut(Plain(row[i]), widths[i]);
            var blanks = new string(' ', widths[i] - DisplayWidth.Of(text));
            writer.Write(columns[i].Right ? blanks + text : i == row.Length - 1 ? text : text + blanks);
            if (i < row.Length - 1)
                writer.Write(Gap);
        }

        writer.WriteLine();
    }

    // A document may hold control characters; a terminal would obey them.
    private static string Plain(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
