using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Matching;

/// <summary>How alike two statements are, and why: words weigh most, then unit, numbers, numbering and place.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">What speaks for the pair and what against it, for the person who decides.</param>
internal sealed record Likeness(decimal Score, IReadOnlyList<Words> Reasons)
{
    public static Likeness None { get; } = new(0, []);

    // Counting words that are exchanged freely between a list and its card: 10处 and 10个 are the same ten.
    private static readonly HashSet<string> CountingWords = new(StringComparer.Ordinal) { "个", "处", "所", "座", "家", "项", "件", "条", "套", "户", "套(户)", "套（户）", "台", "部", "场", "辆", "间" };
    private static readonly HashSet<string> PeopleWords = new(StringComparer.Ordinal) { "人", "名", "位", "人次" };

    public static Likeness Of(Statement left, Statement right)
    {
        var alone = left.Words.LikenessTo(right.Words);
        // The topic helps a bare 完成208处 and must not make two different counts of one item alike.
        var withTopic = Math.Max(left.FullWords.LikenessTo(right.FullWords), Math.Max(left.Words.LikenessTo(right.FullWords), left.FullWords.LikenessTo(right.Words)));
        var name = Math.Max(alone, Math.Min(0.92m, withTopic * 0.9m));
        if (name < 0.25m || left.IsRate != right.IsRate)
            return None;
        var reasons = new List<Words> { new($"名称相似{name * 100:0}%", $"names {name * 100:0}% alike") };
        var score = (0.66m * name) + Unit(left, right, reasons) + Numbers(left, right, reasons) + Place(left, right, reasons);
        return new Likeness(Math.Clamp(score, 0, 1), reasons);
    }

    private static decimal Unit(Statement left, Statement right, List<Words> reasons)
    {
        var (one, other) = (left.Unit.Unit, right.Unit.Unit);
        if (one == other)
        {
            reasons.Add(new Words($"单位同为{one}", $"same unit {one}"));
            return 0.14m;
        }

        if (Exchangeable(one, other))
        {
            reasons.Add(new Words($"单位{one}与{other}可互换", $"units {one} and {other} are exchangeable"));
            return 0.08m;
        }

        reasons.Add(new Words($"单位不同：{one}与{other}", $"units differ: {one} and {other}"));
        return -0.3m;
    }

    public static bool Exchangeable(string one, string other) => one == other || (CountingWords.Contains(one) && CountingWords.Contains(other)) || (PeopleWords.Contains(one) && PeopleWords.Contains(other));

    private static decimal Numbers(Statement left, Statement right, List<Words> reasons)
    {
        if (left.Promised is not { } promised)
            return left.Reported is { } was && was == right.Reported ? 0.05m : 0;
        if (right.Promised is { } again)
        {
            if (again.Value == promised.Value)
            {
                reasons.Add(new Words($"目标同为{promised.Print(left.Unit)}", $"same target {promised.PrintEnglish(left.Unit)}"));
                return 0.12m;
            }

            var ratio = promised.Value == 0 ? 0 : again.Value / promised.Value;
            return ratio is >= 0.2m and <= 5 ? 0 : Far(left, again.Value, reasons);
        }

        return right.Reported is { } reported && promised.Value > 0 && reported > 0 && (reported / promised.Value) is < 0.001m or > 50 ? Far(left, reported, reasons) : 0;
    }

    private static decimal Far(Statement left, decimal value, List<Words> reasons)
    {
        reasons.Add(new Words($"数量相差悬殊（{left.Unit.Print(value)}）", $"far apart in size ({left.Unit.Print(value)})"));
        return -0.12m;
    }

    private static decimal Place(Statement left, Statement right, List<Words> reasons)
    {
        var bonus = 0m;
        if (left.Item is { } item && item == right.Item)
        {
            reasons.Add(new Words($"同为第{item}项", $"both item {item}"));
            bonus += 0.05m;
        }

        if (left.Heading.Length > 0 && right.Heading.Length > 0 && left.HeadingWords.LikenessTo(right.HeadingWords) >= 0.6m)
        {
            reasons.Add(new Words("同在一件实事之下", "under the same heading"));
            bonus += 0.04m;
        }

        if (left.Stage != Stage.None && left.Stage == right.Stage)
            bonus += 0.02m;
        return bonus;
    }
}
