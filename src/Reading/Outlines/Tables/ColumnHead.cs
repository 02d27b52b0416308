using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnRole
{
    /// <summary>Numbers of something that the head names (到位资金（万元）).</summary>
    Value,
    Serial,

    /// <summary>Names what the row counts.</summary>
    Label,

    /// <summary>Names the place or body the row is about.</summary>
    Place,

    /// <summary>The unit of the row's numbers.</summary>
    Unit,

    /// <summary>Other words: responsible units, deadlines, remarks.</summary>
    Text,
    Plan,
    Actual,
    OfPlan,
    Rate,
    Change,
    Share,
}

/// <summary>The words over a column, from the widest head to the narrowest, and what they say its cells are.</summary>
/// <param name="Path">户厕改造（户） / 完成率(%)</param>
internal sealed record ColumnHead(IReadOnlyList<string> Path, ColumnRole Role)
{
    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("columns");

    // In order of precedence: the first group that occurs in the head decides.
    private static readonly ColumnRole[] Order =
        [ColumnRole.OfPlan, ColumnRole.Change, ColumnRole.Share, ColumnRole.Rate, ColumnRole.Plan, ColumnRole.Actual, ColumnRole.Plan];

    private static readonly WordFinder Stages = new((Words["cut"], 0), (Words["cut.time"], 0));

    private const int Planned = 1 << 4;
    private const int Achieved = 1 << 5;

    private static readonly WordFinder Figures = new(
        (Words["of_plan"], 0), (Words["change"], 1), (Words["share"], 2), (Words["rate"], 3), (Words["plan"], 4), (Words["actual"], 5), (Words["plan.weak"], 6));

    private static readonly WordFinder Others = new(
        (Words["serial"], 0), (Words["text"], 1), (Words["unit"], 2), (Words["place"], 3), (Words["label"], 4));

    public string Leaf => Path.Count > 0 ? Path[^1] : "";

    public bool HoldsFigures => Role is ColumnRole.Value or >= ColumnRole.Plan;

    public bool IsPercent => Role is ColumnRole.OfPlan or ColumnRole.Rate or ColumnRole.Change or ColumnRole.Share;

    /// <summary>Both stand under the same wider heads.</summary>
    public bool SharesGroup(ColumnHead other) =>
        Path.Count == other.Path.Count && Path.Take(Path.Count - 1).SequenceEqual(other.Path.Take(other.Path.Count - 1), StringComparer.Ordinal);

    /// <summary>The role the words of a column with numbers give it.</summary>
    public static ColumnRole RoleOfFigures(string head)
    {
        var bare = Bare(head);
        var found = Figures.Groups(bare);
        // 完成目标（%）: what was done of the plan.
        if ((found & (Planned | Achieved)) == (Planned | Achieved) && bare.AsSpan().IndexOfAny('%', '％') >= 0)
            return ColumnRole.OfPlan;
        // 占年任务之比, 占目标任务数比重
        if ((found & Planned) != 0 && bare.Contains('占', StringComparison.Ordinal))
            return ColumnRole.OfPlan;
        for (var group = 0; group < Order.Length; group++)
        {
            if ((found & (1 << group)) != 0)
                return Order[group];
        }

        // 已整治, 已投用（部）
        return bare.StartsWith('已') ? ColumnRole.Actual : ColumnRole.Value;
    }

    /// <summary>The role the words of a column with words give it.</summary>
    public static ColumnRole RoleOfWords(string head)
    {
        var bare = Bare(head);
        // 项目（单位）: what is named and what it is counted in, in one column.
        if (bare.Length > 5 && (bare.EndsWith("(单位)", StringComparison.Ordinal) || bare.EndsWith("（单位）", StringComparison.Ordinal)))
            bare = bare[..^4];
        return Others.At(bare.Length > 0 ? bare : " ", 0, out var first) is { } word && word.Length == bare.Length ? RoleOf(first) : RoleOf(Others.LastGroup(bare));
    }

    /// <summary>True when the words over a column say that words stand in it.</summary>
    public static bool NamesWords(string head) => RoleOfWords(head) != ColumnRole.Value && RoleOfFigures(head) is ColumnRole.Value;

    /// <summary>指标名称, 项目: nothing but a word for what stands below it.</summary>
    public static bool IsBareName(string head) => Others.At(Bare(head), 0, out _) is { } word && word.Length == Bare(head).Length;

    /// <summary>The head names no thing of its own, only a stage of what stands above it (目标任务, 完成数, 完成率).</summary>
    public static bool IsStage(string head) => RoleOfFigures(head) != ColumnRole.Value;

    /// <summary>年度计划, 1-9月完成, 控制目标（不高于）: nothing is left where stage, time and brackets are taken out.</summary>
    public static bool IsOnlyStage(string head)
    {
        var bare = Bare(head);
        for (var at = 0; at < bare.Length;)
        {
            var skip = Math.Max(SpokenTime.LengthAt(bare, at), Stages.At(bare, at, out _)?.Length ?? 0);
            if (skip == 0 && bare[at] is not ('(' or ')' or '（' or '）' or '%' or '％' or '度' or '数' or '率' or '值' or '额' or '量' or '底' or '末'))
                return false;
            at += Math.Max(skip, 1);
        }

        return bare.Length > 0;
    }

    private static ColumnRole RoleOf(int group) => group switch
    {
        0 => ColumnRole.Serial,
        1 => ColumnRole.Text,
        2 => ColumnRole.Unit,
        3 => ColumnRole.Place,
        4 => ColumnRole.Label,
        _ => ColumnRole.Value,
    };

    /// <summary>A head that was broken in lines, in one.</summary>
    public static string Plain(string head) =>
        head.Contains('\n', StringComparison.Ordinal) ? head.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : head;

    /// <summary>Without blanks, so that 序 号 and 完 成 率 are read.</summary>
    private static string Bare(string head) => Plain(head).Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Replace("增/减", "增减", StringComparison.Ordinal).Replace("升/降", "升降", StringComparison.Ordinal);
}
