using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table whose cells one blank sets apart, as text taken from a page loses its columns: 序号 指标 单位 目标 完成 完成率, then a row a line.
/// Blanks inside names and lost empty cells leave only the numbers to tell the columns by.
/// </summary>
internal static class SpacedTable
{
    private const int MaxHeader = 80;
    private const int MaxLine = 300;
    private const int MinHeads = 4;

    public static bool TryRead(string text, List<Line> lines, int at, out Table? table, out int after)
    {
        (table, after) = (null, at);
        if (lines[at].Length > MaxHeader || at + 2 >= lines.Count || SpacedHeader.Read(text, Pieces(text, lines[at])) is not { } header)
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
            if (at > from)
                pieces.Add(new SourceSpan(from, at));
        }

        return pieces;
    }

    /// <summary>The heads in order, and which of them hold numbers.</summary>
    private sealed class SpacedHeader(List<SourceSpan> spans, List<ColumnRole> roles, List<bool> figures)
    {
        public List<SourceSpan> Spans => spans;

        /// <returns>Null for a line that is no header: it needs a head for what was planned and one for what was done.</returns>
        public static SpacedHeader? Read(string text, List<SourceSpan> pieces)
        {
            if (pieces.Count < MinHeads)
                return null;
            var spans = new List<SourceSpan>();
            foreach (var piece in pieces)
            {
                // 单 位, 备  注: a head drawn apart.
                if (piece.Length == 1 && spans.Count > 0 && spans[^1].Length == 1)
                    spans[^1] = new SourceSpan(spans[^1].Start, piece.End);
                else
                    spans.Add(piece);
            }

            var heads = spans.ConvertAll(span => span.Of(text));
            // Where wider gaps set all heads apart, the rows stand under them.
            if (spans.Count < MinHeads || !Touch(spans) || heads.Exists(head => head.Length > 14 || CellText.KindOf(head) != CellKind.Text || head.AsSpan().IndexOfAny("，。；、") >= 0))
                return null;
            var figures = heads.ConvertAll(ColumnHead.IsStage);
            var roles = heads.Select((head, i) => figures[i] ? ColumnHead.RoleOfFigures(head) : head is "单位" or "计量单位" || Bare(head) is "单位" ? ColumnRole.Unit : ColumnHead.RoleOfWords(head)).ToList();
            var first = figures.IndexOf(true);
            // Numbers stand side by side, behind the names.
            return first > 0 && roles.Contains(ColumnRole.Plan) && roles.Contains(ColumnRole.Actual)
                && figures.LastIndexOf(true) - first + 1 == figures.Count(figure => figure) && roles.Take(first).Any(role => role is ColumnRole.Label or ColumnRole.Place)
                ? new SpacedHeader(spans, roles, figures)
                : null;
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
            Lead(text, cells, pieces, at, from);
            var column = figures.IndexOf(true);
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
            var label = roles.FindIndex(role => role is ColumnRole.Label or ColumnRole.Place);
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
