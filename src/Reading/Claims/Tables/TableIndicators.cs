using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>What the numbers of a table count: the thing of the column and the name of the row, in the light of the caption.</summary>
internal sealed class TableIndicators(ColumnHead[] heads, RowNames names, TurnedTable turned, string caption)
{
    private readonly string?[] things = new string?[heads.Length];

    public string Of(int row, int column)
    {
        if (turned.PlaceOf(column) is { } place)
            return TurnedTable.Indicator(place, names[row].Label, caption);
        var thing = things[column] ??= ThingOf(column);
        // 计划完成数 in a table that is called nothing: the head alone says a little more than the place.
        if (thing.Length == 0 && caption.Length == 0 && names[row].Label.Length == 0)
            thing = HeadWords.WithoutUnit(heads[column].Leaf);
        return turned.OnlyStages && thing.Length > 0 ? thing : names[row].With(thing, caption);
    }

    private string ThingOf(int column)
    {
        var thing = HeadWords.ThingOf(heads[column]);
        // 年投资计划 | 完成投资额 | 年计划投资完成率: the percentage is of what was done.
        if (thing.Length > 1 && heads[column].Role == ColumnRole.OfPlan && ResultOf(column) is { Length: > 1 } result && result.Contains(thing[^2..], StringComparison.Ordinal))
            return result;
        if (thing.Length > 0)
            return thing;
        if (heads[column].Role is ColumnRole.Change or ColumnRole.Share && Base(column) is var left and >= 0)
            return HeadWords.ThingOf(heads[left]);
        return heads[column].Role switch
        {
            // 投资目标 | 完成投资 | 完成比例: the percentage is of what was done.
            ColumnRole.OfPlan when column > 0 && heads[column - 1].Role == ColumnRole.Actual && HeadWords.ThingOf(heads[column - 1]) is { Length: > 0 } done => done,
            ColumnRole.Actual or ColumnRole.OfPlan => ThingOfPlan(column),
            _ => thing,
        };
    }

    /// <summary>What the nearest column of results under the same wider head counts, empty when there is none.</summary>
    private string ResultOf(int column)
    {
        for (var left = column - 1; left >= 0 && heads[left].SharesGroup(heads[column]) && heads[left].HoldsFigures; left--)
        {
            if (heads[left].Role == ColumnRole.Actual)
                return HeadWords.ThingOf(heads[left]);
        }

        return "";
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
}
