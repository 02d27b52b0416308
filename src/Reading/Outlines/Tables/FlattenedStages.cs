using System.Globalization;
using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// A table printed one cell a line that tells plan, result and percentage in rows below each other: its heads stand once (项目 / 全市 / 甲区 /
/// 乙县), then for each thing its name, and for each stage of it (年度计划 / 实际完成 / 完成率) the name of the stage and a number a head.
/// </summary>
internal sealed class FlattenedStages
{
    private const int MostColumns = 40;
    private const int MostFront = 4;
    private const int FewestRows = 3;

    private readonly FlattenedCells cells;
    private readonly List<Row> rows = [];
    private int serial = -1;
    private int firstName;
    private int end;

    private FlattenedStages(FlattenedCells cells) => this.cells = cells;

    public static Table? Read(string text, FlattenedCells cells, out int after)
    {
        after = 0;
        var table = new FlattenedStages(cells);
        if (!table.FindRows() || table.Grid() is not { } grid)
            return null;
        after = cells.LineBehind(table.end - 1);
        return TableShape.Build(text, grid, flattened: true, headerRows: 1);
    }

    private bool FindRows()
    {
        var stage = 2;
        while (stage < cells.Count && stage <= MostColumns + MostFront && !IsStage(stage))
            stage++;
        // Numbers in front of the first stage are of another table, but for the number of its first thing.
        for (var cell = 0; cell < stage - 2; cell++)
        {
            if (cells.KindOf(cell) == CellKind.Number && cell != stage - 2 && cell != stage - 3)
                return false;
        }

        if (stage >= cells.Count || stage > MostColumns + MostFront)
            return false;
        firstName = NameBefore(stage);
        for (end = firstName; end < cells.Count && TakeRow();)
        {
        }

        return rows.Count >= FewestRows && rows.Exists(row => row.First > row.Name);
    }

    /// <summary>1 / 公厕新建 / 座 / 年度计划: where what stands in front of a stage begins.</summary>
    private int NameBefore(int stage)
    {
        var name = stage - 1;
        if (name > 1 && HeadUnit.IsUnit(cells.Words[name]) && cells.KindOf(name - 1) == CellKind.Text)
            name--;
        if (name > 1 && cells.Words[name - 1] is "1" or "01")
            serial = 1;
        return serial > 0 ? name - 1 : name;
    }

    /// <summary>The stage at <see cref="end"/> with its numbers, if need be behind the name of a thing.</summary>
    private bool TakeRow()
    {
        var at = end;
        var name = at;
        if (!IsStage(at))
        {
            if (serial > 0 && IsSerial(at))
                at++;
            while (at < cells.Count && at - name < 3 && !IsStage(at) && cells.KindOf(at) == CellKind.Text)
                at++;
            if (at == name || !IsStage(at) || (at - name - (serial > 0 ? 1 : 0) > 1 && !HeadUnit.IsUnit(cells.Words[at - 1])))
                return false;
            serial += serial > 0 ? 1 : 0;
        }
        else if (rows.Count == 0)
        {
            return false;
        }

        var last = at + 1;
        while (last < cells.Count && last - at <= MostColumns && cells.KindOf(last) is CellKind.Number or CellKind.Mark && !(serial > 0 && IsSerial(last) && BeginsThing(last)))
            last++;
        if (last == at + 1)
            return false;
        rows.Add(new Row(name, at, last));
        end = last;
        return true;
    }

    private bool IsSerial(int cell) => int.TryParse(cells.Words[cell], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == serial;

    /// <summary>2 / 农村改厕 / 年度计划</summary>
    private bool BeginsThing(int cell) =>
        cell + 2 < cells.Count && cells.KindOf(cell + 1) == CellKind.Text && !IsStage(cell + 1) && (IsStage(cell + 2) || (cell + 3 < cells.Count && IsStage(cell + 3)));

    private bool IsStage(int cell) => cell < cells.Count && cells.KindOf(cell) == CellKind.Text && StageRows.IsStage(cells.Words[cell]);

    private List<List<SourceSpan>>? Grid()
    {
        var width = rows.Max(row => row.Numbers);
        var front = firstName - width;
        var things = rows.Count(row => row.First > row.Name);
        // Without a head over the names nothing tells one thing from the heads.
        if (front < 0 || front > MostFront || (front == 0 && things < 2) || (width == 1 && things < 2))
            return null;
        for (var cell = 0; cell < firstName; cell++)
        {
            if (cells.KindOf(cell) != CellKind.Text)
                return null;
        }

        var units = rows.Exists(row => row.First - row.Name - (serial > 0 ? 1 : 0) > 1);
        var fitter = new StageFitter([.. Enumerable.Range(front, width).Select(cell => cells.Words[cell])]);
        var grid = new List<List<SourceSpan>> { Heads(front, width, units) };
        for (var first = 0; first < rows.Count;)
        {
            var next = first + 1;
            while (next < rows.Count && rows[next].First == rows[next].Name)
                next++;
            var places = fitter.Fit(rows.GetRange(first, next - first).ConvertAll(row => (cells.Words[row.First], cells.Words.GetRange(row.First + 1, row.Numbers))));
            for (var row = first; row < next; row++)
                grid.Add(Laid(rows[first], rows[row], places[row - first], width, units));
            first = next;
        }

        return grid;
    }

    private List<SourceSpan> Heads(int front, int width, bool units)
    {
        var (number, name, unit, stage) = (default(SourceSpan), default(SourceSpan), default(SourceSpan), default(SourceSpan));
        for (var cell = 0; cell < front; cell++)
        {
            var role = ColumnHead.RoleOfWords(cells.Words[cell]);
            if (role == ColumnRole.Serial)
                number = cells[cell];
            else if (role == ColumnRole.Unit && units)
                unit = cells[cell];
            else if (name.IsEmpty)
                name = cells[cell];
            else
                stage = cells[cell];
        }

        List<SourceSpan> heads = [.. serial > 0 ? [number] : Array.Empty<SourceSpan>(), name, .. units ? [unit] : Array.Empty<SourceSpan>(), stage];
        for (var cell = front; cell < front + width; cell++)
            heads.Add(cells[cell]);
        return heads;
    }

    private List<SourceSpan> Laid(Row thing, Row row, int[] places, int width, bool units)
    {
        var laid = new List<SourceSpan>();
        var name = thing.Name;
        if (serial > 0)
            laid.Add(cells[name++]);
        laid.Add(cells[name++]);
        if (units)
            laid.Add(name < thing.First ? cells[name] : default);
        laid.Add(cells[row.First]);
        var numbers = new SourceSpan[width];
        for (var i = 0; i < places.Length; i++)
            numbers[places[i]] = cells[row.First + 1 + i];
        laid.AddRange(numbers);
        return laid;
    }

    /// <param name="Name">Where the name in front of the stage begins; the stage itself where none stands there.</param>
    /// <param name="First">The stage.</param>
    /// <param name="Last">Behind its numbers.</param>
    private readonly record struct Row(int Name, int First, int Last)
    {
        public int Numbers => Last - First - 1;
    }
}
