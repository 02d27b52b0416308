using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table whose cells were printed one a line. Rows are found by their names, lost empty cells by what closes.
/// Each run of short lines is looked at once, so that any text is read in linear time.
/// </summary>
internal sealed class FlattenedTable(string text, List<Line> lines)
{
    private const int MaxCell = 24;
    private const int MaxLongCell = 200;
    private const int MinRun = 8;
    private const int MaxRun = 4000;
    private const int MaxColumns = 40;
    private const int MaxLost = 4;
    private const int RowsAsked = 8;
    private const int MaxAbove = 8;
    private const int LongestHead = 8;

    // A line is asked about as the start of a table from the lines above it as well.
    private readonly Dictionary<(int Start, int End), (Table? Table, int After)> read = [];

    private int lookedUntil;

    public bool TryRead(int at, out Table? table, out int after)
    {
        table = null;
        after = at;
        if (at < lookedUntil || !IsCell(at))
            return false;
        var end = RunEnd(at);
        // A signature, a date and a heading may stand right above the header: a few more starts are worth a try, and the head of serial numbers.
        var serial = SerialHead(at, end);
        // Behind that head stands no other header: without their numbers its rows could not be told apart.
        for (var start = at; start < end && start <= (serial < 0 ? at + 2 : serial) && end - start >= MinRun; start++)
        {
            if ((start > at + 2 && start < serial) || IsCaption(start) || Read(start, end, out after) is not { } found)
                continue;
            if (start > at)
            {
                // The lines above are taken as what they are; the table is met again at its own start.
                lookedUntil = start;
                after = at;
                return false;
            }

            table = found;
            return true;
        }

        // The last line of those set apart by blank lines may be the first of those that touch.
        lookedUntil = end < lines.Count && end - at > 1 && lines[at + 1].AfterGap && !lines[end].AfterGap ? end - 1 : end;
        after = at;
        return false;
    }

    /// <summary>表1 全县生产总值及其增长速度 and 全县民生工程完成情况表(二) stand above the heads and are none.</summary>
    private bool IsCaption(int at)
    {
        var line = lines[at].Of(text);
        if (line.Length < 5)
            return false;
        if (Captions.IsUnitLine(line))
            return true;
        return (line[0] == '表' && char.IsAsciiDigit(line[1])) || (line.Length > LongestHead && line.TrimEnd("()（）一二三四五六七八九十0123456789").EndsWith('表'));
    }

    private int SerialHead(int at, int end)
    {
        for (var head = at; head < end && head - at < MaxAbove; head++)
        {
            if (lines[head].Length <= 4 && ColumnHead.RoleOfWords(Place(head).Of(text)) == ColumnRole.Serial)
                return head;
        }

        return -1;
    }

    private bool IsBarred(int at) => text[lines[at].End - 1] is '|' or '｜';

    private bool IsCell(int at) => IsLine(at) && lines[at].Length <= MaxCell;

    private bool IsLine(int at) => text[lines[at].End - 1] is not ('。' or '；' or ';' or '：' or ':' or '，' or ',' or '、');

    /// <summary>Behind a header that numbers its rows a cell may hold a sentence.</summary>
    private bool IsLongCell(int at) => lines[at].Length <= MaxLongCell;

    /// <summary>The run keeps one rhythm: all its lines touch, or all are set apart by blank lines.</summary>
    private int RunEnd(int at)
    {
        var end = at + 1;
        var gap = end < lines.Count && lines[end].AfterGap;
        var numbered = ColumnHead.RoleOfWords(Place(at).Of(text)) == ColumnRole.Serial;
        // A bar behind a sentence shows that it is a cell, too.
        var barred = IsBarred(at);
        while (end < lines.Count && end - at < MaxRun && (lines[end].AfterGap == gap || (numbered && IsTotal(end))) && (IsCell(end) || ((numbered || (barred && IsBarred(end))) && end - at > 3 && IsLongCell(end))))
            end++;
        return end;
    }

    /// <summary>The empty cells of a total row leave blank lines in front of its number.</summary>
    private bool IsTotal(int at) => TotalRow.Names(Place(at - 1).Of(text)) && CellText.KindOf(Place(at).Of(text)) == CellKind.Number;

    private Table? Read(int start, int end, out int after)
    {
        if (read.TryGetValue((start, end), out var known))
        {
            after = known.After;
            return known.Table;
        }

        var table = ReadRun(start, end, out after);
        read[(start, end)] = (table, after);
        return table;
    }

    private Table? ReadRun(int start, int end, out int after)
    {
        after = start;
        var cells = new FlattenedCells(text, lines, start, end);
        if (FlattenedStages.Read(text, cells, out after) is { } staged)
            return staged;
        after = start;
        var serial = cells.Count > 0 && ColumnHead.RoleOfWords(cells.Words[0]) == ColumnRole.Serial;
        var first = FirstNumber(cells, serial);
        if (first < 2 || first > MaxColumns)
            return null;
        if (!serial && FlattenedPanels.Read(text, cells, first, out after) is { } panels)
            return panels;
        if (!serial && cells.NextTable(first) is var next and > 0)
            cells = new FlattenedCells(text, lines, start, cells.LineOf(next));
        var headerEnd = serial ? first : first - 1;
        if (headerEnd < 2)
            return null;
        var header = cells.Words.GetRange(0, headerEnd);
        if (cells.HoldFurniture(headerEnd) || header.FindIndex(1, cell => ColumnHead.RoleOfWords(cell) == ColumnRole.Serial) > 0)
            return null;
        // Rows that are numbered behind a first column of groups keep no shape when printed one cell a line.
        if (!serial && header.Exists(cell => cell is "序号"))
            return null;
        // 地区 / 安居工程 / …: what the rows do not open with is a wide head.
        var leading = serial ? LeadingWords(header, serial) : Math.Min(LeadingWords(header, serial), FlattenedRows.Leading(cells.Words, first));
        // With words behind the name (责任单位) the header ends earlier than one line before the first number.
        if (!serial && leading > 1)
            headerEnd = first - leading;
        // A group's name, its item and a target in words may stand between 责任部门 and the first number.
        while (leading > 1 && headerEnd > 4 && !IsHead(cells.Words[headerEnd - 1]) && ColumnHead.RoleOfWords(cells.Words[headerEnd - 2]) == ColumnRole.Text)
            headerEnd--;
        if (headerEnd < 2)
            return null;
        header = cells.Words.GetRange(0, headerEnd);
        cells.DropRepeatedHeads(headerEnd);
        var rows = FlattenedRows.Split(cells.Words, headerEnd, serial, leading, ColumnHead.NamesWords(header[^1]) || (serial && EndsWithWords(cells, header)));
        if (rows.Count < 2)
            return null;
        if (serial && cells.Levels(text, lines, headerEnd) is { Count: > 0 } levels && LostHeads.Read(text, cells, headerEnd, levels, [.. rows], out after) is { } headless)
            return headless;
        return Build(cells, header, serial, serial ? leading + 1 : leading, rows, out after);
    }

    /// <summary>What nobody knows for the head of words is one where words end the first row.</summary>
    private static bool EndsWithWords(FlattenedCells cells, List<string> header)
    {
        var next = header.Count * 2;
        return next < cells.Count && cells.Words[next] == "2" && cells.KindOf(next - 1) == CellKind.Text && !ColumnHead.IsStage(header[^1]) && !HeadUnit.TryFind(header[^1], out _, out _, out _);
    }

    private static bool IsHead(string words) => ColumnHead.RoleOfWords(words) != ColumnRole.Value || ColumnHead.IsStage(words);

    private static int FirstNumber(FlattenedCells cells, bool serial)
    {
        var most = Math.Min(cells.Count, MaxColumns + 2);
        // Among the heads of a numbered table may be one that begins with a number (12345热线).
        for (var cell = 2; serial && cell + 1 < most; cell++)
        {
            if (cells.Words[cell] == "1" && cells.KindOf(cell + 1) == CellKind.Text)
                return cell;
        }

        for (var cell = 0; cell < most; cell++)
        {
            if (cells.KindOf(cell) == CellKind.Number)
                return cell;
        }

        return -1;
    }

    /// <summary>How many cells of words open a row, the serial number apart.</summary>
    private static int LeadingWords(List<string> header, bool serial)
    {
        var count = 0;
        for (var i = serial ? 1 : 0; i < header.Count && (i == 0 || ColumnHead.NamesWords(header[i])) && !ColumnHead.IsStage(header[i]); i++)
            count++;
        return Math.Max(count, 1);
    }

    private Table? Build(FlattenedCells run, List<string> header, bool serial, int leading, List<(int From, int To)> rows, out int after)
    {
        var cells = run.Words;
        after = run.End;
        var most = rows.Max(row => row.To - row.From);
        // 单位(元/公斤) / (%): a row of units under the heads.
        var units = header.Count;
        while (units > most && HeadUnit.IsUnitCell(header[units - 1]))
            units--;
        var unitLine = units < header.Count && units == most ? run[units] : default;
        if (!unitLine.IsEmpty)
            header = header.GetRange(0, units);
        var words = rows.ConvertAll(row => cells.GetRange(row.From, row.To - row.From));
        var layout = header.Count > most ? FlattenedLevels.Find([.. Enumerable.Range(0, header.Count).Select(run.Head)], leading, words, most) : null;
        // Wide heads before narrow ones in groups of uneven width: where that fills the columns and more ratios close, it is so.
        var nested = layout is null ? null : FlattenedHeader.Nested(header);
        if (nested is not null && nested.Count == most && new RowFitter(nested).Closed(words, out _) > new RowFitter(layout!.Columns()).Closed(words, out _))
            layout = null;
        else
            nested = null;
        var columns = nested ?? layout?.Columns() ?? FlattenedHeader.Columns(header, most);
        var counted = serial && layout is null && columns.Count > most ? FlattenedCounts.Of(header, words) : null;
        if (counted is not null)
            columns = [.. counted.Select(column => column.Head)];
        columns = HeldWords(columns, words);
        var least = Math.Max(2, columns.Count - MaxLost - 2);
        var end = run.LineBehind(rows[^1].To - 1);
        if (most > columns.Count || most < columns.Count - MaxLost || Fitted(cells, columns, rows, least) is not { } fitted)
            return null;
        var grid = layout?.Rows() ?? (counted is null ? HeaderGrid(run, header, columns) : [counted.ConvertAll(column => run[column.Cell])]);
        var headerRows = grid.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var laid = new List<SourceSpan>(new SourceSpan[columns.Count]);
            for (var i = 0; i < fitted[row].Length; i++)
                laid[fitted[row][i]] = run[rows[row].From + i];
            grid.Add(laid);
        }

        after = end;
        return TableShape.Build(text, grid, flattened: true, headerRows) with { UnitLine = unitLine };
    }

    /// <summary>A head that nobody knows is one of words where rows that lost nothing have words below it.</summary>
    private static List<ColumnHead> HeldWords(List<ColumnHead> columns, List<List<string>> rows)
    {
        var full = rows.Where(row => row.Count == columns.Count).Take(RowsAsked).ToList();
        return [.. columns.Select((head, column) => head.Role == ColumnRole.Value && full.Count > 1 && full.TrueForAll(row => CellText.KindOf(row[column]) == CellKind.Text) ? head with { Role = ColumnRole.Text } : head)];
    }

    /// <summary>
    /// The column of each cell of each row. A place that takes part in little of it has lost nearly all its cells: it stays only where
    /// the columns add up with it, else nobody can say which are left.
    /// </summary>
    private static List<int[]>? Fitted(List<string> cells, List<ColumnHead> columns, List<(int From, int To)> rows, int least)
    {
        var fitter = new RowFitter(columns);
        // 合计 | 4,419.5: the one number of a total stands where the column adds up to it.
        var few = rows.FindAll(row => row.To - row.From < least && !TotalRow.Names(cells[row.From]));
        if (few.Count > 0 && few.Count * 4 <= rows.Count && Fit(out var total) is { } all && total >= 0 && few.TrueForAll(row => row.To - row.From > 3 && fitter.AddUp(Words(), all, total, rows.IndexOf(row))))
            return all;
        if (few.Count * 4 <= rows.Count)
            rows.RemoveAll(few.Contains);
        return rows.Count < 2 || rows.Exists(row => row.To - row.From < least && !TotalRow.Names(cells[row.From])) ? null : Fit(out _);

        List<IReadOnlyList<string>> Words() => rows.ConvertAll<IReadOnlyList<string>>(row => cells.GetRange(row.From, row.To - row.From));

        List<int[]>? Fit(out int total)
        {
            total = rows.FindIndex(row => TotalRow.Names(cells[row.From]) || (row.From + 1 < row.To && TotalRow.Names(cells[row.From + 1])));
            return fitter.Fit(Words(), total);
        }
    }

    /// <summary>Header rows as they stood in the table: a wide head over the first of its columns.</summary>
    private static List<List<SourceSpan>> HeaderGrid(FlattenedCells run, List<string> header, List<ColumnHead> columns)
    {
        var deep = columns.Exists(column => column.Path.Count > 1);
        var (upper, lower) = (new List<SourceSpan>(new SourceSpan[columns.Count]), new List<SourceSpan>(new SourceSpan[columns.Count]));
        var at = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            var path = columns[column].Path;
            if (path.Count > 1 && at < header.Count && header[at] == path[0])
                upper[column] = run[at++];
            (path.Count > 1 ? lower : upper)[column] = run[at++];
        }

        return deep ? [upper, lower] : [upper];
    }

    private SourceSpan Place(int line) => FlattenedCells.Place(text, lines[line]);
}
