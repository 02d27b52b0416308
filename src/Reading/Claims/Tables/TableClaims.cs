using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>
/// Reads the figures of one table: every number cell with what its column and its row say of it.
/// Cells of words are handed back to be read as sentences.
/// </summary>
internal sealed class TableClaims
{
    private readonly CleanText clean;
    private readonly string text;
    private readonly Outline outline;
    private readonly int index;
    private readonly Table table;
    private readonly ColumnHead[] heads;
    private readonly RowNames names;
    private readonly TableUnits units;
    private readonly TurnedTable turned;
    private readonly string caption;
    private readonly List<Claim> claims;
    private readonly int[] found;
    private readonly string?[] things;
    private readonly (Stance Stance, Period? Period)?[] standing;
    private int block;
    private string named = "";

    // The table sets results against promises that stand in the names of its rows.
    private bool promised;

    private TableClaims(CleanText clean, Outline outline, int index, int firstBlock, List<Claim> claims)
    {
        (this.clean, this.outline, this.index, this.claims) = (clean, outline, index, claims);
        text = clean.Text;
        table = outline.Tables[index];
        heads = TableColumns.Read(text, table);
        names = new RowNames(text, table, heads);
        units = new TableUnits(text, table, heads);
        turned = new TurnedTable(text, table, heads, names);
        caption = HeadWords.ThingOfCaption((table.Caption.IsEmpty ? outline.Title : table.Caption).Of(text));
        if (caption.Length == 0)
            caption = HeadWords.ThingOfCaption(outline.Title.Of(text));
        found = new int[table.Rows * table.Columns];
        Array.Fill(found, -1);
        block = firstBlock;
        (things, standing) = (new string?[heads.Length], new (Stance Stance, Period? Period)?[heads.Length]);
    }

    /// <summary>Adds the claims of a table, row by row.</summary>
    /// <param name="firstBlock">The first block of the table.</param>
    /// <param name="readWords">Reads a cell of words as a sentence: block, place of the cell, the column's head.</param>
    public static void Read(CleanText clean, Outline outline, int index, int firstBlock, List<Claim> claims, Action<int, SourceSpan>? readWords = null) =>
        new TableClaims(clean, outline, index, firstBlock, claims).Read(readWords);

    private void Read(Action<int, SourceSpan>? readWords)
    {
        // Beside no column of plans or results the names of the rows are what was promised.
        var tasks = !Array.Exists(heads, head => head.Role is ColumnRole.Plan or ColumnRole.Actual or ColumnRole.Value or ColumnRole.Change or ColumnRole.Share or ColumnRole.Rate);
        promised = Array.Exists(heads, head => head.Role == ColumnRole.OfPlan) && !Array.Exists(heads, head => head.Role == ColumnRole.Plan);
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            named = "";
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = table[row, column].Span;
                if (cell.IsEmpty)
                    continue;
                var head = heads[column];
                var content = text.AsSpan(cell.Start, cell.Length);
                if (head.HoldsFigures && CellNumber.TryRead(content, out var number))
                    Add(row, column, cell, number);
                else if (readWords is not null && IsSentence(head, content, tasks))
                    ReadWords(row, column, cell, readWords);
                else if (readWords is not null && head.Role == ColumnRole.Label && content.ContainsAnyInRange('0', '9') && content.Length >= 4 && (promised || !Repeats(row, content)))
                    ReadName(row, column, cell, readWords);
            }
        }

        Link();
    }

    /// <summary>Names of rows and of units in charge hold no figures; remarks and tasks in words do.</summary>
    private static bool IsSentence(ColumnHead head, ReadOnlySpan<char> content, bool tasks) =>
        CellText.KindOf(content) == CellKind.Text && content.Length >= 4
        && (head.HoldsFigures || head.Role == ColumnRole.Text || (tasks && head.Role == ColumnRole.Label));

    private static bool IsProgress(ColumnHead head) =>
        head.Role == ColumnRole.Text && (head.Leaf.Contains("进展", StringComparison.Ordinal) || head.Leaf.Contains("推进", StringComparison.Ordinal));

    /// <summary>新建公厕30座 | 30座: the number stands in a cell of its own as well.</summary>
    private bool Repeats(int row, ReadOnlySpan<char> name)
    {
        for (var column = 0; column < table.Columns; column++)
        {
            var cell = table[row, column].Span;
            if (heads[column].HoldsFigures && !cell.IsEmpty && name.Contains(text.AsSpan(cell.Start, cell.Length), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>减少大班额1.4万个以上: a size inside the name of a row is nothing the table sets out to tell, yet its unit is that of the row's numbers.</summary>
    private void ReadName(int row, int column, SourceSpan cell, Action<int, SourceSpan> readWords)
    {
        var first = claims.Count;
        readWords(BlockOf(cell), cell);
        for (var i = first; i < claims.Count; i++)
        {
            (claims[i].Optional, claims[i].Stance) = (true, Stance.Planned);
            claims[i].Period ??= outline.PlanPeriod;
            if (claims[i].Measure == Measure.Amount)
                named = claims[i].Unit;
        }

        // 新增养老床位4000张 | 4385 | 110%: what the row is called is what was promised.
        if (promised && claims.Count == first + 1 && claims[first].Measure == Measure.Amount)
            (claims[first].Optional, claims[first].Table, claims[first].Row, claims[first].Column) = (false, index, row, column);
    }

    private void ReadWords(int row, int column, SourceSpan cell, Action<int, SourceSpan> readWords)
    {
        var first = claims.Count;
        readWords(BlockOf(cell), cell);
        var role = heads[column].Role;
        for (var i = first; i < claims.Count; i++)
        {
            if (role == ColumnRole.Plan || (role == ColumnRole.Label && Array.Exists(heads, head => head.Role == ColumnRole.OfPlan || IsProgress(head))))
                (claims[i].Stance, claims[i].Period) = (Stance.Planned, claims[i].Period ?? outline.PlanPeriod);
            else if (role == ColumnRole.Actual)
                claims[i].Stance = Stance.Done;
            claims[i].Period ??= claims[i].Stance == Stance.Done ? outline.ReportPeriod : outline.PlanPeriod;
            if (heads[column].Role != ColumnRole.Label)
                claims[i].Indicator = names[row].Completed(claims[i].Indicator);
        }
    }

    private void Add(int row, int column, SourceSpan cell, CellNumber number)
    {
        var head = heads[column];
        var name = names[row];
        var unit = units.Of(row, column, number, named);
        var (stance, period) = StandingOf(row, column);
        var measure = turned.OnlyStages && turned.StageOf(row) == ColumnRole.OfPlan ? Measure.OfPlan : MeasureOf(head, unit, name);
        var factor = unit.Factor;
        var place = new SourceSpan(cell.Start + number.Start, cell.Start + number.End);
        var home = BlockOf(cell);
        found[(row * table.Columns) + column] = claims.Count;
        claims.Add(new Claim
        {
            Clean = place,
            Raw = clean.ToRaw(place),
            Value = number.Value * factor,
            Max = number.Max * factor,
            Step = factor > 1 && number.Step == 0 ? factor : number.Step * factor,
            Unit = unit.Name ?? "",
            Bound = number.Bound,
            Stance = stance,
            Measure = measure,
            Indicator = IndicatorOf(row, column),
            Period = period,
            Block = home,
            Sentence = table.Flattened ? cell : outline.Blocks[home].Span,
            Table = index,
            Row = row,
            Column = column,
        });
    }

    /// <summary>A column of plain values leaves it to the row: 计划改造, 已开工.</summary>
    private (Stance Stance, Period? Period) StandingOf(int row, int column)
    {
        var ofColumn = standing[column] ??= Standing(heads[column]);
        if (heads[column].Role != ColumnRole.Value)
            return ofColumn;
        return turned.StageOf(row) switch
        {
            ColumnRole.Plan when ofColumn.Stance == Stance.Done => (Stance.Planned, outline.PlanPeriod),
            ColumnRole.Actual or ColumnRole.OfPlan when ofColumn.Stance == Stance.Planned => (Stance.Done, outline.ReportPeriod),
            _ => ofColumn,
        };
    }

    /// <summary>All cells of a column share stance and period, so both are found once.</summary>
    private (Stance Stance, Period? Period) Standing(ColumnHead head)
    {
        var stance = StanceOf(head);
        return (stance, ColumnTime.Of(head, outline, outline.Sections[outline.Blocks[block].Section], stance));
    }

    private Stance StanceOf(ColumnHead head)
    {
        if (head.Role == ColumnRole.Plan)
            return Stance.Planned;
        if (head.Role is ColumnRole.Actual or ColumnRole.OfPlan)
            return Stance.Done;
        var spoken = SpokenTime.Read(string.Concat(head.Path));
        if (spoken.Year > 0 && outline.Year is { } year)
            return spoken.Year > year || (outline.ListIsPlan && spoken.Year == year) ? Stance.Planned : Stance.Done;
        var kind = outline.KindOf(block);
        return kind is SectionKind.Plan or SectionKind.List ? Stance.Planned : Stance.Done;
    }

    private static Measure MeasureOf(ColumnHead head, HeadUnit unit, RowName name)
    {
        var ratio = unit.Kind is UnitKind.Percent or UnitKind.Permille;
        if (unit.Kind == UnitKind.Points)
            return Measure.Change;
        if (unit.Kind == UnitKind.Multiple)
            return head.Role == ColumnRole.Change ? Measure.Change : Measure.Multiple;
        if (!ratio)
            return Measure.Amount;
        return head.Role switch
        {
            ColumnRole.OfPlan => Measure.OfPlan,
            ColumnRole.Change => Measure.Change,
            ColumnRole.Share => Measure.Share,
            _ => name.TellsChange ? Measure.Change : name.TellsShare ? Measure.Share : Measure.Rate,
        };
    }

    private string IndicatorOf(int row, int column)
    {
        if (turned.PlaceOf(column) is { } place)
            return TurnedTable.Indicator(place, names[row].Label, caption);
        var thing = things[column] ??= ThingOf(column);
        return turned.OnlyStages && thing.Length > 0 ? thing : names[row].With(thing, caption);
    }

    private string ThingOf(int column)
    {
        var thing = HeadWords.ThingOf(heads[column]);
        if (thing.Length > 0)
            return thing;
        if (heads[column].Role is ColumnRole.Change or ColumnRole.Share && Base(column) is var left and >= 0)
            return HeadWords.ThingOf(heads[left]);
        return heads[column].Role is ColumnRole.Actual or ColumnRole.OfPlan ? ThingOfPlan(column) : thing;
    }

    /// <summary>改厕任务 | 完成 | 完成率: a result column without a name belongs to the task in front.</summary>
    private string ThingOfPlan(int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (heads[left].Role == ColumnRole.Plan)
                return HeadWords.ThingOf(heads[left]);
        }

        return "";
    }

    /// <summary>The column whose growth or share a column gives: the nearest amount to its left.</summary>
    private int Base(int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (heads[left].Role is ColumnRole.Value or ColumnRole.Actual)
                return left;
        }

        return -1;
    }

    private int BlockOf(SourceSpan cell)
    {
        while (block + 1 < outline.Blocks.Count && outline.Blocks[block].Span.End <= cell.Start)
            block++;
        while (block > 0 && outline.Blocks[block].Span.Start > cell.Start)
            block--;
        return block;
    }

    /// <summary>Ties percentages to the results they are of, and parts to the total row.</summary>
    private void Link()
    {
        var total = names.TotalRow;
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var own = found[(row * table.Columns) + column];
                if (own < 0)
                    continue;
                var claim = claims[own];
                if (claim.Measure is Measure.OfPlan or Measure.Rate or Measure.Change or Measure.Share && heads[column].IsPercent)
                    claim.Of = ResultOf(row, column);
                else if (claim.Measure == Measure.Amount && total >= 0 && row != total && !names[row].IsSubtotal)
                    claim.PartOf = found[(total * table.Columns) + column];
                if (claim.PartOf < 0 && claim.Measure == Measure.Amount && heads[column].Leaf.StartsWith("其中", StringComparison.Ordinal) && column > 0)
                    claim.PartOf = WholeOf(row, column);
            }
        }
    }

    private int ResultOf(int row, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            var own = found[(row * table.Columns) + left];
            if (own < 0 || !heads[left].SharesGroup(heads[column]) || heads[left].IsPercent || heads[left].Role == ColumnRole.Plan)
                continue;
            return own;
        }

        return -1;
    }

    private int WholeOf(int row, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (!heads[left].Leaf.StartsWith("其中", StringComparison.Ordinal) && heads[left].HoldsFigures)
                return found[(row * table.Columns) + left] is var own and >= 0 && claims[own].Unit == claims[found[(row * table.Columns) + column]].Unit ? own : -1;
        }

        return -1;
    }
}
