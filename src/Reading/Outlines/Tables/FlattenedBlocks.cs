using System.Diagnostics.CodeAnalysis;
using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table whose cells were printed one a line with a blank line behind each row: the rows of heads, then the rows of the table, each a
/// name and its numbers.
/// </summary>
internal static class FlattenedBlocks
{
    private const int LongestHead = 24;
    private const int LongestName = 30;
    private const int MostHeads = 60;
    private const int MostLevels = 4;
    private const int MostCells = 40;
    private const int FewestRows = 2;

    public static bool TryRead(string text, List<Line> lines, int at, [NotNullWhen(true)] out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (at + 1 >= lines.Count || lines[at + 1].AfterGap || (at > 0 && !lines[at].AfterGap))
            return false;
        var levels = new List<List<HeadCell>>();
        var (next, heads) = (at, 0);
        while (Heads(text, lines, next, out var end) is { } level)
        {
            heads += level.Count;
            if (heads > MostHeads || (levels.Count == 0 && level.Count < 2))
                return false;
            // 市人社局 / 市住建局 in a row of its own: who answers for the columns.
            if (!level.TrueForAll(FlattenedLevels.IsBody))
                levels.Add(level);
            next = end;
        }

        if (levels.Count is 0 or > MostLevels)
            return false;
        var rows = new List<List<SourceSpan>>();
        while (Row(text, lines, next, out var end) is { } row)
        {
            rows.Add(row);
            next = end;
        }

        if (rows.Count < FewestRows)
            return false;
        after = next;
        table = Build(text, levels, rows);
        return table is not null;
    }

    private static Table? Build(string text, List<List<HeadCell>> levels, List<List<SourceSpan>> rows)
    {
        var words = rows.ConvertAll<IReadOnlyList<string>>(row => row.ConvertAll(cell => cell.Of(text)));
        var width = words.Max(row => row.Count);
        if (HeadSearch.Find(levels, new HeadBody(width, words)) is not { Score: > 0 } heads)
            return null;
        if (new RowFitter(heads.Columns()).Fit(words, words.FindIndex(row => TotalRow.Names(row[0]))) is not { } fitted)
            return null;
        var grid = heads.Rows();
        for (var row = 0; row < rows.Count; row++)
        {
            var laid = new List<SourceSpan>(new SourceSpan[width]);
            for (var i = 0; i < fitted[row].Length; i++)
                laid[fitted[row][i]] = rows[row][i];
            grid.Add(laid);
        }

        return TableShape.Build(text, grid, flattened: true, headerRows: levels.Count);
    }

    /// <summary>The heads between two blank lines; null where the lines are none.</summary>
    private static List<HeadCell>? Heads(string text, List<Line> lines, int at, out int end)
    {
        var level = new List<HeadCell>();
        for (end = at; end < lines.Count && (end == at || !lines[end].AfterGap); end++)
        {
            var place = FlattenedCells.Place(text, lines[end]);
            var words = place.Of(text);
            if (level.Count == MostHeads || words.Length is 0 or > LongestHead || CellText.KindOf(words) != CellKind.Text || IsSentence(words))
                return null;
            level.Add(new HeadCell(place, words));
        }

        return level.Count == 0 ? null : level;
    }

    /// <summary>A name and numbers between two blank lines; null where the lines are none.</summary>
    private static List<SourceSpan>? Row(string text, List<Line> lines, int at, out int end)
    {
        var row = new List<SourceSpan>();
        var numbers = 0;
        for (end = at; end < lines.Count && (end == at || !lines[end].AfterGap); end++)
        {
            var place = FlattenedCells.Place(text, lines[end]);
            if (row.Count == MostCells || place.Length is 0 or > LongestName)
                return null;
            var kind = CellText.KindOf(place.Of(text));
            if (kind == CellKind.Text && IsSentence(place.Of(text)))
                return null;
            numbers += kind is CellKind.Number ? 1 : 0;
            row.Add(place);
        }

        return numbers >= 2 && row.Exists(cell => CellText.KindOf(cell.Of(text)) == CellKind.Text) ? row : null;
    }

    private static bool IsSentence(string words) => words[^1] is '。' or '；' or ';' or '：' or ':' or '，' or ',' or '、';
}
