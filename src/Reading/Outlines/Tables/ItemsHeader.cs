using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>The header of a numbered list in lines: where its items begin, what names them, and the heads of their numbers in order.</summary>
/// <param name="End">The line of the first serial number.</param>
/// <param name="Label">The head over the names.</param>
/// <param name="Unit">The head over the units, empty where they have none of their own.</param>
/// <param name="Figures">The heads over the numbers, also where they were broken in lines.</param>
/// <param name="HasBody">Who answers for the item stands between its name and its numbers.</param>
/// <param name="Note">The head over the words behind the numbers (备注), empty when there is none.</param>
internal sealed record ItemsHeader(int End, SourceSpan Label, SourceSpan Unit, IReadOnlyList<(SourceSpan Span, ColumnRole Role)> Figures, bool HasBody, SourceSpan Note)
{
    public static bool Knows(string head) => ColumnHead.RoleOfWords(head) != ColumnRole.Value || ColumnHead.IsStage(head);

    public static ItemsHeader? Read(string text, List<Line> lines, int from, int most, Func<int, SourceSpan> place)
    {
        var (serial, body) = (false, false);
        var (label, unit, note) = (default(SourceSpan), default(SourceSpan), default(SourceSpan));
        var figures = new List<SourceSpan>();
        var at = from;
        for (; at < lines.Count && at < most; at++)
        {
            var span = place(at);
            var words = span.Of(text);
            if (words == "1" && serial && at + 1 < lines.Count)
                break;
            if (CellText.KindOf(words) != CellKind.Text || lines[at].Length > 24)
                return null;
            // 完成目标 / (%): the rest of the head above.
            if (words[0] is '(' or '（')
            {
                if (figures.Count > 0 && place(at - 1).End == figures[^1].End)
                    figures[^1] = new SourceSpan(figures[^1].Start, span.End);
                continue;
            }

            serial |= ColumnHead.RoleOfWords(words) == ColumnRole.Serial;
            var figure = ColumnHead.IsStage(words) || words is "进度";
            note = !figure && ColumnHead.NamesWords(words) ? span : default;
            if (figure)
                figures.Add(span);
            else if (label.IsEmpty && ColumnHead.RoleOfWords(words) == ColumnRole.Label && serial)
                label = span;
            else if (words is "单位" or "计量单位")
                unit = span;
            else if (figures.Count == 0 && !label.IsEmpty && ColumnHead.RoleOfWords(words) == ColumnRole.Text)
                body |= words.EndsWith("单位", StringComparison.Ordinal) || words.EndsWith("部门", StringComparison.Ordinal);
        }

        if (!serial || label.IsEmpty || at >= most || at >= lines.Count || figures.Count is < 2 or > 4)
            return null;
        var heads = new List<(SourceSpan Span, ColumnRole Role)>(figures.Count);
        foreach (var span in figures)
            heads.Add((span, RoleOf(ColumnHead.Plain(span.Of(text)))));
        return heads.Exists(head => head.Role == ColumnRole.Plan) && heads.Exists(head => head.Role == ColumnRole.Actual)
            ? new ItemsHeader(at, label, unit, heads, body, note)
            : null;
    }

    /// <summary>Name, unit, a cell for every head of numbers, and what is noted behind them.</summary>
    public List<SourceSpan> Spans()
    {
        var spans = new List<SourceSpan>(Figures.Count + 3) { Label, Unit };
        foreach (var (span, _) in Figures)
            spans.Add(span);
        spans.Add(Note);
        return spans;
    }

    /// <summary>No number of the row is missing.</summary>
    public bool IsWhole(SourceSpan[] row)
    {
        for (var i = 2; i < row.Length - 1; i++)
        {
            if (row[i].IsEmpty)
                return false;
        }

        return true;
    }

    // Between a target and its percentage 进度 is what was done.
    private static ColumnRole RoleOf(string head) => head == "进度" ? ColumnRole.Actual : ColumnHead.RoleOfFigures(head);
}
