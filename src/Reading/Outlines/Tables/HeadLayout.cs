using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>The heads of a table over its columns.</summary>
internal sealed class HeadLayout
{
    private readonly IReadOnlyList<IReadOnlyList<HeadCell>> levels;
    private readonly List<HeadSearch.Placed> placed;
    private readonly int width;

    private HeadLayout(IReadOnlyList<IReadOnlyList<HeadCell>> levels, List<HeadSearch.Placed> placed, int width, int score)
    {
        (this.levels, this.placed, this.width, Score) = (levels, placed, width, score);
    }

    public int Score { get; }

    public static HeadLayout Of(IReadOnlyList<IReadOnlyList<HeadCell>> levels, HeadSearch.Placed? last, int width, int score)
    {
        var order = new List<HeadSearch.Placed>();
        for (; last is not null; last = last.Before)
            order.Add(last);
        order.Reverse();
        return new HeadLayout(levels, order, width, score);
    }

    /// <summary>The rows of heads, each over the first of its columns. One under no other goes to the top, so that none reaches over it.</summary>
    public List<List<SourceSpan>> Rows()
    {
        var rows = levels.Select(_ => new List<SourceSpan>(new SourceSpan[width])).ToList();
        foreach (var head in placed)
            rows[head.IsOutermost ? 0 : head.Level][head.Column] = levels[head.Level][head.Cell].Span;
        return rows;
    }

    /// <summary>The words over each column, from the widest head to the narrowest.</summary>
    public List<ColumnHead> Columns()
    {
        var columns = new List<ColumnHead>(width);
        var path = new List<HeadSearch.Placed>();
        for (var i = 0; i < placed.Count; i++)
        {
            while (path.Count > 0 && (placed[i].IsOutermost || path[^1].Level >= placed[i].Level))
                path.RemoveAt(path.Count - 1);
            path.Add(placed[i]);
            if (i + 1 < placed.Count && placed[i + 1].Column == placed[i].Column)
                continue;
            var words = path.ConvertAll(head => levels[head.Level][head.Cell].Words);
            columns.Add(new ColumnHead(words, RoleOf([.. path.Select(head => levels[head.Level][head.Cell])])));
            path.RemoveAt(path.Count - 1);
        }

        return columns;
    }

    /// <summary>The narrowest head that says what its cells are: 失业率 / 实际 is a result.</summary>
    private static ColumnRole RoleOf(HeadCell[] path)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (path[i].Role != ColumnRole.Value && (i == path.Length - 1 || !path[i].NamesWords))
                return path[i].Role;
        }

        return path is [{ NamesWords: true } lone] ? lone.OfWords : ColumnRole.Value;
    }
}
