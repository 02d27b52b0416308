using System.Globalization;
using System.Text.RegularExpressions;
using Luoshi.Ledger.ReportCards.Changing;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>
/// What an edited card says without digits: numbers written out, how many items did what, 全部, 过半, 三分之二. Each is held against the
/// ledger; what the ledger cannot answer is refused, since nobody could check it.
/// </summary>
internal static partial class WordChecks
{
    /// <param name="generated">What the ledger wrote; sentences that stand in it were checked when their report was accepted.</param>
    public static void Check(string text, IReadOnlyList<ExpectedNumber> expected, string? generated, List<GateProblem> problems)
    {
        var known = (generated ?? "").Split('\n').SelectMany(CardMerge.Sentences).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, index) in text.Split('\n').Select((l, i) => (l, i)))
        {
            if (index == 0 || CardPlaces.IsPromiseLine(line))
                continue;
            var item = CardPlaces.NumberOf(line) is > 0 and var number ? number : index == 1 ? 0 : (int?)null;
            foreach (var sentence in CardMerge.Sentences(line).Where(s => !known.Contains(s)))
            {
                Numerals(sentence, item, expected, problems);
                if (item is not > 0)
                    Counts(sentence, expected, problems);
                Shares(sentence, item, expected, problems);
            }
        }
    }

    private static void Numerals(string sentence, int? item, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        var own = expected.Where(e => item is null || e.Paragraph == item).ToArray();
        var read = Masked(sentence, own);
        foreach (var spoken in ChineseFigures.Of(read, expected.Select(e => e.Unit)))
        {
            if (!own.Any(e => e.Unit == spoken.Unit && spoken.Value is { } value && (spoken.More ? e.Value > value && e.Value < value * 1.1m : e.Value == value)))
                problems.Add(new GateProblem("card.number_in_words", new Words($"“{Cut(sentence)}”一句中的“{spoken.Text}”不在台账中。用汉字写的数也要与台账一致。", $"\"{spoken.Text}\" in \"{Cut(sentence)}\" is not in the ledger. Numbers written out must be the ledger's too."), item));
        }
    }

    /// <summary>5项全部完成年度目标: the count must be that of the group it is said of.</summary>
    private static void Counts(string sentence, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        foreach (var match in CountStatement().Matches(sentence).Cast<Match>())
        {
            var words = match.Groups["w"].Value;
            if (GroupOf(words, expected) is not { } group)
                continue;
            var said = decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : ChineseFigures.ValueOf(match.Groups["n"].Value);
            var counted = Counted(group, expected);
            if (said != counted)
                problems.Add(new GateProblem("card.count_statement", new Words($"“{Cut(sentence)}”一句说“{match.Value}”，台账统计“{group}”的是{counted:0}项。", $"\"{Cut(sentence)}\" says \"{match.Value}\"; the ledger counts {counted:0} for \"{group}\"."), 0));
        }
    }

    private static void Shares(string sentence, int? item, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        foreach (var match in AllWords().Matches(sentence).Cast<Match>())
        {
            if (item is not > 0 && CountStatement().Matches(sentence).Any(m => match.Index >= m.Index && match.Index < m.Index + m.Length))
                continue;
            if (!ShareAt(sentence, match.Index, item, expected, all: true, out var share))
                problems.Add(Unknown(sentence, match.Value, item));
            else if (share < 100)
                problems.Add(Wrong(sentence, match.Value, share, item));
        }

        foreach (var match in PartWords().Matches(TimeHalf().Replace(sentence, m => new string('　', m.Length))).Cast<Match>())
        {
            if (!ShareAt(sentence, match.Index, item, expected, all: false, out var share))
                problems.Add(Unknown(sentence, match.Value, item));
            else if (!Fits(match, share))
                problems.Add(Wrong(sentence, match.Value, share, item));
        }
    }

    /// <summary>In an item the share of the number said before it, else the only one there is; outside, the share of items that met their target.</summary>
    private static bool ShareAt(string sentence, int at, int? item, IReadOnlyList<ExpectedNumber> expected, bool all, out decimal share)
    {
        share = 0;
        if (item is not > 0)
        {
            var total = expected.FirstOrDefault(e => e is { As: PrintedAs.Count, Name: null, Unit: "项" })?.Value ?? 0;
            share = total == 0 ? 0 : Counted(Met, expected) * 100 / total;
            return total > 0;
        }

        var shares = expected.Where(e => e.Paragraph == item && e.As == PrintedAs.OfPlan).ToArray();
        var before = expected.Where(e => e.Paragraph == item && e.As == PrintedAs.Amount && e.Printed.Length > 0)
            .Select(e => (e.Indicator, At: sentence.AsSpan(0, at).LastIndexOf(e.Printed, StringComparison.Ordinal))).Where(e => e.At >= 0).OrderBy(e => e.At).LastOrDefault().Indicator;
        var said = before is { } one ? shares.Where(s => s.Indicator == one).ToArray() : shares;
        if (said.Length == 0 || (!all && said.Length > 1))
            return false;
        share = said.Min(s => s.Value);
        return true;
    }

    private static bool Fits(Match match, decimal share)
    {
        var (word, part) = (match.Value, match.Groups["half"].Success ? 50 : Fraction(match));
        if (part is not { } whole)
            return false;
        if (word.Contains("不足", StringComparison.Ordinal) || word.Contains("不到", StringComparison.Ordinal))
            return share < whole;
        if (word.Contains('近', StringComparison.Ordinal))
            return share < whole && share >= whole - 10;
        var over = word.Contains('过', StringComparison.Ordinal) || word.Contains('超', StringComparison.Ordinal) || word.Contains('逾', StringComparison.Ordinal) || word.Contains("多半", StringComparison.Ordinal) || word.Contains("大半", StringComparison.Ordinal);
        if (over)
            return share > whole;
        return word.EndsWith("以上", StringComparison.Ordinal) || word.EndsWith('多') ? share >= whole : Math.Abs(share - whole) <= (match.Groups["of"].Value == "百" ? 0.05m : 1.5m);
    }

    private static decimal? Fraction(Match match)
    {
        if (match.Groups["tenths"].Success)
            return ChineseFigures.ValueOf(match.Groups["tenths"].Value) * 10;
        return ChineseFigures.ValueOf(match.Groups["of"].Value) is { } of and > 0 && ChineseFigures.ValueOf(match.Groups["part"].Value) is { } part ? part * 100 / of : null;
    }

    private const string Met = "已实现年度目标";

    private static string? GroupOf(string words, IReadOnlyList<ExpectedNumber> expected)
    {
        if (words.Contains("超额", StringComparison.Ordinal) || words.Contains("接近完成", StringComparison.Ordinal))
            return expected.FirstOrDefault(e => e.As == PrintedAs.Count && e.Name is { } name && (name.StartsWith("超额", StringComparison.Ordinal) || name.StartsWith("接近", StringComparison.Ordinal)))?.Name ?? "超额完成";
        if (Holds(words, "慢于", "滞后", "落后", "未完成"))
            return "慢于序时进度";
        if (Holds(words, "未上报", "未报"))
            return "尚未上报";
        if (Holds(words, "无数据", "没有数据"))
            return "尚无数据";
        if (Holds(words, "按计划", "有序推进", "正常推进"))
            return "按计划有序推进";
        return Holds(words, "完成", "实现", "办结", "达标", "达到", "建成", "完工", "兑现") ? Met : null;
    }

    private static bool Holds(string words, params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static decimal Counted(string group, IReadOnlyList<ExpectedNumber> expected) => expected.FirstOrDefault(e => e.As == PrintedAs.Count && e.Name == group)?.Value ?? 0;

    /// <summary>What things are called may hold numerals (四好农村路); the item's own heading does too.</summary>
    private static string Masked(string sentence, IReadOnlyList<ExpectedNumber> own)
    {
        var head = sentence.IndexOf("方面，", StringComparison.Ordinal);
        var text = CardPlaces.NumberOf(sentence) > 0 && head > 0 ? new string('　', head) + sentence[head..] : sentence;
        foreach (var name in own.Select(e => e.Name).OfType<string>().Where(n => n.Length > 1).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length))
            text = text.Replace(name, new string('　', name.Length), StringComparison.Ordinal);
        return text;
    }

    private static GateProblem Unknown(string sentence, string word, int? item) => new("card.word_unknown", new Words($"“{Cut(sentence)}”一句中的“{word}”台账里没有数可以核对，请改用台账里的数或删去。", $"The ledger has no number to check \"{word}\" in \"{Cut(sentence)}\" by; use its numbers or take it out."), item);

    private static GateProblem Wrong(string sentence, string word, decimal share, int? item) => new("card.word_wrong", new Words($"“{Cut(sentence)}”一句中的“{word}”与台账不符，台账为{share:0.#}%。", $"\"{word}\" in \"{Cut(sentence)}\" is not what the ledger has: {share:0.#} %."), item);

    private static string Cut(string sentence) => CardPlaces.Cut(sentence.Trim());

    [GeneratedRegex("(?<n>[0-9]+|[一二两三四五六七八九十百]+)(?:项|件)(?<w>[^0-9，。；、：（）一二三四五六七八九十]{1,30})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountStatement();

    [GeneratedRegex("全部|全数|悉数|(?:均|都)已?(?=完成|实现|办结|达到|达标|建成|完工|竣工|超额)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllWords();

    [GeneratedRegex("(?:不足|不到|已?超过?|逾|接近|近|约)?(?:(?<half>过半|半数|一半|大半|多半)|(?<of>[二三四五六七八九十百]+)分之(?<part>[一二三四五六七八九十百点零]+)|(?<tenths>[一二三四五六七八九])成(?=以上|多|左右|，|。|；|、|）|已|完|的|$))(?:以上|多)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartWords();

    [GeneratedRegex("时间(?:已)?过半", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeHalf();
}
