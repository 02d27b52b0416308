using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>Finds the words that limit a number, in front of it and behind its unit.</summary>
internal static class BoundReader
{
    private const int FarthestLimit = 16;

    private static readonly Trimmer Blanks = new(" 　");
    private static readonly Trimmer Links = new(" 了到达为有：:“");

    /// <param name="number">Clean offset of the number.</param>
    /// <param name="behind">Clean offset behind the unit.</param>
    /// <param name="more">余 or 多 stands inside the number.</param>
    /// <param name="from">Where the bound words in front begin.</param>
    /// <param name="to">Where the bound words behind end.</param>
    public static Bound Read(string text, int start, int end, int number, int behind, bool more, out int from, out int to)
    {
        var words = FigureWords.Shared;
        (from, to) = (number, behind);
        var before = Blanks.End(text.AsSpan(start, number - start));
        var front = words.Before.AtEnd(before, out var frontBound);
        if (front == 0)
        {
            // 突破了500亿元, 不少于：10处
            before = Links.End(before);
            front = words.Before.AtEnd(before, out frontBound);
        }

        // 近新台币40亿元
        if (front == 0 && words.Currencies.AtEnd(before) is var currency and > 0)
        {
            before = Blanks.End(before[..^currency]);
            front = words.Before.AtEnd(before, out frontBound);
        }

        if (front > 0 && !IsInsideWord(before[..^front], before[^front..]))
            from = start + before.Length - front;
        else
            front = 0;
        var back = words.After.AtStart(text.AsSpan(behind, end - behind), out var backBound);
        if (back > 0 && IsBound(text.AsSpan(behind, end - behind), back))
        {
            to = behind + back;
            return backBound;
        }

        if (front > 0)
            return frontBound;
        if (LimitAt(before, out var limit) >= 0 || OnEach(before, out limit))
            return limit;
        return more ? Bound.MoreThan : Bound.Exact;
    }

    /// <summary>补助标准不低于上年标准的1.2倍: what the multiple is of stands behind the limit. Where the limit begins, or -1.</summary>
    public static int LimitAt(ReadOnlySpan<char> before, out Bound bound)
    {
        bound = Bound.Exact;
        if (before.IsEmpty || before[^1] != '的')
            return -1;
        var clause = before[Math.Max(0, before.Length - FarthestLimit)..];
        var at = clause.LastIndexOf('不');
        if (at < 0 || FigureWords.Shared.Before.AtStart(clause[at..], out bound) < 3 || clause[at..].IndexOfAny(Marks.ClauseEnds) >= 0)
            return -1;
        return before.Length - clause.Length + at;
    }

    // 不低于每人每月460元: whom the sum is for stands in between.
    private static bool OnEach(ReadOnlySpan<char> before, out Bound bound)
    {
        bound = Bound.Exact;
        if (before.Length < 4 || before[^2] != '每')
            return false;
        while (before.Length > 2 && before[^2] == '每')
            before = before[..^2];
        return FigureWords.Shared.Before.AtEnd(before, out bound) > 1;
    }

    // 近 in 附近 or 最近, 超 in 高超, 约 in 预约 limit nothing; 超额 and 节约 neither.
    private static bool IsInsideWord(ReadOnlySpan<char> before, ReadOnlySpan<char> word)
    {
        if (before.IsEmpty || word.Length != 1)
            return false;
        return word[0] switch
        {
            '近' => before[^1] is '附' or '最' or '靠' or '就' or '临',
            '约' => before[^1] is '预' or '节' or '签' or '制' or '履' or '合' or '集',
            '超' => before[^1] is '高' or '赶' or '反',
            '过' => before[^1] is '通' or '经' or '不' or '越' or '渡' or '走' or '开' or '有' or '做' or '达' or '难' or '用' or '曾' or '来',
            _ => false,
        };
    }

    // 以上 behind a unit limits it; 内 only behind time (3天内), 起 only at the end (7月起 is no figure anyway), 多/余 not before a noun of their own.
    private static bool IsBound(ReadOnlySpan<char> rest, int length)
    {
        if (length != 1)
            return true;
        var next = rest.Length > 1 ? rest[1] : '。';
        return rest[0] switch
        {
            '内' => next is '，' or '。' or '、' or '；' or '完' or '办' or '到' or '答' or '响' or '的' or ')' or '）',
            '起' or '许' or '余' => next is '，' or '。' or '、' or '；',
            '多' => next is '，' or '。' or '、' or '；' or '的',
            _ => true,
        };
    }
}
