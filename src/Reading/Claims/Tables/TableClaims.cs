using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
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
    // Claims of one row in front of its percentage.
    private const int MostBefore = 24;

    private readonly CleanText clean;
    private readonly string text;
    private readonly Outline outline;
    private readonly int index;
    private readonly Table table;
    private readonly ColumnHead[] heads;
    private readonly RowNames names;
    private readonly TableUnits units;
    private readonly TurnedTable turned;
    private readonly TableStances stances;
    private readonly TableIndicators indicators;
    private readonly List<Claim> claims;
    private readonly int[] found;
    private int block;
    private string named = "";

    private TableClaims(CleanText clean, Outline outline, int index, int firstBlock, List<Claim> claims)
    {
        (this.clean, this.outline, this.index, this.claims, block) = (clean, outline, index, claims, firstBlock);
        text = clean.Text;
        table = outline.Tables[index];
        heads = TableColumns.Read(text, table);
        names = new RowNames(text, table, heads, (table.Caption.IsEmpty ? outline.Title : table.Caption).Of(text));
        units = new TableUnits(text, table, heads, (table.Caption.IsEmpty ? outline.Title : table.Caption).Of(text));
        turned = new TurnedTable(text, table, heads, names);
        stances = new TableStances(outline, heads, turned);
        indicators = new TableIndicators(heads, names, turned, Caption());
        found = new int[table.Rows * table.Columns];
        Array.Fill(found, -1);
    }

    /// <summary>Adds the claims of a table, row by row.</summary>
    /// <param name="firstBlock">The first block of the table.</param>
    /// <param name="readWords">Reads a cell of words as a sentence: block, place of the cell, the column's head.</param>
    public static void Read(CleanText clean, Outline outline, int index, int firstBlock, List<Claim> claims, Action<int, SourceSpan>? readWords = null) =>
        new TableClaims(clean, outline, index, firstBlock, claims).Read(readWords);

    private void Read(Action<int, SourceSpan>? readWords)
    {
        var words = readWords is null ? null : new WordCells(text, outline, table, heads, names, claims, readWords);
        if (table.IsTurned)
            ReadAsPrinted(words);
        else
            ReadRows(words);
        new TableLinks(table, heads, names, found, claims).Tie();
    }

    private void ReadRows(WordCells? words)
    {
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            named = "";
            for (var column = 0; column < table.Columns; column++)
                ReadCell(row, column, words);
            ShareUnits(row);
            NameByRemark(row);
        }
    }

    /// <summary>The cells of a turned table in the order of the text, and each once: its words stand beside several rows.</summary>
    private void ReadAsPrinted(WordCells? words)
    {
        var last = -1;
        foreach (var cell in table.Cells.Skip(table.HeaderRows * table.Columns).Where(cell => !cell.Span.IsEmpty).OrderBy(cell => cell.Span.Start))
        {
            if (cell.Span.Start > last)
                ReadCell(cell.Row, cell.Column, words);
            last = cell.Span.Start;
        }
    }

    private void ReadCell(int row, int column, WordCells? words)
    {
        var cell = table[row, column].Span;
        if (cell.IsEmpty)
            return;
        // 合计 | 7个: how many rows there are.
        var counts = heads[column].HoldsFigures || (names[row].IsTotal && heads[column].Role == ColumnRole.Label);
        if (counts && CellNumber.TryRead(text.AsSpan(cell.Start, cell.Length), out var number) && (heads[column].HoldsFigures || number.Unit is not null))
        {
            Add(row, column, cell, number);
            if (!heads[column].HoldsFigures)
                (claims[^1].Stance, claims[^1].Period) = (Stance.Planned, outline.PlanPeriod);
        }
        else if (heads[column].HoldsFigures && CellList.Read(text, cell) is { Count: > 1 } pieces)
        {
            AddList(row, column, pieces);
        }
        else if (words?.Read(index, row, column, cell, BlockOf(cell)) is { Length: > 0 } unit)
        {
            named = unit;
        }
    }

    /// <summary>4所、900个 beside 新建幼儿园6所，新增学位1260个: each number is of the thing in its order.</summary>
    private void AddList(int row, int column, List<(SourceSpan Place, CellNumber Number)> pieces)
    {
        var label = Array.FindIndex(heads, head => head.Role == ColumnRole.Label);
        var things = label < 0 ? null : CellList.Names(text.Substring(table[row, label].Span.Start, table[row, label].Span.Length), pieces.Count);
        var first = claims.Count;
        for (var i = 0; i < pieces.Count; i++)
        {
            Add(row, column, pieces[i].Place, pieces[i].Number);
            if (things is not null && things[i].Length > 1)
                claims[^1].Indicator = things[i];
        }

        // The first stands for the cell.
        found[(row * table.Columns) + column] = first;
    }

    /// <summary>4所、900个 | 71%（按学位计）: the remark says which of the results the percentage is of.</summary>
    private void NameByRemark(int row)
    {
        for (var column = 1; column < table.Columns; column++)
        {
            if (heads[column].Role != ColumnRole.OfPlan || found[(row * table.Columns) + column] is not (>= 0 and var percent))
                continue;
            var cell = table[row, column].Span.Of(text);
            if (cell.IndexOf('按', StringComparison.Ordinal) is not (> 0 and var by) || cell.IndexOf('计', by) is not (> 0 and var end) || end - by < 2)
                continue;
            var word = cell[(by + 1)..end];
            var told = claims.FindIndex(Math.Max(0, percent - MostBefore), claim => claim.Table == index && claim.Row == row && claim.Stance == Stance.Done && claim.Measure == Measure.Amount && (claim.Indicator.Contains(word, StringComparison.Ordinal) || (claim.Unit.Length > 0 && word.StartsWith(claim.Unit, StringComparison.Ordinal))));
            if (told >= 0)
                (claims[percent].Indicator, claims[percent].Of) = (claims[told].Indicator, told);
        }
    }

    /// <summary>71个 | 55 | 77%: a result printed bare is counted as its plan is, and the other way round.</summary>
    private void ShareUnits(int row)
    {
        for (var column = 1; column < table.Columns; column++)
        {
            if (heads[column - 1].Role == ColumnRole.Plan)
                ShareUnits(row, column - 1);
            if (heads[column].Role != ColumnRole.Actual || heads[column - 1].Role != ColumnRole.Plan || !heads[column].SharesGroup(heads[column - 1]))
                continue;
            var (plan, result) = (found[(row * table.Columns) + column - 1], found[(row * table.Columns) + column]);
            if (plan < 0 || result < 0 || claims[plan].Measure != claims[result].Measure)
                continue;
            if (claims[result].Unit.Length == 0)
                claims[result].Unit = claims[plan].Unit;
            else if (claims[plan].Unit.Length == 0)
                claims[plan].Unit = claims[result].Unit;
        }
    }

    /// <summary>全年计划（个） | 一季度 | 二季度 | 累计完成 | 占全年计划: what stands between a plan and its percentage is counted as the plan is.</summary>
    private void ShareUnits(int row, int plan)
    {
        var percent = plan + 1;
        while (percent < table.Columns && heads[percent].Role is ColumnRole.Actual or ColumnRole.Value && heads[percent].SharesGroup(heads[plan]))
            percent++;
        if (percent == table.Columns || heads[percent].Role != ColumnRole.OfPlan || At(row, plan) is not { Unit.Length: > 0 } planned)
            return;
        for (var column = plan + 1; column < percent; column++)
        {
            if (At(row, column) is { Unit.Length: 0 } result && result.Measure == planned.Measure)
                result.Unit = planned.Unit;
        }
    }

    private Claim? At(int row, int column) => found[(row * table.Columns) + column] is >= 0 and var claim ? claims[claim] : null;

    private string Caption()
    {
        var caption = HeadWords.ThingOfCaption((table.Caption.IsEmpty ? outline.Title : table.Caption).Of(text));
        return caption.Length > 0 ? caption : HeadWords.ThingOfCaption(outline.Title.Of(text));
    }

    private void Add(int row, int column, SourceSpan cell, CellNumber number)
    {
        var head = heads[column];
        var name = names[row];
        var unit = units.Of(row, column, number, named);
        var (stance, period) = stances.Of(row, column, block);
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
            Bound = number.Bound == Bound.Exact && stance == Stance.Planned ? CellNumber.BoundOf(head) : number.Bound,
            Stance = stance,
            Measure = measure,
            Indicator = indicators.Of(row, column),
            Period = period,
            Block = home,
            Sentence = table.Flattened ? cell : outline.Blocks[home].Span,
            Table = index,
            Row = row,
            Column = column,
        });
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

    private int BlockOf(SourceSpan cell)
    {
        while (block + 1 < outline.Blocks.Count && outline.Blocks[block].Span.End <= cell.Start)
            block++;
        while (block > 0 && outline.Blocks[block].Span.Start > cell.Start)
            block--;
        return block;
    }
}
