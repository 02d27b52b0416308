using Luoshi.Kernel.Time;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>Whether the numbers of a table are plans or results, and of what time.</summary>
internal sealed class TableStances(Outline outline, ColumnHead[] heads, TurnedTable turned)
{
    private readonly (Stance Stance, Period? Period)?[] columns = new (Stance Stance, Period? Period)?[heads.Length];

    // 年度目标 | 上半年进展 | 完成比例 | 投资: the head over the results says of when the others are, too.
    private readonly SpokenTime told = Told(heads);

    /// <summary>A column of plain values leaves it to the row: 计划改造, 已开工.</summary>
    public (Stance Stance, Period? Period) Of(int row, int column, int block)
    {
        // All cells of a column share stance and period, so both are found once.
        var ofColumn = columns[column] ??= Standing(column, block);
        if (heads[column].Role != ColumnRole.Value)
            return ofColumn;
        return turned.StageOf(row) switch
        {
            ColumnRole.Plan when ofColumn.Stance == Stance.Done => (Stance.Planned, outline.PlanPeriod),
            ColumnRole.Actual or ColumnRole.OfPlan when ofColumn.Stance == Stance.Planned => (Stance.Done, outline.ReportPeriod),
            _ => ofColumn,
        };
    }

    private (Stance Stance, Period? Period) Standing(int column, int block)
    {
        var head = heads[column];
        // 累计完成 | 占全年计划（%）: the share is of the time of its result.
        if (head.Role == ColumnRole.OfPlan && ResultOf(column) is >= 0 and var result && SpokenTime.Read(string.Concat(head.Path)) is { Year: 0, HasPart: false })
            return Standing(result, block);
        var stance = StanceOf(head, block);
        return (stance, ColumnTime.Of(head, outline, outline.Sections[outline.Blocks[block].Section], stance, told.HasPart ? told.In(outline.Year) : null));
    }

    private int ResultOf(int column)
    {
        var left = column - 1;
        while (left >= 0 && (heads[left].Role != ColumnRole.Actual || !heads[left].SharesGroup(heads[column])))
            left--;
        return left;
    }

    private static SpokenTime Told(ColumnHead[] heads)
    {
        var said = default(SpokenTime);
        foreach (var head in heads)
        {
            if (head.Role != ColumnRole.Actual || SpokenTime.Read(string.Concat(head.Path)) is not { HasPart: true, SecondYear: 0 } own)
                continue;
            if (said.HasPart && said != own)
                return default;
            said = own;
        }

        return said;
    }

    private Stance StanceOf(ColumnHead head, int block)
    {
        if (head.Role == ColumnRole.Plan)
            return Stance.Planned;
        if (head.Role is ColumnRole.Actual or ColumnRole.OfPlan)
            return Stance.Done;
        var spoken = SpokenTime.Read(string.Concat(head.Path));
        if (spoken.Year > 0 && outline.Year is { } year)
            return spoken.Year > year || (outline.ListIsPlan && spoken.Year == year) ? Stance.Planned : Stance.Done;
        // 累计投资 beside what was planned and what was done of it.
        if (told.HasPart && head.Role == ColumnRole.Value)
            return Stance.Done;
        var kind = outline.KindOf(block);
        return kind is SectionKind.Plan or SectionKind.List ? Stance.Planned : Stance.Done;
    }
}
