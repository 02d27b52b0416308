using System.Buffers;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table of tasks in words whose columns and line ends were lost: 序号 目标任务 责任单位 推进情况, then 1 新建停车位800个。 县城管局 已建成310个。
/// The serial numbers begin the rows, and who answers for a task stands between it and what came of it.
/// </summary>
internal static class TaskTable
{
    private const int LongestHeader = 40;
    private const int Columns = 4;
    private const int FewestRows = 2;
    private const int LongestBody = 24;

    /// <summary>Lines a row may take: several bodies, and an answer in paragraphs.</summary>
    private const int LongestRow = 30;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，,。；;：:");

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("columns");
    private static readonly WordMap<bool> Bodies = new(Words["bodies"].Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordMap<bool> Answers = new(Words["answers"].Select(word => KeyValuePair.Create(word, value: true)));

    /// <summary>县城管局, 教育局: the name of a body that answers for a task.</summary>
    public static bool IsBody(ReadOnlySpan<char> words) => words.Length is > 1 and <= LongestBody && words.IndexOfAny(Stops) < 0 && Bodies.AtEnd(words) > 0;

    public static bool TryRead(string text, List<Line> lines, int at, out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (lines[at].Length > LongestHeader || text[lines[at].Start] is not ('序' or '编' or '项') || Header(text, lines[at]) is not { } header)
            return false;
        var grid = new List<List<SourceSpan>> { header };
        var rows = 0;
        for (after = at + 1; after < lines.Count;)
        {
            if (!Serial(lines[after].Of(text), rows, out var length))
            {
                // 二、重点工作 stands across the table between two rows.
                if (!PrintedNumber.Read(lines[after].Of(text)).IsNumbered || lines[after].Length > LongestHeader || after + 1 >= lines.Count || !LeadsOn(text, lines, after + 1, rows))
                    break;
                grid.Add([new SourceSpan(lines[after].Start, lines[after].End), default, default, default]);
                after++;
                continue;
            }

            var last = after;
            while (last + 1 < lines.Count && last - after < LongestRow && !lines[last + 1].AfterGap && !Serial(lines[last + 1].Of(text), rows + 1, out _) && !PrintedNumber.Read(lines[last + 1].Of(text)).IsNumbered)
                last++;
            if (Row(text, lines[after].Start, length, lines[last].End) is not { } row)
                break;
            grid.Add(row);
            rows++;
            after = last + 1;
        }

        if (rows < FewestRows)
            return false;
        table = TableShape.Build(text, grid, flattened: true, headerRows: 1);
        return true;
    }

    /// <summary>The next row follows, at once or below a narrower heading.</summary>
    private static bool LeadsOn(string text, List<Line> lines, int at, int rows) =>
        Serial(lines[at].Of(text), rows, out _) || (at + 1 < lines.Count && PrintedNumber.Read(lines[at].Of(text)).IsNumbered && Serial(lines[at + 1].Of(text), rows, out _));

    private static List<SourceSpan>? Header(string text, Line line)
    {
        var heads = Pieces(text, line.Start, line.End);
        if (heads.Count != Columns)
            return null;
        var words = heads.ConvertAll(head => head.Of(text));
        return ColumnHead.RoleOfWords(words[0]) == ColumnRole.Serial && (words[2].EndsWith("单位", StringComparison.Ordinal) || words[2].EndsWith("部门", StringComparison.Ordinal)) && Answers.AtEnd(words[3]) > 0 ? heads : null;
    }

    /// <summary>The line begins with the next serial number, and words follow it.</summary>
    private static bool Serial(ReadOnlySpan<char> line, int rows, out int length)
    {
        var number = 0;
        for (length = 0; length < line.Length && length < 4 && char.IsAsciiDigit(line[length]); length++)
            number = (number * 10) + line[length] - '0';
        return length > 0 && length + 1 < line.Length && !char.IsAsciiDigit(line[length]) && number == rows + 1;
    }

    /// <summary>The pieces up to the first body are the task, those behind the last of the bodies what came of it.</summary>
    private static List<SourceSpan>? Row(string text, int start, int serial, int end)
    {
        var pieces = Pieces(text, start + serial, end);
        var first = pieces.FindIndex(1, piece => IsBody(piece.Of(text)));
        if (first < 0)
            return null;
        var behind = first;
        while (behind < pieces.Count && IsBody(pieces[behind].Of(text)))
            behind++;
        return [new SourceSpan(start, start + serial), Span(pieces, 0, first), Span(pieces, first, behind), Span(pieces, behind, pieces.Count)];
    }

    private static SourceSpan Span(List<SourceSpan> pieces, int from, int to) => from == to ? default : new SourceSpan(pieces[from].Start, pieces[to - 1].End);

    private static bool IsBody(string piece) =>
        piece.Length is >= 2 and <= LongestBody && Bodies.AtEnd(piece) > 0 && piece.AsSpan().IndexOfAny(Stops) < 0 && !piece.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Blanks and line ends set pieces apart, and so does a full stop, behind which the blank was taken for a stray one.</summary>
    private static List<SourceSpan> Pieces(string text, int start, int end)
    {
        var pieces = new List<SourceSpan>();
        for (var at = start; at < end;)
        {
            while (at < end && (Lines.IsBlank(text[at]) || text[at] is '\n' or '\r'))
                at++;
            var from = at;
            while (at < end && !Lines.IsBlank(text[at]) && text[at] is not ('\n' or '\r'))
            {
                at++;
                if (text[at - 1] is '。')
                    break;
            }

            if (at > from)
                pieces.Add(new SourceSpan(from, at));
        }

        return pieces;
    }
}
