using System.Buffers;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>What a row of a table is to the others.</summary>
internal enum RowRole
{
    Body,
    Total,

    /// <summary>全市 and the like: may hold more than the rows shown.</summary>
    OpenTotal,
    Subtotal,
}

/// <summary>The figures of a table by row and column; the first of those of a cell stands for it.</summary>
internal sealed class TableGrid
{
    private static readonly SearchValues<char> Between = SearchValues.Create("、；;，,/ （）()");

    private readonly AuditScope scope;
    private readonly Table table;
    private readonly int[] cells;
    private readonly Dictionary<int, List<int>> full = [];

    public TableGrid(AuditScope scope, int index, ReadOnlySpan<int> claims)
    {
        this.scope = scope;
        Index = index;
        table = scope.Result.Outline.Tables[index];
        cells = new int[table.Rows * table.Columns];
        Array.Fill(cells, -1);
        foreach (var i in claims)
        {
            var claim = scope.Claims[i];
            if ((uint)claim.Row >= (uint)table.Rows || (uint)claim.Column >= (uint)table.Columns || !PrintedValue.IsUsable(claim))
                continue;
            ref var cell = ref cells[(claim.Row * table.Columns) + claim.Column];
            if (cell < 0)
                cell = i;
            else if (full.TryGetValue((claim.Row * table.Columns) + claim.Column, out var others))
                others.Add(i);
            else
                full[(claim.Row * table.Columns) + claim.Column] = [cell, i];
        }

        HasSentences = full.Any(cell => IsSentence(cell.Value));
    }

    public int Index { get; }

    public int Rows => table.Rows;

    public int Columns => table.Columns;

    public int FirstRow => table.HeaderRows;

    /// <summary>Some cell holds more than one figure.</summary>
    public bool HasFullCells => full.Count > 0;

    /// <summary>Some cell tells of several figures in words, not 4所、900个.</summary>
    public bool HasSentences { get; }

    /// <summary>All claims of a cell.</summary>
    public IReadOnlyList<int> All(int row, int column) =>
        this[row, column] is not (>= 0 and var first) ? [] : full.TryGetValue((row * Columns) + column, out var all) ? all : [first];

    /// <summary>Claim in a cell, or -1.</summary>
    public int this[int row, int column] => row < 0 || column < 0 ? -1 : cells[(row * Columns) + column];

    public ReadOnlySpan<char> TextOf(int row, int column) => scope.Between(table[row, column].Span.Start, table[row, column].Span.End);

    /// <summary>The words nearest above the column's figures that are not blank; a row of units (（个）) is looked over where one above has words.</summary>
    public ReadOnlySpan<char> HeadOf(int column)
    {
        var unit = -1;
        for (var row = Math.Min(FirstRow, Rows) - 1; row >= 0; row--)
        {
            if (TextOf(row, column) is not { Length: > 0 } text)
                continue;
            if (!HeadUnit.IsUnitCell(text))
                return text;
            unit = unit < 0 ? row : unit;
        }

        return unit < 0 ? [] : TextOf(unit, column);
    }

    /// <summary>Between results stand words; promises in the name of a row are answered in another cell.</summary>
    private bool IsSentence(List<int> claims)
    {
        for (var i = 1; i < claims.Count; i++)
        {
            var (before, own) = (scope.Claims[claims[i - 1]], scope.Claims[claims[i]]);
            if (own.Stance != Stance.Planned && scope.Between(before.Clean.End, own.Clean.Start).IndexOfAnyExcept(Between) >= 0)
                return true;
        }

        return false;
    }

    public RowRole RoleOf(int row)
    {
        for (var column = 0; column < Math.Min(Columns, 3); column++)
        {
            var text = TextOf(row, column);
            if (text.Length is 0 or > 12 || this[row, column] >= 0)
                continue;
            if (TableWords.Subtotal.Any(text))
                return RowRole.Subtotal;
            if (TableWords.Total.Any(text))
                return RowRole.Total;
            if (TableWords.OpenTotal.At(text, 0, out _) is { } word && word.Length == text.Length)
                return RowRole.OpenTotal;
        }

        return RowRole.Body;
    }

    /// <summary>The serial number printed in a row, or null.</summary>
    public string? NumberOf(int row)
    {
        for (var column = 0; column < Math.Min(Columns, 3); column++)
        {
            if (!TableWords.Number.Any(HeadOf(column)))
                continue;
            var text = TextOf(row, column).Trim();
            return text.Length is > 0 and < 12 && RoleOf(row) == RowRole.Body ? text.ToString() : null;
        }

        return null;
    }
}
