using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>What a table tells when it is turned: places over its columns, or plan, result and percentage as its rows.</summary>
internal sealed class TurnedTable
{
    private readonly string?[] places;
    private readonly ColumnRole[] stages;

    public TurnedTable(string text, Table table, ColumnHead[] heads, RowNames names)
    {
        places = PlacesOf(heads);
        stages = new ColumnRole[table.Rows];
        for (var row = table.HeaderRows; row < table.Rows; row++)
            stages[row] = StageOf(names[row].Label);
        OnlyStages = table.Rows - table.HeaderRows >= 2 && !Array.Exists(heads, head => head.Role is ColumnRole.Plan or ColumnRole.Actual or ColumnRole.OfPlan);
        for (var row = table.HeaderRows; row < table.Rows && OnlyStages; row++)
            OnlyStages = stages[row] != ColumnRole.Value && HeadWords.IsBareStage(names[row].Label);
    }

    /// <summary>Every row is a stage (年度计划, 已完成, 完成率): the columns name what is counted.</summary>
    public bool OnlyStages { get; }

    /// <summary>The place over a column, empty over the one that adds up the places; null when the columns are no places.</summary>
    public string? PlaceOf(int column) => places[column];

    /// <summary>What the row says its numbers are, where its columns do not.</summary>
    public ColumnRole StageOf(int row) => stages[row];

    /// <summary>已开工 under 听涛街道 in a table on 老旧小区改造 → 听涛街道老旧小区改造开工.</summary>
    public static string Indicator(string place, string label, string caption)
    {
        var words = ClaimWords.Shared;
        var own = label.TrimStart('已', '未');
        var open = words.Verb.AtStart(own) == own.Length || words.VerbFirst.AtStart(own) > 0 || words.Generic.AtStart(own) == own.Length;
        if (open && !own.Contains(caption, StringComparison.Ordinal))
            own = caption + own;
        return place + own;
    }

    private static ColumnRole StageOf(string label) => label.Length switch
    {
        0 => ColumnRole.Value,
        _ when label[0] == '已' => ColumnRole.Actual,
        _ => ColumnHead.RoleOfFigures(label),
    };

    private static string?[] PlacesOf(ColumnHead[] heads)
    {
        var found = new string?[heads.Length];
        var count = 0;
        for (var column = 0; column < heads.Length; column++)
        {
            if (!heads[column].HoldsFigures)
                continue;
            var leaf = heads[column].Leaf;
            var total = TotalRow.Names(leaf);
            if (!total && (heads[column].Role != ColumnRole.Value || !PlaceHead.IsPlace(leaf)))
                return new string?[heads.Length];
            found[column] = total ? "" : leaf;
            count += total ? 0 : 1;
        }

        return count >= 2 ? found : new string?[heads.Length];
    }
}
