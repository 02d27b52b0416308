using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <param name="Place">The place or body the row is about, empty for a total row.</param>
/// <param name="Label">What the row counts, empty when its place says all.</param>
internal readonly record struct RowName(string Place, string Label, bool IsTotal, bool IsSubtotal)
{
    private const int LongestName = 30;
    private const int LongEnough = 6;

    private static readonly string[] ChangeWords = ["增长", "增长率", "增速", "增幅", "下降", "降低"];
    private static readonly string[] ShareWords = ["占比", "比重", "占GDP"];

    public bool TellsChange => EndsWithAny(ChangeWords);

    public bool TellsShare => EndsWithAny(ShareWords);

    /// <summary>The indicator of a cell: place, what the row counts, what the column counts.</summary>
    /// <param name="caption">What the whole table is about, where neither row nor column says.</param>
    public string With(string thing, string caption)
    {
        if (Label.Length == 0 && (thing.Length == 0 || (thing.StartsWith("项目", StringComparison.Ordinal) && thing.Length <= 4 && caption.EndsWith("项目", StringComparison.Ordinal))))
            thing = thing.Length == 0 ? caption : caption + thing[2..];
        else if (IsTotal && Label.Length == 0 && thing.Length <= 2 && !thing.StartsWith(caption, StringComparison.Ordinal))
            thing = caption + thing;
        else if (Label.Length == 0 && caption.Length > 0 && !NamesItself(thing, caption) && caption.AsSpan().IndexOfAnyInRange('0', '9') < 0 && StepOf(thing) is { Length: > 0 } step)
            thing = caption.EndsWith(step, StringComparison.Ordinal) ? caption : caption + step;
        var label = Label.Contains(thing, StringComparison.Ordinal) ? Label : thing.Contains(Label, StringComparison.Ordinal) ? thing : Label + thing;
        return label.StartsWith(Place, StringComparison.Ordinal) ? label : Place + label;
    }

    /// <summary>An indicator read in a cell of words, with the row's name where it does not speak of it (开工 → 加装电梯开工).</summary>
    public string Completed(string indicator)
    {
        if (Label.Length == 0)
            return indicator.StartsWith(Place, StringComparison.Ordinal) ? indicator : Place + indicator;
        // A label that is itself a sentence or a promise with numbers names nothing shortly.
        if (indicator.Length > 1 && Label.Length > 16 && (Label.AsSpan().ContainsAnyInRange('0', '9') || Label.Length > LongestName || Label.AsSpan().IndexOfAny("，,；;。") >= 0))
            return indicator;
        // 发放培训补贴金: what is named at such length needs no more.
        if (indicator.Length >= LongEnough)
            return indicator;
        for (var at = 0; at + 1 < Label.Length; at++)
        {
            if (indicator.Contains(Label.Substring(at, 2), StringComparison.Ordinal))
                return indicator;
        }

        // 改造老旧小区12个，惠及居民3400户: of a task in several clauses the first says what it is.
        return (Label.IndexOfAny(['，', ',', '；', ';']) is > 1 and var end ? Label[..end] : Label) + indicator.TrimStart('已');
    }

    // 云栖区完成投资, 云栖区按期办结率: said of a place they need no caption, unless it tells of which cases.
    private bool NamesItself(string thing, string caption) =>
        Place.Length > 0 && (thing is "完成投资" or "投资完成" || IsHandling(caption) || (thing.EndsWith('率') && ClaimWords.Shared.Handled.AtEnd(thing.AsSpan(0, thing.Length - 1)) > 0 && ClaimWords.Shared.CaseNouns.AtEnd(caption) == 0));

    // 区县办理: that places handled it says nothing of what they took in.
    private static bool IsHandling(string caption) =>
        caption.Length is > 2 and <= 6 && caption.EndsWith("办理", StringComparison.Ordinal) && ClaimWords.Shared.Limited.AtStart(caption.AsSpan().TrimStart("各")) == caption.AsSpan(0, caption.Length - 2).TrimStart("各").Length;

    /// <summary>计划开工, 已开工, 开工率: a step without the thing it is a step of.</summary>
    private static string StepOf(string thing)
    {
        var step = thing.StartsWith("计划", StringComparison.Ordinal) ? thing[2..] : thing.TrimStart('已');
        var verb = (step.EndsWith('率') ? step[..^1] : step).AsSpan();
        if (verb.StartsWith("按期", StringComparison.Ordinal) || verb.StartsWith("按时", StringComparison.Ordinal))
            verb = verb[2..];
        return verb.Length > 0 && ClaimWords.Shared.Verb.AtStart(verb) == verb.Length ? step : "";
    }

    private bool EndsWithAny(string[] words)
    {
        foreach (var word in words)
        {
            if (Label.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

/// <summary>The names of a table's rows.</summary>
internal sealed class RowNames
{
    private readonly RowName[] names;

    /// <param name="caption">青川州2024年…进度表: its first row that bears the name of the place adds up the others.</param>
    public RowNames(string text, Table table, ColumnHead[] heads, ReadOnlySpan<char> caption)
    {
        caption = caption.TrimStart(" \u3000|｜");
        names = new RowName[table.Rows];
        var (label, place) = (Array.FindIndex(heads, head => head.Role == ColumnRole.Label), Array.FindIndex(heads, head => head.Role == ColumnRole.Place));
        var (lastPlace, lastLabel, totals) = ("", "", 0);
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            var total = Total(text, table, row, heads);
            if (total.Length == 0 && (row == table.HeaderRows || (table.PlaceColumn >= 0 && table[row, table.PlaceColumn].Span == table[table.HeaderRows, table.PlaceColumn].Span)) && Math.Max(place < 0 ? label : place, 0) is var named && IsWhole(Cell(text, table, row, named), caption) && !StandsAmongPeers(text, table, row, named))
                total = "合计";
            var own = label < 0 ? "" : HeadWords.NameOf(Cell(text, table, row, label));
            var where = place < 0 ? "" : HeadWords.NameOf(Cell(text, table, row, place));
            // A merged cell stands in the first of its rows.
            if (place >= 0 && where.Length == 0 && total.Length == 0)
                where = lastPlace;
            if (label >= 0 && own.Length == 0 && place < 0 && total.Length == 0)
                own = lastLabel;
            (lastPlace, lastLabel) = (where, own);
            if (total.Length > 0)
            {
                totals++;
                TotalRow = row;
                names[row] = new RowName("", place >= 0 && label >= 0 && !Outlines.Tables.TotalRow.Names(own) ? own : "", true, total is "小计" or "累计");
                continue;
            }

            names[row] = new RowName(where, own, false, false);
        }

        if (totals != 1)
            TotalRow = -1;
    }

    /// <summary>The one row that adds up the others, or -1.</summary>
    public int TotalRow { get; } = -1;

    public RowName this[int row] => names[row];

    private static bool IsWhole(ReadOnlySpan<char> name, ReadOnlySpan<char> caption) =>
        name.Length > 1 && name[^1] is '省' or '市' or '州' or '县' or '区' && caption.StartsWith(name);

    // 海岳市 / 望潮市 / 云山市: the place and others like it are set side by side.
    private static bool StandsAmongPeers(string text, Table table, int first, int column)
    {
        var own = Cell(text, table, first, column);
        for (var row = first + 1; row < table.Rows; row++)
        {
            if (Cell(text, table, row, column) is { Length: > 0 } other && other[^1] != own[^1])
                return false;
        }

        return true;
    }

    private static string Total(string text, Table table, int row, ColumnHead[] heads)
    {
        for (var column = 0; column < table.Columns && column < 4; column++)
        {
            if (heads[column].HoldsFigures)
                break;
            var cell = Cell(text, table, row, column);
            if (Outlines.Tables.TotalRow.Names(cell))
                return cell.ToString();
        }

        return "";
    }

    private static ReadOnlySpan<char> Cell(string text, Table table, int row, int column)
    {
        var span = table[row, column].Span;
        return text.AsSpan(span.Start, span.Length);
    }
}
