using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A numbered list of items whose cells were printed one a line, where lines of one cell are apart, merged cells stand before
/// some numbers only and an item may hold several counts: 序号 / 项目内容 / 目标任务 / 责任单位 / 进度 / 完成目标 / (%) / 1 / … .
/// A row is the words in front of its numbers and as many numbers as the header has heads for.
/// </summary>
internal sealed class FlattenedItems(string text, List<Line> lines)
{
    private const int MaxHeader = 16;
    private const int MaxHead = 10;
    private const int MaxCell = 200;
    private const int MaxRows = 2000;

    /// <summary>Cells an item may have at most; a longer one shows that the list is over.</summary>
    private const int MaxItem = 60;

    public bool TryRead(int at, out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (!IsHead(at) || ItemsHeader.Read(text, lines, at, at + MaxHeader, Place) is not { } header)
            return false;
        var rows = new List<SourceSpan[]>();
        var end = header.End;
        for (var next = 1; rows.Count < MaxRows && IsSerial(end, next); next++)
        {
            var stop = NextSerial(end + 1, next + 1);
            var item = new ItemRows(text, header);
            for (var line = end + 1; line < stop; line++)
                item.Take(Place(line));
            if (!item.Finish(last: !IsSerial(stop, next + 1), out var taken))
                break;
            rows.AddRange(item.Rows);
            end += 1 + taken;
            if (IsSerial(stop, next + 1))
                end = stop;
        }

        if (rows.Count < 2 || rows.Count(header.IsWhole) * 3 < rows.Count * 2)
            return false;
        var grid = new List<List<SourceSpan>>(rows.Count + 1) { header.Spans() };
        foreach (var row in rows)
            grid.Add([.. row]);
        after = Math.Min(end, lines.Count);
        table = TableShape.Build(text, grid, flattened: true, headerRows: 1);
        return true;
    }

    private bool IsHead(int at) => at < lines.Count && lines[at].Length <= MaxHead && ItemsHeader.Knows(Place(at).Of(text));

    private int NextSerial(int from, int number)
    {
        var at = from;
        while (at < lines.Count && at - from < MaxItem && lines[at].Length <= MaxCell)
        {
            if (IsSerial(at, number))
                return at;
            at++;
        }

        return at;
    }

    /// <summary>7 or 7*, in front of words.</summary>
    private bool IsSerial(int at, int number)
    {
        if (at + 1 >= lines.Count || lines[at].Length > 6)
            return false;
        var place = Place(at);
        var words = text.AsSpan(place.Start, place.Length).TrimEnd('*');
        if (!int.TryParse(words, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) || value != number)
            return false;
        var next = Place(at + 1);
        return CellText.KindOf(text.AsSpan(next.Start, next.Length)) == CellKind.Text;
    }

    private SourceSpan Place(int line) => FlattenedCells.Place(text, lines[line]);
}
