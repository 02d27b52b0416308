using System.Diagnostics.CodeAnalysis;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Tries the shapes in which tables are printed.</summary>
internal sealed class TableFinder(string text, List<Line> lines)
{
    private readonly FlattenedTable flattened = new(text, lines);
    private readonly FlattenedItems items = new(text, lines);

    // A line is asked about twice: once as what stands under a caption, once for itself.
    private int noTableAt = -1;

    /// <param name="after">The line behind the table.</param>
    public bool TryRead(int at, [NotNullWhen(true)] out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (at == noTableAt)
            return false;
        if (PipedTable.TryRead(text, lines, at, out table, out after)
            || SpacedTable.TryRead(text, lines, at, out table, out after)
            || TaskTable.TryRead(text, lines, at, out table, out after)
            || AlignedTable.TryRead(text, lines, at, out table, out after)
            || FlattenedBlocks.TryRead(text, lines, at, out table, out after)
            || flattened.TryRead(at, out table, out after)
            || items.TryRead(at, out table, out after))
        {
            table = table is null ? null : StageRows.Turn(text, table);
            return table is not null;
        }

        noTableAt = at;
        return false;
    }
}
