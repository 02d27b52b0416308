using System.Buffers;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table whose cells one blank sets apart, as text taken from a page loses its columns: 序号 指标 单位 目标 完成 完成率, then a row a line.
/// Blanks inside names and lost empty cells leave only the numbers to tell the columns by.
/// </summary>
internal static class SpacedTable
{
    private const int MaxHeader = 80;
    private const int MaxLine = 300;
    private const int MinHeads = 3;
    private const int LongestHead = 14;

    /// <summary>So many rows are asked which of their cells are numbers.</summary>
    private const int Asked = 8;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\u3000\u00A0\u200B\v\f");
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：:");

    public static bool TryRead(string text, List<Line> lines, int at, out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (HoldsEmptyCells(text, lines, at) || lines[at].Length > MaxHeader || at + 2 >= lines.Count || !lines[at].Of(text).ContainsAny(Blanks) || SpacedHeader.Read(text, lines, at) is not { } header)
            return false;
        var grid = new List<List<SourceSpan>> { header.Spans };
        var numbered = 0;
        for (after = at + 1; after < lines.Count && lines[after].Length <= MaxLine; after++)
        {
            var row = header.Row(text, Pieces(text, lines[after]), out var figures);
            if (row is null)
                break;
            grid.Add(row);
            numbered += figures > 1 ? 1 : 0;
        }

        if (numbered < 2 || numbered * 3 < (grid.Count - 1) * 2)
            return false;
        table = TableShape.Build(text, grid, flattened: false, headerRows: 1);
        return true;
    }

    /// <summary>A tab in front of a row stands for a cell merged with the one above: such columns are told by their tabs, not by their blanks.</summary>
    private static bool HoldsEmptyCells(string text, List<Line> lines, int at)
    {
        if (!lines[at].Of(text).Contains('\t'))
            return false;
        for (var row = at + 1; row < Math.Min(lines.Count, at + Asked + 1) && !lines[row].AfterGap; row++)
        {
            if (lines[row].Start > 0 && text[lines[row].Start - 1] == '\t' && lines[row].Of(text).Contains('\t'))
                return true;
        }

        return false;
    }

    private static List<SourceSpan> Pieces(string text, Line line)
    {
        var pieces = new List<SourceSpan>();
        for (var at = line.Start; at < line.End;)
        {
            while (at < line.End && Lines.IsBlank(text[at]))
                at++;
            var from = at;
            while (at < line.End && !Lines.IsBlank(text[at]))
                at++;
            if (at == from)
                continue;
            // The blank between a number and words was taken for a stray one: 25暂未上报.
            if (Lead(text.AsSpan(from, at - from)) is var number and > 0)
            {
                pieces.Add(new SourceSpan(from, from + number));
                from += number;
            }

            pieces.Add(new SourceSpan(from, at));
        }

        return pieces;
    }

    /// <summary>How long the number is that words without a unit follow, or 0.</summary>
    private static int Lead(ReadOnlySpan<char> piece)
    {
        if (!char.IsAsciiDigit(piece[0]) || CellText.KindOf(piece) == CellKind.Number)
            return 0;
        var length = piece.IndexOfAnyExcept(Digits);
        return length > 0 && Marks.IsIdeograph(piece[length]) && piece[length] is not ('万' or '亿' or '千' or '百' or '月' or '年' or '日' or '号' or '、') && Units.Shared.AtStart(piece[length..], out _) == 0 ? length : 0;
    }

    /// <summary>The heads in order, and which of them hold numbers.</summary>
    private sealed class SpacedHeader(List<SourceSpan> spans, List<ColumnRole> roles, List<bool> figures)
    {
        public List<SourceSpan> Spans => spans;

        /// <returns>Null for a line that is no header: its words or the rows below have to tell which columns hold numbers.</returns>
        public static SpacedHeader? Read(string text, List<Line> lines, int at)
        {
            var spans = Joined(Pieces(text, lines[at]));
            // Where wider gaps set all heads apart, the rows stand under them.
            if (spans.Count < MinHeads || !Touch(spans))
                return null;
            var heads = spans.ConvertAll(span => span.Of(text));
            if (heads.Exists(head => head.Length > LongestHead || CellText.KindOf(head) != CellKind.Text || head.AsSpan().IndexOfAny(Stops) >= 0))
                return null;
            var figures = ByWords(heads) ?? ByRows(text, lines, at, heads);
            if (figures is null)
                return null;
            var roles = heads.Select((head, i) => figures[i] ? ColumnHead.RoleOfFigures(head) : Bare(head) is "单位" or "计量单位" ? ColumnRole.Unit : ColumnHead.RoleOfWords(head)).ToList();
            return new SpacedHeader(spans, roles, figures);
        }

        /// <summary>The columns that hold a number in every whole row below.</summary>
        private static List<bool>? ByRows(string text, List<Line> lines, int at, List<string> heads)
        {
            var figures = heads.ConvertAll(head => ColumnHead.RoleOfWords(head) != ColumnRole.Serial);
            var (whole, last) = (0, Math.Min(lines.Count, at + 1 + Asked));
            for (var next = at + 1; next < last; next++)
            {
                var pieces = lines[next].Length <= MaxLine ? Pieces(text, lines[next]) : [];
                if (pieces.Count != heads.Count)
                    continue;
                whole++;
                for (var i = 0; i < pieces.Count; i++)
                    figures[i] &= CellText.KindOf(pieces[i].Of(text)) is CellKind.Number or CellKind.Mark;
            }

            // 资金投入(万元) 补助金额(万元): heads that give their units need fewer rows to show it.
            var least = heads.Exists(head => HeadUnit.TryFind(head, out _, out _, out _)) ? 2 : 3;
            return whole >= least && IsRun(figures, 2) ? figures : null;
        }

        /// <summary>A head for what was planned and one for what was done, side by side behind the names.</summary>
        private static List<bool>? ByWords(List<string> heads)
        {
            var figures = heads.ConvertAll(ColumnHead.IsStage);
            var planned = heads.Exists(head => ColumnHead.RoleOfFigures(head) == ColumnRole.Plan);
            var done = heads.Exists(head => ColumnHead.RoleOfFigures(head) == ColumnRole.Actual);
            return planned && done && heads.Count > MinHeads && IsRun(figures, 2)
                && heads.Take(figures.IndexOf(true)).Any(head => ColumnHead.RoleOfWords(head) is ColumnRole.Label or ColumnRole.Place) ? figures : null;
        }

        private static bool IsRun(List<bool> figures, int least)
        {
            var (first, count) = (figures.IndexOf(true), figures.Count(figure => figure));
            return first > 0 && count >= least && figures.LastIndexOf(true) - first + 1 == count;
        }

        /// <summary>单 位, 备  注: a head drawn apart.</summary>
        private static List<SourceSpan> Joined(List<SourceSpan> pieces)
        {
            var spans = new List<SourceSpan>();
            foreach (var piece in pieces)
            {
                if (piece.Length == 1 && spans.Count > 0 && spans[^1].Length == 1)
                    spans[^1] = new SourceSpan(spans[^1].Start, piece.End);
                else
                    spans.Add(piece);
            }

            return spans;
        }

        /// <returns>Null for a line that is no row.</returns>
        public List<SourceSpan>? Row(string text, List<SourceSpan> pieces, out int filled)
        {
            filled = 0;
            var cells = new List<SourceSpan>(new SourceSpan[roles.Count]);
            var at = 0;
            if (roles[0] == ColumnRole.Serial && pieces.Count > 1 && IsSerial(pieces[0].Of(text)) && CellText.KindOf(pieces[1].Of(text)) == CellKind.Text)
                cells[0] = pieces[at++];
            var from = FirstFigure(text, pieces, at);
            if (from == at || from < 0)
                return null;
            // Two pieces of a name do not put one of them under the units.
            if (pieces.Count == roles.Count && from == figures.IndexOf(true) && (roles.IndexOf(ColumnRole.Unit) is var unit && (unit < 0 || unit >= from || HeadUnit.IsUnit(pieces[unit].Of(text)) || CellText.KindOf(pieces[unit].Of(text)) != CellKind.Text)))
            {
                filled = figures.Count(figure => figure);
                return pieces;
            }

            Lead(text, cells, pieces, at, from);
            var column = figures.IndexOf(true);
            // 合计 18: the sum of the last columns, where the first are not added up.
            if (from > 0 && TotalRow.Names(pieces[from - 1].Of(text)) && pieces.Count - from is var sums && sums < figures.LastIndexOf(true) - column + 1)
                column = figures.LastIndexOf(true) - sums + 1;
            for (at = from; at < pieces.Count && column < roles.Count && figures[column]; at++)
            {
                var words = pieces[at].Of(text);
                var kind = CellText.KindOf(words);
                var percent = words[^1] is '%' or '％';
                while (percent && column + 1 < roles.Count && figures[column + 1] && !IsPercent(roles[column]))
                    column++;
                if (kind == CellKind.Text && (IsPercent(roles[column]) || !words.AsSpan().ContainsAnyInRange('0', '9') || words.Length > 16))
                    break;
                cells[column++] = pieces[at];
                filled += kind == CellKind.Mark ? 0 : 1;
            }

            var note = roles.FindLastIndex(role => role is ColumnRole.Text or ColumnRole.Value);
            if (at < pieces.Count && note > figures.IndexOf(true))
                cells[note] = new SourceSpan(pieces[at].Start, pieces[^1].End);
            return cells;
        }

        /// <summary>The names in front of the numbers: one a head where there are as many, else all that is no unit is the label.</summary>
        private void Lead(string text, List<SourceSpan> cells, List<SourceSpan> pieces, int from, int to)
        {
            var label = Math.Max(roles.FindIndex(role => role is ColumnRole.Label or ColumnRole.Place), roles[0] == ColumnRole.Serial ? 1 : 0);
            var unit = roles.IndexOf(ColumnRole.Unit);
            if (unit >= 0 && to - from > 1 && HeadUnit.IsUnit(pieces[to - 1].Of(text)))
                cells[unit] = pieces[--to];
            var columns = Enumerable.Range(0, figures.IndexOf(true)).Where(i => roles[i] is not (ColumnRole.Serial or ColumnRole.Unit)).ToList();
            if (columns.Count != to - from)
            {
                cells[label] = new SourceSpan(pieces[from].Start, pieces[to - 1].End);
                return;
            }

            for (var i = 0; i < columns.Count; i++)
                cells[columns[i]] = pieces[from + i];
        }

        /// <summary>Behind a unit everything is a number, also 不低于60元; without one the first cell that is nothing but a number.</summary>
        private int FirstFigure(string text, List<SourceSpan> pieces, int from)
        {
            var unit = roles.Contains(ColumnRole.Unit);
            for (var at = from + 1; at < pieces.Count; at++)
            {
                var words = pieces[at].Of(text);
                if (CellText.KindOf(words) is CellKind.Number or CellKind.Mark)
                    return at;
                if (unit && at + 1 < pieces.Count && HeadUnit.IsUnit(words))
                    return at + 1;
            }

            return -1;
        }

        private static bool Touch(List<SourceSpan> spans)
        {
            for (var i = 1; i < spans.Count; i++)
            {
                if (spans[i].Start - spans[i - 1].End == 1)
                    return true;
            }

            return false;
        }

        private static string Bare(string head) => head.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);

        private static bool IsSerial(string words) => words.Length <= 3 && words.TrimEnd('.', '、').All(char.IsAsciiDigit);

        private static bool IsPercent(ColumnRole role) => role is ColumnRole.OfPlan or ColumnRole.Rate or ColumnRole.Share or ColumnRole.Change;
    }
}
