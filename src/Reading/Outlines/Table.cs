using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines;

/// <summary>One cell of a table, wherever its text stands.</summary>
/// <param name="Span">Clean span of its trimmed text; empty for an empty cell.</param>
public readonly record struct Cell(int Row, int Column, SourceSpan Span);

/// <summary>A table of the document, from whatever shape it was printed in.</summary>
/// <param name="Cells">Row by row, then column by column; lost cells of flattened rows stay empty.</param>
/// <param name="HeaderRows">Rows at the top that name the columns.</param>
/// <param name="Caption">Clean span of its caption or of the heading that names it; may be empty.</param>
public sealed record Table(IReadOnlyList<Cell> Cells, int Rows, int Columns, int HeaderRows, SourceSpan Caption, bool Flattened)
{
    public Cell this[int row, int column] => Cells[(row * Columns) + column];

    /// <summary>Clean span of the line that gives one unit for the whole table (单位：万元、个), or empty.</summary>
    public SourceSpan UnitLine { get; init; }

    /// <summary>It was printed with a row for each stage (年度计划, 实际完成, 完成率) of a thing, and is laid out with a column for each: the words beside a row may stand in several.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The column that holds what stood over the columns of a turned table, where these were places; else -1.</summary>
    public int PlaceColumn { get; init; } = -1;
}
