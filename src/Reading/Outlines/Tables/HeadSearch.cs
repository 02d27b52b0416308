namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Finds which heads hold which columns, where heads stand in rows or levels of merged cells and the empty cells that kept the columns
/// are lost, whatever the table was printed as. Every head is a column or holds heads of a level below it; together they must make as
/// many columns as the rows have. Of all such readings the best is taken: the cells suit their heads, a column has a unit but not two,
/// groups side by side repeat the same heads, a plan begins its group, and percentages are those of the results beside them.
/// </summary>
internal sealed class HeadSearch
{
    private const int MostHeads = 60;
    private const int MostColumns = 40;
    private const int MostLevels = 4;
    private const int MostFar = 16;

    /// <summary>So many readings are kept after each head, alike for each number of wide heads: however the heads are chosen, the search stays small.</summary>
    private const int Kept = 200;

    private readonly IReadOnlyList<IReadOnlyList<HeadCell>> levels;
    private readonly HeadBody body;
    private readonly int orphan;
    private readonly int heads;
    private readonly int groups;

    private HeadSearch(IReadOnlyList<IReadOnlyList<HeadCell>> levels, HeadBody body, int orphan)
    {
        (this.levels, this.body, this.orphan) = (levels, body, orphan);
        heads = levels.Sum(level => level.Count);
        groups = heads - body.Width;
    }

    /// <summary>The best reading, or null when the heads fit the columns in no way.</summary>
    /// <param name="orphan">What it costs a head of a lower level to stand under none.</param>
    public static HeadLayout? Find(IReadOnlyList<IReadOnlyList<HeadCell>> levels, HeadBody body, int orphan = 4)
    {
        var search = new HeadSearch(levels, body, orphan);
        var able = 0;
        for (var level = 0; level + 1 < levels.Count; level++)
            able += levels[level].Count;
        if (levels.Count > MostLevels || search.heads > MostHeads || body.Width > MostColumns || search.groups < 0 || search.groups > able)
            return null;
        return search.Run();
    }

    private HeadLayout? Run()
    {
        var states = new List<State> { new(new int[levels.Count], 0, new Group(null, -1, 0, 0), null, 0) };
        for (var taken = 0; taken < heads && states.Count > 0; taken++)
        {
            var next = new Dictionary<(ulong, ulong), State>();
            foreach (var state in states)
                Grow(state, taken, next);
            // What holds columns must still be found among the heads that are left.
            var able = next.Values.Where(state => state.Opened + Left(state) >= groups).ToLookup(state => state.Opened);
            states = [.. able.SelectMany(alike => alike.OrderByDescending(state => state.Score).Take(Kept / able.Count))];
        }

        var best = default(State);
        foreach (var state in states)
        {
            var closed = state;
            while (closed is { Open.Parent: not null })
                closed = Close(closed, body.Width);
            if (closed is not null && closed.Opened == groups && (best is null || closed.Score > best.Score))
                best = closed;
        }

        return best is null ? null : HeadLayout.Of(levels, best.Placed, body.Width, best.Score);
    }

    private int Left(State state)
    {
        var left = 0;
        for (var level = 0; level + 1 < levels.Count; level++)
            left += levels[level].Count - state.Next[level];
        return left;
    }

    /// <summary>All readings with one head more: it stands in the open group or, once that is closed, in one around it.</summary>
    private void Grow(State state, int taken, Dictionary<(ulong, ulong), State> next)
    {
        var column = taken - state.Opened;
        for (var open = state; open is not null; open = open.Open.Parent is null ? null : Close(open, column))
        {
            for (var level = open.Open.Level + 1; level < levels.Count; level++)
            {
                if (open.Next[level] == levels[level].Count)
                    continue;
                if (column < body.Width)
                    Add(Leaf(open, level, column), next);
                if (level + 1 < levels.Count && open.Opened < groups)
                    Add(Opened(open, level, column), next);
            }
        }
    }

    private static void Add(State state, Dictionary<(ulong, ulong), State> next)
    {
        if (!next.TryGetValue(state.Key, out var known) || known.Score < state.Score)
            next[state.Key] = state;
    }

    private State Leaf(State state, int level, int column)
    {
        var (group, cell) = (state.Open, state.Next[level]);
        var head = levels[level][cell];
        var unit = head.HasUnit || group.HasUnit;
        var score = unit || column == 0 ? 1 : head.NamesWords || head.IsStage ? 0 : -1;
        // The first column names the rows.
        if (column == 0 && group.Parent is not null)
            score -= 2;
        if (head.Counts && group.Counts && !head.IsBare)
            score -= 2;
        if (group.Parent is null && level > 0)
            score -= orphan;
        score += body.Suits(column, head, unit, head.IsPercent || group.IsPercent) - (Math.Min(MostFar, body.Distance(head, column)) / 2);
        score += Among(group, level, cell, head);
        var (plan, actual) = (group.Plan, group.Actual);
        if (head.Role is ColumnRole.OfPlan or ColumnRole.Rate && plan >= 0 && actual >= 0)
            score += 4 * body.Closes(plan, actual, column);
        if (head.Role == ColumnRole.Actual && plan >= 0)
            score += body.Compares(plan, column);
        if (head.Role == ColumnRole.Plan)
            (plan, actual) = (column, -1);
        else if (plan >= 0 && !head.IsPercent && actual < 0)
            actual = column;
        var held = group with { Plan = plan, Actual = actual, Sums = group.Sums + (head.IsTotal ? 1 : 0), Leaves = group.Leaves + 1, First = group.Children == 0 ? cell : group.First, FirstLevel = group.Children == 0 ? level : group.FirstLevel };
        return state.With(levels, level, held, new Placed(level, cell, column, group.Parent is null, state.Placed), score, opened: false);
    }

    private State Opened(State state, int level, int column)
    {
        var (group, cell) = (state.Open, state.Next[level]);
        var head = levels[level][cell];
        var score = head.AsGroup() + Among(group, level, cell, head) - (head.Counts && group.Counts ? 2 : 0) - (group.Parent is null && level > 0 ? orphan : 0);
        var held = group with { Groups = group.Groups + 1, First = group.Children == 0 ? cell : group.First, FirstLevel = group.Children == 0 ? level : group.FirstLevel };
        var own = new Group(held, level, cell, column)
        {
            HasUnit = head.HasUnit || group.HasUnit,
            Counts = head.Counts || group.Counts,
            IsPercent = head.IsPercent || group.IsPercent,
        };
        return state.With(levels, level, own, new Placed(level, cell, column, group.Parent is null, state.Placed), score, opened: true);
    }

    /// <summary>户数 / 占计划 | 户数 / 占计划: a group ends where its first head comes again, or another plan.</summary>
    private int Among(Group group, int level, int cell, HeadCell head)
    {
        if (group.Parent is null || group.Children == 0)
            return 0;
        if (group.FirstLevel != level)
            return -3;
        var first = levels[level][group.First];
        return head.Words == first.Words || (head.Role == ColumnRole.Plan && first.Role == ColumnRole.Plan) ? -3 : 0;
    }

    /// <summary>The state with its innermost group closed in front of a column; null where that group holds nothing yet.</summary>
    private State? Close(State state, int column)
    {
        var group = state.Open;
        if (group.Children == 0)
            return null;
        var (first, count, level) = (group.First, group.Children, group.FirstLevel);
        var score = -(Math.Min(MostFar, body.Distance(levels[group.Level][group.Cell], group.Column, column - 1)) / 2);
        if (count == 1 && !(group.Leaves == 1 && levels[level][first].IsBare))
            score -= 2;
        // Heads side by side are parted alike: all hold something, or none does; a sum among them never does.
        if (group.Leaves > group.Sums && group.Groups > 0)
            score -= 2;
        if (level > group.Level + 1)
            score--;
        // 总数 / 其中… and a plan with what came of it are wholes of their own.
        if (levels[level][first] is { Role: ColumnRole.Plan } or { IsTotal: true } && count > 1)
            score++;
        if (first >= count && first + count <= levels[level].Count && levels[level][first].Words == levels[level][first - count].Words && levels[level][first + count - 1].Words == levels[level][first - 1].Words)
            score += 3;
        return state with { Open = group.Parent!, Score = state.Score + score };
    }

    /// <summary>A head that holds others, or the table itself.</summary>
    /// <param name="Column">The first of its columns.</param>
    private sealed record Group(Group? Parent, int Level, int Cell, int Column)
    {
        public int First { get; init; }

        public int FirstLevel { get; init; } = -1;

        public int Leaves { get; init; }

        public int Sums { get; init; }

        public int Groups { get; init; }

        public int Plan { get; init; } = -1;

        public int Actual { get; init; } = -1;

        public bool HasUnit { get; init; }

        public bool Counts { get; init; }

        public bool IsPercent { get; init; }

        public int Children => Leaves + Groups;
    }

    internal sealed record Placed(int Level, int Cell, int Column, bool IsOutermost, Placed? Before);

    private sealed record State(int[] Next, int Opened, Group Open, Placed? Placed, int Score)
    {
        /// <summary>Readings that go on alike are one: the better stays.</summary>
        public (ulong, ulong) Key
        {
            get
            {
                var (taken, open) = ((ulong)(uint)Opened, 0UL);
                foreach (var count in Next)
                    taken = (taken << 8) | (byte)count;
                for (var group = Open; group.Parent is not null; group = group.Parent)
                    open = (open << 22) | ((ulong)(uint)group.Cell << 16) | ((ulong)(uint)group.First << 10) | ((ulong)(uint)group.Children << 4) | ((ulong)(uint)group.Level << 1) | (group.Plan < 0 ? 0UL : 1UL);
                return (taken, open);
            }
        }

        public State With(IReadOnlyList<IReadOnlyList<HeadCell>> levels, int level, Group open, Placed placed, int score, bool opened)
        {
            var next = (int[])Next.Clone();
            next[level]++;
            return new State(next, Opened + (opened ? 1 : 0), open, placed, Score + score);
        }
    }
}
