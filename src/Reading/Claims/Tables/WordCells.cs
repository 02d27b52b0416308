using Luoshi.Kernel.Text;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>Reads the cells of a table that hold words: tasks and what came of them as sentences, sizes in the names of rows.</summary>
internal sealed class WordCells
{
    private const int LongestResult = 20;

    private static readonly string[] AheadEnds = ["时限", "时间", "措施", "单位", "部门", "责任人", "要求", "计划", "安排", "目标", "标准"];
    private static readonly string[] ProgressWords = ["进展", "推进", "落实", "完成", "进度", "办理情况", "实施情况"];

    private readonly string text;
    private readonly Outline outline;
    private readonly Table table;
    private readonly ColumnHead[] heads;
    private readonly RowNames names;
    private readonly List<Claim> claims;
    private readonly Action<int, SourceSpan> read;

    // The names of the rows are what was promised: no column of numbers tells plans or results.
    private readonly bool tasks;

    // Results stand against promises in the names of the rows.
    private readonly bool promised;
    private readonly bool answered;

    public WordCells(string text, Outline outline, Table table, ColumnHead[] heads, RowNames names, List<Claim> claims, Action<int, SourceSpan> read)
    {
        (this.text, this.outline, this.table, this.heads, this.names, this.claims, this.read) = (text, outline, table, heads, names, claims, read);
        tasks = !Array.Exists(heads, head => head.Role is ColumnRole.Plan or ColumnRole.Actual or ColumnRole.Value or ColumnRole.Change or ColumnRole.Share or ColumnRole.Rate);
        promised = Array.Exists(heads, head => head.Role == ColumnRole.OfPlan) && !Array.Exists(heads, head => head.Role == ColumnRole.Plan);
        answered = Array.Exists(heads, IsProgress);
        if (answered && !tasks)
            tasks = !Numbered();
    }

    /// <summary>Reads a cell of words; the unit of a count in a row's name is that of the row's numbers, else empty.</summary>
    /// <param name="index">Index of the table.</param>
    public string Read(int index, int row, int column, SourceSpan cell, int block)
    {
        var head = heads[column];
        var content = text.AsSpan(cell.Start, cell.Length);
        if (IsSentence(head, content))
            ReadWords(index, row, column, cell, block);
        else if (head.Role == ColumnRole.Label && content.ContainsAnyInRange('0', '9') && content.Length >= 4 && (promised || !Repeats(row, content)))
            return ReadName(index, row, column, cell, block);
        return "";
    }

    /// <summary>Names of rows and of units in charge hold no figures; remarks and tasks in words do.</summary>
    private bool IsSentence(ColumnHead head, ReadOnlySpan<char> content) =>
        (CellText.KindOf(content) == CellKind.Text || (head.Role is ColumnRole.Plan or ColumnRole.Actual && CellText.KindOf(content) == CellKind.Number)) && content.Length >= 4
        && (head.HoldsFigures || head.Role == ColumnRole.Text || (tasks && head.Role == ColumnRole.Label));

    /// <summary>推进情况 tells how far a task has come; 推进措施 and 完成时限 do not.</summary>
    private static bool IsProgress(ColumnHead head) =>
        head.Role is ColumnRole.Text or ColumnRole.Actual or ColumnRole.Label && !Array.Exists(AheadEnds, word => head.Leaf.EndsWith(word, StringComparison.Ordinal)) && Array.Exists(ProgressWords, word => head.Leaf.Contains(word, StringComparison.Ordinal));

    /// <summary>项目名称 | 建设内容: words about what the row names say what is to be done.</summary>
    private static bool IsContent(ColumnHead head) => head.Role == ColumnRole.Text && ColumnHead.RoleOfWords(head.Leaf) == ColumnRole.Label;

    /// <summary>Some column of plans or results holds numbers.</summary>
    private bool Numbered()
    {
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = table[row, column].Span;
                if (heads[column].HoldsFigures && !cell.IsEmpty && CellText.KindOf(text.AsSpan(cell.Start, cell.Length)) == CellKind.Number)
                    return true;
            }
        }

        return false;
    }

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
    private string ReadName(int index, int row, int column, SourceSpan cell, int block)
    {
        var (first, unit) = (claims.Count, "");
        read(block, cell);
        for (var i = first; i < claims.Count; i++)
        {
            (claims[i].Optional, claims[i].Stance) = (true, Stance.Planned);
            if (claims[i].Period is null || claims[i].Period == outline.ReportPeriod)
                claims[i].Period = outline.PlanPeriod;
            if (claims[i].Measure == Measure.Amount)
                unit = claims[i].Unit;
        }

        // 新增养老床位4000张 | 4385 | 110%: what the row is called is what was promised.
        if (promised && claims.Count > first && (claims.Count == first + 1 ? claims[first].Measure is Measure.Amount or Measure.Rate : IsAnsweredOneByOne(row, claims.Count - first)))
        {
            for (var i = first; i < claims.Count; i++)
                (claims[i].Optional, claims[i].Table, claims[i].Row, claims[i].Column) = (false, index, row, column);
        }

        return unit;
    }

    /// <summary>新建幼儿园6所，新增学位1260个 | 4所、900个: as many results as were promised.</summary>
    private bool IsAnsweredOneByOne(int row, int promises)
    {
        for (var column = 0; column < table.Columns; column++)
        {
            if (heads[column].HoldsFigures && CellList.Read(text, table[row, column].Span).Count == promises)
                return true;
        }

        return false;
    }

    private bool IsSetAgainstPlan(int row, int column) =>
        promised || (column > 0 && heads[column - 1].Role == ColumnRole.Plan && heads[column - 1].SharesGroup(heads[column]) && table[row, column - 1].Span is { IsEmpty: false } plan && CellText.KindOf(plan.Of(text)) == CellKind.Number);

    /// <summary>The block in which the row begins.</summary>
    private int BlockOfRow(int row, int block)
    {
        for (var column = 0; column < table.Columns; column++)
        {
            var cell = table[row, column].Span;
            if (cell.IsEmpty)
                continue;
            while (block > 0 && outline.Blocks[block].Span.Start > cell.Start)
                block--;
            break;
        }

        return block;
    }

    private void ReadWords(int index, int row, int column, SourceSpan cell, int block)
    {
        var (first, head) = (claims.Count, heads[column]);
        read(block, cell);
        // 开工4所，主体封顶2所 beside a target of 6所: the first is what is set against it.
        if (claims.Count > first && head.Role == ColumnRole.Actual && cell.Length <= LongestResult && IsSetAgainstPlan(row, column))
            claims[first].Table = index;
        // 上半年进展
        var spoken = head.Role == ColumnRole.Actual ? SpokenTime.Read(head.Leaf) : default;
        var home = claims.Count > first ? BlockOfRow(row, block) : block;
        for (var i = first; i < claims.Count; i++)
        {
            if (IsProgress(head) || head.Role == ColumnRole.Actual)
                claims[i].Stance = Stance.Done;
            else if (!claims[i].AtOtherTime && (head.Role == ColumnRole.Plan || IsContent(head) || (head.Role == ColumnRole.Label && (answered || promised))))
                (claims[i].Stance, claims[i].Period) = (Stance.Planned, claims[i].Period is { } told && told != outline.ReportPeriod ? told : outline.PlanPeriod);
            if (spoken.HasPart && !claims[i].AtOtherTime)
                claims[i].Period = spoken.In(outline.Year);
            claims[i].Period ??= claims[i].Stance == Stance.Done ? outline.ReportPeriod : outline.PlanPeriod;
            if (head.Role != ColumnRole.Label)
                claims[i].Indicator = names[row].Completed(claims[i].Indicator);
            // A task and what came of it stand beside each other, also where each cell has a line of its own.
            (claims[i].Block, claims[i].Row, claims[i].Column) = (home, row, column);
        }
    }
}
