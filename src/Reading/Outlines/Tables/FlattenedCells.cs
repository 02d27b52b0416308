using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// The cells of a run of short lines. A bar at the end of a line is left over from the table it was cut out of; lines of nothing
/// but bars were empty cells, or the ends of merged ones, and hold none.
/// </summary>
internal sealed class FlattenedCells
{
    private readonly List<SourceSpan> spans;
    private readonly List<int> lines;
    private readonly List<bool> barred;

    public FlattenedCells(string text, List<Line> all, int start, int end)
    {
        (spans, lines, barred, Words) = (new(end - start), new(end - start), new(end - start), new(end - start));
        for (var line = start; line < end; line++)
        {
            var span = Place(text, all[line]);
            if (span.IsEmpty)
                continue;
            spans.Add(span);
            lines.Add(line);
            barred.Add(text[all[line].End - 1] is '|' or '｜');
            Words.Add(span.Of(text));
        }

        End = end;
        while (End > start && spans.Count > 0 && lines[^1] < End - 1)
            End--;
    }

    public List<string> Words { get; }

    public int Count => spans.Count;

    /// <summary>The line behind the last cell.</summary>
    public int End { get; }

    public SourceSpan this[int cell] => spans[cell];

    public CellKind KindOf(int cell) => CellText.KindOf(Words[cell]);

    /// <summary>Words that a page has around its text, which no bar shows to be those of a cell.</summary>
    public bool HoldFurniture(int to)
    {
        for (var cell = 0; cell < to; cell++)
        {
            if (!barred[cell] && Furniture.Classify(Words[cell]) != PageLine.Text)
                return true;
        }

        return false;
    }

    /// <summary>How many cells stand in each row of the header: a line of several bars behind a cell ends a row that held merged ones.</summary>
    public List<int> Levels(string text, List<Line> all, int to)
    {
        var (levels, from) = (new List<int>(), 0);
        for (var cell = 0; cell < to && cell + 1 < lines.Count; cell++)
        {
            if (lines[cell + 1] <= lines[cell] + 1 || all[lines[cell] + 1].Length <= 1 || text[all[lines[cell] + 1].Start] is not ('|' or '｜'))
                continue;
            levels.Add(cell + 1 - from);
            from = cell + 1;
        }

        if (from < to && levels.Count > 0)
            levels.Add(to - from);
        return levels;
    }

    /// <summary>The first cells in levels of so many each.</summary>
    public List<List<HeadCell>> Heads(IReadOnlyList<int> counts)
    {
        var (levels, at) = (new List<List<HeadCell>>(counts.Count), 0);
        foreach (var count in counts)
        {
            levels.Add([.. Enumerable.Range(at, count).Select(Head)]);
            at += count;
        }

        return levels;
    }

    public HeadCell Head(int cell) => new(spans[cell], Words[cell]);

    public int LineOf(int cell) => lines[cell];

    /// <summary>The cell behind the numbers that begins another table: the first head again (地区) or a serial number's, and further words. 0 where none does.</summary>
    public int NextTable(int firstNumber)
    {
        for (var cell = firstNumber + 1; cell + 2 < Count; cell++)
        {
            var heads = Words[cell] == Words[0] || (Words[cell].Length <= 3 && ColumnHead.RoleOfWords(Words[cell]) == ColumnRole.Serial);
            if (heads && KindOf(cell + 1) == CellKind.Text && KindOf(cell + 2) == CellKind.Text)
                return cell;
        }

        return 0;
    }

    /// <summary>（续表） and the heads once more, where a page ended in the middle of the table, are no cells of it.</summary>
    public void DropRepeatedHeads(int header)
    {
        for (var cell = header + 1; header > 2 && cell + header < Count; cell++)
        {
            if (Words[cell] != Words[0] || !Words.Slice(cell, header).SequenceEqual(Words.Slice(0, header), StringComparer.Ordinal))
                continue;
            var first = IsContinued(Words[cell - 1]) ? cell - 1 : cell;
            var count = cell + header - first;
            spans.RemoveRange(first, count);
            lines.RemoveRange(first, count);
            barred.RemoveRange(first, count);
            Words.RemoveRange(first, count);
            cell = first - 1;
        }
    }

    /// <summary>（续表）, 续上表, 续表2</summary>
    private static bool IsContinued(string words) => words.Length <= 6 && words.AsSpan().TrimStart("（(").StartsWith("续", StringComparison.Ordinal);

    /// <summary>The line behind a cell and the bars that follow it.</summary>
    public int LineBehind(int cell) => cell + 1 < lines.Count ? lines[cell + 1] : End;

    /// <summary>The words of a line without the bars at its ends.</summary>
    public static SourceSpan Place(string text, Line line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && text[start] is '|' or '｜')
            start++;
        while (end > start && text[end - 1] is '|' or '｜')
            end--;
        (start, end) = Lines.Trim(text, start, end);
        return new SourceSpan(start, Math.Max(start, end));
    }
}
