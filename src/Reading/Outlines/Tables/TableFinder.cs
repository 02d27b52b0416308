using System.Diagnostics.CodeAnalysis;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Tries the three shapes in which tables are printed.</summary>
internal sealed class TableFinder(string text, List<Line> lines)
{
    private readonly FlattenedTable flattened = new(text, lines);

    /// <param name="after">The line behind the table.</param>
    public bool TryRead(int at, [NotNullWhen(true)] out Table? table, out int after) =>
        PipedTable.TryRead(text, lines, at, out table, out after)
        || AlignedTable.TryRead(text, lines, at, out table, out after)
        || flattened.TryRead(at, out table, out after);
}
