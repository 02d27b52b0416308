using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>Ties percentages to the results they are of, and parts to the total row.</summary>
/// <param name="found">The claim of each cell, row by row, or -1.</param>
internal sealed class TableLinks(Table table, ColumnHead[] heads, RowNames names, int[] found, List<Claim> claims)
{
    public void Tie()
    {
        for (var row = table.HeaderRows; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                if (At(row, column) is var own and >= 0)
                    Tie(claims[own], row, column);
            }
        }
    }

    private void Tie(Claim claim, int row, int column)
    {
        var total = names.TotalRow;
        if (claim.Measure is Measure.OfPlan or Measure.Rate or Measure.Change or Measure.Share && heads[column].IsPercent)
            claim.Of = claim.Of >= 0 ? claim.Of : ResultOf(row, column);
        else if (claim.Measure == Measure.Amount && total >= 0 && row != total && !names[row].IsSubtotal)
            claim.PartOf = At(total, column);
        if (claim.PartOf < 0 && claim.Measure == Measure.Amount && heads[column].Leaf.StartsWith("其中", StringComparison.Ordinal) && column > 0)
            claim.PartOf = WholeOf(claim, row, column);
    }

    private int ResultOf(int row, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (At(row, left) is var own and >= 0 && heads[left].SharesGroup(heads[column]) && !heads[left].IsPercent && heads[left].Role != ColumnRole.Plan)
                return own;
        }

        return -1;
    }

    private int WholeOf(Claim part, int row, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (!heads[left].Leaf.StartsWith("其中", StringComparison.Ordinal) && heads[left].HoldsFigures)
                return At(row, left) is var own and >= 0 && claims[own].Unit == part.Unit ? own : -1;
        }

        return -1;
    }

    private int At(int row, int column) => found[(row * table.Columns) + column];
}
